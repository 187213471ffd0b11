"""Finding the themes: the cards of all the purpose questions, sorted on one board."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator import board, car_park
from facilitator.attribution import choices_made
from facilitator.board import Contribution
from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.edit_card import CardEditor
from ui.stages.capture.offers import Choice
from ui.stages.capture.page import themes
from ui.stages.page import Page
from ui.stages.purpose.alike import Group
from ui.stages.purpose.ask import AskLine
from ui.stages.purpose.columns import LOOSE, ThemeColumns
from ui.stages.purpose.hints import Hints, Listener, Texts
from ui.stages.purpose.verdict import parked_notes
from ui.stages.purpose.words import cards_to_sort, questions
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState

KEYS = (
    ("M", "move to a theme"),
    ("S", "split off"),
    ("J", "join two themes"),
    ("T", "new theme"),
    ("F2", "rename"),
    ("P", "to the car park"),
    ("Enter", "correct the card"),
    ("← →", "from pile to pile"),
    ("Shift ↓", "choose several"),
)
HINT_KEYS = (("G", "take the hint"), ("X", "put the hint aside"))
NO_CARD = "Choose a card first: arrows go to it, Shift adds more."
FIRST_STEP = (
    "Begin with one card: go to it with the arrows, press M and type what its pile is called. Or "
    "press T for a theme without cards, and drag cards onto it."
)
MOST_THEMES = 7


class ThemesPage(Page):
    """The board. Cards are moved by dragging, or chosen and moved with a key."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._names: tuple[object, ...] = ()
        self._last = LOOSE
        self.add_button = QuietButton("+ Theme", self)
        self.rename_button = QuietButton("Rename", self)
        self.merge_button = QuietButton("Merge", self)
        self.split_button = QuietButton("Split", self)
        self.add_button.clicked.connect(self.add)
        self.rename_button.clicked.connect(self.rename)
        self.merge_button.clicked.connect(self.merge)
        self.split_button.clicked.connect(self.split)
        self.tally = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.tally.setWordWrap(False)
        self.first_step = PlainLabel(FIRST_STEP, self, colour=LIGHT.deep)
        self.ask = AskLine(self)
        self.ask.closed.connect(self._back_to_cards)
        self.editor = CardEditor(desk, self)
        self.editor.done.connect(self._back_to_cards)
        self.columns = ThemeColumns(lambda card: self.desk.workshop.who_said(card), self)
        self.columns.dropped.connect(self._move)
        self.columns.opened.connect(self.editor.edit)
        self.columns.entered.connect(self._entered)
        self.suggested = Hints(self)
        self.columns.put_on_top(LOOSE, self.suggested)
        self.columns.stepped.connect(self.suggested.stand_on)
        self.suggested.taken.connect(self._take)
        self.suggested.put_aside.connect(self._put_aside)
        self.suggested.count_changed.connect(self._tell_keys)
        self._listener = Listener(self)
        self._listener.heard.connect(self._suggest)
        self.empty = EmptyState(
            "No cards to sort yet",
            "Capture answers to the questions of this stage first: they come here by themselves.",
            parent=self,
        )
        self.hints = KeyHint(KEYS, self)
        self._lay_out()
        for key, act in (
            ("M", self.move_chosen),
            ("S", self.split),
            ("J", self.merge),
            ("T", self.add),
            ("F2", self.rename),
            ("P", self.park),
            ("G", self.take_hint),
            ("X", self.put_hint_aside),
            ("Del", self.put_hint_aside),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (
            self.add_button,
            self.rename_button,
            self.merge_button,
            self.split_button,
        ):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        for part in (self.first_step, self.ask, self.editor, self.empty):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(self.hints)

    def begin(self) -> None:
        """The keyboard goes to the loose cards."""
        self._go_to(LOOSE)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every theme and its cards, and the loose ones."""
        people = (tuple(workshop.organisations.values()), tuple(workshop.members.values()))
        names = (*people, choices_made(workshop))
        if names != self._names:
            self._names = names
            self.columns.forget_names()
        cards = cards_to_sort(workshop, self.stage)
        piles: dict[str, list[Contribution]] = {}
        for card in cards:
            piles.setdefault(card.theme if card.theme in workshop.themes else LOOSE, []).append(
                card
            )
        here = self.columns.here()
        self.columns.show_piles(tuple(workshop.themes.values()), piles, parked_notes(workshop))
        self._listener.listen(self._texts(workshop, piles))
        self._suggest(self.suggested.groups)
        loose = len(piles.get(LOOSE, ()))
        said = [f"{loose} loose", f"{len(cards) - loose} placed"]
        if len(workshop.themes) > MOST_THEMES:
            said.insert(0, f"{len(workshop.themes)} themes")
        said.append("drag, or select and press M")
        self.tally.setText(" · ".join(said))
        nothing = not cards and not workshop.themes
        self.empty.setVisible(nothing)
        self.columns.setVisible(not nothing)
        self.first_step.setVisible(bool(cards) and not workshop.themes)
        self.rename_button.setEnabled(bool(workshop.themes))
        self.merge_button.setEnabled(len(workshop.themes) > 1)
        self.split_button.setEnabled(bool(cards))
        if here is not None and self.columns.here() is None:
            self._go_to(LOOSE)

    def move_chosen(self) -> None:
        """Ask which theme the chosen cards belong to."""
        cards = self.columns.chosen()
        if not cards:
            self.desk.refused.emit(NO_CARD, "")
            return
        self._ask_theme(cards)

    def _ask_theme(self, cards: tuple[str, ...]) -> None:
        workshop = self.desk.workshop
        choices = themes(workshop)
        if any(workshop.contributions[card].theme for card in cards):
            choices.append(Choice(LOOSE, "Loose", detail="no theme"))

        def answer(words: str, choice: Choice | None) -> bool:
            return self._put(cards, words, choice)

        many = "Which theme?" if len(cards) == 1 else f"Which theme for these {len(cards)}?"
        self.ask.ask(f"{many} Type a name", answer, choices)

    def park(self) -> None:
        """Put the chosen cards into the car park, all in one change."""
        cards = self.columns.chosen()
        if not cards:
            self.desk.refused.emit(NO_CARD, "")
        elif len(cards) == 1:
            self.desk.do(car_park.park, "", contribution=cards[0])
        else:
            self.desk.do(car_park.park_cards, cards)

    def split(self) -> None:
        """Ask for the name of a new theme for the chosen cards of this one."""
        cards = self.columns.chosen()
        if not cards:
            self.desk.refused.emit(NO_CARD, "")
            return
        theme = self.columns.pile_of(cards[0])

        def answer(words: str, _choice: Choice | None) -> bool:
            if theme == LOOSE:
                return self.desk.do(board.form_theme, words, cards) is not None
            return self.desk.do(board.split_theme, theme, words, cards) is not None

        many = "this card" if len(cards) == 1 else f"these {len(cards)} cards"
        self.ask.ask(f"A new theme for {many}. Its name", answer)

    def take_hint(self) -> None:
        """Put the cards of the hint in hand together, under a name that is asked for."""
        if self.suggested.in_hand is None:
            self.desk.refused.emit("No loose cards sound alike enough to suggest anything.", "")
        else:
            self._take(self.suggested.in_hand)

    def put_hint_aside(self) -> None:
        """Put the hint in hand aside; it does not come back."""
        if self.suggested.in_hand is not None:
            self._put_aside(self.suggested.in_hand)

    def add(self) -> None:
        """Ask for the name of a new theme."""
        self.ask.ask("Name the theme, in the room’s words", self._name)

    def rename(self) -> None:
        """Ask for another name of the theme in hand."""
        found = self.desk.workshop.themes.get(self._last)
        if found is None:
            self._which("Rename which theme?", self._ask_name)
        else:
            self._ask_name(found.id)

    def merge(self) -> None:
        """Ask into which theme the one in hand goes."""
        if self._last in self.desk.workshop.themes:
            self._ask_into(self._last)
        else:
            self._which("Merge which theme?", self._ask_into)

    def _which(self, question: str, then: Callable[[str], None]) -> None:
        choices = themes(self.desk.workshop)
        if not choices:
            self.desk.refused.emit("There is no theme yet. Name one with + Theme.", "")
            return

        def answer(_words: str, choice: Choice | None) -> bool:
            if choice is not None:
                then(choice.id)
            return choice is not None

        self.ask.ask(question, answer, choices, may_be_new=False)

    def _ask_name(self, theme: str) -> None:
        name = self._name_of(theme)
        if not name:
            return

        def answer(words: str, _choice: Choice | None) -> bool:
            return words == name or self.desk.do(board.name_theme, words, theme) is not None

        self.ask.ask("A better name", answer, words=name)

    def _ask_into(self, theme: str) -> None:
        name = self._name_of(theme)
        if not name:
            return
        others = [choice for choice in themes(self.desk.workshop) if choice.id != theme]

        def answer(_words: str, choice: Choice | None) -> bool:
            if choice is None:
                return False
            return self.desk.do(board.dissolve_theme, theme, choice.id) is not None

        self.ask.ask(f"Merge “{name[:40]}” into", answer, others, may_be_new=False)

    def _name_of(self, theme: str) -> str:
        """A theme's name; nothing, and it is said, when it was taken back while it was offered."""
        found = self.desk.workshop.themes.get(theme)
        if found is None:
            self.desk.refused.emit("That theme is no longer there.", "")
        return found.name if found else ""

    def _name(self, words: str, _choice: Choice | None = None) -> bool:
        named = self.desk.do(board.name_theme, words)
        if named is not None:
            self._last = named.id
        return named is not None

    def _put(self, cards: tuple[str, ...], words: str, choice: Choice | None) -> bool:
        if choice is not None:
            return self._move(cards, choice.id)
        return self.desk.do(board.form_theme, words, cards) is not None

    def _move(self, cards: tuple[str, ...], theme: str) -> bool:
        return self.desk.do(board.put_on_theme, cards, theme) is not None

    def _texts(self, workshop: Workshop, piles: Mapping[str, list[Contribution]]) -> Texts:
        """What is listened to for cards that sound alike."""
        asked = set(questions(self.stage))
        return (
            {card.id: card.text for card in piles.get(LOOSE, ())},
            {
                theme.id: (theme.name, *(card.text for card in piles.get(theme.id, ())))
                for theme in workshop.themes.values()
            },
            tuple(
                self.desk.words(step.prompt) for step in self.stage.steps if step.question in asked
            ),
        )

    def _suggest(self, groups: Sequence[Group]) -> None:
        """Offer what was heard, as far as it is still so."""
        workshop = self.desk.workshop
        themes = {theme.id: theme.name for theme in workshop.themes.values()}
        cards = cards_to_sort(workshop, self.stage) if groups else ()
        texts = {card.id: card.text for card in cards if card.theme not in themes}
        there = [
            group
            for group in groups
            if texts.keys() >= set(group.cards) and (not group.theme or group.theme in themes)
        ]
        self.suggested.show_groups(there, texts, themes)

    def _take(self, group: Group) -> None:
        self.columns.choose(group.cards)
        if group.theme:
            self._move(group.cards, group.theme)
        else:
            self._ask_theme(group.cards)

    def _put_aside(self, group: Group) -> None:
        self._listener.put_aside(group)
        self.columns.go_to(LOOSE)

    def _tell_keys(self) -> None:
        self.hints.show_keys((*KEYS, *HINT_KEYS) if self.suggested.groups else KEYS)

    def _entered(self, pile: str) -> None:
        self._last = pile
        if pile:
            self.desk.focus_on(theme=pile)

    def _back_to_cards(self) -> None:
        self._go_to(self._last)

    def _go_to(self, pile: str) -> None:
        """To a pile; while the board has neither cards nor themes, to what makes the first."""
        if self.columns.isHidden():
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.columns.go_to(pile)
