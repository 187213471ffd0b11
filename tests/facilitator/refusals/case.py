"""One refusal: what has happened, what is asked for, and the sentence that is shown.

    case("Round 1 is locked already.", [table, locked()], lock_round, R, NOON)

Steps are functions of a room; those below make the small workshops in which most things are
refused. Ids are fixed: organisations `alder`, `beech`, `cedar`, `dogwood` (voting) and `elm`, each
with a member `alder-lead` …; round `R` about `subject`; value `V`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from facilitator.attendance import arrive
from facilitator.events import Event
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.stages.values import open_value_round, propose

NOON = "2026-03-18T12:00"
DAY = "2026-03-20"
LONG = "word " * 5000
R, V = "r1", "city"
WORDS = {"reservation": "Only so.", "stand_aside": "Nights.", "need_more": "Who?", "object": "No."}

Step = Callable[[Any], object]


@dataclass(frozen=True)
class Case:
    """What was done before, what is asked for, and the sentence with which it is refused."""

    sentence: str
    given: tuple[Step, ...]
    command: Callable[..., Event]
    args: tuple[Any, ...]
    named: dict[str, Any] = field(default_factory=dict)


def case(
    sentence: str, given: list[Step], command: Callable[..., Event], *args: Any, **named: Any
) -> Case:
    """One line of the lists."""
    return Case(sentence, tuple(given), command, args, named)


def did(command: Callable[..., Event], *args: Any, **named: Any) -> Step:
    """A step: a command that is done."""
    return lambda room: room.do(command, *args, **named)


def table(room: Any) -> None:
    """Four voting organisations, and one that does not vote."""
    for name, org_class in (
        ("Alder", "council"),
        ("Beech", "nhs"),
        ("Cedar", "nhs"),
        ("Dogwood", "vcs"),
    ):
        room.join(name, org_class)
    room.join("Elm", "partner", voting=False)


def here(*organisations: str, at: str = NOON) -> Step:
    """The leads of these organisations came."""

    def come(room: Any) -> None:
        for each in organisations:
            room.do(arrive, f"{each}-lead", at)

    return come


def opened(subject: str = "subject", round_id: str = R) -> Step:
    """A round is open on a subject, or on a value."""
    if subject == "subject":
        return did(open_round, subject, "We tell each other first.", round_id)
    return did(open_value_round, subject, round_id)


def said(round_id: str = R, **codes: str) -> Step:
    """Organisations took these positions, with words where they need them."""

    def stand(room: Any) -> None:
        for who, code in codes.items():
            about = "harm" if code == "object" else ""
            room.do(take_position, round_id, who, code, WORDS.get(code, ""), about)

    return stand


def locked(subject: str = "subject", round_id: str = R, **codes: str) -> Step:
    """A round was held in which everybody agreed, but for those who are named."""

    def hold(room: Any) -> None:
        opened(subject, round_id)(room)
        everybody = room.workshop.organisations
        said(round_id, **{o: codes.get(o, "agree") for o in everybody})(room)
        room.do(lock_round, round_id, NOON)

    return hold


def value(title: str = "City first", value_id: str = V, **more: Any) -> Step:
    """A value is on the table."""
    return did(propose, title, f"{title}, we say.", value_id=value_id, **more)
