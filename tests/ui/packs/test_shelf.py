"""Every pack that can be chosen: what ships, one's own, drafts; broken files stop nothing."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from facilitator.guide import ScenarioPack
from sessions.packs import PackFolder
from ui.packs.shelf import PackShelf
from ui.packs.words import about


def kinds(shelf: PackShelf) -> list[tuple[str, str]]:
    return [(each.kind, each.title) for each in shelf.offered() if each.kind != "shipped"]


def test_without_a_folder_there_is_what_ships(shelf: PackShelf) -> None:
    shelf.look()
    assert [each.key for each in shelf.offered()] == [f"SC{n}" for n in range(1, 7)]


def test_own_packs_come_by_title_then_drafts_then_broken_files(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    folder.keep(replace(street, title="Harbour"))
    folder.keep(replace(street, id="own-2", title="Alder"))
    folder.keep_draft(replace(street, id="own-3", title="Later", situation=""))
    (folder.folder / "half.toml").write_text("id = ", encoding="utf-8")
    shelf.look()
    assert kinds(shelf) == [
        ("own", "Alder"),
        ("own", "Harbour"),
        ("draft", "Later"),
        ("broken", "half.toml"),
    ]


def test_a_broken_file_keeps_nothing_else_away(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    path = folder.keep(street)
    path.write_text(path.read_text(encoding="utf-8").replace("at_min = 28", 'at_min = "x"'))
    shelf.look()
    assert [each.kind for each in shelf.offered()] == ["shipped"] * 6 + ["broken"]
    broken = shelf.offered()[-1]
    assert broken.title == "Not on our street"
    assert about(broken) == "cannot be used: 1 problem"
    assert not broken.ready


def test_a_folder_of_two_hundred_is_read_a_few_at_a_time(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack, qtbot: QtBot
) -> None:
    for number in range(200):
        folder.keep(replace(street, id=f"own-{number}", title=f"Pack {number:03}"))
    shelf.look()
    assert shelf.reading
    assert 0 < len(kinds(shelf)) < 20
    qtbot.waitUntil(lambda: not shelf.reading)
    assert len(kinds(shelf)) == 200


def test_a_file_that_has_not_changed_is_not_read_again(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack, monkeypatch
) -> None:
    folder.keep(street)
    shelf.look()
    read = []
    monkeypatch.setattr(folder, "read", lambda path: read.append(path))
    shelf.look()
    assert read == []


def test_a_file_that_has_changed_or_gone_is_seen(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    path = folder.keep(street)
    shelf.look()
    folder.keep(replace(street, title="Another street"), path)
    shelf.look()
    assert kinds(shelf) == [("own", "Another street")]
    folder.remove(path)
    shelf.look()
    assert kinds(shelf) == []


def test_a_file_under_the_id_of_a_shipped_pack_stands_beside_it(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    folder.keep(replace(street, id="SC3", title="Copied by hand"))
    shelf.look()
    keys = [each.key for each in shelf.offered()]
    assert "SC3" in keys
    assert len(keys) == 7


def test_a_pack_put_in_the_place_of_a_shipped_one_is_offered_instead(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    path = folder.keep(replace(street, id="SC3", title="Our street"), instead=True)
    shelf.look()
    assert "SC3" not in [each.key for each in shelf.offered()]
    found = shelf.of_id("SC3")
    assert found is not None
    assert found.path == path


def test_a_broken_pack_does_not_take_the_place_of_a_shipped_one(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    path = folder.keep(replace(street, id="SC3"), instead=True)
    path.write_text(path.read_text(encoding="utf-8").replace("at_min = 28", "at_min = 280"))
    shelf.look()
    assert "SC3" in [each.key for each in shelf.offered()]


def test_a_draft_says_how_many_things_are_missing(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    folder.keep_draft(replace(street, title="", situation="", content_note=""))
    folder.keep_draft(replace(street, id="own-2"))
    shelf.look()
    drafts = [each for each in shelf.offered() if each.kind == "draft"]
    assert {about(each) for each in drafts} == {
        "draft, not ready: 3 things missing",
        "draft, ready to be kept",
    }
    assert "A pack without a title" in [each.title for each in drafts]


def test_play_is_the_minutes_of_the_step_in_which_the_story_is_played(shelf: PackShelf) -> None:
    assert shelf.play == range(25, 68)


def test_what_ships_is_offered_in_type_and_ones_own_as_it_was_written(
    shelf: PackShelf, folder: PackFolder, street: ScenarioPack
) -> None:
    folder.keep(replace(street, title="Friday's harbour"))
    shelf.look()
    titles = [each.title for each in shelf.offered()]
    assert titles[4] == "Friday’s front page"
    assert titles[-1] == "Friday's harbour"
