"""Public comments from a CSV file, such as Polis exports. Who wrote them is held nowhere."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

_WORDS = ("comment-body", "comment", "text", "body")
_MODERATED = "moderated"


class CommentsProblem(Exception):  # noqa: N818  named by whose fault it is, like Refused
    """A file that no comments can be read from: a plain sentence."""


@dataclass(frozen=True)
class Comments:
    """The comments of a file in its order, and how many of them moderators had turned down."""

    texts: tuple[str, ...]
    turned_down: int


def read_comments(path: Path, *, accepted_only: bool = False) -> Comments:
    """The comments in a CSV file with a column of that name. Raises `CommentsProblem`.

    Where a column says -1 for those that moderators turned down, `accepted_only` leaves them out.
    """
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=False)
    try:
        heads = [head.strip().casefold().replace("_", "-") for head in next(rows, [])]
        table = list(rows)
    except csv.Error as error:
        raise _problem(path, f"it is not a table in CSV ({error})") from error
    words = next((heads.index(name) for name in _WORDS if name in heads), None)
    if words is None:
        found = ", ".join(f"“{head}”" for head in heads if head)
        columns = f"its columns are {found}" if found else "it has no columns"
        raise _problem(path, f"{columns}, and none of them is “comment-body”")
    verdict = heads.index(_MODERATED) if _MODERATED in heads else len(heads)
    texts = []
    turned_down = 0
    for row in table:
        against = _cell(row, verdict).strip() in ("-1", "-1.0")
        turned_down += against
        if not (against and accepted_only):
            texts.append(_cell(row, words))
    return Comments(tuple(texts), turned_down)


def _text(path: Path) -> str:
    try:
        # utf-8-sig: what a spreadsheet saves as UTF-8 begins with a byte-order mark.
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _problem(path, "it is not text in UTF-8; save it as CSV in UTF-8") from error
    except OSError as error:
        raise _problem(path, f"it could not be read ({error.strerror})") from error


def _cell(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _problem(path: Path, what: str) -> CommentsProblem:
    return CommentsProblem(f"“{path.name}” brought no comments: {what}. The workshop is as it was.")
