"""Rounds: one asking of every organisation, on one wording, about one subject.

A subject is a value, a draft of the purpose or a decision in a scenario, named by its id. How an
objection or a question is answered is in `facilitator.answering`, what may still happen to a
locked round in `facilitator.afterwards`; a show of hands is in `facilitator.hands`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.decision import (
    Category,
    Code,
    Elector,
    Outcome,
    Position,
    Result,
    Rule,
    asked,
    decide,
)
from facilitator.events import Event, Refused, Setting, new_id
from facilitator.gradients import MEANT, SAID, Gradient
from facilitator.side_by_side import disputed
from facilitator.wording import joined, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class Correction(msgspec.Struct, frozen=True):
    """A position that was changed after the lock, on a date (ISO 8601), and why."""

    organisation: str
    before: Position
    after: Position
    why: str
    date: str


class Round(msgspec.Struct, frozen=True):
    """One asking of every organisation, on one wording, about one subject.

    `asking` counts the rounds since the subject was (re)opened. `at` is the minute it was locked
    (ISO 8601, local) or empty while it is open; `result` comes with the lock, counted by `rule`
    over `electors`, the member organisations of that minute.
    `mandates` names organisations whose position waits for authority from home, with the date on
    which it was confirmed, or nothing yet. `late` holds late positions, and `came` the date on
    which each came. `hands` are the counts of
    a show of hands by position, before the positions of organisations are known.
    """

    id: str
    subject: str
    number: int
    wording: str
    positions: dict[str, Position]
    at: str = ""
    result: Result | None = None
    mandates: dict[str, str] = {}
    late: dict[str, Position] = {}
    came: dict[str, str] = {}
    asking: int = 1
    rule: Rule | None = None
    hands: dict[Code, int] = {}
    corrections: tuple[Correction, ...] = ()
    electors: tuple[Elector, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether positions may still be taken."""
        return self.result is None

    @property
    def provisional(self) -> bool:
        """Whether the result waits for an organisation to confirm its mandate."""
        return "" in self.mandates.values()

    def standing(self) -> dict[str, Position]:
        """Every organisation's position with late ones in place of absences."""
        return {**self.positions, **self.late}

    def outcome(self) -> Outcome | None:
        """The outcome with late positions heard: a late reservation is recorded beside it.

        So is a late objection that the group found to be none.
        """
        if self.result is None or not self.late:
            return self.result.outcome if self.result else None
        kept = (p.code in ("reservation", "stand_aside") or p.not_valid for p in self.late.values())
        if self.result.outcome == "agreed" and any(kept):
            return "agreed_with_reservations"
        return self.result.outcome


def latest_round(workshop: Workshop, subject: str) -> Round | None:
    """The newest round about a value, a draft or a decision; None before the first."""
    ids = workshop.rounds_of.get(subject)
    return workshop.rounds[ids[-1]] if ids else None


def rounds_about(workshop: Workshop, subject: str) -> list[Round]:
    """Every round about a value, a draft or a decision, oldest first."""
    return [workshop.rounds[i] for i in workshop.rounds_of.get(subject, ())]


def rounds_since(workshop: Workshop, subject: str) -> list[Round]:
    """The rounds about a subject since it was last reopened; all of them where it never was."""
    ids = workshop.rounds_of.get(subject, ())
    value = workshop.values.get(subject)
    if value is not None and value.reopened in ids:
        ids = ids[ids.index(value.reopened) + 1 :]
    return [workshop.rounds[i] for i in ids]


def late_against(workshop: Workshop, about: Round) -> list[Position]:
    """Late objections and questions that wait, of those whose word decides: they reopen it."""
    heard = asked(about.rule or workshop.rule, about.electors or workshop.electors())
    return [p for o, p in about.late.items() if o in heard and p.waits]


def interested(workshop: Workshop, subject: str) -> set[str]:
    """Ids of the organisations of which a member declared an interest in a subject."""
    declared = {i.member for i in workshop.interests.values() if i.subject == subject}
    return {workshop.members[m].organisation for m in declared if m in workshop.members}


