"""The only-we test: three questions to a theme, answered outright, by hands or by organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from facilitator.events import Event, Refused

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

Question = Literal["alone_can", "hold_levers", "would_be_missed"]
Said = Literal["", "yes", "no", "unsure"]
"""What an organisation says to a question; empty when it says nothing any more."""

QUESTIONS: tuple[Question, ...] = get_args(Question)
"""Could one of us do this alone? Do we hold the levers? Would anyone miss it?"""
PASSING: dict[Question, bool] = {"alone_can": False, "hold_levers": True, "would_be_missed": True}
"""The answers of a theme that is kept."""
MOST_HANDS = 999


class Hands(msgspec.Struct, frozen=True):
    """A show of hands."""

    yes: int = 0
    no: int = 0
    unsure: int = 0

    @property
    def total(self) -> int:
        """How many hands there were."""
        return self.yes + self.no + self.unsure

    @property
    def majority(self) -> bool | None:
        """What more than half of the hands say; None when no side has more than half."""
        if 2 * self.yes > self.total:
            return True
        return False if 2 * self.no > self.total else None


class Answer(msgspec.Struct, frozen=True):
    """What the group says to one question.

    `outright` is what was said without counting, or over a count. `counted` are hands as counts.
    `positions` are what organisations said: they make the answer where nothing else does, and
    beside a count they name those that differ.
    """

    outright: bool | None = None
    counted: Hands | None = None
    positions: dict[str, Said] = {}

    @property
    def hands(self) -> Hands | None:
        """The hands as counted, else one for each organisation that said something."""
        if self.counted is not None or not self.positions:
            return self.counted
        said = list(self.positions.values())
        return Hands(said.count("yes"), said.count("no"), said.count("unsure"))

    @property
    def is_yes(self) -> bool | None:
        """The answer; None while there is none, or when no side has more than half."""
        if self.outright is not None:
            return self.outright
        return self.hands.majority if self.hands else None


class OnlyWe(msgspec.Struct, frozen=True):
    """The three answers of the only-we test for a theme or a single contribution."""

    subject: str
    alone_can: Answer = Answer()
    hold_levers: Answer = Answer()
    would_be_missed: Answer = Answer()

    def answer(self, question: Question) -> Answer:
        """The answer to a question."""
        match question:
            case "alone_can":
                return self.alone_can
            case "hold_levers":
                return self.hold_levers
            case _:
                return self.would_be_missed

    @property
    def answered(self) -> int:
        """How many of the three questions have an answer."""
        return sum(self.answer(question).is_yes is not None for question in QUESTIONS)

    @property
    def passes(self) -> bool:
        """Nobody could do it alone, we hold the levers, and it would be missed."""
        return all(self.answer(q).is_yes is wanted for q, wanted in PASSING.items())


class OnlyWeTested(Event, frozen=True, tag="purpose.only_we_tested"):
    """A theme or a contribution was put to the only-we test, all three answers at once."""

    subject: str
    alone_can: bool
    hold_levers: bool
    would_be_missed: bool

    def apply(self, workshop: Workshop) -> None:
        workshop.only_we[self.subject] = OnlyWe(
            self.subject,
            Answer(self.alone_can),
            Answer(self.hold_levers),
            Answer(self.would_be_missed),
        )


class OnlyWeAnswered(Event, frozen=True, tag="purpose.only_we_answered"):
    """The group said yes or no to a question outright; hands that were counted stay beside it."""

    subject: str
    question: Question
    yes: bool

    def apply(self, workshop: Workshop) -> None:
        found = _answer(workshop, self.subject, self.question)
        _keep(
            workshop, self.subject, self.question, msgspec.structs.replace(found, outright=self.yes)
        )


class OnlyWeHandsCounted(Event, frozen=True, tag="purpose.only_we_hands_counted"):
    """Hands were shown and counted; what was said outright before gives way to them."""

    subject: str
    question: Question
    yes: int
    no: int
    unsure: int = 0

    def apply(self, workshop: Workshop) -> None:
        found = _answer(workshop, self.subject, self.question)
        counted = Hands(self.yes, self.no, self.unsure)
        changed = msgspec.structs.replace(found, outright=None, counted=counted)
        _keep(workshop, self.subject, self.question, changed)


class OnlyWePositionTaken(Event, frozen=True, tag="purpose.only_we_position_taken"):
    """An organisation said yes, no or unsure to a question, or took back what it had said."""

    replaces = ("subject", "question", "organisation")

    subject: str
    question: Question
    organisation: str
    said: Said = ""

    def apply(self, workshop: Workshop) -> None:
        found = _answer(workshop, self.subject, self.question)
        positions = {o: said for o, said in found.positions.items() if o != self.organisation}
        if self.said:
            positions[self.organisation] = self.said
        changed = msgspec.structs.replace(found, positions=positions)
        _keep(workshop, self.subject, self.question, changed)


def answer_only_we(
    workshop: Workshop, subject: str, question: Question, yes: bool
) -> OnlyWeAnswered:
    """Say yes or no to one of the three questions, without counting or over a count."""
    _check(workshop, subject)
    if _answer(workshop, subject, question).outright is yes:
        raise Refused(f"The answer is {'yes' if yes else 'no'} already.")
    return OnlyWeAnswered(subject, question, yes)


def count_hands(
    workshop: Workshop, subject: str, question: Question, yes: int, no: int, unsure: int = 0
) -> OnlyWeHandsCounted:
    """Keep a show of hands as counts; the answer follows more than half of the hands."""
    _check(workshop, subject)
    if min(yes, no, unsure) < 0 or not yes + no + unsure:
        raise Refused("Count at least one hand: how many say yes, and how many no.")
    if yes + no + unsure > MOST_HANDS:
        raise Refused(f"That is {yes + no + unsure:,} hands, more than {MOST_HANDS}. Count again.")
    return OnlyWeHandsCounted(subject, question, yes, no, unsure)


def stand_only_we(
    workshop: Workshop, subject: str, question: Question, organisation: str, said: Said
) -> OnlyWePositionTaken:
    """Keep what an organisation says to a question; nothing takes back what it had said."""
    _check(workshop, subject)
    if organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    if _answer(workshop, subject, question).positions.get(organisation, "") == said:
        raise Refused(f"{workshop.organisation_name(organisation)} stands there already.")
    return OnlyWePositionTaken(subject, question, organisation, said)


def fate(workshop: Workshop, theme: str) -> Literal["untested", "kept", "fails"]:
    """What the only-we test says of a theme; untested until all three questions are answered."""
    found = workshop.only_we.get(theme)
    if found is None or found.answered < len(QUESTIONS):
        return "untested"
    return "kept" if found.passes else "fails"


def _check(workshop: Workshop, subject: str) -> None:
    if subject not in workshop.themes and subject not in workshop.contributions:
        raise Refused("Choose a theme to test.")


def _answer(workshop: Workshop, subject: str, question: Question) -> Answer:
    found = workshop.only_we.get(subject)
    return found.answer(question) if found else Answer()


def _keep(workshop: Workshop, subject: str, question: Question, answer: Answer) -> None:
    found = workshop.only_we.get(subject) or OnlyWe(subject)
    workshop.only_we[subject] = msgspec.structs.replace(found, **{question: answer})
