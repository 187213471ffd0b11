"""The room's picture: paints a `RoomView` and its clock at any size, and only what changed."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.room.blocks import Block, ClockBlock
from ui.room.fit import Fitter
from ui.room.layout import RoomLayout
from ui.room.view import RoomClock, RoomView
from ui.theme.tokens import DARK, ROOM


class RoomCanvas(QWidget):
    """What the room sees. It has no controls.

    While it is frozen it keeps its picture and shows the latest when it is let go; while it is
    blank it shows nothing but the dark ground.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitter = Fitter()
        self._view = RoomView()
        self._clock: RoomClock | None = None
        self._latest: tuple[RoomView, RoomClock | None] = (self._view, None)
        self._blank = self._frozen = False
        self._blocks: list[Block] = []
        self._clock_block: ClockBlock | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("The room's screen")
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.fontDatabaseChanged.connect(self._lay_out_afresh)

    @property
    def blanked(self) -> bool:
        """Whether the room sees nothing."""
        return self._blank

    @property
    def frozen(self) -> bool:
        """Whether the picture is held still."""
        return self._frozen

    def show_view(self, view: RoomView) -> None:
        """Show this view, painting again only what differs."""
        self._latest = (view, self._latest[1])
        if self._frozen or view == self._view:
            return
        other_ground = view.tone != self._view.tone
        self._view = view
        self._lay_out(everything=other_ground)
        self._say()

    def show_clock(self, clock: RoomClock | None) -> None:
        """Show the clock, or none; nothing else is painted again."""
        self._latest = (self._latest[0], clock)
        if self._frozen or clock == self._clock:
            return
        self._clock = clock
        self._place_clock()

    def blank(self, on: bool) -> None:
        """Show nothing, or the picture again."""
        if on != self._blank:
            self._blank = on
            self._say()
            self.update()

    def freeze(self, on: bool) -> None:
        """Hold the picture still, or let it go on to the latest."""
        if on == self._frozen:
            return
        self._frozen = on
        if not on:
            view, clock = self._latest
            self.show_clock(clock)
            self.show_view(view)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A window of 16 to 9."""
        return QSize(1280, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay everything out for the new size."""
        super().resizeEvent(event)
        self._lay_out(everything=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of faces."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._lay_out_afresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the blocks that touch what has to be painted."""
        painter = QPainter(self)
        region = event.region()
        if self._blank:
            painter.fillRect(event.rect(), QColor(DARK.paper))
            return
        tokens = ROOM[self._view.tone]
        painter.fillRect(event.rect(), QColor(tokens.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clock = [self._clock_block] if self._clock_block else []
        for block in (*self._blocks, *clock):
            if region.intersects(block.rect()):
                block.paint(painter, tokens, self._fitter)

    def _lay_out_afresh(self) -> None:
        self._fitter.forget()
        self._lay_out(everything=True)

    def _lay_out(self, *, everything: bool) -> None:
        before = set(self._blocks)
        if self.width() < 2 or self.height() < 2:
            return
        layout = RoomLayout(self.width(), self.height(), self._fitter)
        self._blocks = layout.blocks(self._view)
        self._place_clock()
        if everything:
            self.update()
            return
        changed = QRegion()
        for block in before.symmetric_difference(self._blocks):
            changed = changed.united(block.rect())
        if not changed.isEmpty():
            self.update(changed)

    def _place_clock(self) -> None:
        old = self._clock_block
        self._clock_block = None
        if self._clock is not None and self._view.show_clock:
            layout = RoomLayout(self.width(), self.height(), self._fitter)
            self._clock_block = layout.clock(self._view, self._clock)
        for block in (old, self._clock_block):
            if block is not None and old != self._clock_block:
                self.update(block.rect())

    def _say(self) -> None:
        said = "The screen is blank" if self._blank else self._view.spoken()
        self.setAccessibleDescription(said)
