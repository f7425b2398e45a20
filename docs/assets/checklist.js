// The list to show the doctor, made from the boxes ticked on a page's cards. It copies words and nothing else: no counting,
// weighing or combining. Nothing is stored or sent. A classic script, because a page opened as a file may load no modules.
// The words are those that stand on the page at that moment: a browser's translator changes them, and wraps them in elements.
globalThis.checklist = (() => {
  // An element as its reader sees it, without marks of sources and links to itself.
  const words = (element) => {
    const copy = element?.cloneNode(true);
    for (const mark of copy?.querySelectorAll("textarea, .cite, .headerlink") ?? []) mark.remove();
    return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const label = (field) => words(field.closest("label"));
  const head = (card) => card?.querySelector("h2") ?? card?.querySelector("label");

  // What stands on a card besides its boxes.
  const advice = (card) => [...card.children].filter((part) => !part.querySelector("input")).map(words).join(" ").trim();

  // Cards → [{heading, items: {name: words}}], in the order of the page. The card of the box that says that nothing fits has
  // no heading of its own: the box is its heading, and its advice goes on the list.
  const read = (form) =>
    [...form.querySelectorAll(".card")].map((card) => ({
      heading: words(head(card)),
      items: Object.fromEntries(
        [...card.querySelectorAll("input")].map((box) => [box.name, (!card.querySelector("h2") && advice(card)) || label(box)]),
      ),
    }));

  // The cards that hold a ticked sign, with only those signs. A name that stands in no card is an error.
  const collect = (cards, ticked) => {
    for (const name of ticked) {
      if (!cards.some((card) => Object.keys(card.items).includes(name))) throw new Error(`no sign '${name}'`);
    }
    return cards
      .map(({ heading, items }) => ({
        heading,
        items: Object.keys(items).filter((name) => ticked.includes(name)).map((name) => items[name]),
      }))
      .filter((card) => card.items.length);
  };

  // The list as plain text: the emergency advice first, then the cards, then what the reader wrote.
  const write = (always, cards, notes) =>
    [
      always,
      ...cards.map((card) => [card.heading + ":", ...card.items.map((item) => "- " + item)].join("\n")),
      ...notes.filter(([, text]) => text.trim()).map(([name, text]) => `${name}: ${text.trim()}`),
    ].join("\n\n") + "\n";

  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  // Prints the page, or what of it `only` names; calls `refused` where the browser can't.
  const toPaper = (refused, only) => {
    const whole = () => document.documentElement.classList.remove("only-list");
    whole();
    if (only) document.documentElement.classList.add(only);
    // Not every browser tells that printing is over. What a reader does next to the page tells it too.
    for (const kind of ["afterprint", "pagehide", "pageshow", "pointerdown", "keydown"]) addEventListener(kind, whole, { once: true });
    try {
      print();
    } catch {
      whole();
      refused();
    }
  };
  const prints = typeof globalThis.print === "function";

  const start = (form) => {
    const list = form.querySelector(".list");
    const said = form.querySelector(".said");
    if (!list) return;
    const strings = list.dataset; // what it says, in the language of the page
    const boxes = [...form.querySelectorAll(".card input")];
    const notes = [...list.querySelectorAll("textarea")];
    const none = boxes.find((box) => box.name === "none");
    const chosen = () => collect(read(form), boxes.filter((box) => box.checked).map((box) => box.name));
    const filled = () => boxes.some((box) => box.checked) || notes.some((note) => note.value);
    // A screen reader says what changes, so the old words go first: the same words twice are no change.
    let fading;
    const say = (text) => {
      if (!said) return;
      said.textContent = "";
      clearTimeout(fading);
      fading = setTimeout(() => {
        said.textContent = text;
        fading = setTimeout(() => (said.textContent = ""), 1000 + 70 * text.length); // It lies over the page: as long as slow eyes need.
      }, 50);
    };
    const show = () => {
      const sections = chosen().flatMap(({ heading, items }) => {
        const ul = make("ul", "");
        ul.append(...items.map((item) => make("li", item)));
        return [make("h3", heading), ul];
      });
      for (const ticked of list.querySelectorAll(".ticked")) {
        ticked.textContent = "";
        ticked.append(...sections);
        ticked.hidden = !sections.length;
      }
      for (const way of form.querySelectorAll(".bar a")) way.hidden = !sections.length;
      list.querySelector(".copied")?.remove(); // It shows the list as it was.
      notes.forEach(fit);
    };

    // As many rows as the words need, so that paper, with its smaller letters, shows them all too.
    const fit = (note) => {
      note.rows = 1;
      if (!note.value) return; // Measuring makes a slow phone lay out the whole page.
      const { lineHeight, paddingTop } = getComputedStyle(note);
      note.rows = Math.max(1, Math.round((note.scrollHeight - 2 * parseFloat(paddingTop)) / parseFloat(lineHeight)) || 3);
    };

    let touched = false;
    let asked = false;
    form.addEventListener("input", ({ target }) => {
      touched = true;
      asked = false;
      if (target.type !== "checkbox") {
        list.querySelector(".copied")?.remove();
        return fit(target);
      }
      if (target.checked) {
        for (const box of target === none ? boxes : [none]) {
          if (box && box !== target) box.checked = false;
        }
      }
      show();
      if (!target.checked) say(strings.offList);
      else say(target === none ? strings.noneTicked : `${strings.onList}\n${words(head(target.closest(".card")))}.`);
    });
    form.addEventListener("reset", () => {
      const before = filled();
      setTimeout(() => {
        show();
        if (before) say(strings.cleared);
      });
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    // A browser that may not ask says no at once, or nothing: then a second press is the answer.
    const agreed = () => {
      const since = Date.now();
      let answer;
      try {
        answer = confirm(strings.sure);
      } catch {}
      asked = !answer && (answer !== false || Date.now() - since < 3);
      if (asked) say(strings.onceMore);
      return answer;
    };
    list.querySelector("[type=reset]")?.addEventListener("click", (event) => {
      if (filled() && !asked && !agreed()) event.preventDefault();
      else asked = false;
    });

    const button = (name, act, can = true) => {
      const found = list.querySelector(`[name=${name}]`);
      found?.addEventListener("click", act);
      if (found) found.hidden = !can;
    };
    button("print", () => toPaper(() => say(strings.noPrint), "only-list"), prints);
    button("copy", async () => {
      const text = write(words(list.querySelector(".always")), chosen(), notes.map((note) => [label(note), note.value]));
      list.querySelector(".copied")?.remove();
      try {
        const late = () => new Promise((_, fail) => setTimeout(fail, 1500)); // Some never answer.
        await Promise.race([navigator.clipboard.writeText(text), late()]);
        say(strings.copied);
      } catch {
        // Pages opened as files may not use the clipboard: show the text, ready to be copied by hand.
        const field = Object.assign(make("textarea", text), { readOnly: true, className: "copied", autocomplete: "off" });
        field.setAttribute("aria-label", strings.listText);
        list.append(field);
        fit(field);
        field.select();
        say(strings.selected);
      }
    });

    // Coming back keeps the ticks, as browsers do; a reload starts afresh.
    const again = () => {
      if (!touched && performance.getEntriesByType?.("navigation")[0]?.type === "reload") {
        for (const box of boxes) box.checked = false;
        for (const note of notes) note.value = "";
      }
      show();
    };
    addEventListener("pageshow", ({ persisted }) => (persisted ? show() : again()));
    addEventListener("resize", () => notes.forEach(fit));
    again();
  };

  document.querySelectorAll("form.checklist").forEach(start);
  for (const button of prints ? document.querySelectorAll("button.print") : []) {
    button.hidden = false;
    button.addEventListener("click", () => toPaper(() => button.replaceWith(button.dataset.else)));
  }
  return { read, collect, write };
})();
