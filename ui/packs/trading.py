"""Packs that come and go: one brought in from a file, one saved as a file, one removed.

What has to be asked first is asked in its place on the page, and what was refused is said there
with the file and the line. Nothing in the folder of packs changes before the answer.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from facilitator.guide import (
    GuideProblem,
    ScenarioPack,
    load_pack,
    pack_in_type,
    read_unchecked,
)
from sessions.library import file_name
from sessions.packs import SUFFIX, write_pack
from sessions.problems import SessionProblem
from ui.desk import Desk
from ui.packs.shelf import Offered, PackShelf
from ui.stages.capture.ask_once import AskOnce
from ui.widgets.notices import Notice

_KINDS = "Scenario packs (*.toml);;All files (*)"
_MOST_LINES = 8


class PackTrade(QWidget):
    """The questions and answers over the list of packs.

    `arrived` carries the file that a pack is kept in now, `mending` a pack that has to be put
    right before it can be kept, `done` that the keyboard may go back to the list; `told` a
    sentence about what was done.
    """

    arrived = Signal(str)
    mending = Signal(object)
    done = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # Esc is the console's own while this is up.
        self.notice = Notice(self, by_escape=False)
        self.asking = AskOnce(self)
        self.asking.closed.connect(self.done)
        self.calm = AskOnce(self, calm=True)
        self.calm.closed.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.notice, self.asking, self.calm):
            column.addWidget(part)
            part.installEventFilter(self)
        self.hide()

    @property
    def _shelf(self) -> PackShelf:
        return self._desk.packs

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take room on the page only while something is said or asked."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            parts = (self.notice, self.asking, self.calm)
            self.setVisible(any(not part.isHidden() for part in parts))
        return super().eventFilter(watched, event)

    def quiet(self) -> None:
        """Take away what was said and asked."""
        self.notice.dismiss()
        self.asking.close_it()
        self.calm.close_it()

    def ask_for_file(self) -> None:
        """Ask for a pack's file, and bring it in."""
        dialog = QFileDialog(self.window(), "Bring in a scenario pack", str(Path.home()), _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda found: self.bring_in(Path(found)))
        self._open(dialog)

    def bring_in(self, path: Path) -> None:
        """Bring in the pack of a file; say with its line what is wrong where it cannot be used."""
        self.quiet()
        try:
            pack = load_pack(path)
        except GuideProblem as problem:
            self._explain(path, problem)
            return
        here = self._shelf.of_id(pack.id)
        drafts = self._shelf.drafts_of(pack.id)
        if here is not None and here.pack in (pack, pack_in_type(pack)):
            self.notice.tell(f"“{pack.title}” is here already, word for word. Nothing was changed.")
        elif here is not None:
            self._ask_which(pack, here, drafts)
        elif drafts:
            self._ask_beside(pack, drafts)
        else:
            self._keep(pack)

    def ask_where_to_save(self, offered: Offered) -> None:
        """Ask for a file's name, and save a pack there as TOML."""
        self.quiet()
        pack = offered.pack
        if pack is None or offered.problems:
            self.notice.tell(
                "This pack is not ready, so nobody could bring the file in. "
                "Put right what is missing first; nothing was saved."
            )
            return
        dialog = QFileDialog(self.window(), "Save as TOML", str(Path.home()), _KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(f"{file_name(pack.title)}{SUFFIX}")
        dialog.fileSelected.connect(lambda found: self.save_as(pack, Path(found)))
        self._open(dialog)

    def save_as(self, pack: ScenarioPack, path: Path) -> None:
        """Save a pack as TOML."""
        try:
            write_pack(pack, path)
        except SessionProblem as problem:
            self._desk.troubled.emit(problem)
            return
        self.told.emit(f"“{pack.title}” is saved as {path}")

    def ask_to_remove(self, offered: Offered) -> None:
        """Ask whether one's own pack, draft or file may go."""
        self.quiet()
        path = offered.path
        if path is None:
            self.notice.tell(
                f"“{offered.title}” comes with the app and stays. Only your own packs can go."
            )
            return
        what = "this draft" if offered.kind == "draft" else f"“{offered.title}”"
        question = f"Remove {what} for good? A workshop that has chosen it keeps it."
        self.asking.ask(question, "Remove it", lambda: self._remove(offered.title, path))

    def _remove(self, title: str, path: Path) -> None:
        try:
            self._shelf.folder.remove(path)
        except SessionProblem as problem:
            self._desk.troubled.emit(problem)
            return
        self._shelf.look()
        self.told.emit(f"“{title}” is removed.")

    def _explain(self, path: Path, problem: GuideProblem) -> None:
        lines = [str(each) for each in problem.problems]
        if len(lines) > _MOST_LINES:
            lines = [*lines[:_MOST_LINES], f"and {len(lines) - _MOST_LINES} more."]
        words = "\n".join([f"“{path.name}” was not brought in, and nothing was changed.", *lines])
        try:
            found = read_unchecked(path)
        except GuideProblem:
            self.notice.tell(words)
            return
        fresh = replace(found, id=self._shelf.unused_id())
        self.asking.ask(words, "Mend it in the editor", lambda: self.mending.emit(fresh))

    def _ask_which(self, pack: ScenarioPack, here: Offered, drafts: list[Offered]) -> None:
        ships = here.path is None
        owner = "that comes with the app" if ships else "of yours"
        other = f"There is a pack {owner} under the same id: “{here.title}”. "
        stays = " Your draft of it stays as it is." if drafts else ""
        question = f"{other}Keep both, or put the new one in its place?{stays}"
        both = replace(pack, id=self._shelf.unused_id())
        self.calm.ask(
            question,
            "Keep both",
            lambda: self._keep(both),
            other=(
                "Put it in its place",
                lambda: self._keep(pack, here.path, instead=ships, beside=drafts),
            ),
        )

    def _ask_beside(self, pack: ScenarioPack, drafts: list[Offered]) -> None:
        self.calm.ask(
            f"There is a draft of yours under the same id: “{drafts[0].title}”. "
            f"Bring in “{pack.title}” beside it? Your draft stays as it is.",
            "Keep both",
            lambda: self._keep(pack, beside=drafts),
        )

    def _keep(
        self,
        pack: ScenarioPack,
        at: Path | None = None,
        *,
        instead: bool = False,
        beside: Sequence[Offered] = (),
    ) -> None:
        """Keep a pack; drafts `beside` it under its id first get ids of their own.

        To go on with one of them must not write over what was brought in.
        """
        folder = self._shelf.folder
        try:
            for draft in beside:
                if draft.pack is not None:
                    own = replace(draft.pack, id=self._shelf.unused_id())
                    folder.keep_draft(own, draft.path)
            path = folder.keep(pack, at, instead=instead)
        except SessionProblem as problem:
            self._desk.troubled.emit(problem)
            return
        self._shelf.look()
        self.told.emit(f"“{pack.title}” is kept in {path}")
        self.arrived.emit(str(path))

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.done)
        dialog.open()
