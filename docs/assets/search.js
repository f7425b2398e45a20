// The search: fetched when somebody reaches for it, so that reading costs nothing. It works offline and from a file, and
// nothing that is typed leaves the page. What it finds are places: the part of a page that answers.
(() => {
  const dialog = document.querySelector(".search");
  const toggle = document.querySelector("#__search");
  const input = dialog?.querySelector("input");
  const said = dialog?.querySelector(".search-said");
  const list = dialog?.querySelector(".search-list");
  const form = dialog?.querySelector("form");
  if (![toggle, input, said, list, form].every(Boolean)) return;
  const { index, library } = dialog.dataset;
  const base = new URL(index, location).href.replace(/assets\/[^/]*$/, "");
  const MOST = 12; // more nobody reads

  const load = (src) =>
    new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src, onload: done, onerror: fail });
      document.head.append(script);
    });

  // Letters and figures alone make a word; British and American spellings of one word are the same.
  const letters = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .replace(/\b([a-z]{1,3})[ -](\d+)\b/g, "$1$2 $1") // CA 125, L-5
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    let bare = word.replace(/ae|oe/g, "e").replace(/our$/, "or").replace(/is(e|ed|ing|ation)$/, "iz$1");
    if (/[^su]s$/.test(bare)) bare = bare.replace(/ies$/, "y").replace(/s$/, "");
    if (bare.length > 4) bare = bare.replace(/(ness|ly)$/, "");
    if (bare.length > 5) bare = bare.replace(/(ing|ed)$/, "");
    return bare.replace(/(.{4,})e$/, "$1").replace(/([^aeiou])\1$/, "$1");
  };

  // Reads text into words that may be compared: words of one meaning are one word, idle ones are none.
  const reader = ({ same, idle }) => {
    const known = new Map();
    for (const [first, ...others] of same) {
      const name = letters(first).map(stem).join("_");
      for (const one of [first, ...others]) {
        known.set(letters(one).join(" "), name);
        const bare = letters(one).map(stem).join(" ");
        if (!known.has(bare)) known.set(bare, name);
      }
    }
    const silent = new Set(idle.flatMap(letters));
    const longest = Math.max(...[...known.keys()].map((key) => key.split(" ").length));
    const cache = new Map();
    const bare = (word) => cache.get(word) ?? cache.set(word, stem(word)).get(word);
    const meaning = (words) => known.get(words.join(" ")) ?? known.get(words.map(bare).join(" "));
    const read = (words, alone = bare) => {
      const found = [];
      for (let at = 0; at < words.length; ) {
        let many = Math.min(longest, words.length - at);
        let one;
        while (many > 1 && !(one = meaning(words.slice(at, at + many)))) many--;
        if (!one && !silent.has(words[at])) one = meaning([words[at]]) ?? alone(words[at]);
        if (one) found.push(one);
        at += many;
      }
      return found;
    };
    return { read, silent, written: [...known.keys()].flatMap((key) => key.split(" ")) };
  };

  let ready;
  const wake = () =>
    (ready = ready || Promise.all([load(library), load(index)]).then(() => {
      const { pages, places, emergency, call, same, idle } = globalThis.searchIndex;
      const { read, silent, written } = reader({ same, idle });
      const known = new Map(); // how often each word is there
      const search = new MiniSearch({
        fields: ["asks", "heading", "names", "title", "answer", "words", "page"],
        tokenize: (text) => read(letters(text)),
        processTerm: (term) => (known.set(term, (known.get(term) ?? 0) + 1), term),
        searchOptions: {
          // These weights were found by trying others on the half of the queries that is for it: see CONTRIBUTING.
          boost: { asks: 3, heading: 4, names: 8, title: 2, answer: 1.5, words: 2, page: 0.6 },
          boostDocument: (id) => (pages[places[id][0]][2] ? 0.3 : 1) * (places[id][1] ? 1 : 0.8),
          // "Back", "pain" and "cancer" stand nearly everywhere: the rare word is the one that matters.
          boostTerm: (term) => Math.log(1 + places.length / (known.get(term) ?? 1)),
          processTerm: (term) => term,
          // A word that is there as it is typed is meant as it is typed: only others are taken for misspelt or unfinished.
          prefix: (term) => !known.has(term) && term.length > 2,
          fuzzy: (term) => (!known.has(term) && term.length > 3 ? 0.25 : 0),
          weights: { fuzzy: 0.35, prefix: 0.5 },
          bm25: { k: 1.2, b: 0.2, d: 0.2 },
        },
      });
      const whole = []; // what the parts of a page say, all together, belongs to its top
      for (const [page, , heading, names, , answer, words] of places) {
        if (!heading || !names) whole[page] = `${whole[page] ?? ""} ${heading} ${answer} ${words}`;
      }
      search.addAll(
        places.map(([page, anchor, heading, names, asks, answer, words], id) => ({
          id, heading, names, asks, answer, words, title: pages[page][1], page: anchor ? "" : whole[page],
        })),
      );
      // An emergency is recognised by its words as they are written ("legs" is not "leg"), or by others of their meaning.
      const signs = emergency.flatMap(([line, to, phrases]) => phrases.map((phrase) => ({ line, to, words: read(letters(phrase), (word) => word) })));
      // A word that is nowhere on the site may be a misspelt one of the words that the site knows others for.
      const spelling = new MiniSearch({ fields: ["id"], searchOptions: { fuzzy: 0.25 } });
      spelling.addAll([...new Set([...written, ...signs.flatMap(({ words }) => words)])].map((id) => ({ id })));
      const strange = (word) => word.length > 3 && !silent.has(word) && !known.has(read([word])[0]);
      // Few get the first letter wrong.
      const nearest = (word) => {
        const near = spelling.search(word).map(({ id }) => id);
        return near.find((one) => one[0] === word[0]) ?? near[0];
      };
      const understand = (asked) => {
        const words = letters(asked);
        const spelt = words.map((word) => (strange(word) && nearest(word)) || word);
        return { asked: [...new Set([...read(words), ...read(spelt)])], words: new Set([...words, ...spelt, ...read(words), ...read(spelt)]) };
      };
      return { search, read, understand, pages, places, signs, call };
    }));

  // The best places, no page twice but for its words explained, each of which is a place of its own.
  const best = ({ search, pages, places }, asked) => {
    const seen = new Set();
    const found = [];
    for (const { id, terms, queryTerms } of search.search(asked.join("\n"), { tokenize: (text) => text.split("\n") })) {
      const [page, anchor, heading, names, , answer] = places[id];
      const key = anchor && names ? `${page}#${anchor}` : page;
      if (!seen.has(key)) found.push({ to: pages[page][0] + (anchor && `#${anchor}`), title: pages[page][1], heading, answer, terms: [...terms, ...queryTerms] });
      seen.add(key);
      if (found.length === MOST) break;
    }
    return found;
  };

  const make = (tag, className, ...inside) => {
    const one = Object.assign(document.createElement(tag), { className });
    one.append(...inside);
    return one;
  };
  // A folder opened from disk shows its list of files, not its page.
  const href = (to) => base + (location.protocol === "file:" ? to.replace(/(^|\/)(#|$)/, "$1index.html$2") : to);
  const linked = (to, ...inside) => Object.assign(make("a", "search-link", ...inside), { href: href(to) });

  // The words of a text, those that were looked for marked.
  const marked = (text, read, terms) =>
    text.split(/([\p{L}\p{N}'’-]+)/u).map((part, at) => (at % 2 && read(letters(part)).some((one) => terms.includes(one)) ? make("mark", "", part) : part));

  const show = async () => {
    const asked = input.value;
    said.setAttribute("role", "status");
    said.textContent = asked.trim() ? "Searching" : "Type to start searching";
    let known;
    try {
      known = await wake();
    } catch {
      ready = undefined; // The way may be free again later.
      said.textContent = "The search can't be loaded now.";
      return;
    }
    if (asked !== input.value) return;
    const { read, understand, signs, call } = known;
    const { asked: terms, words } = understand(asked);
    const lines = new Map(signs.filter((sign) => sign.words.every((one) => words.has(one))).map(({ line, to }) => [line, to]));
    const found = asked.trim() ? best(known, terms) : [];
    list.textContent = "";
    if (lines.size) {
      const shown = [...lines].slice(0, 2).map(([line, to]) => linked(to, make("strong", "", line)));
      list.append(make("li", "search-emergency", make("p", "", "These words stand on an emergency card:"), ...shown, make("p", "", call)));
    }
    for (const { to, title, heading, answer, terms } of found) {
      const page = heading ? make("span", "search-page", title) : "";
      list.append(make("li", "", linked(to, page, make("strong", "", heading || title), make("span", "", ...marked(answer, read, terms)))));
    }
    if (asked.trim()) said.textContent = found.length > 1 ? `${found.length} best places` : found.length ? "1 place" : "Nothing found. Try another word, or:";
    if (asked.trim() && !found.length) {
      const ways = [["checklist/", "Check the signs"], ["numbers/", "Which number to call"], ["questions/", "What people ask"]];
      list.append(...ways.map(([to, label]) => make("li", "", linked(to, make("strong", "", label)))));
    }
  };

  const open = (on) => {
    toggle.checked = on;
    if (!on) return input.blur();
    input.focus();
    input.select(); // What was asked before gives way to what is typed now.
  };
  input.addEventListener("focus", () => {
    toggle.checked = true;
    show();
  });
  input.addEventListener("input", show);
  toggle.addEventListener("change", () => open(toggle.checked));
  addEventListener("pagehide", () => dialog.contains(document.activeElement) && document.activeElement.blur()); // else it has the focus when the page comes back
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  form.addEventListener("reset", () => setTimeout(() => open(true)));
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) toggle.checked = false;
  });
  list.addEventListener("click", () => (toggle.checked = false));
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing || event.keyCode === 229) return; // the keys of an input method are its own
    if (key === "/" && !target.closest?.("textarea, input:not([type=checkbox], [type=radio])") && !event.ctrlKey && !event.metaKey) open(true);
    else if (key === "Escape" && toggle.checked) open(false);
    else if ((key === "ArrowDown" || key === "ArrowUp") && dialog.contains(target)) {
      const stops = [input, ...list.querySelectorAll("a")];
      stops[(stops.indexOf(target) + (key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length]?.focus();
    } else return;
    event.preventDefault();
  });
})();
