import stat
from pathlib import Path

import pytest

from exports.file_names import ExportProblem, file_name, replace_file


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ("Ashby Health & Wellbeing", "agreement", "v1"),
            "ashby-health-wellbeing-agreement-v1.pdf",
        ),
        (("../../etc/passwd",), "etc-passwd.pdf"),
        (("CON",), "document-con.pdf"),
        (("nul.txt",), "document-nul-txt.pdf"),
        (("Llŷn",), "llyn.pdf"),
        (("…",), "document.pdf"),
        (("x" * 300,), "x" * 80 + ".pdf"),
    ],
)
def test_a_file_is_named_plainly(parts: tuple[str, ...], expected: str) -> None:
    assert file_name(*parts, suffix=".pdf") == expected


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_can_be_read_by_others(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.pdf", b"new")
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) & 0o444 == 0o444


def test_a_missing_folder_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match=r"is not there.*The workshop is safe"):
        replace_file(tmp_path / "gone" / "a.pdf", b"new")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "denied"), "open in another program"),
        (OSError(28, "No space left on device"), "the disk is full"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_a_failed_replacement_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportProblem, match=words):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_of_that_name_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ExportProblem, match="a folder of that name"):
        replace_file(tmp_path / "a.pdf", b"new")
