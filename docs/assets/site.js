// What the scripts say: a page in another language brings its own words. Here are the English ones of content/strings/en.yml, which
// `make format` writes.
const strings = document.querySelector("#strings")?.dataset ?? { menu: "Menu", searching: "Searching", type: "Type to start searching", notLoaded: "The search can't be loaded now." };

// A page that is past its day says so, by the reader's own calendar: amber, and red from 30 days later.
(() => {
  const look = () => {
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()); // days, so that no hour counts
    for (const stale of document.querySelectorAll("[data-due]")) {
      const days = Math.round((today - Date.parse(stale.dataset.due)) / 864e5);
      if (days > 0) stale.hidden = false; // A slow clock hides nothing that the page said when it was built.
      if (days > 30) stale.classList.add("late");
    }
  };
  look();
  addEventListener("pageshow", look); // It may have been open, or kept by the browser, for days.
  document.addEventListener("visibilitychange", look);
})();

// The menu and the search stand open while their hidden boxes are ticked. The boxes are the one truth: the style hides
// what lies behind an open menu, and what is said of a box to a screen reader is read from it again after whatever may change
// it. A browser that brings a page back may bring its boxes back too, ticked: then all are as they were built.
(() => {
  const boxes = document.querySelectorAll(".md-toggle");
  const drawer = document.querySelector("#__drawer");
  const label = document.querySelector(".md-menu");
  const menu = document.querySelector(".md-sidebar--primary");
  // Without a script the menu's button is a label, which no key reaches.
  const button = document.createElement("button");
  const says = () => {
    if (button.isConnected && !button.getClientRects().length) drawer.checked = false; // a wide screen has no such menu
    button.setAttribute("aria-expanded", drawer?.checked);
  };
  const close = () => {
    for (const box of boxes) box.checked = box.defaultChecked;
    says();
  };
  let used = false;
  for (const kind of ["click", "keydown"]) addEventListener(kind, () => (used = true), true);
  for (const box of boxes) box.addEventListener("change", says);
  addEventListener("resize", says);
  for (const kind of ["pagehide", "hashchange"]) addEventListener(kind, close);
  addEventListener("pageshow", ({ persisted }) => {
    persisted || !used ? close() : says();
    // What began to slide as the page was left may else never begin to move once it is back (Chromium 156).
    if (persisted) for (const one of document.getAnimations?.() ?? []) one.finish();
  });
  if (drawer && label) {
    button.append(...label.childNodes);
    button.className = label.className;
    button.setAttribute("aria-label", strings.menu);
    label.replaceWith(button);
    button.addEventListener("click", () => {
      drawer.checked = !drawer.checked;
      says();
      setTimeout(() => drawer.checked && menu?.querySelector("a")?.focus(), 300); // after its slide
    });
    menu?.addEventListener("click", ({ target }) => target.closest("a") && close()); // also to a place on this page
  }
  close();
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer?.checked) return;
    close();
    button.focus();
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
  const address = location.protocol === "file:" ? "" : location.origin + location.pathname;
  if (address) for (const one of document.querySelectorAll(".address")) one.textContent = address;
  const checked = document.querySelector(".dates .checked")?.textContent;
  const sheet = [document.title, address, checked].filter(Boolean).join(". ");
  document.documentElement.style.setProperty("--sheet-says", JSON.stringify(sheet)); // print.css sets it at the foot of each sheet
})();

// The search: fetched when somebody reaches for it, so that reading costs nothing. It works offline and from a file, and
// nothing that is typed leaves the page. What is found, and how it is shown, is search.js's to say.
(() => {
  const dialog = document.querySelector(".search");
  const toggle = document.querySelector("#__search");
  const input = dialog?.querySelector("input");
  const said = dialog?.querySelector(".search-said");
  const form = input?.form;
  if (!toggle || !said || !form) return;
  const { index, library, program } = dialog.dataset;

  const load = (src) =>
    new Promise((done, fail) => {
      document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail }));
    });
  let ready;
  const wake = () => (ready = ready || Promise.all([library, index, program].map(load)).then(() => globalThis.searchBox(dialog)));

  const show = async () => {
    const asked = input.value;
    said.setAttribute("role", "status");
    said.textContent = asked.trim() ? strings.searching : strings.type;
    let answer;
    try {
      answer = await wake();
    } catch {
      ready = undefined; // The way may be free again later.
      said.textContent = strings.notLoaded;
    }
    if (asked === input.value) answer?.(asked);
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
    dialog.querySelector("a")?.click();
  });
  form.addEventListener("reset", () => setTimeout(() => open(true)));
  dialog.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) toggle.checked = false;
  });
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing || event.keyCode === 229) return; // the keys of an input method are its own
    if (key === "/" && !target.closest?.("textarea, input:not([type=checkbox])") && !event.ctrlKey && !event.metaKey) open(true);
    else if (key === "Escape" && toggle.checked) open(false);
    else return;
    event.preventDefault();
  });
})();

// Light or dark: what stands in theme/partials/colours.html goes on here. Only a choice against the device is kept.
document.querySelector(".md-dark")?.addEventListener("click", () => {
  const now = 1 - follow();
  try {
    if (now === +!!dark?.matches) localStorage.removeItem(palette);
    else localStorage.setItem(palette, JSON.stringify({ index: now }));
  } catch {}
  chosen = undefined; // Where it is kept, another tab may change it.
  if (follow() !== now) chosen = now;
  follow();
});
dark?.addEventListener?.("change", follow);
for (const kind of ["pageshow", "storage"]) addEventListener(kind, follow);
