// The theme's script makes the search. It is fetched, with the rest of the theme's style, when somebody reaches for it:
// scripts/lean.py says where they are. Where it left them in the page, there is nothing to do.
(() => {
  const { script, styles } = document.currentScript.dataset;
  const dialog = document.querySelector("[data-md-component=search]");
  const toggle = document.querySelector("#__search");
  if (!dialog) return;
  dialog.setAttribute("aria-label", "Search"); // The theme leaves it without a name.

  // The theme keeps the colours even when nobody chose any.
  const forget = () => {
    const kept = __md_get("__palette");
    if (kept && matchMedia(kept.color?.media).matches) localStorage.removeItem(`${__md_scope.pathname}.__palette`);
  };
  if (!script) return forget();

  const wake = () => {
    for (const [type, on] of Object.entries(calls)) removeEventListener(type, on, true);
    const ours = document.querySelector("link[rel=stylesheet]");
    for (const href of styles.split(" ")) {
      ours.before(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
    }
    const theirs = Object.assign(document.createElement("script"), { src: script });
    theirs.addEventListener("load", () => {
      forget();
      if (toggle.checked) dialog.querySelector("input").focus();
      dispatchEvent(new Event("awake"));
    });
    document.body.append(theirs);
  };
  const near = ({ target }) => target.closest?.(".md-search, [for=__search]") && wake();
  const calls = {
    pointerover: near,
    pointerdown: near,
    focusin: near,
    // The theme's own keys for the search.
    keydown: ({ key, target, ctrlKey, metaKey, altKey }) => {
      if (!["/", "s", "f"].includes(key) || ctrlKey || metaKey || altKey || target.closest?.("input, textarea")) return;
      toggle.checked = true;
      wake();
    },
  };
  for (const [type, on] of Object.entries(calls)) addEventListener(type, on, true);
})();
