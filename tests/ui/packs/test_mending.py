"""A pack that breaks rules which the form cannot show is put right; every word stays."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.guide import (
    DebriefPhase,
    Inject,
    Option,
    RoleNote,
    ScenarioPack,
    faults_of,
    load_guide,
)
from facilitator.guide.scenario import DecisionPoint
from ui.packs.mending import mended

STREET = load_guide().packs["SC3"]
# Few of each, so that they clash, and some that are no ids at all.
IDS = st.sampled_from(["", "A", "B", "a b", "{x}", "Feel", "feel", "Change"])
MINUTES = st.integers(-5, 300)


def rows(each: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(each, max_size=4).map(tuple)


ANY = st.builds(
    ScenarioPack,
    id=IDS, title=st.just("T"), content_note=st.just("N"), situation=st.just("S"),
    facts=st.just(()), stakes=st.just(()), dilemmas=st.just(()),
    values_likely_strained=st.just(()), accountability_limits=st.just(()),
    check_in_before=st.just("B"), check_in_after=st.just("A"),
    roles=rows(st.sampled_from(["Mayor", "mayor", "Nurse"])),
    injects=rows(st.builds(
        Inject, id=IDS, at_min=MINUTES, arrives_as=st.just("Call"), to=st.just("Mayor"),
        text=st.just("News"), when_decided=IDS, option=IDS, unless_decided=IDS,
    )),
    decision_points=rows(st.builds(
        DecisionPoint, id=IDS, at_min=MINUTES, question=st.just("Q"), minutes=MINUTES,
        options=rows(st.builds(Option, id=IDS, title=st.just("O"))),
    )),
    debrief=rows(st.builds(
        DebriefPhase, phase=IDS, minutes=MINUTES, questions=rows(st.just("Why?")),
    )),
    role_notes=rows(st.builds(
        RoleNote, role=st.sampled_from(["Mayor", "NURSE", "Guest"]), brief=st.just("You."),
        kin=rows(st.sampled_from(["a", "b"])),
    )),
)  # fmt: skip


@given(ANY)
def test_whatever_is_wrong_nothing_is_left_that_the_form_cannot_mend(pack: ScenarioPack) -> None:
    assert faults_of(mended(pack, "own-7")) == []


@given(ANY)
def test_no_inject_decision_option_or_question_is_lost(pack: ScenarioPack) -> None:
    found = mended(pack, "own-7")
    assert len(found.injects) == len(pack.injects)
    assert sorted(len(p.options) for p in found.decision_points) == sorted(
        len(p.options) for p in pack.decision_points
    )
    assert sum(len(d.questions) for d in found.debrief) == sum(
        len(d.questions) for d in pack.debrief
    )


def test_a_pack_without_faults_stays_as_it_is() -> None:
    for pack in load_guide().packs.values():
        assert mended(pack, "own-7") == pack


def test_what_waits_for_a_decision_that_is_there_goes_on_waiting() -> None:
    late = replace(STREET, injects=tuple(replace(i, at_min=500) for i in STREET.injects))
    waiting = [i.when_decided for i in mended(late, "own-7").injects]
    assert waiting == [i.when_decided for i in STREET.injects]


def test_words_about_a_role_that_is_not_there_bring_it_back() -> None:
    pack = replace(STREET, roles=STREET.roles[1:])
    assert mended(pack, "own-7").roles == (*STREET.roles[1:], STREET.roles[0])
