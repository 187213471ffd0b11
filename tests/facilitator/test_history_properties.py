"""Random workshops, held in two or three seats that hear from each other late."""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import (
    afterwards,
    answering,
    attendance,
    board,
    car_park,
    only_we,
    progress,
    rounds,
    statement,
)
from facilitator.decision import CODES, Rule
from facilitator.events import Refused
from facilitator.history import History, replay
from facilitator.stages import agreement, commitments, gather, purpose, values
from facilitator.stages.rehearsal import casting, clock, debriefing, deciding, feeling, injects

PLACES = ("purpose", "q")


def _pick(found: Any, n: int) -> Any:
    """One of what there is; an id that nobody knows when there is nothing."""
    there = list(found)
    return there[n % len(there)] if there else "nobody"


def _minute(n: int) -> str:
    return f"2026-03-{18 + n // 20 % 2}T{10 + n // 10 % 8:02}:{n % 10 * 5:02}"


# Each takes the workshop and three numbers, and gives a command with its arguments.
Choice = Callable[[Any, int, int, int], tuple[Any, ...]]
CHOICES: list[Choice] = [
    lambda w, a, b, c: (gather.join_organisation, f"Org {a}", "", "nhs", b % 3 > 0),
    lambda w, a, b, c: (gather.join_organisation, f"Org {a}", "", "vcs"),
    lambda w, a, b, c: (gather.join_member, _pick(w.organisations, a), f"Role {b}", "", c % 2 > 0),
    lambda w, a, b, c: (
        gather.join_member,
        _pick(w.organisations, a),
        f"Role {b}",
        "",
        True,
        c % 2 > 0,
    ),
    lambda w, a, b, c: (gather.remove_organisation, _pick(w.organisations, a)),
    lambda w, a, b, c: (
        gather.choose_rule,
        Rule(least_voting=a % 3 + 1, classes=("nhs",)[: b % 2]),
    ),
    lambda w, a, b, c: (attendance.arrive, _pick(w.members, a), _minute(b)),
    lambda w, a, b, c: (attendance.arrive, _pick(w.members, a), _minute(b)),
    lambda w, a, b, c: (attendance.leave, _pick(w.stays, a), f"2026-03-18T17:{b:02}"),
    lambda w, a, b, c: (board.capture, f"Card {a}", *PLACES),
    lambda w, a, b, c: (board.capture, f"Card {a}", *PLACES, _pick(w.members, b)),
    lambda w, a, b, c: (board.import_cards, [f"C {a}", f"C {b}"], *PLACES, "file"),
    lambda w, a, b, c: (board.correct, _pick(w.contributions, a), f"Corrected {b}"),
    lambda w, a, b, c: (board.name_theme, f"Theme {a}"),
    lambda w, a, b, c: (board.put_on_theme, (_pick(w.contributions, a),), _pick(w.themes, b)),
    lambda w, a, b, c: (board.dissolve_theme, _pick(w.themes, a), ""),
    lambda w, a, b, c: (car_park.park, "", "", "", "", _pick(w.contributions, a)),
    lambda w, a, b, c: (car_park.take_up, _pick(w.car_park, a), "Done"),
    lambda w, a, b, c: (board.form_theme, f"Formed {a}", (_pick(w.contributions, b),)),
    lambda w, a, b, c: (
        board.split_theme,
        _pick(w.themes, a),
        f"Split {b}",
        (_pick(w.contributions, c),),
    ),
    lambda w, a, b, c: (car_park.park_cards, (_pick(w.contributions, a),)),
    lambda w, a, b, c: (car_park.park_theme, _pick(w.themes, a), f"Place {b}"),
    lambda w, a, b, c: (
        only_we.answer_only_we,
        _pick(w.themes, a),
        only_we.QUESTIONS[b % 3],
        c % 2 > 0,
    ),
    lambda w, a, b, c: (only_we.count_hands, _pick(w.themes, a), only_we.QUESTIONS[b % 3], b, c),
    lambda w, a, b, c: (
        only_we.stand_only_we,
        _pick(w.themes, a),
        only_we.QUESTIONS[b % 3],
        _pick(w.organisations, c),
        ("", "yes", "no", "unsure")[a % 4],
    ),
    lambda w, a, b, c: (purpose.draft, f"Text {a}", _pick(w.drafts, b) if w.drafts else ""),
    lambda w, a, b, c: (rounds.open_round, _pick(w.drafts, a), "Text"),
    lambda w, a, b, c: (purpose.adopt, _pick(w.drafts, a)),
    lambda w, a, b, c: (statement.answer_another_board, _pick(w.drafts, a), b % 2 > 0),
    lambda w, a, b, c: (
        statement.name_stop,
        _pick(w.drafts, a),
        f"Stop {b}" if c % 3 else "nothing",
    ),
    lambda w, a, b, c: (statement.drop_stop, _pick(w.drafts, a), f"Stop {b}"),
    lambda w, a, b, c: (
        statement.say_defence,
        _pick(w.drafts, a),
        _pick(w.organisations, b),
        c % 2 > 0,
        "Members first",
    ),
    lambda w, a, b, c: (statement.all_will_defend, _pick(w.drafts, a), _minute(b)),
    lambda w, a, b, c: (values.propose, f"Value {a}"),
    lambda w, a, b, c: (values.clarify, _pick(w.values, a), f"Meaning {b}"),
    lambda w, a, b, c: (values.name_behaviours, _pick(w.values, a), (f"Do {b}",), ()),
    lambda w, a, b, c: (values.open_value_round, _pick(w.values, a)),
    lambda w, a, b, c: (values.open_value_round, _pick(w.values, a)),
    lambda w, a, b, c: (values.amend, _pick(w.values, a), f"Wording {b}"),
    lambda w, a, b, c: (values.park_value, _pick(w.values, a), "Ann", "?", "2026-05-01"),
    lambda w, a, b, c: (values.merge_value, _pick(w.values, a), _pick(w.values, b)),
    lambda w, a, b, c: (values.reopen_value, _pick(w.values, a), "New facts"),
    *[
        lambda w, a, b, c: (
            rounds.take_position,
            _pick([r.id for r in w.rounds.values() if r.is_open], a),
            _pick(w.organisations, b),
            CODES[c % 7],
            "Words",
            "harm",
        )
    ]
    * 4,
    lambda w, a, b, c: (rounds.lock_round, _pick(w.rounds, a), _minute(b)),
    lambda w, a, b, c: (rounds.lock_round, _pick(w.rounds, a), _minute(b)),
    lambda w, a, b, c: (
        afterwards.take_late_position,
        _pick(w.rounds, a),
        _pick(w.organisations, b),
        CODES[c % 6],
        "2026-03-20",
        "Words",
        "harm",
    ),
    lambda w, a, b, c: (answering.settle, _pick(w.rounds, a), _pick(w.organisations, b), "Settled"),
    lambda w, a, b, c: (
        afterwards.confirm_mandate,
        _pick(w.rounds, a),
        _pick(w.organisations, b),
        "2026-03-20",
    ),
    lambda w, a, b, c: (progress.enter_step, "values", f"step {a % 3}", float(b + 1)),
    lambda w, a, b, c: (progress.pause_timer, float(a + 1)),
    lambda w, a, b, c: (progress.resume_timer, float(a + 1)),
    lambda w, a, b, c: (progress.extend_timer, a % 3 - 1),
    lambda w, a, b, c: (clock.start_clock, _pick(w.rehearsals, a), float(b + 1)),
    lambda w, a, b, c: (clock.pause_clock, _pick(w.rehearsals, a), float(b + 1)),
    lambda w, a, b, c: (injects.play_inject, _pick(w.rehearsals, a), f"i{b % 3 + 1}", c),
    lambda w, a, b, c: (deciding.put_decision, _pick(w.rehearsals, a), "d1", b, f"Decision {c}"),
    lambda w, a, b, c: (
        feeling.check_in,
        _pick(w.rehearsals, a),
        "before",
        _pick(w.members, b),
        "calm",
        c % 5 + 1,
    ),
    lambda w, a, b, c: (
        debriefing.judge_strain,
        _pick(w.rehearsals, a),
        _pick(w.values, b),
        "bent",
        "Then",
    ),
    lambda w, a, b, c: (
        commitments.commit,
        f"Start {a}",
        _pick(w.organisations, b),
        "Ann",
        "2026-09-30",
        "Number started",
    ),
    lambda w, a, b, c: (commitments.report, _pick(w.commitments, a), "2026-06-01", "done"),
    lambda w, a, b, c: (agreement.assent, _pick(w.organisations, a)),
]
NUMBER = st.integers(0, 40)
DEED = st.tuples(st.just("do"), st.integers(0, len(CHOICES) - 1), NUMBER, NUMBER, NUMBER)
CHANGE = st.one_of(*[DEED] * 4, st.tuples(st.just("round"), NUMBER, NUMBER, NUMBER))
MOVE = st.one_of(
    *[CHANGE] * 4,
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("hear"), st.integers(0, 2)),
)


