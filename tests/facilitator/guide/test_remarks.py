"""What a pack could do without but plays better with: each remark, and when it is not made."""

from typing import Any

import pytest
from msgspec.structs import replace

from facilitator.guide import Inject, Option, RoleNote, ScenarioPack, load_guide, remarks
from facilitator.guide.scenario import DecisionPoint

PLAY = range(25, 68)


@pytest.fixture(scope="module")
def whole() -> ScenarioPack:
    """A pack about which nothing is remarked."""
    return load_guide().packs["SC6"]


def said(pack: ScenarioPack, **changes: Any) -> list[str]:
    return [each.what for each in remarks(replace(pack, **changes), PLAY)]


def inject(**fields: Any) -> Inject:
    plain = {"id": "X", "at_min": 40, "arrives_as": "Call", "to": "Everyone", "text": "News"}
    return Inject(**(plain | fields))


def test_nothing_is_remarked_on_a_pack_that_has_everything(whole: ScenarioPack) -> None:
    assert said(whole) == []


def test_a_pack_without_stakes_is_remarked_on(whole: ScenarioPack) -> None:
    assert said(whole, stakes=()) == ["Nothing is at stake yet: say what can be lost."]


def test_a_situation_that_the_wall_does_not_hold_well_is_remarked_on(whole: ScenarioPack) -> None:
    found = remarks(replace(whole, situation="so " * 121), PLAY)
    what = "The situation has 121 words; about 120 are read well from the wall."
    assert found == ((("situation",), what),)
    assert said(whole, situation="so " * 120) == []


def test_observers_without_tasks_are_remarked_on(whole: ScenarioPack) -> None:
    assert said(whole, observer_tasks=()) == ["Observers have no tasks: say what to look out for."]


def test_a_pack_without_roles_is_remarked_on(whole: ScenarioPack) -> None:
    assert "There are no roles yet." in said(whole, roles=(), role_notes=())


def test_roles_without_a_brief_are_named_in_one_sentence(whole: ScenarioPack) -> None:
    bare = tuple(n for n in whole.role_notes if n.role not in ("GP lead", "Board chair"))
    kin = (RoleNote(role="GP lead", kin=("gp",)), RoleNote(role="Board chair", kin=("board",)))
    assert said(whole, role_notes=(*bare, *kin)) == [
        "“GP lead” and “Board chair” have no brief for the card."
    ]


def test_a_role_that_nothing_touches_is_named(whole: ScenarioPack) -> None:
    notes = (*whole.role_notes, RoleNote(role="Harbour pilot", brief="You wait."))
    found = said(whole, roles=(*whole.roles, "Harbour pilot"), role_notes=notes)
    assert found == ["No inject and no question touches “Harbour pilot”."]


def test_a_word_of_the_role_s_kin_touches_it_too(whole: ScenarioPack) -> None:
    notes = (*whole.role_notes, RoleNote(role="Harbour pilot", brief="You wait.", kin=("graph",)))
    assert said(whole, roles=(*whole.roles, "Harbour pilot"), role_notes=notes) == []


def test_fewer_than_two_injects_are_remarked_on(whole: ScenarioPack) -> None:
    one = said(whole, injects=whole.injects[:1])
    assert "Two injects or more keep a story moving." in one
    assert "Two injects or more keep a story moving." not in said(whole, injects=whole.injects[:2])


def test_a_pack_without_decisions_is_remarked_on(whole: ScenarioPack) -> None:
    assert "Nothing has to be decided yet." in said(whole, decision_points=())


def test_a_decision_without_options_is_remarked_on(whole: ScenarioPack) -> None:
    bare = replace(whole.decision_points[1], options=())
    found = remarks(replace(whole, decision_points=(whole.decision_points[0], bare)), PLAY)
    assert (("decision_points", 1, "options"), "Decision 2 offers no options.") in found


def test_an_inject_to_somebody_who_is_no_role_is_remarked_on(whole: ScenarioPack) -> None:
    injects = (*whole.injects, inject(at_min=60, to="Mayor", title="A call"))
    found = remarks(replace(whole, injects=injects), PLAY)
    what = "Inject 4 (“A call”) goes to “Mayor”, which is not a role here: say who hears it."
    assert found == ((("injects", 3, "to"), what),)


@pytest.mark.parametrize(("minute", "end"), [(3, "play begins at 25."), (70, "play ends at 68.")])
def test_what_comes_outside_the_play_is_remarked_on(
    whole: ScenarioPack, minute: int, end: str
) -> None:
    found = said(whole, injects=(*whole.injects, inject(at_min=minute)))
    assert found == [f"Inject 4 comes at minute {minute}; {end}"]


def test_a_decision_outside_the_play_is_remarked_on(whole: ScenarioPack) -> None:
    late = DecisionPoint(id="D", at_min=90, question="Q?", options=(Option(id="a", title="A"),))
    found = said(whole, decision_points=(*whole.decision_points, late))
    assert found == ["Decision 3 comes at minute 90; play ends at 68."]


def test_nothing_is_said_of_minutes_when_the_play_is_not_known(whole: ScenarioPack) -> None:
    assert remarks(replace(whole, injects=(*whole.injects, inject(at_min=90)))) == ()


def test_what_comes_without_a_decision_comes_after_it_was_asked_for(whole: ScenarioPack) -> None:
    early = inject(at_min=40, unless_decided="SC6-D1")
    late = inject(at_min=60, unless_decided="SC6-D1")
    what = "Inject 4 comes before the group has been asked to decide."
    assert said(whole, injects=(*whole.injects, early)) == [what]
    assert said(whole, injects=(*whole.injects, late)) == []


def test_each_phase_of_the_debrief_that_asks_nothing_is_remarked_on(whole: ScenarioPack) -> None:
    feel, retrace, strain, change = whole.debrief
    debrief = (feel, replace(strain, questions=()), change)
    assert retrace.questions
    assert said(whole, debrief=debrief) == [
        "The debrief has no questions to retrace.",
        "The debrief has no questions to strain.",
    ]
