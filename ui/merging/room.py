"""Texts side by side on the room's screen: the words alone, and no word of who wrote them."""

from facilitator.changes.bringing import about_what
from facilitator.side_by_side import Key, Question
from facilitator.workshop import Workshop
from ui.room.view import RoomColumn, RoomView

PICTURE = "side by side"
"""What `Focus.picture` says while the room is shown them."""

PUBLIC = frozenset(
    {
        "draft",
        "contribution.corrected",
        "theme.named",
        "value.amended",
        "value.clarified",
        "value.behaviours_named",
        "statement.written",
        "term.agreed",
    }
)
"""What the room sees anyway once it is settled: nobody's position, and nothing else, is in it."""

_MOST = 3
_LETTERS = "ABC"


def may_be_shown(asked: Question) -> bool:
    """Whether the room may be shown what stands side by side."""
    words = [answer.words for answer in asked.answers]
    fits = len(words) <= _MOST and all(words)
    return asked.register in PUBLIC and fits and not any(a.code for a in asked.answers)


def room_view(workshop: Workshop, key: Key) -> RoomView | None:
    """The texts beside each other; None once they are settled, or where they may not be shown."""
    asked = workshop.side_by_side.get(key)
    if asked is None or not may_be_shown(asked):
        return None
    what = about_what(workshop, key)
    columns = tuple(
        RoomColumn(letter, (answer.words,), "draft")
        for letter, answer in zip(_LETTERS, asked.answers, strict=False)
    )
    return RoomView(
        eyebrow=what[:1].upper() + what[1:],
        statement="Which of these do we go on with?",
        tone="paper",
        columns=columns,
    )
