"""Rounds in the record: each draft and value, every round on it, and all that was said there."""

from exports.blocks import (
    POSITION_WORDS,
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeepTogether,
    Lead,
    Paragraph,
    Quote,
    Run,
    Table,
    Words,
)
from exports.documents.figure_tables import spread_table
from exports.documents.positions import bar_of, corrections
from exports.pictures import Spread, SpreadRow
from facilitator.days import day_in_words
from facilitator.decision import AGREED, CATEGORIES, CODES, Code, Position, tally
from facilitator.explain import explain
from facilitator.gradients import SAID
from facilitator.rounds import Round, rounds_about
from facilitator.stages.purpose import Draft
from facilitator.stages.values import Value, on_the_table, standing
from facilitator.trio import Trio
from facilitator.wording import joined
from facilitator.workshop import Workshop

_STANDS: dict[Code, str] = {
    "agree": "Supports it",
    "reservation": "With a reservation",
    "stand_aside": "Stands aside",
    "need_more": "Needs an answer first",
    "object": "Objects",
    "abstain": "Abstains",
    "absent": "Not here",
}
_VERDICTS = {"adopted": "Adopted", "amended": "Amended", "rejected": "Put aside"}
_PRICES = {"money": "Money", "time": "Time", "pride": "Pride"}


def every_draft(workshop: Workshop) -> list[Block]:
    """Each draft of the purpose in the order in which it was written, with what came of it."""
    blocks: list[Block] = []
    for draft in workshop.drafts.values():
        blocks += _draft(workshop, draft)
    return [Heading("The purpose, draft by draft"), *blocks] if blocks else []


def _draft(workshop: Workshop, draft: Draft) -> list[Block]:
    base = workshop.drafts.get(draft.revises)
    whose = workshop.organisation_name(draft.by)
    came = [f"By {workshop.person(whose)}"] if draft.by else []
    came += [f"after {base.label}"] if base else []
    verdict = _VERDICTS.get(draft.verdict, "")
    came += (
        [verdict.lower() + (f": {draft.why.rstrip('.')}" if draft.why else "")] if verdict else []
    )
    said = ", ".join(came)
    head: list[Block] = [Heading(f"Draft {draft.label}", level=3), Lead(draft.text)]
    if said:
        head.append(Paragraph(f"{said[:1].upper()}{said[1:]}.", "small"))
    blocks: list[Block] = [KeepTogether(tuple(head))]
    for about in rounds_about(workshop, draft.id):
        blocks += _round(workshop, about, draft.text)
    if board := draft.another_board:
        answer = f"Would another board sign it? {'Yes' if board.would_sign else 'No'}."
        blocks.append(Paragraph(f"{answer} {board.text}".rstrip(), "small"))
    if draft.stops:
        stops = Paragraph("If we mean this, we would have to stop:", "small", leads=True)
        blocks.append(KeepTogether((stops, BulletList(draft.stops))))
    elif draft.nothing_to_stop:
        blocks.append(Paragraph("What would we have to stop? We answered: nothing.", "small"))
    for defence in draft.defences.values():
        name = workshop.organisation_name(defence.organisation)
        will = "will defend it outside" if defence.will else "not yet"
        if defence.text:
            blocks.append(Quote(defence.text, f"{name}: {will}"))
    names = [workshop.organisation_name(d.organisation) for d in draft.defences.values() if d.will]
    if names:
        blocks.append(Paragraph(f"Will defend it outside: {joined(names)}.", "small"))
    return blocks


def every_value(workshop: Workshop) -> list[Block]:
    """Each value on the table: what it says, how it moved over its rounds, and every round."""
    blocks: list[Block] = []
    for value in on_the_table(workshop):
        blocks += _value(workshop, value)
    return [Heading("The values, round by round"), *blocks] if blocks else []


