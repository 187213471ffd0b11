"""The rehearsal debrief: the story, what was decided in it, what it did to us, what changes.

Nobody is named: positions are counted and said by no one, feelings are told only together, news
that reached one part alone and the notes taken are left out. Order and contents: domain.md,
section 4.
"""

import datetime
from dataclasses import replace

from exports.blocks import (
    POSITION_WORDS,
    Block,
    BulletList,
    Cell,
    Column,
    DefinitionRows,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Quote,
    Run,
    Table,
    Title,
    Words,
)
from exports.documents.figure_tables import feelings_table
from exports.documents.positions import bar_of
from exports.documents.rehearsed import body_of, changes, lessons, strain_table
from exports.pictures import Feelings, Felt, Strain, StrainLine
from facilitator.days import day_in_words
from facilitator.decision import CATEGORIES, CODES, Position
from facilitator.guide.scenario import DecisionPoint
from facilitator.rounds import Round, latest_round
from facilitator.stages.rehearsal.changing import still_to_settle
from facilitator.stages.rehearsal.deciding import option_of
from facilitator.stages.rehearsal.feeling import Together, together
from facilitator.stages.rehearsal.observing import strain_chart
from facilitator.stages.rehearsal.state import Decision, Rehearsal, rehearsal_of
from facilitator.stages.rehearsal.told import feelings_in_words, strain_in_words
from facilitator.workshop import Workshop

TITLE = "Rehearsal debrief"
BINDS_NOBODY = "A rehearsal: it binds nobody"

_CAME = {
    "agreed": "Agreed.",
    "agreed_with_reservations": "Agreed, with reservations.",
    "agreed_not_unanimous": "Agreed by three quarters, not unanimous.",
    "not_adopted_quorum": "Not agreed: too few were there to decide.",
    "not_adopted_objection": "Not agreed: an objection stood.",
    "not_adopted_question": "Not agreed: a question was unanswered.",
    "not_adopted_stand_aside": "Not agreed: too many stood aside.",
    "not_adopted_unanimity": "Not agreed: it needed a yes from each.",
    "not_adopted_votes": "Not agreed: too few said yes.",
}
_SAID_AS = {
    "reservation": "A reservation",
    "stand_aside": "Standing aside",
    "need_more": "A question",
    "object": "An objection",
}


def debrief(workshop: Workshop, rehearsal: str, made: datetime.datetime) -> Document:
    """The debrief of a rehearsal as it stands. `made` is when the document was written.

    Raises `Refused` where there is no such rehearsal.
    """
    found = rehearsal_of(workshop, rehearsal)
    group = workshop.about.group or "A group that has no name yet"
    version = workshop.paper.version
    played = _played_on(found, made)
    days = [f"played on {played}"] if played else []
    days.append(f"written on {day_in_words(made.date().isoformat())}")
    subtitle = f"“{found.pack.title}” · {' · '.join(days)} · version {version}"
    blocks = [
        Title(TITLE, group, f"{subtitle} · {BINDS_NOBODY[0].lower()}{BINDS_NOBODY[1:]}"),
        *_control(workshop, found, made),
        *told(workshop, found),
    ]
    return Document(
        title=f"{TITLE}: {found.pack.title}",
        blocks=tuple(blocks),
        created=made,
        footer=f"{group} · {TITLE} · {found.pack.title} · v{version}",
        author=group,
        subject=f"{BINDS_NOBODY}, version {version}",
    )


def told(workshop: Workshop, found: Rehearsal) -> list[Block]:
    """What a rehearsal was and what came of it, section by section; nobody is named."""
    return [
        *_scenario(found),
        *_news(found),
        *_decisions(workshop, found),
        *_feelings(found),
        *_strain(workshop, found),
        *_afterwards(found),
        *_lessons(workshop, found),
        *_changes(workshop, found),
    ]


def _played_on(found: Rehearsal, made: datetime.datetime) -> str:
    """The day on which the story was set going, where the paper is written; nothing before."""
    if not found.begun:
        return ""
    begun = datetime.datetime.fromtimestamp(found.begun, made.tzinfo)
    return day_in_words(begun.date().isoformat())


