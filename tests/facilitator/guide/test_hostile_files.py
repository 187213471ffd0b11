"""Files that no person would write: refused with a sentence, and never read for long."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

import facilitator.guide
from facilitator.guide import GuideProblem, faults_of, load_guide, load_pack, read_unchecked

HEAD = 'id = "x"\ntitle = "X"\n'
DEEP = "too many tables or lists lie within one another here."
LARGE = "this number is far too large."


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("facts = " + "[" * 5000 + "]" * 5000, 0, DEEP),
        ("facts = " + "[" * 100 + "]" * 100, 3, DEEP),
        ("facts = " + "{a = " * 30 + "1" + "}" * 30, 3, DEEP),
        ("\n" + ".".join(["a"] * 400_000) + " = 1", 4, DEEP),
        ("[" + ' . "a b" . '.join(["a"] * 60_000) + "]", 3, DEEP),
        ("check_in_before = " + "9" * 5000, 3, "this number has far too many digits."),
        ("[[injects]]\nat_min = 0x" + "f" * 5000, 4, LARGE),
        ("[[injects]]\nat_min = -99999999999", 4, LARGE),
    ],
)
def test_what_no_script_holds_is_a_fault_of_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f"{HEAD}{text}\n", encoding="utf-8")
    for read in (load_pack, read_unchecked):
        with pytest.raises(GuideProblem) as caught:
            read(path)
        assert [(each.line, each.what) for each in caught.value.problems] == [(line, said)]


def test_a_file_that_is_too_long_is_refused_with_its_size_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.toml"
    path.write_text("#" * 3_140_000, encoding="utf-8")
    monkeypatch.setattr("tomllib.loads", None)
    with pytest.raises(GuideProblem) as caught:
        load_pack(path)
    assert str(caught.value) == "x.toml: it is 3.2 MB long, and no more than 1 MB is read."


def test_a_number_of_a_kind_that_does_not_fit_is_no_number_to_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f'{HEAD}[[injects]]\nat_min = "{"9" * 5000}"\n', encoding="utf-8")
    assert read_unchecked(path).injects[0].at_min == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in this system's folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.toml")
    with pytest.raises(GuideProblem, match=r"^x\.toml: it is not a file that can be read\.$"):
        load_pack(tmp_path / "x.toml")


def test_a_pack_that_has_become_too_long_to_be_read_again_has_a_fault() -> None:
    pack = load_guide().packs["SC1"]
    assert faults_of(replace(pack, facts=("word " * 4000,) * 44)) == []
    assert [each.what for each in faults_of(replace(pack, facts=("word " * 4000,) * 45))] == [
        "all of it together is longer than a pack can be; shorten or remove something."
    ]


def test_what_could_not_be_kept_again_is_not_read_as_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    text = (Path(facilitator.guide.__file__).parent / "scenarios" / "ward-9.toml").read_text(
        "utf-8"
    )
    path.write_text(text.replace('title = "', f'title = "{"word " * 181_000}', 1), encoding="utf-8")
    with pytest.raises(GuideProblem, match=r"^x\.toml, line 1: all of it together is longer"):
        load_pack(path)


def test_one_hundred_sentences_of_one_word_are_a_text(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f'title = "{"Wait. " * 99}"\n', encoding="utf-8")
    assert read_unchecked(path).title.startswith("Wait. Wait.")
