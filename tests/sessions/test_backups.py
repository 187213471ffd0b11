"""Backups: verified before they count, thinned by age, brought back and nothing overwritten."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator.attribution import choose_for_all
from facilitator.board import capture
from facilitator.history import root_of
from facilitator.redaction import find, targets_of
from sessions.backups import Backups, Kept
from sessions.library import entries_of, look
from sessions.problems import Damaged, Full, Locked, Unwritable
from sessions.restoring import restore, what_returns
from sessions.session import Session

Write = Callable[..., Any]
STEP = ("purpose", "only-us")


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "elsewhere")


@pytest.fixture
def kept_session(session: Session, backups: Backups, write: Write) -> Session:
    """A workshop with three cards, whose copies are kept."""
    session.backups = backups
    for number in range(3):
        write(session, f"Card {number}")
    return session


def all_kept(backups: Backups, session: Session) -> list[Kept]:
    return backups.kept(root_of(session.history.entries))


def everything(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_a_copy_holds_all_there_is_and_says_why_it_was_made(
    kept_session: Session, backups: Backups
) -> None:
    kept_session.back_up("before a merge")

    (kept,) = all_kept(backups, kept_session)
    assert kept.why == "before a merge"
    assert abs(datetime.now(UTC) - kept.made) < timedelta(minutes=5)
    assert entries_of(kept.path) == kept_session.history.entries
    assert kept.size == kept.path.stat().st_size


def test_a_copy_is_due_only_once_something_changed(
    kept_session: Session, backups: Backups, write: Write
) -> None:
    assert backups.due(kept_session)
    backups.keep(kept_session, "every ten minutes")
    assert not backups.due(kept_session)
    write(kept_session)
    assert backups.due(kept_session)


def test_of_a_workshop_in_which_nothing_happened_no_copy_is_kept(
    session: Session, backups: Backups
) -> None:
    assert not backups.due(session)
    assert backups.keep(session, "on closing") is None


def test_a_copy_that_is_not_whole_is_not_kept_and_no_older_one_goes(
    kept_session: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.keep(kept_session, "on closing")
    copy_to = kept_session.copy_to

    def cut_short(path: Path) -> None:
        copy_to(path)
        path.write_bytes(path.read_bytes()[:-4096])

    monkeypatch.setattr(kept_session, "copy_to", cut_short)
    with pytest.raises(Damaged):
        backups.keep(kept_session, "on closing")

    assert len(all_kept(backups, kept_session)) == 1
    assert len(list(backups.folder.rglob("*.workshop*"))) == 1


def test_a_copy_of_an_altered_entry_is_not_kept(
    kept_session: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to = kept_session.copy_to

    def altered(path: Path) -> None:
        copy_to(path)
        path.write_bytes(path.read_bytes().replace(b"Card 1", b"Card 9"))

    monkeypatch.setattr(kept_session, "copy_to", altered)
    with pytest.raises(Damaged):
        backups.keep(kept_session, "on closing")


def test_a_full_disk_keeps_no_copy_and_lets_the_room_go_on(
    kept_session: Session, backups: Backups, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise Full.new(path)

    monkeypatch.setattr(kept_session, "copy_to", full)
    with pytest.raises(Full):
        backups.keep(kept_session, "every ten minutes")

    write(kept_session, "Goes on")
    assert backups.due(kept_session)


def test_a_folder_that_cannot_be_made_is_said_in_plain_words(
    kept_session: Session, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(Unwritable, match="could not be saved"):
        Backups(tmp_path / "file").keep(kept_session, "on closing")


def made_at(backups: Backups, session: Session, *ages: timedelta) -> list[timedelta]:
    """Copies of these ages are thinned; the ages of those that stay."""
    now = datetime(2026, 3, 18, 12, 30, tzinfo=UTC)
    folder = backups.folder / root_of(session.history.entries)
    folder.mkdir(parents=True, exist_ok=True)
    for age in ages:
        name = (now - age).strftime("%Y-%m-%dT%H-%M-%S-%fZ")
        (folder / f"{name} every-ten-minutes.workshop").write_bytes(b"a copy")
    backups.thin(folder.name)
    return sorted(now - kept.made for kept in all_kept(backups, session))


def minutes(*numbers: int) -> list[timedelta]:
    return [timedelta(minutes=n) for n in numbers]


def test_all_of_the_last_two_hours_stay(kept_session: Session, backups: Backups) -> None:
    ages = minutes(*range(0, 121, 10))

    assert made_at(backups, kept_session, *ages) == ages


def test_one_of_each_hour_stays_for_two_days_and_one_of_each_day_for_a_month(
    kept_session: Session, backups: Backups
) -> None:
    hours = [timedelta(hours=h, minutes=m) for h in range(3, 48) for m in (5, 15, 25)]
    days = [timedelta(days=d, hours=h) for d in range(3, 31) for h in (0, 5)]

    left = made_at(backups, kept_session, timedelta(0), *hours, *days)

    # With one more, because the newest three stay whatever their age.
    assert len([a for a in left if timedelta(hours=2) < a <= timedelta(days=2)]) == 45 + 1
    assert len([a for a in left if timedelta(days=2) < a <= timedelta(days=31)]) == 28


def test_the_newest_from_before_a_merge_never_goes(kept_session: Session, backups: Backups) -> None:
    folder = backups.folder / root_of(kept_session.history.entries)
    folder.mkdir(parents=True)
    merge = folder / "2024-03-18T12-29-00-000000Z before-a-merge.workshop"
    merge.write_bytes(b"a copy")
    (folder / "2024-03-18T12-29-30-000000Z on-closing.workshop").write_bytes(b"a copy")

    made_at(backups, kept_session, *minutes(0, 1, 2, 3, 4))

    assert merge.exists()
    assert len(all_kept(backups, kept_session)) == 5 + 2


def test_too_many_bytes_let_old_ones_go_but_never_the_last_three(
    kept_session: Session, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sessions.backups.MOST_BYTES", 10)

    assert made_at(backups, kept_session, *minutes(0, 1, 2, 3, 4)) == minutes(0, 1, 2)


def test_a_copy_is_found_for_a_file_that_cannot_be_read(
    kept_session: Session, backups: Backups
) -> None:
    backups.keep(kept_session, "on closing")
    kept_session.close()
    kept_session.path.write_bytes(b"nothing that anybody could read")

    assert len(backups.kept_for(kept_session.path)) == 1
    assert backups.kept_for(kept_session.path.with_name("other.workshop")) == []


def test_a_copy_is_found_for_a_file_that_was_renamed(
    kept_session: Session, backups: Backups
) -> None:
    backups.keep(kept_session, "on closing")
    kept_session.close()
    moved = kept_session.path.rename(kept_session.path.with_name("moved.workshop"))

    assert len(backups.kept_for(moved)) == 1


def test_bringing_one_back_overwrites_nothing(kept_session: Session, backups: Backups) -> None:
    kept = backups.keep(kept_session, "on closing")
    kept_session.close()
    path = kept_session.path
    path.write_bytes(b"damaged")

    aside = restore(kept, path)

    assert look(path).contributions == 3
    assert aside is not None
    assert aside.read_bytes() == b"damaged"
    assert "put aside" in aside.name
    with Session.open(path) as again:
        assert again.workshop == kept_session.workshop


def test_bringing_one_back_where_there_is_no_file(kept_session: Session, backups: Backups) -> None:
    kept = backups.keep(kept_session, "on closing")
    kept_session.close()
    kept_session.path.unlink()

    assert restore(kept, kept_session.path) is None
    assert look(kept_session.path).contributions == 3


def test_it_is_said_what_comes_back_and_what_does_not(
    kept_session: Session, backups: Backups, write: Write
) -> None:
    kept = backups.keep(kept_session, "on closing")
    write(kept_session, "Later")
    kept_session.close()

    found = what_returns(kept, kept_session.path)
    assert (found.entries, found.contributions, found.beyond) == (3, 3, 1)
    kept_session.path.write_bytes(b"damaged")
    assert what_returns(kept, kept_session.path).beyond is None


def test_a_copy_that_another_thread_verifies_counts_only_then(
    kept_session: Session, backups: Backups
) -> None:
    finish = backups.copy(kept_session, "every ten minutes")
    assert all_kept(backups, kept_session) == []
    assert backups.due(kept_session)

    assert finish is not None
    made = finish()

    assert all_kept(backups, kept_session) == [made]
    assert not backups.due(kept_session)


def test_only_an_older_file_is_kept_before_it_is_opened(
    kept_session: Session, backups: Backups
) -> None:
    kept_session.close()
    assert backups.keep_before_migration(kept_session.path) is None
    with closing(sqlite3.connect(kept_session.path, isolation_level=None)) as connection:
        connection.execute("DROP TABLE this_file")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'this file'")
        connection.execute("PRAGMA user_version = 1")
    before = kept_session.path.read_bytes()

    kept = backups.keep_before_migration(kept_session.path)

    assert kept is not None
    assert kept.why == "before a migration"
    assert kept.path.read_bytes() == before
    with Session.open(kept_session.path) as again:
        assert len(again.history) == 3


def test_one_that_somebody_has_open_is_not_replaced(
    kept_session: Session, backups: Backups
) -> None:
    kept = backups.keep(kept_session, "on closing")

    with pytest.raises(Locked):
        restore(kept, kept_session.path)

    assert kept_session.path.exists()


def test_a_damaged_copy_is_not_brought_back(kept_session: Session, backups: Backups) -> None:
    kept = backups.keep(kept_session, "on closing")
    kept_session.close()
    kept.path.write_bytes(kept.path.read_bytes().replace(b"Card 1", b"Card 9"))
    before = kept_session.path.read_bytes()

    with pytest.raises(Damaged):
        restore(kept, kept_session.path)

    assert kept_session.path.read_bytes() == before


def test_a_file_is_kept_to_the_byte_before_it_is_migrated(
    kept_session: Session, backups: Backups
) -> None:
    kept_session.close()
    before = kept_session.path.read_bytes()

    kept = backups.keep_file(kept_session.path, "before a migration")

    assert kept is not None
    assert kept.path.read_bytes() == before


def test_words_that_are_taken_out_leave_every_copy(
    kept_session: Session, backups: Backups, write: Write, tmp_path: Path
) -> None:
    write(kept_session, "What Quillfeather said")
    backups.keep(kept_session, "every ten minutes")
    write(kept_session)
    backups.keep(kept_session, "every ten minutes")
    assert b"Quillfeather" in everything(backups.folder)

    kept_session.redact(targets_of(find(kept_session.history.entries, "quillfeather")))

    assert b"Quillfeather" not in everything(tmp_path)
    copies = all_kept(backups, kept_session)
    assert [kept.why for kept in copies] == ["before a redaction", *["every ten minutes"] * 2]
    for kept in copies:
        texts = {c.text for c in look_into(kept.path)}
        assert "[taken out]" in texts


def look_into(path: Path) -> list[Any]:
    from facilitator.history import replay

    return list(replay(entries_of(path)).contributions.values())


def test_authors_that_nobody_may_know_leave_every_copy(
    kept_session: Session, backups: Backups, tmp_path: Path
) -> None:
    from facilitator.stages.gather import join_member, join_organisation

    org = kept_session.do(join_organisation, "Alder", org_class="nhs").id
    member = kept_session.do(join_member, org, "Chief executive", member_id="m-7f3b9c1d").id
    kept_session.do(capture, "Not by me", *STEP, member=member)
    backups.keep(kept_session, "every ten minutes")

    kept_session.do(choose_for_all, "unattributed")

    (kept,) = all_kept(backups, kept_session)
    card = next(c for c in look_into(kept.path) if c.text == "Not by me")
    assert (card.member, card.organisation) == ("", "")
    with closing(sqlite3.connect(kept.path)) as connection:
        rows = [row for (row,) in connection.execute("SELECT event FROM entries")]
    assert not [row for row in rows if "Not by me" in row and "m-7f3b9c1d" in row]


def test_what_could_not_follow_at_once_follows_later(
    kept_session: Session, backups: Backups, write: Write
) -> None:
    write(kept_session, "What Quillfeather said")
    backups.keep(kept_session, "every ten minutes")
    root = root_of(kept_session.history.entries)
    asked: list[Session] = []
    backups.later = asked.append

    kept_session.redact(targets_of(find(kept_session.history.entries, "quillfeather")))
    assert asked == [kept_session]
    assert Backups(backups.folder).rewriting_is_due(root)

    assert backups.rewrite(kept_session.history.entries) == 2
    assert not backups.rewriting_is_due(root)
    assert b"Quillfeather" not in everything(backups.folder)
