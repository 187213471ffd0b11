"""The rules of decision stated a second time, clause by clause over plain words, and compared.

Written from what the group was told (consent, unanimity of a named core, three quarters as the
fallback, majority; quorum by count and class), not from `facilitator.decision`. The two must
agree on every combination of small groups, and on thousands of random rounds of up to forty.
"""

import itertools
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.decision import AGREED, Elector, Outcome, Position, Result, Rule, decide


class Seat(NamedTuple):
    """One organisation: name, class, whether it votes, and what it says.

    `says` is "" where nothing was taken down; `after` is "settled" where an objection or question
    was, and "found invalid" where the group found an objection to be of no category.
    """

    name: str
    org_class: str
    votes: bool
    says: str
    after: str = ""


SAYINGS = [
    ("agree", ""),
    ("reservation", ""),
    ("stand_aside", ""),
    ("need_more", ""),
    ("need_more", "settled"),
    ("object", ""),
    ("object", "settled"),
    ("object", "found invalid"),
    ("abstain", ""),
    ("absent", ""),
    ("", ""),
]


class Told(NamedTuple):
    """What the group was told about how it decides, in plain values."""

    rule: str
    least: int
    classes: tuple[str, ...]
    share: Fraction
    core: tuple[str, ...] = ()
    most_rounds: int = 3
    fallback: bool = False


def second_statement(told: Told, round_since_opened: int, table: list[Seat]) -> str:
    """What came of a round, by the words of the rule."""
    # A quorum is a count and the required classes. Who is absent is not here, nor is who is silent.
    here = [seat for seat in table if seat.says not in ("", "absent")]
    if len([seat for seat in here if seat.votes]) < told.least:
        return "not_adopted_quorum"
    for wanted in told.classes:
        if not [seat for seat in here if seat.org_class == wanted]:
            return "not_adopted_quorum"
    if told.rule == "consent":
        return _consent(told, table)
    if told.rule == "majority":
        return _majority(table)
    # Unanimity is asked of the core that was named, or else of every organisation with a vote.
    core = [s for s in table if s.votes and s.name in told.core] or [s for s in table if s.votes]
    if told.fallback and round_since_opened > told.most_rounds:
        return _three_quarters(core)
    return _unanimity(core, table)


def _consent(told: Told, table: list[Seat]) -> str:
    voting = [seat for seat in table if seat.votes]
    # An objection stands until its objector says that it is resolved, or the group finds it none.
    for seat in voting:
        if (seat.says, seat.after) == ("object", ""):
            return "not_adopted_objection"
    for seat in voting:
        if (seat.says, seat.after) == ("need_more", ""):
            return "not_adopted_question"
    # The share is of all voting members, whether they are here or not.
    aside = len([seat for seat in voting if seat.says == "stand_aside"])
    if voting and Fraction(aside, len(voting)) > told.share:
        return "not_adopted_stand_aside"
    return "agreed_with_reservations" if _something_is_recorded(table) else "agreed"


def _unanimity(core: list[Seat], table: list[Seat]) -> str:
    said_no = {seat.says for seat in core if _vote(seat) == "no"}
    if "object" in said_no:
        return "not_adopted_objection"
    if "need_more" in said_no:
        return "not_adopted_question"
    # Each of the core is here and says yes. One that abstains is not asked; one yes is needed.
    asked = [seat for seat in core if seat.says != "abstain"]
    if not asked or [seat for seat in asked if _vote(seat) != "yes"]:
        return "not_adopted_unanimity"
    return "agreed_with_reservations" if _something_is_recorded(table) else "agreed"


def _three_quarters(core: list[Seat]) -> str:
    yes, no = _count(core)
    # A vote that nobody casts carries nothing; a quarter of the votes against is still enough.
    return "agreed_not_unanimous" if yes and yes >= 3 * no else "not_adopted_votes"


def _majority(table: list[Seat]) -> str:
    yes, no = _count([seat for seat in table if seat.votes])
    if yes <= no:
        return "not_adopted_votes"
    return "agreed_with_reservations" if no or _something_is_recorded(table) else "agreed"


def _vote(seat: Seat) -> str:
    if seat.says in ("agree", "reservation"):
        return "yes"
    if seat.says in ("object", "need_more"):
        return "yes" if seat.after == "settled" else "no"
    return "none"


