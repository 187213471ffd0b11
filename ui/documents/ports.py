"""What the documents page asks of `exports`: every call that leaves this floor, in one place."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from exports import readiness
from exports.blocks import Block, Document, PositionBar
from exports.comparing import Clause, compare
from exports.documents.shelf import Paper
from exports.documents.shelf import papers as on_the_shelf
from exports.documents.statement import put_together as put_together
from exports.documents.statement import told_to_all
from exports.file_names import replace_file
from exports.pdf import render_pdf
from exports.pictures import Feelings, Spread, Strain, Timing
from exports.progress import Progress, unheard
from exports.readiness import Place as Place
from exports.readiness import Remark as Remark
from exports.readiness import names_in, undrawable
from exports.readiness.reading import TARGET as TARGET
from exports.readiness.reading import Reading, age_in_words, reading_age
from facilitator.history import History, copied
from facilitator.veil import veiled
from facilitator.workshop import Workshop
from ui.data_files import DataForm, write_data

DATA_FORMS: dict[str, DataForm] = {
    "CSV": "csv",
    "JSON": "json",
    "SQLite": "sqlite",
    "Calendar": "ics",
}
"""The forms in which the data of the whole workshop can be had, by the words on the buttons."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it holds (None: nobody looked), in words."""

    holds: bool | None
    words: str


def papers(workshop: Workshop, history: History) -> list[Paper]:
    """Every document; the record tells with the history what happened to each value."""
    return on_the_shelf(workshop, history)


def still(history: History) -> History:
    """A history that stays as it is, its workshop too, while the other goes on."""
    made = copy(history)
    made.entries = list(history.entries)
    made.workshop = copied(history.workshop)
    return made


def render(document: Document, progress: Progress = unheard) -> bytes:
    """The document as a PDF. `progress` may raise `Cancelled`; raises `ExportProblem`."""
    return render_pdf(document, progress)


def write(document: Document, path: Path, progress: Progress = unheard) -> None:
    """Write the document, whole or not at all. Raises `Cancelled` and `ExportProblem`."""
    replace_file(path, render(document, progress))


def known_in(workshop: Workshop, paper: Paper) -> list[str]:
    """A sentence for each place of a debrief in which somebody can be known."""
    return names_in(veiled(workshop), paper.rehearsal) if paper.rehearsal else []


def remarks(workshop: Workshop, paper: Paper, document: Document, pages: int) -> list[Remark]:
    """What a board secretary would send back, and what to look at."""
    return readiness.remarks(workshop, paper, document, pages)


def checks(document: Document) -> list[Check]:
    """What was looked at in the finished document."""
    count = sum(map(_figures, document.blocks))
    figures = "1 figure" if count == 1 else f"{count} figures" if count else "no figure"
    order = f"Reads in order; {figures} described" if count else "Reads in order; no figures"
    standard = "PDF/UA-1 and PDF/A-3a" if document.attachment else "PDF/UA-1 and PDF/A-2a"
    unset = undrawable(document)
    drawn = Check(True, "Every character can be drawn")
    if unset:
        drawn = Check(False, "Some characters cannot be drawn")
    # A document that does not pass its check is not made at all.
    return [Check(True, standard), Check(True, order), drawn]


def reading_of(words: str) -> Reading:
    """The age at which a text reads, with its hardest sentences."""
    return reading_age(words)


def told(reading: Reading) -> str:
    """The age in words, as it stands after “it reads”."""
    return age_in_words(reading.age)


def age_of(workshop: Workshop) -> Check | None:
    """The age at which the public statement reads; None where it says nothing."""
    reading = reading_age(told_to_all(workshop))
    return Check(True, f"Reads {age_in_words(reading.age)}") if reading.words else None


def _figures(block: Block) -> int:
    inner: Iterable[Block] = getattr(block, "blocks", ())
    for column in getattr(block, "columns", ()):
        if isinstance(column, tuple):
            inner = (*inner, *column)
    is_figure = isinstance(block, PositionBar | Feelings | Strain | Spread | Timing)
    return is_figure + sum(map(_figures, inner))


def compared(before: Document, after: Document) -> list[Clause]:
    """What differs between two versions of a document, clause by clause, in the newer's order."""
    return [clause for clause in compare(before, after) if clause.change != "same"]


def also_as() -> list[str]:
    """The other forms in which a document (HTML), or the whole workshop, can be had."""
    return ["HTML", *DATA_FORMS]


def write_also(
    form: str,
    workshop: Workshop,
    document: Document,
    paths: tuple[Path, Path],
    progress: Progress = unheard,
) -> Path:
    """Write another form; where it is. Raises `ExportProblem`.

    `paths` are the document's PDF, which HTML is put beside, and the workshop's file.
    """
    path, session = paths
    progress(0.0)
    if data := DATA_FORMS.get(form):
        # The last moment at which it can be stopped: what is written is written whole.
        progress(1.0)
        return write_data(workshop, session, document.created, data)
    if form != "HTML":
        raise ValueError(form)
    from exports.html import render_html

    beside, content = path.with_suffix(".html"), render_html(document).encode("utf-8")
    progress(1.0)
    replace_file(beside, content)
    return beside
