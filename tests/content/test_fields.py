"""Single values of the content: what an editor may write, what a reader then gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

import mini
from guide.content.emergency_numbers import NUMBER, Number, dial
from guide.content.fields import Day, Model, Prose
from guide.content.load import load
from guide.content.prose import split
from guide.content.reference import Name, Reference
from guide.content.site import Site, prose_in
from guide.content.source import Text
from guide.outputs.search_index import search_index
from guide.pages.format import authors
from guide.pages.render import render
from guide.rules.calls import undiallable_numbers
from html_page import Element, article, entries

# ONE table of countries and their numbers: nothing can know from 998 that 999 was meant. Each row says where the number
# was seen: in the words of a source, which are its title in references.yml or few words of a page of its own.
CALLS: dict[str, tuple[list[str], list[str], str]] = {
    "Australia": (["000"], ["1800633422"], "healthdirect.gov.au: “triple zero (000)”; mantv.com.au: “1800 633 422”"),
    "Canada": (["911"], ["811"], "maca.gov.nt.ca/en/services/9-1-1-nwt: “9-1-1”; hss.gov.nt.ca: “811”"),
    "European Union": (["112"], ["116117"], "European Commission: “112 Day”; aerztekammer-bw.de: “116 117 wählen”"),
    "India": (["112", "108"], [], "healthysoch.com, Emergency Response Support System: “112”, “108 (ambulance)”"),
    "Ireland": (["112", "999"], [], "www2.hse.ie: “When to call 112 or 999”"),
    "New Zealand": (["111"], ["0800611116"], "govt.nz: “dial 111”; health.govt.nz: “0800 611 116”"),
    "South Korea": (["119"], [], "issuu.com/kocis9, Safe Travel in Korea: “119 National Rescue Services”"),
    "United Kingdom": (["999"], ["111"], "wmas.nhs.uk: “Should I ring 999 or 111?”"),
    "United States": (["911"], [], "fcc.gov: “9-1-1 and E9-1-1 Services”"),
}  # fmt: skip


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Site:
    loaded, problems = load(mini.write(tmp_path_factory.mktemp("small")))
    assert loaded, problems
    return loaded


def dialled(text: str | None) -> list[str]:
    return re.findall(r"\]\(tel:([^)]*)\)", dial(text or ""))


def test_each_country_has_its_own_numbers(site: Site) -> None:
    listed = {n.place: (dialled(n.emergency), dialled(n.advice)) for n in site.numbers.values()}
    assert listed == {place: (emergency, advice) for place, (emergency, advice, _) in CALLS.items()}
    for place, (emergency, advice, words) in CALLS.items():
        for number in emergency + advice:
            assert number in re.sub(r"(?<=\d)[ -](?=\d)", "", words), f"{place}: the source's words hold no {number}"


def test_what_is_read_is_dialled_on_the_page(pages: dict[str, Element], site: Site) -> None:
    shown = article(pages["numbers/"])
    links = [a for a in shown.find_all("a") if a.attrs.get("href", "").startswith("tel:")]
    read = [(a.find_all("strong") or [a])[0].text().replace(" ", "") for a in links]
    assert [a.attrs["href"] for a in links] == [f"tel:{number}" for number in read]
    assert [a.text() for a in links[: len(site.row)]] == [f"{number} {name}" for number, name in site.row]
    links = [a for table in shown.find_all("table") for a in table.find_all("a") if "tel:" in a.attrs.get("href", "")]
    assert len(links) == sum(len(emergency + advice) for emergency, advice, _ in CALLS.values())


# What the names of babel hold beside the countries of ISO 3166: parts of countries, groups, and tests.
NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def test_no_country_is_left_out(site: Site) -> None:
    named = {code for code in Locale("en").territories if len(code) == 2 and not code.isdigit()} - NO_COUNTRY
    assert len(named) == 250
    assert {code.upper() for code in site.settings.countries} == named
    assert {code.upper() for code in site.ambulance.countries} == named


PARTS = st.one_of(
    st.sampled_from(
        ["112", "999", "15", "0800 611 116", "+61 2 1234 5678", "02", "24", "7", "O", "OOO", "l12", "１１２", "٩"]
    ),
    st.sampled_from(
        [" ", " ", "\u00a0", ", ", " or ", " for ", "-", "(", ")", "/", ".", " hours", " a day", "+", "; ", "ext "]
    ),
    st.text("0123456789 ,or+()-", max_size=4),
)


@given(st.lists(PARTS, min_size=1, max_size=7).map("".join).filter(str.strip))
def test_every_digit_that_is_read_is_dialled(small: Site, typed: str) -> None:
    """Or a problem names the line: nothing is dialled in part, joined from two, or left as words."""
    number = Number.model_construct(place=Text("Here"), emergency=Text(typed), advice=None, source=Text("A"))
    if list(undiallable_numbers(replace(small, numbers={"here": number}))):
        return
    written = dial(typed)
    assert re.sub(r"\[([^\]]*)\]\(tel:[^)]*\)", r"\1", written) == typed, "a reader reads what was typed"
    for read, called in re.findall(r"\[([^\]]*)\]\(tel:([^)]*)\)", written):
        assert re.fullmatch(r"\+?[0-9]+( [0-9]+)*", read)
        assert called == read.replace(" ", "")
    assert "".join(re.findall(r"[\d+]", typed)) == "".join(dialled(typed))
    assert dialled(typed)


@pytest.mark.parametrize(
    ("typed", "calls"),
    {
        "+61 2 1234 5678": ["+61212345678"],
        "112, in some places 108 for an ambulance": ["112", "108"],
        "15 or 112": ["15", "112"],
        "healthdirect, 1800 022 222": ["1800022222"],
        "811 in most provinces and territories": ["811"],
        "110 (police) or 119 (ambulance)": ["110", "119"],
        "116117": ["116117"],
    }.items(),
)
def test_numbers_that_are_one_number(typed: str, calls: list[str]) -> None:
    assert dialled(typed) == calls
    assert NUMBER.search(typed)


GIVEN = {
    "JK": "JK", "J.K.": "JK", "J. K.": "JK", "J K": "JK", "J-P": "JP", "Jean-Pierre": "JP", "Ann Marie": "AM",
    "WJG": "WJG", "Hai-yan": "HY", "Raymond WJG": "RWJG", "FD Richard": "FDR", "Annalise G.": "AG", "JoAnne": "J",
    "Özgül": "Ö", "ÉM": "ÉM", "MARIA": "M", "Shannon K. T.": "SKT", "A": "A",
}  # fmt: skip


@pytest.mark.parametrize(("given", "initials"), GIVEN.items())
def test_given_names_become_initials(given: str, initials: str) -> None:
    name = Name.model_validate({"family": "Smith", "given": given})
    assert authors(Reference.model_construct(author=[name], et_al=None)) == f"Smith {initials}"


def test_no_initial_of_a_real_name_is_lost(site: Site) -> None:
    names = [name for reference in site.references.values() for name in reference.author if name.given]
    assert len(names) > 1000
    for name in names:
        shown = authors(Reference.model_construct(author=[name], et_al=None)).removeprefix(f"{name.family} ")
        words = re.split(r"[\s.-]+", name.given.strip("."))
        assert len(shown) == sum(len(word) if re.fullmatch("[A-Z]{2,3}", word) else 1 for word in words), name
        assert all(run in shown for run in re.findall(r"\b[A-Z]{2,3}\b", name.given)), name
        assert [word[0].lower() for word in words if word[0].lower() not in shown.lower()] == [], name


REFERENCE = {"type": "report", "title": "A", "URL": "https://example.org/a", "evidence": "trial", "read": "abstract"}
GOOD = {
    "issued": ["2020", "2020-11", "2020-11-22", "2024-02-29"],
    "DOI": ["10.1136/bmj.m3673", "10.1016/S1470-2045(05)70458-9", "10.1002/(SICI)1097-0142(19970415)79:8"],
    "PMID": ["1", "32816714"],
    "PMCID": ["PMC7430000"],
    "ISBN": ["978-1-4731-6926-5", "978-92-4-008178-9", "0-306-40615-2", "080442957X"],
    "volume": ["12", "28 (suppl 4)", "XII"],
    "issue": ["2 Pt 1", "Suppl_1", "Suppl"],
    "page": ["305-315", "e24.00130", "60-72.e14", "S1-S4", "xii-xv", "Article 5"],
    "number": ["NG234", "CD003347", "410973"],
    "author": [[{"family": "L'Espérance", "given": "S"}], [{"literal": "NICE (2023), London"}],
               [{"family": "de Vet", "given": "H de la"}]],
    "et_al": [],
}  # fmt: skip
BAD = {
    "issued": ["22/11/2020", "2020-13", "2020-02-30", "Nov 2020", "20", "2020-1-2", "２０２０", "soon"],
    "DOI": ["hello", "https://doi.org/10.1136/bmj.m3673", "doi:10.1136/bmj.m3673", "10.1136", "10.1136/a b",
            "10.1136/ä"],
    "PMID": ["PMID 32816714", "0", "123456789", "hello", "١٢"],
    "PMCID": ["7430000", "PMC", "pmc1", "PMC 1"],
    "ISBN": ["978-1-4731-6926-6", "9781473168", "hello", "978-1-4731-6926", "0-306-40615-3"],
    "volume": ["hello", "see the journal", "*12*", "12, 13"],
    "issue": ["the second", "1|2"],
    "page": ["305–315", "some", "1 [2]"],
    "number": ["none", "NG 234!"],
    "author": [[{}], [{"given": "Anna"}], [{"family": "Smith", "literal": "NICE"}], [{"family": "Smith, J"}],
               ["Smith J"],
               [{"family": "University of Washington", "given": "trauma radiology reference resource"}]],
    "et_al": ["yes", "false", "et al"],
}  # fmt: skip


def placed(value: Any) -> Any:
    """Return `value` with its strings as they come from a file."""
    if isinstance(value, dict):
        return {key: placed(item) for key, item in value.items()}
    return (
        [placed(item) for item in value]
        if isinstance(value, list)
        else Text(value)
        if isinstance(value, str)
        else value
    )


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in GOOD.items() for value in values], ids=str
)
def test_a_source_may_say(field: str, value: object) -> None:
    Reference.model_validate(placed({**REFERENCE, field: value}))


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in BAD.items() for value in values], ids=str
)
def test_a_source_may_not_say(field: str, value: object) -> None:
    with pytest.raises(ValueError, match="—" if not (field == "author" and value == ["Smith J"]) else "dict"):
        Reference.model_validate(placed({**REFERENCE, field: value}))


def test_a_year_is_shown_right(site: Site, pages: dict[str, Element]) -> None:
    listed = entries(pages)
    for name, reference in site.references.items():
        if reference.issued:
            assert re.search(rf"[ .]{reference.issued[:4]}[;:.]", listed[name].text()), name


def models(model: type[Model] = Model) -> Iterator[type[Model]]:
    for one in model.__subclasses__():
        yield one
        yield from models(one)


def made(hint: Any, found: list[Text]) -> Any:
    """Return a value of a type, and put every prose in it into `found`."""
    if hint == Prose:
        found.append(Text(f"prose {len(found)}"))
        return found[-1]
    if isinstance(hint, type) and issubclass(hint, Model):
        return hint.model_construct(
            **{
                name: made(part, found)
                for name, part in get_type_hints(hint, include_extras=True).items()
                if name in hint.model_fields
            }
        )
    parts = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (list, tuple):
        return [made(parts[0], found)]
    if get_origin(hint) is dict:
        return {"key": made(parts[1], found)}
    return made(parts[0], found) if get_origin(hint) in (Union, UnionType, Annotated) else None


def test_no_prose_of_any_model_escapes() -> None:
    """A field's type alone says that it holds prose: at the top, optional, in a list or a dict, in a model below."""
    assert len(list(models())) > 15
    for model in models():
        found: list[Text] = []
        assert list(prose_in(made(model, found))) == found, model.__name__


