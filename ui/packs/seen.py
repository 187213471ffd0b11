"""What the room would see of a pack: asked of the very function that the room's screen uses."""

from facilitator.guide import Guide, ScenarioPack, Step
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.injects import play_inject
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.room import room_view

_REHEARSAL = "preview"


def room_sees(
    guide: Guide, pack: ScenarioPack, *, inject: str = "", decision: str = ""
) -> RoomView:
    """The room's screen while the story is told, an inject has just arrived or a decision is put.

    An inject that goes to one role alone changes nothing in the room.
    """
    workshop = Workshop()
    choose_scenario(workshop, pack, rehearsal_id=_REHEARSAL).apply(workshop)
    step = _step(guide, "play" if inject or decision else "brief")
    arrived = next((each for each in pack.injects if each.id == inject), None)
    if arrived is not None:
        play_inject(workshop, _REHEARSAL, inject, arrived.at_min).apply(workshop)
    focus = Focus(rehearsal=_REHEARSAL, inject=inject, decision=decision)
    return room_view(workshop, guide, step, focus)


def _step(guide: Guide, activity: str) -> Step:
    steps = guide.stages["rehearsal"].steps
    return next((step for step in steps if step.activity == activity), steps[0])