def _long(each: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[list[Any]]:
    """Lists of any length up to the most; left to itself, a list is rarely longer than ten."""
    return st.integers(0, most).flatmap(lambda n: st.lists(each, min_size=n, max_size=n))


def _gathered(room: Any, pack: Any) -> None:
    """A start on which most commands can be done."""
    room.join("Alder")
    room.join("Beech", "nhs", substitute=True, authority=False)
    room.here("alder", "beech", at="2026-03-18T11:00")
    room.do(values.propose, "City first")
    room.do(purpose.draft, "Together.")
    room.do(casting.choose_scenario, pack, rehearsal_id="flood")
    room.do(progress.enter_step, "values", "step 0", 1.0)
    room.do(board.capture, "Home sooner", *PLACES, theme=room.do(board.name_theme, "Home").id)
    room.do(car_park.park, "Later")
    room.do(commitments.commit, "Start", "alder", "Ann", "2026-09-30", "Number started")


def _attempt(room: Any, deed: tuple[Any, ...]) -> bool:
    command, *args = CHOICES[deed[1]](room.workshop, *deed[2:])
    try:
        room.do(command, *args)
    except Refused:
        return False
    return True


def _hold_round(room: Any, a: int, b: int, c: int) -> None:
    """A whole round about a value or a draft; whoever is not here is passed over."""
    w = room.workshop
    subject = _pick([*w.drafts, *w.values], a)
    with suppress(Refused):
        if subject in w.values:
            made = room.do(values.open_value_round, subject).id
        else:
            made = room.do(rounds.open_round, subject, "Text").id
        for n, organisation in enumerate(w.organisations):
            code = CODES[(b >> n) % 7] if c % 2 else "agree" if c % 4 else "absent"
            room.do(rounds.take_position, made, organisation, code, "Words", "harm")
        room.do(rounds.lock_round, made, f"2026-03-18T{11 + b % 7}:00")


def _move(room: Any, kind: str, *more: Any) -> None:
    if kind == "do":
        _attempt(room, (kind, *more))
    elif kind == "round":
        _hold_round(room, *more)
    else:
        getattr(room, kind)()


@settings(deadline=None, max_examples=100)
@given(
    seats=st.integers(2, 3),
    moves=_long(st.tuples(st.integers(0, 2), st.integers(0, 30), MOVE), 80),
    seed=st.integers(0, 2**32),
)
def test_seats_that_hear_everything_hold_the_same_workshop(
    seats: int, moves: list[Any], seed: int, new_room: Any, pack: Any, same: Any
) -> None:
    # Ids are made by chance, and of two made in one moment chance says which is first. So the same
    # moves may give one entry more: what is drawn must not depend on how many there are.
    chance = random.Random(seed)
    rooms = [new_room(f"Seat {n % 2}", f"writer {n}") for n in range(seats)]
    _gathered(rooms[0], pack)
    for seat, passed, (kind, *more) in moves:
        room = rooms[seat % seats]
        room.milliseconds += passed
        if kind == "hear":
            room.receive(rooms[more[0] % seats].history.entries)
        else:
            _move(room, kind, *more)
        assert same(room.workshop, replay(room.history.entries))

    entries = {e.id: e for room in rooms for e in room.history.entries}
    whole = replay(entries.values())
    for room in rooms:
        room.receive(chance.sample(list(entries.values()), len(entries)))
        assert same(room.workshop, whole)
        assert [e.id for e in room.history.entries] == sorted(entries)
    one_by_one = History()
    for entry in chance.sample(list(entries.values()), len(entries)):
        one_by_one.extend([entry])
    assert same(one_by_one.workshop, whole)


@settings(deadline=None, max_examples=60)
@given(deeds=_long(CHANGE, 50), times=st.integers(1, 45))
def test_as_many_redos_as_undos_give_the_workshop_back(
    deeds: list[Any], times: int, new_room: Any, pack: Any, same: Any
) -> None:
    room = new_room()
    _gathered(room, pack)
    for kind, *more in deeds:
        _move(room, kind, *more)
    before = replay(room.history.entries)

    undone = sum(room.undo() is not None for _ in range(times))
    redone = sum(room.redo() is not None for _ in range(undone))

    assert redone == undone
    assert same(room.workshop, before)
    assert room.redo() is None


@settings(deadline=None, max_examples=60)
@given(moves=_long(MOVE, 50), deed=DEED)
def test_redo_is_empty_after_a_new_change(
    moves: list[Any], deed: Any, new_room: Any, pack: Any
) -> None:
    room = new_room()
    _gathered(room, pack)
    for kind, *more in moves:
        if kind != "hear":
            _move(room, kind, *more)
    room.do(board.capture, "A new change", *PLACES)

    assert room.redo() is None


@settings(deadline=None, max_examples=60)
@given(moves=_long(st.tuples(st.booleans(), MOVE), 50))
def test_undo_takes_back_only_undoable_entries_of_its_own_seat(
    moves: list[Any], new_room: Any, pack: Any
) -> None:
    rooms = [new_room("Facilitator"), new_room("Note-taker")]
    _gathered(rooms[0], pack)
    for second, (kind, *more) in moves:
        room = rooms[second]
        if kind == "hear":
            room.receive(rooms[not second].history.entries)
        elif kind not in ("undo", "redo"):
            _move(room, kind, *more)
        else:
            named = getattr(room, kind)()
            assert named is None or named.by == room.seat
            assert named is None or named.event.undoable
