"""A long negotiation made for measuring: many organisations, values and rounds, all of it words."""

from collections.abc import Callable
from datetime import datetime

from facilitator.attendance import move_together
from facilitator.decision import Code, Rule
from facilitator.events import Entry, Event
from facilitator.history import EntryClock, History
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import choose_rule, join_member, join_organisation, name_workshop
from facilitator.stages.values import amend, name_behaviours, open_value_round, propose

DAY = datetime(2026, 11, 23, 10)
"""When it is negotiated: attendance counts for this day."""
_CAME, _LOCKED = "2026-11-23T09:00", "2026-11-23T09:30"
_WORDS = (
    "Agreed on the basis that it does not vary the board's financial duties or its scheme of "
    "delegation, and that the night service is told a full week before anything is moved."
)
_SPREAD: tuple[Code, ...] = ("agree", "agree", "reservation", "agree", "stand_aside", "object")
_CLASSES = ("council", "nhs", "elected", "public_health", "public_voice", "vcs")


class Made:
    """A history that is made by commands, without a file."""

    def __init__(self) -> None:
        self.history = History()
        self._clock = EntryClock(lambda: int(DAY.timestamp() * 1000) - 3_600_000)

    def do(self, command: Callable[..., Event], *args: object, **named: object) -> None:
        """Do a command, as one entry."""
        event = command(self.history.workshop, *args, **named)
        number = len(self.history) + 1
        entry = Entry(self._clock.tick(), "benchmark", number, _CAME, "Note-taker", event)
        self.history.extend([entry])


def short_name(number: int) -> str:
    """A name of forty letters."""
    return f"Organisation number {number:02} of the partnership"[:40]


def negotiated(organisations: int, values: int, rounds: int) -> list[Entry]:
    """So many organisations that negotiated so many values; each value's last round is open.

    Every position but agreement has its words, and the wording moves between rounds.
    """
    made = Made()
    stages = ("gather", "purpose", "values")
    made.do(name_workshop, "Bench", "Ashby Board", "Ashby", "2026-11-23", stages)
    made.do(choose_rule, Rule(least_voting=organisations // 2 + 1, most_rounds=9))
    everybody = [f"org-{number}" for number in range(organisations)]
    for number, each in enumerate(everybody):
        kind = _CLASSES[number % len(_CLASSES)]
        made.do(
            join_organisation, short_name(number), "", kind, number % 9 > 0, organisation_id=each
        )
        made.do(join_member, each, "Chief executive", member_id=f"{each}-lead")
    made.do(move_together, tuple(f"{each}-lead" for each in everybody), _CAME, here=True)
    for number in range(values):
        _negotiate(made, f"value-{number}", everybody, rounds)
    return made.history.entries


def _negotiate(made: Made, value: str, everybody: list[str], rounds: int) -> None:
    title = f"Value {value.partition('-')[2]}: the city first"
    wording = f"{title}, and we say openly when our own duties pull the other way"
    made.do(propose, title, wording, everybody[0], "The day of the budget", value_id=value)
    made.do(name_behaviours, value, ("Tell each other first",), ("Surprise anybody",))
    for number in range(1, rounds + 1):
        made.do(open_value_round, value, f"{value}-r{number}")
        if number == rounds:
            return
        for at, each in enumerate(everybody):
            code = _SPREAD[(at + number) % len(_SPREAD)]
            about = "harm" if code == "object" else ""
            words = "" if code == "agree" else _WORDS
            made.do(take_position, f"{value}-r{number}", each, code, words, about)
        made.do(lock_round, f"{value}-r{number}", _LOCKED)
        made.do(amend, value, f"{wording}, in wording {number + 1}", everybody[1], "The objection")
