"""Writing papers from the console: the agreement; a rehearsal's debrief, role cards, slips."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox

if TYPE_CHECKING:
    from ui.console.window import Console

NO_SCENARIO = "No scenario has been chosen yet, so there is nothing to write."
SOMEBODY = "Somebody can be known in the debrief"
_MOST = 8


class PaperWriter(QObject):
    """Writes a paper beside the workshop's file and says where it is.

    `say` tells something that needs reading over the console: what, and more about it.
    """

    def __init__(self, console: Console, say: Callable[[str, str], None]) -> None:
        super().__init__(console)
        self._console = console
        self._say = say
        console.export_asked.connect(lambda: self.write("agreement"))
        console.papers_asked.connect(self.write)

    def write(self, document: str) -> None:
        """Write "agreement", "debrief", "role-cards" or "slips".

        Where somebody can be known in a debrief, that is said first and the facilitator chooses.
        """
        workshop = self._console.desk.workshop
        if document == "agreement":
            self._write_agreement()
        elif not workshop.rehearsals:
            self._say(NO_SCENARIO, "Choose one in the step “Brief” of the rehearsal.")
        elif document == "debrief" and (known := self._known()):
            self._ask(known)
        else:
            self._write_papers(document)

    def _write_agreement(self) -> None:
        from exports.file_names import ExportProblem
        from ui.agreement_file import write_agreement

        desk = self._console.desk
        try:
            written, unset = write_agreement(
                desk.workshop, desk.session.path, desk.session.clock.now()
            )
        except ExportProblem as problem:
            self._say(str(problem), "")
            return
        self._console.say(f"The agreement is in {written}")
        if unset:
            what = "The agreement is written, but some signs could not be drawn."
            self._say(what, "\n".join(unset))

    def _known(self) -> list[str]:
        from ui.rehearsal_papers import names_in_debrief

        desk = self._console.desk
        return names_in_debrief(desk.workshop, self._in_hand())

    def _in_hand(self) -> str:
        """The rehearsal in hand on the pages: a paper is of that one."""
        from ui.stages.rehearsal.words import in_hand

        desk = self._console.desk
        found = in_hand(desk.workshop, desk.focus)
        return found.id if found else ""

    def _write_papers(self, document: str) -> None:
        from exports.file_names import ExportProblem
        from ui.rehearsal_papers import write_papers

        desk = self._console.desk
        try:
            written = write_papers(
                desk.workshop,
                document,
                desk.session.path,
                desk.session.clock.now(),
                rehearsal=self._in_hand(),
            )
        except ExportProblem as problem:
            self._say(str(problem), "")
            return
        self._console.say(f"{written.title} in {written.paths[0]}")
        unset = [] if document == "debrief" else written.to_know
        if unset:
            self._say("It is written, but some signs could not be drawn.", "\n".join(unset))

    def _ask(self, known: list[str]) -> None:
        """Say where somebody can be known, and leave it to the facilitator."""
        box = QMessageBox(self._console)
        box.setWindowTitle("Facilitator")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"{SOMEBODY}. It is meant for others to read.")
        more = [f"and {len(known) - _MOST} more"] if len(known) > _MOST else []
        box.setInformativeText("\n".join([*known[:_MOST], *more]))
        even_so = box.addButton("Write it even so", QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton("Leave it", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label in box.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        even_so.clicked.connect(lambda: self._write_papers("debrief"))
        box.open()
