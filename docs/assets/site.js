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
