"""Capturing the room's answers to one question. Any step that names a question uses it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator import board
from facilitator.attribution import choices_made, shown_as
from facilitator.board import Contribution
from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.capture.bar import CaptureBar
from ui.stages.capture.edit_card import CardEditor
from ui.stages.capture.field import CaptureField
from ui.stages.capture.offers import Choice
from ui.stages.page import Page
from ui.widgets.card_painting import CardItem
from ui.widgets.cards import CardFlow
from ui.widgets.key_hint import KeyHint
from ui.widgets.notices import EmptyState, Notice
from ui.widgets.rows import WINDOW

KEYS = (
    ("Enter", "keep it"),
    ("@", "and a key: who said it"),
    ("@ @", "who spoke last"),
    ("#", "theme"),
    ("Ctrl Z", "take it back"),
    ("PgDn", "next step"),
    ("Ctrl H", "hide or show in the room"),
    ("Ctrl U", "whose names go with it"),
)


def people(workshop: Workshop) -> list[Choice]:
    """Who `@` can name: organisations first, then members. A card without one is unattributed."""
    keys = workshop.handles
    organisations = [
        Choice(o.id, o.short, o.name, "" if o.short == o.name else o.name, keys.get(o.id, ""))
        for o in workshop.organisations.values()
    ]
    members = [
        Choice(
            m.id, m.label, m.role, workshop.organisation_name(m.organisation), keys.get(m.id, "")
        )
        for m in workshop.members.values()
    ]
    return organisations + members


def spoke_last(workshop: Workshop) -> str:
    """The id of whoever is kept as the last to have spoken; nothing while nobody is."""
    cards = reversed(workshop.contributions.values())
    return next(
        (c.member or c.organisation for c in cards if shown_as(workshop, c) != "unattributed"), ""
    )


def themes(workshop: Workshop) -> list[Choice]:
    """Which themes `#` can name."""
    return [Choice(t.id, t.name) for t in workshop.themes.values()]


class CapturePage(Page):
    """The capture field, and the cards it has kept for this question, newest first."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._items: dict[str, tuple[Contribution, CardItem]] = {}
        self._newest: list[Contribution] = []
        self._names: tuple[object, ...] = ()
        self.field = CaptureField(
            "What was said? One idea, in their words",
            self,
            spoke_last=lambda: spoke_last(desk.workshop),
        )
        self.field.kept.connect(self._keep)
        self.field.warned.connect(self._warn)
        self.warning = Notice(self, by_escape=False)
        self.hints = KeyHint(KEYS, self)
        self.bar = CaptureBar(desk, stage, step, self)
        self.bar.closed.connect(self.begin)
        self.cards = CardFlow("Captured cards", self)
        self.cards.opened.connect(self._edit)
        self.editor = CardEditor(desk, self)
        self.editor.done.connect(self.begin)
        self.empty = EmptyState(
            "Nothing captured yet",
            "Type what somebody says and press Enter. Begin or end with @ and a key to say who; "
            "leave it out and the card is unattributed.",
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.field, self.warning, self.hints, self.bar, self.editor, self.empty):
            column.addWidget(part)
        column.addWidget(self.cards, 1)
        column.addStretch(0)
        self.setFocusProxy(self.field)
        for keys, act in (("Ctrl+H", self.bar.hide_or_show), ("Ctrl+U", self.bar.next_choice)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def begin(self) -> None:
        """Typing goes into the capture field."""
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the newest cards of this question, and how many are kept."""
        question = self.step.question
        count = workshop.card_count(self.stage.id, question)
        self._show_cards(workshop, workshop.newest_cards(self.stage.id, question, WINDOW))
        self.hints.show_tail(f"{count:,} kept, every one saved" if count else "")
        self.bar.show_workshop(workshop)
        self.empty.setVisible(not count)
        self.cards.setVisible(bool(count))

    def _show_cards(self, workshop: Workshop, newest: list[Contribution]) -> None:
        """Make items only of what changed: this runs between Enter and the card on the screen."""
        names = (
            tuple(workshop.organisations.values()),
            tuple(workshop.members.values()),
            tuple(workshop.themes.values()),
            choices_made(workshop),
        )
        if names != self._names:
            self._names = names
            self._items.clear()
            self._newest = []
            self.field.offer_people(people(workshop))
            self.field.offer_themes(themes(workshop))
        if newest == self._newest:
            return
        before, self._newest = self._items, newest
        self._items = {}
        for at, card in enumerate(newest):
            known = before.get(card.id)
            if known is None or known[0] is not card or known[1].lit != (not at):
                known = (card, self._item(workshop, card, newest=not at))
            self._items[card.id] = known
        self.cards.show_cards([item for _, item in self._items.values()])

    @staticmethod
    def _item(workshop: Workshop, card: Contribution, *, newest: bool) -> CardItem:
        """A card as it is shown."""
        meta = workshop.who_said(card)
        if card.parked:
            meta = f"{meta} · in the car park"
        elif newest:
            meta = f"{meta} · just now"
        theme = workshop.themes.get(card.theme)
        return CardItem(card.id, card.text, meta, (theme.name,) if theme else (), lit=newest)

    def _keep(self, text: str, who: str, theme: str, new_theme: str) -> None:
        if new_theme and text:
            same = board.find_theme(self.desk.workshop, new_theme)
            named = same or self.desk.do(board.name_theme, new_theme)
            if named is None:
                return
            theme = named.id
        known = self.desk.workshop.organisations
        kept = self.desk.do(
            board.capture,
            text,
            self.stage.id,
            self.step.question,
            member="" if who in known else who,
            organisation=who if who in known else "",
            theme=theme,
        )
        if kept is not None:
            self.field.clear()
            self.cards.scrollToTop()

    def _warn(self, sentence: str) -> None:
        if sentence:
            self.warning.tell(sentence)
        else:
            self.warning.dismiss()

    def _edit(self, card: str) -> None:
        self.editor.edit(card)
