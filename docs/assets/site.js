// A page that is past its day says so, by the reader's own calendar: amber, and red from 30 days later.
(() => {
  const look = () => {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()); // days, so that no hour counts
    for (const stale of document.querySelectorAll("[data-due]")) {
      const days = Math.round((today - Date.parse(stale.dataset.due)) / 864e5);
      stale.hidden = !(days > 0);
      stale.classList.toggle("late", days > 30);
      for (const more of stale.querySelectorAll(".late")) more.hidden = !(days > 30);
    }
  };
  look();
  addEventListener("pageshow", look); // It may have been open, or kept by the browser, for days.
  document.addEventListener("visibilitychange", look);
})();

// The menu and the search stand open while the theme's hidden boxes are ticked. The boxes are the one truth: the style hides
// what lies behind an open menu, and what is said of a box to a screen reader is read from it again after whatever may change
// it. A browser that brings a page back may bring its boxes back too, ticked: then all are as they were built.
(() => {
  const boxes = [...document.querySelectorAll(".md-toggle")];
  const drawer = document.querySelector("#__drawer");
  const label = document.querySelector(".md-header__button[for=__drawer]");
  const menu = document.querySelector(".md-sidebar--primary");
  // The theme makes the menu's button of a label, and leaves the keys to nobody.
  const button = document.createElement("button");
  const says = () => {
    if (drawer && button.isConnected && !button.getClientRects().length) drawer.checked = false; // a wide screen has no such menu
    button.setAttribute("aria-expanded", !!drawer?.checked);
    for (const box of boxes) box.parentNode.querySelector(":scope > [aria-expanded]")?.setAttribute("aria-expanded", box.checked);
  };
  const close = () => {
    for (const box of boxes) box.checked = box.defaultChecked;
    says();
  };
  let used = false;
  for (const kind of ["click", "keydown"]) addEventListener(kind, () => (used = true), true);
  for (const box of boxes) {
    box.autocomplete = "off";
    box.addEventListener("change", says);
  }
  addEventListener("resize", says);
  for (const kind of ["pagehide", "hashchange"]) addEventListener(kind, close);
  addEventListener("pageshow", ({ persisted }) => (persisted || !used ? close() : says()));
  if (drawer && label) {
    button.append(...label.childNodes);
    for (const [name, value] of [["class", label.className], ["for", "__drawer"], ["type", "button"], ["aria-label", "Menu"]]) {
      button.setAttribute(name, value);
    }
    label.replaceWith(button);
    button.addEventListener("click", () => {
      drawer.checked = !drawer.checked;
      says();
      setTimeout(() => drawer.checked && menu?.querySelector("a[href]")?.focus(), 300); // after its slide
    });
    menu?.addEventListener("click", ({ target }) => target.closest("a[href]") && close()); // also to a place on this page
  }
  close();
  addEventListener("keydown", (event) => {
    const part = event.target.closest?.("label[tabindex]"); // a part of the menu that opens
    if (event.key === "Escape" && drawer?.checked) {
      close();
      button.focus();
    } else if (part && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      part.click();
    }
  });
})();

// Whoever is led into a part that is closed finds it open: newer browsers do so by themselves. On paper a page says where it is
// from: only here can it know its own address.
(() => {
  const open = () => {
    const target = document.querySelector(":target");
    const part = target?.closest("details:not([open])");
    if (!part) return;
    part.open = true;
    target.scrollIntoView();
  };
  open();
  addEventListener("hashchange", open);
  addEventListener("click", ({ target }) => target.closest?.("a[href^='#']") && setTimeout(open)); // the same place again
  const { protocol, origin, pathname } = location;
  const address = protocol.startsWith("http") ? origin + pathname : "";
  if (address) for (const one of document.querySelectorAll(".address")) one.textContent = address;
  const checked = document.querySelector(".dates .checked")?.textContent;
  const sheet = [document.title, address, checked].filter(Boolean).join(". ");
  document.documentElement.style.setProperty("--sheet-says", JSON.stringify(sheet)); // print.css sets it at the foot of each sheet
})();

// The search: fetched when somebody reaches for it, so that reading costs nothing. It works offline and from a file, and
// nothing that is typed leaves the page. What is found is search.js's to say.
(() => {
  const dialog = document.querySelector(".search");
  const toggle = document.querySelector("#__search");
  const input = dialog?.querySelector("input");
  const said = dialog?.querySelector(".search-said");
  const list = dialog?.querySelector(".search-list");
  const form = dialog?.querySelector("form");
  if (![toggle, input, said, list, form].every(Boolean)) return;
  const { index, library, program } = dialog.dataset;
  const base = new URL(index, location).href.replace(/assets\/[^/]*$/, "");

  const load = (src) =>
    new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src, onload: done, onerror: fail });
      document.head.append(script);
    });
  let ready;
  const wake = () => (ready = ready || Promise.all([library, index, program].map(load)).then(() => globalThis.searchProgram(globalThis.searchIndex)));

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
  const WAYS = [["checklist/", "Check the signs"], ["numbers/", "Which number to call"], ["questions/", "What people ask"]];

  const show = async () => {
    const asked = input.value;
    const blank = !asked.trim();
    said.setAttribute("role", "status");
    said.textContent = blank ? "Type to start searching" : "Searching";
    let search;
    try {
      search = await wake();
    } catch {
      ready = undefined; // The way may be free again later.
      said.textContent = "The search can't be loaded now.";
      return;
    }
    if (asked !== input.value) return;
    const { lines, call, found } = search(asked);
    list.textContent = "";
    if (lines.length) {
      const shown = lines.map(([line, to]) => titled(to, line));
      list.append(make("li", "search-emergency", make("p", "", "These words stand on an emergency card:"), ...shown, make("p", "", call)));
    }
    list.append(...found.map(place));
    if (blank) return;
    said.textContent = found.length > 1 ? `${found.length} best places` : found.length ? "1 place" : "Nothing found. Try another word, or:";
    if (!found.length) list.append(...WAYS.map(([to, label]) => make("li", "", titled(to, label))));
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
