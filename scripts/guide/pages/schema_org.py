"""Page → what search engines read of it, in the words of schema.org: a few fields in its head, as JSON-LD.

`lastReviewed` is the day on which somebody last read the page against its sources. No reviewer is named: none has
looked. What it cites stands in its bibliography, and people's questions in data/questions.json: here they would make
the page of questions half as large again. (https://schema.org/MedicalWebPage)
"""

from __future__ import annotations

import json
from typing import Any

from guide.content.prose import BLOCK
from guide.content.site import Page, Site


def structured(site: Site, page: Page) -> str:
    """Return the fields of a page as JSON without its first brace: the theme writes before them what it knows of it."""
    kind = site.settings.kinds.get(page.kind)
    asked = any(block["name"] == "questions" for block in BLOCK.finditer(page.body or ""))
    fields: dict[str, Any] = {
        "@type": ["MedicalWebPage", "FAQPage"] if asked else "MedicalWebPage",
        "name": page.title,
        "lastReviewed": page.checked.isoformat(),
    }
    if kind and kind.schema_type:
        fields["about"] = {"@type": kind.schema_type, "name": page.name}
    fields["isPartOf"] = {"@type": "WebSite", "name": site.settings.name}
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return text.removeprefix("{").replace("<", "\\u003c")