def _value(workshop: Workshop, value: Value) -> list[Block]:
    rounds = rounds_about(workshop, value.id)
    begun = [f"Proposed by {workshop.organisation_name(value.proposed_by)}"] * bool(
        value.proposed_by
    )
    begun += [f"to be tested on: {value.test_day}"] if value.test_day else []
    version = f", version {value.version}" if value.version > 1 else ""
    head: list[Block] = [Heading(f"{value.title}{version}", level=3), Paragraph(value.wording)]
    head.append(Paragraph(Run(stands(workshop, value), bold=True)))
    if begun:
        said = "; ".join(begun)
        head.append(Paragraph(f"{said[:1].upper()}{said[1:].rstrip('.')}.", "small"))
    if value.meaning:
        head.append(Paragraph(value.meaning, "mute"))
    blocks: list[Block] = [KeepTogether(tuple(head)), *_behaviours(value), *_costs(workshop, value)]
    if len([each for each in rounds if each.result is not None]) > 1:
        figure = _moved(value, rounds)
        blocks += [
            KeepTogether((Heading("How it moved", level=4), figure)),
            spread_table(figure, "Round"),
        ]
    told = value.wording
    for about in rounds:
        blocks += _round(workshop, about, told)
        amended = [each.wording for each in value.amendments if each.revises == about.id]
        told = amended[-1] if amended else about.wording
        blocks += _afterwards(workshop, value, about)
    for each in value.reopenings:
        when = "after it had been agreed" if each.agreed else "on the table"
        again = "Reopened" if each.agreed else "Put back"
        blocks.append(Paragraph(f"{again} {when}: {each.reason}", "small"))
    for revision in value.revisions:
        blocks.append(
            Paragraph(f"Version {revision.version}: “{revision.text}”. {revision.why}", "small")
        )
    return blocks


def stands(workshop: Workshop, value: Value) -> str:
    """Where a value stands, as a sentence."""
    now = standing(workshop, value.id)
    ending = value.ending
    if ending is not None and ending.kind == "parked":
        until = f" until {day_in_words(ending.return_by)}" if ending.return_by else ""
        why = f" {ending.reason}" if ending.reason else ""
        return f"Parked with {workshop.person(ending.by)}{until}.{why}"
    if ending is not None and ending.kind == "merged":
        into = workshop.values.get(ending.into)
        return f"Merged into “{into.title}”." if into else "Merged into another value."
    if ending is not None:
        return f"Withdrawn by {workshop.organisation_name(ending.by)}: {ending.reason.rstrip('.')}."
    if now == "agreed_not_unanimous":
        return "Agreed by three quarters, not unanimous."
    words = now.replace("_", " ").capitalize() if now in AGREED else _ON_THE_TABLE.get(now, "Open")
    return f"{words}."


_ON_THE_TABLE = {
    "round": "A round was open when this was written",
    "not_agreed": "Not agreed",
    "amended": "Reworded, and no round held on it since",
    "reopened": "Reopened, and no round held on it since",
    "behaviours": "Made visible, and no round held on it",
    "clarified": "Made clear, and no round held on it",
    "proposed": "Proposed, and not taken further",
}


def _behaviours(value: Value) -> list[Block]:
    return [
        KeepTogether((Paragraph(Run(words, bold=True), leads=True), BulletList(lines)))
        for words, lines in (
            ("We will", value.will),
            ("Even under pressure we will not", value.will_not),
        )
        if lines
    ]


def _costs(workshop: Workshop, value: Value) -> list[Block]:
    if value.costs:
        columns = (Column("Who pays", 2), Column("In", 1), Column("What it will cost", 5))
        rows = tuple(
            (workshop.organisation_name(c.organisation), _PRICES[c.price], c.text)
            for c in value.costs
        )
        return [Table(columns, rows, "What it will cost.", header_column=True)]
    untested = "Untested: nobody could name yet what it will cost."
    return [Paragraph(untested, "small")] if value.untested else []


def _moved(value: Value, rounds: list[Round]) -> Spread:
    rows = []
    for about in rounds:
        if about.result is None:
            continue
        counts = tally(about.standing())
        shown = tuple((code, counts[code]) for code in CODES if code in counts)
        outcome = about.outcome()
        came = "Agreed" if outcome in AGREED else "Not agreed"
        rows.append(SpreadRow(f"Round {about.number}", shown, came))
    said = [
        f"{row.title}: "
        + ", ".join(_count(code, count) for code, count in row.counts)
        + f"; {row.result.lower()}."
        for row in rows
    ]
    return Spread(tuple(rows), f"How “{value.title}” moved over its rounds. {' '.join(said)}")


