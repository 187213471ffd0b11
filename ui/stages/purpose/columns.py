"""The theme board itself: a column for each theme and one for loose cards, in rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from facilitator.board import Contribution, Theme
from ui.widgets.card_painting import CardItem
from ui.widgets.scroll_bar import CalmScrollBar
from ui.widgets.theme_column import ThemeColumn

LOOSE = ""
"""The id of the pile of cards without a theme."""
_GAP = 14
_NARROWEST = 250


class ThemeColumns(QScrollArea):
    """Piles of cards by theme. `dropped` carries the ids of cards and the theme they came to.

    One pile at a time holds the selection, so that a key means the cards that are seen to be
    chosen. Left and Right go from pile to pile; `opened` carries a card, `entered` a theme.
    """

    dropped = Signal(tuple, str)
    opened = Signal(str)
    entered = Signal(str)
    stepped = Signal(str)
    """The keyboard went to a card."""

    def __init__(self, who: Callable[[Contribution], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = who
        self._piles: dict[str, ThemeColumn] = {}
        self._shown: dict[str, tuple[str, list[Contribution], str]] = {}
        self._items: dict[str, tuple[Contribution, CardItem]] = {}
        self._across = 0
        self._inner = QWidget(self)
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 2, 8)
        self._grid.setSpacing(_GAP)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(CalmScrollBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner.setBackgroundRole(QPalette.ColorRole.NoRole)
        self._inner.setAutoFillBackground(False)

    def show_piles(
        self,
        themes: Sequence[Theme],
        piles: Mapping[str, list[Contribution]],
        notes: Mapping[str, str],
    ) -> None:
        """Show a pile for each theme, and the loose one. Only piles that changed are touched.

        `notes` say what else is to be known of a theme, by its id.
        """
        wanted = [LOOSE, *(theme.id for theme in themes)]
        if wanted != list(self._piles):
            self._arrange(wanted)
        names = {LOOSE: "Loose", **{theme.id: theme.name for theme in themes}}
        items: dict[str, tuple[Contribution, CardItem]] = {}
        for pile, column in self._piles.items():
            shown = (names[pile], piles.get(pile, []), notes.get(pile, ""))
            for card in shown[1]:
                items[card.id] = self._item(card)
            if shown != self._shown.get(pile):
                self._shown[pile] = shown
                column.show_theme(shown[0], [items[card.id][1] for card in shown[1]], shown[2])
        self._items = items

    def put_on_top(self, pile: str, part: QWidget) -> None:
        """Put something between a pile's name and its cards, for as long as the pile is there."""
        if pile not in self._piles:
            self._arrange([*self._piles, pile])
        self._piles[pile].put_on_top(part)

    def forget_names(self) -> None:
        """Make every card anew: somebody is called otherwise now."""
        self._items.clear()
        self._shown.clear()

    def chosen(self) -> tuple[str, ...]:
        """Ids of the cards a key means: the selected ones, else the one the keyboard is on."""
        for column in self._piles.values():
            if selected := column.flow.selected_ids():
                return tuple(selected)
        pile = self.here()
        if pile is None:
            return ()
        flow = self._piles[pile].flow
        row = flow.currentIndex().row()
        return (flow.cards()[row].id,) if row >= 0 else ()

    def choose(self, cards: Sequence[str]) -> None:
        """Choose these cards, which are in one pile, and put the keyboard on the first."""
        for pile, column in self._piles.items():
            rows = [at for at, item in enumerate(column.flow.cards()) if item.id in cards]
            if rows:
                self.go_to(pile)
                column.flow.choose_rows(rows)
                return

    def pile_of(self, card: str) -> str:
        """The theme (or `LOOSE`) in whose pile a card lies."""
        known = self._items.get(card)
        return known[0].theme if known is not None and known[0].theme in self._piles else LOOSE

    def here(self) -> str | None:
        """The theme (or `LOOSE`) whose pile the keyboard is in; None when it is elsewhere."""
        return next((id_ for id_, c in self._piles.items() if c.flow.hasFocus()), None)

    def go_to(self, pile: str) -> None:
        """Put the keyboard into a pile; into the loose one when it is no longer there."""
        column = self._piles.get(pile) or self._piles.get(LOOSE)
        if column is not None:
            column.flow.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_sight(column)

    def column(self, pile: str) -> ThemeColumn:
        """The column of a pile."""
        return self._piles[pile]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice the keyboard entering a pile, and Left and Right in it."""
        if event.type() == QEvent.Type.FocusIn:
            pile = next((id_ for id_, c in self._piles.items() if c.flow is watched), None)
            if pile is not None:
                self.entered.emit(pile)
                self._bring_into_sight(self._piles[pile])
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            # Alone the loose cards stand beside each other, and the arrows go from card to card.
            if (
                way
                and len(self._piles) > 1
                and event.modifiers()
                in (
                    Qt.KeyboardModifier.NoModifier,
                    Qt.KeyboardModifier.KeypadModifier,
                )
            ):
                self._go(way)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many piles in a row as the width holds."""
        super().resizeEvent(event)
        if self._across != self._fitting():
            self._place()

    def _bring_into_sight(self, column: ThemeColumn) -> None:
        """Scroll to a pile; of one that is taller than the board, its name and first cards."""
        if column.height() <= self.viewport().height():
            self.ensureWidgetVisible(column, 0, 0)
        else:
            self.verticalScrollBar().setValue(column.y())

    def _arrange(self, wanted: list[str]) -> None:
        for pile in [pile for pile in self._piles if pile not in wanted]:
            column = self._piles.pop(pile)
            self._shown.pop(pile, None)
            self._grid.removeWidget(column)
            column.hide()
            column.deleteLater()
        self._piles = {pile: self._piles.get(pile) or self._new(pile) for pile in wanted}
        self._place()

    def _new(self, pile: str) -> ThemeColumn:
        column = ThemeColumn("", self._inner, loose=pile == LOOSE)
        column.card_dropped.connect(lambda card: self._drop(card, pile))
        column.flow.opened.connect(self.opened)
        column.flow.installEventFilter(self)
        chosen = column.flow.selectionModel().selectionChanged
        chosen.connect(lambda now, _before: self._only(pile) if not now.isEmpty() else None)
        column.flow.stepped.connect(self.stepped)
        return column

    def _place(self) -> None:
        """Themes in rows from the left; the loose cards at the end of the first row.

        While there is no theme they have the whole width.
        """
        self._across = self._fitting()
        order = [pile for pile in self._piles if pile != LOOSE]
        order.insert(min(len(order), self._across - 1), LOOSE)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        for at, pile in enumerate(order):
            span = self._across if len(order) == 1 else 1
            self._grid.addWidget(self._piles[pile], at // self._across, at % self._across, 1, span)
            # A layout shows a new pile only in the next turn, too late for Tab.
            self._piles[pile].show()
        if LOOSE in self._piles:
            self._piles[LOOSE].spread(wide=len(order) == 1)
        for column in range(self._across):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, _NARROWEST - _GAP)
        self._grid.setRowStretch((len(order) - 1) // self._across + 1, 1)
        before: QWidget | None = None
        for flow in (column.flow for column in self._piles.values()):
            if before is not None:
                QWidget.setTabOrder(before, flow)
            before = flow

    def _fitting(self) -> int:
        return max(1, (self.viewport().width() + _GAP) // (_NARROWEST + _GAP))

    def _go(self, way: int) -> None:
        piles = list(self._piles)
        here = self.here()
        if here is not None:
            self.go_to(piles[(piles.index(here) + way) % len(piles)])

    def _only(self, pile: str) -> None:
        for other, column in self._piles.items():
            if other != pile:
                column.flow.clearSelection()

    def _drop(self, card: str, pile: str) -> None:
        """All cards that were dragged go in one change; the column tells of each of them."""
        if card not in self._items or self.pile_of(card) == pile:
            return
        dragged = self.chosen()
        self.dropped.emit(dragged if card in dragged else (card,), pile)

    def _item(self, card: Contribution) -> tuple[Contribution, CardItem]:
        known = self._items.get(card.id)
        if known is not None and known[0] is card:
            return known
        return card, CardItem(card.id, card.text, self._who(card))
