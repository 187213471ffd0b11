"""A value's chronicle, against what the Ellerport workshop did to four of its values."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.answering import settle
from facilitator.attendance import arrive
from facilitator.chronicle import Line, chronicle
from facilitator.events import Entry, Event
from facilitator.guide import ELLERPORT
from facilitator.history import EntryClock, History
from facilitator.rounds import lock_round, take_position
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.values import (
    amend,
    clarify,
    name_behaviours,
    open_value_round,
    park_value,
    propose,
    withdraw_value,
)

FILE: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
VALUES = {value["id"]: value for value in FILE["values"]}
PROPOSED = datetime(2026, 3, 18, 13, 20)


class Teller:
    """A seat at a workshop whose entries have a time."""

    def __init__(self) -> None:
        self.history = History()
        self.at = PROPOSED
        self._clock = EntryClock(lambda: int(self.at.timestamp() * 1000))

    def do(self, command: Callable[..., Event], *args: Any, **named: Any) -> Any:
        event = command(self.history.workshop, *args, **named)
        at = f"{self.at.isoformat()}+00:00"
        seq = len(self.history) + 1
        self.history.extend([Entry(self._clock.tick(), "w", seq, at, "Facilitator", event)])
        return event

    def minute(self) -> str:
        return self.at.isoformat(timespec="minutes")


def negotiated(value: dict[str, Any]) -> list[Line]:
    """What the file says of a value, done in a workshop, and told."""
    teller = Teller()
    for each in FILE["board"]["organisations"]:
        teller.do(
            join_organisation,
            each["name"],
            each["short"],
            "council",
            each["voting"],
            organisation_id=each["id"],
        )
        teller.do(join_member, each["id"], "Lead", member_id=f"{each['id']}-lead")
        if value["rounds"][0]["positions"][each["id"]] != "absent":
            teller.do(arrive, f"{each['id']}-lead", teller.minute())
    name, first = value["id"], value["rounds"][0]
    teller.do(propose, value["title"], first["wording"], value["proposed_by"], value_id=name)
    teller.do(clarify, name, value["clarified"])
    teller.do(name_behaviours, name, tuple(value["we_will"]), tuple(value["we_will_not"]))
    for number, said in enumerate(value["rounds"], 1):
        if said["wording"] != teller.history.workshop.values[name].wording:
            why = value["rounds"][number - 2]["amendment"] or ""
            teller.do(amend, name, said["wording"], why=why)
        _round(teller, name, f"{name}-{number}", said)
    if parked := value.get("parked"):
        teller.do(park_value, name, "Place Finance Lead", parked["question"], parked["return_by"])
    if withdrawn := value.get("withdrawn"):
        teller.do(withdraw_value, name, withdrawn["by"], withdrawn["reason"])
    _afterwards(teller, value)
    return chronicle(teller.history, name)


def _round(teller: Teller, value: str, round_id: str, said: dict[str, Any]) -> None:
    locked = datetime.fromisoformat(said["locked_at"])
    teller.at = locked - timedelta(minutes=2)
    teller.do(open_value_round, value, round_id)
    texts = {each["org"]: each["text"] for each in said["reservations"]}
    reasons = {each["org"]: each for each in said["objections"]}
    for organisation, code in said["positions"].items():
        teller.at += timedelta(seconds=5)
        reason = reasons.get(organisation, {})
        words = texts.get(organisation) or reason.get("reason") or said["notes"] or "No words."
        words = words if code in ("reservation", "stand_aside", "object", "need_more") else ""
        category = reason.get("category", "")
        teller.do(take_position, round_id, organisation, code, words, category)
    teller.at = locked
    teller.do(lock_round, round_id, said["locked_at"])
    for each in said["objections"]:
        teller.do(settle, round_id, each["org"], each["resolved_by"])


def _afterwards(teller: Teller, value: dict[str, Any]) -> None:
    last = f"{value['id']}-{len(value['rounds'])}"
    for each in value.get("mandate_confirmed", ()):
        teller.at = datetime.fromisoformat(f"{each['date']}T10:00")
        if each["org"] in teller.history.workshop.rounds[last].mandates:
            teller.do(confirm_mandate, last, each["org"], each["date"])
    for late in value.get("late_positions", ()):
        teller.at = datetime.fromisoformat(f"{late['date']}T10:00")
        teller.do(
            take_late_position, last, late["org"], late["position"], late["date"], late["text"]
        )


@pytest.fixture(scope="module")
def told() -> dict[str, list[Line]]:
    """The chronicles of four values."""
    return {name: negotiated(VALUES[name]) for name in ("V1", "V3", "V5", "V6")}


def said(lines: list[Line]) -> list[tuple[str, str]]:
    return [(line.who, line.what) for line in lines]


def test_city_first_is_told_from_the_proposal_to_the_last_late_position(told) -> None:
    assert said(told["V1"]) == [
        ("VCS Alliance", "proposed it"),
        ("Facilitator", "said what it means"),
        ("Facilitator", "made it visible"),
        ("Facilitator", "opened round 1"),
        ("Elected Members", "I can live with it"),
        ("NHS Place Team", "I object (statutory duty)"),
        ("Community Trust", "I object (cannot deliver)"),
        (
            "Facilitator",
            "locked round 1: 8 support it, 1 can live with it, 2 object, 1 is not here",
        ),
        ("NHS Place Team", "says that its objection is resolved, round 1"),
        ("Community Trust", "says that its objection is resolved, round 1"),
        ("Facilitator", "amended the wording, in answer to round 1"),
        ("Facilitator", "opened round 2"),
        ("Elected Members", "I can live with it → I support it"),
        ("NHS Place Team", "I object → I can live with it"),
        ("Community Trust", "I object → I support it"),
        ("Facilitator", "locked round 2: 10 support it, 1 can live with it, 1 is not here"),
        (
            "Hospital Trust",
            "gave its position on round 2 late, on 27 March 2026: I can live with it",
        ),
    ]


def test_the_minutes_are_those_of_the_room(told) -> None:
    by_what = {line.what.split(":")[0]: line.at for line in told["V1"]}

    assert by_what["opened round 1"] == "2026-03-18T14:28"
    assert by_what["locked round 1"] == "2026-03-18T14:30"
    assert by_what["locked round 2"] == "2026-03-18T14:33"
    assert told["V1"][-1].day == "2026-03-27"


def test_the_words_that_were_said_stand_under_who_said_them(told) -> None:
    why = {(line.who, line.what): line.why for line in told["V1"]}

    assert why["NHS Place Team", "I object (statutory duty)"] == (
        "“We have a legal duty to break even and cannot promise to set it aside.”"
    )
    assert why["NHS Place Team", "says that its objection is resolved, round 1"] == (
        "R2 wording: duties are declared, not set aside"
    )
    assert why["Facilitator", "amended the wording, in answer to round 1"] == (
        "Replace 'put before' with a starting point, and add a duty to declare limits."
    )


def test_a_lock_says_its_result_as_it_was_at_that_minute(told) -> None:
    (lock,) = [line for line in told["V1"] if line.what.startswith("locked round 1")]

    # Both objections are settled by now; at the lock they were not.
    assert lock.why == (
        "Not yet: NHS Place Team (statutory duty) and Community Trust (cannot deliver) object."
    )


def test_an_amendment_has_the_wording_it_revises_before_it(told) -> None:
    moved = [(line.before, line.after) for line in told["V5"] if line.after]
    wordings = [each["wording"] for each in VALUES["V5"]["rounds"]]

    assert moved == [("", wordings[0]), (wordings[0], wordings[1]), (wordings[1], wordings[2])]


def test_who_moves_from_support_to_standing_aside_is_named(told) -> None:
    moves = {line.who: (line.was, line.code) for line in told["V3"] if line.was}

    assert moves["Police"] == ("agree", "stand_aside")
    assert moves["GP Federation"] == ("need_more", "reservation")
    assert moves["Public Voice"] == ("object", "agree")
    assert "Social Housing" not in moves, "it supported it both times"


def test_a_question_that_stands_is_told_again_when_its_words_are_new(told) -> None:
    lines = [line.what for line in told["V5"] if line.who == "NHS Place Team"]

    assert lines[-2:] == ["I object → I need an answer first", "I need an answer first"]


def test_a_value_that_is_parked_ends_with_its_owner_and_date(told) -> None:
    assert (told["V5"][-1].who, told["V5"][-1].what, told["V5"][-1].why) == (
        "Facilitator",
        "parked it with Place Finance Lead, to be back by 10 June 2026",
        "What loss share and cap will the finance committee support?",
    )


def test_a_value_that_is_withdrawn_ends_with_who_withdrew_it_and_why(told) -> None:
    last = told["V6"][-1]

    assert (last.who, last.what) == ("Police", "withdrew it")
    assert last.why == VALUES["V6"]["withdrawn"]["reason"]


def test_lines_stand_in_the_order_of_what_happened(told) -> None:
    for lines in told.values():
        assert [line.at for line in lines] == sorted(line.at for line in lines)


def test_a_line_is_spoken_as_a_sentence(told) -> None:
    assert told["V6"][-1].spoken() == (
        "14:10 Police: withdrew it. Intent met by accountability step 1"
    )
