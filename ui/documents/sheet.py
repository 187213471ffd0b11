"""One page of a document on the desk, as large as it fits or as it is wanted."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.theme.tokens import LIGHT
from ui.widgets.scroll_bar import CalmScrollBar

GROUND = "#E9E6DB"
"""What the page lies on: darker than the rails, so that white paper stands out."""
_AIR = 16
_NEARLY = 2
SMALLEST, LARGEST, STEP = 0.2, 6.0, 1.25


class _Paper(QWidget):
    """The page itself; an older picture is stretched until the sharp one is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.size_on_desk = QSize()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint white paper with a hairline, and the picture of the page on it."""
        if self.size_on_desk.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = (self.width() - self.size_on_desk.width()) // 2
        top = (self.height() - self.size_on_desk.height()) // 2
        box = QRectF(left, top, self.size_on_desk.width(), self.size_on_desk.height())
        painter.fillRect(box.adjusted(-1, -1, 1, 1), QColor(LIGHT.line))
        painter.fillRect(box, QColor("#FFFFFF"))
        image = self.image
        if image is None:
            return
        ratio = self.devicePixelRatioF()
        if abs(image.width() / ratio - box.width()) < _NEARLY:
            # Its own size, not a pixel more: stretched by so little, every letter would blur.
            box.setSize(QSizeF(image.width() / ratio, image.height() / ratio))
        painter.drawImage(box, image)


class Sheet(QScrollArea):
    """Shows one page. `wanted` the pixels per point in which its picture is wanted."""

    wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Page")
        self.setVerticalScrollBar(CalmScrollBar(self))
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(GROUND))
        self.setPalette(palette)
        self._points = (0.0, 0.0)
        self.zoom = 0.0

    def show_page(self, points: tuple[float, float]) -> None:
        """Make room for a page of so many points; its picture comes later."""
        self._points = points
        self._lay()

    def show_image(self, image: QImage | None) -> None:
        """Show the picture of the page."""
        self._paper.image = image
        self._paper.update()

    @property
    def image(self) -> QImage | None:
        """The picture that is shown."""
        return self._paper.image

    def scale(self) -> float:
        """Pixels per point: as chosen, or so that the whole page is seen."""
        wide, tall = self._points
        if self.zoom or not wide or not tall:
            return self.zoom or 1.0
        room = self.viewport().size()
        fits = min((room.width() - 2 * _AIR) / wide, (room.height() - 2 * _AIR) / tall)
        return max(SMALLEST, fits)

    def larger(self, times: float = STEP) -> None:
        """Show the page so many times larger."""
        self.zoom = min(LARGEST, max(SMALLEST, self.scale() * times))
        self._lay()

    def fit(self) -> None:
        """Show the whole page."""
        self.zoom = 0.0
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the page again."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide, tall = self._points
        if not wide:
            return
        scale = self.scale()
        size = QSize(round(wide * scale), round(tall * scale))
        self._paper.size_on_desk = size
        self._paper.setMinimumSize(
            QSize(0, 0) if not self.zoom else size + QSize(2 * _AIR, 2 * _AIR)
        )
        self._paper.update()
        self.wanted.emit(scale * self.devicePixelRatioF())
