"""Up to five recorders write apart, and are merged in every order, again and again.

They correct the same texts, take positions for the same organisations, take back, take words out,
hear of each other in between, and hold kinds that nobody here knows. `HISTORIES` in the environment
says how many such histories are tried: `make torture` asks for five thousand.
"""

import os
from contextlib import suppress
from datetime import datetime
from itertools import permutations
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.data.forms import as_json
from exports.data.tables import tables
from facilitator import attribution, board, rounds, side_by_side
from facilitator.decision import CODES
from facilitator.events import Entry, Refused, Undone, Unknown
from facilitator.history import History, replay
from facilitator.kinds import encode
from facilitator.redaction import find, redact, targets_of
from facilitator.rewriting import rewriting
from facilitator.stages import purpose, values
from facilitator.workshop import Workshop
from tests.facilitator.recorder import Recorder
from tests.facilitator.test_history_properties import CHOICES, PLACES, _gathered, _pick

HISTORIES = int(os.environ.get("HISTORIES", "120"))
MADE = datetime(2026, 3, 18, 17, 0)
NUMBER = st.integers(0, 40)

# What two people are likely to do to the same thing at the same time.
DISPUTES: list[Any] = [
    lambda w, a, b, c: (board.correct, _pick(w.contributions, a), f"Corrected {b}"),
    lambda w, a, b, c: (board.name_theme, f"Theme {b}", _pick(w.themes, a)),
    lambda w, a, b, c: (values.amend, _pick(w.values, a), f"Wording {b % 3}"),
    lambda w, a, b, c: (values.clarify, _pick(w.values, a), f"Meaning {b % 3}"),
    lambda w, a, b, c: (purpose.draft, f"Draft {b % 3}", _pick(w.drafts, a)),
    lambda w, a, b, c: (purpose.close_draft, _pick(w.drafts, a), "rejected"),
    *[
        lambda w, a, b, c: (
            rounds.take_position,
            _pick([r.id for r in w.rounds.values() if r.is_open], a),
            _pick(w.organisations, b),
            CODES[c % 3],
            f"Words {a % 2}",
        )
    ]
    * 3,
    lambda w, a, b, c: (
        rounds.take_positions,
        _pick([r.id for r in w.rounds.values() if r.is_open], a),
        tuple(w.organisations)[: b % 2 + 1],
        ("agree", "absent")[c % 2],
    ),
    lambda w, a, b, c: (rounds.lock_round, _pick(w.rounds, a), "2026-03-18T11:30"),
    lambda w, a, b, c: (attribution.choose_for_all, ("organisation", "unattributed")[a % 2]),
]
MOVE = st.tuples(
    st.integers(0, 4),
    st.integers(0, 30),
    st.sampled_from(
        ["do"] * 3
        + ["dispute"] * 5
        + ["undo", "redo", "choose", "choose", "redact", "unknown", "bring in", "bring in"]
    ),
    NUMBER,
    NUMBER,
    NUMBER,
)


def _opened(room: Recorder, pack: Any) -> None:
    _gathered(room, pack)
    room.do(values.open_value_round, next(iter(room.workshop.values)))
    room.do(rounds.open_round, next(iter(room.workshop.drafts)), "Together.")


def _move(room: Recorder, others: list[Recorder], kind: str, a: int, b: int, c: int) -> None:
    w = room.workshop
    if kind in ("do", "dispute"):
        choices = CHOICES if kind == "do" else DISPUTES
        command, *args = choices[a % len(choices)](w, b, c, a)
        room.do(command, *args)
        room.rewrite()
    elif kind == "choose":
        question = list(w.side_by_side.values())[a % len(w.side_by_side)]
        answer = question.answers[b % len(question.answers)]
        room.do(side_by_side.choose, question.key, answer.entry)
    elif kind == "redact":
        words = [text for text in ("Card", "Words 1", "Wording 2", "Alder") if a % 4]
        room.do(redact, targets_of(find(room.history.entries, words[a % 4])[b % 3 :]))
        room.rewrite()
    elif kind == "unknown":
        raw = b'{"kind":"hat.thrown","colour":"Words 1","high":%d}' % a
        room.happened(Unknown("hat.thrown", raw))
    elif kind == "bring in":
        room.bring_in(others[a % len(others)])
    else:
        getattr(room, kind)()


def _canonical(workshop: Workshop, entries: list[Entry]) -> bytes:
    """What a workshop and its history say, as JSON that is the same for the same."""
    rows = [(e.id, e.writer, e.seq, e.at, e.by, encode(e.event).decode()) for e in entries]
    return as_json(tables(workshop), MADE) + msgspec.json.encode(rows)


def _taken_together(parts: list[list[Entry]]) -> History:
    """A file that takes these in one after the other, as a session keeps them."""
    history = History()
    for part in parts:
        history.extend(part)
        if anew := rewriting(history.entries).anew:
            history = History([anew.get(e.id, e) for e in history.entries])
    return history


@settings(deadline=None, max_examples=HISTORIES)
@given(
    seats=st.integers(2, 5),
    moves=st.integers(0, 40).flatmap(lambda n: st.lists(MOVE, min_size=n, max_size=n)),
)
def test_every_order_of_merging_comes_to_the_same_workshop(
    seats: int, moves: list[Any], pack: Any, same: Any
) -> None:
    first = Recorder()
    _opened(first, pack)
    recorders = [first, *(first.copy(f"Table {n}") for n in range(1, seats))]
    for at, passed, kind, a, b, c in moves:
        room = recorders[at % seats]
        room.milliseconds += passed
        with suppress(Refused, ZeroDivisionError, IndexError):
            _move(room, [r for r in recorders if r is not room], kind, a, b, c)
        assert same(room.workshop, replay(room.history.entries))

    parts = [room.history.entries for room in recorders]
    whole = _taken_together(parts)
    said = _canonical(whole.workshop, whole.entries)
    for order in permutations(parts):
        again = _taken_together([*order, order[0]])
        assert same(again.workshop, whole.workshop)
        assert _canonical(again.workshop, again.entries) == said
    _nothing_is_lost(recorders, whole)


def _nothing_is_lost(recorders: list[Recorder], whole: History) -> None:
    """Every entry of everybody is there once, and every card that nobody took back is shown."""
    everybody = {e.id for room in recorders for e in room.history.entries}
    assert [e.id for e in whole.entries] == sorted(everybody)
    if not any(isinstance(e.event, Undone) for e in whole.entries):
        cards = [e for e in whole.entries if isinstance(e.event, board.ContributionCaptured)]
        assert len(whole.workshop.cards(*PLACES)) >= len(cards)