class RoundOpened(Event, frozen=True, tag="round.opened"):
    """A round about a subject was opened on a wording."""

    id: str
    subject: str
    wording: str

    def apply(self, workshop: Workshop) -> None:
        before = workshop.rounds_of.get(self.subject, ())
        if self.id in workshop.rounds:
            return
        asking = len(rounds_since(workshop, self.subject)) + 1
        # Who declared an interest in it has one position only, and need not be asked.
        away = {o: Position(o, "abstain") for o in interested(workshop, self.subject)}
        workshop.rounds[self.id] = Round(
            self.id, self.subject, len(before) + 1, self.wording, away, asking=asking
        )
        workshop.rounds_of[self.subject] = (*before, self.id)


class PositionTaken(Event, frozen=True, tag="position.taken"):
    """An organisation took a position in an open round, in place of any earlier one."""

    replaces = ("round", "organisation")
    register = "position"
    says = ("code", "text", "category", "would_work")
    for_note_takers = True

    round: str
    organisation: str
    code: Code
    text: str = ""
    category: Category = ""
    would_work: str = ""
    gradient: Gradient = ""

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        return self.text, self.code

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        taken = Position(
            self.organisation,
            self.code,
            self.text,
            self.category,
            would_work=self.would_work,
            gradient=self.gradient,
        )
        change_round(workshop, self.round, positions={**found.positions, self.organisation: taken})


class PositionsTaken(Event, frozen=True, tag="positions.taken"):
    """Several organisations took the same position at once: one show of hands."""

    round: str
    organisations: tuple[str, ...]
    code: Code

    def settings(self) -> tuple[Setting, ...]:
        # Said as `PositionTaken` says it, so that the same position twice is no question.
        said = (self.code, "", "", "")
        return tuple(Setting(("position", self.round, o), said) for o in self.organisations)

    def without(self, keys: set[tuple[str, ...]]) -> Event | None:
        left = tuple(o for o in self.organisations if ("position", self.round, o) not in keys)
        return msgspec.structs.replace(self, organisations=left) if left else None

    def in_words(self, _key: tuple[str, ...]) -> tuple[str, str]:
        return "", self.code

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        taken = {o: Position(o, self.code) for o in self.organisations}
        change_round(workshop, self.round, positions={**found.positions, **taken})


class RoundLocked(Event, frozen=True, tag="round.locked"):
    """A round was locked at a minute (ISO 8601, local); its result is counted on who was here."""

    round: str
    at: str

    def locks(self) -> str:
        return self.round

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rounds.get(self.round)
        if found is None or not found.is_open:
            return
        here = workshop.present_at(self.at)
        positions = {
            o: p if here is None or o in here else Position(o, "absent")
            for o, p in found.positions.items()
        }
        for elector in workshop.electors():
            if here is not None and elector.organisation not in here:
                absent = Position(elector.organisation, "absent")
                positions.setdefault(elector.organisation, absent)
        waiting = {o: "" for o in workshop.without_authority(self.at) if o in positions}
        electors = workshop.electors()
        change_round(
            workshop,
            self.round,
            at=self.at,
            positions=positions,
            rule=workshop.rule,
            electors=tuple(electors),
            result=decide(workshop.rule, electors, positions, found.asking),
            mandates={o: d for o, d in waiting.items() if positions[o].code != "absent"},
        )


def open_round(workshop: Workshop, subject: str, on: str, round_id: str = "") -> RoundOpened:
    """Open the next round about a subject, on a wording."""
    text = wording(on, "There is no wording to take positions on. Write it first.")
    current = latest_round(workshop, subject)
    if current is not None and current.is_open:
        raise Refused(f"Round {current.number} is still open. Lock it before the next one.")
    return RoundOpened(round_id or new_id(), subject, text)


def take_position(
    workshop: Workshop,
    round_id: str,
    organisation: str,
    code: Code,
    text: str = "",
    category: Category = "",
    at: str = "",
    *,
    would_work: str = "",
    gradient: Gradient = "",
) -> PositionTaken:
    """Record where an organisation stands in an open round.

    `at` is the minute (ISO 8601, local); when given, an organisation that attendance says is not
    here can only be absent. A `gradient` is what was said on Kaner's scale, and must be able to
    mean the position.
    """
    found = a_round(workshop, round_id)
    name = a_name(workshop, organisation)
    if not found.is_open:
        raise Refused(f"Round {found.number} is locked. Record this as a late position.", "late")
    on_the_way(workshop, found)
    here = workshop.present_at(at) if at else None
    if code != "absent" and here is not None and organisation not in here:
        raise Refused(f"{name} is not marked as here. Mark who came first.", "mark_here")
    if code not in ("abstain", "absent") and organisation in interested(workshop, found.subject):
        raise Refused(f"{name} declared an interest in this, so it abstains.", "abstain")
    if gradient and code not in MEANT[gradient]:
        raise Refused(
            f"“{SAID[gradient]}” does not stand for that position. Choose one that it may "
            "stand for."
        )
    said, category = what_was_said(name, code, text, category)
    return PositionTaken(round_id, organisation, code, said, category, tidy(would_work), gradient)


