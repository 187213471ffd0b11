"""The command line: what each command does, says and refuses."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import Result

from facilitator.guide import ELLERPORT
from sessions.session import Session

Run = Callable[..., Result]
DEMO = "ellerport-health-and-wellbeing-board.workshop"


def comments(path: Path, *rows: dict[str, str]) -> Path:
    """A CSV file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["author-id", "moderated", "comment-body"])
        writer.writeheader()
        writer.writerows({"author-id": "writer-wxyz", "moderated": "1"} | row for row in rows)
    return path


def cards(path: Path) -> list[Any]:
    """The contributions of a workshop."""
    with Session.open(path) as session:
        return list(session.workshop.contributions.values())


def stand_in(monkeypatch: pytest.MonkeyPatch, module: str, **names: object) -> None:
    """Put these in the place of a part of the app that opens windows."""
    monkeypatch.setitem(sys.modules, module, SimpleNamespace(**names))


def test_the_demo_leaves_a_workshop_its_agreement_and_what_came_of_it(run: Run) -> None:
    result = run("demo", "--out", "made", "--results", "found.json")

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Ellerport Health and Wellbeing Board: 40 contributions, 4 of 6 values agreed, "
        "8 commitments."
    )
    made = sorted(Path("made").iterdir())
    assert [path.name.removeprefix("ellerport-health-and-wellbeing-board") for path in made] == [
        "-agreement-v0-4.pdf",
        "-charter-v0-4.pdf",
        "-check-in-slips-ward-9.pdf",
        "-debrief-ward-9-v0-4.pdf",
        "-record-v0-4.pdf",
        "-review-v0-4.pdf",
        "-role-cards-ward-9.pdf",
        "-statement-v0-4.pdf",
        ".workshop",
    ]
    assert all(path.read_bytes().startswith(b"%PDF") for path in made[:-1])
    assert f"The debrief is in {made[3]}.\n" in result.stdout
    found = json.loads(Path("found.json").read_text(encoding="utf-8"))
    assert found["value_status"]["V5"] == "parked"


def test_the_demo_says_which_parts_of_the_file_have_no_stage_yet(run: Run) -> None:
    assert "Not played yet, for want of their stages: team, visits" in run("demo").stdout


def test_a_demo_played_again_takes_the_place_of_the_first(run: Run) -> None:
    run("demo", "--out", "made")
    first = sorted(Path("made").iterdir())

    assert run("demo", "--out", "made").exit_code == 0
    assert sorted(Path("made").iterdir()) == first


def test_a_demo_in_which_somebody_has_worked_is_left_alone(run: Run) -> None:
    from facilitator.stages.gather import answer_missing

    run("demo", "--out", "made")
    path = Path("made", DEMO)
    with Session.open(path) as session:
        session.do(answer_missing, "Nobody.")
    before = path.read_bytes()

    result = run("demo", "--out", "made")

    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "somebody has worked in it" in result.stderr


def test_a_workshop_file_that_is_wrong_is_a_sentence_and_leaves_nothing(run: Run) -> None:
    data = json.loads(ELLERPORT.read_text(encoding="utf-8"))
    del data["values"][2]["title"]
    Path("mine.json").write_text(json.dumps(data), encoding="utf-8")

    result = run("demo", "--workshop", "mine.json", "--out", "made")

    assert result.exit_code == 2
    assert result.stderr == (
        "“mine.json” cannot be played: at $.values[2], “title” is missing. Nothing was written.\n"
    )
    assert not Path("made").exists()


def test_what_a_workshop_would_not_take_is_said(run: Run) -> None:
    data = json.loads(ELLERPORT.read_text(encoding="utf-8"))
    data["values"][1]["late_positions"][0]["date"] = "2026-09-01"
    Path("mine.json").write_text(json.dumps(data), encoding="utf-8")

    result = run("demo", "--workshop", "mine.json")

    assert result.exit_code == 0
    assert "Not taken: V2, O07 late: Late positions were open until" in result.stderr


def test_a_folder_that_cannot_be_made_is_a_sentence(run: Run) -> None:
    Path("taken").write_text("a file", encoding="utf-8")

    result = run("demo", "--out", "taken/inside")

    assert result.exit_code == 1
    assert "taken/inside could not be made" in result.stderr


def test_the_demo_plays_through_the_windows_when_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Any] = []
    stand_in(
        monkeypatch, "ui.demo.windows", play_windows=lambda out, sample: seen.append((out, sample))
    )

    assert run("demo", "--windows", "--out", "made").exit_code == 0

    ((out, sample),) = seen
    assert (out, sample.board.place) == (Path("made"), "City of Ellerport (fictional)")


def test_a_new_workshop_has_its_names_and_its_journey(run: Run) -> None:
    result = run(
        "new", "w", "--group", "Ashby Board", "--place", "Ashby", "--journey", "values",
        "--title", "How we will behave",
    )  # fmt: skip

    assert result.exit_code == 0
    assert "“How we will behave” for Ashby Board begins in w.workshop." in result.stdout
    with Session.open(Path("w.workshop")) as session:
        about = session.workshop.about
    assert (about.title, about.group, about.place) == ("How we will behave", "Ashby Board", "Ashby")
    assert about.stages == ("gather", "values")


