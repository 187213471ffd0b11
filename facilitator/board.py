"""The board: contributions and themes. What every stage writes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from facilitator.attribution import Attribution, Choice, may_be_kept
from facilitator.events import Event, Refused, new_id
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Contribution(msgspec.Struct, frozen=True, gc=False):
    """One idea, verbatim. `question` is the slug of the question it answers, in `stage`.

    An unattributed contribution holds neither member nor organisation. `choice` is its own
    attribution; `facilitator.attribution.shown_as` says how it is quoted. `at` is the local time
    at which it was said (ISO 8601), where that was kept; `read_back` that its words were read back.
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
    at: str = ""
    read_back: bool = False

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


class ContributionCaptured(Event, frozen=True, tag="contribution.captured"):
    """Somebody said or wrote something, and it was captured word for word."""

    for_note_takers = True

    id: str
    stage: str
    question: str
    text: str
    member: str = ""
    organisation: str = ""
    theme: str = ""
    at: str = ""

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
            at=self.at,
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

    replaces = ("id",)
    for_note_takers = True

    id: str
    text: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.contributions.get(self.id):
            # What was read back were the words before.
            workshop.contributions[self.id] = msgspec.structs.replace(
                found, text=self.text, read_back=False
            )


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

    replaces = ("id",)

    id: str
    name: str

    def apply(self, workshop: Workshop) -> None:
        workshop.themes[self.id] = Theme(self.id, self.name)


class ThemeFormed(Event, frozen=True, tag="theme.formed"):
    """A theme was named together with the contributions that went to it: new, or split off."""

    id: str
    name: str
    contributions: tuple[str, ...]

    def apply(self, workshop: Workshop) -> None:
        ThemeNamed(self.id, self.name).apply(workshop)
        ContributionsThemed(self.contributions, self.id).apply(workshop)


class ThemeDissolved(Event, frozen=True, tag="theme.dissolved"):
    """A theme was taken away; its contributions are loose, or moved to another theme."""

    id: str
    into: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.themes.pop(self.id, None)
        for each in [c for c in workshop.contributions.values() if c.theme == self.id]:
            workshop.contributions[each.id] = msgspec.structs.replace(each, theme=self.into)


def capture(
    workshop: Workshop,
    text: str,
    stage: str,
    question: str,
    member: str = "",
    organisation: str = "",
    theme: str = "",
    contribution_id: str = "",
    at: str = "",
) -> ContributionCaptured:
    """Capture one idea, word for word; without member and organisation it is unattributed.

    `at` is the local time at which it was said (ISO 8601), where it is to be kept. Who said it
    is not kept where the group has chosen that such words are unattributed.
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
        contribution_id or new_id(), stage, question, text, member, organisation, theme, at
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
    card_of(workshop, contribution)
    return ContributionCorrected(
        contribution, wording(text, "A card needs words. To remove it, take it back.")
    )


def put_on_theme(
    workshop: Workshop, contributions: tuple[str, ...], theme: str
) -> ContributionsThemed:
    """Put contributions on a theme's pile; an empty theme makes them loose."""
    chosen_cards(workshop, contributions)
    if theme and theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    return ContributionsThemed(contributions, theme)


def name_theme(workshop: Workshop, name: str, theme: str = "") -> ThemeNamed:
    """Name a new theme, or rename the one with the given id."""
    return ThemeNamed(theme or new_id(), _free_name(workshop, name, theme))


def form_theme(
    workshop: Workshop, name: str, contributions: tuple[str, ...], theme_id: str = ""
) -> ThemeFormed:
    """Name a new theme together with the contributions that go to it."""
    chosen_cards(workshop, contributions)
    return ThemeFormed(theme_id or new_id(), _free_name(workshop, name), contributions)


def split_theme(
    workshop: Workshop, theme: str, name: str, contributions: tuple[str, ...], theme_id: str = ""
) -> ThemeFormed:
    """Take contributions out of a theme into a new one; some must stay."""
    if theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    chosen_cards(workshop, contributions)
    there = {c.id for c in workshop.contributions.values() if c.theme == theme and not c.parked}
    if not there.issuperset(contributions):
        raise Refused("Those cards are not all in that theme. Choose them again.")
    if there.issubset(contributions):
        raise Refused("That is every card of the theme, so nothing is split. Rename it instead.")
    return form_theme(workshop, name, contributions, theme_id)


def dissolve_theme(workshop: Workshop, theme: str, into: str = "") -> ThemeDissolved:
    """Take a theme away; its cards become loose, or move into another theme."""
    if theme not in workshop.themes:
        raise Refused("That theme is no longer there.")
    if into == theme or (into and into not in workshop.themes):
        raise Refused("Choose another theme for its cards.")
    return ThemeDissolved(theme, into)


def chosen_cards(workshop: Workshop, contributions: tuple[str, ...]) -> list[Contribution]:
    """The contributions that a command names; refused when there are none, or one is gone."""
    if not contributions:
        raise Refused("Choose a card first.")
    return [card_of(workshop, each) for each in contributions]


def _free_name(workshop: Workshop, name: str, theme: str = "") -> str:
    """A theme's name, tidied; refused when another theme than the given one has it."""
    name = wording(name, "Give the theme a name in the room's words.")
    for other in workshop.themes.values():
        if other.name.casefold() == name.casefold() and other.id != theme:
            raise Refused(f"There is a theme called “{other.name}” already.")
    return name


def card_of(workshop: Workshop, contribution: str) -> Contribution:
    """The contribution of that id; refused when it is gone."""
    if contribution not in workshop.contributions:
        raise Refused("That card is no longer there.")
    return workshop.contributions[contribution]


def find_theme(workshop: Workshop, name: str) -> Theme | None:
    """The theme of that name, whatever its capitals."""
    wanted = tidy(name).casefold()
    return next((t for t in workshop.themes.values() if t.name.casefold() == wanted), None)