def _control(workshop: Workshop, found: Rehearsal, made: datetime.datetime) -> list[Block]:
    paper, number = workshop.paper, list(workshop.rehearsals).index(found.id) + 1
    rows = [
        ("Reference", f"{paper.reference}, rehearsal {number}" if paper.reference else ""),
        ("Version", paper.version),
        ("Status", BINDS_NOBODY),
        ("Played on", _played_on(found, made)),
        ("Written on", day_in_words(made.date().isoformat())),
        ("Owner", paper.owner),
        ("Workshop", workshop.about.title),
        ("Scenario", found.pack.title),
    ]
    kept = tuple((label, value) for label, value in rows if value)
    blocks: list[Block] = [
        KeepTogether((Heading("About this document", label=True), DefinitionRows(kept))),
        Paragraph(
            "What was said and decided here was said in role and decides nothing. Nobody is named, "
            "and what people felt is told only of all of them together.",
            "mute",
        ),
    ]
    if still := still_to_settle(found):
        blocks.append(Paragraph((Run("Still open. ", bold=True), still)))
    return blocks


def _scenario(found: Rehearsal) -> list[Block]:
    pack = found.pack
    note = pack.content_note.strip()
    blocks: list[Block] = [Heading("The story"), Paragraph(pack.situation)]
    if note.casefold() not in ("", "none"):
        blocks.append(Paragraph(f"It touches on: {note}", "mute"))
    for title, items in (
        ("What was known", pack.facts),
        ("What was at stake", pack.stakes),
        ("What nobody here could decide for others", pack.accountability_limits),
    ):
        if items:
            blocks.append(KeepTogether((Heading(title, level=3), BulletList(items))))
    return blocks


def _news(found: Rehearsal) -> list[Block]:
    """What arrived for everyone. Of what reached one part alone, only that there was some."""
    here = (each for each in found.played.values() if each.how != "skipped")
    arrived = sorted(here, key=lambda each: each.minute)
    rows: list[tuple[Cell | Words, ...]] = []
    alone = 0
    for played in arrived:
        inject = found.inject(played.inject)
        if inject is None or not inject.for_everyone:
            alone += 1
            continue
        channel = " · ".join(each for each in (inject.arrives_as, inject.story_time) if each)
        rows.append((str(played.minute), Cell(inject.text, (channel,)), played.response))
    blocks: list[Block] = [Heading("What arrived")]
    if rows:
        columns = (Column("Minute", 0.8), Column("News for everyone", 4), Column("What we did", 3))
        blocks.append(Table(columns, tuple(rows)))
    elif not alone:
        blocks.append(Paragraph("Nothing had arrived when this was written.", "mute"))
    if alone:
        times = {1: "once", 2: "twice"}.get(alone, f"{alone} times")
        said = f"News for one part alone arrived {times}. It is not told here."
        blocks.append(Paragraph(said, "small"))
    return blocks


def _decisions(workshop: Workshop, found: Rehearsal) -> list[Block]:
    blocks: list[Block] = []
    known = {point.id for point in found.pack.decision_points}
    for point in found.pack.decision_points:
        put = [each for each in found.decisions.values() if each.point == point.id]
        blocks += _point(workshop, found, point, put)
    for each in found.decisions.values():
        if each.point not in known:
            blocks += _decision(workshop, found, None, each)
    return [Heading("What we decided, in role"), *blocks] if blocks else []


def _point(
    workshop: Workshop, found: Rehearsal, point: DecisionPoint, put: list[Decision]
) -> list[Block]:
    head: list[Block] = [Heading(point.question, level=3)]
    if point.options:
        named = tuple(
            option.title + (f": {option.note}" if option.note else "") for option in point.options
        )
        head += [Paragraph("On offer, beside any other way:", "mute", True), BulletList(named)]
    if not put:
        return [KeepTogether((*head, Paragraph("Nothing was put to the group here.", "mute")))]
    blocks: list[Block] = [KeepTogether(tuple(head))] if len(head) > 1 else head
    for each in put:
        blocks += _decision(workshop, found, point, each)
    return blocks


