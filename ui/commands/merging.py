"""`facilitator merge`: bring notes into a workshop without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sessions.reconcile import Brought, Merge
    from sessions.session import Session

_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path)


@click.command("merge")
@click.argument("session", type=_FILE, metavar="WORKSHOP")
@click.argument("files", type=_ANY, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Only say what they would bring.")
@click.pass_context
def merge(ctx: click.Context, session: Path, files: tuple[Path, ...], dry_run: bool) -> None:
    """Bring note-takers' files into a workshop, each entry once.

    FILES are what was handed over: files, folders of them, or zip archives. They are only read.
    A backup is made first. One “take it back” in the app takes all of it back. The exit code is 0
    where every file was of use, and 1 where one of them could not be taken in; the others are
    brought in all the same.
    """
    from sessions.backups import Backups
    from sessions.reconcile import prepare
    from sessions.session import Session
    from ui.merging.taking import taken_from

    with Session.open(session) as opened:
        opened.backups = Backups()
        found = prepare(opened, taken_from(list(files)))
        today = opened.minute()[:10]
        for each in found.brought:
            _tell(each, today)
        _tell_questions(opened, found)
        _bring_in(found, dry_run=dry_run)
    if not found.brought or any(each.problem is not None for each in found.brought):
        ctx.exit(1)


def _tell(brought: Brought, today: str) -> None:
    from ui.merging import words

    label = words.label_of(brought)
    if brought.problem is not None:
        click.echo(f"{label}: {words.details(brought)}", err=True)
        return
    read = words.under_label(brought, today)
    said = f"{label} ({read}): {brought.here - brought.again:,} here already."
    click.echo(f"{said} {words.details(brought)}")


def _tell_questions(opened: Session, found: Merge) -> None:
    from ui.merging import words

    for asked in found.questions:
        click.echo(f"To talk over: {words.question(opened.workshop, asked)}.")


def _bring_in(found: Merge, *, dry_run: bool) -> None:
    from ui.merging import words

    count = found.new + found.again
    entries = words.counted(count, "entry", "entries")
    if not found.brought:
        click.echo(words.NO_FILES, err=True)
    elif not count:
        refused = all(each.problem is not None for each in found.brought)
        click.echo(words.NOTHING_TAKEN if refused else words.ALL_HERE)
    elif dry_run:
        click.echo(f"{entries} would come in. Nothing was changed.")
    else:
        found.keep()
        click.echo(f"{entries} came in, every one saved.")
