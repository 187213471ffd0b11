"""Reading aloud: the text in short form, the front page's details, and the export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.agreement import Paper
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.agreement.forms import PaperForm
from ui.stages.agreement.words import Passage, passages
from ui.stages.page import Page
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState


class ReadAloudPage(Page):
    """The words as they will be printed. `export_asked` when the documents are wanted."""

    export_asked = Signal()

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._shown: list[Passage] | None = None
        self._paper: Paper | None = None
        self.export = PrimaryButton("See and write it", self)
        self.export.clicked.connect(self.export_asked)
        self.form = PaperForm(desk, self.export, self)
        self.status = PlainLabel("", self, weight=600, colour=LIGHT.deep)
        self.empty = EmptyState(
            "There is nothing to read aloud yet",
            "An adopted purpose, agreed values and commitments stand here as soon as there are "
            "any. The export works all the same, and says what is missing.",
            parent=self,
        )
        inside = QWidget()
        self._text = QVBoxLayout(inside)
        self._text.setContentsMargins(0, 0, 12, 0)
        self._text.setSpacing(4)
        self.area = scrolled(inside, "The agreement, in short")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.status)
        column.addWidget(self.area, 1)
        column.addWidget(self.empty)
        column.addStretch(0)
        column.addWidget(self.form)

    def begin(self) -> None:
        """The keyboard goes to the text: the arrow keys scroll it."""
        empty = self.area.isHidden()
        (self.form.version if empty else self.area).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the text and the front page's details where they have changed."""
        read = passages(workshop)
        if read != self._shown:
            self._shown = read
            self._show_text(read)
        self.area.setVisible(bool(read))
        self.empty.setVisible(not read)
        paper = workshop.paper
        if paper != self._paper:
            self._paper = paper
            self.form.show_paper(paper)
            self.status.setText(f"{paper.status} · version {paper.version}")

    def _show_text(self, read: list[Passage]) -> None:
        while (item := self._text.takeAt(0)) is not None:
            if old := item.widget():
                old.deleteLater()
        for passage in read:
            lead = passage.title == "Purpose"
            self._text.addWidget(PlainLabel(passage.title, size=15, weight=700, colour=LIGHT.deep))
            self._text.addWidget(PlainLabel(passage.words, size=20 if lead else 16))
            for remark in passage.remarks:
                self._text.addWidget(PlainLabel(remark, colour=LIGHT.mute, italic=True))
            self._text.addSpacing(14)
        self._text.addStretch(1)
