"""The data of a workshop as files: where each goes, and what is said when it cannot."""

import datetime
import sqlite3
from pathlib import Path

import pytest

from exports.file_names import ExportProblem
from facilitator.stages.gather import join_organisation, name_workshop
from facilitator.workshop import Workshop
from ui.data_files import TITLES, DataForm, write_data

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def workshop() -> Workshop:
    """A workshop of a group with a long name and one organisation."""
    made = Workshop()
    name_workshop(made, "Shared values", "A board of many " * 12, "Ashby").apply(made)
    join_organisation(made, "Council", organisation_id="O").apply(made)
    return made


@pytest.mark.parametrize("form", TITLES)
def test_written_twice_it_is_one_file_of_the_same_bytes(
    workshop: Workshop, tmp_path: Path, form: DataForm
) -> None:
    first = write_data(workshop, tmp_path / "a.workshop", MADE, form)
    content = first.read_bytes()
    assert write_data(workshop, tmp_path / "a.workshop", MADE, form) == first
    assert (list(tmp_path.iterdir()), first.read_bytes()) == ([first], content)
    assert first.stem.endswith("-v0-1")


@pytest.mark.parametrize("form", TITLES)
def test_a_folder_that_is_not_there_is_a_problem_of_the_export(
    workshop: Workshop, tmp_path: Path, form: DataForm
) -> None:
    with pytest.raises(ExportProblem):
        write_data(workshop, tmp_path / "gone" / "a.workshop", MADE, form)


def test_what_sqlite_cannot_write_is_a_problem_of_the_export_and_leaves_nothing_behind(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("sessions.publishing._write", full)
    with pytest.raises(ExportProblem):
        write_data(workshop, tmp_path / "a.workshop", MADE, "sqlite")
    assert list(tmp_path.iterdir()) == []
