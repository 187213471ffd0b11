"""Writing the papers of a rehearsal as files beside its workshop."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from exports.blocks import Document
from exports.documents.debrief import debrief
from exports.documents.role_cards import check_in_slips, role_cards
from exports.file_names import file_name
from exports.pdf import write_pdf
from exports.readiness import names_in, undrawable
from facilitator.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Papers:
    """A document as it was written: a title, the files, what to know of them.

    `title` begins a sentence that ends with where one is: "The debrief is".
    """

    title: str
    paths: list[Path]
    to_know: list[str]


def write_papers(
    workshop: Workshop,
    document: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    rehearsal: str = "",
) -> Papers:
    """Write a document of a rehearsal, by its id: "debrief", "role-cards" or "slips".

    Without an id, one for each rehearsal of the workshop. What is to know is which signs could not
    be drawn and, of a debrief, where somebody can be known. Raises `ExportProblem`.
    """
    title, write = {
        "debrief": ("The debrief is", write_debrief),
        "role-cards": ("The role cards are", write_role_cards),
        "slips": ("The check-in slips are", write_slips),
    }[document]
    written = Papers(title, [], [])
    for each in [rehearsal] if rehearsal else list(workshop.rehearsals):
        if document == "debrief":
            written.to_know.extend(names_in_debrief(workshop, each))
        path, unset = write(workshop, each, session, made, folder)
        written.paths.append(path)
        written.to_know.extend(unset)
    return written


def names_in_debrief(workshop: Workshop, rehearsal: str) -> list[str]:
    """A sentence for each place of a debrief in which somebody can be known: ask before writing."""
    return names_in(workshop, rehearsal)


def write_debrief(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
) -> tuple[Path, list[str]]:
    """Write a rehearsal's debrief as a PDF; its path, and a sentence for each word it cannot draw.

    It goes beside the session unless a folder is given; an earlier one of the same version is
    replaced. Raises `ExportProblem`, and `Refused` where there is no such rehearsal.
    """
    document = debrief(workshop, rehearsal, made)
    words = ("debrief", f"v{workshop.paper.version}")
    return _write(workshop, rehearsal, document, words, session, folder)


def write_role_cards(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    *,
    named: bool = True,
) -> tuple[Path, list[str]]:
    """Write the cards of a rehearsal's parts and observers, as `write_debrief` does.

    With `named`, who plays or watches stands on each.
    """
    document = role_cards(workshop, rehearsal, made, named=named)
    return _write(workshop, rehearsal, document, ("role cards",), session, folder)


def write_slips(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
) -> tuple[Path, list[str]]:
    """Write slips for the check-ins before and after, as `write_debrief` does."""
    document = check_in_slips(workshop, rehearsal, made)
    return _write(workshop, rehearsal, document, ("check-in slips",), session, folder)


def _write(
    workshop: Workshop,
    rehearsal: str,
    document: Document,
    words: tuple[str, ...],
    session: Path,
    folder: Path | None,
) -> tuple[Path, list[str]]:
    what = file_name(words[0], _named(workshop, rehearsal), *words[1:], suffix="")
    # What is cut of a long name is the group's: two papers must never have one name.
    room = _LONGEST - len(what) - 1
    group = file_name(workshop.about.group or session.stem, suffix="")[:room]
    path = (folder or session.parent) / file_name(group, what, suffix=".pdf")
    write_pdf(document, path)
    return path, undrawable(document)


def _named(workshop: Workshop, rehearsal: str) -> str:
    """The scenario as a file is named by it; with a number where it was played before."""
    named = {
        each.id: file_name(each.pack.title[:_TITLE], suffix="")
        for each in workshop.rehearsals.values()
    }
    same = [each for each, name in named.items() if name == named[rehearsal]]
    again = same.index(rehearsal)
    return f"{named[rehearsal]} {again + 1}" if again else named[rehearsal]


_LONGEST = 76
_TITLE = 30
