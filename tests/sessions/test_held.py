"""What is held in memory is the workshop as it was then, and is written whole or not at all."""

from pathlib import Path

from facilitator.board import capture
from sessions.held import written
from sessions.library import entries_of, seat_in
from sessions.seat import Seat
from sessions.session import Session


def test_it_is_the_workshop_as_it_was_when_it_was_held(session: Session, tmp_path: Path) -> None:
    for at in range(300):
        session.do(capture, f"Idea {at}", "purpose", "only-us")
    held, then = session.held(), list(session.history.entries)
    session.do(capture, "Said later", "purpose", "only-us")
    path = tmp_path / "there.workshop"

    assert written(held, path) is None
    assert entries_of(path) == then
    assert seat_in(path) == Seat()
    with Session.open(path) as again:
        assert again.workshop.contributions.keys() < session.workshop.contributions.keys()


def test_it_takes_the_place_of_an_earlier_one_and_leaves_nothing_beside(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "there" / "there.workshop"
    path.parent.mkdir()
    written(session.held(), path)
    session.do(capture, "Said later", "purpose", "only-us")

    assert written(session.held(), path) is None
    assert entries_of(path) == session.history.entries
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_folder_that_is_away_is_handed_back_as_a_problem(
    session: Session, tmp_path: Path
) -> None:
    problem = written(session.held(), tmp_path / "away" / "there.workshop")

    assert problem is not None
    assert problem.what == f"“there.workshop” could not be saved in {tmp_path / 'away'}."
