"""The seat in which a file is written, and what kind of copy it is.

It is about the file and not about the workshop: it goes into no merge, and a copy made for a
note-taker says so from its first moment.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from sessions.store import Store

Role = Literal["facilitator", "handed-out", "note-taker"]
"""`handed-out`: made for note-takers and not yet anybody's; nobody writes into it."""

FACILITATOR = "Facilitator"
_ROLE = "role"
_SEAT = "seat"


@dataclass(frozen=True)
class Seat:
    """Who writes into a file: in which role, and under which name ("Table 3")."""

    role: Role = "facilitator"
    name: str = FACILITATOR


FACILITATORS = Seat()
"""The seat of a file that says nothing of itself."""


def seat_of(said: dict[str, str]) -> Seat:
    """The seat that a file says it is written in; the facilitator's where it says nothing."""
    roles: tuple[Role, ...] = get_args(Role)
    role: Role = next((each for each in roles if each == said.get(_ROLE)), "facilitator")
    if role == "note-taker":
        return Seat(role, said.get(_SEAT) or "Notes")
    return Seat(role)


def take_seat(store: Store, seat: Seat) -> None:
    """Write down in a file who writes into it. Raises `SessionProblem`."""
    store.say_of_this_file(**{_ROLE: seat.role, _SEAT: seat.name})
