"""The way from the console to the documents and back; the page is made when it is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.console.window import Console
    from ui.documents.page import DocumentsPage
    from ui.documents.ports import Place


class Papers(QObject):
    """Shows the documents in the place of the console's columns. The room sees nothing of it."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        self._came_from: QWidget | None = None
        self.page: DocumentsPage | None = None
        self._stack = QStackedLayout(console)
        self._stack.addWidget(console.front)
        console.export_asked.connect(self.open)

    @property
    def is_open(self) -> bool:
        """Whether the documents are up."""
        return self.page is not None and self._stack.currentWidget() is self.page

    def open(self, key: str = "") -> None:
        """Show the documents, on one of them where its key is given: those of now, not the past."""
        console = self._console
        if not self.is_open:
            if console.travel.away:
                console.travel.close()
            self._came_from = console.focusWidget()
        if self.page is None:
            from ui.documents.page import DocumentsPage

            self.page = DocumentsPage(console.desk, console)
            self.page.left.connect(self.close)
            self.page.go_asked.connect(self._go)
            self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self.page.begin(key)

    def close(self) -> None:
        """Go back to the console, with the keyboard where it was."""
        if not self.is_open:
            return
        self._stack.setCurrentWidget(self._console.front)
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._console.page is not None:
            self._console.page.begin()

    def turn(self, offset: int) -> bool:
        """Take the keys that turn pages; False when the documents are not up."""
        if self.page is None or not self.is_open:
            return False
        self.page.preview.turn(offset)
        return True

    def larger(self) -> None:
        """Show the page larger; on the console the same key gives the step a minute more."""
        if self.page is not None and self.is_open:
            self.page.preview.larger()
        else:
            self._console.navigator.one_more_minute()

    def end(self) -> None:
        """The window closes: what is being written is stopped, and nothing of it is left."""
        if self.page is not None:
            self.page.end()

    def _go(self, place: Place) -> None:
        """Go to where something is mended."""
        console = self._console
        stages = console.desk.guide.stages
        if place.stage not in stages:
            return
        self.close()
        steps = stages[place.stage].steps
        wanted = [step.id for step in steps if step.id == place.step] or [steps[0].id]
        console.navigator.go(place.stage, wanted[0])
        workshop = console.desk.workshop
        nouns = (("value", workshop.values), ("draft", workshop.drafts))
        for noun, known in (*nouns, ("rehearsal", workshop.rehearsals)):
            if place.focus in known:
                console.desk.focus_on(**{noun: place.focus})
        if console.page is not None:
            console.page.begin()
