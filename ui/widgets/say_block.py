"""What the facilitator says aloud."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.paragraph import Limits, Paragraph, Run


class SayBlock(QWidget):
    """What the facilitator says aloud: "Say:", the words, and the question to ask in bold."""

    _INDENT = 15

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: list[Run] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_script(self, words: str, ask: str = "") -> None:
        """Show the words to say and, after them, the question to ask; without words it is empty."""
        runs = [Run("Say: ", 700), Run(words, colour=LIGHT.mute)] if words else []
        if ask:
            runs.append(Run(f" {ask}" if words else ask, 700))
        if runs != self._runs:
            self._runs = runs
            self.setAccessibleName("".join(run.text for run in runs))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height that the words take at this width."""
        return round(self._paragraph(width).height) + 4 if self._runs else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        return QSize(560, self.heightForWidth(max(self.width(), 560)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least one line."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rule and the words."""
        if not self._runs:
            return
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), QColor(LIGHT.deep))
        self._paragraph(self.width()).draw(painter, self._INDENT, 2, QColor(LIGHT.ink))

    def _paragraph(self, width: int) -> Paragraph:
        text = "".join(run.text for run in self._runs)
        font = Typography.current().font(14.5)
        return Paragraph(text, font, Limits(width - self._INDENT - 2), self._runs)
