"""The purpose stage on the console: which page belongs to which activity."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.capture.page import CapturePage
from ui.stages.closing_page import PlainPage
from ui.stages.page import Page
from ui.stages.purpose.close import ClosePage
from ui.stages.purpose.draft import DraftPage
from ui.stages.purpose.only_we import OnlyWePage
from ui.stages.purpose.positions import PositionsPage
from ui.stages.purpose.shared_words import SharedWordsPage
from ui.stages.purpose.themes import ThemesPage
from ui.stages.purpose.welcome import WelcomePage

_OWN = {
    "welcome": WelcomePage,
    "themes": ThemesPage,
    "only-we-test": OnlyWePage,
    "draft": DraftPage,
    "positions": PositionsPage,
    "words": SharedWordsPage,
    "close": ClosePage,
}


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step: its own, or capture where it asks a question, or a plain one."""
    own = _OWN.get(step.activity)
    if own is not None:
        return own(desk, stage, step, parent)
    return (CapturePage if step.question else PlainPage)(desk, stage, step, parent)
