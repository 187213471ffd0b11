"""What a page of the console is: given a workshop, it shows it; it sends intents to the desk."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.guide import Stage, Step
from facilitator.workshop import Workshop
from ui.desk import Desk


@dataclass(frozen=True)
class SideNote:
    """A section a page adds to the right rail: a label and its lines, newest or first on top."""

    label: str
    lines: tuple[str, ...]


class Page(QWidget):
    """The middle of the console for one step.

    The console asks `show_workshop` after every change and when the page comes up, `refocus` when
    only the desk’s focus changed, `begin` when
    the page comes up (put the keyboard where typing should go), `tick` whenever the room's clock
    is shown anew, `side_notes` for the right rail, and `rail` once for a list that stands in the
    left column instead of the journey.
    """

    shows_prompt = True
    """Whether the console puts eyebrow, prompt and script above the page."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.stage = stage
        self.step = step

    def stack(self, *above: QWidget, table: QWidget, empty: QWidget, spacing: int = 10) -> None:
        """Lay the page out: parts on top, a table that takes what is left, and the empty state."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        for part in above:
            column.addWidget(part)
        column.addWidget(table, 1)
        column.addWidget(empty)
        column.addStretch(0)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the workshop as it stands. Cheap when nothing that the page shows has changed."""
        raise TypeError(f"{type(self).__name__} does not say how it shows a workshop")

    def refocus(self, workshop: Workshop) -> None:
        """Something else is in hand, and nothing more has changed."""
        self.show_workshop(workshop)

    def prompt(self) -> str:
        """What is projected in this step, with the place and the group in it."""
        return self.desk.words(self.step.prompt)

    def begin(self) -> None:
        """Put the keyboard where typing should go."""
        self.setFocus()

    def leave(self) -> bool:
        """Leave what the page asks, as Esc in the left column does; whether anything was asked."""
        return False

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page that no button or line of keys on it tells, as (key, what it does)."""
        return ()

    def tick(self, now: float) -> None:
        """Show what a clock of the page's own says at a moment (seconds since 1970)."""

    def rail(self) -> QWidget | None:
        """What stands in the left column while this page is up; None for the journey."""
        return None

    def side_notes(self, workshop: Workshop) -> tuple[SideNote, ...]:
        """Sections for the right rail, under what comes next."""
        return ()
