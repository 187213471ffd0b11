"""What is handed out for a rehearsal: a card for each part and each observer, and paper slips.

A card says what its player may know at the beginning and nothing that arrives later.
"""

import datetime

from exports.blocks import (
    Beside,
    Block,
    BulletList,
    Document,
    Heading,
    Lead,
    OnePage,
    Paragraph,
    Run,
    Slips,
    Title,
    WriteIn,
)
from facilitator.stages.rehearsal.state import Rehearsal, rehearsal_of
from facilitator.veil import veiled
from facilitator.wording import shortened
from facilitator.workshop import Workshop

TITLE = "Role cards"
SLIPS = "Check-in slips"
TO_WRITE = (
    "What I know",
    "What I want",
    "What I am afraid of",
    "The first thing I will say",
)
PUT_DOWN = "You may put this part down at any time. Nobody will ask why."
WATCHING = (
    "You watch and do not play. Write down what was said and done, word for word where you can, "
    "and no more of anybody than that. You speak first when the debrief retraces what happened."
)
SLIPS_ON_A_PAGE = 8
_ON_A_SLIP = 42
"""Letters of a scenario's title on a slip, in its two lines."""


def role_cards(
    workshop: Workshop, rehearsal: str, made: datetime.datetime, *, named: bool = True
) -> Document:
    """A card on a page of its own for each part, and after them for each observer.

    With `named`, who plays or watches stands on it, except in a workshop in which words are not
    quoted by name. Raises `Refused` where there is no such rehearsal.
    """
    workshop = veiled(workshop)
    found = rehearsal_of(workshop, rehearsal)
    named = named and workshop.attribution == "named"
    plays = {part.role: part.member for part in found.parts}
    roles = [*found.pack.roles, *(role for role in plays if role not in found.pack.roles)]
    cards: list[Block] = [
        OnePage(_role(found, role, _name(workshop, plays.get(role, ""), named))) for role in roles
    ]
    cards += [
        OnePage(_observer(found, found.tasks.get(member, ""), _name(workshop, member, named)))
        for member in found.observers
    ]
    if not cards:
        cards = [
            Title(TITLE, found.pack.title),
            Paragraph("This scenario has no parts, and nobody observes it yet."),
        ]
    return _handed_out(workshop, found, TITLE, cards, made)


def check_in_slips(
    workshop: Workshop, rehearsal: str, made: datetime.datetime, people: int = 0
) -> Document:
    """Slips for a check-in before and one after, eight to a page, without a name.

    Enough for so many people, or for everybody on the list where nobody says how many. Raises
    `Refused` where there is no such rehearsal.
    """
    found = rehearsal_of(workshop, rehearsal)
    pages = -(-max(people or len(workshop.members), 1) // SLIPS_ON_A_PAGE)
    title = shortened(found.pack.title, _ON_A_SLIP)
    slips = [
        Slips(f"{when} · {title}", pages * SLIPS_ON_A_PAGE) for when in ("Before", "Afterwards")
    ]
    return _handed_out(workshop, found, SLIPS, list(slips), made)


def _handed_out(
    workshop: Workshop,
    found: Rehearsal,
    title: str,
    blocks: list[Block],
    made: datetime.datetime,
) -> Document:
    group = workshop.about.group or "A group that has no name yet"
    return Document(
        title=f"{title}: {found.pack.title}",
        blocks=tuple(blocks),
        created=made,
        footer=f"{group} · {title} · {found.pack.title}",
        author=group,
        subject=found.pack.title,
    )


def _name(workshop: Workshop, member: str, named: bool) -> str:
    person = workshop.members.get(member)
    return person.label if person and named else ""


def _role(found: Rehearsal, role: str, name: str) -> tuple[Block, ...]:
    pack = found.pack
    brief = pack.note_on(role).brief
    blocks: list[Block] = [Title(role, _kicker(found, name))]
    if brief:
        blocks.append(Lead(brief))
    blocks += [Heading("The situation", label=True), Paragraph(pack.situation)]
    columns = [
        (Heading(title, label=True), BulletList(items))
        for title, items in (("What is known", pack.facts), ("What is at stake", pack.stakes))
        if items
    ]
    if columns:
        blocks.append(Beside(tuple(columns)))
    blocks.append(Heading("To write down before we begin", label=True))
    blocks += [WriteIn(words, 1) for words in TO_WRITE]
    return (*blocks, *_ways_out(found))


def _observer(found: Rehearsal, task: str, name: str) -> tuple[Block, ...]:
    blocks: list[Block] = [Title("Observer", _kicker(found, name))]
    if task:
        blocks += [Heading("Watch for", label=True), Lead(task)]
    else:
        blocks.append(WriteIn("I watch for", 2))
    blocks.append(Paragraph(WATCHING))
    blocks.append(WriteIn("The minute, what was said or done, and which value it touched", 12))
    return (*blocks, *_ways_out(found))


def _ways_out(found: Rehearsal) -> tuple[Block, ...]:
    said = (Run("Anyone may say: ", bold=True), f"“{found.stop_word}”. Then everything stops.")
    return (Paragraph(said), Paragraph(PUT_DOWN))


def _kicker(found: Rehearsal, name: str) -> str:
    return f"{found.pack.title} · for {name}" if name else found.pack.title
