"""A person's settings: one small JSON file in the place that their system keeps for it."""

import json
from pathlib import Path
from typing import Any

from sessions.problems import Unwritable


def settings_file() -> Path:
    """Where the person's settings are kept."""
    from platformdirs import user_config_path

    return user_config_path("facilitator", appauthor=False) / "settings.json"


def read_settings(file: Path | None = None) -> dict[str, Any]:
    """What the settings say. Settings that cannot be read say nothing: the app must still start."""
    try:
        said = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def keep_settings(changes: dict[str, Any], file: Path | None = None) -> None:
    """Remember these settings beside the others. Raises `SessionProblem`."""
    file = file or settings_file()
    kept = read_settings(file) | changes
    new = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        new.replace(file)
    except OSError as error:
        raise Unwritable.new(file) from error
