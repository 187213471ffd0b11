"""The life of values under any commands in any order, with any arguments.

Whatever is asked, the answer is an event or a refusal. What was locked changes only by a logged
correction, rounds are never lost, and what is told of a value can always be told. The history
folds to the same workshop again, and taking changes back folds to what was before them.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import afterwards, answering, attendance, hands, rounds, trio
from facilitator.decision import AGREED, CODES, Position, Rule
from facilitator.events import Refused
from facilitator.explain import explain
from facilitator.gradients import GRADIENTS
from facilitator.history import replay
from facilitator.rounds import Round, late_against
from facilitator.stages import gather, values
from facilitator.workshop import Workshop

WORDS = ("", " ", "Words", "Other words", "\u202e\u200b", "City first", "x" * 20_001)
DATES = ("", "soon", "2026-03-17", "2026-03-18", "2026-03-20", "2026-04-02", "0001-01-01")
MINUTES = ("", *[f"2026-03-18T{12 + n // 60:02}:{n % 60:02}" for n in range(0, 240, 7)])
CATEGORIES = ("", "statutory_duty", "harm", "cannot_deliver", "undermines_purpose")


class Given:
    """The arguments of one command, drawn from small pools by one number after another."""

    def __init__(self, workshop: Workshop, numbers: tuple[int, ...]) -> None:
        self.workshop = workshop
        self._numbers = iter(numbers)

    def number(self, most: int = 40) -> int:
        return next(self._numbers) % (most + 1)

    def one(self, found: Any) -> Any:
        there = [*found, "nobody"]
        # Mostly what is there; an id that nobody knows, once in a while.
        at = next(self._numbers)
        return there[at % len(there)] if at % 7 == 0 else there[at % max(1, len(there) - 1)]

    def value(self) -> str:
        return str(self.one(self.workshop.values))

    def round(self) -> str:
        # The newest first: that is where most of it happens.
        return str(self.one(list(reversed(self.workshop.rounds))))

    def org(self) -> str:
        return str(self.one(self.workshop.organisations))

    def orgs(self) -> tuple[str, ...]:
        ids = list(self.workshop.organisations)
        return tuple(ids[: self.number(len(ids))])

    def member(self) -> str:
        return str(self.one(self.workshop.members))

    def subject(self) -> str:
        return self.one((*self.workshop.values, ""))  # type: ignore[no-any-return]

    def word(self) -> str:
        at = self.number(20)
        return WORDS[at] if at < len(WORDS) else f"Words {at}"

    def code(self) -> Any:
        return self.one(CODES[:7]) if self.number(3) else "agree"

    def date(self) -> str:
        return DATES[self.number(len(DATES) - 1)]

    def minute(self) -> str:
        return MINUTES[self.number(len(MINUTES) - 1)]

    def category(self) -> Any:
        return CATEGORIES[self.number(4)]


def _position(g: Given) -> tuple[Any, ...]:
    gradient = GRADIENTS[g.number(7)] if g.number(9) == 0 else ""

    def take(workshop: Workshop, *said: Any) -> Any:
        return rounds.take_position(workshop, *said, gradient=gradient)

    return (take, g.round(), g.org(), g.code(), g.word(), g.category(), g.minute())


def _counts(g: Given) -> dict[Any, int]:
    return {code: g.number(6) - 1 for code in CODES if g.number(2)}


def _rule(g: Given) -> tuple[Any, ...]:
    rule = Rule(
        kind=("consent", "consent", "unanimity", "majority")[g.number(3)],  # type: ignore[arg-type]
        least_voting=g.number(4),
        classes=("nhs",)[: g.number(1)],
        stand_aside_limit=(0.0, 0.25, 0.5, 1.0, 2.0)[g.number(4)],
        most_rounds=g.number(3),
        core=g.orgs(),
        fallback=bool(g.number(1)),
        formal=bool(g.number(3)),
        scale=("positions", "gradients")[g.number(1)],  # type: ignore[arg-type]
    )
    return (gather.choose_rule, rule)


def _merge(g: Given) -> tuple[Any, ...]:
    return (values.merge_value, g.value(), g.value(), g.word(), g.orgs())


def _stand(about: Round) -> list[Position]:
    return list(about.standing().values())


def _waiting(g: Given) -> tuple[str, str]:
    """A round, and mostly an organisation that objects or asks in it."""
    where = [r.id for r in g.workshop.rounds.values() if any(p.waits for p in _stand(r))]
    about = str(g.one(where[::-1] or g.workshop.rounds))
    found = g.workshop.rounds.get(about)
    waiting = [p.organisation for p in _stand(found) if p.waits] if found else []
    return about, g.one(waiting or g.workshop.organisations)


def _judge(g: Given) -> tuple[Any, ...]:
    valid = bool(g.number(1))

    def judge(workshop: Workshop, *said: Any) -> Any:
        return answering.judge_objection(workshop, *said, valid=valid, why="A matter of taste.")

    return (judge, *_waiting(g))


def _propose(g: Given) -> tuple[Any, ...]:
    again = g.value() if g.number(1) else ""
    return (values.propose, g.word(), g.word(), g.org() if g.number(1) else "", "", 0, again)


def _join(g: Given) -> tuple[Any, ...]:
    return (gather.join_organisation, g.word(), "", "nhs", bool(g.number(2)), "", g.org())


def _cost(g: Given) -> tuple[Any, ...]:
    return (values.name_cost, g.value(), g.org(), "time", g.word(), f"c{g.number(3)}")


def _drop(g: Given) -> tuple[Any, ...]:
    return (values.drop_cost, g.value(), f"c{g.number(3)}")


def _interest(g: Given) -> tuple[Any, ...]:
    return (gather.declare_interest, g.member(), g.word(), "", "", g.subject())


def _person(g: Given) -> tuple[Any, ...]:
    return (gather.join_member, g.org(), g.word(), "", True, bool(g.number(1)), g.member())


def _late(g: Given) -> tuple[Any, ...]:
    about = g.round()
    found = g.workshop.rounds.get(about)
    absent = [o for o, p in found.positions.items() if p.code == "absent"] if found else []
    said = (g.one(absent or g.workshop.organisations), g.code(), g.date(), g.word(), g.category())
    return (afterwards.take_late_position, about, *said)


def _correct(g: Given) -> tuple[Any, ...]:
    said = (g.round(), g.org(), g.code(), g.word(), g.date(), g.word(), g.category())
    return (afterwards.correct_position, *said)


def _trio(g: Given) -> tuple[Any, ...]:
    value = g.value()
    found = rounds.latest_round(g.workshop, value)
    waiting = [o for o, p in found.standing().items() if p.waits] if found else []
    three = (g.one(waiting or g.workshop.organisations), g.org(), g.org())
    return (trio.begin_trio, value, *three, float(g.number()))


# Each takes what it is asked with from the numbers, and gives a command with its arguments.
COMMANDS: list[Callable[[Given], tuple[Any, ...]]] = [
    _propose,
    lambda g: (values.clarify, g.value(), g.word()),
    lambda g: (values.name_behaviours, g.value(), (g.word(), g.word()), (g.word(),)),
    lambda g: (values.open_value_round, g.value()),
    lambda g: (values.open_value_round, g.value()),
    _position,
    _position,
    lambda g: (rounds.take_positions, g.round(), g.orgs(), g.code(), g.minute()),
    lambda g: (hands.show_hands, g.round(), _counts(g), g.minute()),
    lambda g: (hands.take_rest, g.round(), g.minute()),
    lambda g: (rounds.lock_round, g.round(), g.minute()),
    lambda g: (answering.settle, *_waiting(g), g.word()),
    lambda g: (answering.name_remedy, *_waiting(g), g.word()),
    _judge,
    _trio,
    lambda g: (trio.report_trio, g.one(g.workshop.trios), g.word()),
    lambda g: (values.amend, g.value(), g.word(), g.org(), g.word()),
    _late,
    lambda g: (afterwards.confirm_mandate, g.round(), g.org(), g.date()),
    _correct,
    _interest,
    lambda g: (attendance.arrive, g.member(), g.minute()),
    lambda g: (attendance.leave, g.member(), g.minute()),
    lambda g: (values.park_value, g.value(), g.word(), g.word(), g.date()),
    _merge,
    lambda g: (values.withdraw_value, g.value(), g.org(), g.word()),
    lambda g: (values.reopen_value, g.value(), g.word()),
    _cost,
    _drop,
    lambda g: (values.find_untested, g.value()),
    _rule,
    _join,
    _person,
    lambda g: (gather.remove_organisation, g.org()),
]

ROUNDS = len(COMMANDS) // 3
"""Whole rounds, now and then: left to chance, few would ever be locked."""
EACH = 24
"""Bytes that one deed is drawn from."""
Deed = tuple[int, tuple[int, ...]]


def _deeds(raw: bytes) -> list[Deed]:
    each = [raw[at : at + EACH] for at in range(0, len(raw) - EACH + 1, EACH)]
    return [(one[0] % (len(COMMANDS) + ROUNDS) - ROUNDS, tuple(one[1:])) for one in each]


# Bytes are drawn many times faster than tuples of numbers.
DEEDS = (
    st.integers(0, 50)
    .flatmap(lambda n: st.binary(min_size=n * EACH, max_size=n * EACH))
    .map(_deeds)
)


def whole_round(room: Any, numbers: tuple[int, ...]) -> None:
    """A round on a value, mostly to its lock; what is refused on the way is passed over."""
    g = Given(room.workshop, numbers)
    value, opposed, at = g.value(), g.number(3) == 0, g.minute()
    attempt(room, (values.open_value_round, value, f"r{len(room.history)}"))
    found = rounds.latest_round(room.workshop, value)
    if found is None or not found.is_open:
        return
    for each in list(room.workshop.organisations):
        code = "agree" if numbers[-1] % 3 else CODES[(numbers[-1] + len(each)) % 7]
        code = "object" if opposed and each == "alder" else code
        attempt(room, (rounds.take_position, found.id, each, code, "Words", "harm"))
    if numbers[-2] % 3:
        attempt(room, (rounds.lock_round, found.id, at))


def attempt(room: Any, asked: tuple[Any, ...]) -> None:
    """Do it, unless it is refused; any other failure comes through."""
    command, *args = asked
    with suppress(Refused):
        room.do(command, *args)


def do(room: Any, deed: Deed) -> None:
    which, numbers = deed
    if which < 0:
        whole_round(room, numbers)
    else:
        attempt(room, COMMANDS[which](Given(room.workshop, numbers)))


def started(room: Any) -> Any:
    """Four organisations, one of them without a vote and one with a substitute; two values."""
    room.join("Alder")
    room.join("Beech", "nhs", substitute=True, authority=False)
    room.join("Cedar", "nhs")
    room.join("Elm", "partner", voting=False)
    room.do(values.propose, "City first", value_id="city", proposed_by="alder")
    room.do(values.propose, "Straight talk", value_id="talk")
    return room


def told(workshop: Workshop) -> None:
    """All that is told of values: it can always be told, and it agrees with itself."""
    charter = values.charter(workshop)
    assert {v.id for v in values.unpriced(workshop)} <= {v.id for v in charter}
    for value in workshop.values:
        assert (values.standing(workshop, value) in AGREED) is (value in {v.id for v in charter})
    for each in workshop.rounds.values():
        agreed = each.outcome() in AGREED and not late_against(workshop, each)
        assert explain(workshop, each).startswith("Agreed") is agreed


def said(position: Position) -> tuple[str, str, str, str]:
    return position.organisation, position.code, position.text, position.category


def keeps_what_was_locked(before: dict[str, Round], now: Workshop) -> None:
    """What a locked round says differs only where a correction says so, with its reason."""
    for old in before.values():
        new = now.rounds[old.id]
        assert (new.number, new.wording, new.subject) == (old.number, old.wording, old.subject)
        if old.is_open:
            continue
        logged = new.corrections[len(old.corrections) :]
        assert new.corrections[: len(old.corrections)] == old.corrections
        assert all(each.why and each.date for each in logged)
        corrected = {each.organisation for each in logged}
        for who in {*old.positions, *new.positions} - corrected:
            assert said(new.positions[who]) == said(old.positions[who])
        assert new.at == old.at
        assert new.electors == old.electors
        if not logged:
            assert new.result == old.result


@settings(deadline=None, max_examples=500)
@given(DEEDS)
def test_anything_may_be_asked_in_any_order(new_room: Any, same: Any, deeds: list[Deed]) -> None:
    room = started(new_room())
    for deed in deeds:
        before, rounds_of = dict(room.workshop.rounds), dict(room.workshop.rounds_of)
        do(room, deed)
        now = room.workshop
        told(now)
        keeps_what_was_locked(before, now)
        for value, ids in rounds_of.items():
            assert now.rounds_of[value][: len(ids)] == ids
        assert {"city", "talk"} <= set(now.values)

    assert same(room.workshop, replay(room.history.entries))


@settings(deadline=None, max_examples=200)
@given(DEEDS, st.integers(1, 60))
def test_what_is_taken_back_folds_to_what_was_before(
    new_room: Any, same: Any, deeds: list[Deed], times: int
) -> None:
    room = started(new_room())
    for deed in deeds:
        do(room, deed)
    entries = list(room.history.entries)
    times = min(times, len(entries))

    for step in range(1, times + 1):
        room.undo()
        before = Workshop()
        for entry in entries[: len(entries) - step]:
            entry.event.apply(before)
        assert same(room.workshop, before)
        told(room.workshop)
    for _ in range(times):
        room.redo()
    assert same(room.workshop, replay(entries))


@pytest.fixture(scope="module")
def lived(new_room: Any) -> dict[str, set[str]]:
    """What came about in some lives, always the same ones, to see that they are lives."""
    chance = random.Random(3)
    seen: dict[str, set[str]] = {"standings": set(), "kinds": set(), "outcomes": set()}
    for _ in range(300):
        room = started(new_room())
        for deed in _deeds(chance.randbytes(50 * EACH)):
            do(room, deed)
            seen["standings"] |= {values.standing(room.workshop, v) for v in room.workshop.values}
        seen["kinds"] |= {type(e.event).__name__ for e in room.history.entries}
        found = room.workshop.rounds.values()
        seen["outcomes"] |= {str(r.outcome()) for r in found if not r.is_open}
    return seen


def test_the_lives_reach_every_standing_and_most_kinds_of_event(lived: Any) -> None:
    assert {"agreed", "agreed_with_reservations", "not_agreed", "amended"} <= lived["standings"]
    assert {"parked", "merged", "withdrawn", "round", "behaviours"} <= lived["standings"]
    assert {"PositionCorrected", "PositionCameLate", "ValueReopened", "TrioBegan"} <= lived["kinds"]
    assert {"HandsShown", "ObjectionTested", "PositionSettled", "RuleChosen"} <= lived["kinds"]
    assert len(lived["outcomes"]) >= 5