def _count(seats: list[Seat]) -> tuple[int, int]:
    votes = [_vote(seat) for seat in seats]
    return votes.count("yes"), votes.count("no")


def _something_is_recorded(table: list[Seat]) -> bool:
    """Whether anybody, with a vote or without, keeps a reservation or stands aside."""
    return any(
        seat.says in ("reservation", "stand_aside") or seat.after == "found invalid"
        for seat in table
    )


def first_statement(told: Told, round_since_opened: int, table: Iterable[Seat]) -> Result:
    """The same round, by the domain."""
    rule = Rule(
        kind=told.rule,  # type: ignore[arg-type]
        least_voting=told.least,
        classes=told.classes,
        stand_aside_limit=float(told.share),
        core=told.core,
        most_rounds=told.most_rounds,
        fallback=told.fallback,
        formal=told.rule == "majority",
    )
    positions = {
        seat.name: Position(
            seat.name,
            seat.says,  # type: ignore[arg-type]
            resolved="Said so." if seat.after == "settled" else "",
            not_valid="A matter of taste." if seat.after == "found invalid" else "",
        )
        for seat in table
        if seat.says
    }
    electors = [Elector(seat.name, seat.org_class, seat.votes) for seat in table]
    return decide(rule, electors, positions, round_since_opened)


QUARTER = Fraction(1, 4)
RULES = [
    pytest.param(Told("consent", 1, (), QUARTER), 1, id="consent"),
    pytest.param(Told("consent", 2, ("nhs",), Fraction(1, 2)), 1, id="consent, half, two and nhs"),
    pytest.param(Told("consent", 1, ("nhs", "vcs"), Fraction(0)), 1, id="consent, nobody aside"),
    pytest.param(Told("consent", 1, (), Fraction(1, 3)), 1, id="consent, a third"),
    pytest.param(Told("unanimity", 1, (), QUARTER), 1, id="unanimity of all"),
    pytest.param(Told("unanimity", 1, (), QUARTER, ("a", "b"), 3, True), 3, id="of a core"),
    pytest.param(Told("unanimity", 2, ("vcs",), QUARTER, ("c",), 2), 9, id="no fallback"),
    pytest.param(Told("unanimity", 1, (), QUARTER, (), 3, True), 4, id="three quarters of all"),
    pytest.param(Told("unanimity", 1, ("nhs",), QUARTER, ("a", "c", "z"), 1, True), 2, id="core"),
    pytest.param(Told("majority", 1, (), QUARTER), 1, id="majority"),
    pytest.param(Told("majority", 2, ("vcs",), QUARTER, ("a",), 1, True), 9, id="majority, two"),
]


def every_round(names: str, sayings: list[tuple[str, str]]) -> Iterator[list[Seat]]:
    """Every round that so many organisations can hold: who votes, and what each says."""
    classes = dict(zip("abcd", ("nhs", "vcs", "nhs", "council"), strict=True))
    each = [
        [Seat(name, classes[name], votes, *said) for votes in (True, False) for said in sayings]
        for name in names
    ]
    for seats in itertools.product(*each):
        yield list(seats)


@pytest.mark.parametrize(("told", "number"), RULES)
def test_the_two_agree_on_every_round_of_three_organisations(told: Told, number: int) -> None:
    count = 0
    for table in every_round("abc", SAYINGS):
        count += 1
        assert first_statement(told, number, table).outcome == second_statement(
            told, number, table
        ), table

    assert count == (2 * 11) ** 3


@pytest.mark.parametrize(
    ("told", "number"),
    [
        pytest.param(Told("consent", 2, ("nhs",), QUARTER), 1, id="consent"),
        pytest.param(Told("unanimity", 2, (), QUARTER, ("a", "b", "d")), 1, id="unanimity"),
        pytest.param(Told("unanimity", 2, (), QUARTER, (), 1, True), 2, id="three quarters"),
        pytest.param(Told("majority", 2, ("council",), QUARTER), 1, id="majority"),
    ],
)
def test_the_two_agree_on_every_position_of_four_organisations(told: Told, number: int) -> None:
    codes = [said for said in SAYINGS if said[0] and not said[1]]
    count = 0
    for table in every_round("abcd", codes):
        count += 1
        assert first_statement(told, number, table).outcome == second_statement(
            told, number, table
        ), table

    assert count == (2 * 7) ** 4