def test_a_new_workshop_never_takes_the_place_of_another(run: Run, begun: Path) -> None:
    before = begun.read_bytes()

    result = run("new", begun, "--group", "Somebody else")

    assert (result.exit_code, begun.read_bytes()) == (1, before)


def test_a_new_workshop_without_a_title_leaves_no_file(run: Run) -> None:
    result = run("new", "w", "--title", " \u200b")

    assert (result.exit_code, result.stderr) == (1, "Give the workshop a title.\n")
    assert list(Path().iterdir()) == []


def test_a_journey_that_is_none_names_those_there_are(run: Run) -> None:
    result = run("new", "w", "--journey", "moon")

    assert result.exit_code == 2
    assert "“moon” is none of full-journey" in result.stderr


def test_imported_comments_are_unattributed_answers_to_the_second_question(
    run: Run, begun: Path
) -> None:
    file = comments(Path("said.csv"), {"comment-body": "More buses."}, {"comment-body": "Trees."})

    result = run("import-comments", file, begun)

    assert result.stdout == "2 cards kept in ashby.workshop, every one saved.\n"
    assert [(c.stage, c.question, c.text, c.attribution) for c in cards(begun)] == [
        ("purpose", "only-us", "More buses.", "unattributed"),
        ("purpose", "only-us", "Trees.", "unattributed"),
    ]
    assert b"writer-wxyz" not in begun.read_bytes()


def test_imported_comments_are_taken_back_as_one(run: Run, begun: Path) -> None:
    file = comments(Path("said.csv"), {"comment-body": "More buses."}, {"comment-body": "Trees."})
    run("import-comments", file, begun)

    with Session.open(begun) as session:
        session.undo()
        assert session.workshop.contributions == {}


def test_blank_comments_and_those_that_are_there_are_counted_and_left_out(
    run: Run, begun: Path
) -> None:
    said = [{"comment-body": words} for words in ("Trees.", " ", "Trees.", "More buses.")]

    result = run("import-comments", comments(Path("said.csv"), *said), begun)

    assert result.stdout.startswith("2 cards kept in")
    assert "Left out: 1 blank, 1 already there." in result.stdout


def test_comments_that_moderators_turned_down_are_said_and_may_be_left_out(
    run: Run, begun: Path
) -> None:
    said = [{"comment-body": "Rude.", "moderated": "-1"}, {"comment-body": "Trees."}]
    file = comments(Path("said.csv"), *said)

    result = run("import-comments", file, begun, "--accepted-only")

    assert "Moderators had turned down 1: left out." in result.stdout
    assert [card.text for card in cards(begun)] == ["Trees."]


def test_comments_that_are_all_there_already_are_refused(run: Run, begun: Path) -> None:
    file = comments(Path("said.csv"), {"comment-body": "Trees."})
    run("import-comments", file, begun)

    result = run("import-comments", file, begun)

    assert result.exit_code == 1
    assert "every comment is on the board already" in result.stderr


def test_a_table_without_comments_names_its_columns(run: Run, begun: Path) -> None:
    Path("said.csv").write_text("name,score\nA,1\n", encoding="utf-8")

    result = run("import-comments", "said.csv", begun)

    assert result.exit_code == 2
    assert "its columns are “name”, “score”, and none of them is “comment-body”" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, False, "")),
        (["open"], (None, False, "")),
        (["open", "--sample"], (None, True, "")),
        (["open", "mine.workshop"], (Path("mine.workshop"), False, "")),
        (["open", "m.workshop", "--notes", "Table 3"], (Path("m.workshop"), False, "Table 3")),
    ],
)
def test_the_app_is_opened_on_what_was_asked_for(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    expected: tuple[Path | None, bool, str],
) -> None:
    opened: list[Any] = []

    def app(path: Path | None, *, sample: bool, notes: str) -> int:
        opened.append((path, sample, notes))
        return 7

    stand_in(monkeypatch, "ui.app", run=app)

    assert run(*arguments).exit_code == 7
    assert opened == [expected]


def test_a_workshop_and_the_sample_are_not_opened_together(run: Run) -> None:
    assert run("open", "mine.workshop", "--sample").exit_code == 2


def test_notes_are_taken_in_a_workshop_that_is_named(run: Run) -> None:
    result = run("open", "--notes", "Table 3")

    assert result.exit_code == 2
    assert "Name the workshop in a copy of which notes are to be taken." in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_where_there_is_no_screen_it_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    result = run()

    assert result.exit_code == 1
    assert result.stderr.startswith("There is no screen here")


def test_pictures_are_taken_into_a_folder(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    stand_in(monkeypatch, "ui.demo.pictures", take=asked.append)

    assert run("pictures", "--out", "shots").exit_code == 0
    assert asked == [Path("shots")]


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").stdout.startswith("Facilitator ")


def test_help_names_every_command(run: Run) -> None:
    said = run("--help").stdout

    assert all(name in said for name in ("demo", "export", "import-comments", "new", "open"))
    assert "..." not in said.partition("Commands:")[2]


def test_the_app_starts_without_what_only_the_commands_need() -> None:
    late = ["sqlite_utils", "reportlab", "facilitator.guide", "facilitator.workshop", "asyncio",
            "importlib.metadata", "PySide6"]  # fmt: skip
    program = f"import sys, ui.command_line; print([m for m in {late} if m in sys.modules])"

    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )

    assert done.stdout == "[]\n"
