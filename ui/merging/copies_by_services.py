"""Second copies of a file that a cloud service made because two computers wrote at once.

The names are those that the services give; whether it is a copy of this workshop is told by what
stands in it, never by its name.
"""

import re
from pathlib import Path

# The first that fits: Nextcloud and Dropbox use the same words, and only one adds the time.
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Nextcloud", re.compile(r"_conflict-\d{8}-\d{6}| \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)")),
    ("Dropbox", re.compile(r" \((?:.*\b)?conflicted copy\b.*\)$", re.IGNORECASE)),
    ("Syncthing", re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?", re.IGNORECASE)),
    ("Google Drive", re.compile(r" \(\d{1,3}\)$")),
    ("iCloud", re.compile(r" \d{1,2}$")),
)
# OneDrive puts the name of the computer after a hyphen, so only a name that is known tells it.
_HOST = re.compile(r"-[A-Za-z0-9][A-Za-z0-9-]{2,62}$")
_FOLDERS = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_SYNCTHING = ".stfolder"


def made_by(name: str, of: str) -> str:
    """The service that made a file of that name as a second copy of another; empty if none did.

    Both are names without ".workshop". "Google Drive" and "iCloud" only number their copies, as
    people do, so they are told only where the rest is the other's name.
    """
    if name == of:
        return ""
    for service, mark in _MARKS:
        found = mark.search(name)
        if found is None:
            continue
        rest = name[: found.start()] + name[found.end() :]
        if service in ("Google Drive", "iCloud") and rest != of:
            continue
        return service
    host = _HOST.search(name)
    if host is not None and name[: host.start()] == of and any(c.isalpha() for c in host[0]):
        return "OneDrive"
    return ""


def service_of(folder: Path) -> str:
    """The service that copies what lies in a folder to other computers; empty if none is known."""
    for part in folder.parts:
        plain = part.casefold()
        if plain.startswith("onedrive"):
            return "OneDrive"
        known = next((name for mark, name in _FOLDERS.items() if plain.startswith(mark)), "")
        if known:
            return known
    for each in (folder, *folder.parents):
        try:
            if (each / _SYNCTHING).exists():
                return "Syncthing"
        except OSError:
            continue
    return ""
