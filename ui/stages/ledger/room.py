"""What the room sees of a round, whatever it is about: counts only, never who stands where."""

from dataclasses import dataclass

from facilitator.answering import SMALLEST_CHANGE
from facilitator.hands import counts, still_silent
from facilitator.rounds import Round, not_heard
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView


@dataclass(frozen=True)
class WhereWeStand:
    """The bar and its empty part, what is to be answered, and how many have been heard."""

    positions: tuple[tuple[str, int], ...] = ()
    silent: int = 0
    to_answer: str = ""
    heard: str = ""


def where_we_stand(workshop: Workshop, last: Round | None, focus: Focus) -> WhereWeStand:
    """A round as the room may see it; while an open one is concealed, only how many were heard."""
    if last is None:
        return WhereWeStand()
    silent = len(not_heard(workshop, last, focus.minute)) if last.is_open else 0
    heard = f"{len(last.positions)} of {len(last.positions) + silent} heard"
    if last.is_open and focus.concealed:
        return WhereWeStand(heard=heard)
    if silent and last.hands:
        heard = "a show of hands"
    return WhereWeStand(
        tuple(counts(workshop, last, focus.minute)),
        still_silent(workshop, last, silent, focus.minute),
        _to_answer(last),
        heard if silent else "",
    )


def smallest_change(eyebrow: str, wording: str) -> RoomView:
    """What is asked when a round is stuck, and under it the wording that it is about."""
    return RoomView(eyebrow=eyebrow, statement=SMALLEST_CHANGE, note=wording, tone="paper")


def _to_answer(last: Round) -> str:
    """How many objections and questions are not settled, of whichever organisation."""
    waiting = [str(p.code) for p in last.standing().values() if p.waits]
    parts = [
        f"{count} {word if count == 1 else word + 's'}"
        for code, word in (("object", "objection"), ("need_more", "question"))
        if (count := waiting.count(code))
    ]
    return f"{' and '.join(parts)} to answer" if parts else ""
