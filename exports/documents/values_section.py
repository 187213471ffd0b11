"""Values in a document: in short on the first page, and each in full with how it got there."""

from exports.blocks import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from exports.documents.positions import (
    bar_of,
    by_organisation,
    corrections,
    reserved,
    what_stood_against,
)
from exports.documents.scales import mixed, on_gradients
from exports.documents.standing_section import over_rounds
from facilitator.days import day_in_words
from facilitator.decision import AGREED
from facilitator.explain import explain
from facilitator.rounds import Round, rounds_about
from facilitator.stages.values import Value, charter, on_the_table, standing, unsettled
from facilitator.wording import joined
from facilitator.workshop import Workshop

_NOT_UNANIMOUS = "Not unanimous: three quarters agreed"


def values_in_short(workshop: Workshop) -> list[Block]:
    """The agreed values, each with its wording and who has a reservation."""
    agreed = charter(workshop)
    if not agreed:
        return [
            Heading("What we hold to", label=True),
            Paragraph("No value has been agreed yet.", "mute"),
        ]
    rows = tuple(
        (Run(v.title, bold=True), Cell(v.wording, _reservations(workshop, v))) for v in agreed
    )
    columns = (Column("", 2), Column("", 5))
    return [Heading("What we hold to", label=True), Table(columns, rows, header_column=True)]


def _reservations(workshop: Workshop, value: Value) -> tuple[str, ...]:
    last = rounds_about(workshop, value.id)[-1]
    aside = [p for p in last.standing().values() if p.code == "stand_aside"]
    notes = [_NOT_UNANIMOUS] if standing(workshop, value.id) == "agreed_not_unanimous" else []
    for positions, one, many in (
        (reserved(last), "reservation recorded", "reservations recorded"),
        (aside, "stands aside", "stand aside"),
    ):
        names = [workshop.organisation_name(p.organisation) for p in positions]
        if names:
            notes.append(f"{len(names)} {one if len(names) == 1 else many}: {joined(names)}")
    return tuple(notes)


def values_in_full(workshop: Workshop) -> list[Block]:
    """Every value on the table: agreed ones in full, the others with what became of them."""
    agreed = charter(workshop)
    blocks: list[Block] = []
    for value in agreed:
        blocks += _in_full(workshop, value)
    if blocks:
        blocks.insert(0, Heading("Our values"))
    others = [v for v in on_the_table(workshop) if v not in agreed]
    if others:
        columns = (Column("Value", 2), Column("Wording", 3), Column("What became of it", 3))
        rows = tuple((Run(v.title, bold=True), v.wording, _became(workshop, v)) for v in others)
        blocks += [Heading("Not agreed, and why", level=3 if agreed else 2), Table(columns, rows)]
    return blocks


def _in_full(workshop: Workshop, value: Value) -> list[Block]:
    last = rounds_about(workshop, value.id)[-1]
    version = f", version {value.version}" if value.version > 1 else ""
    head: list[Block] = [Heading(f"{value.title}{version}", level=3), Paragraph(value.wording)]
    if standing(workshop, value.id) == "agreed_not_unanimous":
        head.append(Paragraph(Run(_NOT_UNANIMOUS, bold=True)))
    if value.meaning:
        head.append(Paragraph(value.meaning, "mute"))
    blocks: list[Block] = [KeepTogether(tuple(head))]
    for words, behaviours in (
        ("We will", value.will),
        ("Even under pressure we will not", value.will_not),
    ):
        if behaviours:
            head_line = Paragraph(Run(words, bold=True))
            blocks.append(KeepTogether((head_line, BulletList(behaviours))))
    return [
        *blocks,
        *_cost(workshop, value),
        Spacer(0.5),
        bar_of(last),
        Paragraph(by_organisation(workshop, last), "small"),
        *over_rounds(workshop, value),
        Paragraph(_journey(workshop, value), "small"),
        *_reopenings(value),
        *_revisions(value),
        *_corrections(workshop, value),
    ]


