"""A file that was away is taken up again where it was; another in its place never is."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.board import capture
from sessions.problems import Full, Missing
from sessions.session import Session

Write = Callable[..., Any]


def away(session: Session) -> Path:
    """Take the file away, as it lies on the disk; where it is now."""
    gone = session.path.with_name("away")
    gone.mkdir()
    for each in session.path.parent.glob("ellerport*"):
        shutil.copyfile(each, gone / each.name)
        each.unlink()
    return gone


def back(gone: Path, session: Session) -> None:
    """Put it back, as another file of the system: a stick that was pulled out and put in."""
    for each in gone.iterdir():
        shutil.copyfile(each, session.path.with_name(each.name))


def texts(path: Path) -> list[str]:
    with Session.open(path) as again:
        return [card.text for card in again.workshop.contributions.values()]


def test_it_goes_on_in_a_file_that_is_there_again(session: Session, write: Write) -> None:
    write(session, "Before")
    gone = away(session)
    with pytest.raises(Missing):
        write(session, "Meanwhile")
    back(gone, session)
    session.try_to_save()
    write(session, "After")
    session.close()

    assert texts(session.path) == ["Before", "After"]


def test_what_an_older_copy_lacks_is_put_down_in_it(session: Session, write: Write) -> None:
    write(session, "Before")
    session.copy_to(older := session.path.with_name("older.workshop"))
    write(session, "Kept")
    away(session)
    shutil.copyfile(older, session.path)
    session.try_to_save()
    session.close()

    assert texts(session.path) == ["Before", "Kept"]


def test_as_long_as_it_is_away_nothing_is_taken_up(session: Session, write: Write) -> None:
    write(session, "Before")
    away(session)

    with pytest.raises(Missing):
        session.try_to_save()


def test_another_workshop_in_its_place_stays_as_it_is(
    session: Session, write: Write, untouched: Callable[..., Any]
) -> None:
    write(session, "Before")
    away(session)
    with Session.create(session.path) as other:
        write(other, "Another")

    with untouched(session.path.parent), pytest.raises(Missing, match="replaced"):
        session.try_to_save()
    assert texts(session.path) == ["Another"]


def test_a_workshop_in_which_nothing_happened_is_not_filled(session: Session, write: Write) -> None:
    write(session, "Before")
    away(session)
    Session.create(session.path).close()

    with pytest.raises(Missing, match="replaced"):
        session.try_to_save()
    assert texts(session.path) == []


def test_a_copy_in_which_somebody_went_on_is_not_taken_for_it(
    session: Session, write: Write
) -> None:
    write(session, "Before")
    session.copy_to(copy := session.path.with_name("copy.workshop"))
    with Session.open(copy) as other:
        write(other, "Elsewhere")
    away(session)
    shutil.copyfile(copy, session.path)

    with pytest.raises(Missing, match="replaced"):
        session.try_to_save()
    assert texts(session.path) == ["Before", "Elsewhere"]


def test_a_disk_that_is_still_full_says_so(
    session: Session, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(session, "Before")
    (pages,) = session._store._db.execute("PRAGMA page_count").fetchone()
    session._store._db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(Full):
        session.do(capture, "A long card. " * 1_000, "purpose", "why")
    session._store._db.execute("PRAGMA max_page_count = 100000")
    session.try_to_save()
