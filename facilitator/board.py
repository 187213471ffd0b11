"""The board: contributions, themes and the car park. What every stage writes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from facilitator.attribution import Attribution, Choice, chosen_for, may_be_kept
from facilitator.events import Event, Refused, new_id
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Contribution(msgspec.Struct, frozen=True, gc=False):
    """One idea, verbatim. `question` is the slug of the question it answers, in `stage`.

    An unattributed contribution holds neither member nor organisation. `choice` is its own
    attribution; `facilitator.attribution.shown_as` says how it is quoted.
    """

    id: str
    stage: str
    question: str
    text: str
    member: str = ""
    organisation: str = ""
    theme: str = ""
    parked: bool = False
    choice: Choice = ""

    @property
    def attribution(self) -> Attribution:
        """The least careful way of quoting it that what is kept of its author allows."""
        if self.member:
            return "named"
        return "organisation" if self.organisation else "unattributed"


class Theme(msgspec.Struct, frozen=True):
    """A pile of contributions under a name in the room's words."""

    id: str
    name: str


class Parked(msgspec.Struct, frozen=True):
    """A thing put aside: by whom, where it goes, when it is taken up, what became of it."""

    id: str
    text: str
    by: str = ""
    destination: str = ""
    back_at: str = ""
    outcome: str = ""
    contribution: str = ""


class ContributionCaptured(Event, frozen=True, tag="contribution.captured"):
    """Somebody said or wrote something, and it was captured word for word."""

    id: str
    stage: str
    question: str
    text: str
    member: str = ""
    organisation: str = ""
    theme: str = ""

    def apply(self, workshop: Workshop) -> None:
        if self.id in workshop.contributions:
            return
        workshop.contributions[self.id] = Contribution(
            self.id,
            self.stage,
            self.question,
            self.text,
            self.member,
            self.organisation,
            self.theme,
        )
        workshop.cards_of.setdefault((self.stage, self.question), []).append(self.id)


class CardsImported(Event, frozen=True, tag="cards.imported"):
    """Unattributed cards came in from elsewhere, as (id, text), in answer to one question."""

    stage: str
    question: str
    source: str
    cards: tuple[tuple[str, str], ...]

    def apply(self, workshop: Workshop) -> None:
        answers = workshop.cards_of.setdefault((self.stage, self.question), [])
        for card, text in self.cards:
            if card not in workshop.contributions:
                workshop.contributions[card] = Contribution(card, self.stage, self.question, text)
                answers.append(card)


class ContributionCorrected(Event, frozen=True, tag="contribution.corrected"):
    """The words of a contribution were corrected; the earlier ones stay in the history."""

    id: str
    text: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.contributions.get(self.id):
            workshop.contributions[self.id] = msgspec.structs.replace(found, text=self.text)


class ContributionsThemed(Event, frozen=True, tag="contributions.themed"):
    """Contributions were put on a theme's pile, or made loose again (no theme)."""

    contributions: tuple[str, ...]
    theme: str = ""

    def apply(self, workshop: Workshop) -> None:
        for each in self.contributions:
            if found := workshop.contributions.get(each):
                workshop.contributions[each] = msgspec.structs.replace(found, theme=self.theme)


class ThemeNamed(Event, frozen=True, tag="theme.named"):
    """A theme was named, or renamed."""

    id: str
    name: str

    def apply(self, workshop: Workshop) -> None:
        workshop.themes[self.id] = Theme(self.id, self.name)


class ThemeDissolved(Event, frozen=True, tag="theme.dissolved"):
    """A theme was taken away; its contributions are loose, or moved to another theme."""

    id: str
    into: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.themes.pop(self.id, None)
        for each in [c for c in workshop.contributions.values() if c.theme == self.id]:
            workshop.contributions[each.id] = msgspec.structs.replace(each, theme=self.into)


class ItemParked(Event, frozen=True, tag="item.parked"):
    """A thing was put into the car park; a contribution that goes there is parked itself."""

    id: str
    text: str
    by: str = ""
    destination: str = ""
    back_at: str = ""
    contribution: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.car_park[self.id] = Parked(
            self.id, self.text, self.by, self.destination, self.back_at, "", self.contribution
        )
        if found := workshop.contributions.get(self.contribution):
            workshop.contributions[found.id] = msgspec.structs.replace(found, parked=True)


