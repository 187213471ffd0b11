"""A person's own packs: written as TOML and read back equal, kept whole, drafts kept apart."""

import os
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.guide import GuideProblem, Inject, Option, RoleNote, ScenarioPack, load_guide
from facilitator.guide.scenario import DebriefPhase, DecisionPoint
from sessions.packs import PackFolder, pack_toml, write_pack
from sessions.problems import Full

PACKS = load_guide().packs
WARD_9 = PACKS["SC1"]

WORDS = st.text(max_size=30)
MINUTES = st.integers(min_value=-5, max_value=500)
INJECTS = st.builds(
    Inject,
    id=WORDS, at_min=MINUTES, arrives_as=WORDS, to=WORDS, text=WORDS, title=WORDS,
    story_time=WORDS, when_decided=WORDS, option=WORDS, unless_decided=WORDS,
)  # fmt: skip
OPTIONS = st.builds(Option, id=WORDS, title=WORDS, note=WORDS)
POINTS = st.builds(
    DecisionPoint,
    id=WORDS, at_min=MINUTES, question=WORDS, minutes=MINUTES,
    options=st.lists(OPTIONS, max_size=3).map(tuple),
)  # fmt: skip


def several(each: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(each, max_size=3).map(tuple)


ANY_PACK = st.builds(
    ScenarioPack,
    id=WORDS, title=WORDS, content_note=WORDS, situation=WORDS, facts=several(WORDS),
    roles=several(WORDS), stakes=several(WORDS), injects=several(INJECTS),
    decision_points=several(POINTS), dilemmas=several(WORDS),
    values_likely_strained=several(WORDS), accountability_limits=several(WORDS),
    check_in_before=WORDS, check_in_after=WORDS,
    debrief=several(
        st.builds(DebriefPhase, phase=WORDS, minutes=MINUTES, questions=several(WORDS))
    ),
    role_notes=several(st.builds(RoleNote, role=WORDS, kin=several(WORDS), brief=WORDS)),
    observer_tasks=several(WORDS),
)  # fmt: skip


def read(text: str) -> ScenarioPack:
    return msgspec.convert(tomllib.loads(text), ScenarioPack)


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "Scenario packs")


@given(ANY_PACK)
def test_any_pack_is_read_back_as_it_was_written(pack: ScenarioPack) -> None:
    assert read(pack_toml(pack)) == pack


@pytest.mark.parametrize("pack", PACKS)
def test_a_shipped_pack_goes_through_a_file_and_comes_back_equal(
    pack: str, folder: PackFolder
) -> None:
    path = folder.keep(PACKS[pack])
    assert folder.read(path).pack == PACKS[pack]
    assert folder.read(path).ready


@pytest.mark.parametrize(
    "words", ['She said "no"', "two\nlines", 'a """ in\nit', "Tŷ 🏥 مجلس", "back\\slash\nr\r\nn"]
)
def test_quotation_marks_lines_and_signs_come_back_as_they_were(words: str) -> None:
    pack = replace(WARD_9, situation=words, facts=(words, words))
    assert read(pack_toml(pack)) == pack


def test_fields_that_say_nothing_are_left_out() -> None:
    inject = Inject(id="I", at_min=30, arrives_as="Call", to="Everyone", text="News")
    text = pack_toml(replace(WARD_9, injects=(inject,), role_notes=(), observer_tasks=()))
    for field in ("story_time", "when_decided", "role_notes", "observer_tasks", "minutes = 5"):
        assert field not in text


def test_a_text_of_several_lines_is_written_on_several_lines() -> None:
    assert 'situation = """\none\ntwo"""' in pack_toml(replace(WARD_9, situation="one\ntwo"))


def test_a_pack_is_kept_in_a_file_named_after_it(folder: PackFolder) -> None:
    assert folder.keep(WARD_9).name == "ward-9.toml"
    assert folder.keep(WARD_9).name == "ward-9-2.toml"
    assert [path.name for path in folder.files()] == ["ward-9-2.toml", "ward-9.toml"]


def test_a_pack_is_kept_again_in_its_own_file_whatever_it_is_called_now(
    folder: PackFolder,
) -> None:
    path = folder.keep(WARD_9)
    assert folder.keep(replace(WARD_9, title="Ward 10"), path) == path
    assert [each.name for each in folder.files()] == ["ward-9.toml"]
    assert folder.read(path).pack == replace(WARD_9, title="Ward 10")


def test_a_pack_that_the_guide_would_refuse_is_not_written(folder: PackFolder) -> None:
    with pytest.raises(GuideProblem, match=r"title is empty"):
        folder.keep(replace(WARD_9, title=""))
    assert folder.files() == []


def test_a_pack_in_place_of_a_shipped_one_says_so_in_its_name(folder: PackFolder) -> None:
    path = folder.keep(WARD_9, instead=True)
    assert path.name == "ward-9.instead.toml"
    assert folder.read(path).instead
    assert not folder.read(folder.keep(WARD_9)).instead


