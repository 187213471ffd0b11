"""The review report: what was promised and what became of it, months later. Workshop to blocks.

It says what the workshop holds and no more: signs of success, the group's view of itself and what
to keep or drop are not asked for yet, so nothing stands here about them. Order and contents:
domain.md, section 4.
"""

import datetime
from dataclasses import dataclass

from exports.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    DefinitionRows,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Table,
    Title,
    Words,
)
from exports.documents.promises_section import STATUS, assents, reported
from exports.documents.rehearsed import body_of, changes, lessons, strain_table
from exports.documents.rounds_section import stands
from facilitator.days import day_in_words, short_day
from facilitator.next_steps import owner_of
from facilitator.rounds import rounds_about
from facilitator.stages.commitments import Commitment
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import charter, on_the_table, parked_values
from facilitator.workshop import Workshop

TITLE = "Review report"
NOT_YET = "Nothing was promised, agreed or rehearsed yet, so there is nothing to review."
_SETTLED = ("done", "dropped")


def to_review(workshop: Workshop) -> str:
    """Why there is nothing to review yet; empty where there is something."""
    rehearsed = any(_has_shown(each) for each in workshop.rehearsals.values())
    promised = workshop.commitments or workshop.next_steps
    return "" if promised or rehearsed or charter(workshop) else NOT_YET


def review(workshop: Workshop, made: datetime.datetime) -> Document:
    """What became of a workshop's promises. `made` says what is overdue by then."""
    group = workshop.about.group or "A group that has no name yet"
    today = made.date().isoformat()
    version = workshop.paper.version
    blocks = [
        Title(TITLE, group, _subtitle(workshop, today)),
        *_in_short(workshop, today),
        *_control(workshop, today),
        Contents(),
        *_overdue(workshop, today),
        *_commitments(workshop, today),
        *_values(workshop),
        *_rehearsals(workshop),
        *_next_steps(workshop, today),
        *assents(workshop),
        *_due(workshop, today),
    ]
    return Document(
        title=f"{TITLE}: {group}",
        blocks=tuple(blocks),
        created=made,
        footer=f"{group} · {TITLE} · v{version}",
        author=group,
        subject=f"{TITLE} of the agreement, version {version}",
    )


def _subtitle(workshop: Workshop, today: str) -> str:
    parts = [f"As things stand on {day_in_words(today)}", f"version {workshop.paper.version}"]
    if workshop.paper.review_on:
        parts.append(f"review by {day_in_words(workshop.paper.review_on)}")
    return " · ".join(parts)


def _in_short(workshop: Workshop, today: str) -> list[Block]:
    """The whole report in one block: for whoever reads no further."""
    promises = list(workshop.commitments.values())
    counted = [(STATUS[code].lower(), sum(c.status == code for c in promises)) for code in STATUS]
    told = ", ".join(f"{count} {words}" for words, count in counted if count)
    late = len(_late(workshop, today))
    values = charter(workshop)
    strained = _strained(workshop)
    open_changes = [c for r in workshop.rehearsals.values() for c in r.changes.values()]
    accepted = sum(c.accepted for c in open_changes)
    rows = [
        ("Commitments", f"{len(promises)} made: {told}" if promises else ""),
        ("Overdue", f"{_many(late, 'thing')}" if late else "Nothing"),
        ("Values", f"{_many(len(values), 'value')} agreed" if values else ""),
        ("In rehearsal", strained),
        (
            "Changes",
            f"{accepted} of {_many(len(open_changes), 'proposed change')} accepted"
            if open_changes
            else "",
        ),
        ("Next review", _when(workshop.paper.review_on, today)),
    ]
    kept = tuple((label, value) for label, value in rows if value)
    return [KeepTogether((Heading("In short", label=True), DefinitionRows(kept)))]


def _when(date: str, today: str) -> str:
    if not date:
        return "No date has been set"
    past = ", which is past" if date < today else ""
    return f"{day_in_words(date)}{past}"


