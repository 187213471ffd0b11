"""Feeling and debriefing: check-ins, what was said, strain, lessons and changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.events import Event, Refused, new_id
from facilitator.stages.rehearsal.state import (
    Change,
    Feeling,
    Lesson,
    Strain,
    Verdict,
    When,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.wording import a_date, tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class FeelingGiven(Event, frozen=True, tag="rehearsal.feeling_given"):
    """A member checked in, before or after; a second time puts the first right."""

    rehearsal: str
    when: When
    member: str
    word: str
    tension: int

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            others = tuple(
                f for f in found.feelings if (f.when, f.member) != (self.when, self.member)
            )
            given = Feeling(self.when, self.member, self.word, self.tension)
            change_rehearsal(workshop, found.id, feelings=(*others, given))


class DebriefAnswered(Event, frozen=True, tag="rehearsal.debrief_answered"):
    """A question of the debrief was answered. Answers name nobody."""

    rehearsal: str
    question: str
    answer: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            answers = (*found.answers, (self.question, self.answer))
            change_rehearsal(workshop, found.id, answers=answers)


class ValueStrained(Event, frozen=True, tag="rehearsal.value_strained"):
    """A value held, bent or broke, and at which moment; in place of an earlier verdict."""

    rehearsal: str
    value: str
    verdict: Verdict
    moment: str
    minute: int | None = None

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            strain = Strain(self.value, self.verdict, self.moment, self.minute)
            change_rehearsal(workshop, found.id, strains={**found.strains, self.value: strain})


class LessonLearned(Event, frozen=True, tag="rehearsal.lesson_learned"):
    """A lesson was written down, or put right, or given an owner."""

    rehearsal: str
    id: str
    text: str
    owner: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            lesson = Lesson(self.id, self.text, self.owner)
            known = any(each.id == self.id for each in found.lessons)
            lessons = (
                tuple(lesson if each.id == self.id else each for each in found.lessons)
                if known
                else (*found.lessons, lesson)
            )
            change_rehearsal(workshop, found.id, lessons=lessons)


class ChangeProposed(Event, frozen=True, tag="rehearsal.change_proposed"):
    """A change to the agreement was proposed."""

    rehearsal: str
    id: str
    target: str
    text: str
    owner: str = ""
    due: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            change = Change(self.id, self.target, self.text, self.owner, self.due)
            change_rehearsal(workshop, found.id, changes={**found.changes, self.id: change})


class ChangeAccepted(Event, frozen=True, tag="rehearsal.change_accepted"):
    """The group accepted a proposed change."""

    rehearsal: str
    id: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or self.id not in found.changes:
            return
        accepted = msgspec.structs.replace(found.changes[self.id], accepted=True)
        change_rehearsal(workshop, found.id, changes={**found.changes, self.id: accepted})


def check_in(
    workshop: Workshop, rehearsal: str, when: When, member: str, word: str, tension: int
) -> FeelingGiven:
    """Record a check-in: a word, and a number from 1 (at ease) to 5 (tense). It stays private."""
    rehearsal_of(workshop, rehearsal)
    if member not in workshop.members:
        raise Refused("Whose check-in is it?")
    if not 1 <= tension <= 5:
        raise Refused("The number goes from 1, at ease, to 5, tense.")
    return FeelingGiven(
        rehearsal, when, member, wording(word, "How are they? One word is enough."), tension
    )


def answer_debrief(
    workshop: Workshop, rehearsal: str, question: str, answer: str
) -> DebriefAnswered:
    """Record an answer in the debrief, without a name."""
    rehearsal_of(workshop, rehearsal)
    return DebriefAnswered(rehearsal, question, wording(answer, "What was said?"))


def judge_strain(
    workshop: Workshop,
    rehearsal: str,
    value: str,
    verdict: Verdict,
    moment: str,
    minute: int | None = None,
) -> ValueStrained:
    """Say whether a value held, bent or broke, and when it showed."""
    rehearsal_of(workshop, rehearsal)
    if value not in workshop.values:
        raise Refused("Choose one of this workshop's values.")
    return ValueStrained(rehearsal, value, verdict, tidy(moment), minute)


def learn_lesson(
    workshop: Workshop, rehearsal: str, text: str, owner: str = "", lesson_id: str = ""
) -> LessonLearned:
    """Write a lesson down; with the id of an earlier one, put it right."""
    rehearsal_of(workshop, rehearsal)
    text = wording(text, "What is the lesson?")
    return LessonLearned(rehearsal, lesson_id or new_id(), text, owner)


def propose_change(
    workshop: Workshop,
    rehearsal: str,
    target: str,
    text: str,
    owner: str = "",
    due: str = "",
    change_id: str = "",
    today: str = "",
) -> ChangeProposed:
    """Propose a change to a value, the purpose or the commitments; not for a day that is past."""
    rehearsal_of(workshop, rehearsal)
    if target not in ("purpose", "commitments") and target not in workshop.values:
        raise Refused("What does it change: a value, the purpose or the commitments?")
    text = wording(text, "What should change?")
    due = a_date(due, "Name a date.", today) if due else ""
    return ChangeProposed(rehearsal, change_id or new_id(), target, text, owner, due)


def accept_change(workshop: Workshop, rehearsal: str, change: str) -> ChangeAccepted:
    """Accept a proposed change."""
    if change not in rehearsal_of(workshop, rehearsal).changes:
        raise Refused("That change is no longer there.")
    return ChangeAccepted(rehearsal, change)
