"""The pages of a desk: each made when its step first comes up, and kept for when it does again."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from facilitator.guide import Stage, Step
from ui.console.navigator import Navigator
from ui.console.stage_floor import PAGES
from ui.desk import Desk
from ui.stages.page import Page


class Shelf:
    """What the console can show of one desk: its pages, their lists, and the way between them.

    The present has one, and each look back another, so that what is typed into a page of the
    present stays there whatever is looked at meanwhile. `made` is told of each new page. Pages of
    a shelf that is only `read` cannot be typed into or pressed, and take the keyboard from nobody.
    """

    def __init__(
        self,
        desk: Desk,
        stack: QStackedWidget,
        made: Callable[[Page], None] | None = None,
        *,
        read: bool = False,
    ) -> None:
        self.desk = desk
        self._read = read
        self.navigator = Navigator(desk)
        self.page: Page | None = None
        self._stack = stack
        self._made = made
        self._pages: dict[tuple[str, str], Page] = {}
        self._rails: dict[Page, QWidget] = {}

    def bring_up(self) -> None:
        """Let the page of the step in hand show the workshop as the desk has it."""
        stage, step = self.navigator.here()
        page = self._pages.get((stage.id, step.id)) or self._make(stage, step)
        self.page = page
        page.show_workshop(self.desk.workshop)

    def rail(self) -> QWidget | None:
        """The list that stands in the left column for the page that is up."""
        return self._rails.get(self.page) if self.page is not None else None

    def is_up(self) -> bool:
        """Whether the page is still that of the step in hand."""
        stage, step = self.navigator.here()
        page = self.page
        return page is not None and (page.stage.id, page.step.id) == (stage.id, step.id)

    def clear(self) -> None:
        """Throw every page away, with whatever stands in it."""
        for widget in (*self._rails.values(), *self._pages.values()):
            widget.hide()
            widget.deleteLater()
        self._pages, self._rails, self.page = {}, {}, None

    def _make(self, stage: Stage, step: Step) -> Page:
        page = PAGES[stage.id](self.desk, stage, step, self._stack)
        self._pages[stage.id, step.id] = page
        # Before it first shows anything: a page that asks for something puts the keyboard there.
        page.setEnabled(not self._read)
        self._stack.addWidget(page)
        rail = page.rail()
        if rail is not None:
            self._rails[page] = rail
            # A list is still there to choose from, but nothing beside it to press.
            for button in rail.findChildren(QAbstractButton):
                button.setEnabled(not self._read)
        if self._made is not None:
            self._made(page)
        return page
