"""Network shares: a workshop is never worked on there, because its log could be torn."""

import sys
from pathlib import Path

_SHARED = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "davfs",
    "fuse.davfs2",
    "fuse.sshfs",
    "fuse.rclone",
}
"""File systems that lie on another computer, as Linux names them."""
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4
"""What Windows calls a drive that lies on another computer."""


def is_on_a_share(path: Path) -> bool:
    """Whether a file lies on another computer, as far as the system tells; macOS does not."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    if sys.platform == "linux":
        try:
            return kind_of(path, _MOUNTS.read_text(encoding="utf-8", errors="replace")) in _SHARED
        except OSError:
            return False
    return False


def kind_of(path: Path, mounts: str) -> str:
    """The kind of file system that a path lies on, by the list of what is mounted."""
    wanted = str(path.absolute())
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        place = parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = wanted == place or wanted.startswith(place.rstrip("/") + "/")
        # The last one mounted on a place hides the others.
        if inside and len(place) >= len(best):
            best, kind = place, parts[2]
    return kind


def _is_remote_drive(path: Path) -> bool:
    anchor = path.absolute().anchor
    if anchor.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll", None)
    return bool(kernel and kernel.kernel32.GetDriveTypeW(anchor) == _REMOTE)
