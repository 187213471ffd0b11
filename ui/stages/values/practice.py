"""The positions to practise: the word, the key and what each needs, on either scale."""

from dataclasses import dataclass

from facilitator.decision import CODES, Code, Rule
from facilitator.gradients import GRADIENTS, MEANT, SAID
from ui.theme.tokens import position_look

NEEDS: dict[str, str] = {
    "agree": "nothing more",
    "reservation": "the reservation, kept word for word",
    "stand_aside": "what it is not bound by; it does not block",
    "need_more": "the question; it blocks until it is answered",
    "object": "a reason of one of four kinds; it blocks",
    "abstain": "nothing more; a declared interest, or by choice",
    "absent": "nothing; it never counts as agreement",
}
"""What a position needs, and what it does."""

_IN_THE_ROOM: dict[str, str] = {
    "agree": "",
    "reservation": "and my words are kept",
    "stand_aside": "and say what I am not bound by",
    "need_more": "and here is my question",
    "object": "because …",
    "abstain": "",
    "absent": "never counts as agreement",
}
_SAYS: dict[str, str] = {
    "reservation": "I can live with it",
    "absent": "Not here",
}


@dataclass(frozen=True)
class Practised:
    """One position as it is practised.

    `id` is a position's code or a gradient; `code` the position by whose symbol it is shown, empty
    where the organisation is asked which one it means.
    """

    id: str
    code: str
    key: str
    words: str
    needs: str
    aloud: str = ""


def to_practise(rule: Rule) -> tuple[Practised, ...]:
    """The seven positions, or the eight gradients, in the order of their keys."""
    return _gradients() if rule.scale == "gradients" else _positions()


def _positions() -> tuple[Practised, ...]:
    return tuple(
        Practised(code, code, str(at), _says(code), NEEDS[code], _IN_THE_ROOM[code])
        for at, code in enumerate(CODES, 1)
    )


def _says(code: Code) -> str:
    return _SAYS.get(code) or position_look(code).says


def _gradients() -> tuple[Practised, ...]:
    made = []
    for at, gradient in enumerate(GRADIENTS, 1):
        meant = MEANT[gradient]
        one = meant[0] if len(meant) == 1 else ""
        needs = NEEDS[one] if one else "asking which it is: a reservation, aside, a question, or no"
        aloud = _IN_THE_ROOM[one] if one else "and we ask you which it is"
        made.append(Practised(gradient, one, str(at), SAID[gradient], needs, aloud))
    return tuple(made)
