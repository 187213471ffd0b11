"""Drafting the statement: the words, how many of fifty, and every draft so far."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages import purpose
from facilitator.stages.purpose import MOST_WORDS, Draft
from facilitator.wording_diff import word_count
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.edit_card import Words
from ui.stages.capture.offers import Choice
from ui.stages.page import Page
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.comparing import Comparison
from ui.stages.purpose.drafts import DraftList
from ui.stages.purpose.verdict import kept_themes
from ui.stages.purpose.words import (
    KEPT,
    compared,
    count_words,
    draft_in_hand,
    from_rehearsals,
    next_base,
    next_label,
    next_words,
    older_first,
    words_of,
)
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel

KEYS = (
    ("Ctrl Enter", "keep the draft"),
    ("Enter", "on a draft: revise it"),
    ("D", "compare it with the one before"),
    ("C", "with any other"),
    ("X", "put it aside"),
    ("Esc", "start from nothing"),
)
COMPARING = (
    ("Esc", "leave the comparison"),
    ("↑ ↓", "from draft to draft"),
    ("D", "compare with the one before"),
    ("C", "mark another pair"),
    ("Enter", "revise"),
)
_LONGEST_NAME = 200


class DraftPage(Page):
    """The statement being written, and under it the drafts; one of them is in hand.

    While two drafts are compared, what changed stands in the place of the editor, and nothing
    that was being written is lost.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._base = ""
        self._anew = False
        self._marked = ""
        self.kept = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.words = Words("The statement", 4, self, ctrl_keeps=True)
        self.words.setFont(Typography.current().font(17))
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
        self.drafts.entered.connect(self._take_in_hand)
        self.drafts.mark_asked.connect(self.mark)
        self.drafts.base_asked.connect(self.compare_with_base)
        self.drafts.pair_asked.connect(self._ask_with_which)
        self.drafts.left.connect(self.leave_comparison)
        self.comparison = Comparison(self)
        self.comparison.left.connect(self._leave_and_back)
        self._editor = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.keep_button)
        row.addWidget(self.nothing_button)
        row.addWidget(self.by, 1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(10)
        editor.addWidget(self.kept)
        editor.addWidget(self.words)
        editor.addLayout(row)
        column.addWidget(self._editor)
        column.addWidget(self.comparison)
        column.addWidget(self.ask)
        column.addWidget(self.drafts, 1)
        self._hint = KeyHint(KEYS, self)
        column.addWidget(self._hint)
        for first, second in ((self.words, self.by), (self.by, self.keep_button)):
            QWidget.setTabOrder(first, second)
        QWidget.setTabOrder(self.keep_button, self.nothing_button)
        self._count()

    @property
    def base(self) -> str:
        """The id of the draft that the next one revises: the chosen one, else the newest version.

        Nothing while there are only first versions, or when it was asked to start from nothing.
        """
        if self._base or self._anew:
            return self._base
        return next_base(self.desk.workshop)

    def begin(self) -> None:
        """Typing goes into the statement; while drafts are compared, keys to the newer one."""
        pair = self._pair()
        if pair is not None:
            self.drafts.go_to(pair[1].id)
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every draft, and what the next one will be called."""
        if self._base and self._base not in workshop.drafts:
            self._base = ""
        base = workshop.drafts.get(self.base)
        self.keep_button.setText(f"Keep as {next_label(workshop, self.base)}")
        self.nothing_button.setVisible(base is not None)
        self.words.setPlaceholderText(next_words(base))
        kept = kept_themes(workshop)
        self.kept.setText(f"{KEPT}: {kept}")
        self.kept.setVisible(bool(kept))
        if self._marked not in workshop.drafts:
            self._marked = ""
        pair = self._pair()
        self._editor.setVisible(pair is None)
        self.comparison.show_pair(pair)
        self._hint.show_keys(KEYS if pair is None else COMPARING)
        roles = from_rehearsals(workshop)
        roles |= {self._marked: "marked: C on another compares them"} if self._marked else {}
        roles |= {each.id: "compared" for each in pair or ()}
        self.drafts.show_drafts(workshop, self.desk.focus.draft, roles)

    def mark(self, draft: str) -> None:
        """Mark a draft for comparing, or compare it with the marked one; again, and it is over."""
        if draft in self.desk.focus.compared:
            self.leave_comparison()
        elif self._marked and self._marked != draft:
            self.compare(self._marked, draft)
        else:
            self._marked = "" if self._marked == draft else draft
            self.desk.focus_on(compared=())
            self.show_workshop(self.desk.workshop)

    def compare_with_base(self, draft: str) -> None:
        """Compare a draft with the one it revises; again, and it is over."""
        found = self.desk.workshop.drafts[draft]
        pair = (found.revises, draft)
        if self.desk.focus.compared == pair:
            self.leave_comparison()
        elif found.revises in self.desk.workshop.drafts:
            self.compare(*pair)
        else:
            why = f"{found.label} was begun from nothing. Mark two drafts with C to compare them."
            self.desk.refused.emit(why, "")

    def compare(self, one: str, other: str) -> None:
        """Compare two drafts, the older with the newer, here and on the room's screen.

        Looking at two drafts chooses neither: none of them is put to the vote for it.
        """
        self._marked = ""
        if not {one, other} <= self.desk.workshop.drafts.keys():
            # It was taken back while it was offered.
            self.desk.refused.emit("That draft is no longer there.", "")
            return
        pair = older_first(self.desk.workshop, one, other)
        self.desk.focus_on(compared=pair, draft="")
        self.show_workshop(self.desk.workshop)

    def leave_comparison(self) -> None:
        """Put the comparison away, and the mark."""
        self._marked = ""
        self.desk.focus_on(compared=())
        self.show_workshop(self.desk.workshop)

    def _leave_and_back(self) -> None:
        self._back()
        self.leave_comparison()

    def _take_in_hand(self, draft: str) -> None:
        """The draft that the keyboard went to is in hand, but not while two are compared."""
        if self._pair() is None:
            self.desk.focus_on(draft=draft)

    def _pair(self) -> tuple[Draft, Draft] | None:
        return compared(self.desk.workshop, self.desk.focus.compared)

    def _ask_with_which(self, draft: str) -> None:
        drafts = self.desk.workshop.drafts
        others = [d for d in drafts.values() if d.id != draft]
        choices = [Choice(d.id, d.label, d.text, words_of(d)) for d in others]

        def answer(_words: str, choice: Choice | None) -> bool:
            if choice is not None:
                self.compare(choice.id, draft)
            return choice is not None

        question = f"Compare {drafts[draft].label} with"
        self.ask.ask(question, answer, choices, may_be_new=False)

    def revise(self, draft: str) -> None:
        """Begin a new version of a draft: its words stand in the editor."""
        found = self.desk.workshop.drafts.get(draft)
        if found is None:
            return
        self._base, self._anew = draft, False
        self._marked = ""
        self._write(found.text)
        self.desk.focus_on(draft=draft, compared=())
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _from_nothing(self) -> None:
        """Leave the draft being revised; the next one is a first version."""
        self._base, self._anew = "", True
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
        kept = self.desk.do(purpose.draft, text, self.base, by)
        if kept is None:
            self.begin()
            return
        self._base, self._anew = "", False
        self.words.clear()
        self.by.clear()
        self.desk.focus_on(draft=kept.id)
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _count(self) -> None:
        words = word_count(self.words.toPlainText())
        over = words > MOST_WORDS
        self.count.setText(count_words(words))
        self.count.set_colour(LIGHT.on_accent_soft if over else LIGHT.mute)

    def _ask_why(self, draft: str) -> None:
        label = self.desk.workshop.drafts[draft].label

        def answer(why: str, _choice: object) -> bool:
            return self.desk.do(purpose.close_draft, draft, "rejected", why) is not None

        self.ask.ask(f"Put {label} aside. Why?", answer)

    def _back(self) -> None:
        pair = self._pair()
        found = pair[1] if pair else draft_in_hand(self.desk.workshop, self.desk.focus.draft)
        if found is not None:
            self.drafts.go_to(found.id)
