"""What the pages about one value share: another is taken in hand by Ctrl+Up and Ctrl+Down."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.values.in_hand import following


class ValuePage(Page):
    """A page that shows the value in hand, and shows it anew when another is taken."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))
        desk.refocused.connect(self._refocused)

    def take_in_hand(self, value: str) -> None:
        """Take the value of that id in hand."""
        self.desk.focus_on(value=value)

    def _refocused(self, _focus: object) -> None:
        if self.isVisible():
            self.show_workshop(self.desk.workshop)

    def _step(self, by: int) -> None:
        value = following(self.desk.workshop, self.desk.focus.value, by)
        if value:
            self.take_in_hand(value)
            self.begin()
