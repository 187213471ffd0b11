"""Names for files people will look for, and files that are either whole or not there."""

import os
import re
import tempfile
import unicodedata
from pathlib import Path

_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(10)))
)
_LONGEST = 80


class ExportProblem(Exception):  # noqa: N818  named by whose fault it is, like Refused
    """A document could not be written. Its words say what happened, what is safe, what to do."""


def file_name(*parts: str, suffix: str) -> str:
    """A plain name in lower case, such as `ashby-board-agreement-v1.pdf`.

    It has no folder in it, is no device of Windows, and at most 80 letters before the suffix.
    """
    words = unicodedata.normalize("NFKD", " ".join(parts)).lower()
    words = "".join(char for char in words if not unicodedata.combining(char))
    slug = re.sub(r"[\W_]+", "-", words)[:_LONGEST].strip("-") or "document"
    if slug.split("-")[0] in _RESERVED:
        slug = f"document-{slug}"
    return f"{slug}{suffix}"


def replace_file(path: Path, content: bytes) -> None:
    """Write the file whole: beside its place first, onto the disk, then into its place.

    Raises `ExportProblem`; a file that stood there before is then untouched.
    """
    if not path.parent.is_dir():
        raise ExportProblem(
            f"The folder “{path.parent}” is not there, so {path.name} was not written. "
            "The workshop is safe. Choose another folder, or make this one, and try again."
        )
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".writing-", suffix=path.suffix, dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for their owner alone; a document is made to be passed on.
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise ExportProblem(_words(error, path)) from error


def _words(error: OSError, path: Path) -> str:
    safe = "The workshop is safe, and an older file of that name is as it was."
    match error:
        case PermissionError():
            return (
                f"{path.name} could not be written in “{path.parent}”: the folder is read-only, or "
                f"the file is open in another program. {safe} Close the file or choose another "
                "folder, and try again."
            )
        case OSError(errno=28 | 122):
            return (
                f"{path.name} was not written: the disk is full. {safe} "
                "Make some room or choose another disk, and try again."
            )
        case IsADirectoryError():
            return (
                f"{path.name} was not written: a folder of that name stands in “{path.parent}”. "
                f"{safe} Choose another name or folder, and try again."
            )
        case _:
            return (
                f"{path.name} could not be written in “{path.parent}” ({error.strerror}). {safe} "
                "Choose another folder, and try again."
            )
