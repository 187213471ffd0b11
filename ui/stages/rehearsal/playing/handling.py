"""What is done with an inject by hand: released, skipped, held or let go, moved."""

from collections.abc import Callable
from typing import Literal

from facilitator.stages.rehearsal.injects import (
    hold_inject,
    let_inject_go,
    move_inject,
    play_inject,
)
from facilitator.stages.rehearsal.state import Rehearsal
from ui.desk import Desk

How = Literal["hand", "skipped", "hold"]
"""Release now, skip, or hold and let go."""
_LETTERS: dict[str, How] = {"R": "hand", "S": "skipped", "H": "hold"}


class InjectHandling:
    """Does with one inject what a button, a letter or the mouse asks; never with another.

    `found` gives the rehearsal in hand, `minute` that of its clock.
    """

    def __init__(
        self, desk: Desk, found: Callable[[], Rehearsal | None], minute: Callable[[], int]
    ) -> None:
        self._desk = desk
        self._found = found
        self._minute = minute

    def by_letter(self, letter: str, inject: str) -> bool:
        """What a letter asks of the inject that is chosen; whether one arrived or was skipped."""
        found = self._found()
        if found is not None and found.has_arrived(inject):
            self.nothing_to_do()
            return False
        return self.do(inject, _LETTERS[letter])

    def nothing_to_do(self) -> None:
        """Say that the letters are for what is still to come."""
        self._desk.refused.emit("Choose news that is still to come: only that waits for a key.", "")

    def do(self, inject: str, how: How) -> bool:
        """Release, skip, hold or let go; whether one arrived or was skipped.

        What goes to everyone fills the room's screen.
        """
        found = self._found()
        if found is None or not inject:
            return False
        if how == "hold":
            self._desk.do(let_inject_go if inject in found.held else hold_inject, found.id, inject)
            return False
        if self._desk.do(play_inject, found.id, inject, self._minute(), how=how) is None:
            return False
        arrived = found.inject(inject)
        if how == "hand" and arrived is not None and arrived.for_everyone:
            self._desk.focus_on(rehearsal=found.id, inject=inject)
        return True

    def move(self, inject: str, minute: int) -> None:
        """Plan it for another minute."""
        found = self._found()
        if found is not None:
            self._desk.do(move_inject, found.id, inject, minute, self._desk.seconds())
