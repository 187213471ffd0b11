"""`facilitator due` and `facilitator erase`: what is past its day, and erasing a workshop."""

from __future__ import annotations

from pathlib import Path

import click

from ui.commands.saying import Said

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_LIBRARY = click.option(
    "--library",
    type=_FOLDER,
    metavar="DIR",
    help="The folder of the workshops. The one chosen in the app if left out.",
)


@click.command("due")
@_LIBRARY
def due(library: Path | None) -> None:
    """List the workshops that are past their day."""
    from facilitator.days import day_in_words
    from sessions.clock import WallClock
    from sessions.library import Library
    from sessions.retention import due as past

    where = Library(library) if library else Library.of_this_person()
    found = past(where, WallClock().now().date().isoformat())
    for each in found:
        click.echo(f"{each.path}: to be kept until {day_in_words(each.keep_until)}.")
    if not found:
        click.echo("No workshop is past its day.")


@click.command("erase")
@click.argument("session", type=_FILE)
@click.option("--by", default="", metavar="NAME", help="Who erases it, for the certificate.")
@click.option(
    "--certificates",
    type=_FOLDER,
    metavar="DIR",
    help="The folder beside which certificates are kept. That of the workshop if left out.",
)
@click.option("--word", metavar="erase", help="Say “erase” here, so as not to be asked.")
def erase(session: Path, by: str, certificates: Path | None, word: str | None) -> None:
    """Erase a workshop and its copies for good.

    SESSION is a workshop's file. It is overwritten and removed, and so are its backups on this
    computer; nothing brings them back. A certificate is kept that says nothing of what it said.
    """
    from sessions.backups import Backups
    from ui.erasures import WORD, erase_with_certificate

    said = word if word is not None else click.prompt("To erase it for good, type “erase”")
    if said.strip().casefold() != WORD:
        raise Said("Nothing was erased: the word was not “erase”.")
    folder = certificates or session.absolute().parent
    made = erase_with_certificate(session, by, folder, Backups())
    click.echo(f"It is erased. The certificate is in {made}.")
