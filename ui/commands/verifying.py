"""`facilitator verify`: whether a document and a workshop say the same."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from exports.verifying import Told
    from facilitator.events import Entry
    from facilitator.history import History

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("verify")
@click.argument("file", type=_FILE, metavar="FILE.pdf")
@click.argument("session", type=_FILE)
@click.pass_context
def verify(ctx: click.Context, file: Path, session: Path) -> None:
    """Say whether a document and a workshop agree.

    FILE.pdf is an agreement or a session record, SESSION the workshop's file. Both are only read;
    the workshop may be open in the app. The exit code is 0 where they agree, 1 where they do not,
    and 2 where the document cannot be compared.
    """
    from exports.file_names import ExportProblem
    from exports.verifying import verify as compared
    from sessions.reading import read_history

    history = read_history(session)
    try:
        verdict = compared(
            file.read_bytes(),
            (history.workshop, history),
            lambda moment: _at(history, moment),
        )
    except OSError as error:
        click.echo(f"{file} could not be read ({error.strerror}).", err=True)
        ctx.exit(2)
    except ExportProblem as problem:
        click.echo(str(problem), err=True)
        ctx.exit(2)
    for sentence in verdict.sentences:
        click.echo(sentence)
    ctx.exit(0 if verdict.agrees else 1)


def _at(history: History, moment: datetime) -> Told:
    """The workshop as it was at a moment, by the clocks of whoever wrote it down."""
    from facilitator.history import History as Until

    past = Until(entry for entry in history.entries if _was_kept(entry, moment))
    return past.workshop, past


def _was_kept(entry: Entry, moment: datetime) -> bool:
    """Whether an entry was there at a moment.

    Its wall time is of whole seconds, so within the moment's own second its id is asked, which
    has milliseconds; unless another clock than the wall's gave that id.
    """
    from facilitator.history import milliseconds_of

    at = datetime.fromisoformat(entry.at)
    whole = moment.replace(microsecond=0)
    if at != whole or moment == whole:
        return at <= moment
    ticked = milliseconds_of(entry.id)
    return ticked // 1000 != int(at.timestamp()) or ticked <= int(moment.timestamp() * 1000)
