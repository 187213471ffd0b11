import pytest

from exports.readiness.private import is_nhs_number
from facilitator.stages import agreement, gather, values
from facilitator.stages.commitments import commit

REPLY = "Write to answers@ashby.example."
PLAIN = "We share one purse. We open one door. "


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Write to jo.moss@ashby.example now.", "An e-mail address"),
        ("Ring 01632 960 123.", "A telephone number"),
        ("Ring +44 7700 900123.", "A telephone number"),
        ("Ring (020) 7946 0018.", "A telephone number"),
        ("She lives in AB12 3DE.", "A postcode"),
        ("Her number is 943 476 5919.", "An NHS number"),
    ],
)
def test_by_what_a_person_can_be_found_sends_a_public_paper_back(
    sound, do, heads, words, what
) -> None:
    do(agreement.write_statement, PLAIN + words, REPLY)
    assert heads("statement") == [f"send_back: {what} in a public paper"]


@pytest.mark.parametrize(
    "words",
    [
        "We put in £1,234,567,890 by 2027.",
        "We looked at 943 476 5918 forms.",
        "On 23.11.2026 at 10:00 we met in room A12.",
        "Section 75 of the NHS Act 2006 lets us.",
        "Open on 0800 to 1800.",
    ],
)
def test_other_numbers_are_no_persons(sound, do, heads, words) -> None:
    do(agreement.write_statement, PLAIN + words, REPLY)
    assert heads("statement") == []


@pytest.mark.parametrize(
    ("name", "weight"),
    [("Ilka Moss-Voice", "send_back"), ("ilka moss-voice", "send_back"), ("Ilka", "look")],
)
def test_a_members_name_has_no_place_in_a_public_paper(sound, do, say, name, weight) -> None:
    do(agreement.write_statement, f"{PLAIN}We thank {name} for it.", REPLY)
    known = [each for each in say("statement") if each.what == "A name in a public paper"]
    assert weight in {each.weight for each in known}
    assert all(f"“{name}”" in each.more or "“Ilka”" in each.more for each in known)
    assert known[0].place is None


def test_how_to_answer_may_be_an_address_but_names_nobody(sound, do, heads) -> None:
    do(agreement.write_statement, PLAIN, "Write to answers@ashby.example, AB12 3DE.")
    assert heads("statement") == []
    do(agreement.write_statement, PLAIN, "Write to Ilka Moss-Voice, answers@ashby.example.")
    assert "send_back: A name in a public paper" in heads("statement")


def test_it_is_mended_where_it_was_written(behave, say) -> None:
    behave("ring Ilka Moss-Voice")
    (remark,) = {each.place: each for each in say("charter")}.values()
    assert (remark.place.stage, remark.place.step, remark.place.focus) == (
        "values",
        "behaviours",
        "v1",
    )


def test_a_name_among_the_costs_is_mended_there(sound, do, say) -> None:
    do(values.name_cost, "v1", "Council", "pride", "A call to jo@ashby.example")
    (remark,) = say("statement")
    assert (remark.place.step, remark.place.focus) == ("price-check", "v1")


def test_a_boards_own_paper_may_name_its_members(sound, do, heads) -> None:
    do(commit, "Ring Ilka on 01632 960123", "Council", "mVoice", "2027-03-01", "rung")
    assert heads("agreement") == []


def test_the_check_figure_tells_an_nhs_number() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5910")
    assert not is_nhs_number("123")


def test_a_word_of_a_name_within_one_of_our_own_names_is_no_hint(sound, do, heads) -> None:
    do(gather.join_member, "Voice", "Chair", "Grace Church", member_id="mGrace")
    do(gather.join_organisation, "Church Street Trust", "Church Street", organisation_id="T")
    do(agreement.write_statement, f"{PLAIN}Church Street lets us in.", REPLY)
    assert heads("statement") == []
    do(agreement.write_statement, f"{PLAIN}Church lets us in.", REPLY)
    assert heads("statement") == ["look: A name in a public paper"]
