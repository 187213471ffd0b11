"""The command line: `facilitator` opens the app, and its commands do without it.

What a command needs is imported in it, so that the app's first window waits for none of it.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.commands.saying import Said, SaidOfInput, folder_for

if TYPE_CHECKING:
    from ui.demo.player import Played
    from ui.demo.sample import Sample

_FILE = click.Path(path_type=Path, dir_okay=False)
_EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 88}


_ELSEWHERE = {
    "due": ("ui.commands.keeping", "due"),
    "erase": ("ui.commands.keeping", "erase"),
    "export": ("ui.commands.exporting", "export"),
    "merge": ("ui.commands.merging", "merge"),
    "sign": ("ui.commands.signing", "sign"),
    "verify": ("ui.commands.verifying", "verify"),
}
"""Commands in files of their own: the module and the name of each."""


class PlainGroup(click.Group):
    """Commands whose problems come out as sentences rather than as tracebacks.

    Those in files of their own are read when they are asked for: the app's start waits for none.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*super().list_commands(ctx), *_ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, name = _ELSEWHERE[cmd_name]
        found = getattr(import_module(module), name)
        return found if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except _faults_of_input() as problem:
            raise SaidOfInput(str(problem)) from problem
        except _answers() as problem:
            raise Said(str(problem)) from problem


def _faults_of_input() -> tuple[type[Exception], ...]:
    # Looked up only once something has been raised: a start without trouble imports none of it.
    from ui.demo.sample import SampleProblem
    from ui.public_comments import CommentsProblem

    return SampleProblem, CommentsProblem


def _answers() -> tuple[type[Exception], ...]:
    from exports.file_names import ExportProblem
    from facilitator.events import Refused
    from facilitator.guide import GuideProblem
    from sessions.problems import SessionProblem

    return Refused, SessionProblem, GuideProblem, ExportProblem


def _say_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    click.echo(f"Facilitator {version('facilitator')}")
    ctx.exit()


