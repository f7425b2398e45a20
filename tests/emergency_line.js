// What is wrong with what an open page says in an emergency, as a reader sees it: a list of faults, empty if there is none.
// `wanted`: kind ("line": the emergency line; "leaflet": the first card, which takes its place), words, links ([words, address
// below the site]), boxes (names of the boxes to tick), strip (the numbers to tap: [words, tel: or address]), base (the site's
// address), top (how far down it may begin), screen (where a phone's first screen ends), thumb (px it needs), size (px of letters).
(wanted) => {
  const faults = [];
  const leaflet = wanted.kind === "leaflet";
  const other = leaflet ? ".emergency" : "form.checklist, .card input";
  const lines = [...document.querySelectorAll(leaflet ? "article .card.now" : "article .emergency")];
  if (lines.length !== 1) return [`${lines.length} emergency lines`];
  if (document.querySelector(`article :is(${other})`)) faults.push(`another page's ${other}`);
  const [line] = lines, article = line.closest("article");
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  // The words, where they lead, and what can be ticked.
  const bare = line.cloneNode(true);
  bare.querySelectorAll("sup, .call, .headerlink").forEach((one) => one.remove());
  if (plain(bare.textContent) !== wanted.words) faults.push(`the words are: ${plain(bare.textContent)}`);
  const links = [...bare.querySelectorAll("a")].map((a) => [plain(a.textContent), a.getAttribute("href")]);
  links.forEach((one) => (one[1] = new URL(one[1], location.href).href));
  const right = wanted.links.map(([words, to]) => [words, wanted.base + to]);
  if (JSON.stringify(links) !== JSON.stringify(right)) faults.push(`it leads to: ${JSON.stringify(links)}`);
  const boxes = [...line.querySelectorAll("li > label > input[type=checkbox]:enabled")].map((box) => box.name);
  if (JSON.stringify(boxes) !== JSON.stringify(wanted.boxes)) faults.push(`the boxes are: ${JSON.stringify(boxes)}`);

  // The numbers to call, each as large as a thumb and on the first screen. The page for the lost has them below its line.
  const print = matchMedia("print").matches;
  const strip = line.querySelector(".call") || line.nextElementSibling;
  const numbers = [...(strip?.matches(".call") ? strip.querySelectorAll("a") : [])];
  const there = numbers.map((a) => [plain(a.textContent), a.protocol === "tel:" ? a.getAttribute("href") : a.href]);
  const given = wanted.strip.map(([words, to]) => [words, to.startsWith("tel:") ? to : wanted.base + to]);
  if (JSON.stringify(there) !== JSON.stringify(given)) faults.push(`the numbers are: ${JSON.stringify(there)}`);
  for (const one of print ? [] : numbers) {
    const { width, height, bottom } = one.getBoundingClientRect();
    if (Math.min(width, height) < wanted.thumb) faults.push(`a number of ${Math.round(width)} by ${Math.round(height)} px`);
    if (bottom + scrollY > wanted.screen) faults.push(`a number ends ${Math.round(bottom + scrollY)} px down`);
  }
  // On a leaflet they stand between its first heading, where the ladder leads, and all that is to be read.
  if (leaflet && !line.matches(":has(> h2#now:first-child + .call)")) faults.push("the numbers do not stand below its heading");

  // In the document it comes before the body. On a leaflet only its frame comes before it, and that the page is out of date.
  const frame = leaflet ? "h1, h1 *, nav.tabs, nav.tabs *, form.checklist, nav.ladder, nav.ladder *" : "h1, h1 *";
  const early = [...article.querySelectorAll("h2, h3, section, figure, table, nav, form, ol, ul, hr, details")]
    .filter((one) => one.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING && !one.matches(frame));
  if (early.length) faults.push(`before it stands a ${early[0].tagName.toLowerCase()}`);
  if (leaflet) {
    const parts = ["h1", ".tabs", ".summary", ".ladder", ".card.now"];
    const order = [...article.querySelectorAll(parts.join())].map((one) => parts.find((part) => one.matches(part)));
    if (order.join() !== parts.join()) faults.push(`its page begins: ${order}`);
    for (const one of article.querySelectorAll("*")) {
      if (!(one.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING) || one.contains(line)) continue;
      if (one.closest("h1, .tabs, .summary, .ladder, .stale") || !one.getClientRects().length) continue;
      // Some engine has a place for its skip link there, which holds nothing.
      if (plain(one.textContent) || one.matches("img, svg, input, button")) faults.push(`before it stands: ${plain(one.textContent)}`);
    }
  }
  const skipped = "details, dialog, [aria-hidden=true], [hidden], [inert], template, noscript", role = "[role]:not(body)";
  const open = line.closest(skipped) || line.querySelector(skipped) || line.querySelector(role) ||
    (leaflet ? line.parentElement.closest(role) : line.closest(role));
  if (open && article.contains(open)) faults.push(`it is part of a ${open.tagName.toLowerCase()} that may be skipped`);
  if (leaflet && line.getAttribute("role") !== "group") faults.push("its card is no group");

  // Every part can be seen: laid out, not see-through, in ink that stands off from its paper.
  const channels = (colour) => (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const seen = new Set();
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const places = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    const owner = node.parentElement;
    // The way to more numbers is of no use on paper.
    if (print && !rects.length && owner.matches(".call > a:not([href^='tel:'])")) continue;
    // The mark of a heading's address, seen only under a mouse, and what is only heard where there is room for one column.
    if (owner.matches(".headerlink") || (!print && innerWidth < 960 && owner.matches(".groups > .lines > h3"))) continue;
    if (!rects.length) faults.push(`nothing is laid out of: ${plain(node.data)}`);
    rects.forEach((rect) => places.push([owner, rect.left, rect.right, rect.top + scrollY + rect.height / 2]));
    if (seen.has(owner)) continue;
    seen.add(owner);
    const style = getComputedStyle(owner), small = owner.closest("sup");
    if (!owner.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
      faults.push(`hidden: ${plain(node.data)}`);
    if (parseFloat(style.fontSize) < (small ? 8 : print ? 12 : wanted.size)) faults.push(`letters of ${style.fontSize}`);
    for (let one = owner; one; one = one.parentElement)
      if (/line-through/.test(getComputedStyle(one).textDecorationLine)) faults.push("it is struck through");
    if (rects.some((rect) => rect.height < (small ? 6 : 12))) faults.push("its letters are squeezed");
    let paper = "rgb(255, 255, 255)", through = 1;
    for (let one = owner; one; one = one.parentElement) through *= Number(getComputedStyle(one).opacity);
    if (through < 0.99) faults.push("it is see-through");
    for (let one = owner; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor, alpha = channels(colour)[3] ?? 1;
      if (getComputedStyle(one).backgroundImage !== "none") faults.push("it stands on a picture");
      if (alpha > 0 && alpha < 1) faults.push(`its paper is ${colour}`);
      if (alpha === 1) { paper = colour; break; }
    }
    const ink = [style.color, style.webkitTextFillColor];
    for (const colour of ink) {
      const [a, b] = [light(colour), light(paper)].sort((x, y) => y - x), contrast = (a + 0.05) / (b + 0.05);
      if ((channels(colour)[3] ?? 1) < 1 || contrast < 4.5) faults.push(`${colour} on ${paper}`);
    }
  }
  for (let one = line; one !== document.documentElement; one = one.parentElement) {
    const style = getComputedStyle(one);
    for (const name of ["filter", "transform", "clipPath", "maskImage", "rotate", "scale", "translate"])
      if (!["none", "", undefined].includes(style[name])) faults.push(`${name} of ${one.tagName.toLowerCase()}`);
    if (style.mixBlendMode !== "normal") faults.push("it is blended");
  }
  for (const one of [line, ...line.querySelectorAll("*")])
    for (const where of ["::before", "::after"])
      if (!["none", "normal"].includes(getComputedStyle(one, where).content)) faults.push(`a style adds words ${where}`);

  // It stands where a phone shows it soon, below the summary and above the rest, and nothing lies over it.
  const box = line.getBoundingClientRect(), top = box.top + scrollY;
  if (!print && (top < 0 || top > wanted.top)) faults.push(`it begins ${Math.round(top)} px down`);
  const wide = document.documentElement;
  if (!print && wide.scrollWidth > wide.clientWidth) faults.push(`the page can be pushed ${wide.scrollWidth} px sideways`);
  for (const one of article.querySelectorAll("h2, section, figure, nav")) {
    const place = one.getBoundingClientRect();
    if (line.contains(one) || (leaflet && one.matches("nav.tabs, nav.ladder"))) continue;
    if (place.height && place.top < box.bottom - 1) { faults.push("it does not stand above the rest"); break; }
  }
  for (const [owner, left, right, middle] of places) {
    scrollTo({ top: middle - innerHeight / 2, behavior: "instant" });
    if (left < 0 || right > wide.clientWidth + 1) { faults.push("a part lies beside the page"); break; }
    const hit = document.elementFromPoint((left + right) / 2, middle - scrollY);
    if (!owner.contains(hit)) { faults.push(`covered or cut off by ${hit ? hit.tagName.toLowerCase() : "the edge"}`); break; }
  }
  scrollTo({ top: 0, behavior: "instant" });
  return [...new Set(faults)];
}