class ItemTakenUp(Event, frozen=True, tag="item.taken_up"):
    """A parked thing was taken up again; what became of it."""

    id: str
    outcome: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.car_park.get(self.id)
        if found is None:
            return
        workshop.car_park[self.id] = msgspec.structs.replace(found, outcome=self.outcome)
        if card := workshop.contributions.get(found.contribution):
            workshop.contributions[card.id] = msgspec.structs.replace(card, parked=False)


def capture(
    workshop: Workshop,
    text: str,
    stage: str,
    question: str,
    member: str = "",
    organisation: str = "",
    theme: str = "",
    contribution_id: str = "",
) -> ContributionCaptured:
    """Capture one idea, word for word; without member and organisation it is unattributed.

    Who said it is not kept where the group has chosen that such words are unattributed.
    """
    text = wording(text, "Write something first.")
    if member:
        if member not in workshop.members:
            raise Refused("Nobody of that name is on the list.")
        organisation = workshop.members[member].organisation
    if organisation and organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    if theme and theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    member, organisation = may_be_kept(workshop, member, organisation, stage, question)
    return ContributionCaptured(
        contribution_id or new_id(), stage, question, text, member, organisation, theme
    )


def import_cards(
    workshop: Workshop, texts: Iterable[str], stage: str, question: str, source: str
) -> CardsImported:
    """Bring in unattributed cards; blank ones, and those that are there already, are left out."""
    there = {c.text for c in workshop.cards(stage, question)}
    new = dict.fromkeys(t for t in map(tidy, texts) if t and t not in there)
    for text in new:
        wording(text, "")
    if not new:
        raise Refused("There is nothing new in it: every comment is on the board already.")
    return CardsImported(stage, question, source, tuple((new_id(), t) for t in new))


def correct(workshop: Workshop, contribution: str, text: str) -> ContributionCorrected:
    """Correct the words of a contribution."""
    _card(workshop, contribution)
    return ContributionCorrected(
        contribution, wording(text, "A card needs words. To remove it, take it back.")
    )


def put_on_theme(
    workshop: Workshop, contributions: tuple[str, ...], theme: str
) -> ContributionsThemed:
    """Put contributions on a theme's pile; an empty theme makes them loose."""
    if not contributions:
        raise Refused("Choose a card first.")
    for each in contributions:
        _card(workshop, each)
    if theme and theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    return ContributionsThemed(contributions, theme)


def name_theme(workshop: Workshop, name: str, theme: str = "") -> ThemeNamed:
    """Name a new theme, or rename the one with the given id."""
    name = wording(name, "Give the theme a name in the room's words.")
    for other in workshop.themes.values():
        if other.name.casefold() == name.casefold() and other.id != theme:
            raise Refused(f"There is a theme called “{other.name}” already.")
    return ThemeNamed(theme or new_id(), name)


def dissolve_theme(workshop: Workshop, theme: str, into: str = "") -> ThemeDissolved:
    """Take a theme away; its cards become loose, or move into another theme."""
    if theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    if into == theme or (into and into not in workshop.themes):
        raise Refused("Choose another theme for its cards.")
    return ThemeDissolved(theme, into)


def park(
    workshop: Workshop,
    text: str,
    by: str = "",
    destination: str = "",
    back_at: str = "",
    contribution: str = "",
) -> ItemParked:
    """Put a thing, or a contribution, into the car park."""
    if contribution:
        card = _card(workshop, contribution)
        if card.parked:
            raise Refused("That card is in the car park already.")
        text = text or card.text
        # Whoever puts an unattributed card aside may be whoever wrote it.
        by = "" if chosen_for(workshop, card) == "unattributed" else by
    text = wording(text, "What should be parked?")
    return ItemParked(new_id(), text, tidy(by), tidy(destination), tidy(back_at), contribution)


def take_up(workshop: Workshop, item: str, outcome: str) -> ItemTakenUp:
    """Take a parked thing up again, and say what became of it."""
    if item not in workshop.car_park:
        raise Refused("That is no longer in the car park.")
    return ItemTakenUp(item, wording(outcome, "What became of it?"))


def _card(workshop: Workshop, contribution: str) -> Contribution:
    if contribution not in workshop.contributions:
        raise Refused("That card is no longer there.")
    return workshop.contributions[contribution]


def find_theme(workshop: Workshop, name: str) -> Theme | None:
    """The theme of that name, whatever its capitals."""
    wanted = tidy(name).casefold()
    return next((t for t in workshop.themes.values() if t.name.casefold() == wanted), None)
