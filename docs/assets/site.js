// Names the search dialog, which the theme leaves without a name (a screen reader would say only "dialog").
document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "Search");

// The theme stores the colour scheme even when nobody chose one. Only a choice against the device's own is worth keeping.
const kept = globalThis.__md_get?.("__palette");
if (kept && matchMedia(kept.color?.media).matches) {
  localStorage.removeItem(`${__md_scope.pathname}.__palette`);
}