def test_an_optional_prose_field_needs_no_marker() -> None:
    class Odd(Model):
        maybe: Prose | None = None
        several: list[Prose] = []
        named: dict[Text, list[Prose] | None] = {}
        other: Text | None = None

    Odd.__annotations__ = {
        "maybe": Prose | None,
        "several": list[Prose],
        "named": dict[Text, list[Prose] | None],
        "other": Text | None,
    }
    odd = Odd(maybe=Text("a"), several=[Text("b")], named={Text("x"): [Text("c")]}, other=Text("d"))
    assert list(prose_in(odd)) == ["a", "b", "c"]


def test_a_day_knows_its_place() -> None:
    day = Day._validate(Text("2026-11-22"))
    assert day.isoformat() == day.written == "2026-11-22"


# What no page shows, and why. Everything else that an editor writes stands on some page.
UNSHOWN = {
    ("Ask", "words"): "the first is looked for below; of the others the search reads each word once",
    ("Page", "also"): "other names: the search reads each word of them once",
    ("Term", "also"): "other names: the search reads each word of them once",
    ("Checklist", "left_out"): "for editors: why a sign is in no card",
    ("Checklist", "not_printed"): "for editors: why an urgent card is not on paper",
    ("Case", "who"): "made-up readers, for rules", ("Case", "what"): "made-up readers, for rules",
    ("Grade", "about"): "for editors: why a page may be so hard to read", ("Settings", "shows"): "for a rule",
    ("Grade", "pages"): "for rules",
    ("Section", "about"): "for editors: their editor program and `make check` say it",
    ("Settings", "banned"): "for rules", ("Settings", "not_figures"): "for rules",
    ("Settings", "ours"): "for rules", ("Settings", "soothing"): "for rules",
    ("Settings", "telling"): "for rules", ("Settings", "denied"): "for rules",
    ("Settings", "urgent"): "for rules", ("Settings", "commands"): "for rules",
    ("Settings", "counted"): "for a rule", ("Settings", "audience_words"): "for a rule",
    ("Settings", "not_speeds"): "for a rule", ("Settings", "speed_words"): "for a rule",
    ("Settings", "help_words"): "for a rule", ("Settings", "reporting"): "for a rule",
    ("Settings", "emergency_signs"): "for a rule", ("Settings", "emergency_words"): "for a rule",
    ("Strings", "words"): "filled in, or said by the theme and the scripts: test_languages looks for each there",
    ("Strings", "counted"): "filled in",
    ("Checklist", "words"): "for a rule", ("Settings", "emergency_line"): "its signs stand for the dots",
    ("Opened", "how"): "for maintainers, and on the sheet that a clinician reviews",
    ("Settings", "description"): "the engine writes it, for search engines", ("Settings", "address"): "the engine's",
    ("Palette", "bar"): "in the style", ("Palette", "link"): "in the style", ("Settings", "logo"): "in the theme",
    ("Settings", "country"): "a code: its number comes first",
    ("Settings", "publish"): "what is made: no page says it",
    ("Settings", "version"): "the name of the file that `make release` writes holds it",
    ("Line", "signs"): "ids: their exact words are shown", ("Leaflet", "not_owed"): "for editors: why it has no line",
    ("Leaflet", "about"): "for editors: each leaflet's page says in its summary for whom it is",
    ("Settings", "countries"): "codes, for a rule: their names are shown",
    ("Page", "unavoidable"): "for a test of the reading grade",
    ("Reference", "type"): "for programs that read CSL", ("Reference", "issue"): "for programs that read CSL",
    ("Reference", "number"): "for programs that read CSL", ("Reference", "ISBN"): "for programs that read CSL",
    ("Reference", "DOI"): "the address leads there", ("Reference", "PMID"): "the address leads there",
    ("Reference", "PMCID"): "the address leads there",
    ("Reference", "publisher"): "a journal's name stands in its place",
    ("Reference", "issued"): "its year is shown",
    ("FigurePart", "label"): "drawn in several short lines",
    ("Name", "family"): "from the fourth author on", ("Name", "given"): "its first letters do",
    ("Name", "literal"): "from the fourth author on",
}  # fmt: skip


