"""Every kind of fault in a script, planted in a copy: what is said, and on which line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.guide import GuideProblem, load_guide, load_pack

Plant = Callable[[str, str, str], list[str]]
LineOf = Callable[..., int]

PURPOSE = "templates/purpose.toml"
FULL = "templates/full-journey.journey.toml"
WARD_9 = "scenarios/ward-9.toml"


def test_minutes_in_letters_are_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "minutes = 12")
    assert faulty(PURPOSE, "minutes = 12", 'minutes = "ten"') == [
        f'purpose.toml, line {line}: minutes must be a whole number (it says "ten").'
    ]


@pytest.mark.parametrize(("value", "said"), [("true", "true"), ("7.5", "7.5"), ("[3]", None)])
def test_minutes_that_are_no_whole_number_are_refused(
    faulty: Plant, line_of: LineOf, value: str, said: str | None
) -> None:
    line = line_of(PURPOSE, "minutes = 12")
    shown = f"it says {said}" if said else "it is a list"
    assert faulty(PURPOSE, "minutes = 12", f"minutes = {value}") == [
        f"purpose.toml, line {line}: minutes must be a whole number ({shown})."
    ]


def test_a_step_of_no_minutes_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "minutes = 12")
    said = faulty(PURPOSE, "minutes = 12", "minutes = 0")
    assert f"purpose.toml, line {line}: minutes must be 1 or more (it says 0)." in said


def test_minutes_that_do_not_add_up_are_said_where_the_stage_states_them(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, "minutes = 90")
    assert faulty(PURPOSE, "minutes = 12", "minutes = 10") == [
        f"purpose.toml, line {line}: the steps add up to 88 minutes, but the stage says 90."
    ]


def test_a_text_without_quotation_marks_is_a_fault_of_its_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    said = faulty(PURPOSE, 'title = "Find the themes"', "title = Find the themes")
    assert len(said) == 1
    assert said[0].startswith(
        f"purpose.toml, line {line}: this is not written as TOML should be: the value makes no"
    )


def test_a_text_that_is_not_closed_is_a_fault_of_its_line(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    assert faulty(PURPOSE, 'title = "Find the themes"', 'title = "Find the themes') == [
        f"purpose.toml, line {line}: this is not written as TOML should be: "
        "the quotation mark that ends the text is missing."
    ]


def test_a_quotation_mark_inside_a_text_is_explained(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    assert faulty(PURPOSE, '"Find the themes"', '"Find the "themes""') == [
        f"purpose.toml, line {line}: this is not written as TOML should be: something follows "
        'the end of the value; a quotation mark inside a text is written \\".'
    ]


def test_a_key_written_twice_is_a_fault_of_the_second(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    assert faulty(PURPOSE, 'title = "Find the themes"', 'title = "Find"\ntitle = "Themes"') == [
        f"purpose.toml, line {line + 1}: this is not written as TOML should be: "
        "the same key is there twice."
    ]


def test_a_string_left_open_to_the_end_is_a_fault_of_the_last_line(own: Path) -> None:
    (own / "templates" / "mine.toml").write_text('id = "values"\ntitle = """Values\n')
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert [(each.path.name, each.line) for each in caught.value.problems] == [("mine.toml", 2)]


def test_letters_that_are_not_utf_8_are_a_fault_of_their_line(own: Path, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "Find the themes")
    path = own / PURPOSE
    path.write_bytes(path.read_bytes().replace(b"Find the themes", b"Find the th\xe8mes"))
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == (
        f"purpose.toml, line {line}: these letters are not in UTF-8. Save the file again as UTF-8."
    )


def test_a_script_saved_with_a_byte_order_mark_and_windows_lines_is_read(own: Path) -> None:
    path = own / PURPOSE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_guide(own).stage("purpose") == load_guide().stage("purpose")


def test_the_line_is_right_in_a_script_with_windows_lines(own: Path, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "minutes = 12")
    path = own / PURPOSE
    text = path.read_bytes().replace(b"minutes = 12", b"minutes = true")
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert [each.line for each in caught.value.problems] == [line]


def test_a_missing_field_is_a_fault_of_the_table_s_header(faulty: Plant, line_of: LineOf) -> None:
    header = line_of(PURPOSE, "[[steps]]", nth=3)
    prompt = 'prompt = "What does {place} need that only we have the power to do?"\n'
    assert faulty(PURPOSE, prompt, "") == [f"purpose.toml, line {header}: prompt is missing."]


def test_a_field_missing_from_the_file_s_head_is_a_fault_of_the_first_line(faulty: Plant) -> None:
    assert faulty(PURPOSE, 'title = "Purpose"\n', "") == ["purpose.toml, line 1: title is missing."]


def test_an_empty_prompt_is_refused(faulty: Plant, line_of: LineOf) -> None:
    prompt = 'prompt = "What does {place} need that only we have the power to do?"'
    line = line_of(PURPOSE, prompt)
    assert faulty(PURPOSE, prompt, 'prompt = " "') == [
        f"purpose.toml, line {line}: prompt is empty."
    ]


def test_a_misspelt_key_is_answered_with_the_one_that_was_meant(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, "if_stuck", nth=3)
    third = 'if_stuck = "Ask: “What can you sign'
    assert faulty(PURPOSE, third, third.replace("if_stuck", "if_stuk")) == [
        f'purpose.toml, line {line}: there is no field called "if_stuk"; did you mean "if_stuck"?'
    ]


def test_an_unknown_key_that_resembles_nothing_is_only_named(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, "minutes = 12")
    assert faulty(PURPOSE, "minutes = 12", "minutes = 12\nxylophone = 1") == [
        f'purpose.toml, line {line + 1}: there is no field called "xylophone".'
    ]


