"""The left of the documents page: which document, where it stands, its versions, other forms."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.documents.shelf import Paper
from facilitator.days import short_day
from facilitator.stages.agreement import Paper as FrontPage
from facilitator.stages.agreement import ratify
from facilitator.versions import Standing
from facilitator.workshop import Workshop
from ui.console.rail_list import RailList, RailRow
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import ChoiceField, InlineForm, LineField
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.button_flow import ButtonFlow
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel, SectionLabel

RECORD = "Record the ratifying meeting"
MEND = "Mend what was recorded"
OWN_WORDS = "Write it in our own words"
FORMS = ("HTML", "CSV", "JSON", "SQLite", "Calendar")
"""Every other form in which a document or its workshop can be had."""


class MeetingForm(InlineForm):
    """The meeting that resolved to adopt the agreement, narrow enough for a rail."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Record it", parent, quiet=True)
        self._desk = desk
        self.meeting = LineField("Meeting", "The full council")
        self.date = LineField("Its date", "23 Nov 2026")
        self.minute = LineField("Minute", "47/26")
        for field in (self.meeting, self.date, self.minute):
            self.add_line((field, 1))
        self.end_line()
        self.setFocusProxy(self.meeting)
        self.kept.connect(self._keep)
        self.left.connect(self.done)

    def fill(self, paper: FrontPage) -> None:
        """Show the resolution that is kept."""
        if kept := paper.ratified:
            self.meeting.put(kept.meeting)
            self.date.put(short_day(kept.date))
            self.minute.put(kept.minute)

    def _keep(self) -> None:
        date = iso_date(self.date.text())
        today = self._desk.today()
        typed = (self.meeting.text(), date, self.minute.text())
        if self._desk.do(ratify, *typed, today=today) is not None:
            self.done.emit()


class PaperList(RailList):
    """The documents. `chosen` also when the keyboard only comes by: the preview goes along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Documents", parent)
        self.currentRowChanged.connect(lambda _row: self._come_by())

    def fit(self) -> None:
        """Be as tall as the rows, so that what follows stands under them; scroll beyond that."""
        tall = sum(self.sizeHintForRow(at) for at in range(self.count()))
        self.setMinimumHeight(min(tall, Typography.current().px(76)))
        self.setMaximumHeight(tall + 4)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The height of the rows."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _come_by(self) -> None:
        if self.hasFocus() and self.current_id():
            self.chosen.emit(self.current_id())


class Choosing(QWidget):
    """Which document is up. `chosen` carries its key, `compare_asked` an older `Standing`,
    `also_asked` another form of it; `own_words_asked` wants to write the public statement.
    """

    chosen = Signal(str)
    compare_asked = Signal(object)
    also_asked = Signal(str)
    own_words_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: list[Standing] = []
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.rail))
        self.setPalette(palette)
        self.list = PaperList(self)
        self.list.chosen.connect(self.chosen)
        self.status = PlainLabel("", self)
        self.own_words = QuietButton(OWN_WORDS, self)
        self.own_words.clicked.connect(self.own_words_asked)
        self.record = QuietButton(RECORD, self)
        self.form = MeetingForm(desk, self)
        self.record.clicked.connect(self._open_form)
        self.form.done.connect(self.close_form)
        self.form.hide()
        self.versions_label = SectionLabel("Versions", parent=self)
        self.version = ChoiceField("An earlier version", self)
        self.compare = QuietButton("Compare", self)
        self.compare.clicked.connect(self._ask_to_compare)
        self.also_label = SectionLabel("Also as", parent=self)
        self.forms = {form: QuietButton(form, self) for form in FORMS}
        for form, button in self.forms.items():
            button.clicked.connect(lambda _=False, form=form: self.also_asked.emit(form))
        self.also = ButtonFlow(list(self.forms.values()), self)
        self._lay_out()

    def _lay_out(self) -> None:
        versions = QHBoxLayout()
        versions.setSpacing(8)
        versions.addWidget(self.version, 1)
        versions.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(8)
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 0, 12, 0)
        inner.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(18, 0, 12, 0)
        top.addWidget(SectionLabel("Documents", parent=self))
        column.addLayout(top)
        column.addWidget(self.list)
        inner.addWidget(self.own_words)
        inner.addWidget(SectionLabel("Status", parent=self))
        inner.addWidget(self.status)
        inner.addWidget(self.record)
        inner.addWidget(self.form)
        inner.addSpacing(6)
        inner.addWidget(self.versions_label)
        inner.addLayout(versions)
        inner.addSpacing(6)
        inner.addWidget(self.also_label)
        inner.addWidget(self.also)
        column.addLayout(inner)
        column.addStretch(1)

    def show_papers(self, papers: list[Paper], in_hand: str, pages: dict[str, int]) -> None:
        """Show the documents, how many pages each has, and which is up."""
        rows = []
        for each in papers:
            count = pages.get(each.key)
            remark = "not yet" if each.not_yet else f"{count} p" if count else ""
            symbol = "●" if each.key == in_hand else "○"
            rows.append(
                RailRow(
                    each.key,
                    each.title,
                    remark,
                    mark="none",
                    symbol=symbol,
                    in_hand=each.key == in_hand,
                    wraps=True,
                )
            )
        self.list.show_rows(rows)
        self.list.fit()
        up = next((each for each in papers if each.key == in_hand), None)
        self.own_words.setVisible(up is not None and up.kind == "statement")

    def show_status(self, workshop: Workshop) -> None:
        """Show the version, and whether a meeting has resolved it."""
        paper = workshop.paper
        words = f"Version {paper.version} · {paper.status}"
        if kept := paper.ratified:
            minute = f", minute {kept.minute}" if kept.minute else ""
            words += f"\nBy {kept.meeting} on {short_day(kept.date)}{minute}"
        elif paper.ratify_on:
            words += f"\nGoes to the meeting of {short_day(paper.ratify_on)}"
        self.status.setText(words)
        self.record.setText(MEND if paper.ratified else RECORD)
        if not self.form.isVisible():
            self.form.fill(paper)

    def show_versions(self, versions: list[Standing]) -> None:
        """Show the versions before this one."""
        self._versions = versions
        self.version.offer([(str(each.count), f"Version {each.number}") for each in versions])
        for part in (self.versions_label, self.version, self.compare):
            part.setVisible(bool(versions))

    def show_forms(self, forms: list[str]) -> None:
        """Show the other forms in which the document can be had."""
        self.also_label.setVisible(bool(forms))
        self.also.setVisible(bool(forms))
        for form, button in self.forms.items():
            button.setVisible(form in forms)

    def close_form(self) -> None:
        """Put the form away."""
        had = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.form.hide()
        self.record.show()
        if had:
            self.record.setFocus()

    def _open_form(self) -> None:
        self.record.hide()
        self.form.show()
        self.form.meeting.setFocus()

    def _ask_to_compare(self) -> None:
        for each in self._versions:
            if str(each.count) == self.version.chosen():
                self.compare_asked.emit(each)
