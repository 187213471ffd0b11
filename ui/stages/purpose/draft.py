"""Drafting the statement: the words, how many of fifty, and every draft so far."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages import purpose
from facilitator.stages.purpose import MOST_WORDS
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.edit_card import Words
from ui.stages.page import Page
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.drafts import DraftList
from ui.stages.purpose.words import count_words, next_label
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

KEYS = (
    ("Ctrl Enter", "keep the draft"),
    ("Enter", "on a draft: revise it"),
    ("X", "put it aside"),
    ("Esc", "start from nothing"),
)
_LONGEST_NAME = 200


class DraftPage(Page):
    """The statement being written, and under it the drafts; one of them is in hand."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._base = ""
        self.words = Words("The statement", 4, self, ctrl_keeps=True)
        self.words.setFont(Typography.current().font(17))
        self.words.setPlaceholderText("What only we will do, in fifty words or fewer")
        self.words.kept.connect(self._keep)
        self.words.left.connect(self._from_nothing)
        self.words.textChanged.connect(self._count)
        self.count = PlainLabel("", self, size=13, weight=600, colour=LIGHT.mute)
        self.count.setWordWrap(False)
        self.by = QLineEdit(self)
        self.by.setMaxLength(_LONGEST_NAME)
        self.by.setPlaceholderText("Who wrote it, such as Table 2")
        self.by.setAccessibleName("Who wrote it")
        self.by.setFixedHeight(Typography.current().px(34))
        self.by.returnPressed.connect(self._keep)
        self.keep_button = PrimaryButton("Keep as v1", self)
        self.keep_button.clicked.connect(self._keep)
        self.nothing_button = QuietButton("Start from nothing", self)
        self.nothing_button.clicked.connect(self._from_nothing)
        self.nothing_button.hide()
        self.ask = AskLine(self)
        self.ask.closed.connect(self._back)
        self.drafts = DraftList(self)
        self.drafts.revise_asked.connect(self.revise)
        self.drafts.close_asked.connect(self._ask_why)
        self.drafts.entered.connect(lambda draft: desk.focus_on(draft=draft))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.keep_button)
        row.addWidget(self.nothing_button)
        row.addWidget(self.by, 1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(self.ask)
        column.addWidget(self.drafts, 1)
        column.addWidget(KeyHint(KEYS, self))
        for first, second in ((self.words, self.by), (self.by, self.keep_button)):
            QWidget.setTabOrder(first, second)
        QWidget.setTabOrder(self.keep_button, self.nothing_button)
        self._count()

    @property
    def base(self) -> str:
        """The id of the draft being revised, or nothing."""
        return self._base

    def begin(self) -> None:
        """Typing goes into the statement."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every draft, and what the next one will be called."""
        if self._base and self._base not in workshop.drafts:
            self._base = ""
        self.keep_button.setText(f"Keep as {next_label(workshop, self._base)}")
        self.nothing_button.setVisible(bool(self._base))
        self.drafts.show_drafts(workshop, self.desk.focus.draft)

    def revise(self, draft: str) -> None:
        """Begin a new version of a draft: its words stand in the editor."""
        found = self.desk.workshop.drafts.get(draft)
        if found is None:
            return
        self._base = draft
        self._write(found.text)
        self.desk.focus_on(draft=draft)
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _from_nothing(self) -> None:
        """Leave the draft being revised; the next one is a first version."""
        self._base = ""
        self._write("")
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _write(self, text: str) -> None:
        # Through a cursor, so that Ctrl+Z brings back what was being written.
        cursor = self.words.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.words.setTextCursor(cursor)

    def _keep(self) -> None:
        text, by = self.words.words(), self.by.text()
        kept = self.desk.do(purpose.draft, text, self._base, by)
        if kept is None:
            self.begin()
            return
        self._base = ""
        self.words.clear()
        self.by.clear()
        self.desk.focus_on(draft=kept.id)
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _count(self) -> None:
        words = len(self.words.toPlainText().split())
        over = words > MOST_WORDS
        self.count.setText(count_words(words))
        self.count.set_colour(LIGHT.on_accent_soft if over else LIGHT.mute)

    def _ask_why(self, draft: str) -> None:
        label = self.desk.workshop.drafts[draft].label

        def answer(why: str, _choice: object) -> bool:
            return self.desk.do(purpose.close_draft, draft, "rejected", why) is not None

        self.ask.ask(f"Put {label} aside. Why?", answer)

    def _back(self) -> None:
        self.drafts.go_to(self.desk.focus.draft)
