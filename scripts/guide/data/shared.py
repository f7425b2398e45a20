"""Site → what several pages share, as models: checklist, glossary, disagreements, numbers to call, questions."""

from __future__ import annotations

from collections.abc import Callable

from guide.content.leaflet import LeafletCard
from guide.content.site import Site
from guide.data import shared_records as records
from guide.data.collect import TERMS, numbers, questions, said, shared, statement
from guide.data.records import Published


def checklist(site: Site) -> records.ChecklistFile:
    cards = [
        records.Card(
            id=name,
            tier=card.tier,
            audience=card.audience,
            heading=card.heading,
            lead=said(site, card.lead) if card.lead else None,
            note=said(site, card.note) if card.note else None,
            signs=[
                records.Sign(id=sign, text=item.text, source=statement(site, item.source), pages=item.signs)
                for sign, item in card.items.items()
            ],
        )
        for name, card in site.checklist.cards.items()
    ]
    leaflets = [
        records.Leaflet(id=name, label=leaflet.label, cards=[_card(site, card) for card in leaflet.cards])
        for name, leaflet in site.leaflets.leaflets.items()
    ]
    return records.ChecklistFile(**shared(site, "checklist"), terms=TERMS, cards=cards, leaflets=leaflets)


def _card(site: Site, card: LeafletCard) -> records.LeafletCard:
    lines, tier = site.leaflets.lines, site.settings.tiers[card.tier]
    return records.LeafletCard(
        tier=card.tier,
        heading=card.heading,
        clocks=said(site, card.clocks or f"Ring {tier.ring}, be seen {tier.seen}."),
        lead=said(site, card.lead) if card.lead else None,
        note=said(site, card.note) if card.note else None,
        groups=[
            records.LeafletGroup(
                label=group.label,
                lines=[records.Line(id=name, text=lines[name].text, signs=lines[name].signs) for name in group.lines],
            )
            for group in card.groups
        ],
    )


def glossary(site: Site) -> records.GlossaryFile:
    terms = [
        records.Word(
            id=name,
            term=term.term,
            also=term.also,
            meaning=statement(site, term.meaning),
            means=statement(site, term.means) if term.means else None,
            report=term.report,
        )
        for name, term in site.glossary.items()
    ]
    return records.GlossaryFile(**shared(site, "glossary"), terms=terms)


def disagreements(site: Site) -> records.DisagreementsFile:
    rows = [
        records.Difference(
            id=name,
            topic=row.topic,
            sides=[statement(site, side) for side in row.sides],
            follow=statement(site, row.follow),
            pages=row.pages,
        )
        for name, row in site.disagreements.items()
    ]
    return records.DisagreementsFile(**shared(site, "disagreements"), disagreements=rows)


def emergency_numbers(site: Site) -> records.NumbersFile:
    known = site.ambulance
    return records.NumbersFile(
        **shared(site, "emergency-numbers"),
        anywhere=known.anywhere,
        first_list=statement(site, known.source),
        second_list=statement(site, known.second),
        no_answer=statement(site, known.no_answer),
        numbers=[*numbers(site)],
    )


def all_questions(site: Site) -> records.QuestionsFile:
    askers = {name: asker.label for name, asker in site.settings.askers.items()}
    every = [one for page in site.pages.values() for one in questions(site, page)]
    return records.QuestionsFile(**shared(site, "questions"), askers=askers, questions=every)


# Name of the file → what makes it.
SHARED: dict[str, Callable[[Site], Published]] = {
    "checklist": checklist,
    "glossary": glossary,
    "disagreements": disagreements,
    "emergency-numbers": emergency_numbers,
    "questions": all_questions,
}
