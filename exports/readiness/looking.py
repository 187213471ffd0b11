"""Who looks at which paper, and everything that they say about it."""

from collections.abc import Iterator

from exports.blocks import Document
from exports.documents.shelf import Paper
from exports.readiness.chatham_house import unnamed
from exports.readiness.decided import decided, kept_words, told_rounds
from exports.readiness.drawing import as_drawn
from exports.readiness.front_page import assents, front_page, review_date
from exports.readiness.known import names_in
from exports.readiness.people import people
from exports.readiness.private import private
from exports.readiness.promised import promised
from exports.readiness.remark import CHANGES, REHEARSAL, Remark
from exports.readiness.worded import readable, worded
from facilitator.veil import veiled
from facilitator.wording import shortened
from facilitator.workshop import Workshop


def remarks(
    workshop: Workshop, paper: Paper, document: Document, pages: int | None = None
) -> list[Remark]:
    """What a board secretary would send a paper back for, and what to look at; never a bar.

    Days are told from the day on which the `document` was made. `pages` is how many it has, where
    that is known. What sends a paper back comes first.
    """
    shown = veiled(workshop)
    told = [*unnamed(workshop), *_about(shown, paper, document)]
    found = [*told, *as_drawn(paper, document, pages)]
    return sorted(dict.fromkeys(found), key=lambda each: each.weight != "send_back")


def _about(workshop: Workshop, paper: Paper, document: Document) -> Iterator[Remark]:
    today = document.created.date().isoformat()
    match paper.kind:
        case "agreement":
            yield from front_page(workshop, today)
            yield from people(workshop, told_rounds(workshop))
            yield from decided(workshop)
            yield from kept_words(workshop, document)
            yield from promised(workshop, today)
            yield from _changes(workshop)
            yield from worded(workshop, public=False)
            yield from assents(workshop)
        case "charter":
            yield from review_date(workshop, today)
            yield from kept_words(workshop, document)
            yield from worded(workshop, public=False)
            yield from private(workshop, document)
        case "statement":
            yield from review_date(workshop, today)
            yield from worded(workshop, public=True)
            yield from private(workshop, document)
            yield from readable(workshop)
        case "debrief":
            for sentence in names_in(workshop, paper.rehearsal) if paper.rehearsal else ():
                place = REHEARSAL.at(paper.rehearsal)
                yield Remark("Somebody can be known in it", sentence, "look", place)
            yield from _changes(workshop, paper.rehearsal)
        case "record":
            yield from people(
                workshop, [r for r in workshop.rounds.values() if _told(workshop, r.subject)]
            )
        case "review":
            yield from promised(workshop, today)


def _told(workshop: Workshop, subject: str) -> bool:
    """Whether a round is on a value or the purpose, and not played in a story."""
    return bool(workshop.subject_name(subject))


def _changes(workshop: Workshop, rehearsal: str = "") -> Iterator[Remark]:
    """Changes that came out of a rehearsal and were neither accepted nor dropped."""
    for found in workshop.rehearsals.values():
        if rehearsal not in ("", found.id):
            continue
        for change in found.changes.values():
            if not change.accepted:
                yield Remark(
                    "A change is not settled",
                    f"“{shortened(change.text, 80)}” came out of the rehearsal. Accept it, or take "
                    "it off the list.",
                    "look",
                    CHANGES.at(found.id),
                )
