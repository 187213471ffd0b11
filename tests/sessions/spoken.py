"""Cards of one member, and where a file says whose they are."""

from collections.abc import Callable
from pathlib import Path

from facilitator.attribution import (
    attribute_card,
    choose_for_all,
    choose_for_member,
    choose_for_step,
)
from facilitator.board import capture
from facilitator.car_park import park
from sessions import looking
from sessions.session import Session

WHO, WHERE = "m-7f3b9c1d55e2", "o-51c0de77a91b"
"""A member and an organisation whose ids occur nowhere by chance."""
NAME = "Zebedee Quillfeather"
STEP = ("purpose", "only-us")

Way = Callable[[Session, list[str]], object]
WAYS: dict[str, Way] = {
    "card": lambda session, cards: [session.do(attribute_card, c, "unattributed") for c in cards],
    "member": lambda session, _: session.do(choose_for_member, WHO, "unattributed"),
    "step": lambda session, _: session.do(choose_for_step, *STEP, "unattributed"),
    "workshop": lambda session, _: session.do(choose_for_all, "unattributed"),
}


def captured(session: Session, count: int = 3) -> list[str]:
    """Cards of the member, one of them parked and one corrected on the way."""
    made = [session.do(capture, f"Idea {n}", *STEP, member=WHO).id for n in range(count)]
    session.do(attribute_card, made[-1], member="m2")
    session.do(attribute_card, made[-1], member=WHO)
    session.do(attribute_card, made[-1], "named", "m2")
    session.undo()
    session.do(park, "", NAME, contribution=made[0])
    return made


def links(path: Path, cards: list[str]) -> list[str]:
    """Rows of the file and its log, as they stand, that name both a card and its author."""
    with looking.whole_file(path) as connection:
        rows = [str(row) for (row,) in connection.execute("SELECT event FROM entries")]
    assert rows
    return [r for r in rows if any(c in r for c in cards) and (WHO in r or WHERE in r or NAME in r)]


def bytes_of(path: Path) -> bytes:
    """Everything that lies on the disk beside a workshop's file."""
    return b"".join(found.read_bytes() for found in sorted(path.parent.iterdir()))


def near(data: bytes, card: str, who: str) -> bool:
    """Whether a card and its author stand in one piece of JSON anywhere in these bytes."""
    at = -1
    while (at := data.find(card.encode(), at + 1)) >= 0:
        start = data.rfind(b'{"kind"', 0, at)
        end = data.find(b"}", at)
        if start >= 0 and who.encode() in data[start:end]:
            return True
    return False
