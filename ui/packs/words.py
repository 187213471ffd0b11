"""How packs are said on screen: their size and kind, what is wrong with one or missing from it."""

from itertools import pairwise

from facilitator.guide import Fault, Problem, Remark, ScenarioPack, faults_of
from facilitator.guide.lines import Place
from ui.packs.shelf import Offered

# What a field is called on the form; its name in the file is for those who write TOML.
FIELDS = {
    "accountability_limits": "where our power ends",
    "arrives_as": "how it arrives",
    "at_min": "the minute",
    "brief": "the brief",
    "check_in_after": "the check-in after",
    "check_in_before": "the check-in before",
    "content_note": "the content note",
    "facts": "facts",
    "kin": "kin",
    "minutes": "the minutes",
    "note": "the note",
    "phase": "the phase",
    "question": "the question",
    "questions": "questions",
    "roles": "roles",
    "situation": "the situation",
    "text": "the text",
    "title": "the title",
    "to": "who hears it",
}
_ROWS = {
    "injects": "Inject",
    "decision_points": "Decision",
    "roles": "Role",
    "role_notes": "Role",
    "debrief": "Debrief",
    "options": "option",
}


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 role", "6 roles"."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def size(pack: ScenarioPack) -> str:
    """How much there is to play."""
    parts = (
        counted(len(pack.roles), "role"),
        counted(len(pack.injects), "inject"),
        counted(len(pack.decision_points), "decision"),
    )
    return ", ".join(parts)


def length(pack: ScenarioPack) -> int:
    """Minutes from the first thing that happens to the end of the last."""
    moments = [each.at_min for each in pack.injects]
    moments += [point.at_min for point in pack.decision_points]
    ends = [point.at_min + point.minutes for point in pack.decision_points]
    return max((*moments, *ends), default=0) - min(moments, default=0)


def about(offered: Offered) -> str:
    """What the list says of one: how long and large it is, or why it is not ready."""
    if offered.kind == "broken":
        return f"cannot be used: {counted(len(offered.problems), 'problem')}"
    pack = offered.pack
    if pack is None:
        return ""
    if offered.kind == "draft":
        missing = len(faults_of(pack))
        unready = f"draft, not ready: {counted(missing, 'thing')} missing"
        return unready if missing else "draft, ready to be kept"
    yours = "yours · " if offered.kind == "own" else ""
    return f"{yours}{length(pack)} min, {counted(len(pack.roles), 'role')}"


def problem_line(problem: Problem) -> str:
    """A problem of a file that is named nearby: "Line 12: at_min must …"."""
    what = f"{problem.what[:1].upper()}{problem.what[1:]}"
    return f"Line {problem.line}: {problem.what}" if problem.line else what


def said(each: Fault | Remark) -> str:
    """A fault in the words of the form: "Inject 2: the text is empty."."""
    if isinstance(each, Remark):
        return each.what
    words = each.what
    field, _, rest = words.partition(" ")
    if field in FIELDS:
        words = f"{FIELDS[field]} {rest}"
    where = _where(each.at)
    if not where:
        return f"{words[:1].upper()}{words[1:]}"
    return f"{where}: {words}"


def _where(at: Place) -> str:
    """The row that a place is in: "Decision 1, option 2"."""
    rows = []
    for key, number in pairwise(at):
        if isinstance(number, int) and key in _ROWS:
            rows.append(f"{_ROWS[str(key)]} {number + 1}")
    return ", ".join(rows)
