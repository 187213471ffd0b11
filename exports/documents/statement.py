"""The public statement: one page in plain English. Workshop to blocks. See domain.md, section 4.

Where the group wrote it in its own words, they are printed; otherwise it is put together from what
was agreed. It names organisations and no person.
"""

import datetime

from exports.blocks import Block, BulletList, Document, Heading, OnePage, Paragraph, Title
from facilitator.days import day_in_words
from facilitator.stages import purpose
from facilitator.stages.values import charter, on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop

TITLE = "What we have agreed"
_HOW = "To answer, write to the board’s secretary or come to one of its meetings in public."


def nothing_to_tell(workshop: Workshop) -> str:
    """Why there is nothing to tell the public yet; nothing where there is."""
    if workshop.paper.statement.text or purpose.adopted(workshop) or charter(workshop):
        return ""
    return "Nothing has been agreed yet that could be told."


def public_statement(workshop: Workshop, made: datetime.datetime) -> Document:
    """The statement as it is told now. `made` is when the document was written."""
    paper = workshop.paper
    group = workshop.about.group or "A group that has no name yet"
    own = [each.strip() for each in paper.statement.text.split("\n") if each.strip()]
    body: list[Block] = [Paragraph(each) for each in own]
    blocks = [
        Title(TITLE, group, _subtitle(workshop, made)),
        *(body or _put_together(workshop)),
        *_answer(workshop),
    ]
    return Document(
        title=f"{TITLE}: {group}",
        blocks=(OnePage(tuple(blocks), least=0.9),),
        created=made,
        footer=f"{group} · Public statement · v{paper.version}",
        author=group,
        subject=f"Public statement, version {paper.version}",
    )


def told_to_all(workshop: Workshop) -> str:
    """The words of the statement's body, for measuring how hard they are to read."""
    return workshop.paper.statement.text.strip() or put_together(workshop)


def put_together(workshop: Workshop) -> str:
    """The words of the body as long as nobody wrote them: what was agreed, a line for each."""
    return "\n".join(_sentences(_put_together(workshop)))


def _sentences(blocks: list[Block]) -> list[str]:
    said: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            said.append(str(block.text))
        elif isinstance(block, BulletList):
            said += [str(item) for item in block.items]
    return said


def _subtitle(workshop: Workshop, made: datetime.datetime) -> str:
    written = f"Written on {day_in_words(made.date().isoformat())}"
    paper = workshop.paper
    if paper.ratified is not None:
        return f"{written} · agreed by {paper.ratified.meeting}"
    return f"{written} · not yet agreed by our boards"


def _put_together(workshop: Workshop) -> list[Block]:
    return [
        *_who(workshop),
        *_chosen(workshop),
        *_given_up(workshop),
        *_undecided(workshop),
    ]


def _who(workshop: Workshop) -> list[Block]:
    names = [each.short for each in workshop.organisations.values()]
    said = [Paragraph(f"We are {joined(names)}.")] if names else []
    found = purpose.adopted(workshop)
    told = [Paragraph(found.text)] if found else []
    blocks: list[Block] = [*said, *told]
    return [Heading("Who we are"), *blocks] if blocks else []


def _chosen(workshop: Workshop) -> list[Block]:
    agreed = tuple(each.wording for each in charter(workshop))
    promised = tuple(
        f"{_sentence(each.text)} By {day_in_words(each.due)}."
        for each in workshop.commitments.values()
    )
    if not agreed and not promised:
        return []
    blocks: list[Block] = [Heading("What we chose")]
    return [*blocks, *(BulletList(items) for items in (agreed, promised) if items)]


def _given_up(workshop: Workshop) -> list[Block]:
    stops = purpose.adopted(workshop)
    items = [_sentence(each) for each in stops.stops] if stops else []
    items += [_sentence(cost.text) for value in charter(workshop) for cost in value.costs]
    if not items:
        return []
    return [Heading("What we give up"), BulletList(tuple(items))]


def _undecided(workshop: Workshop) -> list[Block]:
    agreed = {each.id for each in charter(workshop)}
    items = []
    for value in on_the_table(workshop):
        if value.id in agreed:
            continue
        ending = value.ending
        if ending is not None and ending.kind == "parked":
            question = ending.reason or value.wording
            items.append(
                f"{_sentence(question)} We come back to it by {day_in_words(ending.return_by)}."
            )
        elif ending is None:
            items.append(_sentence(value.wording))
    if not items:
        return []
    return [Heading("What we have not decided"), BulletList(tuple(items))]


def _answer(workshop: Workshop) -> list[Block]:
    paper = workshop.paper
    again = (
        f" We look at it again by {day_in_words(paper.review_on)}, and will tell you what came of "
        "it."
        if paper.review_on
        else ""
    )
    how = f"To answer: {paper.statement.reply}" if paper.statement.reply else _HOW
    return [Heading("How to answer us"), Paragraph(f"{_sentence(how)}{again}")]


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."
