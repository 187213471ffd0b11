"""The editor: what it keeps, what stays a draft, and what it never loses."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from facilitator.guide import ScenarioPack, load_pack
from sessions.packs import PackFolder
from tests.ui.packs.conftest import Open
from tests.ui.walk.hands import Hands


def drafts(folder: PackFolder) -> list[Path]:
    return [path for path in folder.files() if path.parent == folder.drafts]


def test_a_pack_that_is_whole_is_kept_and_read_back(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(street)
    kept: list[str] = []
    editor.kept.connect(kept.append)
    hands.write("Harbour")
    hands.press("Ctrl+S")
    path = folder.folder / "harbour.toml"
    assert kept == [str(path)]
    assert load_pack(path) == replace(street, title="Harbour")
    assert drafts(folder) == []
    assert editor.state.text() == "Kept in harbour.toml"


def test_a_pack_is_kept_again_in_the_file_that_it_came_from(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    path = folder.keep(street)
    opened(street, at=path)
    hands.write("Harbour")
    hands.press("Ctrl+S")
    assert folder.files() == [path]
    assert load_pack(path).title == "Harbour"


def test_a_pack_with_faults_is_kept_as_a_draft_and_never_as_a_pack(
    opened: Open, blank: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(blank)
    hands.write("Harbour")
    hands.press("Ctrl+S")
    assert [path.name for path in folder.files()] == ["own-5.toml"]
    assert folder.files() == drafts(folder)
    assert editor.notice.sentence() == (
        "2 things have to be put right first: see “What is missing”. "
        "Everything you wrote is kept as a draft."
    )
    assert hands.name == "It touches on"


def test_what_is_typed_after_the_role_in_hand_was_removed_is_in_the_pack(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    first = replace(street.injects[0], to=street.roles[-1])
    editor = opened(replace(street, injects=(first, *street.injects[1:])))
    hands.press("Ctrl+2", *["Down"] * 5, "Del")
    assert editor.pack.roles == street.roles[:-1]
    hands.press("Ctrl+3")
    hands.tab_to("Title")
    hands.write("My new title")
    assert editor.pack.injects[0].title == "My new title"
    assert editor.pack.injects[0].to == street.roles[-1]


def test_what_is_typed_after_a_pack_could_not_be_shown_is_in_the_pack(
    opened: Open, street: ScenarioPack, hands: Hands, monkeypatch
) -> None:
    editor = opened(street)

    def fails(_pack: ScenarioPack) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(editor.sections[0], "show_all", fails)
        with pytest.raises(ZeroDivisionError):
            editor.sections[0].show_pack(street)
    hands.write("Harbour")
    assert editor.pack.title == "Harbour"


def test_what_is_typed_is_in_a_draft_without_being_kept(
    opened: Open, blank: ScenarioPack, hands: Hands, folder: PackFolder, qtbot
) -> None:
    opened(blank)
    hands.write("Harbour")
    qtbot.waitUntil(lambda: bool(drafts(folder)))
    found = folder.read(drafts(folder)[0]).pack
    assert found is not None
    assert found.title == "Harbour"


def test_a_window_that_goes_away_leaves_what_was_typed_in_the_draft(
    opened: Open, blank: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(blank)
    hands.write("Harbour")
    assert drafts(folder) == []
    editor.hide()
    assert len(drafts(folder)) == 1


def test_esc_closes_at_once_when_nothing_was_written(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(street)
    hands.press("Esc")
    assert editor not in QApplication.topLevelWidgets() or not editor.isVisible()
    assert folder.files() == []


def test_esc_asks_about_what_is_not_kept_and_goes_on_writing(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.write("Harbour")
    hands.press("Esc")
    assert editor.asking.question.text() == "This can be played, and is not kept yet."
    assert hands.name == "Go on writing"
    hands.press("Esc")
    assert editor.isVisible()
    assert not editor.asking.asking
    assert editor.pack.title == "Harbour"


def test_esc_and_keep_it_keeps_the_pack_and_closes(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(street)
    hands.write("Harbour")
    hands.press("Esc")
    editor.asking.go_on.click()
    assert [path.name for path in folder.files()] == ["harbour.toml"]


def test_esc_leaves_an_unfinished_pack_as_a_draft(
    opened: Open, blank: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(blank)
    hands.write("Harbour")
    hands.press("Esc")
    assert editor.asking.question.text() == (
        "2 things have to be put right first before this can be played. What you wrote is safe."
    )
    editor.asking.go_on.click()
    assert len(drafts(folder)) == 1


def test_changes_that_are_thrown_away_leave_the_pack_as_it_was(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    path = folder.keep(street)
    editor = opened(street, at=path)
    hands.press("Ctrl+A", "Del", "Esc")
    editor.asking.other.click()
    assert folder.files() == [path]
    assert load_pack(path) == street


def test_changes_to_a_draft_that_are_thrown_away_leave_the_draft_as_it_was(
    opened: Open, blank: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    before = replace(blank, title="Harbour")
    editor = opened(before, draft=folder.keep_draft(before))
    hands.write("Another")
    editor.keep_draft()
    hands.press("Esc")
    editor.asking.other.click()
    assert folder.read(drafts(folder)[0]).pack == before


def test_a_draft_that_becomes_the_pack_goes_and_a_draft_like_it_stays(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    other = folder.keep_draft(replace(street, id="Own-1", title="Not yet"))
    editor = opened(street, draft=folder.keep_draft(street))
    hands.write("Harbour")
    editor.keep_draft()
    hands.press("Ctrl+S")
    assert drafts(folder) == [other]
    found = folder.read(other).pack
    assert found is not None
    assert found.title == "Not yet"


def test_what_was_taken_back_to_the_pack_s_own_words_needs_no_draft(
    opened: Open, street: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(street, at=folder.keep(street))
    hands.write("Harbour")
    editor.keep_draft()
    assert len(drafts(folder)) == 1
    hands.press("Ctrl+Z")
    editor.keep_draft()
    assert drafts(folder) == []


def test_a_full_disk_is_told_and_nothing_is_lost_from_the_form(
    opened: Open, street: ScenarioPack, hands: Hands, monkeypatch
) -> None:
    editor = opened(street)
    hands.write("Harbour")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    hands.press("Ctrl+S")
    assert "The disk is full" in editor.notice.sentence()
    assert editor.pack.title == "Harbour"
    assert editor.isVisible()
    monkeypatch.undo()