def take_positions(
    workshop: Workshop, round_id: str, organisations: tuple[str, ...], code: Code, at: str = ""
) -> PositionsTaken:
    """Record the same position, one without words, for several organisations at once.

    `at` is the minute, as for `take_position`.
    """
    if not organisations:
        raise Refused("Everybody who is here has a position.")
    if code in NEEDED:
        raise Refused("That position needs words, so take it organisation by organisation.")
    for organisation in organisations:
        take_position(workshop, round_id, organisation, code, at=at)
    return PositionsTaken(round_id, organisations, code)


def lock_round(workshop: Workshop, round_id: str, at: str) -> RoundLocked:
    """Lock a round at a minute (ISO 8601, local), once everyone here has a position."""
    found = a_round(workshop, round_id)
    if not found.is_open:
        raise Refused(f"Round {found.number} is locked already.")
    on_the_way(workshop, found)
    if twice := [workshop.organisation_name(o) for o in disputed(workshop, round_id)]:
        raise Refused(
            f"Two positions stand side by side for {joined(twice)}. Ask, and choose one of them.",
            "side_by_side",
        )
    missing = [workshop.organisation_name(o) for o in not_heard(workshop, found, at)]
    if missing:
        raise Refused(f"Still to hear: {joined(missing)}.")
    if not found.positions:
        raise Refused("Nobody has taken a position yet.")
    return RoundLocked(round_id, at)


def not_heard(workshop: Workshop, about: Round, at: str) -> list[str]:
    """Ids of the organisations here at a minute that have no position in an open round."""
    here = workshop.present_at(at) if at else None
    waiting = [o for o in workshop.organisations if o not in about.positions]
    return waiting if here is None else [o for o in waiting if o in here]


def change_round(workshop: Workshop, round_id: str, **fields: object) -> None:
    """Put another form of a round in its place; for events alone."""
    if found := workshop.rounds.get(round_id):
        workshop.rounds[round_id] = msgspec.structs.replace(found, **fields)


def a_round(workshop: Workshop, round_id: str) -> Round:
    """The round of that id; refused when it has gone."""
    if round_id not in workshop.rounds:
        raise Refused("That round is no longer there.")
    return workshop.rounds[round_id]


def on_the_way(workshop: Workshop, about: Round) -> None:
    """Refuse to go on with a round on a value that was parked, merged or withdrawn meanwhile."""
    value = workshop.values.get(about.subject)
    if value is not None and value.ending is not None:
        raise Refused(f"“{value.title}” is {value.ending.kind}. Reopen it to go on.", "reopen")


def a_name(workshop: Workshop, organisation: str) -> str:
    """The short name of a member organisation; refused when it is none."""
    if organisation not in workshop.organisations:
        raise Refused("That organisation is not a member of this workshop.")
    return workshop.organisations[organisation].short


NEEDED: dict[Code, str] = {
    "reservation": "What is {name}'s reservation? It is kept word for word.",
    "stand_aside": "What is {name} not bound by?",
    "need_more": "What does {name} need to know?",
    "object": "What is {name}'s reason?",
}
"""The positions that need words, and the question that asks for them."""


def what_was_said(name: str, code: Code, text: str, category: Category) -> tuple[str, Category]:
    """The words and category that a position needs; refused when they are missing."""
    if code in NEEDED:
        text = wording(text, NEEDED[code].format(name=name))
    if code != "object":
        return tidy(text), ""
    if not category:
        raise Refused(
            f"Is {name}'s objection about a statutory duty, harm, something it cannot deliver, or "
            "the purpose? Anything else is a reservation.",
            "reservation",
        )
    return text, category
