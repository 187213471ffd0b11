"""What comes in from note-takers: asked for by key, dropped, or found; and what is talked over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.side_by_side import Key
from ui.merging import words
from ui.merging.drops import Drops
from ui.merging.rail_lines import RailLines

if TYPE_CHECKING:
    from ui.console.window import Console
    from ui.merging.dialog import MergeDialog
    from ui.merging.reading import Reader

BOTH_STAND = "side_by_side"
"""What is offered when a round cannot be locked because a position in it stands twice."""
SHOWS_BOTH = "Ctrl+Shift+M shows what was heard, and asks which holds."
NOTHING_OPEN = "Nothing stands side by side: there is nothing to talk over."

_FORMS = {
    "draft": ("purpose", "draft", "draft"),
    "value.amended": ("values", "rounds", "value"),
    "value.clarified": ("values", "rounds", "value"),
    "value.behaviours_named": ("values", "behaviours", "value"),
}
"""Where other words for a text are written: stage, activity, and the noun taken in hand."""


class ComingIn(QObject):
    """Opens what brings notes together over a console, and keeps its quiet lines in the rail."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        self._reader: Reader | None = None
        self._dialog: MergeDialog | None = None
        self.lines = RailLines(console.side)
        console.side.put_first(self.lines)
        self.lines.over_asked.connect(self.talk_over)
        Drops(console).dropped.connect(self.ask)
        console.desk.changed.connect(self._changed)
        console.desk.refused.connect(self._refused)
        console.gone.connect(self.end)
        self._changed()

    @property
    def reader(self) -> Reader:
        """Reads files beside the interface; made when the first is read."""
        if self._reader is None:
            from ui.merging.reading import Reader

            self._reader = Reader(self._console.desk.session, self)
        return self._reader

    def ask(self, paths: list[Path] | None = None) -> None:
        """Ask what is to be brought in; what is given already is looked at, at once."""
        from ui.merging.dialog import MergeDialog

        console, dialog = self._console, self._dialog
        if console.desk.past is not None:
            console.notice.tell(console.desk.past.why_not())
            return
        if dialog is None:
            dialog = MergeDialog(console.desk.session, self.reader, console)
            dialog.kept.connect(self._kept)
            dialog.finished.connect(self._closed)
            self._dialog = dialog
            console.open_over(dialog)
        if paths:
            dialog.bring(paths)

    def talk_over(self) -> None:
        """Put what stands side by side to the group."""
        from ui.merging.talking_over import TalkingOver

        console = self._console
        if console.desk.past is not None:
            console.notice.tell(console.desk.past.why_not())
        elif not console.desk.workshop.side_by_side:
            console.say(NOTHING_OPEN)
        else:
            dialog = TalkingOver(console.desk, console.back.undo, console)
            dialog.third_asked.connect(self._write_other)
            console.open_over(dialog)

    def end(self) -> None:
        """The window closes: nothing is read any more."""
        if self._reader is not None:
            self._reader.close()

    def _kept(self, count: int, files: int) -> None:
        self._console.say(words.brought_in(count, files))

    def _closed(self) -> None:
        self._dialog = None
        if self._console.page is not None and not self._console.travel.away:
            self._console.page.begin()

    def _changed(self, *_told: object) -> None:
        self.lines.show_over(len(self._console.desk.workshop.side_by_side))

    def _refused(self, _reason: str, offer: str) -> None:
        if offer == BOTH_STAND:
            self._console.say(SHOWS_BOTH)

    def _write_other(self, key: Key) -> None:
        """Go to the page that has a form for it, with what it is about in hand."""
        console = self._console
        stage_id, activity, noun = _FORMS[key[0]]
        stage = console.desk.guide.stages.get(stage_id)
        steps = [step for step in stage.steps if step.activity == activity] if stage else []
        if steps:
            console.navigator.go(stage_id, steps[0].id)
            console.desk.focus_on(**{noun: key[1]})
            if console.page is not None:
                console.page.begin()