def _strained(workshop: Workshop) -> str:
    verdicts = [s.verdict for r in workshop.rehearsals.values() for s in r.strains.values()]
    counted = ((word, verdicts.count(word)) for word in ("held", "bent", "broke"))
    return ", ".join(f"{count} {word}" for word, count in counted if count)


def _control(workshop: Workshop, today: str) -> list[Block]:
    paper = workshop.paper
    rows = [
        ("Reference", f"{paper.reference}, review report" if paper.reference else ""),
        ("Agreement", f"Version {paper.version}, {paper.status[:1].lower()}{paper.status[1:]}"),
        ("Written on", day_in_words(today)),
        ("Owner", paper.owner),
        ("Workshop", workshop.about.title),
    ]
    kept = tuple((label, value) for label, value in rows if value)
    return [KeepTogether((Heading("About this document", label=True), DefinitionRows(kept)))]


@dataclass(frozen=True)
class _Late:
    """Something that was to be done by a day that is past: what, by whom, and how it stands."""

    due: str
    what: str
    who: str
    stands: str


def _late(workshop: Workshop, today: str) -> list[_Late]:
    """Everything overdue, the longest first."""
    late = [
        _Late(c.due, c.text, _owner(workshop, c), _latest(c))
        for c in workshop.commitments.values()
        if c.status not in _SETTLED and _past(c.due, today)
    ]
    late += [
        _Late(step.due, step.text, owner_of(workshop, step), "A next step")
        for step in workshop.next_steps.values()
        if _past(step.due, today)
    ]
    late += [
        _Late(v.ending.return_by, v.title, workshop.person(v.ending.by), "A parked value")
        for v in parked_values(workshop)
        if v.ending and _past(v.ending.return_by, today)
    ]
    for played in workshop.rehearsals.values():
        late += [
            _Late(c.due, c.text, body_of(workshop, played, c.owner), "A change only proposed")
            for c in played.changes.values()
            if not c.accepted and _past(c.due, today)
        ]
    late += [
        _Late(each.back_at, each.text, each.destination, "In the car park")
        for each in workshop.car_park.values()
        if not each.outcome and _past(each.back_at, today)
    ]
    return sorted(late, key=lambda each: each.due)


def _past(due: str, today: str) -> bool:
    """Whether a day has gone by; words that are no date never have."""
    return _days(due, today) > 0


def _days(due: str, today: str) -> int:
    """How many days ago that was; 0 for what is no date."""
    try:
        day = datetime.date.fromisoformat(due)
    except ValueError:
        return 0
    return (datetime.date.fromisoformat(today) - day).days


def _owner(workshop: Workshop, each: Commitment) -> str:
    return f"{workshop.organisation_name(each.organisation)}, {workshop.person(each.owner)}"


def _latest(each: Commitment) -> str:
    return reported(each.reports[-1]) if each.reports else "Nothing reported"


def _overdue(workshop: Workshop, today: str) -> list[Block]:
    late = _late(workshop, today)
    if not late:
        said = f"Nothing was overdue on {day_in_words(today)}."
        return [KeepTogether((Heading("Overdue"), Paragraph(said)))]
    columns = (
        Column("What", 3.6),
        Column("Whose", 2.4),
        Column("Was due", 1.6),
        Column("Stands", 2.2),
    )
    rows = tuple(
        (
            each.what,
            each.who,
            Cell(short_day(each.due), (f"{_many(_days(each.due, today), 'day')} ago",)),
            each.stands,
        )
        for each in late
    )
    return [Heading("Overdue"), Table(columns, rows)]


def _commitments(workshop: Workshop, today: str) -> list[Block]:
    """What was promised beside what was reported since, every report of it."""
    if not workshop.commitments:
        return []
    columns = (
        Column("Promised", 3.4),
        Column("To be known by", 2.2),
        Column("By", 1.3),
        Column("Reported since", 2.4),
    )
    rows = tuple(_commitment(workshop, c, today) for c in workshop.commitments.values())
    return [Heading("Commitments, then and now"), Table(columns, rows)]


