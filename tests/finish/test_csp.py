"""What a page may do in a reader's browser: run our scripts, show our pictures, and ask nobody else for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import serve
from finish.csp import add_csp
from finish.page import read
from html_page import Element, article, parse


def policy_of(page: Element) -> dict[str, list[str]]:
    """The page's policy, by directive."""
    [meta] = page.find_all("meta", **{"http-equiv": "Content-Security-Policy"})
    return {name: values for name, *values in (part.split() for part in meta.attrs["content"].split(";"))}


def faults(page: Element) -> list[str]:
    """What would make a page's policy weaker than it looks, or the page worse under it."""
    found = []
    policy = policy_of(page)
    head = [e.attrs.get("http-equiv", e.tag) for e in page.find_all() if e.tag in ("meta", "script", "link")]
    if head[:2] != ["meta", "Content-Security-Policy"]:
        found.append("the policy stands behind what it is about")
    if policy.pop("default-src") != ["'none'"]:
        found.append("what is not named is allowed")
    for directive in ("base-uri", "form-action"):  # the default does not hold for them
        if policy.get(directive) != ["'none'"]:
            found.append(f"{directive} is not forbidden")
    for directive in policy.keys() - {"script-src", "style-src", "img-src", "connect-src", "base-uri", "form-action"}:
        found.append(f"{directive} is allowed")
    for directive, values in policy.items():
        for value in values:
            if not re.fullmatch(r"'(self|none|sha256-.{44})'", value) and (directive, value) != ("img-src", "data:"):
                found.append(f"{directive} allows {value}")
    scripts = [one for one in page.find_all("script") if "src" not in one.attrs]
    inline = [one.text().encode() for one in scripts if one.attrs.get("type") != "application/ld+json"]  # data
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in inline]
    if sorted(policy["script-src"]) != sorted(["'self'", *hashes]):
        found.append(f"{len(inline)} scripts stand on the page, the policy names others")
    styles = [style.text().encode() for style in page.find_all("style")]
    named = [f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in styles]
    if sorted(policy["style-src"]) != sorted(["'self'", *named]):
        found.append(f"{len(styles)} styles stand on the page, the policy names others")
    for link in page.find_all("link"):
        if link.attrs["rel"] not in (
            "stylesheet",
            "icon",
            "canonical",
            "alternate",
        ):  # which of them a browser fetches is its own affair
            found.append(f"a link for {link.attrs['rel']}, which the policy forbids to fetch")
    for element in page.find_all():
        found += [f"<{element.tag} {name}>" for name in element.attrs if name == "style" or name.startswith("on")]
        found += [f"<{element.tag}>"] * (element.tag in ("base", "iframe", "object", "embed"))
        found += [
            f"leads to {v}" for k, v in element.attrs.items() if k == "href" and v.startswith(("javascript:", "data:"))
        ]
    return found


def test_every_page_has_a_strict_policy(pages: dict[str, Element]) -> None:
    assert "404.html" in pages
    assert {where: faults(page) for where, page in pages.items() if faults(page)} == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'", "style-src allows 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' https://example.org", "script-src allows https://example.org"),
        ("default-src 'none'", "default-src *", "what is not named is allowed"),
        ("; base-uri 'none'", "", "base-uri is not forbidden"),
        ("form-action 'none'", "form-action 'self'", "form-action is not forbidden"),
        ("<script>document", "<script> document", "1 scripts stand on the page, the policy names others"),
        ("<style>", "<style> ", "1 styles stand on the page, the policy names others"),
        (
            '<script type="application/ld+json">',
            '<script type="application/ld+json" src="x.js"></script><script type="application/json">',
            "2 scripts stand on the page, the policy names others",
        ),
        ("<h1 ", '<h1 onclick="x()" ', "<h1 onclick>"),
        ("<article", "<style></style><article", "2 styles stand on the page"),
        ("connect-src 'self'", "connect-src https://example.org", "connect-src allows https://example.org"),
        ("connect-src 'self'", "connect-src 'self'; worker-src 'self'", "worker-src is allowed"),
        ('<link rel="icon"', '<link rel="next" href="../card/"><link rel="icon"', "a link for next"),
        ('<link rel="icon"', '<link rel="manifest" href="a.json"><link rel="icon"', "a link for manifest"),
        ('<meta charset="utf-8">', '<link rel="icon"><meta charset="utf-8">', "the policy stands behind what it is"),
    ],
)
def test_a_weak_policy_is_noticed(old: str, new: str, fault: str, built: Path, tmp_path: Path) -> None:
    text = (built / "about/index.html").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "bad.html").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(fault in found for found in faults(parse(tmp_path / "bad.html")))


