"""Every kind of fault in a stage's script, planted in a copy: what is said, and on which line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.guide import GuideProblem, load_guide

Plant = Callable[[str, str, str], list[str]]
LineOf = Callable[..., int]

PURPOSE = "templates/purpose.toml"


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


def test_silent_must_be_true_or_false(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "silent = true", nth=2)
    assert faulty(PURPOSE, "silent = true\nsummary", 'silent = "yes"\nsummary') == [
        f"purpose.toml, line {line}: silent must be true or false, without quotation marks "
        '(it says "yes").'
    ]


def test_a_number_is_neither_true_nor_false(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, "silent = true", nth=2)
    assert faulty(PURPOSE, "silent = true\nsummary", "silent = 1\nsummary") == [
        f"purpose.toml, line {line}: silent must be true or false, without quotation marks "
        "(it says 1)."
    ]


def test_a_silent_step_that_gathers_no_cards_is_refused(faulty: Plant, line_of: LineOf) -> None:
    line = line_of(PURPOSE, 'activity = "themes"')
    assert faulty(PURPOSE, 'activity = "themes"', 'activity = "themes"\nsilent = true') == [
        f"purpose.toml, line {line + 1}: silent is for a step that gathers cards, and this one "
        "has no question."
    ]


def test_a_step_that_says_it_is_not_silent_may_do_anything(own: Path) -> None:
    path = own / PURPOSE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('activity = "themes"', 'activity = "themes"\nsilent = false'))
    assert not load_guide(own).step("purpose", "themes").silent
