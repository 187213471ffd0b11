"""Two hundred hostile files and more, each with a name that says what is wrong with it.

`hostile_files(folder)` makes them, each in a folder of its own. Another suite plays them too.
"""

import shutil
import tempfile
from pathlib import Path

from tests.sessions.intake import hostile_bytes, hostile_places, hostile_rows, hostile_schemas
from tests.sessions.intake.planted import Spoil, plain_workshop

CASES: dict[str, Spoil] = {
    **hostile_schemas.CASES,
    **hostile_rows.CASES,
    **hostile_bytes.CASES,
    **hostile_places.CASES,
}


def hostile_file(name: str, folder: Path, sound: Path) -> Path:
    """One of them, made from a sound workshop; the path of what is to be taken in."""
    place = folder / name.replace("/", " ").replace(" ", "-")
    place.mkdir(parents=True)
    path = place / "notes.workshop"
    shutil.copy(sound, path)
    made = CASES[name](path)
    return made if isinstance(made, Path) else path


def hostile_files(folder: Path) -> list[Path]:
    """All of them."""
    with tempfile.TemporaryDirectory() as elsewhere:
        sound = Path(elsewhere) / "sound.workshop"
        plain_workshop(sound)
        return [hostile_file(name, folder, sound) for name in CASES]
