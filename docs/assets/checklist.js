// The list to show the doctor, made from the boxes ticked on a page's cards. It copies words and nothing else: no counting,
// weighing or combining. Nothing is stored or sent. A classic script, because a page opened as a file may load no modules.
globalThis.checklist = (() => {
  // Cards → [{heading, items: {name: words}}], in the order of the page.
  const read = (form) =>
    [...form.querySelectorAll(".card[aria-label]")].map((card) => ({
      heading: card.getAttribute("aria-label"),
      items: Object.fromEntries(
        [...card.querySelectorAll("input")].map((box) => [box.name, box.dataset.says ?? box.labels[0].textContent.trim()]),
      ),
    }));

  // The cards that hold a ticked sign, with only those signs. A name that stands in no card is an error.
  const collect = (cards, ticked) => {
    for (const name of ticked) {
      if (!cards.some((card) => Object.hasOwn(card.items, name))) throw new Error(`no sign '${name}'`);
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
      ...notes.filter(([, words]) => words.trim()).map(([label, words]) => `${label}: ${words.trim()}`),
    ].join("\n\n") + "\n";

  const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  const start = (form) => {
    const list = form.querySelector(".list");
    const said = form.querySelector(".said");
    const boxes = [...form.querySelectorAll("input")];
    const none = boxes.find((box) => box.name === "none");
    const cards = read(form);
    const chosen = () => collect(cards, boxes.filter((box) => box.checked).map((box) => box.name));
    // A screen reader says what changes, so the old words go first: the same words twice are no change.
    let fading;
    const say = (words) => {
      said.textContent = "";
      setTimeout(() => (said.textContent = words), 50);
      clearTimeout(fading);
      fading = setTimeout(() => (said.textContent = ""), 8000); // It lies over the page.
    };
    // What the card of a box tells one to do: its heading, up to its "if".
    const action = (box) => box.closest("[aria-label]").getAttribute("aria-label").split(/,?(?: only)? if /)[0] + ".";

    const show = () => {
      const sections = chosen().flatMap(({ heading, items }) => {
        const ul = document.createElement("ul");
        ul.append(...items.map((item) => make("li", item)));
        return [make("h3", heading), ul];
      });
      const ticked = list.querySelector(".ticked");
      ticked.replaceChildren(...sections);
      ticked.hidden = !sections.length;
      form.querySelector(".bar a").hidden = !sections.length;
      for (const note of list.querySelectorAll("textarea")) fit(note);
    };

    // As many rows as the words need, so that paper, with its smaller letters, shows them all too.
    const fit = (note) => {
      note.rows = 1;
      if (!note.value) return; // Measuring makes a slow phone lay out the whole page.
      const { lineHeight, paddingTop } = getComputedStyle(note);
      note.rows = Math.max(1, Math.round((note.scrollHeight - 2 * parseFloat(paddingTop)) / parseFloat(lineHeight)));
    };

    form.addEventListener("input", ({ target }) => {
      if (target.type !== "checkbox") return fit(target);
      if (target.checked) {
        for (const box of target === none ? boxes.filter((other) => other !== none) : [none]) {
          box.checked = false;
        }
      }
      show();
      if (!target.checked) say("Off your list.");
      else say(target === none ? "All other ticks are cleared." : `On your list. ${action(target)}`);
    });
    form.addEventListener("reset", () =>
      setTimeout(() => {
        show();
        say("Your ticks and notes are cleared.");
      }),
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    list.querySelector("[type=reset]").addEventListener("click", (event) => {
      if (!confirm("Clear all ticks and notes?")) event.preventDefault();
    });

    const button = (name, act) => {
      const found = list.querySelector(`button[name=${name}]`);
      found.hidden = false;
      found.addEventListener("click", act);
    };
    button("print", () => {
      document.documentElement.classList.add("only-list");
      addEventListener("afterprint", () => document.documentElement.classList.remove("only-list"), { once: true });
      print();
    });
    button("copy", async () => {
      const notes = [...list.querySelectorAll("textarea")].map((note) => [note.labels[0].firstChild.data.trim(), note.value]);
      const text = write(list.querySelector(".always").textContent, chosen(), notes);
      try {
        await navigator.clipboard.writeText(text);
        say("Copied.");
      } catch {
        // Pages opened as files may not use the clipboard: show the text, ready to be copied by hand.
        const field = Object.assign(make("textarea", text), { readOnly: true, className: "copied" });
        list.querySelector(".copied")?.remove();
        field.setAttribute("aria-label", "Your list as text");
        list.append(field);
        fit(field);
        field.select();
        say("Your list is selected. Copy it now.");
      }
    });

    // Coming back keeps the ticks, as browsers do; a reload starts afresh.
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted && performance.getEntriesByType("navigation")[0]?.type === "reload") form.reset();
      show();
    });
    show();
  };

  const begin = () => {
    for (const form of document.querySelectorAll("form.checklist:not([data-begun])")) {
      form.dataset.begun = "";
      start(form);
    }
    for (const button of document.querySelectorAll("button.print[hidden]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  };
  // A theme that swaps pages without loading them says so here.
  begin();
  globalThis.document$?.subscribe(begin);
  return { read, collect, write };
})();
