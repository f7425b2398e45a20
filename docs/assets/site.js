// The menu by keyboard: the theme makes it of labels and hidden boxes, and leaves the keys to nobody.
(() => {
  const drawer = document.querySelector("#__drawer");
  const label = document.querySelector(".md-header__button[for=__drawer]");
  if (!drawer || !label) return;
  const button = document.createElement("button");
  button.append(...label.childNodes);
  for (const [name, value] of [["class", label.className], ["for", "__drawer"], ["type", "button"], ["aria-label", "Menu"]]) {
    button.setAttribute(name, value);
  }
  label.replaceWith(button);
  const menu = document.querySelector(".md-sidebar--primary");
  const rest = document.querySelectorAll(".md-content, .md-sidebar--secondary, .md-header__button:not([for=__drawer]), .md-header__option, .md-search");
  const shown = () => {
    button.setAttribute("aria-expanded", drawer.checked);
    for (const one of rest) one.inert = drawer.checked;
  };
  drawer.addEventListener("change", shown);
  button.addEventListener("click", () => {
    drawer.checked = !drawer.checked;
    shown();
    if (drawer.checked) setTimeout(() => menu.querySelector("a[href]")?.focus(), 300); // after its slide
  });
  shown();
  addEventListener("keydown", (event) => {
    const label = event.target.closest?.("label[tabindex]"); // a part of the menu that opens
    if (event.key === "Escape" && drawer.checked) {
      drawer.checked = false;
      shown();
      button.focus();
    } else if (label && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      label.click();
    }
  });
})();

// A page that is past its day says so, by the reader's own clock: amber, and red from 30 days later.
for (const stale of document.querySelectorAll("[data-due]")) {
  const days = Math.floor((Date.now() - new Date(stale.dataset.due)) / 864e5);
  stale.hidden = days < 1;
  stale.classList.toggle("late", days > 30);
  stale.querySelector(".late").hidden = days <= 30;
}

// The search: fetched when somebody reaches for it, so that reading costs nothing. It works offline and from a file, and
// nothing that is typed leaves the page. Where the theme brings its own search (a preview), this only gives it a name.
(() => {
  const dialog = document.querySelector("[data-md-component=search]");
  const { index, library } = document.currentScript.dataset;
  dialog?.setAttribute("aria-label", "Search");
  if (!dialog || !index) return;

  const base = document.currentScript.src.replace(/assets\/site\.js.*$/, "");
  const toggle = document.querySelector("#__search");
  const input = dialog.querySelector("input");
  const said = dialog.querySelector(".md-search-result__meta");
  const list = dialog.querySelector(".md-search-result__list");
  // Words that stand in most questions and say nothing of what is asked.
  const idle = new Set("a am an and are be been can do does for from get give had has have how i if in is it me my of on or so that the this to was what when which who why will with you your".split(" "));

  const load = (src) =>
    new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src, onload: done, onerror: fail });
      document.head.append(script);
    });

  let ready;
  const wake = () =>
    (ready ??= Promise.all([load(library), load(index)]).then(() => {
      const search = new MiniSearch({
        fields: ["title", "also", "brief", "words"],
        storeFields: ["title", "brief"],
        processTerm: (term) => (idle.has(term.toLowerCase()) ? null : term.toLowerCase().replace(/['’]s?$/, "")),
        searchOptions: {
          boost: { title: 4, also: 5, brief: 2 },
          boostDocument: (id) => (id.includes("#") ? 0.4 : 1),
          prefix: (term) => term.length > 2,
          fuzzy: (term) => (term.length > 3 ? 0.25 : 0),
          weights: { fuzzy: 0.35, prefix: 0.5 },
        },
      });
      search.addAll(globalThis.searchIndex.map(([id, title, also, brief, words]) => ({ id, title, also, brief, words })));
      return search;
    }));

  const make = (tag, className, ...inside) => {
    const one = Object.assign(document.createElement(tag), { className });
    one.append(...inside);
    return one;
  };

  const show = async () => {
    const asked = input.value;
    said.setAttribute("role", "status");
    said.textContent = asked.trim() ? "Searching" : "Type to start searching";
    let search;
    try {
      search = await wake();
    } catch {
      ready = undefined; // The way may be free again later.
      said.textContent = "The search can't be loaded now.";
      return;
    }
    if (asked !== input.value) return;
    const found = asked.trim() ? search.search(asked).slice(0, 12) : [];
    list.replaceChildren(
      ...found.map(({ id, title, brief }) => {
        const article = make("article", "md-search-result__article md-typeset", make("strong", "", title), make("p", "", brief));
        const link = make("a", "md-search-result__link", article);
        // A folder opened from disk shows its list of files, not its page.
        link.href = base + (location.protocol === "file:" ? id.replace(/(^|\/)(#|$)/, "$1index.html$2") : id);
        return make("li", "md-search-result__item", link);
      }),
    );
    if (asked.trim()) said.textContent = found.length ? `${found.length} best pages` : "Nothing found. Try another word.";
  };

  const open = (on) => {
    toggle.checked = on;
    on ? input.focus() : input.blur();
  };
  input.addEventListener("focus", () => {
    toggle.checked = true;
    show();
  });
  input.addEventListener("input", show);
  toggle.addEventListener("change", () => open(toggle.checked));
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.querySelector("form").addEventListener("reset", () => setTimeout(() => open(true)));
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) toggle.checked = false;
  });
  list.addEventListener("click", () => (toggle.checked = false));
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "/" && !target.closest("textarea, input:not([type=checkbox], [type=radio])") && !event.ctrlKey && !event.metaKey) open(true);
    else if (key === "Escape" && toggle.checked) open(false);
    else if ((key === "ArrowDown" || key === "ArrowUp") && dialog.contains(target)) {
      const stops = [input, ...list.querySelectorAll("a")];
      stops.at((stops.indexOf(target) + (key === "ArrowDown" ? 1 : -1)) % stops.length)?.focus();
    } else return;
    event.preventDefault();
  });
})();
