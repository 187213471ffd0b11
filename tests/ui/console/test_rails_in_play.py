"""The columns beside the story: what the room sees stays in sight, and the past is not pressed."""

from collections.abc import Callable

import msgspec
import pytest

from facilitator.guide import Guide
from facilitator.guide.scenario import Option
from facilitator.stages.gather import name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.clock import start_clock
from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.injects import play_inject
from sessions.session import Session
from tests.ui.walk.hands import Hands
from ui.console.timer_bar import TimerBar
from ui.console.window import Console
from ui.stages.rehearsal.playing import page as page_of_play
from ui.stages.rehearsal.playing.page import PlayPage
from ui.stages.rehearsal.playing.rail import InjectRail
from ui.stages.rehearsal.timeline.places import TimelineMark
from ui.widgets.labels import PlainLabel

STORY_TIME = "Thursday of the second week, at ten past six in the evening"


@pytest.fixture
def story(session: Session, guide: Guide, shown: Callable[[Session], Console]) -> Console:
    """A console on a story that goes, with a decision of two ways and many check-ins."""
    session.do(name_workshop, "A day", "The Board", "Ellerport", "2026-03-18", ("rehearsal",))
    pack = guide.packs["SC1"]
    ways = (Option(id="a", title="Hold the line"), Option(id="b", title="Wait"))
    points = tuple(msgspec.structs.replace(p, options=ways) for p in pack.decision_points)
    late = msgspec.structs.replace(pack.injects[2], story_time=STORY_TIME)
    injects = (*pack.injects[:2], late)
    pack = msgspec.structs.replace(pack, decision_points=points, injects=injects)
    session.do(choose_scenario, pack, rehearsal_id="R")
    for number in range(12):
        session.do(give_slip, "R", "before", f"word{number}", 3)
    console = shown(session)
    console.navigator.go("rehearsal", "play")
    session.do(start_clock, "R", session.seconds(), from_minute=25)
    return console


@pytest.mark.parametrize("tall", [600, 768])
def test_what_the_room_sees_stays_in_sight_while_the_rail_scrolls(
    story: Console, hands: Hands, tall: int
) -> None:
    story.resize(960, tall)
    hands.press("F5")
    bar = story.side._scrolls.verticalScrollBar()
    bar.setValue(bar.maximum())
    hands.settle()
    for part in (story.side.preview, story.side.freeze, story.side.blank):
        assert part.visibleRegion().boundingRect().height() == part.height()


def test_in_play_the_feelings_take_two_lines(story: Console) -> None:
    assert story.page is not None
    (note,) = story.page.side_notes(story.desk.workshop)
    assert note.lines == ("before (12 check-ins)", "mean 3.0 of 5")


def test_the_hour_of_the_story_is_told_whole(story: Console, hands: Hands) -> None:
    story.desk.do(play_inject, "R", "SC1-I3", 25)
    hands.settle()
    page = story.page
    assert isinstance(page, PlayPage)
    label = page.clock._remark
    assert label.text().endswith(STORY_TIME[1:])
    assert type(label) is PlainLabel
    assert label.height() >= label.heightForWidth(label.width())


def test_in_the_past_nothing_of_the_play_can_be_pressed(story: Console, hands: Hands) -> None:
    hands.press("Ctrl+B")
    shelf = story.travel.shelf
    assert shelf is not None
    rail, page = shelf.rail(), shelf.page
    assert isinstance(rail, InjectRail)
    assert isinstance(page, PlayPage)
    buttons = (rail.release, rail.skip, rail.hold, rail.make)
    assert [button.isEnabled() for button in buttons] == [False] * 4
    card = page.decision.options.cards()[0]
    assert not card.isEnabled()
    past = card.grab().toImage()
    card.setEnabled(True)
    page.setEnabled(True)
    assert card.grab().toImage() != past, "it looks as dead as it is"


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        (0, "of 45 min · on plan"),
        (12, "of 45 min · 12 min behind plan"),
        (-9, "of 45 min · 9 min ahead"),
        (87612, "of 45 min"),
        (-1440, "of 45 min"),
    ],
)
def test_beyond_a_day_nothing_is_said_about_the_plan(qtbot, behind: int, words: str) -> None:
    bar = TimerBar()
    qtbot.addWidget(bar)
    bar.show_clock(60, 45 * 60, running=True, behind=behind)
    assert bar._plan.text() == words


@pytest.mark.parametrize("step", ["check-in-after", "debrief", "change", "close"])
def test_esc_takes_a_picture_off_the_wall_from_the_page_and_from_the_left(
    story: Console, hands: Hands, step: str
) -> None:
    story.navigator.go("rehearsal", step)
    story.desk.focus_on(picture="feelings")
    hands.press("Esc")
    assert story.desk.focus.picture == ""
    story.desk.focus_on(picture="feelings")
    story.journey._rows.setFocus()
    hands.press("Esc")
    assert story.desk.focus.picture == ""


def test_news_that_fills_the_screen_draws_the_timeline_up_once(
    story: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def counted(*about: object) -> list[TimelineMark]:
        made.append(about)
        return []

    monkeypatch.setattr(page_of_play, "marks_in_play", counted)
    story.desk.do(play_inject, "R", "SC1-I3", 25)
    story.desk.focus_on(inject="SC1-I3")
    story.tick()
    assert len(made) == 1
