"""Every fault in a journey or a scenario pack, planted in a copy: what is said, on which line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.guide import GuideProblem, load_guide, load_pack

Plant = Callable[[str, str, str], list[str]]
LineOf = Callable[..., int]

FULL = "templates/full-journey.journey.toml"
WARD_9 = "scenarios/ward-9.toml"


def test_a_journey_that_names_a_missing_stage_is_a_fault_of_that_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(FULL, "stages = [")
    said = faulty(FULL, '"values", ', '\n    "vaules",\n    ')
    assert said == [
        f'full-journey.journey.toml, line {line + 1}: there is no stage called "vaules"; '
        'did you mean "values"? The app has gather, purpose, values, rehearsal, commitments and '
        "agreement."
    ]


def test_a_journey_s_id_with_a_space_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(FULL, 'id = "full-journey"')
    assert faulty(FULL, 'id = "full-journey"', 'id = "full journey"') == [
        f'full-journey.journey.toml, line {line}: the id "full journey" must be small letters, '
        'digits and hyphens, such as "full-journey".'
    ]


def test_a_pack_s_id_with_a_space_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'id = "SC1"')
    assert faulty(WARD_9, 'id = "SC1"', 'id = "SC 1"') == [
        f'ward-9.toml, line {line}: the id "SC 1" must be letters, digits and hyphens, '
        'such as "SC1-I2".'
    ]


def test_a_journey_with_a_stage_twice_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(FULL, "stages = [")
    assert faulty(FULL, '"values", ', '"purpose", ') == [
        f'full-journey.journey.toml, line {line}: the stage "purpose" is in this journey twice.'
    ]


def test_a_journey_whose_stages_are_no_list_is_refused(own: Path) -> None:
    path = own / "templates" / "mine.journey.toml"
    path.write_text('id = "mine"\ntitle = "M"\nsummary = "S"\nlength = "L"\nstages = "values"\n')
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == (
        "mine.journey.toml, line 5: stages must be a list of texts in square brackets "
        '(it says "values").'
    )


def test_a_journey_of_no_stages_is_refused(own: Path) -> None:
    path = own / "templates" / "mine.journey.toml"
    path.write_text('id = "mine"\ntitle = "M"\nsummary = "S"\nlength = "L"\nstages = []\n')
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == (
        "mine.journey.toml, line 5: stages is an empty list; at least one is needed."
    )


def test_a_journey_in_a_file_named_like_a_stage_is_explained(own: Path) -> None:
    own_journey = own / "templates" / "purpose.journey.toml"
    own_journey.rename(own / "templates" / "mine.toml")
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert (
        "mine.toml, line 1: this is a journey; its file's name must end in .journey.toml."
        in str(caught.value)
    )


def test_injects_out_of_order_are_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, "at_min = 41")
    assert faulty(WARD_9, "at_min = 41", "at_min = 14") == [
        f"ward-9.toml, line {line}: an inject at minute 14 stands after one at minute 28; "
        "put them in the order in which they happen."
    ]


def test_decision_points_out_of_order_are_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, "at_min = 64")
    assert faulty(WARD_9, "at_min = 64", "at_min = 30") == [
        f"ward-9.toml, line {line}: a decision point at minute 30 stands after one at minute 48; "
        "put them in the order in which they happen."
    ]


@pytest.mark.parametrize("minute", [120, 200, -1])
def test_an_inject_beyond_the_stage_is_refused_and_blames_no_other(
    faulty: Plant, line_of: LineOf, minute: int
) -> None:
    line = line_of(WARD_9, "at_min = 41")
    assert faulty(WARD_9, "at_min = 41", f"at_min = {minute}") == [
        f"ward-9.toml, line {line}: at_min must lie within the stage, from 0 to 119 "
        f"(it says {minute})."
    ]


def test_an_inject_with_the_id_of_a_decision_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, 'id = "SC1-D1"')
    assert faulty(WARD_9, 'id = "SC1-D1"', 'id = "SC1-I1"') == [
        f'ward-9.toml, line {line}: the id "SC1-I1" is used twice in this file.'
    ]


def test_one_element_of_a_list_is_a_fault_of_its_own_line(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, '"24 beds, 91% full"')
    assert faulty(WARD_9, '"24 beds, 91% full"', "24") == [
        f"ward-9.toml, line {line}: each of facts must be text in quotation marks (it says 24)."
    ]


def test_a_placeholder_in_a_scenario_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, "24 beds, 91% full")
    assert faulty(WARD_9, "24 beds, 91%", "24 beds in {place}, 91%") == [
        f"ward-9.toml, line {line}: {{place}} would not be filled in here: "
        "this text is shown as it is written."
    ]


def test_a_debrief_phase_of_no_minutes_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(WARD_9, "minutes = 8")
    assert faulty(WARD_9, "minutes = 8", "minutes = -8") == [
        f"ward-9.toml, line {line}: minutes must be 1 or more (it says -8)."
    ]


def test_a_pack_is_loaded_from_its_file_alone(own: Path) -> None:
    assert load_pack(own / WARD_9) == load_guide().packs["SC1"]


def test_a_pack_that_is_wrong_is_refused_when_loaded_alone(own: Path, line_of: LineOf) -> None:
    path = own / WARD_9
    path.write_text(path.read_text(encoding="utf-8").replace("at_min = 28", "at_min = 400"))
    with pytest.raises(GuideProblem, match=f"ward-9.toml, line {line_of(WARD_9, '400')}: at_min"):
        load_pack(path)


def test_a_pack_that_is_not_there_is_a_guide_problem(tmp_path: Path) -> None:
    with pytest.raises(GuideProblem, match=r"^mine\.toml: it cannot be read: No such file"):
        load_pack(tmp_path / "mine.toml")
