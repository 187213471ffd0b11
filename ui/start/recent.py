"""Recent workshops as rows of the start page."""

from facilitator.guide import Guide
from sessions.library import Library, Listed
from ui.console.words import date_in_words
from ui.start.start_page import workshop_row
from ui.widgets.hairline_table import TableRow

MOST = 50


def recent_rows(library: Library, guide: Guide) -> list[TableRow]:
    """The workshops of a library, the one changed last first; at most fifty."""
    return [
        workshop_row(
            str(listed.path),
            listed.group or listed.path.stem,
            listed.title,
            date_in_words(listed.date),
            stands(listed, guide),
            first=at == 0 and listed.problem is None,
            problem=listed.problem is not None,
        )
        for at, listed in enumerate(library.listed()[:MOST])
    ]


def stands(listed: Listed, guide: Guide) -> str:
    """Where a workshop stands, in a few words."""
    if listed.problem is not None:
        return listed.problem.what
    parts = ["Not started"]
    stage = guide.stages.get(listed.stage)
    if stage is not None:
        step = next((s.title for s in stage.steps if s.id == listed.step), "")
        parts = [f"{stage.title}, {step}" if step else stage.title]
    if listed.contributions:
        many = "" if listed.contributions == 1 else "s"
        parts.append(f"{listed.contributions:,} contribution{many}")
    return " · ".join(parts)
