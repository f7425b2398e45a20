"""What each page says in an emergency, where that leads, and that a line not whole, seen and soon is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from conftest import base_of, in_turn, long
from emergency import HELP, LEAFLETS, LINE, PHONE, STRIP, TOLD, TOP, wanted
from guide.content.prose import plain_text
from guide.content.site import Site
from html_page import Element, article, parse


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE, is_mobile=True, has_touch=True, java_script_enabled=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def spoilt(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_the_lock_names_what_to_look_for() -> None:
    """Else a lock without words would let every page pass."""
    assert HELP == [("all signs", "checklist/#now")]
    assert {"999 UK", "112 Europe", "911 US, Canada", "000 Australia", "111 NZ"} <= {words for words, _ in STRIP}
    words = wanted("", "")["words"]
    assert words.startswith("Emergency: call your emergency number now if one is new or worse")
    assert all(part in words for part in ("pee or poo", "between the legs", "weak, numb or hurting"))


def test_the_lock_names_what_a_leaflet_must_say() -> None:
    assert len(LEAFLETS) == 4
    for name in LEAFLETS:
        card = wanted(f"{name}/", "")
        assert card["words"].startswith(
            "Call your emergency number now Ring now, be seen now. One is enough, if new or"
        )
        assert all(part in card["words"] for part in ("Do not drive.", "Pee or poo:", "Between legs", "New chest pain"))
        assert {"pee-poo", "between-legs", "legs-unsteady", "chest-pain"} <= {*card["boxes"]}
        assert len(card["boxes"]) >= 14
        assert card["kind"] == "leaflet"


def told_on(where: str, page: Element, base: str) -> list[str]:
    """What is wrong with what a page says in an emergency, as it is written: before any style or script. `base` is the
    path below which the site stands.

    `emergency_line.js` looks at the same on an open page, and at what is seen of it.
    """
    shown, held = article(page), wanted(where, "https://site.invalid/")
    lines = shown.find_all(class_="now" if held["kind"] == "leaflet" else "emergency")
    lines = [line for line in lines if line.tag in ("div", "section", "p")]
    if len(lines) != 1:
        return [f"{len(lines)} emergency lines"]
    [line], bare = lines, lines[0].without("sup", "call", "headerlink")
    flow = shown.find_all()
    calls = line.find_all(class_="call") or [one for one in flow[flow.index(line) :] if "call" in one.classes]
    found = {
        "words": " ".join(bare.text().split()),
        "links": leads(bare, where, base),
        "boxes": [box.attrs["name"] for box in line.find_all("input", type="checkbox")],
        "strip": leads(calls[0], where, base) if calls else [],
    }
    before = [
        one.tag for one in flow[: flow.index(line)] if re.fullmatch("h[23]|section|figure|table|details", one.tag)
    ]
    faults = [f"its {name}: {there}" for name, there in found.items() if there != held[name]]
    return faults + [f"before it stands a {tag}" for tag in before]


def leads(part: Element, where: str, base: str) -> list[tuple[str, str]]:
    """The links of a part of a page: their words, and where below the site they lead."""
    home = f"https://site.invalid{base}"
    found = [(" ".join(a.text().split()), urljoin(home + where, a.attrs["href"])) for a in part.find_all("a")]
    return [(words, to.removeprefix(home)) for words, to in found]


def test_every_page_says_what_the_lock_says(pages: dict[str, Element], built: Path) -> None:
    """Each of them, word by word; how it looks is tried in a browser, on one of each kind or on all."""
    base = base_of(built)
    assert {where: faults for where, page in pages.items() if (faults := told_on(where, page, base))} == {}


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("cancers/lung/", "call your emergency number", "text your emergency number"),
        ("cancers/lung/", 'href="tel:999"', 'href="tel:99"'),
        ("cancers/lung/", "checklist/#now", "checklist/#visit"),
        ("cancers/lung/", 'class="emergency"', 'class="urgent"'),
        ("404.html", "call your emergency number", "text your emergency number"),
        ("children/", "Do not drive", "You may drive"),
        ("children/", 'name="pee-poo"', 'name="pee"'),
    ],
)
def test_another_word_on_one_page_is_seen(where: str, old: str, new: str, built: Path, tmp_path: Path) -> None:
    text = (built / (where if where.endswith(".html") else f"{where}index.html")).read_text("utf-8")
    assert old in text
    (tmp_path / "spoilt.html").write_text(text.replace(old, new), "utf-8")
    assert told_on(where, parse(tmp_path / "spoilt.html"), base_of(built))


# The text between a heading and the next one of its level.
BELOW = """(heading) => {
  let text = "";
  for (let one = heading.nextElementSibling; one && one.tagName !== "H2"; one = one.nextElementSibling)
    text += one.textContent + " ";
  return text.replace(/\\s+/g, " ");
}"""


def test_the_line_leads_to_the_emergency_card_and_the_numbers(phone: Page, address: str) -> None:
    """A tap shows the heading of the emergency card, its lines below it and no others, and the numbers can be rung."""
    phone.goto(f"{address}cancers/lung/")
    phone.locator(".emergency").get_by_text(HELP[0][0]).click()
    phone.wait_for_url("**/checklist/#now")
    heading = phone.locator("h2#now")
    assert heading.is_visible()
    assert 0 <= heading.bounding_box()["y"] <= PHONE["height"] / 2
    below = heading.evaluate(BELOW)
    told = TOLD["leaflets"]
    for tier, card in LEAFLETS["checklist"]["cards"].items():
        lines = [plain_text(told["lines"][name]["text"]) for names in card["groups"].values() for name in names]
        assert [line for line in lines if (line in below) != (tier == "now")] == []
        assert len(lines) >= 2
        assert (card["heading"] in heading.inner_text()) == (tier == "now")
    phone.goto(f"{address}cancers/lung/")
    phone.locator(".emergency").get_by_text(STRIP[-1][0], exact=True).click()
    phone.wait_for_url("**/numbers/")
    text = phone.locator("article").inner_text()
    links = phone.locator("article a[href^='tel:']")
    rung = {*links.evaluate_all("all => all.map((one) => one.getAttribute('href'))")}
    for number in TOLD["numbers"].values():
        assert number["place"] in text
        assert f"tel:{number['emergency'][:3]}" in rung


@pytest.mark.parametrize("name", LEAFLETS)
def test_the_exact_words_of_every_emergency_sign_can_be_opened(
    name: str, phone: Page, address: str, site: Site
) -> None:
    """Behind the short lines stand the signs that the reader of this leaflet is owed, and who says so, one tap away."""
    phone.goto(f"{address}{name}/")
    exact = phone.locator("details.exact")
    assert exact.get_attribute("open") is None
    exact.locator("summary").click()
    readers = {*LEAFLETS[name]["audiences"], *LEAFLETS[name]["also"]}
    cards = [c for c in TOLD["checklist"]["cards"].values() if c["tier"] == "now" and c["audience"] in readers]
    others = site.leaflets.leaflets[name].not_owed
    items = [item for card in cards for one, item in card["items"].items() if one not in others]
    assert len(items) >= 20
    shown = exact.inner_text()
    assert [item["text"] for item in items if item["text"] not in shown] == []
    assert [item["source"] for item in items if plain_text(item["source"]) not in shown] == []


@pytest.mark.parametrize("name", LEAFLETS)
def test_a_late_leaflet_still_shows_the_numbers_first(name: str, spoilt: Page, address: str) -> None:
    """That it is out of date stands above its first card, and leaves the numbers on the first screen."""
    where = f"{name}/"
    spoilt.goto(address + where)
    spoilt.evaluate(
        "document.querySelectorAll('[data-due]').forEach((one) => (one.classList.add('late'), (one.hidden = false)))"
    )
    assert spoilt.locator(".stale .late").is_visible()
    assert spoilt.evaluate(LINE, wanted(where, address) | {"top": TOP}) == []


LONG = "x" * 400
# A page as no pull request may make it: what is done to a built page, and the fault to be named. `line` is the
# emergency line, or a leaflet's first card in its place; `up` is what holds it; SELECTOR and TAG are its own.
BAD = {
    "emptied": ("line.textContent = ''", "the words are: "),
    "taken out": ("line.remove()", "0 emergency lines"),
    "twice": ("line.after(line.cloneNode(true))", "2 emergency lines"),
    "weakened": ("line.append(' But only if a doctor said so.')", "the words are: "),
    "led out": ("line.querySelector('a[href*=numbers]').href = 'https://example.org/'", "the numbers are: "),
    "a number left out": ("line.querySelector('.call a').remove()", "the numbers are: "),
    "another number": ("line.querySelector('.call a').href = 'tel:123'", "the numbers are: "),
    "no number": ("line.querySelector('.call').remove()", "the numbers are: "),
    "a small number": ("line.querySelector('.call a').style = 'min-height: 20px; height: 20px; align-self: start'",
                       "a number of "),
    "numbers pushed down": ("line.querySelector('.call').style.paddingTop = '900px'", "a number ends "),
    "below the rest": ("line.closest('article').append(line)", "before it stands a"),
    "behind a heading": ("line.before(document.createElement('h2'))", "before it stands a h2"),
    "shown below": ("Object.assign(up.style, {display: 'flex', flexDirection: 'column'}); line.style.order = 9",
                    "it does not stand above the rest"),
    "pushed down": ("line.before(Object.assign(document.createElement('p'), {style: 'height: 4900px'}))", "px down"),
    "pushed by one word": (f"line.previousElementSibling.textContent = 'x '.repeat(3000) + '{LONG}'", "px down"),
    "pushed sideways": (f"line.append(Object.assign(document.createElement('b'), {{textContent: '{LONG}', "
                        "style: 'overflow-wrap: normal; white-space: nowrap'}))", "px sideways"),
    "tiny": ("line.style.fontSize = '3px'", "letters of 3px"),
    "squeezed": ("line.style.transform = 'scaleY(0.05)'", "transform of TAG"),
    "folded away": ("const d = document.createElement('details'); line.before(d); d.append(line)", "hidden: "),
    "folded, open": ("const d = document.createElement('details'); d.open = true; line.before(d); d.append(line)",
                     "part of a details"),
    "not laid out": ("line.style.display = 'none'", "nothing is laid out"),
    "the attribute": ("line.hidden = true", "nothing is laid out"),
    "its box hidden": ("up.style.visibility = 'hidden'", "hidden: "),
    "see-through": ("line.style.opacity = '0.1'", "it is see-through"),
    "its page see-through": ("up.style.opacity = '0.5'", "it is see-through"),
    "white on white": ("line.style.color = 'white'; line.style.background = 'white'", "on rgb(255, 255, 255)"),
    "pale": ("line.style.color = '#bbb'", "rgb(187, 187, 187) on"),
    "no ink": ("line.style.webkitTextFillColor = 'transparent'", "rgba(0, 0, 0, 0) on"),
    "part of it pale": ("line.querySelector('strong').style.color = '#eee'", "rgb(238, 238, 238) on"),
    "on a picture": ("line.style.backgroundImage = 'linear-gradient(red, red)'", "it stands on a picture"),
    "cut off": ("Object.assign(line.style, {height: '1em', overflow: 'hidden'})", "covered or cut off"),
    "cut to a path": ("line.style.clipPath = 'inset(100%)'", "clipPath of TAG"),
    "beside the page": ("Object.assign(line.style, {position: 'absolute', left: '-9999px'})", "beside the page"),
    "indented": ("line.style.textIndent = '-9999px'", "beside the page"),
    "above the page": ("Object.assign(line.style, {position: 'absolute', top: '-900px'})", "it begins -"),
    "covered": ("const c = document.createElement('div'); c.style = 'position: fixed; inset: 0; z-index: 99; "
                "background: white'; document.body.append(c)", "covered or cut off by div"),
    "struck through": ("line.style.textDecoration = 'line-through'", "it is struck through"),
    "a part folded, open": ("const d = document.createElement('details'); d.open = true; "
                           "line.append(d); d.append(line.querySelector('ul'))", "part of a details"),
    "a part not read out": ("line.querySelector('li').setAttribute('aria-hidden', 'true')", "may be skipped"),
    "a part cut off": ("Object.assign(line.querySelector('ul').style, {height: '1em', overflow: 'hidden'})",
                       "covered or cut off"),
    "not read out": ("line.setAttribute('aria-hidden', 'true')", "may be skipped"),
    "words by a style": ("document.styleSheets[0].insertRule('SELECTOR::after {content: \"Later is fine.\"}', 0)",
                         "a style adds words ::after"),
    "hidden by a style": ("document.styleSheets[0].insertRule('SELECTOR {display: none !important}', 0)",
                          "nothing is laid out"),
    "hidden from the dark": ("document.styleSheets[0].insertRule('@media (prefers-color-scheme: dark) "
                             "{SELECTOR {display: none !important}}', 0)", "nothing is laid out"),
    "hidden on paper": ("document.styleSheets[0].insertRule('@media print {SELECTOR {display: none !important}}', 0)",
                        "nothing is laid out"),
}  # fmt: skip
# On a page with the line only, and on a leaflet only.
BAD_LINE = {
    "one word": ("line.innerHTML = line.innerHTML.replace('call your', 'text your')", "the words are: "),
    "a sign left out": ("line.innerHTML = line.innerHTML.replace('or poo', '')", "the words are: "),
    "led elsewhere": ("line.querySelector('a[href*=now]').href = '../pancreas/'", "it leads to: "),
    "led to a slower card": ("line.querySelector('a[href*=now]').href = '../../checklist/#visit'", "it leads to: "),
    "a card beside it": ("line.after(Object.assign(document.createElement('form'), {className: 'checklist'}))",
                         "another page's form.checklist"),
}  # fmt: skip
BAD_LEAFLET = {
    "one word": ("line.innerHTML = line.innerHTML.replace('Do not drive', 'You may drive')", "the words are: "),
    "a sign left out": ("line.innerHTML = line.innerHTML.replace(' or poo', '')", "the words are: "),
    "a line left out": ("line.querySelector('li').remove()", "the words are: "),
    "lines in another order": ("line.querySelector('ul').append(line.querySelector('li'))", "the words are: "),
    "a line in a slow card": ("document.querySelector('.soon ul').append(line.querySelector('li'))", "the words are: "),
    "another speed": ("line.querySelector('.lead strong').textContent = 'this week'", "the words are: "),
    "a link added": ("line.querySelector('.lead').innerHTML += '<a href=\"#visit\"></a>'", "it leads to: "),
    "a box left out": ("line.querySelector('input').remove()", "the boxes are: "),
    "a box that can't be ticked": ("line.querySelector('input').disabled = true", "the boxes are: "),
    "another box": ("line.querySelector('input').name = 'weeks-new'", "the boxes are: "),
    "the emergency box too": ("line.after(Object.assign(document.createElement('p'), {className: 'emergency'}))",
                              "another page's .emergency"),
    "numbers below the lines": ("line.append(line.querySelector('.call'))", "do not stand below its heading"),
    "a heading not to be found": ("line.querySelector('h2').id = 'other'", "do not stand below its heading"),
    "a slower card first": ("line.before(document.querySelector('.card.today'))", "before it stands a section"),
    "a few words before it": ("line.before(Object.assign(document.createElement('p'), {textContent: 'Later.'}))",
                              "before it stands: Later."),
    "a picture before it": ("line.before(Object.assign(document.createElement('img'), {width: 9}))", "before it "),
    "the summary after it": ("line.after(document.querySelector('.summary'))", "its page begins: h1,.tabs,.ladder"),
    "no ladder": ("document.querySelector('.ladder').remove()", "its page begins: h1,.tabs,.summary,.card"),
    "a long summary": ("document.querySelector('.summary').textContent = 'x '.repeat(1000)", "px down"),
    "no group": ("line.removeAttribute('role')", "its card is no group"),
    "labels off paper": ("document.styleSheets[0].insertRule('@media print {.lines h3 {display: none !important}}', 0)",
                         "nothing is laid out of: Nerves"),
    "lines off paper": ("document.styleSheets[0].insertRule('@media print {.lines {display: none !important}}', 0)",
                        "nothing is laid out of: Pee or poo"),
}  # fmt: skip
# The pages that are spoilt: where the line or the card stands on each.
PLACES = {"cancers/lung/": (".emergency", "div", BAD | BAD_LINE)}
PLACES |= dict.fromkeys(("checklist/", "had-cancer/"), (".card.now", "section", BAD | BAD_LEAFLET))


@pytest.fixture(scope="module")
def sound() -> set[str]:
    """The pages in which nothing was wrong before they were spoilt."""
    return set()


# What spoils either is tried on one of them, in turn; `make test-long` spoils all three in every way.
@pytest.mark.parametrize(
    ("name", "where"),
    [
        *in_turn(BAD, [*PLACES][:2]),
        *((name, "cancers/lung/") for name in BAD_LINE),
        *((name, "checklist/") for name in BAD_LEAFLET),
        *(long((name, "had-cancer/")) for name in PLACES["had-cancer/"][2]),
    ],
)
def test_a_bad_page_is_seen(where: str, name: str, spoilt: Page, sound: set[str], address: str) -> None:
    selector, tag, bad = PLACES[where]
    change, fault = (part.replace("SELECTOR", selector).replace("TAG", tag) for part in bad[name])
    spoilt.emulate_media(color_scheme="light", media="screen")
    spoilt.goto(address + where, wait_until="domcontentloaded")
    if where not in sound:
        assert spoilt.evaluate(LINE, wanted(where, address)) == []
        sound.add(where)
    spoilt.evaluate(f"const line = document.querySelector('{selector}'), up = line.parentElement; {change}; 0")
    spoilt.emulate_media(
        color_scheme="dark" if "dark" in name else "light", media="print" if "paper" in name else "screen"
    )
    faults = spoilt.evaluate(LINE, wanted(where, address))
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize("words", ["", "Wait and see.", "In an emergency, call your doctor."])
def test_other_words_for_the_lost_are_seen(words: str, spoilt: Page, address: str) -> None:
    spoilt.goto(f"{address}404.html")
    spoilt.evaluate("words => { document.querySelector('.emergency').textContent = words }", words)
    assert spoilt.evaluate(LINE, wanted("404.html", address)) == [f"the words are: {words}"]
