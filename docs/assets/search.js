// What the search makes of words: fetched, with its library and its index, when somebody reaches for it. What it finds are
// places: the part of a page that answers, and lines of emergency cards that hold the words.
globalThis.searchProgram = ({ pages, places: columns, emergency, call, same, idle, fresh }) => {
  const MOST = 12; // more nobody reads
  const UNKNOWN = 30; // in how many places a word may stand that is nowhere as it is typed
  const BETWEEN = 2; // how many idle words may stand within a phrase that is known
  const slug = (text) => text.toLowerCase().replace(/[^\w\s-]/g, "").trim().replace(/[-\s]+/g, "-");
  const lines = (text) => text.split("\n");
  const texts = ["heading", "names", "asks", "answer", "words", "often"].map((one) => lines(columns[one]));
  const places = columns.of
    .flatMap((many, page) => Array(many).fill(page))
    .map((page, at) => {
      const [heading, ...others] = texts.map((one) => one[at]);
      const anchor = columns.anchor[at];
      return [page, anchor === 1 ? slug(heading) : anchor, heading, ...others];
    });

  // Letters and figures alone make a word; British and American spellings of one word are the same.
  const letters = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .replace(/#/g, " fracture ")
      .replace(/\b(\d+)[ -]?(?:yo|(?:yr|year)s?[ -]old)\b/g, "$1 year old")
      .replace(/\b([a-z]{1,3})[ -](\d+)\b/g, "$1$2 $1 $2") // CA 125, L-5
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = (word) => {
    if (word.length < 4 || /\d/.test(word)) return /^\d{1,2}$/.test(word) ? "" : word; // a small number alone tells nothing
    let bare = word.replace(/ae|oe/g, "e").replace(/our$/, "or").replace(/is(e|ed|ing|ation)$/, "iz$1");
    if (/[^su]s$/.test(bare)) bare = bare.replace(/ies$/, "y").replace(/s$/, "");
    if (bare.length > 4) bare = bare.replace(/(ness|ly)$/, "");
    if (bare.length > 5) bare = bare.replace(/(ing|ed)$/, "");
    return bare.replace(/(.{4,})e$/, "$1").replace(/([^aeiou])\1$/, "$1");
  };

  // Reads text into words that may be compared: words of one meaning are one word, idle ones are none.
  const reader = ({ same, idle }) => {
    const silent = new Set(idle.flatMap(letters));
    const cache = new Map();
    const bare = (word) => cache.get(word) ?? cache.set(word, stem(word) || word).get(word);
    const joined = (words) => words.map(bare).join(" ");
    // A phrase is the same whatever its endings, and with idle words within: "sent (me) away". "" if none are there.
    const told = (words) => {
      const some = words.filter((word) => !silent.has(word));
      return some.length > 1 && some.length < words.length && some[0] === words[0] && some[some.length - 1] === words[words.length - 1] ? joined(some) : "";
    };
    const known = new Map();
    const within = new Map(); // phrases known with idle words within, without these
    const endings = []; // of names of drugs, such as "-nib"
    for (const [first, ...others] of same) {
      const name = letters(first).map(stem).join("_");
      for (const one of [first, ...others]) {
        const words = letters(one);
        if (one[0] === "-") endings.push([one.slice(1), name]);
        else {
          known.set(words.join(" "), name);
          if (!known.has(joined(words))) known.set(joined(words), name);
          if (told(words)) within.set(told(words), name);
        }
      }
    }
    endings.sort(([one], [other]) => other.length - one.length); // "-lizumab" says more than "-mab"
    const longest = new Map(); // first word of a phrase → how many words its longest has
    for (const key of known.keys()) {
      const parts = key.split(" ");
      longest.set(parts[0], Math.max(longest.get(parts[0]) ?? 0, parts.length + (parts.length > 1 ? BETWEEN : 0)));
    }
    const meaning = (words) => {
      const some = told(words);
      return known.get(words.join(" ")) ?? known.get(joined(words)) ?? (some ? known.get(some) ?? within.get(some) : undefined);
    };
    const ended = (word) => (word.length > 6 ? endings.find(([end]) => word.endsWith(end))?.[1] : undefined);
    const read = (words, alone = stem) => {
      const found = [];
      for (let at = 0; at < words.length; ) {
        let many = Math.min(Math.max(longest.get(words[at]) ?? 1, longest.get(bare(words[at])) ?? 1), words.length - at);
        let one;
        while (many > 1 && !(one = meaning(words.slice(at, at + many)))) many--;
        if (!one && !silent.has(words[at])) one = meaning([words[at]]) ?? ended(words[at]) ?? alone(words[at]);
        if (one) found.push(one);
        at += many;
      }
      return found;
    };
    return { read, silent, written: [...known.keys()].flatMap((key) => key.split(" ")) };
  };

  const { read, silent, written } = reader({ same: lines(same).map((line) => line.split(";")), idle });
  const known = new Map(); // how often each word is there
  const spellings = new Set(written); // words as they are written
  const spelled = (text) => letters(text).map((word) => (spellings.add(word), word));
  // A page comes before its parts, a word explained after both, and what is about the site itself last of all.
  const weight = ([page, anchor, , names]) => (pages[page][2] ? 0.55 : 1) * (anchor ? (names ? 0.55 : 1) : 1.2);
  const search = new MiniSearch({
    fields: ["often", "asks", "heading", "names", "title", "answer", "words", "page"],
    tokenize: (text) => text.split(";").flatMap((some) => read(spelled(some))), // no phrase goes on behind a semicolon
    processTerm: (term) => (known.set(term, (known.get(term) ?? 0) + 1), term),
    searchOptions: {
      // These weights were found on the half of the queries that is for it, with half of the wordings left out of the index:
      // so they suit words that nobody foresaw. See CONTRIBUTING.
      boost: { often: 7, asks: 4, heading: 4, names: 8, title: 1.5, answer: 1.5, words: 1, page: 2.5 },
      boostDocument: (id) => weight(places[id]),
      // "Back", "pain" and "cancer" stand nearly everywhere: the rare word is the one that matters.
      boostTerm: (term) => Math.log(1 + places.length / (known.get(term) ?? UNKNOWN)) ** 1.2,
      processTerm: (term) => term,
      // A word that is there as it is typed is meant as it is typed: only others are taken for misspelt or unfinished.
      prefix: (term) => !known.has(term) && term.length > 2,
      weights: { fuzzy: 0.35, prefix: 0.5 },
      bm25: { k: 1, b: 0.3, d: 0.15 },
    },
  });
  const whole = []; // what the parts of a page say, all together, belongs to its top
  for (const [page, , heading, names, asks, answer, words, often] of places) {
    if (!heading || !names) whole[page] = `${whole[page] ?? ""};${heading};${often};${asks};${answer};${words}`;
  }
  search.addAll(
    places.map(([page, anchor, heading, names, asks, answer, words, often], id) => ({
      id, heading, names: anchor && names ? `${heading};${names}` : names, often, asks, answer, words, title: pages[page][1], page: anchor ? "" : whole[page],
    })),
  );
  // An emergency is recognised by its words as they are written ("legs" is not "leg"), or by others of their meaning.
  const exact = (phrase) => read(spelled(phrase), (word) => word);
  const signs = emergency.flatMap(([line, to, phrases, calm, lang]) => phrases.map((phrase) => ({ line, to, lang, words: exact(phrase), calm: calm.map(exact) })));
  // A word that is nowhere on the site may be a misspelt one of those that are, or that the site knows others for: one that
  // sounds the same, or has two letters swapped. Only a longer one may differ in more, and few get the first letter wrong.
  const spelling = new MiniSearch({ fields: ["id"] });
  spelling.addAll([...spellings].map((id) => ({ id })));
  const strange = (word) => word.length > 3 && !/\d/.test(word) && !silent.has(word) && !spellings.has(word) && !known.has(read([word])[0]);
  const sound = (word) =>
    word
      .replace(/ph|gh/g, "f")
      .replace(/c(?=[eiy])|z/g, "s")
      .replace(/[ck]h?|q/g, "k")
      .replace(/(?!^)[aeiouyhw]/g, "")
      .replace(/(.)\1+/g, "$1");
  const sorted = (word) => [...word].sort().join("");
  // Two words may be written as one, and one as two.
  const split = (word) => {
    for (let at = 3; at <= word.length - 3; at++) {
      const two = [word.slice(0, at), word.slice(at)];
      if (two.every((one) => spellings.has(one))) return two;
    }
  };
  const nearest = (word) => {
    const first = sound(word)[0];
    // Of words as near, the one that stands more often is meant.
    const near = (fuzzy, fits) =>
      spelling.search(word, { fuzzy, boostDocument: (one) => (1 + (known.get(read([one])[0]) ?? 0)) ** 0.02 }).find(({ id }) => sound(id)[0] === first && fits(id))?.id;
    const alike = (one) => sound(one) === sound(word) || sorted(one) === sorted(word);
    const { length } = word;
    const any = () => true;
    const close = near(1, alike) || (length > 6 && split(word)) || (length > 4 && (near(1, any) || near(2, alike)));
    return close || (length > 8 && near(2, any)) || word;
  };
  const spell = (words) =>
    words.flatMap((word, at) => {
      const after = word + words[at + 1];
      if (spellings.has(after) && (strange(word) || strange(words[at + 1]))) return after;
      return strange(word) ? nearest(word) : word;
    });
  const understand = (asked) => {
    const words = letters(asked);
    const spelt = spell(words);
    return { asked: [...new Set(read(spelt))], words: new Set([...words, ...spelt, ...read(words), ...read(spelt)]) };
  };

  // The best places, no page twice but for its words explained, each of which is a place of its own.
  const best = (terms) => {
    const seen = new Set();
    const found = [];
    for (const one of search.search(terms.join("\n"), { tokenize: (text) => text.split("\n") })) {
      const [page, anchor, heading, names, , answer] = places[one.id];
      const key = anchor && names ? `${page}#${anchor}` : page;
      const words = new Set([...one.terms, ...one.queryTerms]);
      if (!seen.has(key)) found.push({ to: pages[page][0] + (anchor && `#${anchor}`), title: pages[page][1], heading, answer, words });
      seen.add(key);
      if (found.length === MOST) break;
    }
    return found;
  };

  // The words of a text, those that were looked for marked.
  const parts = (text, words) =>
    text.split(/([\p{L}\p{N}'’-]+)/u).map((part, at) => ({ part, marked: at % 2 === 1 && read(letters(part)).some((one) => words.has(one)) }));

  // Returns lines of emergency cards, what to do then, and the places found, best first.
  return (text) => {
    const { asked, words } = understand(text);
    const all = (some) => some.every((one) => words.has(one));
    const isFresh = fresh.some((word) => words.has(word));
    const shown = new Map(signs.filter((sign) => all(sign.words) && (isFresh || !sign.calm.some(all))).map(({ line, to, lang }) => [line, [to, lang]]));
    const found = asked.length ? best(asked) : [];
    return { lines: [...shown].slice(0, 2), call, found: found.map((one) => ({ ...one, answer: parts(one.answer, one.words) })) };
  };
};

// What is found, shown in the search box. Returns what shows the answer to what was asked.
globalThis.searchBox = (dialog) => {
  const said = dialog.querySelector(".search-said");
  const list = dialog.querySelector(".search-list");
  const base = new URL(dialog.dataset.index, location).href.replace(/assets\/[^/]*$/, "");
  const search = globalThis.searchProgram(globalThis.searchIndex);

  const make = (tag, className, ...inside) => {
    const one = Object.assign(document.createElement(tag), { className });
    one.append(...inside);
    return one;
  };
  // A folder opened from disk shows its list of files, not its page.
  const href = (to) => base + (location.protocol === "file:" ? to.replace(/(^|\/)(#|$)/, "$1index.html$2") : to);
  const linked = (to, ...inside) => Object.assign(make("a", "search-link", ...inside), { href: href(to) });
  const titled = (to, title, ...inside) => linked(to, ...inside, make("strong", "", title));
  const place = ({ to, title, heading, answer }) => {
    const link = titled(to, heading || title, ...(heading ? [make("span", "search-page", title)] : []));
    link.append(make("span", "", ...answer.map(({ part, marked }) => (marked ? make("mark", "", part) : part))));
    return make("li", "", link);
  };
  const { strings, ways, places, cldr } = globalThis.searchIndex.says; // in the language of the page
  const counted = (count) => (places[new Intl.PluralRules(cldr).select(count)] ?? places.other).replace("{count}", count);

  list.addEventListener("click", () => (document.querySelector("#__search").checked = false));
  dialog.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing || (key !== "ArrowDown" && key !== "ArrowUp")) return;
    const stops = [dialog.querySelector("input"), ...list.querySelectorAll("a")];
    stops[(stops.indexOf(target) + (key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length]?.focus();
    event.preventDefault();
  });

  return (asked) => {
    const { lines, call, found } = search(asked);
    list.textContent = "";
    if (lines.length) {
      const shown = lines.map(([line, [to, lang]]) => Object.assign(titled(to, line), lang && { lang, dir: "ltr" }));
      list.append(make("li", "search-emergency", make("p", "", strings.on_card), ...shown, make("p", "", call)));
    }
    list.append(...found.map(place));
    if (!asked.trim()) return;
    said.textContent = found.length ? counted(found.length) : strings.nothing_found;
    if (!found.length) list.append(...ways.map(([to, label]) => make("li", "", titled(to, label))));
  };
};
