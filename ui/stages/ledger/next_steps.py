"""Next steps: what can be done about the rounds on a subject now, and the keys that do it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitator.decision import AGREED, Code
from facilitator.hands import rest_of_hands
from facilitator.rounds import Round
from facilitator.workshop import Workshop
from ui.stages.ledger.actions import Action
from ui.stages.ledger.rows import to_settle
from ui.theme.tokens import position_look

_HERE = (("↑ ↓", "organisation"), ("G", "left, or here"), ("I", "declares an interest"))
_TEST = ("V", "not a valid objection")
_OPEN = (*_HERE, _TEST, ("W", "what would make it work"))
_LOCKED = (
    ("↑ ↓", "organisation"),
    ("W", "what would make it work"),
    ("C", "mandate confirmed"),
    ("I", "declares an interest"),
)

NEXT_ROUND = "N"
"""The key of whatever comes next: the next round, or on a page of its own the next subject."""


HIDDEN = "hidden from the room until you show it"
"""What is said of the room while it does not see where anybody stands."""


@dataclass(frozen=True)
class Does:
    """What the ledger does: the acts behind its buttons."""

    open_next: Callable[[], object]
    lock: Callable[[], object]
    everyone_agrees: Callable[[], object]
    count_hands: Callable[[], object]
    answer_first: Callable[[], object]
    smallest_change: Callable[[], object]
    conceal: Callable[[], object]


def hints(last: Round | None) -> tuple[tuple[str, str], ...]:
    """The keys that no button and no position shows."""
    if last is None or last.is_open:
        return _OPEN if last else _HERE
    # Reasons are heard after the lock: that is when the group finds whether one is valid.
    objection = any(p.code == "object" for p in last.standing().values())
    return (_LOCKED[0], _TEST, *_LOCKED[1:]) if objection else _LOCKED


def own_actions(
    workshop: Workshop, last: Round | None, silent: int, does: Does, *, concealed: bool
) -> list[Action]:
    """What can be done about the rounds now; what the state asks for stands first.

    `silent` is how many are here and have no position yet; `concealed` that the room does not see
    where anybody stands.
    """
    if not workshop.organisations:
        return []
    hands = Action("Show of hands", does.count_hands, "H")
    if last is None:
        return [Action("Open round 1", does.open_next, NEXT_ROUND, primary=True), hands]
    if last.is_open:
        return _while_open(last, silent, does, hands, concealed=concealed)
    if last.outcome() in AGREED and not last.late:
        return []
    label = f"Open round {last.number + 1}"
    waiting = to_settle(workshop, last)
    if waiting is None:
        return [Action(label, does.open_next, NEXT_ROUND, primary=True)]
    matter = "objection" if waiting.code == "object" else "question"
    name = workshop.organisation_name(waiting.organisation)
    answer = Action(f"Answer {name}'s {matter}", does.answer_first, "R", primary=True)
    smallest = Action("Ask for the smallest change", does.smallest_change, "W")
    return [answer, smallest, Action(label, does.open_next, NEXT_ROUND)]


def _while_open(
    last: Round, silent: int, does: Does, hands: Action, *, concealed: bool
) -> list[Action]:
    show = Action("Show where we stand", does.conceal, "Ctrl+H", primary=not silent)
    hide = Action("Hide from the room", does.conceal, "Ctrl+H")
    # It is filled only where it would be done: the sentence over it says who is still to be heard.
    lock = Action(f"Lock round {last.number}", does.lock, "L")
    if not silent:
        ready = replace(lock, primary=bool(last.positions) and not concealed)
        return [show, ready] if concealed else [ready]
    wall = replace(show, primary=False) if concealed else hide
    most, left = rest_of_hands(last)
    others = "Everyone here supports it" if not last.positions else f"The other {silent} support it"
    if most is None:
        return [lock, Action(others, does.everyone_agrees, "A"), hands, wall]
    others = f"The other {max(0, silent - sum(left.values()))}: {_word(most)}"
    rest = Action(others, does.everyone_agrees, "A", primary=not left)
    return [rest, lock, hands, wall]


def _word(code: Code) -> str:
    return position_look(code).word
