"""Play: the story's clock, the injects, the decisions, the values under strain and the notes."""

from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.guide.scenario import DecisionPoint
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.page import SideNote
from ui.stages.rehearsal.debriefing.lessons import LessonLine
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.playing.clock import ScenarioClockBar
from ui.stages.rehearsal.playing.decision import DecisionBlock
from ui.stages.rehearsal.playing.handling import How, InjectHandling
from ui.stages.rehearsal.playing.inject_words import has_nobody
from ui.stages.rehearsal.playing.injects import InjectPanel, next_inject, shown_inject
from ui.stages.rehearsal.playing.making import InjectForm
from ui.stages.rehearsal.playing.news_band import KEY, NewsBand
from ui.stages.rehearsal.playing.observing import NoteLine, NoteList
from ui.stages.rehearsal.playing.rail import LETTERS, InjectRail
from ui.stages.rehearsal.playing.strain import StrainTable
from ui.stages.rehearsal.timeline.marks import marks_in_play
from ui.stages.rehearsal.timeline.widget import KEYS, PLAY_KEYS, Timeline
from ui.stages.rehearsal.words import (
    in_hand,
    inject_of,
    point_in_hand,
    scenario_seconds,
    started,
)
from ui.stages.scrolled import follow
from ui.widgets.labels import Eyebrow, Heading
from ui.widgets.say_block import SayBlock

_SEEN = 48
"""Pixels of the panel that must be in sight for it to have been seen."""
_PAGE_KEYS = (
    ("P", "set the story’s clock going, or pause it"),
    ("F", "to the timeline, at the inject that comes next"),
    ("U", "make an inject up"),
    ("E", "put the inject into other words"),
    ("T", "take a note"),
    (KEY, "look at the news that has arrived"),
    ("M", "sound when news arrives, on or off"),
    ("1 to 3", "put this way out to the group"),
)


