"""Erasing a workshop from the app or the command line, and the certificate that stays of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from exports.documents.certificate import certificate
from exports.file_names import ExportProblem, replace_file
from exports.pdf import render_pdf
from facilitator.history import root_of
from sessions.erasing import HasCopies, erase
from sessions.library import entries_of
from sessions.problems import SessionProblem
from ui.attending.draft_files import file_of

if TYPE_CHECKING:
    from sessions.clock import Clock

FOLDER = "Erasure certificates"
"""Where certificates are kept, beside the workshops."""
WORD = "erase"
"""What is typed before anything is erased."""


def erase_with_certificate(
    path: Path,
    by: str,
    library: Path,
    copies: HasCopies | None = None,
    clock: Clock | None = None,
) -> Path:
    """Erase a workshop for good and write the certificate of it; where that is.

    The folder for it is made first: where no certificate could be kept, nothing is erased. Raises
    `SessionProblem` and `ExportProblem`.
    """
    folder = library / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportProblem(
            f"No certificate could be kept in {folder}, so nothing was erased."
        ) from error
    # Where the file cannot be read there is no telling which drafts are its own.
    found = [file_of(root)] if (root := _root(path)) else []
    erasure = erase(path, by, copies, found, clock)
    document = certificate(erasure)
    # By the day and the reference: the workshop's own name would say what it was about.
    made = folder / f"erased-{erasure.at[:10]}-{erasure.reference}.pdf"
    replace_file(made, render_pdf(document))
    return made


def _root(path: Path) -> str:
    with suppress(SessionProblem):
        return root_of(entries_of(path))
    return ""