@click.group(cls=PlainGroup, invoke_without_command=True, context_settings=_HELP)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Say which version this is.",
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Guide the leaders of many organisations to an agreement their boards can adopt.

    On its own, `facilitator` opens the app. The commands below do one thing each and finish;
    they need no window, and nothing leaves this computer.
    """
    if ctx.invoked_subcommand is None:
        _open_app(None, sample=False)


@main.command("open")
@click.argument("session", type=_FILE, required=False)
@click.option("--sample", is_flag=True, help="Open the Ellerport sample workshop.")
@click.option(
    "--notes",
    metavar="NAME",
    default="",
    help="Take notes in a copy of it; NAME is what they are called, such as “Table 3”.",
)
def open_(session: Path | None, sample: bool, notes: str) -> None:
    """Open the app, on a workshop if you name one.

    SESSION is a workshop's file, whose name ends in .workshop.
    """
    if session is not None and sample:
        raise click.UsageError("Name a workshop or ask for the sample, not both.")
    if notes and session is None:
        raise click.UsageError("Name the workshop in a copy of which notes are to be taken.")
    _open_app(session, sample=sample, notes=notes)


def _open_app(session: Path | None, *, sample: bool, notes: str = "") -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        raise Said(
            "There is no screen here to open a window on. "
            "“facilitator demo” plays the sample workshop without one."
        )
    from ui.app import run

    sys.exit(run(session, sample=sample, notes=notes))


@main.command()
@click.option(
    "--workshop",
    type=_EXISTING,
    metavar="FILE.json",
    help="The workshop to play, written in the form of the Ellerport file. Ellerport if left out.",
)
@click.option(
    "--out",
    type=_FOLDER,
    default=Path("build", "demo"),
    show_default=True,
    metavar="DIR",
    help="The folder for what it makes.",
)
@click.option(
    "--results",
    "results_file",
    type=_FILE,
    metavar="FILE.json",
    help="Also write every tally, result and status that came of it.",
)
@click.option(
    "--windows",
    is_flag=True,
    help="Also play it through the app's own windows, and keep pictures of them.",
)
def demo(workshop: Path | None, out: Path, results_file: Path | None, windows: bool) -> None:
    """Play a whole workshop, first question to agreement.

    It goes through the same commands as the app's pages, into a workshop file that you can open
    afterwards, with every document as a PDF beside it. Played again, it takes the place of its
    earlier playing, unless somebody has worked in that file since.
    """
    from datetime import datetime

    from facilitator.guide import ELLERPORT
    from sessions.reading import read_history
    from ui.commands.exporting import write_every
    from ui.demo.keep import play_into, session_name
    from ui.demo.sample import read_sample

    sample = read_sample(workshop or ELLERPORT)
    folder = folder_for(out)
    if results_file:
        folder_for(results_file.absolute().parent)
    path = folder / session_name(sample)
    played = play_into(path, sample)
    _tell_of(path, played, results_file)
    click.echo(f"The workshop is in {path}.")
    history = read_history(path)
    write_every(history, path, datetime.now().astimezone(), None, "pdf")
    if results_file:
        click.echo(f"What came of it is in {results_file}.")
    _tell_what_is_left(played)
    if windows:
        _play_windows(folder, sample)


def _tell_of(path: Path, played: Played, results_file: Path | None) -> None:
    """Say what a playing came to, and write it down."""
    import json

    from exports.file_names import replace_file
    from sessions.session import Session
    from ui.demo.results import results

    with Session.open(path) as session:
        found = results(session.workshop, played)
        group = session.workshop.about.group
    if results_file:
        words = json.dumps(found, ensure_ascii=False, indent=2)
        replace_file(results_file.absolute(), f"{words}\n".encode())
    agreed, values = len(found["charter_values"]), len(found["values"])
    promises = sum(found["commitment_status"].values())
    click.echo(
        f"{group}: {_count(found['contributions'], 'contribution')}, {agreed} of "
        f"{_count(values, 'value')} agreed, {_count(promises, 'commitment')}."
    )


def _tell_what_is_left(played: Played) -> None:
    if played.unplayed:
        click.echo(f"Not played yet, for want of their stages: {', '.join(played.unplayed)}.")
    for what, sentences in (
        ("Not taken", played.refused),
        ("Not said in the file", played.assumed),
    ):
        for sentence in sentences:
            click.echo(f"{what}: {sentence}", err=True)


def _play_windows(out: Path, sample: Sample) -> None:
    from ui.attending.crash import hear_qt
    from ui.demo.windows import play_windows

    hear_qt()
    play_windows(out, sample)
    click.echo(f"Pictures of the console and the room's screen are in {out}.")


@main.command()
@click.argument("session", type=_FILE)
@click.option("--group", metavar="NAME", help="Who it is for: the name on every page.")
@click.option("--place", metavar="NAME", default="", help="The place that the prompts speak of.")
@click.option(
    "--journey",
    metavar="NAME",
    default="full-journey",
    show_default=True,
    help="What you are running: full-journey, purpose, values or rehearsal.",
)
@click.option("--title", metavar="WORDS", help="What the workshop is called.")
def new(session: Path, group: str | None, place: str, journey: str, title: str | None) -> None:
    """Begin a new workshop in a file of its own.

    SESSION is the file to make; .workshop is added to its name if you leave it out. A file that
    is there already is never overwritten.
    """
    from datetime import datetime

    from facilitator.guide import load_guide
    from facilitator.stages.gather import name_workshop
    from facilitator.workshop import Workshop
    from sessions.library import SUFFIX
    from sessions.session import Session

    journeys = load_guide().journeys
    if journey not in journeys:
        known = ", ".join(journeys)
        raise click.BadParameter(f"“{journey}” is none of {known}.", param_hint="--journey")
    path = session if session.suffix == SUFFIX else session.with_name(f"{session.name}{SUFFIX}")
    name = group or path.stem.replace("-", " ").replace("_", " ")
    today = datetime.now().date().isoformat()
    chosen = journeys[journey]
    said = (title or chosen.title, name, place, today, chosen.stages)
    # What would be refused is found out before there is a file.
    name_workshop(Workshop(), *said)
    with Session.create(path) as begun:
        begun.do(name_workshop, *said)
    click.echo(f"“{said[0]}” for {name} begins in {path}.")


@main.command("import-comments")
@click.argument("csv", type=_EXISTING)
@click.argument("session", type=_FILE)
@click.option(
    "--accepted-only", is_flag=True, help="Leave out comments that moderators turned down."
)
def import_comments(csv: Path, session: Path, accepted_only: bool) -> None:
    """Put public comments on the board as cards.

    CSV is a table with a column “comment-body”, such as Polis exports. Every comment becomes an
    unattributed card in SESSION, answering “what can only we do?”; who wrote it is kept nowhere.
    One “take it back” in the app takes all of them back.
    """
    from facilitator.board import import_cards
    from facilitator.wording import tidy
    from sessions.session import Session
    from ui.public_comments import read_comments

    comments = read_comments(csv, accepted_only=accepted_only)
    with Session.open(session) as opened:
        event = opened.do(import_cards, comments.texts, "purpose", "only-us", csv.name)
    kept = len(event.cards)
    blank = sum(not tidy(text) for text in comments.texts)
    again = len(comments.texts) - blank - kept
    left_out = f"Left out: {blank} blank, {again} already there." if blank or again else ""
    click.echo(f"{_count(kept, 'card')} kept in {session}, every one saved. {left_out}".rstrip())
    if comments.turned_down:
        what = "left out" if accepted_only else "among them; --accepted-only leaves them out"
        click.echo(f"Moderators had turned down {comments.turned_down:,}: {what}.")


@main.command()
@click.option(
    "--out",
    type=_FOLDER,
    default=Path("build", "pictures"),
    show_default=True,
    metavar="DIR",
    help="The folder for them.",
)
def pictures(out: Path) -> None:
    """Take pictures of every page, with the sample workshop."""
    from ui.attending.crash import hear_qt
    from ui.demo.pictures import take

    hear_qt()
    take(folder_for(out))
    click.echo(f"The pictures are in {out}.")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    main()
