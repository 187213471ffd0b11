"""Where drafts lie on the disk: one small file for each workshop, for its writer alone to read."""

import json
import os
from contextlib import suppress
from pathlib import Path


def draft_folder() -> Path:
    """Where drafts are kept."""
    from platformdirs import user_state_path

    return user_state_path("facilitator", appauthor=False) / "drafts"


def file_of(root: str, folder: Path | None = None) -> Path:
    """The file of the drafts of a workshop, named by its oldest entry; there or not."""
    return (folder or draft_folder()) / f"{root}.json"


def read(file: Path) -> dict[str, str]:
    """The drafts in a file; none where it cannot be read."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {str(a): w for a, w in said.items() if isinstance(w, str)}


def write(file: Path, words: dict[str, str]) -> None:
    """Write drafts down, whole or not at all, for nobody else to read; no file for none.

    A disk that does not take them is no reason to disturb whoever types.
    """
    with suppress(OSError):
        if not words:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f".{file.name}.new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(words, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
