"""The board agreement: what was agreed, by whom, and what happens next. Workshop to blocks.

A workshop binds nobody, so the agreement recommends until a ratifying meeting is recorded. Order
and contents: what a board secretary asks of a paper, and what they send back when it is missing.
"""

import datetime

from exports.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    Paragraph,
    Quote,
    Signature,
    SignatureRows,
    Table,
    Title,
)
from exports.documents.implications import implications
from exports.documents.membership import attendance, interests, membership, quorum
from exports.documents.positions import reservations
from exports.documents.purpose_section import purpose_section
from exports.documents.rehearsed import taught
from exports.documents.standing_section import where_we_stand
from exports.documents.values_section import values_in_full, values_in_short
from exports.documents.words_section import next_steps, shared_words
from exports.fingerprint import WORDS, fingerprinted
from facilitator.attribution import shown_as
from facilitator.board import Contribution
from facilitator.days import day_in_words, short_day
from facilitator.stages import purpose
from facilitator.stages.commitments import Commitment
from facilitator.stages.values import charter
from facilitator.wording import counted
from facilitator.workshop import Workshop

TITLE = "Our agreement"
MOST_QUOTES = 6


def agreement(workshop: Workshop, made: datetime.datetime) -> Document:
    """The board agreement of a workshop as it stands. `made` is when the document was written."""
    about, paper = workshop.about, workshop.paper
    group = about.group or "A group that has no name yet"
    blocks = [
        Title(TITLE, group, _subtitle(workshop, made)),
        *purpose_section(workshop),
        *values_in_short(workshop),
        *_control(workshop, made),
        Fingerprint("", WORDS),
        Contents(),
        *_recommendation(workshop),
        *membership(workshop),
        *attendance(workshop),
        *quorum(workshop),
        *interests(workshop),
        *_in_our_words(workshop),
        *shared_words(workshop),
        *values_in_full(workshop),
        *where_we_stand(workshop),
        *reservations(workshop),
        *taught(workshop),
        *_commitments(workshop),
        *_budgets(workshop),
        *implications(workshop),
        *next_steps(workshop),
        *_review(workshop),
        *_signatures(workshop),
    ]
    document = Document(
        title=f"{TITLE}: {group}",
        blocks=tuple(blocks),
        created=made,
        footer=f"{group} · {TITLE} · v{paper.version} · {paper.status}",
        author=group,
        subject=f"{paper.status}, version {paper.version}",
    )
    return fingerprinted(document, "agreement", attach=workshop.attribution != "unattributed")


def _subtitle(workshop: Workshop, made: datetime.datetime) -> str:
    paper = workshop.paper
    parts = [
        f"Made on {day_in_words(made.date().isoformat())}",
        f"version {paper.version}",
        paper.status[0].lower() + paper.status[1:],
    ]
    if paper.review_on:
        parts.append(f"review by {day_in_words(paper.review_on)}")
    return " · ".join(parts)


def _control(workshop: Workshop, made: datetime.datetime) -> list[Block]:
    paper = workshop.paper
    rows = [
        ("Reference", paper.reference),
        ("Version", paper.version),
        ("Status", paper.status),
        ("Date", day_in_words(made.date().isoformat())),
        ("Owner", paper.owner),
        ("Workshop", workshop.about.title),
        ("Goes to", day_in_words(paper.ratify_on)),
        ("Review", day_in_words(paper.review_on)),
    ]
    kept = tuple((label, value) for label, value in rows if value)
    return [
        KeepTogether((Heading("About this document", label=True), DefinitionRows(kept))),
        *_versions(workshop),
    ]


def _versions(workshop: Workshop) -> list[Block]:
    """Which versions there were; with one alone the control block says it all."""
    versions = workshop.paper.versions
    if len(versions) < 2:
        return []
    columns = (Column("Version", 1), Column("Status", 2.4), Column("Since", 1.6), Column("By", 2))
    rows = tuple(
        (each.number, each.status, short_day(each.date) if each.date else "", each.what)
        for each in versions
    )
    return [Heading("Versions", level=3, label=True), Table(columns, rows)]


def _recommendation(workshop: Workshop) -> list[Block]:
    paper = workshop.paper
    if paper.ratified is not None:
        found = paper.ratified
        minute = f", minute {found.minute}" if found.minute else ""
        said = f"Resolved by {found.meeting} on {day_in_words(found.date)}{minute}:"
        parts = _decisions(workshop)
        return [
            Heading("Resolution"),
            Paragraph(said if parts else f"{said.rstrip(':')}.", leads=bool(parts)),
            *_numbered(parts),
        ]
    on = f" at its meeting on {day_in_words(paper.ratify_on)}" if paper.ratify_on else ""
    parts = _decisions(workshop)
    if not parts:
        return [
            Heading("Recommendation"),
            Paragraph("Nothing has been agreed yet, so there is nothing to recommend."),
        ]
    asked = Paragraph(f"It is recommended to the board{on}:")
    return [
        KeepTogether((Heading("Recommendation"), asked, *_numbered(parts))),
        Paragraph(
            "This workshop binds nobody. Each member organisation keeps its own powers and duties, "
            "and this paper is a draft until a meeting has resolved it.",
            "mute",
        ),
    ]


