"""Check-ins, for no other eyes: by name, by passing the laptop, or from paper slips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.rehearsal.state import Rehearsal, When
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.rehearsal.changing.still_owed import slips_to_type
from ui.stages.rehearsal.feeling.by_name import ByName
from ui.stages.rehearsal.feeling.pass_round import PassRound
from ui.stages.rehearsal.feeling.pictures import PICTURE_KEYS, FeelingsInRoom
from ui.stages.rehearsal.feeling.slips import Slips
from ui.stages.rehearsal.frame import RehearsalPage
from ui.stages.rehearsal.words import checked_in
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import PlainLabel

PRIVATE = "Private. Only counts and means leave this screen."
_KEYS = (
    ("F2", "check-ins by name"),
    ("F3", "pass the laptop round; Ctrl+L takes it back"),
    ("F4", "check-ins from paper slips"),
    ("F8", "the picture before and after"),
    PICTURE_KEYS[0],
    PICTURE_KEYS[2],
)
_BY_NAME, _SLIPS, _PICTURE = range(3)


class CheckInPage(RehearsalPage):
    """Three ways to the same check-ins, and after the play what became of them.

    `papers_asked` when slips are wanted on paper; `stop_asked` when the stop word was said while
    the laptop is passed round.
    """

    papers_asked = Signal(str)
    stop_asked = Signal()

    scrolls = False

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self._when: When = "after" if step.activity == "check-in-after" else "before"
        inside = self.inside
        self.private = PlainLabel(PRIVATE, inside, weight=600, colour=LIGHT.on_accent_soft)
        self.sums = PlainLabel("", inside, weight=600)
        self.sums.setWordWrap(False)
        self.by_name = ByName(desk, self._when, inside)
        self.slips = Slips(desk, self._when, inside)
        self.picture = FeelingsInRoom(desk, inside)
        self.word, self.number = self.by_name.entry.word, self.by_name.entry.number
        self.table = self.by_name.table
        self.passing: PassRound | None = None
        self._visit = ("", 0)
        self.ways = QStackedWidget(inside)
        framed = QWidget(inside)
        picture = QVBoxLayout(framed)
        picture.setContentsMargins(0, 0, 0, 0)
        picture.addWidget(self.picture)
        picture.addStretch(1)
        for way in (self.by_name, self.slips, framed):
            self.ways.addWidget(way)
        self.missing = PlainLabel("", inside, colour=LIGHT.gold, weight=600)
        top = QHBoxLayout()
        top.addWidget(self.private, 1)
        top.addWidget(self.sums, 0, Qt.AlignmentFlag.AlignRight)
        self._switch = QHBoxLayout()
        self._switch.setSpacing(8)
        self.by_name_button = self._way("By name", "F2", lambda: self._go(_BY_NAME))
        self.pass_button = self._way("Pass the laptop", "F3", self.pass_round)
        self.slips_button = self._way("Paper slips", "F4", lambda: self._go(_SLIPS))
        self.picture_button = self._way("Before and after", "F8", lambda: self._go(_PICTURE))
        self.picture_button.setVisible(self._when == "after")
        self._switch.addStretch(1)
        self.print_button = QuietButton("Slips as PDF", inside)
        self.print_button.clicked.connect(lambda: self.papers_asked.emit("slips"))
        self._switch.addWidget(self.print_button)
        for part in (top, self._switch):
            self.column.addLayout(part)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.ways, 1)
        self._mark()

    def _way(self, label: str, key: str, act: object) -> QuietButton:
        button = QuietButton(label, self.inside)
        button.show_key(key)
        button.setToolTip(f"Key {key}")
        button.setCheckable(True)
        button.clicked.connect(act)
        if self._when == "after" or key != "F8":
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._switch.addWidget(button)
        return button

    def show_rehearsal(self, workshop: Workshop, found: Rehearsal) -> None:
        """Show the check-ins, how many there are, and the mean."""
        self.by_name.show_feelings(workshop, found)
        self.slips.show_feelings(workshop, found)
        self.picture.show_picture(workshop, found)
        done, mean = checked_in(found, self._when), found.mean_tension(self._when)
        said = [f"{done} of {max(self.by_name.people(), done)}"]
        said += [f"mean {mean:.1f}"] if mean is not None else []
        self.missing.setText(slips_to_type(found) if self._when == "after" and done else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.sums.setText(" · ".join([*said, "the room sees only how many"]))

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the three ways and of the picture."""
        return _KEYS if self._when == "after" else _KEYS[:3]

    def begin(self) -> None:
        """The keyboard where the next check-in is typed; each visit begins in the usual way."""
        found = self.found
        if found is None:
            return
        visit = (found.id, len(self.desk.workshop.progress.visits))
        if visit != self._visit:
            self._visit = visit
            self.by_name.begin_anew()
            self.ways.setCurrentIndex(self._usual_way(found))
            self._mark()
        match self.ways.currentIndex():
            case 0:
                self.by_name.begin()
            case 1:
                self.slips.begin()
            case _:
                nothing = self.picture.button.isHidden()
                at = self.picture_button if nothing else self.picture.button
                at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual_way(self, found: Rehearsal) -> int:
        """By name; on slips where words stand there, or where all check-ins so far were slips."""
        if self.slips.entry.typed():
            return _SLIPS
        now = [each for each in found.feelings if each.when == self._when]
        given = now or found.feelings
        return _SLIPS if given and not any(each.member for each in given) else _BY_NAME

    def pass_round(self) -> None:
        """Cover the console with one empty check-in, until the facilitator takes it back."""
        self._mark()
        found = self.found
        if found is None or self.desk.past is not None or self.passing is not None:
            return
        prompt = self.desk.words(self.step.prompt)
        self.passing = PassRound(self.desk, found.id, self._when, prompt, self.window())
        self.passing.finished.connect(self._taken_back)
        self.passing.stop_asked.connect(self.stop_asked)
        self.passing.cover()

    def _taken_back(self) -> None:
        self.passing = None
        self.window().activateWindow()
        self._go(_SLIPS)

    def _go(self, way: int) -> None:
        self.ways.setCurrentIndex(way)
        self._mark()
        self.begin()

    def _mark(self) -> None:
        at = self.ways.currentIndex()
        self.by_name_button.setChecked(at == _BY_NAME)
        self.slips_button.setChecked(at == _SLIPS)
        self.picture_button.setChecked(at == _PICTURE)
        self.pass_button.setChecked(False)
