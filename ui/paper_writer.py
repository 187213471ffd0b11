"""Writing the papers of a rehearsal from its pages: its debrief, role cards, slips."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.console.window import Console

NO_SCENARIO = "No scenario has been chosen yet, so there is nothing to write."


class PaperWriter(QObject):
    """Writes a paper beside the workshop's file and says where it is.

    `say` tells something that needs reading over the console: what, and more about it.
    """

    def __init__(self, console: Console, say: Callable[[str, str], None]) -> None:
        super().__init__(console)
        self._console = console
        self._say = say
        console.papers_asked.connect(self.write)

    def write(self, document: str) -> None:
        """Write "debrief", "role-cards" or "slips".

        Where somebody can be known in a debrief, that is said first and the facilitator chooses.
        """
        workshop = self._console.desk.workshop
        if not workshop.rehearsals:
            self._say(NO_SCENARIO, "Choose one in the step “Brief” of the rehearsal.")
        elif document == "debrief" and (known := self._known()):
            from ui.documents.asking import ask_first

            ask_first(self._console, known, lambda: self._write_papers("debrief"))
        else:
            self._write_papers(document)

    def _known(self) -> list[str]:
        from ui.paper_files import names_in_debrief

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
        from ui.paper_files import write_papers

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
