"""Debriefing: its phases, what was said, the verdict on each value, and lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.events import Event, Refused, new_id
from facilitator.stages.rehearsal.state import (
    Lesson,
    PhaseInHand,
    Strain,
    Verdict,
    change_rehearsal,
    rehearsal_of,
)
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class PhaseBegun(Event, frozen=True, tag="rehearsal.phase_begun"):
    """A phase of the debrief was begun at a time (seconds since 1970); its minutes run from there.

    Without a phase none is in hand.
    """

    undoable = False

    rehearsal: str
    phase: str
    at: float

    def apply(self, workshop: Workshop) -> None:
        phase = PhaseInHand(self.phase, self.at) if self.phase else None
        change_rehearsal(workshop, self.rehearsal, phase=phase)


class DebriefAnswered(Event, frozen=True, tag="rehearsal.debrief_answered"):
    """A question of the debrief was answered. Answers name nobody."""

    rehearsal: str
    question: str
    answer: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            answers = (*found.answers, (self.question, self.answer))
            change_rehearsal(workshop, found.id, answers=answers)


class DebriefCorrected(Event, frozen=True, tag="rehearsal.debrief_corrected"):
    """An answer was put into other words; without words it was taken out."""

    rehearsal: str
    question: str
    before: str
    answer: str

    def apply(self, workshop: Workshop) -> None:
        found = workshop.rehearsals.get(self.rehearsal)
        if found is None or (self.question, self.before) not in found.answers:
            return
        at = found.answers.index((self.question, self.before))
        now = ((self.question, self.answer),) if self.answer else ()
        answers = (*found.answers[:at], *now, *found.answers[at + 1 :])
        change_rehearsal(workshop, found.id, answers=answers)


class ValueStrained(Event, frozen=True, tag="rehearsal.value_strained"):
    """A value held, bent or broke, and at which moment; in place of an earlier verdict."""

    replaces = ("rehearsal", "value")

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

    replaces = ("rehearsal", "id")

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


def begin_phase(workshop: Workshop, rehearsal: str, phase: str, at: float) -> PhaseBegun:
    """Begin a phase of the debrief; its minutes run from this time."""
    found = rehearsal_of(workshop, rehearsal)
    if phase and phase not in {each.phase for each in found.pack.debrief}:
        raise Refused("This scenario's debrief has no such phase.")
    return PhaseBegun(rehearsal, phase, at)


def answer_debrief(
    workshop: Workshop, rehearsal: str, question: str, answer: str
) -> DebriefAnswered:
    """Record an answer in the debrief, without a name."""
    rehearsal_of(workshop, rehearsal)
    return DebriefAnswered(rehearsal, question, wording(answer, "What was said?"))


def correct_answer(
    workshop: Workshop, rehearsal: str, question: str, before: str, answer: str
) -> DebriefCorrected:
    """Put an answer of the debrief into other words; empty words take it out."""
    if (question, before) not in rehearsal_of(workshop, rehearsal).answers:
        raise Refused("That answer is no longer there.")
    return DebriefCorrected(rehearsal, question, before, tidy(answer))


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