def _round(workshop: Workshop, about: Round, told: str) -> list[Block]:
    """One round: when it was locked, on which words, what came of it, and everybody in it."""
    at = f", {day_in_words(about.at)} at {about.at[11:16]}" if about.at else ""
    head: list[Block] = [Heading(f"Round {about.number}{at}", level=4)]
    if about.wording != told:
        head.append(Quote(about.wording, "The words that were asked about"))
    if about.hands:
        counted = (_count(c, about.hands[c]) for c in CODES if about.hands.get(c))
        head.append(Paragraph(f"By a show of hands: {', '.join(counted)}.", "small"))
    if about.result is None:
        # What is said in an open round may still be taken back.
        return [*head, Paragraph("Positions were still being taken when this was written.", "mute")]
    head.append(Paragraph(explain(workshop, about)))
    return [
        KeepTogether(tuple(head)),
        bar_of(about),
        _positions(workshop, about),
        *(Paragraph(line, "small") for line in corrections(workshop, about)),
        *_mandates(workshop, about),
    ]


def _count(code: Code, count: int) -> str:
    """ "3 support it"."""
    return f"{count} {POSITION_WORDS[code][count != 1]}"


def _positions(workshop: Workshop, about: Round) -> Table:
    """Who stood where; whoever said more than that, each in a row of their own."""
    columns = (Column("Position", 2), Column("Who, and in which words", 6))
    rows: list[tuple[Cell | Words, ...]] = []
    for code in CODES:
        those = [p for p in about.standing().values() if p.code == code]
        quiet = [p for p in those if not p.text and not _notes(about, p)]
        names = [workshop.organisation_name(p.organisation) for p in quiet]
        if names:
            rows.append((_STANDS[code], joined(names)))
        for each in those:
            if each not in quiet:
                name = workshop.organisation_name(each.organisation)
                words: Words = (
                    (Run(f"{name}: ", bold=True), f"“{each.text}”") if each.text else name
                )
                rows.append((_STANDS[code], Cell(words, _notes(about, each))))
    return Table(columns, tuple(rows), header_column=True)


def _notes(about: Round, position: Position) -> tuple[str, ...]:
    who = position.organisation
    found = []
    if position.category:
        found.append(f"Of the kind: {CATEGORIES[position.category]}")
    if position.gradient:
        found.append(f"Said as “{SAID[position.gradient]}”")
    if position.would_work:
        found.append(f"It would work with: {position.would_work}")
    if position.resolved:
        after = " after the lock" if position.after_lock else ""
        found.append(f"Settled{after}: {position.resolved}")
    if position.not_valid:
        after = " after the lock" if position.found_after_lock else ""
        found.append(f"Found{after} to be none that blocks: {position.not_valid}")
    if who in about.late:
        date = about.came.get(who, "")
        found.append(f"Given late{f', on {day_in_words(date)}' if date else ''}")
    return tuple(found)


def _mandates(workshop: Workshop, about: Round) -> list[Block]:
    """Which positions were subject to a mandate; the sentence of the round says which still are."""
    return [
        Paragraph(
            f"{workshop.organisation_name(organisation)} confirmed at home on {day_in_words(date)} "
            "what was said for it here.",
            "small",
        )
        for organisation, date in about.mandates.items()
        if date
    ]


def _afterwards(workshop: Workshop, value: Value, about: Round) -> list[Block]:
    """What was tried after a round: trios that went off, and the new words."""
    blocks: list[Block] = []
    for trio in workshop.trios.values():
        if trio.round == about.id:
            blocks += _trio(workshop, trio)
    for each in value.amendments:
        if each.revises == about.id:
            by = f" by {workshop.person(workshop.organisation_name(each.by))}" if each.by else ""
            why = f": {each.why}" if each.why else ""
            blocks.append(Quote(each.wording, f"Reworded{by} after round {about.number}{why}"))
    return blocks


def _trio(workshop: Workshop, trio: Trio) -> list[Block]:
    names = joined([workshop.organisation_name(o) for o in trio.members])
    went = f"{names} went off to find a change that would work"
    if trio.brought:
        return [Quote(trio.brought, f"{went}, and came back with this")]
    return [Paragraph(f"{went}.", "small")]