def test_quotation_marks_do_not_break_out_of_the_description(pages: dict[str, Element]) -> None:
    """Search engines show it, and what follows a quotation mark would become attributes."""
    for where, page in pages.items():
        for meta in page.find_all("meta"):
            assert set(meta.attrs) <= {"charset", "name", "content", "http-equiv"}, where
    [about] = pages["tests/bone-scan/"].find_all("meta", name="description")
    assert '"' in about.attrs["content"]


INJECTED = """<article>
<script>document.title = "in"</script>
<img src="nowhere.png" onerror="document.title = 'in'">
<img src="https://example.org/pixel.png"><script src="https://example.org/evil.js"></script>
<iframe src="https://example.org/"></iframe><link rel="stylesheet" href="https://example.org/evil.css">
<p id="styled" style="color: rgb(1, 2, 3)">x</p><a id="go" href="javascript:void(document.title='in')">y</a>
<form id="send" action="https://example.org/"><input name="name"></form>
"""


def answer_nothing(page: Page) -> list[str]:
    """Stop what a tab sends to another host on its way; return the list to which each address is added."""
    sent: list[str] = []
    page.route("https://example.org/**", lambda route: (sent.append(route.request.url), route.abort()))
    return sent


def test_what_got_into_a_page_can_do_nothing(browser: Browser, built: Path, tmp_path: Path) -> None:
    """The policy's purpose: were a script ever to slip into content, the browser would not run it."""
    text = (built / "404.html").read_text(encoding="utf-8").replace("<article", INJECTED + "<article", 1)
    bare = re.sub(r"<meta (http-equiv|name=.referrer)[^>]*>", "", text)
    for name in ("bare.html", "guarded.html"):
        (tmp_path / name).write_text(bare, encoding="utf-8")
    page = read(tmp_path / "guarded.html", "guarded.html")
    add_csp(page)
    page.write()
    for name, harmless in (("guarded.html", True), ("bare.html", False)):  # without a policy each of these does act
        page = browser.new_page()
        sent = answer_nothing(page)
        with serve(tmp_path) as url:
            page.goto(url + name)
            page.locator("#go").click()
            assert (page.title() != "in") == harmless
            assert (page.evaluate("getComputedStyle(styled).color") != "rgb(1, 2, 3)") == harmless
            page.evaluate("setTimeout(() => send.submit())")
            page.wait_for_timeout(300)
        assert len(sent) == (0 if harmless else 5), sent
        page.close()


def test_links_to_other_sites_say_so(pages: dict[str, Element], page: Page, address: str) -> None:
    """And tell the other site nothing of where a reader comes from."""
    links = [a for one in pages.values() for a in article(one).find_all("a") if "//" in a.attrs.get("href", "")]
    assert len(links) > 1000
    assert {a.attrs["rel"] for a in links} == {"external noreferrer"}
    assert {a.attrs.get("target") for a in links} == {None}
    assert all(one.find_all("meta", name="referrer")[0].attrs["content"] == "no-referrer" for one in pages.values())
    page.goto(address + "about/")
    mark = "one => getComputedStyle(one, '::after').content"
    assert "↗" in page.locator("article a[rel~=external]").first.evaluate(mark)
    assert "↗" not in page.locator("article p a:not([rel])").first.evaluate(mark)


def test_a_page_may_ask_its_own_host_and_no_other(page: Page, address: str) -> None:
    """As Lighthouse does, which reads robots.txt from within the page."""
    sent = answer_nothing(page)
    page.goto(address + "about/")
    ask = "address => fetch(address).then((answer) => answer.status, (error) => error.name)"
    assert page.evaluate(ask, address + "robots.txt") == 404
    assert page.evaluate(ask, "https://example.org/robots.txt") == "TypeError"
    assert page.evaluate("navigator.sendBeacon('https://example.org/', 'x')") in (True, False)
    page.wait_for_timeout(200)
    assert sent == []