def _commitment(workshop: Workshop, each: Commitment, today: str) -> tuple[Cell | Words, ...]:
    overdue = each.status not in _SETTLED and _past(each.due, today)
    now = Run(STATUS[each.status], bold=True) if each.reports else "Nothing yet"
    return (
        Cell(each.text, (_owner(workshop, each),)),
        each.measure,
        Cell(short_day(each.due), ("Overdue",) if overdue else ()),
        Cell(now, tuple(map(reported, each.reports))),
    )


def _values(workshop: Workshop) -> list[Block]:
    """Each value: where it stands, in how many rounds, and what the rehearsals did to it."""
    found = on_the_table(workshop)
    if not found:
        return []
    tested = any(r.strains for r in workshop.rehearsals.values())
    columns = [Column("Value", 2.2), Column("Where it stands", 3), Column("Rounds", 1)]
    columns += [Column("In rehearsal", 2.2)] if tested else []
    rows = []
    for value in found:
        strains = [
            f"{s.verdict.capitalize()} in “{r.pack.title}”"
            for r in workshop.rehearsals.values()
            if (s := r.strains.get(value.id))
        ]
        changed = (f"Version {value.version}",) if value.version > 1 else ()
        held = str(len([r for r in rounds_about(workshop, value.id) if r.result]))
        cells: list[Cell | Words] = [Cell(value.title, changed), stands(workshop, value), held]
        rows.append((*cells, *(["\n".join(strains) or "Not tested"] if tested else [])))
    return [
        Heading("The values, and how they held"),
        Table(tuple(columns), tuple(rows), header_column=True),
    ]


def _has_shown(found: Rehearsal) -> bool:
    return bool(found.strains or found.lessons or found.changes or found.unchanged)


def _rehearsals(workshop: Workshop) -> list[Block]:
    """What each rehearsal showed, and which of the changes it asked for are settled."""
    blocks: list[Block] = []
    for found in workshop.rehearsals.values():
        if not _has_shown(found):
            continue
        blocks.append(Heading(f"What the rehearsal of “{found.pack.title}” showed"))
        if found.strains:
            blocks.append(strain_table(workshop, found, judged_only=True))
        if found.lessons:
            blocks += [Heading("Lessons", level=3), lessons(workshop, found)]
        if found.changes or found.unchanged:
            blocks += [Heading("Changes, open and settled", level=3), *changes(workshop, found)]
        if still := still_to_settle(found):
            blocks.append(Paragraph((Run("Still open. ", bold=True), still)))
    return blocks


def _next_steps(workshop: Workshop, today: str) -> list[Block]:
    rows = tuple(
        (
            each.text,
            owner_of(workshop, each),
            Cell(short_day(each.due), ("Overdue",) if _past(each.due, today) else ()),
        )
        for each in workshop.next_steps.values()
    )
    columns = (Column("What", 4.6), Column("Who", 2.8), Column("By", 1.6))
    return [Heading("What was to happen next"), Table(columns, rows)] if rows else []


def _due(workshop: Workshop, today: str) -> list[Block]:
    """What is still to come, by its day."""
    paper = workshop.paper
    due = [
        (c.due, c.text, _owner(workshop, c))
        for c in workshop.commitments.values()
        if c.status not in _SETTLED
    ]
    due += [(s.due, s.text, owner_of(workshop, s)) for s in workshop.next_steps.values()]
    due += [
        (v.ending.return_by, f"“{v.title}” comes back", workshop.person(v.ending.by))
        for v in parked_values(workshop)
        if v.ending
    ]
    due.append((paper.review_on, "This agreement is looked at again", paper.owner))
    if paper.ratified is None:
        due.append(
            (paper.ratify_on, "The agreement goes to the meeting that may resolve it", paper.owner)
        )
    ahead = sorted(each for each in due if each[0] and _days(each[0], today) <= 0)
    if not ahead:
        return []
    columns = (Column("By", 1.4), Column("What", 4.6), Column("Whose", 2.8))
    rows = tuple((short_day(day), what, who) for day, what, who in ahead)
    return [Heading("What is due, and when"), Table(columns, rows, header_column=True)]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
