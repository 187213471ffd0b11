"""What is refused while something stands side by side, and when words are taken out."""

from typing import Any

from facilitator.redaction import redact
from facilitator.rounds import lock_round, take_position
from facilitator.side_by_side import POSITION, choose
from tests.facilitator.recorder import Recorder
from tests.facilitator.refusals.case import NOON, R, case, did, opened, said, table

ALDER = (POSITION, R, "alder")


def heard_apart(locked: bool = False) -> Any:
    """Table 3 heard a reservation from Alder where the facilitator heard support."""

    def hear(room: Any) -> None:
        other = Recorder("Table 3", start=room.milliseconds)
        other.receive(room.history.entries)
        other.do(take_position, R, "alder", "reservation", "Only so.")
        room.do(take_position, R, "alder", "agree")
        if locked:
            said(beech="agree", cedar="agree", dogwood="agree", elm="agree")(room)
            room.do(lock_round, R, NOON)
        room.receive(other.history.entries)

    return hear


CASES = [
    case(
        "Two positions stand side by side for Alder. Ask, and choose one of them.",
        [table, opened(), heard_apart()],
        lock_round,
        R,
        NOON,
    ),
    case(
        "That question is settled already.",
        [table, opened(), did(take_position, R, "alder", "agree")],
        choose,
        ALDER,
        "any",
    ),
    case(
        "That round is locked, so what it counted stands. Record the other one as a late position, "
        "or correct it and say why.",
        [table, opened(), heard_apart(locked=True)],
        lambda workshop: choose(workshop, ALDER, workshop.side_by_side[ALDER].answers[1].entry),
    ),
    case("Choose what is to be taken out first.", [], redact, ()),
]
