"""The pages of the values stage: which one a step uses."""

from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.page import Page


def page_for(desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> Page:
    """The page of a step of the values stage: its own, a capture page, or a plain one."""
    # Each page is loaded when a step first needs it, so that none delays the first paint.
    match step.activity:
        case "open":
            from ui.stages.values.open import OpenPage

            return OpenPage(desk, stage, step, parent)
        case "home-check":
            from ui.stages.values.home_check import HomeCheckPage

            return HomeCheckPage(desk, stage, step, parent)
        case "price-check":
            from ui.stages.values.price_check import PriceCheckPage

            return PriceCheckPage(desk, stage, step, parent)
        case "close":
            from ui.stages.values.close import ClosePage

            return ClosePage(desk, stage, step, parent)
        case "propose":
            from ui.stages.values.propose import ProposePage

            return ProposePage(desk, stage, step, parent)
        case "behaviours":
            from ui.stages.values.behaviours import BehavioursPage

            return BehavioursPage(desk, stage, step, parent)
        case "rounds":
            from ui.stages.values.rounds import RoundsPage

            return RoundsPage(desk, stage, step, parent)
    if step.question:
        from ui.stages.capture.page import CapturePage

        return CapturePage(desk, stage, step, parent)
    from ui.stages.closing_page import PlainPage

    return PlainPage(desk, stage, step, parent)
