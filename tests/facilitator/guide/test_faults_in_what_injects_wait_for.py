"""Faults in what injects wait for, in options, roles and phases: what is said, on which line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.guide import GuideProblem, faults_of, load_guide, load_pack, read_unchecked

Plant = Callable[[str, str, str], list[str]]
LineOf = Callable[..., int]

STREET = "scenarios/not-on-our-street.toml"
WARD_9 = "scenarios/ward-9.toml"
WAITS = 'when_decided = "SC3-D1"\noption = "sign"'


def test_a_decision_that_is_not_there_is_a_fault_of_its_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(STREET, 'when_decided = "SC3-D1"')
    assert faulty(STREET, WAITS, 'when_decided = "SC3-D7"') == [
        f"not-on-our-street.toml, line {line}: there is no decision point with the id "
        '"SC3-D7"; did you mean "SC3-D2"?'
    ]


def test_what_comes_without_a_decision_names_one_that_is_there(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(STREET, 'when_decided = "SC3-D1"')
    assert faulty(STREET, WAITS, 'unless_decided = "first"') == [
        f'not-on-our-street.toml, line {line}: there is no decision point with the id "first".'
    ]


def test_an_inject_cannot_wait_for_a_decision_and_for_its_absence(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(STREET, 'when_decided = "SC3-D1"')
    both = 'when_decided = "SC3-D1"\nunless_decided = "SC3-D1"'
    assert faulty(STREET, WAITS, both) == [
        f"not-on-our-street.toml, line {line + 1}: an inject waits for a decision or for its "
        "absence: keep when_decided or this."
    ]


def test_an_option_that_the_decision_does_not_offer_is_a_fault_of_its_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(STREET, 'option = "sign"')
    assert faulty(STREET, 'option = "sign"', 'option = "sing"') == [
        f'not-on-our-street.toml, line {line}: the decision "SC3-D1" has no option "sing"; '
        'did you mean "sign"?'
    ]


def test_an_option_without_its_decision_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(STREET, 'when_decided = "SC3-D1"')
    assert faulty(STREET, WAITS, 'option = "sign"') == [
        f"not-on-our-street.toml, line {line}: option needs when_decided: "
        "the decision it is one of."
    ]


def test_two_options_of_one_decision_have_ids_of_their_own(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'id = "step-by-step"')
    assert faulty(WARD_9, 'id = "step-by-step"', 'id = "staff-first"') == [
        f'ward-9.toml, line {line}: the id "staff-first" is used twice in this file.'
    ]


def test_two_decisions_may_have_options_of_the_same_id(own: Path) -> None:
    path = own / WARD_9
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "one-voice"', 'id = "not-yet"'), encoding="utf-8")
    assert load_pack(path).decision_points[1].options[0].id == "not-yet"


def test_an_option_s_id_with_a_space_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'id = "step-by-step"')
    assert faulty(WARD_9, 'id = "step-by-step"', 'id = "step by step"') == [
        f'ward-9.toml, line {line}: the id "step by step" must be letters, digits and hyphens, '
        'such as "hold".'
    ]


def test_a_decision_of_no_minutes_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'question = "Do we back')
    question = 'question = "Do we back the closure, and on what condition?"'
    assert faulty(WARD_9, question, f"{question}\nminutes = 0") == [
        f"ward-9.toml, line {line + 1}: minutes must be 1 or more (it says 0)."
    ]


def test_a_note_on_a_role_that_is_not_there_is_a_fault_of_its_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(WARD_9, 'role = "Ward sister"')
    assert faulty(WARD_9, 'role = "Ward sister"', 'role = "Ward sisters"') == [
        f'ward-9.toml, line {line}: the pack has no role called "Ward sisters"; '
        'did you mean "Ward sister"?'
    ]


def test_two_notes_on_one_role_are_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'role = "Local reporter"')
    assert faulty(WARD_9, 'role = "Local reporter"', 'role = "Ward sister"') == [
        f'ward-9.toml, line {line}: there are two notes on the role "Ward sister".'
    ]


def test_a_role_that_is_there_twice_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, '    "Local reporter",')
    assert faulty(WARD_9, '    "Local reporter",', '    "ward SISTER",')[0] == (
        f'ward-9.toml, line {line}: the role "ward SISTER" is there twice.'
    )


def test_a_phase_of_another_name_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'phase = "Feel"')
    assert faulty(WARD_9, 'phase = "Feel"', 'phase = "Feelings"') == [
        f'ward-9.toml, line {line}: a debrief has no phase called "Feelings"; did you mean '
        '"Feel"? It has Feel, Retrace, Strain and Change.'
    ]


def test_a_phase_that_is_there_twice_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'phase = "Retrace"')
    assert faulty(WARD_9, 'phase = "Retrace"', 'phase = "feel"') == [
        f'ward-9.toml, line {line}: the phase "feel" is there twice.'
    ]


def test_an_inject_to_somebody_who_is_no_role_is_taken(own: Path) -> None:
    assert load_pack(own / WARD_9).injects[1].to == "GP lead"


@pytest.mark.parametrize("number", range(1, 7))
def test_what_was_loaded_has_no_faults(number: int) -> None:
    assert faults_of(load_guide().packs[f"SC{number}"]) == []


def test_what_cannot_be_used_is_read_as_far_as_it_can(own: Path) -> None:
    path = own / WARD_9
    text = path.read_text(encoding="utf-8")
    text = text.replace("at_min = 28", 'at_min = "28"').replace('to = "GP lead"\n', "")
    path.write_text(text.replace('title = "Ward 9"\n', "mood = 3\n"), encoding="utf-8")
    with pytest.raises(GuideProblem):
        load_pack(path)
    pack = read_unchecked(path)
    assert (pack.title, pack.injects[0].at_min, pack.injects[1].to) == ("", 28, "")
    assert pack.debrief == load_guide().packs["SC1"].debrief


def test_what_is_no_toml_cannot_be_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("id = ", encoding="utf-8")
    with pytest.raises(GuideProblem, match=r"^mine\.toml, line 1: this is not written as TOML"):
        read_unchecked(path)
