"""The room's screen of the purpose stage, as a test asks for it."""

from facilitator import board
from facilitator.guide import load_guide
from sessions.session import Session
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.purpose.room import room_view


class Room:
    """What the room sees of a session in a step of the purpose stage, once cards are shown."""

    def __init__(self, session: Session) -> None:
        self.session, self.guide = session, load_guide()

    def __call__(self, step: str, **focus: object) -> RoomView:
        found = self.guide.step("purpose", step)
        focus.setdefault("turned", Focus().turning("purpose", found) if found.silent else ())
        return room_view(self.session.workshop, self.guide, found, Focus(**focus))  # type: ignore[arg-type]  # the names are Focus's own

    def capture(self, text: str, question: str = "only-us", **how: str) -> str:
        return self.session.do(board.capture, text, "purpose", question, **how).id
