"""The drafts of the statement, newest on top, drafts of the same version side by side."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.stages.purpose import Draft
from facilitator.workshop import Workshop
from ui.stages.purpose.words import draft_in_hand, standing, words_of
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_focus, paint_panel
from ui.widgets.scroll_bar import CalmScrollBar

MOST_BESIDE = 2
"""Drafts of one version in a row, as many as a small laptop has room for; more go on below."""


class DraftPanel(QWidget):
    """One draft: its number, its words, what became of it.

    Enter revises it, X puts it aside. `mark_asked` (C) marks it for comparing, `base_asked` (D)
    compares it with the one it revises, `pair_asked` asks with which; `left` is Esc.
    """

    revise_asked = Signal()
    close_asked = Signal()
    mark_asked = Signal()
    base_asked = Signal()
    pair_asked = Signal()
    left = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[object, ...] = ()
        self._in_hand = False
        self._label = PlainLabel("", self, size=15, weight=700, colour=LIGHT.deep)
        self._meta = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._text = PlainLabel("", self, size=15)
        self._why = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._label.setWordWrap(False)
        self._revise = QuietButton("Revise", self)
        self._compare = QuietButton("Compare with…", self)
        self._close = QuietButton("Put aside…", self)
        self._revise.clicked.connect(self.revise_asked)
        self._compare.clicked.connect(self.pair_asked)
        self._close.clicked.connect(self.close_asked)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._label)
        head.addWidget(self._meta, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._revise, self._compare, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._why)
        column.addStretch(1)
        column.addLayout(buttons)

    def show_draft(
        self, draft: Draft, base: str, *, in_hand: bool, role: str = "", alone: bool = False
    ) -> None:
        """Show the draft; `base` is the label of the one it revises, or nothing.

        `role` is where it comes from, or what it is in a comparison, in a few words, and `alone`
        that there is no other.
        """
        if (draft, base, in_hand, role, alone) == self._shown:
            return
        self._shown = (draft, base, in_hand, role, alone)
        self._in_hand = in_hand
        closed = draft.verdict in ("rejected", "amended")
        self._label.setText(draft.label)
        about = [f"from {base}" if base else "", words_of(draft), draft.by, standing(draft), role]
        self._meta.setText(" · ".join(part for part in about if part))
        self._text.setText(draft.text)
        self._text.set_colour(LIGHT.mute if closed else LIGHT.ink)
        self._why.setText(f"Why: {draft.why}" if draft.why else "")
        self._why.setVisible(bool(draft.why))
        self._close.setVisible(not draft.verdict)
        self._compare.setVisible(not alone)
        self.setAccessibleName(
            ". ".join(part for part in (draft.label, self._meta.text(), draft.text) if part)
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter revises, X puts aside, C and D compare, Esc leaves that, arrows go on."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.revise_asked.emit()
        elif key in (Qt.Key.Key_X, Qt.Key.Key_Delete) and not self._close.isHidden():
            self.close_asked.emit()
        elif key == Qt.Key.Key_C and not event.modifiers():
            self.mark_asked.emit()
        elif key == Qt.Key.Key_D and not event.modifiers():
            self.base_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.moved.emit(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click revises."""
        self.revise_asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """This draft is in hand now."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel; the draft in hand has a deep line."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        line = LIGHT.deep if self._in_hand else LIGHT.line
        paint_panel(painter, rect, LIGHT.card, line, CARD_CORNER)
        if self.hasFocus():
            paint_focus(painter, rect, CARD_CORNER)


class DraftList(QScrollArea):
    """Every draft. Each signal but `left` carries a draft's id; see `DraftPanel`."""

    revise_asked = Signal(str)
    close_asked = Signal(str)
    mark_asked = Signal(str)
    base_asked = Signal(str)
    pair_asked = Signal(str)
    left = Signal()
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: dict[str, DraftPanel] = {}
        self._numbers: dict[str, int] = {}
        self._across = MOST_BESIDE
        self._inner = QWidget(self)
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 2, 0)
        self._grid.setSpacing(10)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inner.setBackgroundRole(QPalette.ColorRole.NoRole)

    def show_drafts(
        self, workshop: Workshop, in_hand: str, roles: dict[str, str] | None = None
    ) -> None:
        """Show all drafts, the highest number on top; `roles` say of some what they are."""
        drafts = workshop.drafts
        wanted = sorted(drafts.values(), key=lambda draft: -draft.number)
        self._numbers = {draft.id: draft.number for draft in wanted}
        if list(self._numbers) != list(self._panels):
            self._arrange()
        chosen = draft_in_hand(workshop, in_hand)
        for draft in wanted:
            base = drafts.get(draft.revises)
            self._panels[draft.id].show_draft(
                draft,
                base.label if base else "",
                in_hand=draft is chosen,
                role=(roles or {}).get(draft.id, ""),
                alone=len(wanted) == 1,
            )

    def go_to(self, draft: str) -> None:
        """Put the keyboard on a draft."""
        if draft in self._panels:
            self._panels[draft].setFocus(Qt.FocusReason.OtherFocusReason)

    def panel(self, draft: str) -> DraftPanel:
        """The panel of a draft."""
        return self._panels[draft]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the panels side by side only while there is room for them: never sideways."""
        super().resizeEvent(event)
        if self._panels and self._room_for() != self._across:
            self._arrange()

    def _room_for(self) -> int:
        """How many panels the width holds."""
        widest = max(panel.minimumSizeHint().width() for panel in self._panels.values())
        gaps = (MOST_BESIDE - 1) * self._grid.horizontalSpacing() + 2
        return MOST_BESIDE if MOST_BESIDE * widest + gaps <= self.viewport().width() else 1

    def _arrange(self) -> None:
        for gone in [draft for draft in self._panels if draft not in self._numbers]:
            panel = self._panels.pop(gone)
            self._grid.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = {
            draft: self._panels.get(draft) or self._new(draft) for draft in self._numbers
        }
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._across = self._room_for() if self._panels else MOST_BESIDE
        row = -1
        for number in dict.fromkeys(self._numbers.values()):
            beside = [draft for draft, its in self._numbers.items() if its == number]
            across = min(len(beside), self._across)
            # One alone has the whole row, two have half of it each.
            span = MOST_BESIDE // across
            for at, draft in enumerate(beside):
                row += at % across == 0
                panel = self._panels[draft]
                self._grid.addWidget(panel, row, at % across * span, 1, span)
                # A layout shows a new panel only in the next turn, too late for Tab.
                panel.show()
        for column in range(MOST_BESIDE):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(row + 1, 1)
        before: QWidget | None = None
        for panel in self._panels.values():
            if before is not None:
                QWidget.setTabOrder(before, panel)
            before = panel

    def _new(self, draft: str) -> DraftPanel:
        panel = DraftPanel(self._inner)
        panel.revise_asked.connect(lambda: self.revise_asked.emit(draft))
        panel.close_asked.connect(lambda: self.close_asked.emit(draft))
        panel.mark_asked.connect(lambda: self.mark_asked.emit(draft))
        panel.base_asked.connect(lambda: self.base_asked.emit(draft))
        panel.pair_asked.connect(lambda: self.pair_asked.emit(draft))
        panel.left.connect(self.left)
        panel.moved.connect(lambda way: self._go(draft, way))
        panel.entered.connect(lambda: self._enter(draft))
        return panel

    def _enter(self, draft: str) -> None:
        self.ensureWidgetVisible(self._panels[draft], 0, 4)
        self.entered.emit(draft)

    def _go(self, draft: str, way: int) -> None:
        drafts = list(self._panels)
        at = drafts.index(draft) + way
        if 0 <= at < len(drafts):
            self.go_to(drafts[at])
