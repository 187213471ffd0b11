"""A workshop that went all the way, made by commands, for the documents to say."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator import attendance, board, rounds, statement
from facilitator.decision import Rule
from facilitator.guide.scenario import (
    DebriefPhase,
    DecisionPoint,
    Inject,
    Option,
    RoleNote,
    ScenarioPack,
)
from facilitator.stages import agreement, commitments, gather, purpose, values
from facilitator.stages.rehearsal import (
    casting,
    changing,
    debriefing,
    deciding,
    feeling,
    injects,
    observing,
)
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


PRIVATE = (
    "heartsore",
    "twosome",
    "the leak is known",
    "we hid it",
    "she turned pale",
    "bit her lip",
)
"""Words of the rehearsal that may stand in no document: see `rehearsed`."""


@pytest.fixture
def pack() -> ScenarioPack:
    """A scenario with news for one part alone and news for everyone."""
    return ScenarioPack(
        id="S",
        title="The long night",
        content_note="A death on a ward",
        situation="The ward is full, and the cameras are outside.",
        facts=("24 beds",),
        roles=("Ward sister", "Reporter"),
        stakes=("A promise",),
        injects=(
            Inject(id="i1", at_min=20, arrives_as="Voicemail", to="Reporter", text=PRIVATE[2]),
            Inject(id="i2", at_min=30, arrives_as="Screenshot", to="Everyone", text="It is out."),
            Inject(id="i3", at_min=90, arrives_as="Letter", to="Everyone", text="Too late for us."),
        ),
        decision_points=(
            DecisionPoint(
                id="d1",
                at_min=40,
                question="Do we close it?",
                options=(Option(id="a", title="Close it now", note="Say why"),),
            ),
            DecisionPoint(id="d2", at_min=60, question="Who speaks?"),
        ),
        dilemmas=("Us or them?",),
        values_likely_strained=("v1",),
        accountability_limits=("The trust decides on beds",),
        check_in_before="How?",
        check_in_after="And now?",
        debrief=(DebriefPhase(phase="Feel", minutes=5, questions=("What did you hide?",)),),
        role_notes=(RoleNote(role="Ward sister", brief="You have run this ward for ten years."),),
    )


@pytest.fixture
def rehearsed(agreed: Workshop, do: Do, pack: ScenarioPack) -> Workshop:
    """A rehearsal "R" played to the end, with something private of every kind in it."""
    for name in ("Council", "Hospital", "Voice"):
        for n in range(2):
            do(
                gather.join_member,
                name,
                f"Officer {n} at {name}",
                f"Ilka{n} {name}x",
                member_id=name + str(n),
            )
    do(casting.choose_scenario, pack, rehearsal_id="R")
    do(casting.give_role, "R", "Ward sister", "Council0")
    do(casting.name_observers, "R", ("Voice0",))
    do(casting.ask_observer, "R", "Voice0", "Who is heard last?")
    words = ("calm", "calm", "Calm", "twosome", "twosome", "heartsore")
    people = [m for m in agreed.members if m[-1] in "01"]
    for member, word in zip(people, words, strict=True):
        do(feeling.check_in, "R", "before", member, word, 3 if word != "heartsore" else 5)
    do(feeling.give_slip, "R", "after", "heartsore", 4)
    for inject, minute in (("i1", 21), ("i2", 31)):
        do(injects.play_inject, "R", inject, minute)
        answered = PRIVATE[3] if inject == "i1" else "We answered with one voice."
        do(injects.answer_inject, "R", inject, answered)
    do(observing.take_note, "R", 1300, PRIVATE[4])
    do(observing.mark_value, "R", "v1", 33, "bent", PRIVATE[5])
    put = do(deciding.put_decision, "R", "d1", 41, "", "It is safer.", "a", decision_id="P").id
    opened = do(deciding.open_decision_round, "R", put).id
    for name, words in (("Council", ""), ("Hospital", "Not on a Friday."), ("Voice", "")):
        do(rounds.take_position, opened, name, "reservation" if words else "agree", words)
    do(rounds.lock_round, opened, "2026-11-23T11:00")
    do(deciding.name_speaker, "R", "P", "Hospital1")
    do(debriefing.answer_debrief, "R", "What did you hide?", "That I was glad.")
    do(debriefing.judge_strain, "R", "v1", "broke", "When the phone rang", 35)
    do(debriefing.learn_lesson, "R", "Ring round first", "Voice1", "l1")
    do(
        changing.propose_change,
        "R",
        "v1",
        "ring round first",
        "Voice1",
        "2027-03-01",
        "c1",
        how="will",
    )
    return agreed
