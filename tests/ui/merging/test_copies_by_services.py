"""Second copies that cloud services make are told by their names; people's own names are not."""

from pathlib import Path

import pytest

from ui.merging.copies_by_services import made_by, service_of


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("ashby (Kim's conflicted copy 2026-03-18)", "Dropbox"),
        ("ashby (conflicted copy)", "Dropbox"),
        ("ashby (LAPTOP-7 Conflicted Copy 2026-03-18 (1))", "Dropbox"),
        ("ashby-LAPTOP-7QX", "OneDrive"),
        ("ashby.sync-conflict-20260318-143100-ABCDEF7", "Syncthing"),
        ("ashby (conflicted copy 2026-03-18 143100)", "Nextcloud"),
        ("ashby_conflict-20260318-143100", "Nextcloud"),
        ("ashby 2", "iCloud"),
        ("ashby (1)", "Google Drive"),
        ("ashby", ""),
        ("another 2", ""),
        ("another (1)", ""),
        ("ashby-2", ""),
        ("another-LAPTOP-7QX", ""),
    ],
)
def test_the_service_is_told_by_the_name_that_it_gave(name: str, service: str) -> None:
    assert made_by(name, "ashby") == service


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/kim/Dropbox/Work", "Dropbox"),
        ("/Users/kim/OneDrive - Ashby Council/Workshops", "OneDrive"),
        ("/Users/kim/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/kim/Nextcloud/a", "Nextcloud"),
        ("/home/kim/Google Drive/a", "Google Drive"),
        ("/home/kim/Documents/Facilitator", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known_by_its_name(folder: str, service: str) -> None:
    assert service_of(Path(folder)) == service


def test_a_folder_of_syncthing_is_known_by_its_mark(tmp_path: Path) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    assert service_of(inside) == ""
    (tmp_path / ".stfolder").mkdir()

    assert service_of(inside) == "Syncthing"
