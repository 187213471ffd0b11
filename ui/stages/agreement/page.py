"""The pages of the agreement stage: reading aloud, assent, and closing."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.agreement.assent import AssentPage
from ui.stages.agreement.close import ClosePage
from ui.stages.agreement.read import ReadAloudPage
from ui.stages.page import Page


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step of the agreement stage."""
    if step.activity == "assent":
        return AssentPage(desk, stage, step, parent)
    if step.activity == "close":
        return ClosePage(desk, stage, step, parent)
    return ReadAloudPage(desk, stage, step, parent)
