import datetime

import msgspec
import pytest

from exports.documents.shelf import papers
from exports.fingerprint import content_of
from exports.readiness import remarks
from exports.readiness.remark import PLACES
from exports.said import said
from facilitator.guide import load_guide
from facilitator.stages import agreement
from facilitator.stages.commitments import commit
from facilitator.stages.rehearsal import casting, debriefing

REPLY = "Write to answers@ashby.example."
MADE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_where_something_is_mended_is_in_the_guide(place) -> None:
    assert load_guide().step(place.stage, place.step).id == place.step


@pytest.mark.parametrize("key", ["agreement", "record"])
def test_an_empty_workshop_is_remarked_on_without_a_stumble(workshop, heads, key) -> None:
    assert "send_back: Attendance is not recorded" in heads(key)


@pytest.mark.parametrize("key", ["agreement", "charter", "statement", "record", "review"])
def test_of_a_sound_workshop_no_paper_comes_back(sound, heads, key) -> None:
    assert [told for told in heads(key) if told.startswith("send_back")] == []


def test_what_sends_it_back_comes_first(sound, do, heads) -> None:
    sound.paper = msgspec.structs.replace(sound.paper, owner="")
    sound.interests.clear()
    sound.values["v1"] = msgspec.structs.replace(sound.values["v1"], costs=())
    weights = [told.partition(":")[0] for told in heads()]
    assert weights == ["send_back", "look", "look"]


def test_a_warning_is_printed_nowhere_and_changes_nothing(workshop, sound, do) -> None:
    sound.paper = msgspec.structs.replace(sound.paper, owner="", review_on="")
    sound.values["v1"] = msgspec.structs.replace(sound.values["v1"], costs=())
    do(commit, "Share", "Council", "everyone", "2027-03-06", "shared")
    do(agreement.write_statement, "It was felt that Ilka Moss-Voice rings 01632 960123.", REPLY)
    for each in papers(sound):
        if each.not_yet:
            continue
        before, kept = content_of(each.make(MADE)), msgspec.json.encode(sound.paper)
        found = remarks(sound, each, each.make(MADE), 9)
        assert content_of(each.make(MADE)) == before
        assert msgspec.json.encode(sound.paper) == kept
        printed = " ".join(said(each.make(MADE)))
        assert not [r for r in found if r.more in printed or r.what in printed]


def test_a_paper_for_one_page_that_runs_to_two_is_looked_at(sound, heads) -> None:
    assert heads("charter", pages=1) == []
    assert heads("charter", pages=2) == ["look: It runs to 2 pages"]
    assert heads("agreement", pages=2) == []


def test_an_agreement_that_few_will_read_is_looked_at(behave, heads) -> None:
    behave(*["word " * 3000] * 3)
    (told,) = heads()
    assert told == "look: It is very long"


def test_a_sign_that_no_font_has_is_named_in_every_paper(behave, say) -> None:
    behave("say 漢字")
    for key in ("agreement", "charter"):
        (remark,) = {each.what: each for each in say(key)}.values()
        assert (remark.what, remark.weight) == ("A sign that cannot be drawn", "look")
        assert "“漢字” in “" in remark.more


def test_the_same_is_never_said_twice(behave, say) -> None:
    behave("say 漢字", "say 漢字")
    found = say("charter")
    assert len(found) == len(set(found))


def test_who_can_be_known_in_a_debrief_is_told(sound, do, say) -> None:
    do(casting.choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")
    do(debriefing.learn_lesson, "R", "Ask Ilka Moss-Voice", "mVoice", "l1")
    known = [each for each in say("debrief:R") if each.what == "Somebody can be known in it"]
    assert {each.place.focus for each in known} == {"R"}
    assert "“Ilka Moss-Voice” in the lesson" in known[-1].more


@pytest.mark.parametrize("key", ["agreement", "charter", "statement"])
def test_whatever_is_reviewed_says_when(sound, heads, key) -> None:
    sound.paper = msgspec.structs.replace(sound.paper, review_on="")
    assert "send_back: It has no review date" in heads(key)


@pytest.mark.parametrize("key", ["agreement", "charter", "statement"])
def test_words_that_resolve_too_soon_are_found_in_every_paper(behave, do, heads, key) -> None:
    behave("we resolved to wait")
    do(agreement.write_statement, "We resolved to wait.", REPLY)
    assert [told for told in heads(key) if "before a meeting has resolved it" in told]


@pytest.mark.parametrize("key", ["agreement", "review"])
def test_promises_are_looked_at_before_the_board_and_at_the_review(sound, do, heads, key) -> None:
    do(commit, "Share", "Council", "everyone", "2027-03-05", "shared")
    assert "send_back: “Share” is owned by “everyone”" in heads(key)


@pytest.mark.parametrize("key", ["agreement", "record"])
def test_attendance_is_looked_at_where_it_is_told(sound, heads, key) -> None:
    sound.stays.clear()
    assert heads(key) == ["send_back: Attendance is not recorded"]


def test_what_is_in_the_public_statement_is_not_asked_of_the_boards_paper(sound, do, heads) -> None:
    do(agreement.write_statement, "Ring 01632 960123. It was felt that we resolved it.")
    assert heads("agreement") == []
