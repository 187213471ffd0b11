"""Every pack that ships, played to the end by keyboard alone, with a picture at each phase.

The pictures of both windows are left in `build/rehearsal`, to be looked at. What the room was
given is kept as well: nothing private may be among it.
"""

from pathlib import Path

import pytest

from facilitator.attendance import arrive
from facilitator.guide import Guide, load_guide, pack_in_type
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.stages.rehearsal.deciding import is_decided
from facilitator.stages.rehearsal.injects import stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import propose
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.console.conftest import Show
from tests.ui.console.steps import cut_off
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.room.view import RoomView

PICTURES = Path(__file__).parents[3] / "build" / "rehearsal"
BODIES = (
    ("City Council", "Director of Housing"),
    ("Public Health", "Consultant"),
    ("Hospital Trust", "Medical Director"),
    ("Healthwatch", "Manager"),
    ("VCS Alliance", "Trustee"),
    ("Police", "Inspector"),
    ("Fire and Rescue", "Area Manager"),
    ("University", "Dean"),
)
WORDS = ("torn 4", "torn 3", "torn 4", "calm 2", "raw 5")
PACKS = sorted(load_guide().packs)


class Play:
    """The console on a board of eight, and the hands that play a scenario on it."""

    def __init__(self, console: Console, hands: Hands, clock: SetClock, pack: str) -> None:
        self.console, self.hands, self.clock, self.pack = console, hands, clock, pack
        self.room_saw: set[str] = set()
        self.folder = PICTURES / pack
        self.folder.mkdir(parents=True, exist_ok=True)
        console.room.open()
        console.room.window.setGeometry(0, 0, 1920, 1080)
        console.activateWindow()
        hands.settle()
        canvas = console.room.window.canvas
        show = canvas.show_view

        def noted(view: RoomView) -> None:
            self.room_saw.update(view.strings())
            show(view)

        canvas.show_view = noted

    @property
    def story(self) -> Rehearsal:
        return next(iter(self.console.desk.workshop.rehearsals.values()))

    def picture(self, name: str) -> None:
        """A picture of both windows; nothing may be refused or cut off at this moment."""
        self.hands.settle()
        assert not self.console.notice.sentence(), self.console.notice.sentence()
        assert cut_off(self.console) == []
        self.console.grab().save(str(self.folder / f"{name}.png"))
        self.console.room.window.grab().save(str(self.folder / f"{name}-room.png"))

    def passes(self, minutes: float) -> None:
        """Time goes by while the app looks at its clock."""
        for _ in range(round(minutes * 3)):
            self.clock.forward(20)
            self.console.tick()
        self.hands.settle()

    def until(self, minute: int) -> None:
        """Let time go by until the scenario clock shows a minute."""
        self.passes(minute - self.story.clock.seconds(self.console.desk.seconds()) / 60)

    def checks_in(self, step: str) -> None:
        """Slips, typed one after the other."""
        self.hands.go_to(f"Rehearsal: {step}")
        self.hands.press("F4")
        for each in WORDS:
            self.hands.enter(each)


@pytest.fixture
def play(
    request: pytest.FixtureRequest, session: Session, shown: Show, hands: Hands, clock: SetClock
) -> Play:
    """A board of eight with two values, about to choose a scenario."""
    stages = ("gather", "values", "rehearsal", "commitments")
    session.do(name_workshop, "A day", "Ashby Board", "Ashby", "2026-03-18", stages)
    for name, job in BODIES:
        made = session.do(join_organisation, name, org_class="partner", voting=True).id
        member = session.do(join_member, made, job).id
        session.do(arrive, member, session.minute())
    session.do(propose, "No surprises", "We tell each other first", value_id="V1")
    session.do(propose, "Stay in the room", "Nobody walks out", value_id="V2")
    return Play(shown(session), hands, clock, request.param)


@pytest.mark.parametrize("play", PACKS, indirect=True)
def test_a_pack_is_played_to_the_end(play: Play, guide: Guide) -> None:
    hands, console = play.hands, play.console
    pack = pack_in_type(guide.packs[play.pack])
    hands.go_to("Rehearsal: Brief")
    play.picture("01-choosing")
    hands.press(*["Down"] * PACKS.index(play.pack), "Return")
    assert play.story.pack == pack
    hands.press("D")
    assert len({part.member for part in play.story.parts}) == len(play.story.parts) >= 5
    play.picture("02-brief")

    play.checks_in("Check-in")
    play.picture("03-check-in")
    hands.press("PgDown")
    play.picture("04-read-in")
    hands.press("PgDown")
    hands.tab_to("Start the clock")
    hands.press("Space")
    play.picture("05-play")
    for number, point in enumerate(pack.decision_points, 1):
        play.until(point.at_min)
        hands.press("Esc", "C")
        play.picture(f"06-decision-{number}-called")
        hands.press("1", "A", "L")
        assert is_decided(console.desk.workshop, play.story, point.id)
        play.picture(f"07-decision-{number}-taken")
        if number < len(pack.decision_points):
            hands.push("Next decision →")
    play.until(68)
    play.picture("08-the-last-minute")
    shown = [inject for inject in pack.injects if inject.for_everyone]
    assert {i.id for i in shown if play.story.has_arrived(i.id)} | {
        i.id for i in shown if stands(console.desk.workshop, play.story, i) in ("not_needed",)
    } == {i.id for i in shown}
    hands.push("Pause the scenario clock", back=True)

    play.checks_in("Step out, check-in")
    hands.press("F8", "F6")
    play.picture("09-before-and-after")
    hands.press("F6")
    hands.go_to("Rehearsal: Debrief")
    for phase in pack.debrief:
        hands.enter(f"We said something about {phase.phase.casefold()}")
        play.picture(f"10-{phase.phase.casefold()}")
        hands.press("Ctrl+Down")
    assert len(play.story.answers) == len(pack.debrief) == 4

    hands.go_to("Rehearsal: Change the paper")
    assert still_to_settle(play.story)
    hands.tab_to("What does it change?")
    hands.enter("No surprises")
    hands.enter("we will")
    hands.enter("keep a call order")
    hands.enter("Dean")
    hands.enter("")
    hands.tab_to("Changes to the agreement")
    hands.press("Return")
    play.picture("11-change")
    assert console.desk.workshop.values["V1"].will == ("keep a call order",)
    hands.press("PgDown")
    play.picture("12-close")
    assert not still_to_settle(play.story)

    shown_to_the_room = "\n".join(sorted(play.room_saw))
    for inject in pack.injects:
        if not inject.for_everyone:
            assert inject.text not in shown_to_the_room
    # Three said that they were torn, and only one that they were raw.
    assert "torn" in shown_to_the_room.split()
    assert "raw" not in shown_to_the_room.split()
