"""content/leaflets.yml: what is read of the checklist: a leaflet a reader, a card a speed, a line for some signs."""

from __future__ import annotations

from pydantic import Field

from guide.content.fields import AudienceId, ById, Id, ItemId, LineId, Model, PageId, Prose, TierId, Words
from guide.content.source import Text

POCKET_LINES = 10  # more do not fit on a card of 85 x 54 mm in letters of 9 pt


class Line(Model):
    """A line to tick: its few words, and the signs of content/checklist.yml that it stands for."""

    text: Prose = Field(description="A few words, no sentence. The bold ones alone are enough to say: this is not me.")
    signs: list[ItemId] = Field(min_length=1, description="Their exact words and sources stand at the leaflet's end.")


class LineGroup(Model):
    """Lines of one card that belong together."""

    label: Words = Field(description="Their heading on wide screens and on paper. The only group of a card needs none.")
    lines: list[LineId] = Field(min_length=1)


class LeafletCard(Model):
    """The card of one speed: what to do, and the lines that ask for it."""

    tier: TierId = Field(description="An id from `tiers` in site.yml: it gives the two clocks.")
    heading: Words = Field(description="What to do. It begins with the time.")
    clocks: Prose | None = Field(
        None, description="In place of the two clocks, on the calmest card: for old pain that stays the same."
    )
    lead: Prose | None = Field(None, description="What to do tonight, and where nobody answers.")
    groups: list[LineGroup] = Field(min_length=1)
    note: Prose | None = Field(None, description="What stands below the lines.")


class Leaflet(Model):
    """One reader's leaflet, most urgent card first. Its page shows it with {{ leaflet }}."""

    label: Words = Field(description="For whom it is, as the ways between leaflets say it.")
    about: Text = Field(description="For editors: for whom it is. Its page says so in the summary.")
    audiences: list[AudienceId] = Field(min_length=1, description="It owes a line to each sign of their cards.")
    also: ById[AudienceId, TierId] = Field(ById(), description="Others' cards that it shows too, down to this tier.")
    not_owed: ById[ItemId, Text] = Field(ById(), description="Signs of those cards that are for others, and why.")
    cards: list[LeafletCard] = Field(min_length=1)
    pocket: list[LineId] = Field(max_length=POCKET_LINES, description="The lines of the card to carry.")


class Leaflets(Model):
    """content/leaflets.yml: the lines, and the leaflets made of them by the ids of their pages."""

    lines: ById[Id, Line]
    leaflets: ById[PageId, Leaflet]
