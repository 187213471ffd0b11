"""Every way in which a decision may end has its words for the room."""

from typing import get_args

from facilitator.decision import AGREED, Outcome
from ui.stages.rehearsal.room import _OUTCOMES


def test_every_outcome_is_said_in_words() -> None:
    assert set(_OUTCOMES) == set(get_args(Outcome))


def test_what_is_agreed_is_said_so_and_nothing_else_is() -> None:
    assert {o for o, words in _OUTCOMES.items() if words.startswith("Agreed")} == AGREED
