"""Documents as files beside their workshop: what each is called, and writing it.

A name has the group, the paper and, where the paper has one, the version of the agreement. Two
papers of a workshop never have one name: what is cut of a long name is the group's.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from exports.blocks import Document
from exports.documents.role_cards import check_in_slips, role_cards
from exports.documents.shelf import Paper, paper
from exports.file_names import ExportProblem, file_name, replace_file
from exports.pdf import render_pdf
from exports.progress import Progress, unheard
from exports.readiness import names_in, undrawable
from facilitator.veil import veiled
from facilitator.workshop import Workshop

Form: TypeAlias = Literal["pdf", "html"]
"""The forms in which one document can be had."""

_LONGEST = 76
_TITLE = 30


@dataclass(frozen=True, slots=True)
class Written:
    """A document as it was written: where, and a sentence for each thing to know of it."""

    path: Path
    to_know: list[str]


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of one kind as they were written: a title, the files, what to know of them.

    `title` begins a sentence that ends with where one is: "The debrief is".
    """

    title: str
    paths: list[Path]
    to_know: list[str]


def path_of(
    workshop: Workshop, paper: Paper, session: Path, folder: Path | None = None, form: Form = "pdf"
) -> Path:
    """Where a paper is written: beside the workshop's file unless a folder is given."""
    version = f"v{workshop.paper.version}"
    return _path(workshop, session, folder, (paper.kind, version), paper.rehearsal, f".{form}")


def path_of_data(
    workshop: Workshop, session: Path, suffix: str, what: str = "data", folder: Path | None = None
) -> Path:
    """Where something is written that tells of the whole workshop, such as its tables."""
    words = (what, f"v{workshop.paper.version}")
    return _path(workshop, session, folder, words, "", suffix)


def write_paper(
    workshop: Workshop,
    paper: Paper,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    form: Form = "pdf",
    progress: Progress = unheard,
) -> Written:
    """Write a paper of the shelf; an earlier one of the same version is replaced.

    What is to know is which signs could not be drawn. `progress` may raise `Cancelled`. Raises
    `ExportProblem`, also where there is nothing to write yet.
    """
    if paper.not_yet:
        raise ExportProblem(f"{paper.not_yet} Nothing was written.")
    document = paper.make(made)
    path = path_of(workshop, paper, session, folder, form)
    if form == "html":
        # Only here: Jinja is slow to come, and a PDF needs none of it.
        from exports.html import render_html

        page = render_html(document).encode()
        progress(1.0)
        replace_file(path, page)
        return Written(path, [])
    return _as_pdf(document, path, progress)


def write_papers(
    workshop: Workshop,
    document: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    rehearsal: str = "",
    form: Form = "pdf",
) -> Papers:
    """Write a document of a rehearsal, by its id: "debrief", "role-cards" or "slips".

    Without an id, one for each rehearsal of the workshop. What is to know is which signs could not
    be drawn and, of a debrief, where somebody can be known. Raises `ExportProblem`. Role cards and
    slips are for paper, so they are always a PDF.
    """
    titles = {
        "debrief": "The debrief is",
        "role-cards": "The role cards are",
        "slips": "The check-in slips are",
    }
    written = Papers(titles[document], [], [])
    for each in [rehearsal] if rehearsal else list(workshop.rehearsals):
        if document == "debrief":
            written.to_know.extend(names_in_debrief(workshop, each))
            made_of = write_debrief(workshop, each, session, made, folder, form)
        elif document == "role-cards":
            made_of = write_role_cards(workshop, each, session, made, folder)
        else:
            made_of = write_slips(workshop, each, session, made, folder)
        written.paths.append(made_of.path)
        written.to_know.extend(made_of.to_know)
    return written


def names_in_debrief(workshop: Workshop, rehearsal: str) -> list[str]:
    """A sentence for each place of a debrief in which somebody can be known: ask before writing."""
    return names_in(veiled(workshop), rehearsal)


def write_debrief(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    form: Form = "pdf",
) -> Written:
    """Write the debrief of a rehearsal, as `write_paper` does. Raises `KeyError` without one."""
    found = paper(workshop, f"debrief:{rehearsal}")
    return write_paper(workshop, found, session, made, folder, form)


def write_role_cards(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
    *,
    named: bool = True,
) -> Written:
    """Write the cards of a rehearsal's parts and observers. Raises `ExportProblem`, `Refused`.

    With `named`, who plays or watches stands on each.
    """
    document = role_cards(workshop, rehearsal, made, named=named)
    path = _path(workshop, session, folder, ("role cards",), rehearsal, ".pdf")
    return _as_pdf(document, path, unheard)


def write_slips(
    workshop: Workshop,
    rehearsal: str,
    session: Path,
    made: datetime.datetime,
    folder: Path | None = None,
) -> Written:
    """Write slips for the check-ins before and after, as `write_role_cards` does."""
    document = check_in_slips(workshop, rehearsal, made)
    path = _path(workshop, session, folder, ("check-in slips",), rehearsal, ".pdf")
    return _as_pdf(document, path, unheard)


def _as_pdf(document: Document, path: Path, progress: Progress) -> Written:
    made = render_pdf(document, progress)
    # The last moment at which it can be stopped: there is no file until the whole of it is.
    progress(1.0)
    replace_file(path, made)
    return Written(path, undrawable(document))


def _path(
    workshop: Workshop,
    session: Path,
    folder: Path | None,
    words: tuple[str, ...],
    rehearsal: str,
    suffix: str,
) -> Path:
    named = (_named(workshop, rehearsal),) if rehearsal else ()
    what = file_name(words[0], *named, *words[1:], suffix="")
    room = max(1, _LONGEST - len(what) - 1)
    group = file_name(workshop.about.group or session.stem, suffix="")[:room]
    return (folder or session.parent) / file_name(group, what, suffix=suffix)


def _named(workshop: Workshop, rehearsal: str) -> str:
    """The scenario as a file is named by it; with a number where it was played before."""
    named = {
        each.id: file_name(each.pack.title[:_TITLE], suffix="")
        for each in workshop.rehearsals.values()
    }
    same = [each for each, name in named.items() if name == named[rehearsal]]
    again = same.index(rehearsal)
    return f"{named[rehearsal]} {again + 1}" if again else named[rehearsal]
