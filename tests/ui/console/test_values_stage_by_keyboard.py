"""A whole values stage by keyboard alone, through the real windows, with a picture at each step.

The pictures of both windows are left in `build/values-stage`, to be looked at.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView

from facilitator.attendance import arrive
from facilitator.rounds import latest_round
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.values import charter, standing, unpriced
from facilitator.trio import trios_on
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.console.conftest import Show
from tests.ui.console.steps import cut_off
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.stages.values.rail import ValueRail
from ui.widgets.labels import SectionLabel

PICTURES = Path(__file__).parents[3] / "build" / "values-stage"
ORGANISATIONS = (
    ("City Council", True),
    ("Public Health", True),
    ("Hospital Trust", True),
    ("Public Voice", True),
    ("VCS Alliance", True),
    ("Police", False),
)


class Stage:
    """The console on a board of six, and the hands that take it through the stage."""

    def __init__(self, console: Console, hands: Hands) -> None:
        self.console, self.hands = console, hands
        self.taken: list[str] = []
        PICTURES.mkdir(parents=True, exist_ok=True)
        console.room.open()
        console.room.window.setGeometry(0, 0, 1920, 1080)
        console.activateWindow()
        hands.settle()

    @property
    def workshop(self) -> Workshop:
        return self.console.desk.workshop

    def picture(self, name: str) -> None:
        """A picture of both windows; nothing may be refused or cut off at this moment."""
        self.hands.settle()
        assert not self.console.notice.sentence(), self.console.notice.sentence()
        assert cut_off(self.console) == []
        self.taken.append(name)
        number = f"{len(self.taken):02}"
        self.console.grab().save(str(PICTURES / f"{number}-{name}.png"))
        self.console.room.window.grab().save(str(PICTURES / f"{number}-{name}-room.png"))

    def row(self, words: str) -> None:
        """Go with the arrows to the row of the table in hand that begins with these words."""
        table = self.hands.at
        assert isinstance(table, QAbstractItemView), f"“{self.hands.name}” is no table"
        model = table.model()
        rows = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
        wanted = next(at for at, first in enumerate(rows) if first.startswith(words))
        here = table.currentIndex().row()
        self.hands.press(*["Down" if wanted > here else "Up"] * abs(wanted - here))

    def next_step(self, step: str) -> None:
        self.hands.press("PgDown")
        assert self.console.navigator.here()[1].id == step

    def value(self, title: str) -> str:
        return next(v.id for v in self.workshop.values.values() if v.title == title)

    def room_says(self) -> str:
        return self.console.room.window.canvas.accessibleDescription()


@pytest.fixture
def stage(session: Session, shown: Show, hands: Hands) -> Stage:
    session.do(name_workshop, "Values", "Ashby Board", "Ashby", "2026-03-18", ("values",))
    for at, (name, votes) in enumerate(ORGANISATIONS):
        each = session.do(join_organisation, name, voting=votes, organisation_id=f"o{at}").id
        session.do(join_member, each, f"Director, {name}", member_id=f"m{at}")
        session.do(arrive, f"m{at}", session.minute())
    return Stage(shown(session), hands)


def test_a_whole_values_stage_by_keyboard_alone(
    stage: Stage, session: Session, clock: SetClock
) -> None:
    for part in (_open, _stories, _propose, _make_visible, _home_check):
        part(stage)
    _one_budget(stage, clock)
    _left_behind(stage)
    _stay(stage)
    _price(stage)
    _close(stage)

    assert [v.title for v in charter(stage.workshop)] == ["One budget mind", "Nobody left behind"]
    assert unpriced(stage.workshop) == []
    assert len(list(PICTURES.glob("*.png"))) >= 2 * len(stage.taken)
    # What was said in confidence on the console never came to the wall.
    assert "scheme of delegation" not in stage.room_says()


def _open(stage: Stage) -> None:
    hands = stage.hands
    hands.type("1234567")
    assert any("7 of 7" in words for words in _sections(stage))
    stage.picture("open-and-practise")


def _sections(stage: Stage) -> list[str]:
    return [s.accessibleName() for s in stage.console.pages.findChildren(SectionLabel)]


def _stories(stage: Stage) -> None:
    stage.next_step("stories")
    stage.hands.enter("She rang the family herself")
    stage.hands.enter("Nobody said who had decided")
    stage.picture("stories")


def _propose(stage: Stage) -> None:
    stage.next_step("propose")
    for title, by, wording in (
        ("One budget mind", "City Council", "We treat our budgets as one city pound."),
        ("Nobody left behind", "Public Voice", "No one is left behind."),
        ("Stay in the room", "Police", "We stay in the room."),
    ):
        stage.hands.fill(title, by, wording, "Whole before part", "The day the grant is cut")
        stage.hands.press("Return")
        assert not stage.console.notice.sentence()
    stage.picture("propose")


def _make_visible(stage: Stage) -> None:
    stage.next_step("behaviours")
    hands = stage.hands
    hands.press("Ctrl+Down")
    hands.enter("Show each other the full figures")
    hands.tab_to("We will not")
    hands.enter("Pass a cost on without asking")
    stage.picture("make-it-visible")


def _home_check(stage: Stage) -> None:
    stage.next_step("home-check")
    hands = stage.hands
    hands.press("Y", "Y")
    hands.press("Return")
    hands.fill("Anything without new money", "Our finance committee", "10 Jun 2026")
    hands.press("Return")
    hands.press("Y", "Y", "Y")
    stage.picture("home-check")


def _one_budget(stage: Stage, clock: SetClock) -> None:
    """Hands first, then who differs; stuck; a trio; a smaller wording; agreed."""
    stage.next_step("rounds")
    hands = stage.hands
    hands.go_to("Value: One budget mind")
    stage.picture("first-round")
    hands.press("H")
    hands.enter("4 1 0 0 1")
    stage.picture("hands-shown")
    assert "4 support" in stage.console.page.ledger.bar.accessibleName()  # type: ignore[union-attr]
    stage.row("Hospital Trust")
    hands.press("5")
    hands.type("Our scheme of delegation forbids it")
    hands.press("Alt+1", "Return")
    stage.row("Public Health")
    hands.press("2")
    hands.enter("Only for pooled outcomes")
    stage.picture("those-who-differ-are-named")
    hands.press("A", "L")
    stage.picture("not-yet")
    assert any(
        said == "Not yet: Hospital Trust objects (statutory duty)."
        for said in read(stage.console.pages)
    )
    stage.row("Hospital Trust")
    hands.press("W")
    hands.settle()
    assert "smallest change" in stage.room_says()
    stage.picture("the-smallest-change")
    hands.enter("Name the joint funds")
    hands.press("Ctrl+T")
    hands.press("Return")
    stage.picture("a-trio-is-away")
    clock.forward(200)
    hands.press("Ctrl+T")
    hands.enter("Only named joint funds")
    assert [t.brought for t in trios_on(stage.workshop, stage.value("One budget mind"))] == [
        "Only named joint funds"
    ]
    stage.row("Hospital Trust")
    hands.press("R")
    hands.enter("Reworded to named joint funds")
    hands.push("Amend the wording")
    hands.fill("We treat named joint funds as one city pound.", "Hospital Trust", "Their duty")
    hands.press("Return")
    hands.push("Open round 2")
    stage.picture("round-two-with-the-change-marked")
    hands.press("Ctrl+H", "A")
    hands.settle()
    assert "6 of 6 heard" in stage.room_says()
    stage.picture("hidden-until-all-are-in")
    hands.press("Ctrl+H", "L")
    stage.picture("agreed")
    assert standing(stage.workshop, stage.value("One budget mind")) == "agreed"


def _left_behind(stage: Stage) -> None:
    """A declared interest, somebody who leaves, a reservation: agreed with reservations."""
    hands = stage.hands
    hands.go_to("Value: Nobody left behind")
    stage.row("VCS Alliance")
    hands.press("I")
    hands.enter("Manages the charity that would be paid")
    stage.row("Police")
    hands.press("G")
    stage.row("City Council")
    hands.press("2")
    hands.enter("Within the budget we have")
    hands.press("A")
    stage.picture("an-interest-and-somebody-who-left")
    hands.press("L")
    stage.picture("agreed-with-reservations")
    value = stage.value("Nobody left behind")
    assert standing(stage.workshop, value) == "agreed_with_reservations"
    last = latest_round(stage.workshop, value)
    assert last is not None
    codes = {p.organisation: p.code for p in last.positions.values()}
    assert (codes["o4"], codes["o5"]) == ("abstain", "absent")


def _stay(stage: Stage) -> None:
    """A question that cannot be answered here, three times: parked."""
    hands = stage.hands
    hands.go_to("Value: Stay in the room")
    for number in (1, 2, 3):
        if number > 1:
            hands.push(f"Open round {number}")
        stage.row("Public Voice")
        hands.press("4")
        hands.enter("What if people are not safe?")
        hands.press("A", "L")
    stage.picture("three-rounds-are-done")
    rails = stage.console.left.findChildren(ValueRail)
    values = next(rail for rail in rails if rail.isVisible())
    assert not values.list.verticalScrollBar().isVisible(), "three values are seen without it"
    hands.push("Park")
    hands.fill("Director, Public Voice, Public Voice", "Who keeps people safe?", "10 Jun 2026")
    hands.press("Return")
    stage.picture("parked")
    assert standing(stage.workshop, stage.value("Stay in the room")) == "parked"


def _price(stage: Stage) -> None:
    stage.next_step("price-check")
    hands = stage.hands
    stage.row("One budget mind")
    hands.press("M")
    hands.write("City Council")
    hands.tab_to("What it will cost, in its own words")
    hands.enter("Half a post in finance")
    stage.row("Nobody left behind")
    hands.press("U")
    stage.picture("price-check")


def _close(stage: Stage) -> None:
    stage.next_step("close")
    stage.picture("is-this-what-we-agreed")