def values(value: Any, where: tuple[str, str] = ("", "")) -> Iterator[tuple[tuple[str, str], Text]]:
    """Yield every text in a model with the model and the field that hold it."""
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, Model):
        for field in type(value).model_fields:
            yield from values(getattr(value, field), (type(value).__name__, field))
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from values(item, where)


@pytest.mark.slow
def test_what_is_written_reaches_a_reader(site: Site) -> None:
    """Or it is named above, with the reason. The words are looked for in the pages as they are handed to the engine."""
    pages = re.sub(r"\[([^]]*)]\(tel:[^)]*\)", r"\1", " ".join(" ".join(render(site).values()).split())) + search_index(
        site
    )
    fields: dict[tuple[str, str], list[Text]] = {}
    for where, text in values(
        [v for name, v in vars(site).items() if name not in ("changes", "shared", "broken", "cases", "watch")]
    ):
        fields.setdefault(where, []).append(text)
    assert len(fields) > 70
    asked = [ask.words[0] for page in site.pages.values() for ask in page.asks]
    assert [question for question in asked if question not in pages] == []
    words = site.settings  # an id is shown by its label
    known = [
        words.evidence,
        words.read,
        words.verdicts,
        words.measures,
        words.columns,
        words.tiers,
        words.audiences,
        words.reports,
    ]
    ids = {name for one in (*known, *(kind.groups for kind in words.kinds.values())) for name in one}
    lost = {}
    for where, texts in fields.items():
        step = -(-len(texts) // 60)  # some of many: each field is written out in one place only
        lost[where] = [text for text in texts[::step] if text not in ids and not reached(text, pages)][:3]
    assert {where: texts for where, texts in lost.items() if texts and where not in UNSHOWN} == {}, "say why above"


def reached(text: str, pages: str) -> bool:
    """Whether a text stands on a page, in one piece or a sentence by itself."""
    return longest(text) in pages or all(longest(sentence) in pages for sentence in split(text))


def longest(text: str) -> str:
    """Return the longest piece of a text without a mark in it."""
    pieces = re.split(r"\s*\[@[^\]]*\]|\[\[[^\]]*\]\]|^\{\{.*\}\}$|\|", text, flags=re.MULTILINE)
    return max((" ".join(piece.split()) for piece in pieces), key=len)