def test_the_outcomes_have_names_for_all_that_happens_and_no_others() -> None:
    seen = set()
    for parameters in RULES:
        told, number = parameters.values
        assert isinstance(told, Told)
        assert isinstance(number, int)
        seen |= {first_statement(told, number, t).outcome for t in every_round("abc", SAYINGS[:9])}

    assert seen == set(get_args(Outcome))


SHARES = [Fraction(n, d) for d in (1, 3, 4, 5, 7, 10, 20, 100) for n in range(d + 1)]


MOST = 40
CLASSES = ("nhs", "council", "vcs")


def from_bytes(raw: bytes) -> tuple[Told, int, list[Seat]]:
    """A round of up to forty organisations, and how it is counted.

    Two bytes hold what one organisation is and says, so that thousands are drawn in seconds.
    """
    size, mostly, kind, least, class_, share, core, more, *seats = raw
    # Every saying is as likely, or most are in support, or nobody objects but several stand aside.
    agree, quiet = [("agree", "")], [s for s in SAYINGS if s[0] not in ("object", "need_more")]
    sayings = [SAYINGS, SAYINGS + agree * 11, SAYINGS + agree * 99, quiet, quiet + agree * 9][
        mostly % 5
    ]
    table = [
        Seat(f"o{n}", CLASSES[seats[n] % 3], seats[n] // 3 % 4 > 0, *sayings[said % len(sayings)])
        for n, said in enumerate(seats[MOST : MOST + size % MOST + 1])
    ]
    told = Told(
        ("consent", "consent", "unanimity", "unanimity", "majority")[kind % 5],
        least % 12 + 1,
        CLASSES[: class_ % 3] if class_ % 2 else (),
        SHARES[share % len(SHARES)],
        tuple(f"o{n}" for n in range(core % 7, core % 7 + core // 7 % 6)),
        more % 3 + 1,
        more // 3 % 2 == 0,
    )
    return told, more // 6 % 5 + 1, table


rounds = st.binary(min_size=8 + 2 * MOST, max_size=8 + 2 * MOST).map(from_bytes)
Made = tuple[Told, int, list[Seat]]


@settings(deadline=None, max_examples=3000)
@given(rounds)
def test_the_two_agree_on_random_rounds(made: Made) -> None:
    told, number, table = made
    result = first_statement(told, number, table)

    assert result.outcome == second_statement(told, number, table)
    assert result.voting_present == len(
        [seat for seat in table if seat.votes and seat.says not in ("", "absent")]
    )
    assert result.quorate is (result.outcome != "not_adopted_quorum")


GOOD = {"agreed": 2, "agreed_with_reservations": 1, "agreed_not_unanimous": 1}


@settings(deadline=None, max_examples=1500)
@given(rounds, st.integers(0, 39))
def test_a_resolved_objection_never_makes_a_result_worse(made: Made, which: int) -> None:
    told, number, table = made
    at = which % len(table)
    table[at] = table[at]._replace(says="object", after="")
    before = first_statement(told, number, table).outcome
    table[at] = table[at]._replace(after="settled")
    after = first_statement(told, number, table).outcome

    assert GOOD.get(after, 0) >= GOOD.get(before, 0)
    assert (after == "not_adopted_quorum") is (before == "not_adopted_quorum")


@settings(deadline=None, max_examples=1500)
@given(rounds, st.booleans())
def test_one_more_in_support_never_undoes_an_agreement(made: Made, votes: bool) -> None:
    told, number, table = made
    before = first_statement(told, number, table).outcome
    more = [*table, Seat("newcomer", "council", votes, "agree")]
    after = first_statement(told, number, more).outcome

    if before in AGREED:
        assert after == before
    elif told.rule == "consent" and after == "not_adopted_objection":
        assert before in ("not_adopted_objection", "not_adopted_quorum")


@settings(deadline=None, max_examples=500)
@given(rounds, st.randoms(use_true_random=False))
def test_the_order_in_which_organisations_are_asked_changes_nothing(
    made: Made, chance: Any
) -> None:
    told, number, table = made
    mixed = list(table)
    chance.shuffle(mixed)

    assert first_statement(told, number, mixed) == first_statement(told, number, table)