def test_what_is_not_ready_is_a_draft_and_listed_last(folder: PackFolder) -> None:
    folder.keep_draft(replace(WARD_9, id="own-1", title=""))
    folder.keep(WARD_9)
    pack, draft = (folder.read(path) for path in folder.files())
    assert pack.ready
    assert (draft.draft, draft.ready, draft.path.name) == (True, False, "own-1.toml")
    assert draft.pack is not None
    assert draft.pack.id == "own-1"
    assert [each.what for each in draft.problems] == ["title is empty."]


def test_a_draft_that_nothing_is_missing_from_is_still_a_draft(folder: PackFolder) -> None:
    draft = folder.read(folder.keep_draft(WARD_9))
    assert (draft.problems, draft.ready) == ((), False)


def test_keeping_a_pack_leaves_every_draft_where_it_is(folder: PackFolder) -> None:
    draft = folder.keep_draft(replace(WARD_9, title="Half"))
    kept = folder.keep(WARD_9)
    assert folder.files() == [kept, draft]


@pytest.mark.parametrize(
    ("one", "other"), [("Ward-9", "ward-9"), ("w" * 61, "w" * 62), ("own-1", "own-1")]
)
def test_drafts_whose_ids_are_alike_have_files_of_their_own(
    folder: PackFolder, one: str, other: str
) -> None:
    first = folder.keep_draft(replace(WARD_9, id=one, title="First"))
    second = folder.keep_draft(replace(WARD_9, id=other, title="Second"))
    assert [folder.read(path).pack.title for path in (first, second)] == ["First", "Second"]


def test_a_draft_is_kept_again_in_its_own_file(folder: PackFolder) -> None:
    path = folder.keep_draft(WARD_9)
    assert folder.keep_draft(replace(WARD_9, title="Ward 10"), path) == path
    assert [folder.read(each).pack.title for each in folder.files()] == ["Ward 10"]


def test_a_broken_file_says_on_which_line_and_what_can_be_read_is_read(
    folder: PackFolder,
) -> None:
    path = folder.keep(WARD_9)
    text = path.read_text(encoding="utf-8")
    line = text[: text.index("at_min = 28")].count("\n") + 1
    path.write_text(text.replace("at_min = 28", "at_min = 280"), encoding="utf-8")
    found = folder.read(path)
    assert [(each.path, each.line) for each in found.problems] == [(path, line)]
    assert found.pack is not None
    assert found.pack.injects[0].at_min == 280
    assert not found.ready


def test_a_file_that_is_no_toml_has_no_pack(folder: PackFolder) -> None:
    path = folder.keep(WARD_9)
    path.write_text('id = "SC1"\ntitle = Ward\n', encoding="utf-8")
    found = folder.read(path)
    assert found.pack is None
    assert [each.line for each in found.problems] == [2]


def test_a_folder_that_is_not_there_holds_nothing(folder: PackFolder) -> None:
    assert folder.files() == []
    assert folder.read(folder.folder / "gone.toml").problems[0].line == 0


def test_a_pack_that_cannot_be_written_leaves_the_one_that_was_there(
    folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder.keep(WARD_9)

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Full):
        write_pack(replace(WARD_9, title="Ward 10"), path)
    assert folder.read(path).pack == WARD_9
    assert list(folder.folder.iterdir()) == [path]


def test_a_removed_pack_is_gone_and_removing_it_again_is_no_trouble(folder: PackFolder) -> None:
    path = folder.keep(WARD_9)
    folder.remove(path)
    folder.remove(path)
    assert folder.files() == []


def test_what_a_mac_leaves_beside_a_pack_is_passed_over(folder: PackFolder) -> None:
    path = folder.keep(WARD_9)
    (folder.folder / "._ward-9.toml").write_bytes(b"\x00\x05\x16\x07\xff")
    assert folder.files() == [path]


@pytest.mark.parametrize(
    "text",
    ["facts = " + "[" * 9000 + "]" * 9000, "id = " + "9" * 5000, "#" * 1_000_001, "\x00", "\ud800"],
)
def test_no_file_of_the_folder_raises_or_stops_the_others(folder: PackFolder, text: str) -> None:
    path = folder.keep(WARD_9)
    bad = folder.folder / "a.toml"
    bad.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert [folder.read(each).ready for each in folder.files()] == [False, True]
    assert folder.files() == [bad, path]


def test_a_draft_that_is_too_long_to_be_a_pack_can_be_gone_on_with(folder: PackFolder) -> None:
    long = replace(WARD_9, facts=("word " * 4000,) * 60)
    found = folder.read(folder.keep_draft(long))
    assert found.pack == long
    assert [each.what for each in found.problems] == [
        "it is 1.3 MB long, and no more than 1 MB is read."
    ]
