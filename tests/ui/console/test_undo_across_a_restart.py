"""Twenty steps back and forth again, across a restart: each brings back the exact page.

What belongs to the window and is not kept is set equal before each picture, here and in plain
sight: which value is in hand (`Focus`), where the keyboard is (off the page, so no ring is
painted), which row of a table is current (the first), where things are scrolled to (the top), and
the sentences in the notice and at the foot. The step in hand is kept, but going to a step is not
taken back by undo, so each picture is looked at in the step in which it was taken.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea

from facilitator.kinds import KINDS
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.desk import Focus
from ui.room.view import RoomView

BACK = 20

Show = Callable[[Session], Console]


@dataclass
class Kept:
    """What stood on both windows after one change, and where the console was."""

    change: str
    step: tuple[str, str]
    focus: Focus
    page: QImage
    rail: QImage
    side: list[str]
    room: RoomView


class Watched:
    """A console whose windows are looked at."""

    def __init__(self, console: Console, hands: Hands) -> None:
        self.console, self.hands = console, hands
        hands.press("F5")

    def look(self, change: str = "") -> Kept:
        """What stands on both windows now, with what belongs to the window alone set equal."""
        console = self.console
        stage, step = console.navigator.here()
        self._set_equal()
        focus = console.desk.focus
        return Kept(
            change,
            (stage.id, step.id),
            focus,
            console.pages.grab().toImage(),
            console.left.grab().toImage(),
            read(console.side),
            console.room.window.canvas._view,
        )

    def look_as(self, kept: Kept) -> Kept:
        """The same, in the step and with the value in hand as when another was looked at."""
        console = self.console
        if console.navigator.here()[1].id != kept.step[1]:
            console.navigator.go(*kept.step)
        console.desk.focus_on(**asdict(kept.focus))
        self.hands.settle()
        return self.look()

    def _set_equal(self) -> None:
        console = self.console
        console.notice.dismiss()
        console.say("")
        console.bar.pause.setFocus()
        self.hands.settle()
        page = console.page
        assert page is not None
        for table in page.findChildren(QAbstractItemView):
            table.setCurrentIndex(table.model().index(0, 0))
        for area in page.findChildren(QAbstractScrollArea):
            area.verticalScrollBar().setValue(0)
        self.hands.settle()
        self.hands.settle()


class Day:
    """A values stage at the keyboard, with both windows looked at after every change."""

    def __init__(self, watched: Watched) -> None:
        self.watched, self.hands = watched, watched.hands
        self.kept: list[Kept] = []
        self.before = 0

    def note(self, change: str) -> None:
        history = self.watched.console.desk.session.history
        done = [e for e in history.entries if e.event.undoable]
        assert len(done) == self.before + len(self.kept), f"{change} is not one change"
        self.kept.append(self.watched.look(change))
        page = self.watched.console.page
        assert page is not None
        page.begin()

    def run(self) -> None:
        """Three values proposed, made visible and negotiated, as the group would."""
        history = self.watched.console.desk.session.history
        self.before = len([e for e in history.entries if e.event.undoable])
        hands = self.hands
        hands.go_to("Values: Propose")
        self.kept = [self.watched.look("the beginning")]
        self.watched.console.page.begin()
        for title, by, words in (
            ("No surprises", "Org 1", "Nobody learns it from the news."),
            ("City first", "Org 2", "We put the city first."),
            ("Share the loss", "", "Gains and losses are shared."),
        ):
            hands.fill(title, by, words)
            hands.press("Return")
            self.note(f"proposed {title}")
        hands.go_to("Values: Make it visible")
        self.watched.console.desk.focus_on(value=self.value("No surprises"))
        for line in ("Ring first", "Say what we know"):
            hands.enter(line)
            self.note(f"we will {line}")
        hands.tab_to("We will not")
        hands.enter("Brief against each other")
        self.note("we will not")
        self._first_round()
        self._second_round()
        self._endings()

    def _first_round(self) -> None:
        hands = self.hands
        hands.go_to("Value: No surprises")
        hands.push("Open round 1")
        self.note("round 1")
        hands.press("1")
        self.note("support")
        hands.press("5")
        hands.type("It harms the inquest.")
        hands.press("Alt+2", "Return")
        self.note("objection")
        hands.press("2")
        hands.enter("Not in a pandemic")
        self.note("reservation")
        hands.press("A")
        self.note("the rest")
        hands.press("L")
        self.note("locked 1")
        hands.press("R")
        hands.enter("The inquest is exempt")
        self.note("settled")

    def _second_round(self) -> None:
        hands = self.hands
        hands.push("Amend the wording")
        hands.fill("Nobody but the coroner learns it from the news.", "", "Smallest change")
        hands.press("Return")
        self.note("amended")
        hands.push("Open round 2")
        self.note("round 2")
        hands.press("3")
        hands.enter("The night service")
        self.note("stands aside")
        hands.press("A")
        self.note("the rest again")
        hands.press("L")
        self.note("locked 2")
        hands.push("Reopen")
        hands.enter("The county has asked")
        self.note("reopened")

    def _endings(self) -> None:
        hands = self.hands
        hands.push("Park")
        hands.fill("The chair", "Who pays?", "30 Sep 2026")
        hands.press("Return")
        self.note("parked")
        hands.go_to("Value: City first")
        hands.push("Withdraw")
        hands.fill("", "It is in the purpose")
        hands.press("Return")
        self.note("withdrawn")
        hands.go_to("Value: Share the loss")
        hands.push("Open round 1")
        self.note("round 1 of another")
        hands.press("A")
        self.note("all agree")
        hands.press("L")
        self.note("agreed")
        hands.push("Reopen")
        hands.enter("A member asks")
        self.note("reopened again")
        hands.push("Amend the wording")
        hands.fill("Gains and losses on named funds are shared.", "Org 3", "Which funds?")
        hands.press("Return")
        self.note("amended again")

    def value(self, title: str) -> str:
        workshop = self.watched.console.desk.workshop
        return next(v.id for v in workshop.values.values() if v.title == title)


def differences(now: Kept, then: Kept) -> list[str]:
    """In what they differ."""
    found = []
    for part in ("step", "focus", "side", "room"):
        if getattr(now, part) != getattr(then, part):
            found.append(f"{part}: {getattr(now, part)} was {getattr(then, part)}")
    for part in ("page", "rail"):
        if getattr(now, part) != getattr(then, part):
            found.append(f"the picture of the {part}")
    return found


@pytest.fixture
def day(shown: Show, session: Session, hands: Hands, a_board) -> Day:
    """The stage as it was driven, in a console that is then closed, with its file."""
    a_board(session, voting=4, guests=1)
    watched = Watched(shown(session), hands)
    driven = Day(watched)
    driven.run()
    return driven


def test_twenty_undos_and_redos_after_a_restart_bring_back_each_exact_page(
    day: Day, shown: Show, session: Session, hands: Hands, clock: SetClock
) -> None:
    day.watched.console.close()
    session.close()
    kept = day.kept
    assert len(kept) > BACK + 5
    kinds = {type(e.event) for e in session.history.entries}
    assert len(kinds & {k for word, k in KINDS.items() if word.split(".")[0] in STAGE}) >= 9

    watched = Watched(shown(Session.open(session.path, clock=clock)), hands)
    found = {
        f"opened again, at “{kept[-1].change}”": differences(watched.look_as(kept[-1]), kept[-1])
    }
    for then in reversed(kept[-BACK - 1 : -1]):
        assert watched.console.desk.undo() is not None
        found[f"back to “{then.change}”"] = differences(watched.look_as(then), then)
    for then in kept[-BACK:]:
        assert watched.console.desk.redo() is not None
        found[f"on to “{then.change}”"] = differences(watched.look_as(then), then)

    assert {where: what for where, what in found.items() if what} == {}
    assert len(found) == 2 * BACK + 1


STAGE = {"value", "round", "position", "positions"}
