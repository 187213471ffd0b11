"""A workshop is never worked on where it lies on another computer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sessions import shares
from sessions.library import look
from sessions.problems import OnAShare
from sessions.session import Session
from sessions.shares import kind_of

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/notes /mnt/notes nfs4 rw 0 0
//nas/share /mnt/the\\040share cifs rw 0 0
tmpfs /mnt/notes/local tmpfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/a.workshop", "ext4"),
        ("/mnt/notes/a.workshop", "nfs4"),
        ("/mnt/notes-of-mine/a.workshop", "ext4"),
        ("/mnt/the share/a.workshop", "cifs"),
        ("/mnt/notes/local/a.workshop", "tmpfs"),
    ],
)
def test_the_nearest_mount_says_what_a_file_lies_on(path: str, kind: str) -> None:
    assert kind_of(Path(path), MOUNTS) == kind


@pytest.fixture
def shared(session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """As if the workshop's folder lay on another computer."""
    session.close()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//nas/share {session.path.parent} cifs rw 0 0\n")
    monkeypatch.setattr(shares, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    return session.path


def test_on_a_share_it_is_neither_opened_nor_begun_and_stays_as_it_is(shared: Path) -> None:
    before = shared.read_bytes()

    with pytest.raises(OnAShare, match="network share"):
        Session.open(shared)
    with pytest.raises(OnAShare):
        Session.create(shared.with_name("new.workshop"))

    assert shared.read_bytes() == before
    assert not shared.with_name("new.workshop").exists()


def test_on_a_share_it_can_be_looked_at(
    session: Session, write: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(session)
    session.close()
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//nas/share {session.path.parent} cifs rw 0 0\n")
    monkeypatch.setattr(shares, "_MOUNTS", mounts)

    assert look(session.path).contributions == 1