def _decision(
    workshop: Workshop, found: Rehearsal, point: DecisionPoint | None, put: Decision
) -> list[Block]:
    """One decision: its words, what came of it, and why; positions are counted and unsigned."""
    option = option_of(point, put.option) if point else None
    way = ""
    if point is not None and point.options:
        way = " Another way than those on offer." if option is None else ""
        if option is not None and option.title != put.text:
            way = f" On the way of “{option.title}”."
    said: Words = (Run(f"Minute {put.minute}: ", bold=True), f"“{put.text}”{way}")
    about = latest_round(workshop, put.id)
    counted = about is not None and about.result is not None
    blocks: list[Block] = [Paragraph(said, leads=True), Paragraph(_came(about), leads=counted)]
    if about is not None and about.result is not None:
        blocks.append(bar_of(about))
    if put.reasons:
        blocks.append(Paragraph((Run("Why: ", bold=True), put.reasons)))
    if put.speaker:
        who = body_of(workshop, found, put.speaker, "somebody agreed in the room")
        blocks.append(Paragraph((Run("Said in public by: ", bold=True), who)))
    if about is not None and about.result is not None:
        spoken = [p for p in about.standing().values() if p.text and p.code in _SAID_AS]
        # In the order of the words, so that the order of the organisations tells nothing.
        spoken.sort(key=lambda p: (CODES.index(p.code), p.text))
        blocks += [Quote(p.text, _kind(p)) for p in spoken]
    return blocks


def _kind(position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    return _SAID_AS[position.code] + (f", {category}" if category else "")


def _came(about: Round | None) -> str:
    if about is None:
        return "Nobody was asked where they stand."
    outcome = about.outcome()
    if outcome is not None:
        return _CAME[outcome]
    shown = [
        f"{about.hands[code]} {POSITION_WORDS[code][about.hands[code] != 1]}"
        for code in CODES
        if about.hands.get(code)
    ]
    hands = f" By a show of hands: {', '.join(shown)}." if shown else ""
    return f"Positions were still being taken when this was written.{hands}"


def _feelings(found: Rehearsal) -> list[Block]:
    before, after = together(found, "before"), together(found, "after")
    heading = Heading("How we felt")
    words = feelings_in_words(before, after)
    if not before.count and not after.count:
        return [heading, Paragraph(words, "mute")]
    figure = Feelings((_felt("Before", before), _felt("Afterwards", after)), words)
    note = Paragraph(words, "small")
    return [KeepTogether((heading, figure, note, feelings_table(figure)))]


def _felt(when: str, feelings: Together) -> Felt:
    return Felt(when, feelings.count, feelings.mean, feelings.words)


def _strain(workshop: Workshop, found: Rehearsal) -> list[Block]:
    heading = Heading("What it did to our values")
    chart = strain_chart(workshop, found)
    if not chart.rows:
        return [heading, Paragraph("No value was seen under strain.", "mute")]
    lines = tuple(
        StrainLine(row.title, row.marks, row.verdict.capitalize() if row.verdict else "None yet")
        for row in chart.rows
    )
    blocks: list[Block] = [heading]
    if any(line.marks for line in lines):
        blocks.append(Strain(lines, chart.first, chart.last, strain_in_words(chart)))
    table = strain_table(workshop, found)
    caption = "The same in words, and when it showed." if len(blocks) > 1 else ""
    return [*blocks, replace(table, caption=caption)]


def _afterwards(found: Rehearsal) -> list[Block]:
    """What was said in the debrief, phase by phase; answers name nobody."""
    given: dict[str, list[str]] = {}
    for question, answer in found.answers:
        given.setdefault(question, []).append(answer)
    asked = [(each.phase, q) for each in found.pack.debrief for q in each.questions]
    known = {question for _, question in asked}
    asked += [("Also said", question) for question in given if question not in known]
    blocks: list[Block] = []
    phase = ""
    for each, question in asked:
        if question not in given:
            continue
        head: list[Block] = [Heading(each, level=3)] if each != phase else []
        phase = each
        said = BulletList(tuple(given[question]))
        blocks.append(KeepTogether((*head, Paragraph(Run(question, bold=True), leads=True), said)))
    return [Heading("What we said afterwards"), *blocks] if blocks else []


def _lessons(workshop: Workshop, found: Rehearsal) -> list[Block]:
    return [Heading("Lessons"), lessons(workshop, found)] if found.lessons else []


def _changes(workshop: Workshop, found: Rehearsal) -> list[Block]:
    proposed = changes(workshop, found)
    none: list[Block] = [Paragraph("No change has been proposed.", "mute")]
    return [Heading("What changes in our agreement"), *(proposed or none)]
