"""What is read is called by its seat, and is what is new when it is told, not when it was read."""

from pathlib import Path

from sessions.library import entries_of
from sessions.reconcile import Merge
from sessions.session import Session
from sessions.taken import Taken
from tests.ui.merging.conftest import Wait
from tests.ui.merging.tables import Tables, cards, take_plainly
from ui.merging.reading import Reader
from ui.merging.taking import by_seat


def taken(name: str, seat: str = "", role: str = "note-taker") -> Taken:
    return Taken(Path(f"{name}.workshop"), name, (), role=role, seat=seat)


def test_a_note_takers_file_is_called_by_its_seat_and_two_of_one_seat_by_their_names_too() -> None:
    found = [taken("a", "Table 1"), taken("b", "Table 2"), taken("c", "Table 2")]
    mine = taken("copy", "Facilitator", "facilitator")

    labels = [each.label for each in by_seat([*found, mine])]

    assert labels == ["Table 1", "Table 2 (b)", "Table 2 (c)", "copy"]


def test_what_came_in_meanwhile_is_not_new_any_more(
    session: Session, tables: Tables, wait: Wait
) -> None:
    path = tables.notes("Table 1", cards("Open the doors."))
    found: list[Merge] = []
    reader = Reader(session, take_in=take_plainly)
    reader.read([path], lambda merge, _taken: found.append(merge))
    # The one worker has done with it; the interface has not heard yet.
    reader._press._pool.submit(lambda: None).result()
    session.receive(entries_of(path))
    wait(lambda: bool(found))
    reader.close()

    assert found[0].new == 0
