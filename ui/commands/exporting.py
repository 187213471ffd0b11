"""`facilitator export`: a workshop's documents, its tables and its dates as files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from ui.commands.saying import Said, folder_for

if TYPE_CHECKING:
    from facilitator.history import History
    from ui.data_files import DataForm
    from ui.paper_files import Form, Papers

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_HANDED_OUT = ("role-cards", "slips")
_OF_REHEARSALS = ("debrief", *_HANDED_OUT)
_SHELF = ("agreement", "charter", "statement", "debrief", "record", "review")
_DOCUMENTS = (*_SHELF, *_HANDED_OUT, "all")
_PAPER_FORMS = ("pdf", "html")
_DATA_FORMS = ("csv", "json", "sqlite", "ics")
_TITLES = {
    "agreement": "The agreement is",
    "charter": "The values charter is",
    "statement": "The public statement is",
    "record": "The session record is",
    "review": "The review report is",
}


@click.command("export")
@click.argument("session", type=_FILE)
@click.option(
    "--document",
    type=click.Choice(_DOCUMENTS),
    help="Which one; the agreement if left out. Debrief, role cards and slips belong to a "
    "rehearsal; each rehearsal has its own.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice((*_PAPER_FORMS, *_DATA_FORMS)),
    default="pdf",
    show_default=True,
    help="In which form. csv, json and sqlite are tables of the whole workshop, ics its dates "
    "for a calendar.",
)
@click.option(
    "--out", type=_FOLDER, metavar="DIR", help="The folder for it. Beside the workshop if left out."
)
def export(session: Path, document: str | None, form: str, out: Path | None) -> None:
    """Write a workshop's documents, or its data.

    SESSION is a workshop's file. It is read and not changed, and may be open in the app. The
    debrief of a rehearsal names nobody: where somebody can be known by what was typed, that is
    said here.
    """
    from sessions.reading import read_history
    from ui.data_files import TITLES, write_data

    if form in _DATA_FORMS and document is not None:
        raise click.UsageError(
            "Tables and dates are of the whole workshop. Leave --document out, or ask for "
            "--as pdf or html."
        )
    if form == "html" and document in _HANDED_OUT:
        raise click.UsageError("Role cards and slips are for paper. Ask for --as pdf.")
    history, made = read_history(session), datetime.now().astimezone()
    folder = folder_for(out) if out else None
    if form in _DATA_FORMS:
        data = cast("DataForm", form)
        click.echo(
            f"{TITLES[data]} in {write_data(history.workshop, session, made, data, folder)}."
        )
    elif document == "all":
        write_every(history, session, made, folder, cast("Form", form))
    else:
        _write_one(history, session, made, folder, cast("Form", form), document or "agreement")


def _write_one(
    history: History,
    session: Path,
    made: datetime,
    folder: Path | None,
    form: Form,
    document: str,
) -> None:
    from exports.documents.shelf import paper
    from ui.paper_files import Papers, write_paper, write_papers

    workshop = history.workshop
    if document not in _OF_REHEARSALS:
        one = write_paper(workshop, paper(workshop, document, history), session, made, folder, form)
        tell(Papers(_TITLES[document], [one.path], one.to_know))
    elif workshop.rehearsals:
        tell(write_papers(workshop, document, session, made, folder, form=form))
    else:
        raise Said("Nothing was rehearsed in this workshop yet, so nothing was written.")


def write_every(
    history: History, session: Path, made: datetime, folder: Path | None, form: Form
) -> None:
    """Write every document of which there is something to write, and say where each is."""
    from exports.documents.shelf import papers

    shelf = papers(history.workshop, history)
    wanted = dict.fromkeys(each.kind for each in shelf if not each.not_yet)
    for document in (*wanted, *(_HANDED_OUT if history.workshop.rehearsals else ())):
        if form == "pdf" or document not in _HANDED_OUT:
            _write_one(history, session, made, folder, form, document)


def tell(written: Papers) -> None:
    """Say what to know of documents, and where each is."""
    for sentence in written.to_know:
        click.echo(sentence, err=True)
    for path in written.paths:
        click.echo(f"{written.title} in {path}.")
