"""The pages of the gather stage: who is here, and how we decide."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.gather.people import PeoplePage
from ui.stages.gather.rule import RulePage
from ui.stages.page import Page


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step of the gather stage."""
    if step.activity == "rule":
        return RulePage(desk, stage, step, parent)
    return PeoplePage(desk, stage, step, parent)
