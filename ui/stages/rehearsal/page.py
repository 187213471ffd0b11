"""The pages of the rehearsal stage: which one stands in the middle for a step."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.closing_page import PlainPage
from ui.stages.page import Page
from ui.stages.rehearsal.casting.brief import BriefPage, ReadInPage
from ui.stages.rehearsal.changing.close import ClosePage
from ui.stages.rehearsal.changing.page import ChangePage
from ui.stages.rehearsal.debriefing.page import DebriefPage
from ui.stages.rehearsal.feeling.check_in import CheckInPage
from ui.stages.rehearsal.playing.page import PlayPage

_PAGES: dict[str, type[Page]] = {
    "brief": BriefPage,
    "check-in-before": CheckInPage,
    "read-in": ReadInPage,
    "play": PlayPage,
    "check-in-after": CheckInPage,
    "debrief": DebriefPage,
    "change": ChangePage,
    "close": ClosePage,
}


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step; a step that keeps nothing has a plain one."""
    return _PAGES.get(step.activity, PlainPage)(desk, stage, step, parent)
