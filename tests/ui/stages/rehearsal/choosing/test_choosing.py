"""Choosing a scenario among those that ship and one's own, and changing one of them."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from facilitator.guide import load_pack, pack_in_type
from sessions.session import Session
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import read
from ui.packs.editor import PackEditor
from ui.stages.rehearsal.casting.choose import ScenarioChooser


def titles(chooser: ScenarioChooser) -> list[str]:
    model = chooser.packs.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def lengths(chooser: ScenarioChooser) -> list[str]:
    model = chooser.packs.table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_own_packs_are_listed_after_those_that_ship_and_marked(chooser, folder, flood) -> None:
    folder.keep(flood)
    folder.keep_draft(replace(flood, id="own-2", title="Later", situation=""))
    found = chooser()
    assert titles(found)[5:] == ["The line on the graph", "Harbour flood", "Later"]
    assert lengths(found)[5:] == [
        "41 min, 6 roles",
        "yours · 41 min, 6 roles",
        "draft, not ready: 1 thing missing",
    ]


def test_a_pack_is_shown_in_full_beside_the_list(chooser, guide) -> None:
    found = chooser()
    shown = "\n".join(read(found.summary))
    pack = pack_in_type(guide.packs["SC1"])
    for words in (pack.situation, *pack.stakes, *pack.roles, "Back it, staff first"):
        assert words in shown
    assert "41 minutes of story: 6 roles, 3 injects, 2 decisions." in shown


def test_an_own_pack_that_is_chosen_is_kept_whole_in_the_workshop(
    chooser, folder, flood, session: Session, hands
) -> None:
    path = folder.keep(flood)
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("Return")
    folder.keep(replace(flood, title="Changed afterwards"), path)
    assert [r.pack for r in session.workshop.rehearsals.values()] == [flood]


def test_two_hundred_packs_are_listed_and_searched(
    chooser, folder, flood, hands, qtbot: QtBot, desk
) -> None:
    for number in range(200):
        folder.keep(replace(flood, id=f"own-{number}", title=f"Pack {number:03}"))
    found = chooser()
    qtbot.waitUntil(lambda: not desk.packs.reading)
    hands.settle()
    assert len(titles(found)) == 206
    assert clipped(found) + cut_off(found) == []
    hands.press("/")
    hands.type("pack 173")
    assert titles(found) == ["Pack 173"]
    hands.press("Return")
    assert hands.at is found.packs.table
    assert found.packs.current().title == "Pack 173"


def test_a_search_finds_words_of_the_story_and_esc_shows_everything_again(chooser, hands) -> None:
    found = chooser()
    hands.press("/")
    hands.type("trolleys corridor")
    assert titles(found) == ["Forty trolleys"]
    hands.type(" zebra")
    assert titles(found) == []
    assert "No scenario has “trolleys corridor zebra” in it. Esc shows all." in read(found)
    hands.press("Esc")
    assert len(titles(found)) == 6
    hands.press("Esc")
    assert hands.at is found.packs.table


def test_letters_in_the_search_line_are_only_letters(chooser, hands) -> None:
    found = chooser()
    hands.press("/")
    hands.type("nies")
    assert found.packs.search.text() == "nies"
    assert found.window().findChildren(PackEditor) == []


def test_a_broken_file_is_listed_with_its_lines_and_opens_in_the_editor(
    chooser, folder, flood, hands
) -> None:
    path = folder.keep(flood)
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("at_min = 28")].count("\n") + 1
    path.write_text(text.replace("at_min = 28", "at_min = 280"), encoding="utf-8")
    found = chooser()
    found.packs.go_to(str(path))
    shown = "\n".join(read(found.summary))
    assert f"Line {line}: at_min must lie within the stage, from 0 to 119 (it says 280)." in shown
    assert found.buttons.labels()[1] == "Mend it"
    hands.press("E")
    assert hands.at.window() is found.editor
    assert found.editor.pack.title == "Harbour flood"


def test_a_file_that_cannot_be_read_offers_its_folder(
    chooser, folder, hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.folder.mkdir()
    path = folder.folder / "half.toml"
    path.write_text("id = ", encoding="utf-8")
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    found = chooser()
    found.packs.go_to(str(path))
    assert "Show the folder" in found.buttons.labels()
    hands.press("Return")
    hands.press("E")
    assert [url.toLocalFile() for url in opened] == [str(folder.folder)] * 2
    assert not found.window().findChildren(PackEditor)


def test_a_shipped_pack_is_changed_in_a_copy(chooser, guide, folder, hands) -> None:
    found = chooser()
    hands.press("E")
    hands.write("Ward 10")
    hands.press("Ctrl+S", "Esc")
    assert titles(found)[0] == "Ward 9"
    assert titles(found)[-1] == "Ward 10"
    assert found.packs.current().title == "Ward 10"
    copy = load_pack(folder.files()[0])
    assert copy == replace(pack_in_type(guide.packs["SC1"]), id=copy.id, title="Ward 10")
    assert copy.id != "SC1"


def test_a_draft_is_gone_on_with_and_becomes_the_pack(chooser, flood, folder, hands) -> None:
    path = folder.keep_draft(replace(flood, title=""))
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("Return")
    hands.type("Harbour flood")
    hands.press("Ctrl+S", "Esc")
    assert [each.name for each in folder.files()] == ["harbour-flood.toml"]
    assert load_pack(folder.files()[0]) == flood


def test_changing_a_pack_goes_on_with_its_draft(chooser, flood, folder, hands) -> None:
    path = folder.keep(flood)
    folder.keep_draft(replace(flood, situation="Half a sentence"))
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("E")
    assert found.editor.pack.situation == "Half a sentence"


def test_two_files_of_one_id_do_not_share_a_draft(chooser, flood, folder, hands) -> None:
    folder.keep(flood)
    path = folder.keep(replace(flood, title="A copy by hand"))
    found = chooser()
    found.packs.go_to(str(path))
    hands.press("E")
    assert found.editor.pack.id != flood.id
    assert replace(found.editor.pack, id=flood.id, title=flood.title) == flood


def test_every_control_has_a_name_and_nothing_is_cut(chooser, flood, folder, hands) -> None:
    long = "word by word " * 60
    folder.keep(replace(flood, title=long, content_note=long, stakes=(long,) * 9))
    (folder.folder / "half.toml").write_text("id = ", encoding="utf-8")
    found = chooser()
    for each in found.packs.table.ids():
        found.packs.go_to(each)
        hands.settle()
        hands.settle()
        assert unnamed(found) == []
        assert clipped(found) + cut_off(found) == []


def test_a_pack_written_by_keyboard_alone_is_offered_and_chosen(
    chooser, folder, hands, session: Session
) -> None:
    found = chooser()
    hands.press("N")
    hands.fill("Harbour flood", "Homes lost", "The river is over the wall.")
    hands.tab_to("At stake")
    hands.type("Homes")
    hands.tab_to("Tasks for observers")
    hands.type("Who is not heard?")
    hands.press("Ctrl+2", "N")
    hands.fill("Mayor", "You are new.")
    hands.press("Ctrl+N")
    hands.fill("Engineer", "You know the wall.")
    hands.press("Ctrl+4", "N")
    hands.type("Open the gate?")
    hands.tab_to("Options")
    hands.press("N")
    hands.fill("Open it", "The engineer says now")
    hands.press("Ctrl+3", "N")
    hands.type("A call")
    hands.tab_to("How it arrives")
    hands.type("Call")
    hands.tab_to("Everyone")
    hands.write("Mayor")
    hands.tab_to("What it says")
    hands.type("The wall moves.")
    hands.press("Ctrl+N")
    hands.type("Water")
    hands.tab_to("How it arrives")
    hands.type("Alert")
    hands.tab_to("nothing: it comes at its minute")
    hands.choose("decision 1: “Open it”")
    hands.tab_to("What it says")
    hands.type("The low street is under water.")
    assert found.editor.checks.label.accessibleName() == "What is missing"
    hands.press("Ctrl+S", "Esc")
    assert found.editor is None
    pack = load_pack(folder.files()[0])
    assert pack.roles == ("Mayor", "Engineer")
    assert [(i.to, bool(i.when_decided), i.option) for i in pack.injects] == [
        ("Mayor", False, ""),
        ("Everyone", True, "option-1"),
    ]
    assert hands.at is found.packs.table
    hands.press("Return")
    assert [r.pack for r in session.workshop.rehearsals.values()] == [pack]
