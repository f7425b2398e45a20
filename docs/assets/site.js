// Names the search dialog, which the theme leaves without a name (a screen reader would say only "dialog").
document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "Search");
