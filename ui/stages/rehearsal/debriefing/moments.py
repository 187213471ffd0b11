"""What happened in a rehearsal, minute by minute: the memory of the debrief. For the console."""

from dataclasses import dataclass

from facilitator.explain import explain
from facilitator.rounds import latest_round
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.timeline.places import MarkKind

_ORDER: tuple[MarkKind, ...] = ("stop", "inject", "response", "decision", "strain", "note")
"""Within a minute: what came first, then what was done about it and what was seen."""


@dataclass(frozen=True)
class Moment:
    """One thing that happened, at a minute of the story: what it was, and what there is to say."""

    id: str
    kind: MarkKind
    minute: int
    what: str
    text: str = ""

    @property
    def row(self) -> str:
        """What tells it from every other moment: the key of its mark on the timeline."""
        return f"{self.kind} {self.id}"


def what_happened(workshop: Workshop, found: Rehearsal) -> list[Moment]:
    """Everything that happened, by the minute."""
    moments = [
        *_injects(found),
        *_decisions(workshop, found),
        *(Moment(f"{at}", "stop", minute, "Stop word") for at, minute in enumerate(found.stops)),
        *(Moment(n.id, "note", n.second // 60, "Note", n.text) for n in found.notes.values()),
    ]
    for mark in found.marks.values():
        value = workshop.values.get(mark.value)
        what = f"{value.title if value else 'A value'} {mark.verdict}"
        moments.append(Moment(mark.id, "strain", mark.minute, what, mark.seen))
    return sorted(moments, key=lambda each: (each.minute, _ORDER.index(each.kind)))


def _injects(found: Rehearsal) -> list[Moment]:
    moments = []
    for played in found.played.values():
        inject = found.inject(played.inject)
        if inject is None:
            continue
        if played.how == "skipped":
            moments.append(Moment(inject.id, "inject", played.minute, inject.name, "left out"))
            continue
        to = "to everyone" if inject.for_everyone else f"to {inject.to} alone"
        text = f"{inject.arrives_as}, {to}: {inject.text}"
        moments.append(Moment(inject.id, "inject", played.minute, inject.name, text))
        if played.response:
            moments.append(
                Moment(inject.id, "response", played.minute, "What we did", played.response)
            )
    return moments


def _decisions(workshop: Workshop, found: Rehearsal) -> list[Moment]:
    moments = []
    for decision in found.decisions.values():
        points = [point.id for point in found.pack.decision_points]
        number = f" {points.index(decision.point) + 1}" if decision.point in points else ""
        last = latest_round(workshop, decision.id)
        came = explain(workshop, last, most=2) if last is not None else ""
        said = " ".join(part for part in (_ended(decision.text), _ended(decision.reasons), came))
        what = f"Decision{number}"
        # On the timeline a point has one mark, for what was put there last.
        newest = found.decision_at(decision.point) is decision
        each = decision.point if newest else decision.id
        moments.append(Moment(each, "decision", decision.minute, what, said.strip()))
    return moments


def _ended(text: str) -> str:
    """The text as a sentence."""
    return text if not text or text[-1] in '.!?”"' else f"{text}."
