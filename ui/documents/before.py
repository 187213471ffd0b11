"""The right of the documents page: what to mend first, what was checked, and writing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.documents.ports import Check, Remark
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel, SectionLabel

_SIGNS = {True: "✓", False: "✕", None: "–"}
_MOST = 60
"""Remarks that are shown: whoever has more will come back after mending these."""


class _RemarkRow(QWidget):
    """A remark, more about it, and the way to where it is mended."""

    def __init__(self, remark: Remark, parent: QWidget) -> None:
        super().__init__(parent)
        back = remark.weight == "send_back"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        sign = "✕" if back else "△"
        colour = LIGHT.will_not if back else LIGHT.gold
        column.addWidget(PlainLabel(f"{sign} {remark.what}", self, weight=700, colour=colour))
        if remark.more:
            column.addWidget(PlainLabel(remark.more, self, size=12.5, colour=LIGHT.mute))
        self.button: QuietButton | None = None
        if remark.place is not None:
            self.button = QuietButton("Go there" if back else "Look", self)
            self.button.setAccessibleName(f"{self.button.text()}: {remark.what}")
            column.addWidget(self.button)


class Before(QWidget):
    """What to know before writing. `go_asked` carries a `Place`, `write_asked` says go on."""

    go_asked = Signal(object)
    write_asked = Signal()
    stop_asked = Signal()
    file_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[Remark, ...] | None = None
        self._checks: tuple[Check, ...] | None = None
        self.rows: list[_RemarkRow] = []
        self.checks: list[PlainLabel] = []
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.rail))
        self.setPalette(palette)
        self.head = SectionLabel("Before you write it", parent=self)
        self.fine = PlainLabel("Nothing that a board would send back.", self, colour=LIGHT.mute)
        self._remarks_column = QVBoxLayout()
        self._checks_column = QVBoxLayout()
        self.write = PrimaryButton("Write the agreement", self)
        self.write.clicked.connect(self.write_asked)
        self.where = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName("How much is written")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.stop = QuietButton("Cancel", self)
        self.stop.clicked.connect(self.stop_asked)
        self.written = PlainLabel("", self, size=13)
        self.open_file = QuietButton("Open it", self)
        self.open_folder = QuietButton("Open its folder", self)
        self.open_file.clicked.connect(self.file_asked)
        self.open_folder.clicked.connect(self.folder_asked)
        self._lay_out()
        self.show_progress(None)
        self.show_written("")

    def _lay_out(self) -> None:
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(16, 14, 12, 8)
        inner.setSpacing(8)
        inner.addWidget(self.head)
        inner.addWidget(self.fine)
        inner.addLayout(self._remarks_column)
        inner.addSpacing(8)
        inner.addWidget(SectionLabel("Checked", parent=inside))
        inner.addLayout(self._checks_column)
        inner.addStretch(1)
        area = scrolled(inside, "Before you write it")
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 12, 14)
        foot.setSpacing(8)
        foot.addWidget(self.written)
        after = QHBoxLayout()
        after.setSpacing(8)
        after.addWidget(self.open_file)
        after.addWidget(self.open_folder)
        after.addStretch(1)
        foot.addLayout(after)
        foot.addWidget(self.bar)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.write)
        acts.addWidget(self.stop)
        acts.addStretch(1)
        foot.addLayout(acts)
        foot.addWidget(self.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(foot)

    def show_known(self, remarks: tuple[Remark, ...], checks: tuple[Check, ...]) -> None:
        """Show what to mend, gravest first, and what was checked."""
        remarks = tuple(sorted(remarks, key=lambda each: each.weight != "send_back"))
        if remarks != self._remarks:
            self._remarks = remarks
            self._show_remarks(remarks)
        if checks != self._checks:
            self._checks = checks
            _clear(self.checks)
            for each in checks:
                label = PlainLabel(f"{_SIGNS[each.holds]} {each.words}", self, size=13.5)
                label.set_colour(LIGHT.will_not if each.holds is False else LIGHT.ink)
                self.checks.append(label)
                self._checks_column.addWidget(label)

    def _show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        _clear(self.rows)
        self.head.show_text("Before you write it", f"{len(remarks)}" if remarks else "")
        self.fine.setVisible(not remarks)
        for remark in remarks[:_MOST]:
            row = _RemarkRow(remark, self)
            if row.button is not None:
                place = remark.place
                row.button.clicked.connect(lambda _=False, place=place: self.go_asked.emit(place))
            self.rows.append(row)
            self._remarks_column.addWidget(row)

    def show_act(self, words: str, where: str, *, able: bool) -> None:
        """Show what writing does, and where it goes."""
        self.write.setText(words)
        self.write.setEnabled(able)
        self.where.setText(where)

    def show_progress(self, done: float | None) -> None:
        """Show how much is written, from 0 to 1; None when nothing is being written."""
        had = self.stop.hasFocus()
        self.bar.setVisible(done is not None)
        self.stop.setVisible(done is not None)
        self.bar.setValue(round(100 * (done or 0)))
        if done is None and had:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_written(self, words: str, *, opens: bool = False) -> None:
        """Say what was written, and offer to open it."""
        self.written.setText(words)
        self.written.setVisible(bool(words))
        self.open_file.setVisible(opens)
        self.open_folder.setVisible(bool(words))


def _clear(rows: list[_RemarkRow] | list[PlainLabel]) -> None:
    for row in rows:
        row.hide()
        row.deleteLater()
    rows.clear()
