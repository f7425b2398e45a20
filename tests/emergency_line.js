// What is wrong with the emergency line on an open page, as a reader sees it: a list of faults, empty if there is none.
// `wanted`: words, links ([words, address below the site]), strip (the numbers to tap: [words, tel: or address]), base (the
// site's address), top (how far down it may begin), screen (where a phone's first screen ends), thumb (px it needs).
(wanted) => {
  const faults = [];
  const lines = [...document.querySelectorAll("article .emergency")];
  if (lines.length !== 1) return [`${lines.length} emergency lines`];
  const [line] = lines, article = line.closest("article");
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  // The words, and where they lead.
  const bare = line.cloneNode(true);
  bare.querySelectorAll("sup, .call").forEach((one) => one.remove());
  if (plain(bare.textContent) !== wanted.words) faults.push(`the words are: ${plain(bare.textContent)}`);
  const links = [...bare.querySelectorAll("a")].map((a) => [plain(a.textContent), a.getAttribute("href")]);
  links.forEach((one) => (one[1] = new URL(one[1], location.href).href));
  const right = wanted.links.map(([words, to]) => [words, wanted.base + to]);
  if (JSON.stringify(links) !== JSON.stringify(right)) faults.push(`it leads to: ${JSON.stringify(links)}`);

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

  // In the document it comes before the body.
  const early = [...article.querySelectorAll("h2, h3, section, figure, table, nav, form, ol, ul, hr, details")]
    .filter((one) => one.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (early.length) faults.push(`before it stands a ${early[0].tagName.toLowerCase()}`);
  const open = line.closest("details, dialog, [aria-hidden=true], [hidden], [inert], template, noscript, [role]:not(body)");
  if (open && article.contains(open)) faults.push(`it is part of a ${open.tagName.toLowerCase()} that may be skipped`);

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
    // The way to more numbers is of no use on paper.
    if (print && !rects.length && node.parentElement.matches(".call > a:not([href^='tel:'])")) continue;
    if (!rects.length) faults.push(`nothing is laid out of: ${plain(node.data)}`);
    rects.forEach((rect) => places.push(rect));
    const owner = node.parentElement;
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
  for (const other of article.querySelectorAll("h2, section, figure, nav")) {
    const place = other.getBoundingClientRect();
    if (place.height && place.top < box.bottom - 1) { faults.push("it does not stand above the rest"); break; }
  }
  line.scrollIntoView({ block: "center", behavior: "instant" });
  const moved = line.getBoundingClientRect().top - box.top;
  for (const rect of places) {
    const [x, y] = [rect.left + rect.width / 2, rect.top + moved + rect.height / 2];
    if (rect.left < 0 || rect.right > wide.clientWidth + 1) { faults.push("a part lies beside the page"); break; }
    const hit = document.elementFromPoint(x, y);
    if (!hit || !line.contains(hit)) { faults.push(`covered or cut off by ${hit ? hit.tagName.toLowerCase() : "the edge"}`); break; }
  }
  scrollTo(0, 0);
  return [...new Set(faults)];
}
