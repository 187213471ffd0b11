"""What came of a rehearsal in words: its pictures, for those who cannot see them, and changes."""

from facilitator.stages.rehearsal.feeling import Together
from facilitator.stages.rehearsal.observing import StrainChart, StrainRow
from facilitator.stages.rehearsal.state import Change, ChangeKind

_WAYS: dict[ChangeKind, str] = {
    "will": "We will",
    "will_not": "We will not",
    "wording": "New words",
    "statement": "New statement",
    "commitment": "A commitment",
}


def feelings_in_words(before: Together, after: Together) -> str:
    """How many checked in before and after, the means, the way they went, and the words said.

    Sentences in one paragraph, from nothing but what may leave the console.
    """
    if not before.count and not after.count:
        return "Nobody checked in."
    said = [_at_one_time("Before", before), _at_one_time("Afterwards", after)]
    if before.mean is not None and after.mean is not None:
        said.append(_went(round(before.mean, 1), round(after.mean, 1)))
    return " ".join(said)


def strain_in_words(chart: StrainChart) -> str:
    """What happened to each value, and at which minutes: a sentence for each, in the chart's order.

    The verdict is the debrief's; where it is still missing, the sentence says so.
    """
    if not chart.rows:
        return "No value was seen under strain."
    return " ".join(_of_a_value(row) for row in chart.rows)


def change_in_words(change: Change) -> str:
    """The words of a change after the way in which it changes its target: "We will not: wait".

    Without the way, a line that we will not do reads as its opposite. Words that begin with it, and
    a change that does not say how, stand as they are.
    """
    way, said = _WAYS.get(change.how, ""), change.text.casefold()
    itself = said.startswith(f"{way.casefold()} ")
    if change.how == "will" and said.startswith("we will not "):
        itself = False
    return f"{way}: {change.text}" if way and not itself else change.text


def _at_one_time(when: str, feelings: Together) -> str:
    if not feelings.count:
        return f"{when}, nobody checked in."
    check_ins = f"{feelings.count} {'check-in' if feelings.count == 1 else 'check-ins'}"
    if feelings.mean is None:
        return f"{when}: {check_ins}, too few to tell more."
    words = ", ".join(f"{word} {times}" for word, times in feelings.words)
    heard = f"Said by three or more: {words}." if words else "No word was said by three or more."
    mean = f"the mean {feelings.mean:.1f} on a scale from 1, at ease, to 5, tense"
    return f"{when}: {check_ins}, {mean}. {heard}"


def _went(before: float, after: float) -> str:
    by = f"{abs(after - before):.1f}"
    if after > before:
        return f"The room was tenser afterwards, by {by}."
    if after < before:
        return f"The room was more at ease afterwards, by {by}."
    return "The room was as tense afterwards as before."


def _of_a_value(row: StrainRow) -> str:
    seen = _listed([f"{verdict} at minute {minute}" for minute, verdict in row.marks])
    if row.verdict is None:
        return f"“{row.title}” {seen}; there is no verdict yet."
    when = "" if row.minute is None else f", at minute {row.minute}"
    if not seen or row.marks == ((row.minute, row.verdict),):
        return f"“{row.title}” {row.verdict}{when}."
    return f"“{row.title}” {seen}. The verdict: it {row.verdict}{when}."


def _listed(parts: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
