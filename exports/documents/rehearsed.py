"""What a rehearsal came to, in a document: strain on the values, lessons, changes. Nobody is named.

Private news, notes, single check-ins and who played which part are read nowhere here.
"""

from exports.blocks import Block, BulletList, Cell, Column, Heading, Paragraph, Run, Table, Words
from facilitator.days import short_day
from facilitator.stages.commitments import changes_to_write
from facilitator.stages.rehearsal.observing import StrainRow, strain_chart
from facilitator.stages.rehearsal.state import Change, Rehearsal
from facilitator.stages.rehearsal.told import change_in_words
from facilitator.workshop import Workshop


def taught(workshop: Workshop) -> list[Block]:
    """What each rehearsal taught, for the agreement; nothing of one that came to nothing."""
    blocks: list[Block] = []
    for played in workshop.rehearsals.values():
        if not (played.strains or played.lessons or played.changes or played.unchanged):
            continue
        blocks += [
            Heading("What the rehearsal taught us"),
            Paragraph(f"We rehearsed “{played.pack.title}”: {played.pack.situation}"),
        ]
        if played.strains:
            blocks.append(strain_table(workshop, played, judged_only=True))
        if played.lessons:
            blocks += [Heading("Lessons", level=3), lessons(workshop, played)]
        if played.changes or played.unchanged:
            blocks += [Heading("Changes to this agreement", level=3), *changes(workshop, played)]
    return blocks


def strain_table(workshop: Workshop, found: Rehearsal, *, judged_only: bool = False) -> Table:
    """Each value under strain: the verdict, the minutes, and when it showed.

    What was noted beside a mark in play stays with the notes: only the debrief's words are told.
    """
    rows = [
        row
        for row in strain_chart(workshop, found).rows
        if row.verdict is not None or not judged_only
    ]
    timed = any(row.marks for row in rows)
    columns = [Column("Value", 2.3), Column("Verdict", 1)]
    if timed:
        columns.append(Column("By minute", 1.7))
    columns.append(Column("When it showed", 4 - timed))
    body = []
    for row in rows:
        verdict = row.verdict.capitalize() if row.verdict else "None yet"
        judged = found.strains.get(row.value)
        cells: list[Cell | Words] = [row.title, verdict]
        if timed:
            cells.append(_by_minute(row))
        cells.append(judged.moment if judged else "")
        body.append(tuple(cells))
    return Table(tuple(columns), tuple(body), header_column=True)


def _by_minute(row: StrainRow) -> str:
    """ "held 12; bent 30, 41"."""
    minutes: dict[str, list[str]] = {}
    for minute, verdict in row.marks:
        minutes.setdefault(verdict, []).append(str(minute))
    return "; ".join(f"{verdict} {', '.join(each)}" for verdict, each in minutes.items())


def lessons(workshop: Workshop, found: Rehearsal) -> Block:
    """Each lesson with the organisation that takes it up, where one does."""
    rows = [(each.text, body_of(workshop, found, each.owner)) for each in found.lessons]
    if any(owner for _, owner in rows):
        return Table((Column("Lesson", 5), Column("Taken up by", 2)), tuple(rows))
    return BulletList(tuple(text for text, _ in rows))


def changes(workshop: Workshop, found: Rehearsal) -> list[Block]:
    """Each change: its target, whose it is and by when, and what became of it; or why none is."""
    blocks: list[Block] = []
    if found.changes:
        columns = (Column("To", 1.9), Column("Change", 4.4), Column("What became of it", 2.3))
        rows = tuple(_change(workshop, found, each) for each in found.changes.values())
        blocks.append(Table(columns, rows, header_column=True))
    if found.unchanged:
        said = "Why nothing else on paper changes: " if found.changes else "Nothing changes: "
        blocks.append(Paragraph((Run(said, bold=True), found.unchanged)))
    return blocks


def _change(workshop: Workshop, found: Rehearsal, change: Change) -> tuple[Cell | Words, ...]:
    owner = body_of(workshop, found, change.owner)
    whose = [f"With {owner}"] if owner else []
    if change.due:
        whose.append(f"by {short_day(change.due)}")
    said = ", ".join(whose)
    notes = (said[:1].upper() + said[1:],) if said else ()
    came = opened(workshop, change) if change.accepted else ""
    standing = Cell("Accepted" if change.accepted else "Proposed", (came,) if came else ())
    return (target(workshop, change), Cell(change_in_words(change), notes), standing)


def target(workshop: Workshop, change: Change) -> str:
    """What a change would change."""
    named = {"purpose": "The purpose", "commitments": "The commitments"}
    value = workshop.values.get(change.target)
    return value.title if value else named.get(change.target, "A value no longer there")


def opened(workshop: Workshop, change: Change) -> str:
    """What accepting a change opened on its target."""
    value = workshop.values.get(change.target)
    match change.how:
        case "will" | "will_not" if value:
            kind = "we will" if change.how == "will" else "we will not"
            added = [r for r in value.revisions if r.kind == change.how]
            version = next((r.version for r in added if r.text == change.text), value.version)
            return f"Added to “{kind}”: version {version}"
        case "wording" if value:
            return f"Other words for “{value.title}” were put to a round"
        case "statement" if change.opened in workshop.drafts:
            return f"Draft {workshop.drafts[change.opened].label} of the purpose"
    if change.target != "commitments":
        return ""
    waiting = any(each.id == change.id for each in changes_to_write(workshop))
    return "The commitment is still to be written" if waiting else "Written as a commitment"


def body_of(
    workshop: Workshop, found: Rehearsal, who: str, otherwise: str = "Named in the workshop"
) -> str:
    """The organisation behind an owner or a speaker, or their part in the story; never a person.

    Words that are neither may be anybody's name, so they are not told.
    """
    if not who:
        return ""
    member = workshop.members.get(who)
    if member is not None:
        return workshop.organisation_name(member.organisation) or otherwise
    if who in workshop.organisations:
        return workshop.organisations[who].short
    names = {name: name for o in workshop.organisations.values() for name in (o.name, o.short)}
    names |= {role: role for role in found.pack.roles}
    spoken = {name.casefold(): name for name in names}
    label = {m.label.casefold(): m.organisation for m in workshop.members.values()}
    if who.casefold() in spoken:
        return spoken[who.casefold()]
    if who.casefold() in label:
        return workshop.organisation_name(label[who.casefold()])
    return otherwise
