"""The pack that is written, and every step on the way to it: taken back, brought again."""

from typing import NamedTuple

from facilitator.guide import ScenarioPack
from ui.packs.changing import Change


class Spot(NamedTuple):
    """Where in the form something is: a section, the id of a row in it, a field.

    `part` is the id of a row within the row: an option of a decision.
    """

    section: str
    row: str = ""
    field: str = ""
    part: str = ""


class _Step(NamedTuple):
    before: ScenarioPack
    after: ScenarioPack
    spot: Spot


class PackHistory:
    """One pack after another. Typing on in one field is one step.

    While a run of typing goes on, each change is made to the pack from before the run: renaming a
    role letter by letter never passes through the name of another.
    """

    def __init__(self, pack: ScenarioPack) -> None:
        self._pack = pack
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        # Where a run of typing goes on, and the pack from before it.
        self._run: Spot | None = None
        self._base = pack

    @property
    def pack(self) -> ScenarioPack:
        """The pack as it stands."""
        return self._pack

    @property
    def can_undo(self) -> bool:
        """Whether anything can be taken back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether anything can be brought again."""
        return bool(self._future)

    def do(self, change: Change, spot: Spot, *, typing: bool = False) -> None:
        """Make a change; with `typing` it goes on from the change before it in the same spot."""
        if not typing or self._run != spot:
            self._base = self._pack
        elif self._pack != self._base:
            self._past.pop()
        before, self._pack = self._base, change(self._base)
        self._run = spot if typing else None
        self._future.clear()
        if self._pack != before:
            self._past.append(_Step(before, self._pack, spot))

    def end_run(self) -> None:
        """What is typed next is a step of its own."""
        self._run = None

    def undo(self) -> Spot | None:
        """Take the last step back; where it was made, None when there is none."""
        self._run = None
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self._pack = step.before
        return step.spot

    def redo(self) -> Spot | None:
        """Bring the last step again that was taken back."""
        self._run = None
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self._pack = step.after
        return step.spot
