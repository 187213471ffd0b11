import datetime

import msgspec
import pytest

from exports.blocks import Document, Paragraph
from exports.readiness.decided import kept_words
from facilitator import rounds, statement
from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.guide import load_guide
from facilitator.stages import gather, purpose, values
from facilitator.stages.rehearsal import casting, changing

MADE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


def _words(remarks) -> list[str]:
    return [f"{each.weight}: {each.what} {each.more}" for each in remarks]


def _away(sound, do) -> str:
    """Voice is not here when “Speed” is agreed; the round."""
    do(values.propose, "Speed", "Fast.", value_id="v2")
    opened = do(rounds.open_round, "v2", "Fast.").id
    for name, code in (("Council", "agree"), ("Hospital", "agree"), ("Voice", "absent")):
        do(rounds.take_position, opened, name, code)
    do(rounds.lock_round, opened, "2026-11-23T11:00")
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    return str(opened)


def test_a_round_that_is_open_has_no_result(sound, do, say) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    do(rounds.open_round, "v2", "Fast.")
    (remark,) = say()
    assert (remark.what, remark.weight) == ("A round is still open", "send_back")
    assert remark.place.focus == "v2"


def test_an_open_round_on_what_was_put_aside_is_nothing_to_say(sound, do, say) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    do(rounds.open_round, "v2", "Fast.")
    do(values.park_value, "v2", "mVoice", "How fast?", "2027-01-10")
    assert say() == []


def test_an_objection_that_nobody_resolved_is_named(sound, do, ask, say) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    ask("v2", "Fast.", Hospital=("object", "People fall."))
    assert _words(say()) == [
        "look: “Speed” is not agreed Hospital objects. It stands in the paper as undecided."
    ]


def test_a_value_that_was_never_taken_is_named(sound, do, heads) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    assert heads() == ["look: “Speed” was not taken"]


def test_a_value_that_was_reopened_is_named(sound, do, heads) -> None:
    do(values.reopen_value, "v1", "The hospital has new figures")
    assert heads() == ["look: “Candour” is open again"]


def test_a_late_objection_opens_what_was_agreed_and_sends_it_back(sound, do, say) -> None:
    opened = _away(sound, do)
    assert say() == []
    do(take_late_position, opened, "Voice", "object", "2026-11-24", "People fall.", "harm")
    assert _words(say()) == [
        "send_back: “Speed” is open again Voice objects, after the round was locked."
    ]


def test_an_objection_without_a_vote_wants_an_answer(sound, do, ask, say) -> None:
    do(gather.join_organisation, "Voice", voting=False, organisation_id="Voice")
    do(values.propose, "Speed", "Fast.", value_id="v2")
    ask("v2", "Fast.", Voice=("object", "People fall."))
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    assert _words(say()) == [
        "look: An objection or a question is unanswered Voice objects on “Speed”. It does not "
        "block, and wants an answer in the record."
    ]


def test_a_result_that_waits_for_a_mandate_is_provisional(sound, do, ask, say) -> None:
    do(gather.join_member, "Voice", "Deputy", authority=False, member_id="mVoice")
    do(values.propose, "Speed", "Fast.", value_id="v2")
    opened = ask("v2", "Fast.")
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    (remark,) = say()
    assert (remark.what, remark.weight) == ("A result is provisional", "look")
    assert "Until Voice confirms what was said on “Speed”" in remark.more
    do(confirm_mandate, opened, "Voice", "2026-11-24")
    assert say() == []


def test_a_value_without_a_cost_was_not_tested(sound, do, say) -> None:
    sound.values["v1"] = msgspec.structs.replace(sound.values["v1"], costs=())
    (remark,) = say()
    assert (remark.what, remark.place.focus) == ("“Candour” has no named cost", "v1")
    do(values.find_untested, "v1")
    assert say() == []


def test_without_a_purpose_it_is_not_said_what_for(sound, heads) -> None:
    del sound.drafts[purpose.adopted(sound).id]
    assert heads() == ["look: No purpose is adopted"]


def test_a_day_on_values_alone_needs_no_purpose(sound, heads) -> None:
    sound.drafts.clear()
    sound.about = msgspec.structs.replace(sound.about, stages=("gather", "values"))
    assert heads() == []


@pytest.mark.parametrize(
    ("code", "kind"), [("reservation", "reservation"), ("stand_aside", "stand-aside")]
)
def test_a_reservation_that_is_not_told_word_for_word_sends_it_back(
    sound, do, ask, say, code, kind
) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    ask("v2", "Fast.", Voice=(code, "Not on  a Friday, and never\nat night."))
    softened = Document("", (Paragraph("Only our own figures. Not on a Friday."),), MADE)
    (remark,) = kept_words(sound, softened)
    assert (remark.what, remark.weight) == (f"A {kind} is not told in full", "send_back")
    assert remark.place.focus == "v2"
    whole = "Only our own figures. Not on a Friday, and never at night."
    assert not list(kept_words(sound, Document("", (Paragraph(whole),), MADE)))


def test_a_reservation_without_words_sends_it_back(sound, heads) -> None:
    found = rounds.latest_round(sound, "v1")
    empty = msgspec.structs.replace(found.positions["Hospital"], text=" ")
    rounds.change_round(sound, found.id, positions={**found.positions, "Hospital": empty})
    for key in ("agreement", "charter"):
        assert heads(key) == ["send_back: A reservation without words"]


def test_the_papers_themselves_tell_every_reservation_in_full(sound, do, ask, heads) -> None:
    do(values.propose, "Speed", "Fast.", value_id="v2")
    words = "Not *on* <b>a</b> Friday “ever”,\nnot even & once."
    ask("v2", "Fast.", Voice=("reservation", words), Hospital=("stand_aside", words))
    do(values.name_cost, "v2", "Council", "time", "A Friday")
    assert heads("agreement") == heads("charter") == []


def test_a_change_that_a_rehearsal_left_open_is_named(sound, do, say, heads) -> None:
    do(casting.choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    do(changing.propose_change, "R", "v1", "ring round first", change_id="c1", how="will")
    (remark,) = say()
    assert (remark.what, remark.place.step, remark.place.focus) == (
        "A change is not settled",
        "change",
        "R",
    )
    assert heads("debrief:R") == ["look: A change is not settled"]
    do(changing.accept_change, "R", "c1")
    assert not [each for each in say() if each.what == "A change is not settled"]


def test_the_purpose_is_provisional_too(sound, do, ask, say) -> None:
    do(gather.join_member, "Voice", "Deputy", authority=False, member_id="mVoice")
    do(purpose.draft, "We move all money together.", "d1", draft_id="d2")
    ask("d2", "We move all money together.")
    do(statement.answer_another_board, "d2", False)
    do(statement.name_stop, "d2", "The weekly report")
    do(purpose.adopt, "d2")
    (remark,) = say()
    assert (remark.what, remark.place.step, remark.place.focus) == (
        "A result is provisional",
        "positions",
        "d2",
    )


@pytest.mark.parametrize("stages", [("gather", "purpose"), ()])
def test_a_purpose_that_was_to_be_found_and_was_not_is_missed(sound, heads, stages) -> None:
    sound.drafts.clear()
    sound.about = msgspec.structs.replace(sound.about, stages=stages)
    assert heads() == ["look: No purpose is adopted"]


def test_drafts_that_were_not_adopted_are_missed_whatever_was_planned(sound, heads) -> None:
    sound.about = msgspec.structs.replace(sound.about, stages=("gather", "values"))
    sound.drafts["d1"] = msgspec.structs.replace(sound.drafts["d1"], verdict="")
    assert heads() == ["look: No purpose is adopted"]
