"""Which page and which room view belong to a stage: the one list of the stages on this floor."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.guide import Guide, Stage, Step
from facilitator.veil import veiled
from facilitator.workshop import Workshop
from ui.desk import Desk, Focus
from ui.merging import room as side_by_side
from ui.room.view import RoomView
from ui.stages.agreement import page as agreement_page
from ui.stages.agreement import room as agreement_room
from ui.stages.commitments import page as commitments_page
from ui.stages.commitments import room as commitments_room
from ui.stages.gather import page as gather_page
from ui.stages.gather import room as gather_room
from ui.stages.page import Page
from ui.stages.purpose import page as purpose_page
from ui.stages.purpose import room as purpose_room
from ui.stages.rehearsal import page as rehearsal_page
from ui.stages.rehearsal import room as rehearsal_room
from ui.stages.rehearsal.words import stop_in_force
from ui.stages.values import page as values_page
from ui.stages.values import room as values_room

PageFor = Callable[[Desk, Stage, Step, QWidget | None], Page]
RoomViewOf = Callable[[Workshop, Guide, Step, Focus], RoomView]

PAGES: dict[str, PageFor] = {
    "gather": gather_page.page_for,
    "purpose": purpose_page.page_for,
    "values": values_page.page_for,
    "rehearsal": rehearsal_page.page_for,
    "commitments": commitments_page.page_for,
    "agreement": agreement_page.page_for,
}

ROOMS: dict[str, RoomViewOf] = {
    "gather": gather_room.room_view,
    "purpose": purpose_room.room_view,
    "values": values_room.room_view,
    "rehearsal": rehearsal_room.room_view,
    "commitments": commitments_room.room_view,
    "agreement": agreement_room.room_view,
}


def room_view_of(
    stage: str, workshop: Workshop, guide: Guide, step: Step, focus: Focus
) -> RoomView:
    """What the room sees of a step; a calm screen over every step while the stop word holds.

    No view is given the workshop itself but what may be shown of it.
    """
    if stop_in_force(workshop) is not None:
        return rehearsal_room.STOPPED
    shown = veiled(workshop)
    beside = focus.picture == side_by_side.PICTURE
    view = side_by_side.room_view(shown, focus.talked_over) if beside else None
    return view or ROOMS[stage](shown, guide, step, focus)
