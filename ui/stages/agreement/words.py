"""The agreement in short, as it is read aloud, and what is said of assent."""

from dataclasses import dataclass

from facilitator.days import short_day
from facilitator.rounds import latest_round
from facilitator.stages.values import charter
from facilitator.workshop import Workshop
from ui.stages.gather.words import counted


@dataclass(frozen=True)
class Passage:
    """A part of the text as one voice reads it: its title, its words, and remarks under them."""

    title: str
    words: str
    remarks: tuple[str, ...] = ()


def purpose_text(workshop: Workshop) -> str:
    """The adopted statement of purpose; nothing while there is none."""
    return next((d.text for d in workshop.drafts.values() if d.verdict == "adopted"), "")


def passages(workshop: Workshop) -> list[Passage]:
    """Purpose, agreed values with every reservation, and how many commitments."""
    read: list[Passage] = []
    if purpose := purpose_text(workshop):
        read.append(Passage("Purpose", purpose))
    for value in charter(workshop):
        read.append(Passage(value.title, value.wording, _reservations(workshop, value.id)))
    if workshop.commitments:
        count = counted(len(workshop.commitments), "commitment")
        read.append(Passage("Commitments", f"{count}, each with an owner, a date and a measure."))
    return read


def next_words(workshop: Workshop) -> str:
    """What becomes of the document from here."""
    paper = workshop.paper
    if paper.ratified:
        when = short_day(paper.ratified.date)
        minute = f", minute {paper.ratified.minute}" if paper.ratified.minute else ""
        return f"Resolved by {paper.ratified.meeting} on {when}{minute}."
    goes = f"It goes to the meeting of {short_day(paper.ratify_on)}" if paper.ratify_on else ""
    return (
        "Nothing said today binds a board. "
        + (goes or "No ratifying meeting is named yet: it goes to each board")
        + ", which may adopt it. It is a draft until then."
    )


def assent_words(workshop: Workshop) -> str:
    """How many organisations assent to the version on the screen, in words."""
    assents = [
        a
        for a in workshop.assents.values()
        if a.version == workshop.paper.version and a.organisation in workshop.organisations
    ]
    everybody = len(workshop.organisations)
    reserved = sum(bool(a.reservation) for a in assents)
    verb = "assents" if everybody == 1 else "assent"
    said = f"{len(assents)} of {counted(everybody, 'organisation')} {verb}"
    return f"{said}, {reserved} with a reservation" if reserved else said


def _reservations(workshop: Workshop, subject: str) -> tuple[str, ...]:
    """The reservations of the last round on a subject, in their own words."""
    last = latest_round(workshop, subject)
    if last is None:
        return ()
    said = {"reservation": "with a reservation", "stand_aside": "stands aside"}
    return tuple(
        f"{workshop.organisation_name(o)}, {said[p.code]}: “{p.text}”"
        for o, p in {**last.positions, **last.late}.items()
        if p.code in said and p.text
    )
