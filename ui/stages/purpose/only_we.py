"""The only-we test: three questions to each theme, and where what fails goes."""

import re
from typing import get_args

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator import car_park, only_we
from facilitator.guide import Stage, Step
from facilitator.only_we import Question, Said
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import InlineForm, LineField
from ui.stages.page import Page
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.by_organisation import ByOrganisation
from ui.stages.purpose.theme_row import RowShown, ThemeRow
from ui.stages.purpose.verdict import (
    ASKED,
    answers_of,
    parked_notes,
    undecided,
    verdict,
    who_differs,
)
from ui.stages.purpose.words import questions
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState
from ui.widgets.scroll_bar import CalmScrollBar

KEYS = (
    ("Y N", "answer the question in hand"),
    ("1 2 3", "turn an answer over"),
    ("H", "show of hands"),
    ("O", "by organisation"),
    ("P", "a failing theme to the car park"),
    ("← →", "question"),
    ("↑ ↓", "theme"),
)
NO_HANDS = "Type the hands as numbers: how many yes, how many no, and who is unsure. Such as 9 2."
_HANDS = re.compile(r"\d{1,4}(?:\D+\d{1,4}){1,2}")


class ParkTheme(InlineForm):
    """Where a theme goes that failed, who takes it there, and when it is taken up again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Park it", parent)
        self.destination = LineField("Destination", "Where does it go?", self)
        self.carrier = LineField("Who takes it there", "If it is known", self)
        self.back_at = LineField("Back to it", "Such as 15:00", self)
        self.end_line((self.destination, 4), (self.carrier, 3), (self.back_at, 2))
        self.hide()

    def ask(self, title: str) -> None:
        """Ask for them, from nothing."""
        for field in (self.destination, self.carrier, self.back_at):
            field.clear()
        self.say(title)
        self.show()
        self.destination.setFocus(Qt.FocusReason.OtherFocusReason)


class OnlyWePage(Page):
    """A row for each theme. Each answer is kept at once, with the hands that were counted."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._rows: dict[str, ThemeRow] = {}
        self._asked: tuple[str, Question] | None = None
        self._parking = ""
        self._held = ""
        self.hands_button = QuietButton("Show of hands", self)
        self.hands_button.clicked.connect(self._ask_hands_in_hand)
        self.by_button = QuietButton("By organisation", self)
        self.by_button.clicked.connect(self._ask_organisations_in_hand)
        self.tally = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.tally.setWordWrap(False)
        self.ask = AskLine(self)
        self.ask.closed.connect(self.begin)
        self.parking = ParkTheme(self)
        self.parking.kept.connect(self._park)
        self.parking.left.connect(self._leave_parking)
        self.by_organisation = ByOrganisation(self)
        self.by_organisation.said.connect(self._stand)
        self.by_organisation.closed.connect(self._leave_organisations)
        self.empty = EmptyState(
            "No themes to test yet",
            "Sort the cards into themes in the step before, then put each theme to the test.",
            parent=self,
        )
        self._inner = QWidget(self)
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 2, 0)
        self._list.setSpacing(10)
        self._list.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(self._inner)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBar(CalmScrollBar(self))
        self.area.verticalScrollBar().rangeChanged.connect(self._look_again)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self._inner.setBackgroundRole(QPalette.ColorRole.NoRole)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.hands_button)
        bar.addWidget(self.by_button)
        bar.addStretch(1)
        bar.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        for part in (self.ask, self.parking, self.by_organisation, self.empty):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        self.hints = KeyHint(KEYS, self)
        column.addWidget(self.hints)

    def row(self, theme: str) -> ThemeRow:
        """The row of a theme."""
        return self._rows[theme]

    def begin(self) -> None:
        """The keyboard goes to the theme in hand, else to the first that is not tested."""
        self._held = ""
        self.hints.show()
        for row in self._rows.values():
            row.hold(False)
        if wanted := self._in_hand():
            self._rows[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every theme with its answers."""
        self._make_rows(list(workshop.themes))
        counts: dict[str, int] = dict.fromkeys(workshop.themes, 0)
        alone: dict[str, int] = dict.fromkeys(workshop.themes, 0)
        whole = {c for p in workshop.car_park.values() if not p.outcome for c in p.contributions}
        for question in questions(self.stage):
            for card in workshop.cards(self.stage.id, question):
                if card.theme in counts and card.id not in whole:
                    (alone if card.parked else counts)[card.theme] += 1
        notes = parked_notes(workshop)
        for theme in workshop.themes.values():
            found = workshop.only_we.get(theme.id)
            answers = answers_of(found)
            first, second, third = (who_differs(workshop, answer) for answer in answers)
            where = [notes.get(theme.id, "")]
            if alone[theme.id]:
                where.append(f"{alone[theme.id]} in the car park by themselves")
            self._rows[theme.id].show_theme(
                RowShown(
                    theme.name,
                    counts[theme.id],
                    answers,
                    (first, second, third),
                    verdict(found),
                    undecided(found),
                    " · ".join(part for part in where if part),
                )
            )
        tested = sum(only_we.fate(workshop, theme) != "untested" for theme in workshop.themes)
        self.tally.setText(f"{tested} of {len(workshop.themes)} tested" if workshop.themes else "")
        for part in (self.hands_button, self.by_button):
            part.setEnabled(bool(workshop.themes))
        self.empty.setVisible(not workshop.themes)
        self.area.setVisible(bool(workshop.themes))
        self._show_organisations(workshop)
        self._look_again()

    def _in_hand(self) -> str:
        untested = [t for t in self._rows if only_we.fate(self.desk.workshop, t) == "untested"]
        in_hand = self.desk.focus.theme
        return in_hand if in_hand in self._rows else next(iter([*untested, *self._rows]), "")

    def _make_rows(self, themes: list[str]) -> None:
        if themes == list(self._rows):
            return
        for theme in [theme for theme in self._rows if theme not in themes]:
            row = self._rows.pop(theme)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {theme: self._rows.get(theme) or self._new(theme) for theme in themes}
        before: QWidget | None = None
        for at, row in enumerate(self._rows.values()):
            self._list.insertWidget(at, row)
            row.show()
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row

    def _new(self, theme: str) -> ThemeRow:
        row = ThemeRow(self._inner)
        row.answered.connect(lambda question, yes: self._answer(theme, question, yes))
        row.hands_asked.connect(lambda question: self._ask_hands(theme, question))
        row.by_organisation_asked.connect(lambda question: self._ask_organisations(theme, question))
        row.park_asked.connect(lambda: self._ask_where(theme))
        row.entered.connect(lambda: self._enter(theme))
        row.moved.connect(lambda way: self._go(theme, way))
        return row

    def _answer(self, theme: str, question: Question, yes: bool) -> None:
        self.desk.do(only_we.answer_only_we, theme, question, yes)

    def _ask_hands_in_hand(self) -> None:
        if theme := self._in_hand():
            self._ask_hands(theme, self._rows[theme].in_hand)

    def _ask_organisations_in_hand(self) -> None:
        if theme := self._in_hand():
            self._ask_organisations(theme, self._rows[theme].in_hand)

    def _ask_hands(self, theme: str, question: Question) -> None:
        def answer(words: str, _choice: object) -> bool:
            # "H" before the next count is a habit of the hand, and no mistake.
            if not self._count(theme, question, words.lstrip("hH ")):
                return False
            answered = answers_of(self.desk.workshop.only_we.get(theme))
            if answered[only_we.QUESTIONS.index(question)].is_yes is None:
                return True  # No side has more than half: that is settled first.
            # The room's hands are up: the next question asks for them too, until all are answered.
            if coming := self._not_asked(theme):
                self._ask_hands(theme, coming)
            return True

        self.parking.hide()
        self.by_organisation.leave()
        self._hold(theme, question)
        self.ask.ask(f"{ASKED[question]} Hands for yes, for no, unsure", answer)

    def _not_asked(self, theme: str) -> Question | None:
        """The first question to a theme that has neither an answer nor hands."""
        answers = answers_of(self.desk.workshop.only_we.get(theme))
        asked = zip(only_we.QUESTIONS, answers, strict=True)
        return next((q for q, a in asked if a.is_yes is None and not a.hands), None)

    def _count(self, theme: str, question: Question, words: str) -> bool:
        if not _HANDS.fullmatch(words):
            self.desk.refused.emit(NO_HANDS, "")
            return False
        yes, no, unsure = (*map(int, re.findall(r"\d+", words)), 0)[:3]
        return self.desk.do(only_we.count_hands, theme, question, yes, no, unsure) is not None

    def _ask_organisations(self, theme: str, question: Question) -> None:
        self.ask.leave()
        self.parking.hide()
        self._asked = (theme, question)
        self._hold(theme)
        self._show_organisations(self.desk.workshop)
        self.by_organisation.show()
        self.by_organisation.organisations.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enter(theme)

    def _show_organisations(self, workshop: Workshop) -> None:
        if self._asked is None:
            return
        theme, question = self._asked
        if theme not in workshop.themes:
            self.by_organisation.leave()
            return
        found = workshop.only_we.get(theme) or only_we.OnlyWe(theme)
        title = f"{ASKED[question]}  “{workshop.themes[theme].name[:60]}”, by organisation"
        self.by_organisation.show_answer(title, workshop, found.answer(question))

    def _stand(self, organisation: str, said: Said) -> None:
        if self._asked is None or said not in get_args(Said):
            return
        theme, question = self._asked
        found = self.desk.workshop.only_we.get(theme) or only_we.OnlyWe(theme)
        if found.answer(question).positions.get(organisation, "") != said:
            self.desk.do(only_we.stand_only_we, theme, question, organisation, said)

    def _leave_organisations(self) -> None:
        self._asked = None
        self.begin()

    def _ask_where(self, theme: str) -> None:
        self.ask.leave()
        self.by_organisation.leave()
        self._parking = theme
        self._hold(theme)
        name = self.desk.workshop.themes[theme].name
        self.parking.ask(f"“{name[:60]}” goes to the car park")

    def _park(self) -> None:
        form = self.parking
        today = self.desk.today()
        texts = (form.destination.text(), form.carrier.text(), iso_date(form.back_at.text(), today))
        if self.desk.do(car_park.park_theme, self._parking, *texts, today=today) is None:
            # With a destination, what was refused is the day.
            wrong = form.back_at if form.destination.text().strip() else form.destination
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave_parking()

    def _leave_parking(self) -> None:
        # The row takes the keyboard first: of a form that hides, Qt gives it to anybody.
        self.begin()
        self.parking.hide()

    def _enter(self, theme: str) -> None:
        self.desk.focus_on(theme=theme)
        self.area.ensureWidgetVisible(self._rows[theme], 0, 4)

    def _hold(self, theme: str, question: Question | None = None) -> None:
        """A form is open about a theme: its row stays in sight, and its keys mean nothing."""
        self._held = theme
        self._rows[theme].hold(True, question)
        self.hints.hide()

    def _look_again(self) -> None:
        # A row grows with what is said of it, and a form takes room, once they are laid out again.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Scroll to the row that a form is about, else to the one that has the keyboard."""
        focused = next((row for row in self._rows.values() if row.hasFocus()), None)
        row = self._rows.get(self._held) or focused
        if row is not None:
            self.area.ensureWidgetVisible(row, 0, 4)

    def _go(self, theme: str, way: int) -> None:
        themes = list(self._rows)
        at = themes.index(theme) + way
        if 0 <= at < len(themes):
            self._rows[themes[at]].setFocus(Qt.FocusReason.OtherFocusReason)
