"""What tells of the whole workshop as files: its tables for other programs, its dates."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

from exports.file_names import ExportProblem, replace_file
from facilitator.workshop import Workshop
from ui.paper_files import path_of_data

DataForm: TypeAlias = Literal["csv", "json", "sqlite", "ics"]

TITLES: dict[DataForm, str] = {
    "csv": "The tables are",
    "json": "The data is",
    "sqlite": "The database is",
    "ics": "The dates are",
}
"""Each begins a sentence that ends with where it is."""

_SUFFIXES: dict[DataForm, str] = {
    "csv": ".zip",
    "json": ".json",
    "sqlite": ".sqlite",
    "ics": ".ics",
}


def data_path(
    workshop: Workshop, session: Path, form: DataForm, folder: Path | None = None
) -> Path:
    """Where a form of the data is written: beside the workshop's file unless a folder is given."""
    what = {"csv": "tables", "ics": "dates"}.get(form, "data")
    return path_of_data(workshop, session, _SUFFIXES[form], what, folder)


def write_data(
    workshop: Workshop,
    session: Path,
    made: datetime.datetime,
    form: DataForm,
    folder: Path | None = None,
) -> Path:
    """Write the workshop's tables or its dates; where they are. Raises `ExportProblem`."""
    path = data_path(workshop, session, form, folder)
    if form == "sqlite":
        _publish(workshop, path)
    else:
        replace_file(path, _MAKERS[form](workshop, made))
    return path


def _publish(workshop: Workshop, path: Path) -> None:
    from exports.data.tables import tables
    from sessions.problems import SessionProblem
    from sessions.publishing import publish

    try:
        publish(path, tables(workshop))
    except SessionProblem as problem:
        # Whoever asks for a document hears of one kind of problem.
        raise ExportProblem(str(problem)) from problem


def _csv(workshop: Workshop, made: datetime.datetime) -> bytes:
    from exports.data.forms import as_zip
    from exports.data.tables import tables

    return as_zip(tables(workshop), made)


def _json(workshop: Workshop, made: datetime.datetime) -> bytes:
    from exports.data.forms import as_json
    from exports.data.tables import tables

    return as_json(tables(workshop), made)


def _dates(workshop: Workshop, made: datetime.datetime) -> bytes:
    from exports.data.calendar import calendar

    return calendar(workshop, made)


_MAKERS: dict[str, Callable[[Workshop, datetime.datetime], bytes]] = {
    "csv": _csv,
    "json": _json,
    "ics": _dates,
}
