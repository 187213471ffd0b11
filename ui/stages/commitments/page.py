"""The pages of the commitments stage: making them, and reading them back."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.commitments.commit import CommitPage
from ui.stages.commitments.read_back import ReadBackPage
from ui.stages.page import Page


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step of the commitments stage."""
    if step.activity == "read-back":
        return ReadBackPage(desk, stage, step, parent)
    return CommitPage(desk, stage, step, parent)
