"""What comes in from note-takers: asked for by key, dropped, or found; and what is talked over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from facilitator.side_by_side import Key
from ui.console.go_to import Destination
from ui.merging import words
from ui.merging.drops import Drops
from ui.merging.rail_lines import RailLines

if TYPE_CHECKING:
    from ui.console.window import Console
    from ui.merging.dialog import MergeDialog
    from ui.merging.offers import Offers
    from ui.merging.reading import Reader

BOTH_STAND = "side_by_side"
"""What is offered when a round cannot be locked because a position in it stands twice."""
SHOWS_BOTH = "Ctrl+Shift+M shows what was heard, and asks which holds."
NOTHING_OPEN = "Nothing stands side by side: there is nothing to talk over."
BEGINS_AFTER = 2_000
"""Milliseconds after which folders are watched: the first pictures wait for none of it."""
CHOOSE_FOLDER = "Shared folder for notes…"
STOP_WATCHING = "Watch the shared folder no longer"
WATCHED = "“{name}” is watched from now on. What note-takers hand over there is offered here."
NOT_WATCHED = "No shared folder is watched any more. What lies there stays as it is."
IN_A_SYNCED_FOLDER = (
    "This workshop lies in a folder that {service} copies. Open it on this computer only, and hand "
    "out copies to note-takers."
)

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
        self._offers: Offers | None = None
        self.lines = RailLines(console.side)
        console.side.put_below_next(self.lines)
        self.lines.over_asked.connect(self.talk_over)
        Drops(console).dropped.connect(self.ask)
        console.desk.changed.connect(self._changed)
        console.desk.refused.connect(self._refused)
        console.gone.connect(self.end)
        self.lines.look_asked.connect(self.look)
        self.lines.later_asked.connect(self._put_off)
        self._changed()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BEGINS_AFTER)
        self._soon.timeout.connect(self.begin)
        self._soon.start()

    @property
    def reader(self) -> Reader:
        """Reads files beside the interface; made when the first is read."""
        if self._reader is None:
            from ui.merging.reading import Reader

            self._reader = Reader(self._console.desk.session, self)
        return self._reader

    @property
    def offers(self) -> Offers:
        """What lies ready to be brought in."""
        if self._offers is None:
            from ui.merging.offers import Offers

            self._offers = Offers(self._console.desk.session, self.reader, self)
            self._offers.changed.connect(self._offered)
        return self._offers

    def begin(self) -> None:
        """Begin to watch where notes may come from: not before the workshop is up."""
        self._soon.stop()
        self.offers.begin()
        self._offered()
        service = self.offers.synced_by()
        if service and not self._console.status.text():
            self._console.say(IN_A_SYNCED_FOLDER.format(service=service))

    def look(self) -> None:
        """Look at what is offered."""
        self.ask(self.offers.paths)

    def choose_folder(self) -> None:
        """Ask for the folder that note-takers hand over into, and watch it from now on."""
        from PySide6.QtWidgets import QFileDialog

        console = self._console
        at = str(self.offers.folder or console.desk.session.path.parent)
        found = QFileDialog.getExistingDirectory(console, CHOOSE_FOLDER, at)
        if found:
            self._share(Path(found))

    def stop_watching(self) -> None:
        """Watch no shared folder any more."""
        self._share(None)

    def places(self) -> list[Destination]:
        """What Ctrl+K offers besides the keys."""
        found = [Destination(CHOOSE_FOLDER, self.choose_folder, also="watch notes network")]
        if self.offers.folder is not None:
            found.append(Destination(STOP_WATCHING, self.stop_watching))
        if self.offers.paths:
            found.insert(0, Destination(self.offers.sentence(), self.look, also="look at them"))
        return found

    def ask(self, paths: list[Path] | None = None) -> None:
        """Ask what is to be brought in; what is given already is looked at, at once."""
        from ui.merging.dialog import MergeDialog

        console, dialog = self._console, self._dialog
        if console.desk.past is not None:
            console.notice.tell(console.desk.past.why_not())
            return
        if dialog is None:
            folder = self._offers.folder if self._offers is not None else None
            dialog = MergeDialog(console.desk.session, self.reader, console, folder=folder)
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
        self._soon.stop()
        if self._offers is not None:
            self._offers.end()
        if self._reader is not None:
            self._reader.close()

    def _share(self, folder: Path | None) -> None:
        from sessions.problems import SessionProblem

        try:
            self.offers.share(folder)
        except SessionProblem as problem:
            self._console.desk.troubled.emit(problem)
            return
        name = folder.name or str(folder) if folder is not None else ""
        self._console.say(WATCHED.format(name=name) if folder is not None else NOT_WATCHED)

    def _offered(self) -> None:
        self.lines.show_offer(self.offers.sentence())
        self.lines.show_remark(self.offers.away_in_words())

    def _put_off(self) -> None:
        self.offers.put_off()
        if self._console.page is not None:
            self._console.page.begin()

    def _kept(self, count: int, files: int) -> None:
        self._console.say(words.brought_in(count, files))
        if self._offers is not None:
            self._offers.look_again()

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