def _cost(workshop: Workshop, value: Value) -> list[Block]:
    """Who will pay what for a value; or that it is untested, once that was found."""
    if value.costs:
        named = tuple(
            f"{workshop.organisation_name(c.organisation)}, {c.price}: {c.text}"
            for c in value.costs
        )
        head = Paragraph(Run("What it will cost", bold=True))
        return [KeepTogether((head, BulletList(named)))]
    if not value.untested:
        return []
    said = (Run("Untested", italic=True), ": nobody could name yet what it will cost.")
    return [Paragraph(said)]


def _corrections(workshop: Workshop, value: Value) -> list[Block]:
    """What was changed in its rounds after they were locked, each with its reason."""
    rounds = rounds_about(workshop, value.id)
    said = [line for about in rounds for line in corrections(workshop, about)]
    return [Paragraph(line, "small") for line in said]


def _journey(workshop: Workshop, value: Value) -> str:
    """How a value got there, in one line."""
    rounds = rounds_about(workshop, value.id)
    scales = mixed(workshop)
    parts = []
    if value.proposed_by:
        parts.append(f"Proposed by {workshop.organisation_name(value.proposed_by)}")
    amendments = {a.revises: a for a in value.amendments}
    for each in rounds[:-1]:
        amended = amendments.get(each.id)
        why = f", then reworded: {amended.why}" if amended and amended.why else ""
        outcome = each.outcome()
        # What was agreed once was agreed, whatever came of it later.
        against = (
            f"{outcome.replace('_', ' ')}, then reopened"
            if outcome in AGREED
            else what_stood_against(workshop, each)
        )
        parts.append(f"Round {each.number}{_scale(each, scales)}: {against}{why}".rstrip("."))
    last = rounds[-1]
    on = f", {day_in_words(last.at)}" if last.at else ""
    came = explain(workshop, last).rstrip(".")
    parts.append(f"Round {last.number}{on}{_scale(last, scales)}: {came}")
    return ". ".join(parts) + "."


def _scale(about: Round, mixed: bool) -> str:
    """On which scale a round was held, where the rounds of a document differ in it."""
    return ", on Kaner’s gradients" if mixed and on_gradients(about) else ""


def _reopenings(value: Value) -> list[Block]:
    """Why it was put back on the table, a line for each time."""
    return [
        Paragraph(
            f"{'Reopened after it had been agreed' if each.agreed else 'Put back on the table'}: "
            f"{each.reason}",
            "small",
        )
        for each in value.reopenings
    ]


def _revisions(value: Value) -> list[Block]:
    """What a rehearsal changed in it, as of which version, a line for each."""
    lines: list[Block] = []
    for each in value.revisions:
        words = each.text.rstrip(".")
        what = {
            "will": f"“we will {words}” was added",
            "will_not": f"“even under pressure we will not {words}” was added",
            "wording": f"“{words}” was proposed as its wording",
        }[each.kind]
        why = each.why[:1].lower() + each.why[1:]
        lines.append(Paragraph(f"Version {each.version}: {what} {why}.", "small"))
    return lines


def _how_far(workshop: Workshop, value: Value) -> str:
    """How far a value came that is on the table still."""
    rounds = rounds_about(workshop, value.id)
    left = next((each.left for each in unsettled(workshop) if each.value.id == value.id), None)
    if left == "reopened":
        return f"Reopened: {value.reopenings[-1].reason.rstrip('.')}. No round was held since."
    if not rounds:
        return "Proposed, and not yet taken further."
    said = explain(workshop, rounds[-1])
    return f"{said} It was reworded since." if left == "amended" else said


def _became(workshop: Workshop, value: Value) -> str:
    ending = value.ending
    if ending is None:
        return _how_far(workshop, value)
    if ending.kind == "parked":
        question = f" {ending.reason}" if ending.reason else ""
        owner = workshop.person(ending.by)
        return f"Parked with {owner} until {day_in_words(ending.return_by)}.{question}"
    if ending.kind == "merged":
        into = workshop.values.get(ending.into)
        return f"Merged into {into.title if into else 'another value'}."
    who = workshop.organisation_name(ending.by)
    return f"Withdrawn by {who}: {ending.reason.rstrip('.')}."
