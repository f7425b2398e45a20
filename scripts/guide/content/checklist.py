"""content/checklist.yml: the cards of the checklist, and what stands around them. tests/cases.yml: readers."""

from __future__ import annotations

from pydantic import Field

from guide.content.fields import AudienceId, ById, Id, ItemId, Model, PageId, Pattern, Prose, TierId, Words
from guide.content.source import Text


class Item(Model):
    """A sign on the checklist: its words, who says so, and its pages."""

    text: Words
    source: Prose
    signs: list[PageId] = Field(min_length=1, description="Its pages: the card links to the first, all show it.")


class Card(Model):
    """A card of the checklist: for whom, how soon, what to do (the heading), and the signs."""

    tier: TierId = Field(description="An id from `tiers` in site.yml.")
    audience: AudienceId = Field(description="An id from `audiences` in site.yml.")
    heading: Words
    lead: Prose | None = None
    items: ById[Id, Item] = Field(min_length=1)
    note: Prose | None = None


class ChecklistSection(Model):
    """A part of the page that is no card: its label, and what is said there."""

    label: Words
    text: Prose


class Checklist(Model):
    """content/checklist.yml: published advice as cards."""

    cards: ById[Id, Card]
    words: ById[Pattern, list[ItemId]] = Field(
        ById(),
        description="A pattern for words that name signs → these: a sentence with one says a speed of their cards.",
    )
    wordless: ById[ItemId, Text] = Field(
        ById(), description="For editors: urgent signs that no words can name apart from others, and why."
    )
    left_out: ById[Text, Text] = Field(ById(), description="For editors: signs that stand in no card, and why.")
    none: ChecklistSection
    sheet: ChecklistSection
    fields: ById[Id, Words] = Field(description="Labels of the lines that only the reader fills in.")

    @property
    def items(self) -> list[tuple[Text, Item]]:
        """Every sign with its id, card by card."""
        return [one for card in self.cards.values() for one in card.items.items()]

    @property
    def card_of(self) -> dict[Text, Card]:
        """The card of each sign, by the sign's id."""
        return {name: card for card in self.cards.values() for name in card.items}

    @property
    def cards_by_page(self) -> dict[str, dict[Text, list[Text]]]:
        """The page of a sign → each card that names it → its signs there."""
        found: dict[str, dict[Text, list[Text]]] = {}
        for card, about in self.cards.items():
            for name, item in about.items.items():
                for page in item.signs:
                    found.setdefault(page, {}).setdefault(card, []).append(name)
        return found


class Case(Model):
    """A made-up reader in tests/cases.yml: what they have, which signs of the list say so, how soon they need help."""

    who: Text
    what: Text
    audiences: list[AudienceId] = Field(description="What fits beside 'anyone'.")
    signs: list[ItemId] = Field(min_length=1)
    tier: TierId = Field(description="The slowest that is right.")
    soonest: TierId = Field(description="The soonest that is right: more urgent is too soon for them.")
    source: Prose = Field(description="Who says so, or that it is our own careful choice.")
