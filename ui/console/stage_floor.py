"""Which page and which room view belong to a stage: the one list of the stages on this floor."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.guide import Guide, Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk, Focus
from ui.room.view import RoomView
from ui.stages import (
    agreement_page,
    agreement_room,
    commitments_page,
    commitments_room,
    gather_page,
    gather_room,
    purpose_page,
    purpose_room,
    rehearsal_page,
    rehearsal_room,
    values_page,
    values_room,
)
from ui.stages.page import Page

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
