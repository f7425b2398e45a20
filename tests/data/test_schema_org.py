"""What search engines read of a page is so, names no reviewer, and is nothing that a browser runs."""

from __future__ import annotations

import json

from guide.content.site import Site
from html_page import Element, address_of

# The fields of ours, and what schema.org lets each hold.
KNOWN = {"@context", "@type", "name", "lastReviewed", "about", "isPartOf", "url"}


def test_each_page_says_what_it_is(pages: dict[str, Element], site: Site) -> None:
    kinds = set()
    for page in site.pages.values():
        where = address_of(site.path_of(page))
        [script] = pages[where].find_all("script", type="application/ld+json")
        data = json.loads(script.text())
        assert data.keys() <= KNOWN, "and no reviewer"
        assert "MedicalWebPage" in data["@type"]
        assert ("FAQPage" in data["@type"]) == (page.id == "questions")
        assert (data["name"], data["lastReviewed"]) == (page.title, page.checked.isoformat())
        assert data["isPartOf"]["name"] == site.settings.name
        kind = site.settings.kinds.get(page.kind)
        kinds.add(about := data.get("about", {}).get("@type"))
        assert about == (kind and kind.schema_type)
        assert not about or data["about"]["name"] == page.name
    assert kinds >= {"MedicalCondition", "MedicalSignOrSymptom", "MedicalTest", "MedicalTherapy", None}


def test_no_other_page_has_any(pages: dict[str, Element], site: Site) -> None:
    known = {address_of(site.path_of(page)) for page in site.pages.values()}
    others = pages.keys() - known
    assert "404.html" in others
    assert [where for where in others if pages[where].find_all("script", type="application/ld+json")] == []
