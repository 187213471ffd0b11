"""The car park: what is put aside, where it goes, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from facilitator.attribution import chosen_for
from facilitator.board import card_of, chosen_cards
from facilitator.events import Event, Refused, new_id
from facilitator.wording import a_time, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Parked(msgspec.Struct, frozen=True):
    """A thing put aside: by whom, where it goes, when it is taken up, what became of it.

    `carrier` takes it to its destination. A theme is parked whole, with its `contributions`.
    """

    id: str
    text: str
    by: str = ""
    destination: str = ""
    back_at: str = ""
    outcome: str = ""
    contribution: str = ""
    carrier: str = ""
    theme: str = ""
    contributions: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[str, ...]:
        """Ids of the contributions that are parked with it."""
        return (self.contribution,) if self.contribution else self.contributions


class ItemParked(Event, frozen=True, tag="item.parked"):
    """A thing was put into the car park; a contribution that goes there is parked itself."""

    for_note_takers = True

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
        _set_parked(workshop, (self.contribution,), True)


class CardsParked(Event, frozen=True, tag="cards.parked"):
    """Several contributions were put into the car park at once, as (item, contribution, text).

    By whom is not kept: it may be whoever wrote one of them and chose not to be named.
    """

    cards: tuple[tuple[str, str, str], ...]
    destination: str = ""
    back_at: str = ""

    def apply(self, workshop: Workshop) -> None:
        for item, card, text in self.cards:
            ItemParked(item, text, "", self.destination, self.back_at, card).apply(workshop)


class ThemeParked(Event, frozen=True, tag="theme.parked"):
    """A theme was put into the car park with its contributions, and it was said where it goes."""

    id: str
    theme: str
    text: str
    destination: str
    contributions: tuple[str, ...] = ()
    by: str = ""
    carrier: str = ""
    back_at: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.car_park[self.id] = Parked(
            self.id,
            self.text,
            self.by,
            self.destination,
            self.back_at,
            carrier=self.carrier,
            theme=self.theme,
            contributions=self.contributions,
        )
        _set_parked(workshop, self.contributions, True)


class ItemTakenUp(Event, frozen=True, tag="item.taken_up"):
    """A parked thing was taken up again; what became of it."""

    id: str
    outcome: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.car_park.get(self.id)
        if found is None:
            return
        workshop.car_park[self.id] = msgspec.structs.replace(found, outcome=self.outcome)
        _set_parked(workshop, found.cards, False)


def _set_parked(workshop: Workshop, cards: Iterable[str], parked: bool) -> None:
    for each in cards:
        if found := workshop.contributions.get(each):
            workshop.contributions[each] = msgspec.structs.replace(found, parked=parked)


def park(
    workshop: Workshop,
    text: str,
    by: str = "",
    destination: str = "",
    back_at: str = "",
    contribution: str = "",
    today: str = "",
) -> ItemParked:
    """Put a thing, or a contribution, into the car park.

    When it is taken up again may be said in any words; a date before `today` is refused.
    """
    if contribution:
        card = card_of(workshop, contribution)
        if card.parked:
            raise Refused("That card is in the car park already.")
        text = text or card.text
        # Whoever puts an unattributed card aside may be whoever wrote it.
        by = "" if chosen_for(workshop, card) == "unattributed" else by
    text = wording(text, "What should be parked?")
    back_at = a_time(back_at, today)
    return ItemParked(new_id(), text, tidy(by), tidy(destination), back_at, contribution)


def park_cards(
    workshop: Workshop,
    contributions: tuple[str, ...],
    destination: str = "",
    back_at: str = "",
) -> CardsParked:
    """Put several contributions into the car park at once."""
    cards = chosen_cards(workshop, tuple(dict.fromkeys(contributions)))
    if any(card.parked for card in cards):
        raise Refused("One of those cards is in the car park already. Choose them again.")
    items = tuple((new_id(), card.id, card.text) for card in cards)
    return CardsParked(items, tidy(destination), tidy(back_at))


def park_theme(
    workshop: Workshop,
    theme: str,
    destination: str,
    carrier: str = "",
    back_at: str = "",
    by: str = "",
    today: str = "",
) -> ThemeParked:
    """Put a theme into the car park with all its cards; it must be said where it goes.

    A date before `today` on which it would be taken up again is refused.
    """
    found = workshop.themes.get(theme)
    if found is None:
        raise Refused("That theme is no longer there.")
    destination = wording(
        destination,
        f"Say where “{found.name[:60]}” goes: a theme is not put aside without a destination.",
    )
    cards = tuple(
        c.id for c in workshop.contributions.values() if c.theme == theme and not c.parked
    )
    if not cards and theme_in_car_park(workshop, theme):
        raise Refused(f"“{found.name[:60]}” is in the car park already.")
    back_at = a_time(back_at, today)
    return ThemeParked(
        new_id(), theme, found.name, destination, cards, tidy(by), tidy(carrier), back_at
    )


def take_up(workshop: Workshop, item: str, outcome: str) -> ItemTakenUp:
    """Take a parked thing up again, and say what became of it."""
    if item not in workshop.car_park:
        raise Refused("That is no longer in the car park.")
    return ItemTakenUp(item, wording(outcome, "What became of it?"))


def theme_in_car_park(workshop: Workshop, theme: str) -> Parked | None:
    """The newest thing in the car park that is this theme and was not taken up; None without."""
    items = reversed(workshop.car_park.values())
    return next((p for p in items if p.theme == theme and not p.outcome), None)
