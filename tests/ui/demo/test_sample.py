"""A workshop file that is not right says where, in a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.demo.sample import SampleProblem, read_sample

Change = Callable[[dict[str, Any]], object]


def said_of(folder: Path, text: str | bytes) -> str:
    """What is said of a file that holds this."""
    path = folder / "board.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SampleProblem) as problem:
        read_sample(path)
    return str(problem.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d["values"][2].pop("title"), "at $.values[2], “title” is missing"),
        (lambda d: d.pop("board"), "“board” is missing"),
        (
            lambda d: d["values"][2].update(title=7),
            "at $.values[2].title, there should be text in quotation marks, "
            "and there is a whole number",
        ),
        (
            lambda d: d["values"][0]["rounds"][1]["positions"].update(O03="perhaps"),
            "a position is “perhaps”",
        ),
        (
            lambda d: d["values"][0]["rounds"][0].update(locked_at="half past two"),
            "locked_at is “half past two”; write it like 2026-03-18T14:30",
        ),
        (
            lambda d: d["sessions"][1].update(date="18 March"),
            "at $.sessions[1].date, this is not a date; write it like 2026-03-18",
        ),
        (lambda d: d["sessions"][0].update(start="25:00"), "start is “25:00”"),
        (
            lambda d: d["sessions"][0]["attendance"][3].update(status="asleep"),
            "status is “asleep”",
        ),
        (
            lambda d: d["values"][0]["rounds"][0]["objections"][0].update(category="taste"),
            "category is “taste”",
        ),
        (
            lambda d: d["scenario_runs"][0]["values_under_strain"][0].update(verdict="cracked"),
            "verdict is “cracked”",
        ),
        (lambda d: d["commitments"][0]["review"].update(status="fine"), "status is “fine”"),
        (
            lambda d: d["values"][1].update(id="V1"),
            "in $.values, 2 have the id “V1”",
        ),
    ],
)
def test_a_mutilated_file_says_what_is_wrong_and_where(
    tmp_path: Path, ellerport: dict[str, Any], change: Change, words: str
) -> None:
    change(ellerport)

    said = said_of(tmp_path, json.dumps(ellerport))

    assert said.startswith("“board.json” cannot be played: ")
    assert words in said
    assert said.endswith("Nothing was written.")


def test_a_position_that_is_none_names_its_round(tmp_path: Path, ellerport: dict[str, Any]) -> None:
    ellerport["values"][0]["rounds"][1]["positions"]["O03"] = "perhaps"

    assert "$.values[0].rounds[1]" in said_of(tmp_path, json.dumps(ellerport))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"board": ', "it is not whole JSON"),
        ("", "it is not whole JSON"),
        ("[]", "there should be an object in braces, and there is a list in square brackets"),
        (b"\xff\xfe{", "it is not text in UTF-8"),
        ("[" * 100_000, "it is nested too deeply"),
    ],
)
def test_what_is_no_workshop_at_all_is_said_to_be_none(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    assert words in said_of(tmp_path, text)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_text('{"board": {"name": "Ashby"}}', encoding="utf-8-sig")

    assert read_sample(path).board.name == "Ashby"


def test_a_field_that_holds_nothing_counts_as_left_out(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_text('{"board": {"name": "Ashby", "place": null}, "values": null}', "utf-8")

    assert read_sample(path).values == ()


@pytest.mark.parametrize(
    ("word", "code"), [("Stand aside", "stand_aside"), ("objection", "object"), ("AGREE", "agree")]
)
def test_a_position_may_be_spelt_a_little_differently(
    tmp_path: Path, ellerport: dict[str, Any], word: str, code: str
) -> None:
    ellerport["values"][0]["rounds"][0]["positions"]["O03"] = word
    path = tmp_path / "board.json"
    path.write_text(json.dumps(ellerport), encoding="utf-8")

    assert read_sample(path).values[0].rounds[0].codes()["O03"] == code
