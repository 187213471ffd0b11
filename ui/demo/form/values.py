"""Values in a workshop file: wording, behaviours, rounds, and what became of each."""

import datetime

from facilitator.decision import Category, Code
from ui.demo.form.rounds import RoundSaid
from ui.demo.form.words import Section, category_of, code_of


class Late(Section, frozen=True, kw_only=True):
    """A position that an absent organisation gave after the lock."""

    org: str
    date: datetime.date
    position: str
    text: str = ""
    category: str = ""

    def __post_init__(self) -> None:
        code_of(self.position)
        category_of(self.category)

    @property
    def code(self) -> Code:
        """The position, in the domain's words."""
        return code_of(self.position)

    @property
    def kind(self) -> Category:
        """An objection's category, or nothing where the file names none."""
        return category_of(self.category)


class Mandate(Section, frozen=True, kw_only=True):
    """The day on which an organisation confirmed what its substitute had said."""

    org: str
    date: datetime.date


class ParkedSaid(Section, frozen=True, kw_only=True):
    """Who brings a parked value back, with what question, by when."""

    owner: str = ""
    question: str = ""
    return_by: str = ""


class WithdrawnSaid(Section, frozen=True, kw_only=True):
    """Who withdrew a value, and why."""

    by: str = ""
    reason: str = ""


class MergedSaid(Section, frozen=True, kw_only=True):
    """The value into which another went, and why."""

    into: str
    reason: str = ""


class ValueSaid(Section, frozen=True, kw_only=True):
    """A value and everything that was done about it."""

    id: str
    title: str
    order: int = 0
    proposed_by: str = ""
    test_day: str = ""
    clarified: str = ""
    we_will: tuple[str, ...] = ()
    we_will_not: tuple[str, ...] = ()
    rounds: tuple[RoundSaid, ...] = ()
    late_positions: tuple[Late, ...] = ()
    mandate_confirmed: tuple[Mandate, ...] = ()
    parked: ParkedSaid | None = None
    withdrawn: WithdrawnSaid | None = None
    merged: MergedSaid | None = None
