"""The walk's surroundings: the app, its clock, the file it follows, and what the room saw."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractItemView

from facilitator.guide import ELLERPORT
from facilitator.workshop import Workshop
from sessions.clock import Clock, SetClock
from sessions.library import Library
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.app import Facilitator
from ui.console.window import Console
from ui.demo.player import Played
from ui.demo.results import results
from ui.room.view import RoomView

FILE: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
PEOPLE = {each["id"]: each["role"] for each in FILE["participants"]}
SHORT = {each["id"]: each["short"] for each in FILE["board"]["organisations"]}
CODES = ("agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent")


class ClockedLibrary(Library):
    """A library whose workshops keep time by a clock that is set."""

    def __init__(self, folder: Path, clock: SetClock) -> None:
        super().__init__(folder)
        self._clock = clock

    def create(self, name: str, *, by: str = "Facilitator", clock: Clock | None = None) -> Session:
        """Start a workshop on that clock."""
        return super().create(name, by=by, clock=clock or self._clock)


class Walk:
    """The app at work, and what was seen of it. Looking is all that it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock(datetime(2026, 3, 4, 13, 15))
        self.app = Facilitator(ClockedLibrary(folder, self.clock))
        self.hands = Hands()
        self.room_saw: dict[str, set[str]] = {}
        self.done: list[str] = []

    @property
    def console(self) -> Console:
        """The facilitator's window."""
        assert self.app.console is not None, "no workshop is open"
        return self.app.console

    @property
    def workshop(self) -> Workshop:
        """What the session has kept."""
        return self.console.desk.workshop

    def at(self, moment: str) -> None:
        """Let it be a minute of the file: "2026-03-18T14:35"."""
        self.clock.at(datetime.fromisoformat(moment))
        self.tick()

    def tick(self) -> None:
        """What the console does twice a second."""
        self.console.tick()
        self.look()

    def look(self) -> None:
        """Let everything be painted."""
        self.hands.settle()

    def watch(self) -> None:
        """From now on, note every string of everything that the room's screen is given."""
        self.hands.edges = [self.console.bar, self.console.side, self.console.journey]
        canvas = self.console.room.window.canvas
        show = canvas.show_view

        def noted(view: RoomView) -> None:
            stage, step = self.console.navigator.here()
            self.room_saw.setdefault(f"{stage.id}/{step.id}", set()).update(view.strings())
            show(view)

        canvas.show_view = noted

    def next_step(self, step: str) -> None:
        """Press the clicker; that step must come."""
        self.look()
        self.hands.press("PgDown")
        self.look()
        stage, here = self.console.navigator.here()
        assert f"{stage.id}/{here.id}" == step, f"the clicker went to {stage.id}/{here.id}"

    def refused(self) -> str:
        """What the console's notice says."""
        return self.console.notice.sentence()

    def take_round(self, said: dict[str, Any], *, mark: str = "") -> None:
        """Take a round of positions with the ledger's keys: the keyboard is on its table.

        `said` is a round of the file. Leaves the round open; `lock` it.
        """
        hands = self.hands
        for each, code in said["positions"].items():
            if code == "agree" or code == "absent":
                continue
            self.row(SHORT[each])
            hands.press(str(CODES.index(code) + 1))
            hands.type(self.words_of(said, each, code))
            if code == "object":
                category = next(o["category"] for o in said["objections"] if o["org"] == each)
                order = ("statutory_duty", "harm", "cannot_deliver", "undermines_purpose")
                hands.press(f"Alt+{order.index(category) + 1}")
            hands.press("Return")
            self.look()
            assert not self.refused(), self.refused()
        hands.press("A")
        self.look()

    @staticmethod
    def words_of(said: dict[str, Any], organisation: str, code: str) -> str:
        """What an organisation said beside its position."""
        if code == "object":
            return str(next(o["reason"] for o in said["objections"] if o["org"] == organisation))
        if code == "need_more":
            return str(said["notes"])
        return str(next(r["text"] for r in said["reservations"] if r["org"] == organisation))

    def row(self, words: str) -> None:
        """Go with the arrow keys to the row of the table in hand that begins with these words."""
        rows = [cells[0].strip() for cells in self._rows()]
        exact = [at for at, first in enumerate(rows) if first == words]
        begins = [at for at, first in enumerate(rows) if first.startswith(words)]
        assert exact or begins, f"“{words}” is none of {rows}"
        self._arrows_to((exact or begins)[0])

    def row_with(self, words: str) -> None:
        """Go with the arrow keys to the row that has a cell with these words."""
        found = [at for at, cells in enumerate(self._rows()) if words in cells]
        assert found, f"“{words}” is in no row of {self._rows()}"
        self._arrows_to(found[0])

    def _rows(self) -> list[list[str]]:
        """What stands in the table in hand."""
        model = self._table().model()
        across = range(model.columnCount())
        return [
            [str(model.index(row, at).data()) for at in across] for row in range(model.rowCount())
        ]

    def _arrows_to(self, wanted: int) -> None:
        table = self._table()
        here = table.currentIndex().row()
        way = "Down" if wanted > here else "Up"
        self.hands.press(*[way] * abs(wanted - here))
        at = table.currentIndex().row()
        assert at == wanted, f"the arrows stop at row {at} of “{self.hands.name}”, before {wanted}"

    def _table(self) -> QAbstractItemView:
        at = self.hands.at
        assert isinstance(at, QAbstractItemView), f"“{self.hands.name}” is no table"
        return at


def value_called(walk: Walk, title: str) -> str:
    """The id of the value of that title."""
    return next(v.id for v in walk.workshop.values.values() if v.title == title)


def results_of(walk: Walk) -> dict[str, Any]:
    """What came of the walk, with the file's names for values, themes and decisions."""
    workshop = walk.workshop
    said = FILE["purpose"]
    names = {
        v.id: w["id"]
        for v in workshop.values.values()
        for w in FILE["values"]
        if v.title == w["title"]
    }
    names |= {
        o.id: w["id"]
        for o in workshop.organisations.values()
        for w in FILE["board"]["organisations"]
        if o.name == w["name"]
    }
    names |= {
        t.id: name
        for t in workshop.themes.values()
        for name, words in said["clusters"].items()
        if t.name == words
    }
    names |= {d.id: d.point for r in workshop.rehearsals.values() for d in r.decisions.values()}
    prompts = {"why-bother": "PR1", "only-us": "PR2", "vanish": "PR3"}
    found: dict[str, Any] = _named(results(workshop, Played(prompts)), names)
    return found


def _named(found: Any, names: dict[str, str]) -> Any:
    """The same, with other names for ids."""
    if isinstance(found, dict):
        return {names.get(key, key): _named(each, names) for key, each in found.items()}
    if isinstance(found, list):
        return [_named(each, names) for each in found]
    return names.get(found, found) if isinstance(found, str) else found
