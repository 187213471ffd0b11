"""A round of positions in a workshop file."""

import datetime

import msgspec

from facilitator.decision import Category, Code
from ui.demo.form.words import Section, category_of, code_of, minute_of


class Reserved(Section, frozen=True, kw_only=True):
    """An organisation's words beside its position."""

    org: str
    text: str = ""


class Objection(Section, frozen=True, kw_only=True):
    """An organisation's objection, and how it was settled if it was."""

    org: str
    reason: str = ""
    category: str = ""
    resolved_by: str = ""

    def __post_init__(self) -> None:
        category_of(self.category)

    @property
    def kind(self) -> Category:
        """Its category, or nothing where the file names none."""
        return category_of(self.category)


class RoundSaid(Section, frozen=True, kw_only=True):
    """A round as it was recorded; `locked_at` is a local minute such as 2026-03-18T14:30."""

    wording: str = ""
    positions: dict[str, str] = msgspec.field(default_factory=dict)
    reservations: tuple[Reserved, ...] = ()
    objections: tuple[Objection, ...] = ()
    amendment: str = ""
    notes: str = ""
    session: str = ""
    locked_at: str = ""

    def __post_init__(self) -> None:
        self.codes()
        if self.locked_at:
            minute_of(self.locked_at)

    @property
    def locked(self) -> datetime.datetime | None:
        """The local minute at which it was locked, if the file says."""
        return minute_of(self.locked_at) if self.locked_at else None

    def codes(self) -> dict[str, Code]:
        """Positions by organisation, in the domain's words."""
        return {organisation: code_of(said) for organisation, said in self.positions.items()}
