"""Packs brought in, saved as files and removed: what is asked, refused and said."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QLineEdit

from facilitator.guide import load_pack, pack_in_type
from sessions.packs import write_pack
from tests.ui.walk.hands import Hands, read
from ui.stages.rehearsal.casting.choose import ScenarioChooser


def titles(chooser: ScenarioChooser) -> list[str]:
    model = chooser.packs.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def answer(hands: Hands, path: Path) -> None:
    """Answer the question for a file by typing its name."""
    dialog = hands.at.window()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert hands.at is line
    line.setText(str(path))
    hands.press("Return")
    hands.settle()


@pytest.mark.parametrize(
    ("words", "instead", "said"),
    [
        ('title = "Harbour flood"', "title = Harbour", "this is not written as TOML should be"),
        ('title = "Harbour flood"\n', "", "title is missing."),
        ("at_min = 28", 'at_min = "28"', "at_min must be a whole number"),
        ('option = "sign"', 'option = "sing"', "has no option"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_name_and_line(
    chooser, flood, folder, tmp_path: Path, hands, words: str, instead: str, said: str
) -> None:
    path = tmp_path / "brought.toml"
    write_pack(flood, path)
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(words)].count("\n") + 1 if instead else 4
    path.write_text(text.replace(words, instead, 1), encoding="utf-8")
    found = chooser()
    hands.press("I")
    answer(hands, path)
    shown = "\n".join(read(found.trade))
    where = f"brought.toml, line {line}: " if instead else "brought.toml, line 1: "
    assert "“brought.toml” was not brought in, and nothing was changed." in shown
    assert where in shown
    assert said in shown
    assert folder.files() == []
    assert len(titles(found)) == 6


def test_a_file_that_cannot_be_used_can_be_mended_in_the_editor(
    chooser, flood, tmp_path: Path, hands
) -> None:
    path = tmp_path / "brought.toml"
    write_pack(replace(flood, title="X"), path)
    path.write_text(path.read_text(encoding="utf-8").replace('title = "X"\n', "", 1))
    found = chooser()
    found.trade.bring_in(path)
    assert hands.name == "Leave it as it is"
    found.trade.asking.go_on.click()
    assert found.editor.pack.situation == flood.situation
    assert found.editor.pack.title == ""


def test_a_pack_is_brought_in_and_offered(chooser, flood, folder, tmp_path: Path, hands) -> None:
    path = tmp_path / "brought.toml"
    write_pack(flood, path)
    found = chooser()
    hands.press("I")
    answer(hands, path)
    hands.settle()
    assert [each.name for each in folder.files()] == ["harbour-flood.toml"]
    assert load_pack(folder.files()[0]) == flood
    assert found.packs.current().title == "Harbour flood"
    assert f"“Harbour flood” is kept in {folder.files()[0]}" in read(found)


def test_the_same_pack_again_changes_nothing(chooser, flood, folder, tmp_path: Path) -> None:
    path = folder.keep(flood)
    found = chooser()
    found.trade.bring_in(path)
    assert found.trade.notice.sentence() == (
        "“Harbour flood” is here already, word for word. Nothing was changed."
    )
    assert folder.files() == [path]


def test_the_file_of_a_pack_that_ships_is_here_already(chooser, folder, guide, tmp_path) -> None:
    path = tmp_path / "ward-9.toml"
    write_pack(guide.packs["SC1"], path)
    found = chooser()
    found.trade.bring_in(path)
    assert found.trade.notice.sentence() == (
        "“Ward 9” is here already, word for word. Nothing was changed."
    )
    assert folder.files() == []


def test_a_pack_under_an_id_that_is_here_is_asked_about_and_both_can_be_kept(
    chooser, flood, folder, tmp_path: Path
) -> None:
    folder.keep(flood)
    other = replace(flood, title="Harbour fire")
    write_pack(other, tmp_path / "brought.toml")
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    assert found.trade.calm.question.text() == (
        "There is a pack of yours under the same id: “Harbour flood”. "
        "Keep both, or put the new one in its place?"
    )
    assert len(folder.files()) == 1
    found.trade.calm.go_on.click()
    assert titles(found)[6:] == ["Harbour fire", "Harbour flood"]
    assert len({load_pack(each).id for each in folder.files()}) == 2


def test_a_pack_under_an_id_that_is_here_can_take_the_other_s_place(
    chooser, flood, folder, tmp_path: Path
) -> None:
    path = folder.keep(flood)
    write_pack(replace(flood, title="Harbour fire"), tmp_path / "brought.toml")
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    found.trade.calm.other.click()
    assert folder.files() == [path]
    assert titles(found)[6:] == ["Harbour fire"]


def test_a_pack_takes_the_place_of_one_that_ships_only_after_a_yes(
    chooser, guide, folder, tmp_path: Path
) -> None:
    ours = replace(guide.packs["SC1"], title="Our Ward 9")
    write_pack(ours, tmp_path / "brought.toml")
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    assert "There is a pack that comes with the app under the same id: “Ward 9”." in (
        found.trade.calm.question.text()
    )
    found.trade.calm.leave.click()
    assert folder.files() == []
    found.trade.bring_in(tmp_path / "brought.toml")
    found.trade.calm.other.click()
    assert "Ward 9" not in titles(found)
    assert "Our Ward 9" in titles(found)


def test_a_pack_under_the_id_of_a_draft_is_asked_about_and_the_draft_stays(
    chooser, flood, folder, tmp_path: Path, hands
) -> None:
    draft = folder.keep_draft(replace(flood, title="Half a flood", situation="Two days of wri"))
    write_pack(flood, tmp_path / "brought.toml")
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    assert found.trade.calm.question.text() == (
        "There is a draft of yours under the same id: “Half a flood”. "
        "Bring in “Harbour flood” beside it? Your draft stays as it is."
    )
    assert hands.name == "Leave it as it is"
    assert folder.files() == [draft]
    found.trade.calm.go_on.click()
    assert titles(found)[6:] == ["Harbour flood", "Half a flood"]
    assert folder.read(draft).pack.situation == "Two days of wri"
    assert load_pack(folder.files()[0]) == flood


def test_what_is_brought_in_is_changed_apart_from_a_draft_of_what_was_there(
    chooser, flood, folder, tmp_path: Path, hands
) -> None:
    path = folder.keep(flood)
    draft = folder.keep_draft(replace(flood, situation="Two days of wri"))
    write_pack(replace(flood, title="Harbour fire"), tmp_path / "brought.toml")
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    assert found.trade.calm.question.text().endswith("Your draft of it stays as it is.")
    found.trade.calm.other.click()
    assert found.packs.current().title == "Harbour fire"
    hands.press("E")
    assert found.editor.pack.title == "Harbour fire"
    assert folder.read(draft).pack.situation == "Two days of wri"
    assert load_pack(path).title == "Harbour fire"


def test_a_draft_that_cannot_be_written_stops_what_is_brought_in(
    chooser, flood, folder, tmp_path: Path, desk, monkeypatch
) -> None:
    draft = folder.keep_draft(replace(flood, situation="Two days of wri"))
    write_pack(flood, tmp_path / "brought.toml")
    told = []
    desk.troubled.connect(lambda problem: told.append(problem.what))
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    found.trade.calm.go_on.click()
    monkeypatch.undo()
    assert len(told) == 1
    assert folder.files() == [draft]
    assert folder.read(draft).pack.id == flood.id


def test_a_pack_is_saved_as_toml(chooser, guide, tmp_path: Path, hands) -> None:
    found = chooser()
    hands.press("S")
    answer(hands, tmp_path / "out.toml")
    assert load_pack(tmp_path / "out.toml") == pack_in_type(guide.packs["SC1"])
    assert f"“Ward 9” is saved as {tmp_path / 'out.toml'}" in read(found)


def test_a_pack_that_is_not_ready_is_not_saved_for_others(chooser, flood, folder, hands) -> None:
    path = folder.keep_draft(replace(flood, situation=""))
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("S")
    assert found.window().findChildren(QFileDialog) == []
    assert found.trade.notice.sentence() == (
        "This pack is not ready, so nobody could bring the file in. "
        "Put right what is missing first; nothing was saved."
    )


def test_an_own_pack_is_removed_after_it_was_asked(chooser, flood, folder, hands) -> None:
    path = folder.keep(flood)
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("Del")
    assert found.trade.asking.question.text() == (
        "Remove “Harbour flood” for good? A workshop that has chosen it keeps it."
    )
    assert hands.name == "Leave it as it is"
    hands.press("Esc")
    assert folder.files() == [path]
    assert hands.at is found.packs.table
    hands.press("Del", "Left", "Space")
    assert folder.files() == []
    assert len(titles(found)) == 6


def test_what_comes_with_the_app_is_not_removed(chooser, hands) -> None:
    found = chooser()
    hands.press("Del")
    assert found.trade.notice.sentence() == (
        "“Ward 9” comes with the app and stays. Only your own packs can go."
    )
    assert len(titles(found)) == 6


def test_esc_takes_away_what_was_said_and_stays(chooser, hands) -> None:
    found = chooser()
    found.may_leave(True)
    left = []
    found.left.connect(lambda: left.append(True))
    hands.press("Del", "Esc")
    assert found.trade.notice.sentence() == ""
    assert left == []
    hands.press("Esc")
    assert left == [True]


def test_a_folder_that_cannot_be_written_to_is_explained(
    chooser, flood, folder, desk, tmp_path: Path
) -> None:
    write_pack(flood, tmp_path / "brought.toml")
    folder.folder.write_text("a file where the folder should be", encoding="utf-8")
    told = []
    desk.troubled.connect(lambda problem: told.append(problem.what))
    found = chooser()
    found.trade.bring_in(tmp_path / "brought.toml")
    assert len(told) == 1
    assert "harbour-flood.toml" in told[0]
