"""A paper that no secretary sends back, to break one thing of at a time."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from exports.documents.shelf import paper
from exports.readiness import Remark, remarks
from facilitator import attendance, rounds, statement
from facilitator.decision import Rule
from facilitator.stages import agreement, commitments, gather, purpose, values
from facilitator.workshop import Workshop

Do = Callable[..., Any]
DAY = "2026-11-23"
MADE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


@pytest.fixture
def ask(do: Do) -> Do:
    """Holds a round, locked at a minute; other positions than agreement as (code, words)."""

    def hold(subject: str, on: str, at: str = f"{DAY}T10:00", **others: tuple[str, str]) -> str:
        opened = do(rounds.open_round, subject, on).id
        for name in ("Council", "Hospital", "Voice"):
            code, words = others.get(name, ("agree", ""))
            category = "harm" if code == "object" else ""
            do(rounds.take_position, opened, name, code, words, category)
        do(rounds.lock_round, opened, at)
        return str(opened)

    return hold


@pytest.fixture
def sound(workshop: Workshop, do: Do, ask: Do) -> Workshop:
    """A workshop of which everything is there that a board asks for."""
    do(gather.name_workshop, "Shared values", "Ashby Board", "Ashby", DAY)
    for name, org_class in (("Council", "council"), ("Hospital", "nhs"), ("Voice", "vcs")):
        do(gather.join_organisation, name, org_class=org_class, organisation_id=name)
        do(gather.join_member, name, f"Head of {name}", f"Ilka Moss-{name}", member_id=f"m{name}")
        do(attendance.arrive, f"m{name}", f"{DAY}T09:00")
    do(gather.choose_rule, Rule(least_voting=2, stand_aside_limit=0.5))
    do(gather.declare_interest, "mVoice", "None")
    do(purpose.draft, "We move money together.", draft_id="d1")
    ask("d1", "We move money together.")
    do(statement.answer_another_board, "d1", False)
    do(statement.name_stop, "d1", "The monthly report")
    do(purpose.adopt, "d1")
    do(values.propose, "Candour", "We say the hard number first.", "Council", value_id="v1")
    do(values.name_behaviours, "v1", ("say it in the room",), ("brief against it",))
    ask("v1", "We say the hard number first.", Hospital=("reservation", "Only our own figures."))
    do(values.name_cost, "v1", "Council", "pride", "A bad week in the paper")
    do(commitments.commit, "Open one door", "Council", "mCouncil", "2027-03-01", "doors open")
    do(agreement.give_version, "0.4", "ASH-1", "Secretary", "2027-02-01", DAY)
    do(agreement.set_review, "2027-11-23")
    do(agreement.write_statement, "", "Write to answers@ashby.example.")
    for name in workshop.organisations:
        do(agreement.assent, name)
    return workshop


@pytest.fixture
def behave(sound: Workshop) -> Callable[..., None]:
    """Puts other words for what the agreed value makes everybody do."""

    def put(*will: str) -> None:
        sound.values["v1"] = msgspec.structs.replace(sound.values["v1"], will=will)

    return put


@pytest.fixture
def say(workshop: Workshop) -> Callable[..., list[Remark]]:
    """What is said of a paper of the workshop as it stands, the agreement unless another is named.

    It is made on the day after the workshop, or on another.
    """

    def said(
        key: str = "agreement", pages: int | None = None, made: datetime.datetime = MADE
    ) -> list[Remark]:
        found = paper(workshop, key)
        return remarks(workshop, found, found.make(made), pages)

    return said


@pytest.fixture
def heads(say: Callable[..., list[Remark]]) -> Callable[..., list[str]]:
    """What is said in a few words, each with its weight before it."""

    def told(*args: Any, **kwargs: Any) -> list[str]:
        return [f"{each.weight}: {each.what}" for each in say(*args, **kwargs)]

    return told
