"""A workshop that went all the way, made by commands, for the documents to say."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator import attendance, board, rounds, statement
from facilitator.decision import Rule
from facilitator.stages import agreement, commitments, gather, purpose, values
from facilitator.workshop import Workshop

Do = Callable[..., Any]


@pytest.fixture
def workshop() -> Workshop:
    """An empty workshop."""
    return Workshop()


@pytest.fixture
def do(workshop: Workshop) -> Do:
    """Runs a command and applies its event; gives the event."""

    def run(command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        event = command(workshop, *args, **kwargs)
        event.apply(workshop)
        return event

    return run


@pytest.fixture
def agreed(workshop: Workshop, do: Do) -> Workshop:
    """Three organisations, an adopted purpose, one agreed value with a reservation, one parked."""
    do(gather.name_workshop, "Shared values", "Ashby Board", "Ashby", "2026-11-23", ("gather",))
    for name, org_class in (("Council", "council"), ("Hospital", "nhs"), ("Voice", "vcs")):
        do(gather.join_organisation, name, org_class=org_class, organisation_id=name)
        do(gather.join_member, name, f"Head of {name}", member_id=f"m{name}")
        do(attendance.arrive, f"m{name}", "2026-11-23T09:00")
    do(gather.choose_rule, Rule(least_voting=2))
    theme = do(board.name_theme, "One purse").id
    do(board.capture, "A secret kept by nobody", "purpose", "only-us", theme=theme)
    do(board.capture, "Share the numbers", "purpose", "only-us", member="mVoice", theme=theme)
    do(purpose.draft, "We move money together.", draft_id="d1")
    _round(do, "d1", "We move money together.", {})
    do(statement.answer_another_board, "d1", False)
    do(statement.name_stop, "d1", "The monthly report")
    do(purpose.adopt, "d1")
    do(values.propose, "Candour", "We say the hard number first.", "Council", value_id="v1")
    do(values.name_behaviours, "v1", ("say it in the room",), ("brief against it",))
    _round(do, "v1", "We say the hard number first.", {"Hospital": "Only for our own figures."})
    do(values.propose, "Speed", value_id="v2")
    do(values.park_value, "v2", "mVoice", "How fast?", "2027-01-10")
    do(commitments.commit, "Open one door", "Council", "mCouncil", "2027-03-01", "doors open")
    do(agreement.give_version, "0.4", "ASH-1", "Secretary", "2027-02-01")
    do(agreement.set_review, "2027-11-23")
    return workshop


def _round(do: Do, subject: str, wording: str, reservations: dict[str, str]) -> None:
    opened = do(rounds.open_round, subject, wording).id
    for name in ("Council", "Hospital", "Voice"):
        words = reservations.get(name, "")
        code = "reservation" if words else "agree"
        do(rounds.take_position, opened, name, code, words)
    do(rounds.lock_round, opened, "2026-11-23T10:00")
