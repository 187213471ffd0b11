"""The only-we test: three questions to each theme, and where what fails goes."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator import board
from facilitator.guide import Stage, Step
from facilitator.stages import purpose
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import Page
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.words import (
    QUESTIONS,
    Answers,
    answers_of,
    questions,
    verdict,
    yes_or_no,
)
from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.marks import paint_focus, paint_panel
from ui.widgets.notices import EmptyState
from ui.widgets.scroll_bar import CalmScrollBar

KEYS = (
    ("1", "alone?"),
    ("2", "levers?"),
    ("3", "missed?"),
    ("Y N", "answer the next one"),
    ("P", "a failing theme to the car park"),
    ("↑ ↓", "from theme to theme"),
)
_ASKED = 140
NOTHING: Answers = (None, None, None)


class ThemeRow(QWidget):
    """One theme, its three answers and what they come to. The keyboard stands on the row.

    `answered` carries the question (0 to 2) and the answer; `park_asked` and `entered` nothing.
    """

    answered = Signal(int, bool)
    park_asked = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answers: Answers = NOTHING
        self._shown: tuple[object, ...] = ()
        px = Typography.current().px
        self._name = PlainLabel("", self, size=15, weight=700)
        self._count = PlainLabel("", self, size=12, colour=LIGHT.mute)
        self._verdict = PlainLabel("", self, size=13, weight=600)
        self._park_button = QuietButton("To the car park…", self)
        self._park_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._park_button.clicked.connect(self.park_asked)
        self._buttons: list[QuietButton] = []
        theme = QVBoxLayout()
        theme.setSpacing(2)
        theme.addWidget(self._name)
        theme.addWidget(self._count)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(theme, 3)
        for at, question in enumerate(QUESTIONS):
            asked = QVBoxLayout()
            asked.setSpacing(4)
            words = PlainLabel(f"{at + 1}  {question}", self, size=12, colour=LIGHT.mute)
            words.setMinimumWidth(px(_ASKED))
            asked.addWidget(words)
            button = QuietButton("Not asked", self)
            button.setFixedWidth(px(92))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, at=at: self._toggle(at))
            self._buttons.append(button)
            asked.addWidget(button)
            row.addLayout(asked, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._verdict, 1)
        foot.addWidget(self._park_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(foot)

    def show_theme(self, name: str, cards: int, answers: Answers, parked: str) -> None:
        """Show the theme; `parked` says where its cards went, where they did."""
        shown = (name, cards, answers, parked)
        if shown == self._shown:
            return
        self._shown, self.answers = shown, answers
        said = verdict(answers)
        fails = said.startswith("fails")
        self._name.setText(name)
        self._count.setText(f"{cards} card{'' if cards == 1 else 's'}")
        words = said[0].upper() + said[1:] + (f" {parked}" if parked else "")
        mark = "✕ " if fails else "✓ " if said.startswith("kept") else ""
        self._verdict.setText(mark + words)
        self._verdict.set_colour(
            LIGHT.on_accent_soft if fails else LIGHT.deep if mark else LIGHT.mute
        )
        self._park_button.setVisible(fails and bool(cards))
        for button, answer, question in zip(self._buttons, answers, QUESTIONS, strict=True):
            button.setText(yes_or_no(answer).capitalize())
            button.setAccessibleName(f"{question} {button.text()}")
        asked = ", ".join(button.accessibleName() for button in self._buttons)
        self.setAccessibleName(f"{name}, {self._count.text()}. {asked}. {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1, 2 and 3 turn an answer over, Y and N answer the next, P parks, arrows go on."""
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self._toggle(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Y, Qt.Key.Key_N) and None in self.answers:
            self.answered.emit(self.answers.index(None), key == Qt.Key.Key_Y)
        elif key == Qt.Key.Key_P and not self._park_button.isHidden():
            self.park_asked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """This theme is in hand now."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the application's type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            for button in self._buttons:
                button.setFixedWidth(Typography.current().px(92))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel, with a ring where the keyboard is."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_panel(painter, rect, LIGHT.card, LIGHT.line, CARD_CORNER)
        if self.hasFocus():
            paint_focus(painter, rect, CARD_CORNER)

    def _toggle(self, question: int) -> None:
        self.answered.emit(question, self.answers[question] is not True)


class OnlyWePage(Page):
    """A row for each theme. Three answers make one verdict, and that is what is kept.

    Until the third answer is there, the first two are only on this page.
    """

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._rows: dict[str, ThemeRow] = {}
        self._begun: dict[str, Answers] = {}
        self.ask = AskLine(self)
        self.ask.closed.connect(self.begin)
        self.park_button = PrimaryButton("Park them", self)
        self.park_button.clicked.connect(lambda: self.ask.take_marked())
        self.park_button.hide()
        self.ask.closed.connect(self.park_button.hide)
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
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self._inner.setBackgroundRole(QPalette.ColorRole.NoRole)
        asking = QHBoxLayout()
        asking.setSpacing(8)
        asking.addWidget(self.ask, 1)
        asking.addWidget(self.park_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(asking)
        column.addWidget(self.empty)
        column.addWidget(self.area, 1)
        column.addWidget(KeyHint(KEYS, self))

    def row(self, theme: str) -> ThemeRow:
        """The row of a theme."""
        return self._rows[theme]

    def begin(self) -> None:
        """The keyboard goes to the theme in hand, else to the first that is not tested."""
        workshop = self.desk.workshop
        untested = [t for t in self._rows if purpose.fate(workshop, t) == "untested"]
        in_hand = self.desk.focus.theme
        wanted = in_hand if in_hand in self._rows else next(iter([*untested, *self._rows]), "")
        if wanted:
            self._rows[wanted].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every theme with its answers."""
        self._make_rows(list(workshop.themes))
        counts: dict[str, int] = dict.fromkeys(workshop.themes, 0)
        parked: dict[str, int] = dict.fromkeys(workshop.themes, 0)
        for question in questions(self.stage):
            for card in workshop.cards(self.stage.id, question):
                if card.theme in counts:
                    (parked if card.parked else counts)[card.theme] += 1
        places: dict[str, str] = {}
        for item in workshop.car_park.values():
            found = workshop.contributions.get(item.contribution)
            if found is not None and found.parked and item.destination:
                places[found.theme] = f", for {item.destination}"
        for theme in workshop.themes.values():
            kept = answers_of(workshop.only_we.get(theme.id))
            answers = self._begun.get(theme.id, kept)
            where = ""
            if parked[theme.id]:
                where = f"· {parked[theme.id]} in the car park{places.get(theme.id, '')}"
            self._rows[theme.id].show_theme(theme.name, counts[theme.id], answers, where)
        self.empty.setVisible(not workshop.themes)
        self.area.setVisible(bool(workshop.themes))

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
        row.park_asked.connect(lambda: self._ask_where(theme))
        row.entered.connect(lambda: self._enter(theme))
        row.moved.connect(lambda way: self._go(theme, way))
        return row

    def _answer(self, theme: str, question: int, yes: bool) -> None:
        first, second, third = (
            yes if at == question else answer for at, answer in enumerate(self._rows[theme].answers)
        )
        if first is None or second is None or third is None:
            self._begun[theme] = (first, second, third)
            self.show_workshop(self.desk.workshop)
            return
        begun = self._begun.pop(theme, None)
        kept = self.desk.do(purpose.put_to_only_we_test, theme, first, second, third)
        if kept is None and begun is not None:
            self._begun[theme] = begun

    def _ask_where(self, theme: str) -> None:
        name = self.desk.workshop.themes[theme].name
        self.ask.ask(
            f"“{name[:40]}” to the car park. Destination:",
            lambda words, _choice: self._park(theme, words),
        )
        self.park_button.show()

    def _park(self, theme: str, destination: str) -> bool:
        """Park every card of the theme, each a change of its own."""
        if not destination:
            self.desk.refused.emit("Where does it go, and who takes it there?", "")
            return False
        for question in questions(self.stage):
            for card in self.desk.workshop.cards(self.stage.id, question):
                if card.theme != theme or card.parked:
                    continue
                put = self.desk.do(board.park, "", destination=destination, contribution=card.id)
                if put is None:
                    return False
        return True

    def _enter(self, theme: str) -> None:
        self.desk.focus_on(theme=theme)
        self.area.ensureWidgetVisible(self._rows[theme], 0, 4)

    def _go(self, theme: str, way: int) -> None:
        themes = list(self._rows)
        at = themes.index(theme) + way
        if 0 <= at < len(themes):
            self._rows[themes[at]].setFocus(Qt.FocusReason.OtherFocusReason)
