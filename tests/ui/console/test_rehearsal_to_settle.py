"""The step list shows that a rehearsal is not done; a picture leaves the room with its step."""

from facilitator.progress import enter_step
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.changing import propose_change
from facilitator.stages.rehearsal.feeling import give_slip
from ui.console.journey_rail import TO_SETTLE
from ui.console.window import Console


def rows(console: Console) -> dict[str, tuple[str, str]]:
    return {row.id: (row.remark, row.mark) for row in console.journey._rows._rows}


def go(console: Console, *steps: str) -> None:
    for each in steps:
        stage, _, step = each.partition("/")
        console.desk.do(enter_step, stage, step, console.desk.seconds())


def test_a_rehearsal_left_without_an_owned_change_is_still_to_settle(console: Console) -> None:
    desk = console.desk
    desk.do(choose_scenario, desk.guide.packs["SC1"], rehearsal_id="R")
    go(console, "rehearsal/brief", "rehearsal/change", "rehearsal/close")
    assert rows(console)["rehearsal/change"] == (TO_SETTLE, "todo")
    assert rows(console)["rehearsal/brief"][1] == "done"
    go(console, "commitments/first-drafts")
    assert rows(console)["rehearsal"] == (TO_SETTLE, "todo")
    desk.do(propose_change, "R", "commitments", "A trigger", "Wen")
    assert rows(console)["rehearsal"][1] == "done"


def test_a_rehearsal_that_is_still_to_come_is_not_said_to_owe_anything(console: Console) -> None:
    desk = console.desk
    desk.do(choose_scenario, desk.guide.packs["SC1"], rehearsal_id="R")
    go(console, "rehearsal/brief", "commitments/first-drafts")
    assert rows(console)["rehearsal"][1] == "done"


def test_a_picture_leaves_the_room_when_the_step_does(console: Console) -> None:
    desk = console.desk
    desk.do(choose_scenario, desk.guide.packs["SC1"], rehearsal_id="R")
    desk.do(give_slip, "R", "after", "calm", 2)
    go(console, "rehearsal/close")
    desk.focus_on(picture="feelings")
    assert console._room_view.feelings is not None
    go(console, "rehearsal/change")
    assert desk.focus.picture == ""
    go(console, "rehearsal/close")
    assert console._room_view.feelings is None
