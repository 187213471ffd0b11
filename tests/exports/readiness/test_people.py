import msgspec
import pytest

from facilitator import attendance, rounds, statement
from facilitator.afterwards import take_late_position
from facilitator.decision import Rule
from facilitator.stages import gather, purpose, values

DAY = "2026-11-23"


def test_without_attendance_the_paper_comes_back(sound, heads) -> None:
    sound.stays.clear()
    assert heads() == ["send_back: Attendance is not recorded"]


def test_somebody_whose_capacity_is_not_said_is_named(sound, say) -> None:
    sound.members["mVoice"] = msgspec.structs.replace(sound.members["mVoice"], role="")
    (remark,) = say()
    assert (remark.what, remark.weight) == ("Attendance without capacity", "send_back")
    assert "Ilka Moss-Voice" in remark.more


def test_of_a_substitute_it_is_asked_for_whom(sound, do, heads) -> None:
    do(gather.join_member, "Voice", "Deputy", "Al", substitute=True, member_id="mVoice")
    assert heads() == ["look: A substitute for whom?"]
    do(gather.join_member, "Voice", "Deputy", "Al", True, member_id="mVoice", instead_of="Bo")
    assert heads() == []


def test_without_a_declaration_of_interests_somebody_should_look(sound, heads) -> None:
    sound.interests.clear()
    assert heads() == ["look: No declaration of interests"]


def test_a_quorum_of_one_is_no_quorum(sound, do, heads) -> None:
    do(gather.choose_rule, Rule(least_voting=1))
    assert heads() == ["look: No quorum was chosen"]
    do(gather.choose_rule, Rule(least_voting=1, classes=("nhs",)))
    assert heads() == []


def test_a_decision_on_a_day_without_attendance_cannot_be_shown_to_be_quorate(
    sound, do, ask, say
) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    ask("v2", "Fast.", "2026-12-02T10:00")
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    (remark,) = say()
    assert (remark.what, remark.weight) == ("Quorum cannot be shown", "send_back")
    assert "2 December 2026" in remark.more


def test_a_round_that_was_not_quorate_is_told(sound, do, heads) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    for name in ("Hospital", "Voice"):
        do(attendance.leave, f"m{name}", f"{DAY}T10:30")
    opened = do(rounds.open_round, "v2", "Fast.").id
    do(rounds.take_position, opened, "Council", "agree")
    do(rounds.lock_round, opened, f"{DAY}T11:00")
    assert "look: Not quorate when it was locked" in heads()


@pytest.fixture
def left(sound, do) -> str:
    """Voice leaves at half past ten, and at eleven a round is locked without it."""
    do(values.propose, "Speed", "Fast.", value_id="v2")
    do(attendance.leave, "mVoice", f"{DAY}T10:30")
    opened = do(rounds.open_round, "v2", "Fast.").id
    for name in ("Council", "Hospital"):
        do(rounds.take_position, opened, name, "agree")
    do(rounds.lock_round, opened, f"{DAY}T11:00")
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    return str(opened)


def test_who_left_before_a_round_was_locked_is_told_by_the_minute(left, say) -> None:
    (remark,) = say()
    assert (remark.what, remark.weight) == ("Voice had left", "look")
    assert remark.more == (
        "Voice left at 10:30; “Speed” was locked at 11:00. It counts as absent there."
    )
    assert (remark.place.stage, remark.place.step) == ("gather", "who-is-here")


def test_who_left_and_was_heard_late_is_not_missed(left, do, say) -> None:
    do(take_late_position, left, "Voice", "agree", "2026-11-24")
    assert say() == []


def _agree_without_voice(do, subject: str, on: str, at: str) -> None:
    opened = do(rounds.open_round, subject, on).id
    for name in ("Council", "Hospital"):
        do(rounds.take_position, opened, name, "agree")
    do(rounds.lock_round, opened, at)


def test_who_left_the_day_before_did_not_leave_this_round(sound, do, heads) -> None:
    do(attendance.leave, "mVoice", f"{DAY}T10:30")
    for name in ("Council", "Hospital"):
        do(attendance.arrive, f"m{name}", "2026-11-24T09:00")
    do(values.propose, "Speed", "Fast.", value_id="v2")
    _agree_without_voice(do, "v2", "Fast.", "2026-11-24T10:00")
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    assert heads() == []


def test_who_leaves_in_the_minute_of_the_lock_is_told_and_the_purpose_by_its_draft(
    sound, do, say
) -> None:
    do(attendance.leave, "mVoice", f"{DAY}T10:30")
    do(purpose.draft, "We move all money together.", "d1", draft_id="d2")
    _agree_without_voice(do, "d2", "We move all money together.", f"{DAY}T10:30")
    do(statement.answer_another_board, "d2", False)
    do(statement.name_stop, "d2", "The weekly report")
    do(purpose.adopt, "d2")
    (remark,) = say()
    assert remark.more.startswith("Voice left at 10:30; the purpose v2 was locked at 10:30.")