def _decisions(workshop: Workshop) -> list[str]:
    """What a board is asked to decide, or has decided."""
    values, promises = len(charter(workshop)), len(workshop.commitments)
    parts = []
    if purpose.adopted(workshop):
        parts.append("adopt the purpose")
    if values:
        parts.append(f"adopt the {_many(values, 'value')} set out below, with their reservations")
    if promises:
        parts.append(f"note the {_many(promises, 'commitment')} and their owners")
    if review := workshop.paper.review_on:
        parts.append(f"review this agreement by {day_in_words(review)}")
    return parts


def _numbered(parts: list[str]) -> list[Block]:
    """Decisions by their numbers, so that a minute can name them."""
    rows = tuple((f"Decision {at}", f"To {part}.") for at, part in enumerate(parts, start=1))
    return [DefinitionRows(rows)] if rows else []


def _in_our_words(workshop: Workshop) -> list[Block]:
    quotes = _quotes(workshop)
    if not quotes:
        return []
    said = tuple(Quote(c.text, workshop.who_said(c)) for c in quotes)
    return [KeepTogether((Heading("In our own words"), said[0])), *said[1:]]


def _quotes(workshop: Workshop) -> list[Contribution]:
    """One kept answer to why we bother from each theme, in the order of the themes."""
    answers = [c for c in workshop.cards("purpose") if c.theme and not c.parked]
    first: dict[str, Contribution] = {}
    for card in answers:
        if shown_as(workshop, card) != "unattributed":
            first.setdefault(card.theme, card)
    return list(first.values())[:MOST_QUOTES]


def _commitments(workshop: Workshop) -> list[Block]:
    if not workshop.commitments:
        return []
    columns = (
        Column("We will", 3.7),
        Column("Who", 2.0),
        Column("By", 1.1),
        Column("How we will know", 2.4),
    )
    rows = tuple(_commitment(workshop, each) for each in workshop.commitments.values())
    return [Heading("What each of us will do"), Table(columns, rows)]


def _commitment(workshop: Workshop, each: Commitment) -> tuple[Cell | str, ...]:
    notes = []
    if each.supported_by:
        names = ", ".join(counted(map(workshop.organisation_name, each.supported_by)))
        notes.append(f"With {names}")
    if each.authority and each.authority.casefold() != "none":
        notes.append(f"Needs: {each.authority}")
    status = []
    if each.reports:
        latest = each.reports[-1]
        figure = f", latest {latest.latest}" if latest.latest else ""
        on = f" on {short_day(latest.date)}"
        status = [f"{latest.status.replace('_', ' ').capitalize()}{on}{figure}"]
    return (
        Cell(each.text, tuple(notes)),
        Cell(workshop.organisation_name(each.organisation), (workshop.person(each.owner),)),
        short_day(each.due),
        Cell(each.measure, tuple(status)),
    )


def _budgets(workshop: Workshop) -> list[Block]:
    if not workshop.budgets:
        return []
    columns = (
        Column("Joint line", 2.6),
        Column("Kind", 1.1),
        Column("Who puts in", 3.6),
        Column("Total", 1.5),
    )
    rows = []
    for line in workshop.budgets.values():
        shares = [
            f"{workshop.organisation_name(o)} £{pounds:,}"
            for o, pounds in line.contributors.items()
        ]
        host = (f"Hosted by {workshop.organisation_name(line.host)}",) if line.host else ()
        basis = (line.legal_basis,) if line.legal_basis else ()
        rows.append(
            (
                Cell(line.name, (*host, *basis)),
                line.sharing,
                "; ".join(shares),
                f"£{line.total:,}",
            )
        )
    total = sum(line.total for line in workshop.budgets.values())
    return [
        Heading("Money we align or pool"),
        Table(columns, tuple(rows)),
        Paragraph(f"All joint lines together: £{total:,}.", "mute"),
    ]


def _review(workshop: Workshop) -> list[Block]:
    when = workshop.paper.review_on
    said = (
        f"We will look at this agreement again by {day_in_words(when)}: what held, what bent, and "
        "what we did not do."
        if when
        else "No review date has been set yet."
    )
    return [KeepTogether((Heading("Review"), Paragraph(said)))]


def _signatures(workshop: Workshop) -> list[Block]:
    if not workshop.organisations:
        return []
    rows = []
    for organisation in workshop.organisations.values():
        given = workshop.assents.get(organisation.id)
        spoken = ""
        if given is not None:
            kind = "Assented with a reservation" if given.reservation else "Assented"
            spoken = f"{kind} to version {given.version} in the workshop"
        capacity = "Voting member" if organisation.voting else "Non-voting member"
        if organisation.accountable_to:
            capacity += f"; accountable to {organisation.accountable_to}"
        # Under the Chatham House Rule whoever signs says by hand for whom.
        unnamed = workshop.chatham_house
        whom = "Organisation: ____________________" if unnamed else f"For {organisation.name}"
        rows.append(Signature(whom, capacity, spoken))
    words = (
        "Signed for the organisations whose meeting resolved this agreement."
        if workshop.paper.ratified
        else "Signed to recommend this agreement to our own organisation, within the authority "
        "each of us holds."
    )
    head = (Heading("Signatures"), Paragraph(words, "mute"), SignatureRows(tuple(rows[:2])))
    return [KeepTogether(head), SignatureRows(tuple(rows[2:]))]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
