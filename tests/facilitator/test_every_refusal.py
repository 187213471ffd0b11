"""Every refusal of the domain, with the sentence that is shown; and that none is left out.

Each case is run, and the place that refused is read from the traceback. A place in the source that
no case reaches fails the last tests, which say where it stands and what to add.
"""

from contextlib import suppress
from typing import Any

import pytest

from facilitator.events import Refused
from facilitator.history import replay
from facilitator.rounds import NEEDED
from tests.facilitator.refusals import (
    of_agreement,
    of_answers,
    of_attribution,
    of_debrief,
    of_gather,
    of_keeping,
    of_purpose,
    of_rehearsal,
    of_rounds,
    of_side_by_side,
    of_themes,
    of_values,
    of_words,
)
from tests.facilitator.refusals.case import Case
from tests.facilitator.refusals.places import Place, places, refused_at

CASES = [
    case
    for part in (
        of_gather,
        of_keeping,
        of_purpose,
        of_themes,
        of_rounds,
        of_answers,
        of_attribution,
        of_values,
        of_rehearsal,
        of_side_by_side,
        of_debrief,
        of_agreement,
        of_words,
    )
    for case in part.CASES
]
PLACES = places()

# Sentences that stand in a table rather than where they are shown, with what is put into them.
TABLES = {"facilitator/rounds.py NEEDED": [said.format(name="Alder") for said in NEEDED.values()]}


def refusal(room: Any, case: Case) -> Refused:
    """What the case is refused with, after its steps are done in the room."""
    for step in case.given:
        step(room)
    with pytest.raises(Refused) as caught:
        case.command(room.workshop, *case.args, **case.named)
    return caught.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence[:60])
def test_it_is_refused_with_this_sentence(case: Case, new_room: Any, same: Any) -> None:
    room = new_room()

    assert refusal(room, case).reason == case.sentence
    assert same(room.workshop, replay(room.history.entries))


@pytest.fixture(scope="module")
def reached(new_room: Any) -> set[Place]:
    """The places that refused in any of the cases."""
    found: set[Place] = set()
    for case in CASES:
        # One that is not refused any more, or cannot be made, fails in its own test.
        with suppress(Exception, pytest.fail.Exception):
            caught = refusal(new_room(), case)
            found |= refused_at(caught.__traceback__, caught.reason, PLACES)
    return found


def test_the_places_are_found() -> None:
    assert len(PLACES) > 100
    assert {"facilitator/rounds.py", "facilitator/stages/gather.py"} <= {p.file for p in PLACES}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_refusal_is_without_a_case(place: Place, reached: set[Place]) -> None:
    if place not in reached:
        pytest.fail(
            f"{place.name} can refuse with “{place.sentence}”, and no case shows it. Add a line to "
            f"the list in tests/facilitator/refusals/ that is about {place.file}: "
            f'case("{place.sentence}", [what is done before], command, its arguments)'
        )


@pytest.mark.parametrize(
    ("where", "sentence"), [(where, said) for where, all_ in TABLES.items() for said in all_]
)
def test_no_sentence_of_a_table_is_without_a_case(where: str, sentence: str) -> None:
    assert sentence in {case.sentence for case in CASES}, f"{where}: add a case for “{sentence}”"


def test_every_sentence_is_a_sentence() -> None:
    unfinished = [c.sentence for c in CASES if c.sentence[-1] not in ".?”" or not c.sentence[0]]

    assert unfinished == []
