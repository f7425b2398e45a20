// What a page asks of a reader with a phone: screens, words, the share of what stands behind the advice, where the first
// things stand (px from the top), and targets too near each other. `screen` is the height of the phone.
(screen) => {
  const article = document.querySelector("article");
  const top = (one) => (one && one.getClientRects().length ? one.getBoundingClientRect().top + scrollY : null);
  const height = (one) => one.getBoundingClientRect().height;
  const end = article.getBoundingClientRect().bottom + scrollY;
  const begins = top(document.querySelector("#next"));
  const words = article.innerText.split(/\s+/).filter(Boolean).length;
  const tel = article.querySelector("a[href^='tel:']");

  // A target is near another if a circle of 24 px round its middle meets it, or that one's circle. A link in a sentence has the
  // place that its words have; a citation stands beside it, and has none to spare.
  const shown = [...article.querySelectorAll("a[href], button, input, select, textarea, summary, label")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("label input"));
  const inSentence = (one) => {
    if (getComputedStyle(one).display !== "inline" || one.closest(".cite")) return false;
    const block = one.closest("p, li, td, dd, dt, figcaption, small, summary, label, h1, h2, h3");
    if (!block) return false;
    const copy = block.cloneNode(true);
    copy.querySelectorAll("a, button").forEach((link) => link.remove());
    return /[a-z]{2}/i.test(copy.textContent);
  };
  const boxes = shown.map((one) => ({ one, boxes: [...one.getClientRects()] }));
  const small = ({ boxes: [box] }) => box.width < 24 || box.height < 24;
  const near = (a, b) => {
    const [box] = a.boxes, x = box.left + box.width / 2, y = box.top + box.height / 2;
    return b.boxes.some((other) => {
      const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
      const [ox, oy] = [other.left + other.width / 2, other.top + other.height / 2];
      return Math.hypot(dx, dy) < 12 || (small(b) && Math.hypot(ox - x, oy - y) < 24);
    });
  };
  const failures = boxes.filter((a) => small(a) && !inSentence(a.one) &&
    boxes.some((b) => b !== a && !a.one.contains(b.one) && !b.one.contains(a.one) && near(a, b)));
  return {
    screens: document.documentElement.scrollHeight / screen,
    words,
    back: begins === null ? null : (end - begins) / height(article),
    h1: top(article.querySelector("h1")),
    h2: top([...article.querySelectorAll("h2")].find((one) => one.getClientRects().length)),
    h2id: [...article.querySelectorAll("h2")].find((one) => one.getClientRects().length)?.id,
    tel: tel && { bottom: top(tel) + height(tel), height: height(tel), width: tel.getBoundingClientRect().width },
    near: failures.length, which: failures.slice(0, 6).map(({ one }) => one.outerHTML.slice(0, 80)),
  };
}
