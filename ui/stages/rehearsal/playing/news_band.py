"""News out of sight: a slim band over the page, until somebody has looked at what arrived."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.guide import Inject
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.stages.rehearsal.playing.inject_words import hand_over_words
from ui.theme.fonts import Typography
from ui.theme.tokens import CORNER, LIGHT
from ui.widgets.buttons import PaintedButton
from ui.widgets.marks import paint_focus, paint_panel

KEY = "J"


class NewsBand(PaintedButton):
    """Says what arrived while the page was elsewhere; pressed, or by `KEY`, it is brought up.

    News goes once it was seen or answered; what is for everyone also when it left the wall.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rehearsal = ""
        self._here: frozenset[str] = frozenset()
        # What arrived and was not looked at, the newest last.
        self._unseen: list[str] = []
        self._on_wall: set[str] = set()
        self._private = False
        self._told = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def hear(self, found: Rehearsal) -> bool:
        """Hear what has arrived since it was asked last; whether anything has."""
        here = frozenset(i for i, played in found.played.items() if played.how != "skipped")
        new = [] if found.id != self._rehearsal else [i for i in found.played if i in here]
        new = [inject for inject in new if inject not in self._here]
        if found.id != self._rehearsal:
            self._rehearsal, self._unseen, self._on_wall = found.id, [], set()
        self._here = here
        self._unseen += new
        return bool(new)

    def saw(self, inject: str) -> None:
        """Somebody can see this one."""
        if inject in self._unseen:
            self._unseen.remove(inject)

    def first(self) -> str:
        """The inject that it is about; nothing while everything was looked at."""
        return self._unseen[-1] if self._unseen else ""

    def show_news(self, workshop: Workshop, found: Rehearsal, focus: Focus) -> None:
        """Show the newest that nobody has looked at; nothing hides the band."""
        self._unseen = [i for i in self._unseen if self._waits(found, i, focus)]
        inject = found.inject(self.first())
        if inject is None:
            self.hide()
            return
        self._private = not inject.for_everyone
        words = _words(workshop, found, inject, on_wall=focus.inject == inject.id)
        if len(self._unseen) > 1:
            words = f"{words} · and {len(self._unseen) - 1} more"
        if words != self._told or self.isHidden():
            self._told = words
            self.setAccessibleName(words)
            self.show()
            self.update()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _waits(self, found: Rehearsal, inject: str, focus: Focus) -> bool:
        """Whether news still waits to be looked at."""
        known, played = found.inject(inject), found.played.get(inject)
        if known is None or played is None or played.response:
            return False
        if focus.inject == inject:
            self._on_wall.add(inject)
        return focus.inject == inject or inject not in self._on_wall

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line."""
        return QSize(300, Typography.current().px(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line, as narrow as may be."""
        return QSize(100, Typography.current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the bar at its left, the key and the words."""
        px = Typography.current().px
        fill, bar = (
            (LIGHT.gold_soft, LIGHT.gold) if self._private else (LIGHT.accent_soft, LIGHT.accent)
        )
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_panel(painter, rect, fill, bar if self.underMouse() else "", CORNER)
        paint_panel(painter, QRectF(0, CORNER, 3, self.height() - 2 * CORNER), bar, "", 1)
        if self.hasFocus():
            paint_focus(painter, rect, CORNER)
        middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        cap, face = Typography.current().font(11), Typography.current().font(13, 700)
        painter.setFont(cap)
        painter.setPen(QColor(LIGHT.mute))
        inside = rect.adjusted(px(14), 0, -px(12), 0)
        painter.drawText(inside, middle, KEY)
        inside = inside.adjusted(QFontMetricsF(cap).horizontalAdvance(KEY) + px(8), 0, 0, 0)
        painter.setFont(face)
        painter.setPen(QColor(LIGHT.on_accent_soft))
        cut = QFontMetricsF(face).elidedText(
            self._told, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, middle, cut)


def _words(workshop: Workshop, found: Rehearsal, inject: Inject, *, on_wall: bool) -> str:
    if inject.for_everyone:
        return f"{'On the wall' if on_wall else 'For everyone'}: {inject.name}"
    return f"For {hand_over_words(workshop, found, inject)} · {inject.name}"
