"""Writing the agreement as a file beside its workshop."""

import datetime
from pathlib import Path

from exports.documents.agreement import agreement
from exports.file_names import file_name
from exports.pdf import write_pdf
from exports.readiness import undrawable
from facilitator.workshop import Workshop


def write_agreement(
    workshop: Workshop, session: Path, made: datetime.datetime, folder: Path | None = None
) -> tuple[Path, list[str]]:
    """Write the agreement as a PDF; its path, and a sentence for each word it cannot draw.

    It goes beside the session unless a folder is given; an earlier one of the same version is
    replaced. Raises `ExportProblem`.
    """
    about = workshop.about
    version = f"v{workshop.paper.version}"
    name = file_name(about.group or session.stem, "agreement", version, suffix=".pdf")
    path = (folder or session.parent) / name
    document = agreement(workshop, made)
    write_pdf(document, path)
    return path, undrawable(document)
