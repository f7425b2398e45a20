// An old address of a source leads to its place: by the list of all, whose line leads to the part of the list that has it.
(() => {
  const all = document.querySelector(".letters .all");
  const show = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const place = document.getElementById(name);
    if (place?.matches("li > a")) location.replace(place.href);
    else if (name && !place && all) location.replace(all.href + location.hash);
  };
  show();
  addEventListener("hashchange", show);
})();