class PlayPage(RehearsalPage):
    """The scenario in play. Its left column is the list of injects, its foot the timeline.

    `stop_asked` when somebody said the stop word.
    """

    shows_prompt = False
    stop_asked = Signal()

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._shown = self._looked_at = ""
        self.handling = InjectHandling(desk, lambda: self.found, lambda: self.minute)
        self._rail: InjectRail | None = None
        inside = self.inside
        self.eyebrow = Eyebrow("", inside)
        self.clock = ScenarioClockBar(desk, stage, inside)
        self.clock.went_on.connect(self.begin)
        self.clock.stop_asked.connect(self.stop_asked)
        self.question = Heading("", inside)
        self.say = SayBlock(inside)
        self.form = InjectForm(desk, inside)
        self.form.written.connect(self._written)
        self.form.left.connect(self._left_form)
        self.panel = InjectPanel(desk, inside)
        self.panel.done.connect(self._answered)
        self.panel.reword_asked.connect(self._reword)
        self.decision = DecisionBlock(desk, stage, inside)
        self.decision.put.connect(self._positions)
        self.strain = StrainTable(desk, inside, by_clock=True)
        self.lessons = LessonLine(desk, inside)
        self.notes = NoteList(desk, inside)
        self.foot = QWidget(self)
        self.timeline = Timeline(self.foot)
        self.timeline.chosen.connect(self._choose)
        self.timeline.opened.connect(self._open)
        self.timeline.moved.connect(self.handling.move)
        self.timeline.asked.connect(self._act)
        self.timeline.unable.connect(self.handling.nothing_to_do)
        self.timeline.keyboard_moved.connect(self._show_letters)
        self.note = NoteLine(desk, stage, self.foot)
        self.notes.opened.connect(self.note.correct)
        self.column.setSpacing(12)
        parts = (self.clock, self.eyebrow, self.question, self.say)
        for part in (*parts, self.form, self.panel, self.decision):
            self.column.addWidget(part)
        self.column.addSpacing(6)
        self.column.addWidget(self.strain)
        self.column.addWidget(self.lessons)
        self.column.addWidget(self.notes)
        self.column.addStretch(1)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 8, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.timeline)
        foot.addWidget(self.note)
        self.band = NewsBand(self)
        self.band.clicked.connect(self._bring_news)
        whole, area = self.layout(), self.area
        assert isinstance(whole, QVBoxLayout)
        assert area is not None
        over = QHBoxLayout()
        over.setContentsMargins(0, 0, 8, 0)
        over.addWidget(self.band)
        whole.insertLayout(whole.indexOf(area), over)
        whole.addWidget(self.foot)
        for table in (self.decision.ledger.table, self.strain.table, self.notes.table):
            follow(area, table)
        area.verticalScrollBar().valueChanged.connect(lambda _: self._mind_news())

    def rail(self) -> QWidget | None:
        """The injects and the roles."""
        if self._rail is None:
            # Without a parent it would flash up as a window of its own.
            self._rail = InjectRail(self)
            self._rail.looked_at.connect(self._look_at)
            self._rail.asked.connect(self._ask)
            self._rail.made.connect(self._make)
            self._rail.keyed.connect(self.take_key)
            self._rail.list.asked.connect(self._act)
            self._rail.list.keyboard_moved.connect(self._show_letters)
            self.show_workshop(self.desk.workshop)
        return self._rail

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the page and of its timeline, for the list of all keys."""
        both = " (what is chosen on the timeline or in the list)"
        here = " (on the timeline)"
        there = [(key, does + (both if key in LETTERS else here)) for key, does in PLAY_KEYS]
        return (*_PAGE_KEYS, *there, *((key, does + here) for key, does in KEYS))

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the play, or, before there is a scenario, where to choose one."""
        super().show_workshop(workshop)
        found = in_hand(workshop, self.desk.focus)
        self.foot.setVisible(found is not None)
        if self._rail is not None:
            self._rail.inside.setVisible(found is not None)

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show everything as it stands."""
        if found.id != self._shown:
            self._shown, self._looked_at = found.id, ""
        if self.band.hear(found):
            # News goes before what was only looked at: it may have to be handed over.
            self._looked_at = ""
        ask = self.desk.words(self.step.ask)
        words = f"“{self.desk.words(self.step.say)}”" + (" Then ask:" if ask else "")
        self.say.show_script(words, ask)
        self._show_in_hand(workshop, found)
        self.strain.show_strain(workshop, found)
        self.lessons.show_lessons(found)
        self.note.show_notes(found)
        self.notes.show_notes(found)
        second = scenario_seconds(found, self.stage, self.desk.seconds())
        self.timeline.show_marks(marks_in_play(workshop, found), second)
        looked_at = self._looked_at or self.panel.held()
        if self._rail is not None:
            self._rail.show_injects(workshop, found, looked_at, alive=self.isEnabled())
            self._show_letters()

    def refocus(self, workshop: Workshop) -> None:
        """Show what else is in hand: of the rest of the page nothing depends on it."""
        found = in_hand(workshop, self.desk.focus)
        if found is None or found.id != self._shown:
            self.show_workshop(workshop)
        else:
            self._show_in_hand(workshop, found)

    def _show_in_hand(self, workshop: Workshop, found: Rehearsal) -> None:
        point = point_in_hand(workshop, found, self.desk.focus)
        self.eyebrow.setText(_eyebrow(found, point))
        self.question.setText(point.question if point else self.desk.words(self.step.prompt))
        self.clock.show_clock(found)
        looked_at = self._looked_at or self.panel.held()
        inject = inject_of(found, looked_at) or shown_inject(found, "")
        self.panel.show_inject(workshop, found, inject)
        self.decision.resting = not self.form.isHidden()
        self.decision.show_decision(workshop, found, point)
        QTimer.singleShot(0, self, self._mind_news)

    def tick(self, now: float) -> None:
        """The minutes of a decision, and the line of now."""
        found = self.found
        if found is not None and self.isVisible():
            self.clock.tick()
            self.decision.tick(now)
            self.timeline.show_now(scenario_seconds(found, self.stage, now))

    def side_notes(self, workshop: Workshop) -> tuple[SideNote, ...]:
        """How people feel in two lines: here the rail is for what comes next."""
        notes = super().side_notes(workshop)
        return tuple(SideNote(note.label, note.lines[:2]) for note in notes)

    def begin(self) -> None:
        """The keyboard on the clock before it goes, then on the newest inject or the decision."""
        found = self.found
        if found is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.form.isHidden():
            self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not started(found):
            self.clock.start.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.panel.isHidden() and not self.panel.response.isHidden():
            self.panel.response.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.decision.begin()
        self.bring_up(self.clock)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The letters of the page; Esc takes an inject off the screen, or away from the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape and self.desk.focus.inject:
            self.desk.focus_on(inject="")
        elif event.key() == Qt.Key.Key_Escape and self._looked_at:
            self._look_at("")
        elif not (plain and self.take_key(event.text().upper())):
            super().keyPressEvent(event)

    def take_key(self, key: str) -> bool:
        """Do what a letter does on this page, while no field has the keyboard; whether it did."""
        if self.found is None or not key.strip():
            return False
        acts = {
            "P": self.clock.toggle,
            "F": self._to_what_comes,
            "U": self._make,
            KEY: self._bring_news,
            "M": self.clock.turn_sound,
        }
        if key in acts:
            acts[key]()
        elif key == "T":
            self.note.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == "E":
            shown = self.panel.shown()
            self._reword(shown or (self._rail.next_id() if self._rail else ""))
        else:
            return self.decision.take_key(key)
        return True

    def leave(self) -> bool:
        """Leave what the form, the clock or the ledger asks."""
        if not self.form.isHidden():
            self.form.left.emit()
            return True
        return self.decision.ledger.leave_question()

    def _ask(self, inject: str, how: str) -> None:
        """What a button of the list asks."""
        self._after(played=self.handling.do(inject, cast(How, how)))

    def _act(self, letter: str, inject: str) -> None:
        """What a letter asks of the inject that is chosen."""
        self._after(played=self.handling.by_letter(letter, inject))

    def _after(self, *, played: bool) -> None:
        if played:
            self._looked_at = ""
            self.show_workshop(self.desk.workshop)

    def _to_what_comes(self) -> None:
        """The keyboard on the timeline, at the inject that comes next."""
        found = self.found
        coming = next_inject(self.desk.workshop, found, "") if found else None
        if coming is not None:
            self._look_at(coming.id)
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mind_news(self) -> None:
        """Keep in the band what has arrived until it was in sight."""
        found = self.found
        if found is None or not self.isVisible():
            return
        seen = self.panel.visibleRegion().boundingRect().height()
        if self.panel.shown() and seen >= min(self.panel.height(), _SEEN):
            self.band.saw(self.panel.shown())
        was_away = self.band.isHidden()
        self.band.show_news(self.desk.workshop, found, self.desk.focus)
        if self.band.isHidden() != was_away:
            QTimer.singleShot(0, self, self.keep_in_view)

    def _bring_news(self) -> None:
        """Bring up what has arrived, with the keyboard where one says what the group did."""
        inject = self.band.first() or self.panel.shown()
        if inject:
            self._look_at(inject)
            self.bring_up(self.panel)
            if not self.panel.response.isHidden():
                self.panel.response.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_letters(self) -> None:
        if self._rail is not None:
            self._rail.show_letters(self._under_the_keyboard())

    def _under_the_keyboard(self) -> str:
        """The inject that the letters would be about, while the keyboard is where they count."""
        found, rail = self.found, self._rail
        mark = self.timeline.mark() if self.timeline.hasFocus() else None
        if mark is not None:
            return mark.id if mark.kind == "inject" and mark.movable else ""
        row = rail.list.current_id() if rail is not None and rail.list.hasFocus() else ""
        return row if row and found is not None and not found.has_arrived(row) else ""

    def _choose(self, each: str) -> None:
        """What is chosen on the timeline is what the keys of the page are about."""
        mark = self.timeline.mark()
        if mark is not None and mark.kind == "inject":
            self._look_at(each)
        elif self._looked_at:
            self._looked_at = ""
            self.show_workshop(self.desk.workshop)
        self._show_letters()

    def _open(self, each: str) -> None:
        """Look at an inject, or take a decision point in hand."""
        mark = self.timeline.mark()
        if mark is None or mark.kind == "inject":
            self._look_at(each)
            self.bring_up(self.panel)
        elif mark.kind == "decision":
            self.decision.take_in_hand(each)
            self.bring_up(self.decision)

    def _look_at(self, inject: str) -> None:
        self._looked_at = inject
        self.show_workshop(self.desk.workshop)
        self.timeline.choose(inject)

    def _make(self) -> None:
        found = self.found
        if found is not None:
            self.form.open_new(found)
            self._show_form()

    def _show_form(self) -> None:
        self.show_workshop(self.desk.workshop)
        self.bring_up(self.form)

    def _left_form(self) -> None:
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _reword(self, inject: str) -> None:
        found = self.found
        known = found.inject(inject) if found else None
        if found is None or known is None:
            return
        if not found.has_arrived(inject):
            self.form.open_on(found, inject)
        elif has_nobody(self.desk.workshop, found, known):
            self.form.open_again(found, known)
        else:
            return
        self._show_form()

    def _written(self, inject: str, at_once: bool) -> None:
        """One was made up: without a minute of its own it arrives now."""
        found = self.found
        if found is not None and at_once:
            self._after(played=self.handling.do(inject, "hand"))
        elif found is not None:
            self._look_at(inject)
        self._left_form()

    def _answered(self) -> None:
        """Go on to the next inject that nobody has answered, or to the decision."""
        self._looked_at = ""
        self.show_workshop(self.desk.workshop)
        self.begin()

    def _positions(self) -> None:
        """Bring the ledger into view, with the keyboard on it."""
        self.decision.ledger.begin()
        self.bring_up(self.decision.ledger)


def _eyebrow(found: Rehearsal, point: DecisionPoint | None) -> str:
    if point is None:
        return f"Play · {found.pack.title}"
    at = found.pack.decision_points.index(point) + 1
    of = len(found.pack.decision_points)
    return f"Decision {at} of {of} · minute {point.at_min} · {found.pack.title}"
