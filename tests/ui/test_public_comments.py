"""Comments read from a CSV file."""

from pathlib import Path

import pytest

from ui.public_comments import CommentsProblem, read_comments


def read(folder: Path, text: str | bytes) -> tuple[str, ...]:
    """The comments in a file that holds this."""
    path = folder / "said.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_comments(path).texts


@pytest.mark.parametrize("head", ["comment-body", "Comment_Body", "text", " body ", "COMMENT"])
def test_the_column_is_found_by_its_name(tmp_path: Path, head: str) -> None:
    assert read(tmp_path, f"id,{head}\n1,More buses.\n") == ("More buses.",)


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    assert read(tmp_path, "comment-body\nTrees.\n".encode("utf-8-sig")) == ("Trees.",)


def test_a_comment_of_several_lines_is_one_comment(tmp_path: Path) -> None:
    assert read(tmp_path, 'comment-body\n"One,\r\ntwo ""three""."\n') == ('One,\r\ntwo "three".',)


def test_a_row_that_ends_early_has_a_blank_comment(tmp_path: Path) -> None:
    assert read(tmp_path, "id,comment-body\n1\n2,Trees.\n") == ("", "Trees.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it has no columns"),
        (b"comment-body\n\xe9t\xe9\n", "it is not text in UTF-8"),
        ("comment-body\n" + "x" * 200_000, "it is not a table in CSV"),
        ("a;comment;b\n1;2;3\n", "none of them is “comment-body”"),
    ],
)
def test_what_is_no_table_of_comments_is_said_to_be_none(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    with pytest.raises(CommentsProblem, match=words):
        read(tmp_path, text)