def test_a_number_where_a_text_should_be_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    assert faulty(PURPOSE, 'title = "Find the themes"', "title = 5") == [
        f"purpose.toml, line {line}: title must be text in quotation marks (it says 5)."
    ]


def test_a_step_id_used_twice_is_a_fault_of_the_second(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'id = "vanish"')
    assert faulty(PURPOSE, 'id = "vanish"', 'id = "only-us"') == [
        f'purpose.toml, line {line}: the id "only-us" is used twice in this file.'
    ]


def test_an_id_with_a_space_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'id = "vanish"')
    assert faulty(PURPOSE, 'id = "vanish"', 'id = "If we vanished"') == [
        f'purpose.toml, line {line}: the id "If we vanished" must be small letters, digits and '
        'hyphens, such as "only-us".'
    ]


def test_an_unknown_activity_is_answered_with_those_of_the_stage(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, 'activity = "themes"')
    assert faulty(PURPOSE, 'activity = "themes"', 'activity = "theme"') == [
        f'purpose.toml, line {line}: the purpose stage has no activity called "theme"; '
        'did you mean "themes"? It has welcome, capture, themes, only-we-test, draft, positions, '
        "words and close."
    ]


def test_an_activity_of_another_stage_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'activity = "themes"')
    said = faulty(PURPOSE, 'activity = "themes"', 'activity = "rounds"')
    assert said[0].startswith(
        f'purpose.toml, line {line}: the purpose stage has no activity called "rounds".'
    )


def test_a_capture_step_without_a_question_is_refused(faulty: Plant, line_of: LineOf) -> None:
    header = line_of(PURPOSE, "[[steps]]", nth=3)
    assert faulty(PURPOSE, 'question = "only-us"\n', "") == [
        f"purpose.toml, line {header}: question is missing: "
        "a capture step keeps its cards under one."
    ]


def test_a_question_asked_in_two_steps_is_a_fault_of_the_second(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, 'question = "vanish"')
    assert faulty(PURPOSE, 'question = "vanish"', 'question = "only-us"') == [
        f'purpose.toml, line {line}: the question "only-us" belongs to an earlier step already.'
    ]


def test_a_question_with_a_capital_letter_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'question = "vanish"')
    assert faulty(PURPOSE, 'question = "vanish"', 'question = "Vanish"') == [
        f'purpose.toml, line {line}: the question "Vanish" must be small letters, digits and '
        'hyphens, such as "only-us".'
    ]


def test_a_misspelt_placeholder_is_answered_with_the_one_that_was_meant(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, "What does {place} need")
    assert faulty(PURPOSE, "What does {place} need", "What does {plaec} need") == [
        f'purpose.toml, line {line}: nothing is called {{plaec}}; did you mean "place"?'
    ]


def test_a_placeholder_in_a_text_of_many_lines_is_a_fault_of_its_own_line(
    faulty: Plant, line_of: LineOf
) -> None:
    line = line_of(PURPOSE, "What does {place} need")
    many = '"""What does\n{city}\nneed'
    prompt = '"What does {place} need that only we have the power to do?"'
    assert faulty(PURPOSE, prompt, many + '?"""') == [
        f"purpose.toml, line {line + 1}: nothing is called {{city}}."
    ]


def test_a_placeholder_in_a_title_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'title = "Find the themes"')
    assert faulty(PURPOSE, "Find the themes", "Themes of {place}") == [
        f"purpose.toml, line {line}: {{place}} would not be filled in here: "
        "this text is shown as it is written."
    ]


def test_a_brace_on_its_own_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "What does {place} need")
    assert faulty(PURPOSE, "What does {place} need", "What does {place need") == [
        f'purpose.toml, line {line}: there is a "{{" on its own; '
        "braces are kept for {place} and {group}."
    ]


def test_steps_under_single_brackets_are_refused(own: Path) -> None:
    path = own / "templates" / "purpose.toml"
    path.write_text(
        'id = "purpose"\ntitle = "Purpose"\nsummary = "Short"\nminutes = 5\n\n[steps]\nid = "one"\n'
    )
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == (
        "purpose.toml, line 6: steps must be tables, each under its own [[steps]] (it is a table)."
    )


def test_a_stage_without_steps_is_refused(own: Path) -> None:
    path = own / "templates" / "purpose.toml"
    path.write_text('id = "purpose"\ntitle = "P"\nsummary = "S"\nminutes = 5\nsteps = []\n')
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == (
        "purpose.toml, line 5: steps is an empty list; at least one is needed."
    )


def test_a_stage_that_the_app_does_not_have_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'id = "purpose"')
    said = faulty(PURPOSE, 'id = "purpose"', 'id = "purposes"')
    assert said == [
        f'purpose.toml, line {line}: there is no stage called "purposes"; did you mean "purpose"? '
        "The app has gather, purpose, values, rehearsal, commitments and agreement."
    ]


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


def test_all_that_is_wrong_with_a_file_is_said_at_once_by_line(own: Path, line_of: LineOf) -> None:
    path = own / "templates" / "purpose.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("minutes = 90", "minutes = 91", 1)
    text = text.replace('activity = "themes"', 'activity = "rounds"', 1)
    text = text.replace('id = "draft"', "id = 5", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert [each.line for each in caught.value.problems] == [
        line_of(PURPOSE, "minutes = 91"),
        line_of(PURPOSE, 'activity = "rounds"'),
        line_of(PURPOSE, "id = 5"),
    ]


def test_what_is_wrong_in_two_files_is_said_file_by_file(own: Path) -> None:
    for name in ("values", "gather"):
        path = own / "templates" / f"{name}.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("summary =", "sumary =", 1))
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert [each.path.name for each in caught.value.problems] == [
        "gather.toml",
        "gather.toml",
        "values.toml",
        "values.toml",
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
