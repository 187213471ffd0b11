"""A facilitator's own folder of scripts: what it adds, what it replaces, what it cannot hold."""

from pathlib import Path

import pytest

from facilitator.guide import GuideProblem, load_guide

JOURNEY = 'id = "mine"\ntitle = "Mine"\nsummary = "Short"\nlength = "a morning"\nstages = {}\n'


def test_a_stage_of_one_s_own_takes_the_place_of_the_shipped_one(own: Path) -> None:
    path = own / "templates" / "purpose.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('title = "Open"', 'title = "Begin"'), encoding="utf-8")
    guide = load_guide(own)
    assert guide.step("purpose", "welcome").title == "Begin"
    assert list(guide.stages) == list(load_guide().stages)


def test_a_folder_with_one_journey_leaves_everything_else_as_shipped(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    path = tmp_path / "templates" / "mine.journey.toml"
    path.write_text(JOURNEY.format('["gather", "values", "agreement"]'))
    guide, shipped = load_guide(tmp_path), load_guide()
    assert guide.journeys["mine"].stages == ("gather", "values", "agreement")
    assert list(guide.journeys) == ["full-journey", "mine", "purpose", "values", "rehearsal"]
    assert guide.stages == shipped.stages
    assert guide.packs == shipped.packs


def test_a_pack_of_one_s_own_is_added(own: Path) -> None:
    path = own / "scenarios" / "ward-9.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('id = "SC1"', 'id = "MINE"'))
    assert list(load_guide(own).packs) == ["MINE", "SC1", "SC2", "SC3", "SC4", "SC5", "SC6"]


def test_two_files_of_one_folder_cannot_hold_the_same_pack(own: Path) -> None:
    path = own / "scenarios" / "ward-10.toml"
    path.write_bytes((own / "scenarios" / "ward-9.toml").read_bytes())
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert str(caught.value) == ('ward-9.toml, line 6: the id "SC1" is also that of ward-10.toml.')


def test_a_stage_that_cannot_be_used_is_not_also_called_missing(own: Path) -> None:
    path = own / "templates" / "purpose.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes = 90", "minutes = 1"))
    with pytest.raises(GuideProblem) as caught:
        load_guide(own)
    assert len(caught.value.problems) == 1


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(GuideProblem, match=r"^scripts: there is no such folder\.$"):
        load_guide(tmp_path / "scripts")


def test_a_script_beside_the_two_folders_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "mine.journey.toml").write_text(JOURNEY.format('["gather"]'))
    with pytest.raises(GuideProblem, match=r"^mine\.journey\.toml: it stands outside the folders"):
        load_guide(tmp_path)


def test_what_a_mac_leaves_beside_a_script_is_passed_over(own: Path) -> None:
    (own / "templates" / "._purpose.toml").write_bytes(b"\x00\x05\x16\x07\xff")
    assert load_guide(own) == load_guide()
