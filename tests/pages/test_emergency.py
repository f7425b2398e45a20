"""What the emergency line leads to, in a browser, and that a line that is not whole, seen and soon is noticed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from emergency import HELP, LINE, PHONE, TOLD, wanted
from guide.content.prose import plain_text


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE, is_mobile=True, has_touch=True, java_script_enabled=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_the_lock_names_what_to_look_for() -> None:
    """Else a lock without words would let every page pass."""
    assert HELP == [("all emergency signs", "checklist/#now"), ("which number to call", "numbers/")]
    words = wanted("", "")["words"]
    assert words.startswith("Emergency. Call your emergency number now if one of these is new or worse")
    assert all(part in words for part in ("pee or poo", "between your legs", "weak, numb or unsteady"))


# The text between a heading and the next one of its level.
BELOW = """(heading) => {
  let text = "";
  for (let one = heading.nextElementSibling; one && one.tagName !== "H2"; one = one.nextElementSibling)
    text += one.textContent + " ";
  return text.replace(/\\s+/g, " ");
}"""


def test_the_line_leads_to_the_emergency_cards_and_the_numbers(phone: Page, address: str) -> None:
    """A tap shows the heading of the emergency cards; these stand below it, no others, and the numbers can be rung."""
    phone.goto(f"{address}cancers/lung/")
    phone.locator(".emergency").get_by_text(HELP[0][0]).click()
    phone.wait_for_url("**/checklist/#now")
    heading = phone.locator("h2#now")
    assert heading.is_visible()
    assert 0 <= heading.bounding_box()["y"] <= PHONE["height"] / 2
    below = heading.evaluate(BELOW)
    for card in TOLD["checklist"]["cards"].values():
        words = [card["heading"], plain_text(card.get("lead", "")), *(item["text"] for item in card["items"].values())]
        if card["tier"] == "now":
            assert [one for one in words if one not in below] == []
        else:
            assert card["heading"] not in below
    phone.goto(f"{address}cancers/lung/")
    phone.locator(".emergency").get_by_text(HELP[1][0]).click()
    phone.wait_for_url("**/numbers/")
    text = phone.locator("article").inner_text()
    rung = {link.get_attribute("href") for link in phone.locator("article a[href^='tel:']").all()}
    for number in TOLD["numbers"].values():
        assert number["place"] in text
        assert f"tel:{number['emergency'][:3]}" in rung


LONG = "x" * 400
# A page as no pull request may make it: what is done to a built page, and the fault to be named.
BAD = {
    "emptied": ("line.textContent = ''", "the words are: "),
    "taken out": ("line.remove()", "0 emergency lines"),
    "twice": ("line.after(line.cloneNode(true))", "2 emergency lines"),
    "weakened": ("line.append(' But only if a doctor said so.')", "the words are: "),
    "one word": ("line.innerHTML = line.innerHTML.replace('Call', 'Text')", "the words are: "),
    "a sign left out": ("line.innerHTML = line.innerHTML.replace('or poo', '')", "the words are: "),
    "led elsewhere": ("line.querySelector('a[href*=now]').href = '../pancreas/'", "it leads to: "),
    "led to a slower card": ("line.querySelector('a[href*=now]').href = '../../checklist/#visit'", "it leads to: "),
    "led out": ("line.querySelector('a[href*=numbers]').href = 'https://example.org/'", "it leads to: "),
    "below the rest": ("line.closest('article').append(line)", "before it stands a"),
    "behind a heading": ("line.before(document.createElement('h2'))", "before it stands a h2"),
    "shown below": ("Object.assign(up.style, {display: 'flex', flexDirection: 'column'}); line.style.order = 9",
                    "it does not stand above the rest"),
    "pushed down": ("line.before(Object.assign(document.createElement('p'), {style: 'height: 4900px'}))", "px down"),
    "pushed by one word": (f"line.previousElementSibling.textContent = 'x '.repeat(3000) + '{LONG}'", "px down"),
    "pushed sideways": (f"line.append(Object.assign(document.createElement('b'), {{textContent: '{LONG}', "
                        "style: 'overflow-wrap: normal; white-space: nowrap'}))", "px sideways"),
    "tiny": ("line.style.fontSize = '3px'", "letters of 3px"),
    "squeezed": ("line.style.transform = 'scaleY(0.05)'", "transform of p"),
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
    "cut to a path": ("line.style.clipPath = 'inset(100%)'", "clipPath of p"),
    "beside the page": ("Object.assign(line.style, {position: 'absolute', left: '-9999px'})", "beside the page"),
    "indented": ("line.style.textIndent = '-9999px'", "beside the page"),
    "above the page": ("Object.assign(line.style, {position: 'absolute', top: '-900px'})", "it begins -"),
    "covered": ("const c = document.createElement('div'); c.style = 'position: fixed; inset: 0; z-index: 99; "
                "background: white'; document.body.append(c)", "covered or cut off by div"),
    "struck through": ("line.style.textDecoration = 'line-through'", "it is struck through"),
    "not read out": ("line.setAttribute('aria-hidden', 'true')", "may be skipped"),
    "words by a style": ("document.styleSheets[0].insertRule('.emergency::after {content: \"Later is fine.\"}', 0)",
                         "a style adds words ::after"),
    "hidden by a style": ("document.styleSheets[0].insertRule('.emergency {display: none !important}', 0)",
                          "nothing is laid out"),
    "hidden from the dark": ("document.styleSheets[0].insertRule('@media (prefers-color-scheme: dark) "
                             "{.emergency {display: none !important}}', 0)", "nothing is laid out"),
    "hidden on paper": ("document.styleSheets[0].insertRule('@media print {.emergency {display: none !important}}', 0)",
                        "nothing is laid out"),
}  # fmt: skip


@pytest.fixture(scope="module")
def lung(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_seen(name: str, lung: Page, address: str) -> None:
    change, fault = BAD[name]
    where = "cancers/lung/"
    lung.emulate_media(color_scheme="light", media="screen")
    lung.goto(address + where, wait_until="domcontentloaded")
    assert lung.evaluate(LINE, wanted(where, address)) == []
    lung.evaluate(f"const line = document.querySelector('.emergency'), up = line.parentElement; {change}; 0")
    lung.emulate_media(
        color_scheme="dark" if "dark" in name else "light", media="print" if "paper" in name else "screen"
    )
    faults = lung.evaluate(LINE, wanted(where, address))
    assert any(fault in one for one in faults), faults


@pytest.mark.parametrize("words", ["", "Wait and see.", "In an emergency, call your doctor."])
def test_other_words_for_the_lost_are_seen(words: str, lung: Page, address: str) -> None:
    lung.goto(f"{address}404.html")
    lung.evaluate("words => { document.querySelector('.emergency').textContent = words }", words)
    assert lung.evaluate(LINE, wanted("404.html", address)) == [f"the words are: {words}"]
