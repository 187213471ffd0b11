"""The middle of the documents page: the document page by page, or as a screen reader reads it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.documents import prints
from ui.documents.calm_list import CalmList
from ui.documents.press import LATER, PICTURE, Order, Press
from ui.documents.prints import Print
from ui.documents.sheet import GROUND, STEP, Sheet
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel

READER = "What a screen reader reads"
_THUMB = QSize(64, 91)


class Preview(QWidget):
    """Shows a `Print`. What it showed before stays until the new one is there.

    `turned` when another page is up.
    """

    turned = Signal(int)

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self.print: Print | None = None
        self.page = 0
        self._drawing: Order | None = None
        self._thumbing: list[Order] = []
        self._lay_out()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(GROUND))
        self.setPalette(palette)
        self.sheet = Sheet(self)
        self.sheet.wanted.connect(self._draw)
        self.thumbs = CalmList("Pages", self, GROUND)
        self.thumbs.setIconSize(_THUMB)
        self.thumbs.setFixedWidth(118)
        self.thumbs.currentRowChanged.connect(self._thumb_chosen)
        self.reader = CalmList(READER, self)
        self.reader.setWordWrap(True)
        self.reader.setSpacing(4)
        self.nothing = PlainLabel("", self, size=15)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.views = QStackedWidget(self)
        pages = QWidget(self)
        side = QHBoxLayout(pages)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.thumbs)
        side.addWidget(self.sheet, 1)
        self._pages = pages
        for view in (pages, self.reader, self.nothing):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.views, 1)
        column.addLayout(self._controls())

    def _controls(self) -> QHBoxLayout:
        def button(words: str, name: str, act: Callable[[], object]) -> QuietButton:
            made = QuietButton(words, self)
            made.setAccessibleName(name)
            made.setToolTip(name)
            made.clicked.connect(act)
            return made

        self.before = button("‹", "Page before", lambda: self.turn(-1))
        self.after = button("›", "Next page", lambda: self.turn(1))
        self.where = PlainLabel("", self)
        self.where.setWordWrap(False)
        self.smaller_button = button("–", "Smaller", self.smaller)
        self.larger_button = button("+", "Larger", self.larger)
        self.fit_button = button("Fit", "Fit the page", self.fit)
        self.reader_button = button(READER, READER, lambda: None)
        self.reader_button.setCheckable(True)
        self.reader_button.toggled.connect(self._show_view)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.where)
        for each in (self.after, self.smaller_button, self.fit_button, self.larger_button):
            row.addWidget(each)
        row.addWidget(self.reader_button)
        row.addStretch(1)
        return row

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to show."""
        self._forget_orders()
        self.print = None
        self.page = 0
        self.nothing.setText(why)
        self.thumbs.clear()
        self.reader.clear()
        self.sheet.show_image(None)
        self._show_view()
        self._show_where()

    def show_print(self, new: Print) -> None:
        """Show a document; the page and the size that were up stay where they can."""
        same = self.print is not None and self.print.key == new.key
        self._forget_orders()
        self.print = new
        self.page = min(self.page, new.pages - 1) if same else 0
        if not same:
            self.sheet.show_image(None)
        self._show_heard(new)
        self._show_thumbs(new)
        self._show_view()
        self._show_page()

    def turn(self, offset: int) -> None:
        """Go so many pages on, or back; nothing happens beyond either end."""
        if self.print is not None:
            self.go(max(0, min(self.page + offset, self.print.pages - 1)))

    def go(self, page: int) -> None:
        """Bring up a page, counted from 0."""
        if self.print is None or page == self.page:
            return
        self.page = page
        self.sheet.show_image(None)
        self.sheet.verticalScrollBar().setValue(0)
        self._show_page()
        self.turned.emit(page)

    def larger(self) -> None:
        """Show the page larger."""
        self.sheet.larger()

    def smaller(self) -> None:
        """Show the page smaller."""
        self.sheet.larger(1 / STEP)

    def fit(self) -> None:
        """Show the whole page."""
        self.sheet.fit()

    def _show_view(self, *_: object) -> None:
        view: QWidget = self._pages
        if self.print is None:
            view = self.nothing
        elif self.reader_button.isChecked():
            view = self.reader
        self.views.setCurrentWidget(view)

    def _show_page(self) -> None:
        if self.print is None:
            return
        self._show_where()
        if self.thumbs.currentRow() != self.page:
            self.thumbs.setCurrentRow(self.page)
        self.sheet.setAccessibleName(f"Page {self.page + 1} of {self.print.pages}")
        self.sheet.show_page(self.print.sizes[self.page])

    def _show_where(self) -> None:
        pages = self.print.pages if self.print else 0
        self.where.setText(f"{self.page + 1} of {pages}" if pages else "")
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(self.page + 1 < pages)
        for each in (self.smaller_button, self.larger_button, self.fit_button, self.reader_button):
            each.setEnabled(pages > 0)

    def _show_heard(self, new: Print) -> None:
        lines = [each.line for each in new.heard]
        if lines == [self.reader.item(at).text() for at in range(self.reader.count())]:
            return
        at = self.reader.currentRow()
        self.reader.clear()
        self.reader.addItems(lines)
        self.reader.setCurrentRow(max(0, min(at, len(lines) - 1)))

    def _show_thumbs(self, new: Print) -> None:
        while self.thumbs.count() > new.pages:
            self.thumbs.takeItem(self.thumbs.count() - 1)
        while self.thumbs.count() < new.pages:
            item = QListWidgetItem(f"{self.thumbs.count() + 1}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Page {self.thumbs.count() + 1}")
            item.setSizeHint(_THUMB + QSize(8, 10))
            self.thumbs.addItem(item)
        self.thumbs.setVisible(new.pages > 1)
        for at, (_, tall) in enumerate(new.sizes):
            scale = _THUMB.height() / tall * self.devicePixelRatioF()
            self._thumbing.append(
                self._press.ask(
                    LATER,
                    partial(prints.pictured, new.pdf, at, scale),
                    partial(self._show_thumb, new, at),
                )
            )

    def _show_thumb(self, of: Print, at: int, image: QImage) -> None:
        item = self.thumbs.item(at)
        if of is self.print and item is not None:
            pixmap = QPixmap.fromImage(image)
            icon = QIcon(pixmap)
            # Without one of its own, Qt tints the picture of the page in hand.
            icon.addPixmap(pixmap, QIcon.Mode.Selected)
            item.setIcon(icon)

    def _thumb_chosen(self, row: int) -> None:
        if row >= 0:
            self.go(row)

    def _draw(self, scale: float) -> None:
        if self.print is None:
            return
        if self._drawing is not None:
            self._drawing.stop()
        new, page = self.print, self.page

        def show(image: QImage) -> None:
            if self.print is new and self.page == page:
                self.sheet.show_image(image)

        self._drawing = self._press.ask(
            PICTURE, partial(prints.pictured, new.pdf, page, scale), show
        )

    def _forget_orders(self) -> None:
        for order in self._thumbing:
            order.stop()
        self._thumbing.clear()
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None
