"""Taking back and bringing back: done, and said in the line at the foot with what it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.changes import brought_back, taken_back
from facilitator.chronicle import value_of
from facilitator.events import Event
from facilitator.stages.rehearsal.injects import InjectPlayed
from ui.stages.ledger.ledger import PositionLedger
from ui.stages.ledger.matters import about_whom
from ui.stages.values.in_hand import in_hand

STAYS = (
    "News that has arrived stays: the room has seen it. "
    "Ctrl+Z again takes back what was done before it."
)

if TYPE_CHECKING:
    from sessions.session import Session
    from ui.console.window import Console


class TakingBack:
    """Undo and redo for a console.

    The page stays where it is, whatever was taken back: the room looks at it too. Where a position
    was, the row of the organisation on that page is taken in hand. `elsewhere` is
    the id of the value that the line at the foot speaks of when it is not on the page; Ctrl+K
    offers to go there first.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.elsewhere = ""
        # The news that was said to stay: the next Ctrl+Z takes back what was done before it.
        self._said_to_stay = ""

    def undo(self) -> None:
        """Take the last change back, and say what it was."""
        desk = self._console.desk
        if desk.past is None and (news := self._news_between(desk.session)):
            self._said_to_stay = news
            self._console.notice.dismiss()
            self._console.say(STAYS)
            return
        having = desk.workshop
        event = desk.undo()
        if desk.past is not None:
            return
        if event is None:
            self._console.say("There is nothing to take back.")
        else:
            self._tell(taken_back(event, having, desk.workshop), value_of(event, having))
            self._bring_row(event)

    def redo(self) -> None:
        """Bring back what was taken back, and say what it was."""
        desk = self._console.desk
        lacking = desk.workshop
        event = desk.redo()
        if desk.past is not None:
            return
        if event is None:
            self._console.say("Nothing was taken back.")
        else:
            having = desk.workshop
            self._tell(brought_back(event, having, lacking), value_of(event, having))
            self._bring_row(event)

    def _news_between(self, session: Session) -> str:
        """The id of the news that came after what would be taken back; nothing once that was said.

        Whoever presses Ctrl+Z then means the news, and would lose something else unawares.
        """
        change = session.history.to_undo(session.by)
        if change is None:
            return ""
        for entry in reversed(session.history.entries):
            if entry.id <= max(change.id, self._said_to_stay):
                break
            if isinstance(entry.event, InjectPlayed) and entry.event.how != "skipped":
                return entry.id
        return ""

    def _tell(self, sentence: str, value: str) -> None:
        away = value in self._console.desk.workshop.values and not self._shows(value)
        self._console.say(f"{sentence} · Ctrl+K, then Enter, goes there" if away else sentence)
        self.elsewhere = value if away else ""

    def _bring_row(self, event: Event) -> None:
        """Put the row where the position was: the key that puts it right comes next."""
        round_id, organisation = about_whom(event)
        page = self._console.page
        if page is not None and organisation:
            for ledger in page.findChildren(PositionLedger):
                ledger.bring_to(round_id, organisation)

    def _shows(self, value: str) -> bool:
        """Whether a value is in hand on the page of the step in hand."""
        page, desk = self._console.page, self._console.desk
        found = in_hand(desk.workshop, desk.focus.value)
        on_page = page is not None and page.stage.id == "values"
        return on_page and found is not None and found.id == value
