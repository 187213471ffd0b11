"""Rehearsal in a workshop file: one playing of a scenario."""

import datetime
import re
from typing import Annotated

import msgspec

from facilitator.stages.rehearsal.state import ChangeKind
from ui.demo.form.rounds import RoundSaid
from ui.demo.form.words import LONGEST_SITTING, Section, verdict_of

_ADDED_LINE = re.compile(r"Add we-will(?P<not>-not)?: [‘'“\"](?P<words>.+)[’'”\"]")
"""A line added to what a value says we will do, or will not, in the words between the marks."""


class RolePlayed(Section, frozen=True, kw_only=True):
    """A role, and who played it."""

    p: str
    role: str


class CheckIn(Section, frozen=True, kw_only=True):
    """A word and a number from 1, at ease, to 5, tense."""

    p: str
    word: str
    tension_1to5: int


Minute = Annotated[int, msgspec.Meta(ge=0, le=LONGEST_SITTING)]
"""A minute of a sitting."""


class InjectSaid(Section, frozen=True, kw_only=True):
    """An inject, the minute at which it came, and what the group did."""

    inject: str
    at_min: Minute
    response: str = ""


class DecisionSaid(RoundSaid, frozen=True, kw_only=True):
    """A decision at a decision point, with the positions on it."""

    point: str
    at_min: Minute
    text: str
    reasons: str = ""


class StrainSaid(Section, frozen=True, kw_only=True):
    """What the scenario did to a value."""

    value: str
    verdict: str
    moment: str = ""
    at_min: Minute | None = None

    def __post_init__(self) -> None:
        verdict_of(self.verdict)


class Answer(Section, frozen=True, kw_only=True):
    """A question of the debrief, and an answer."""

    q: str
    a: str


class ChangeSaid(Section, frozen=True, kw_only=True):
    """A change to the agreement."""

    target: str
    change: str
    id: str = ""
    status: str = "proposed"
    owner: str = ""
    due: datetime.date | None = None

    def how(self) -> tuple[ChangeKind, str]:
        """How it changes its target, and in which words: "Add we-will: 'keep a call order'".

        Where it does not say, nothing: it is left to whoever accepts it.
        """
        if self.target == "commitments":
            return "commitment", ""
        if self.target == "purpose":
            return "statement", ""
        line = _ADDED_LINE.fullmatch(self.change)
        if line is None:
            return "", ""
        return "will_not" if line["not"] else "will", line["words"]


class Run(Section, frozen=True, kw_only=True):
    """One playing of a scenario pack."""

    scenario: str
    id: str = ""
    session: str = ""
    played: datetime.date | None = None
    roles: tuple[RolePlayed, ...] = ()
    observers: tuple[str, ...] = ()
    stop_word: str = ""
    check_in_before: tuple[CheckIn, ...] = ()
    check_in_after: tuple[CheckIn, ...] = ()
    injects_played: tuple[InjectSaid, ...] = ()
    decisions: tuple[DecisionSaid, ...] = ()
    values_under_strain: tuple[StrainSaid, ...] = ()
    debrief: tuple[Answer, ...] = ()
    lessons: tuple[str, ...] = ()
    changes_to_agreement: tuple[ChangeSaid, ...] = ()
