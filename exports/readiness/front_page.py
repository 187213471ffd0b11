"""The front page of an agreement: what a board's secretary looks for before anything else."""

from collections.abc import Iterator

from exports.readiness.remark import ASSENT, FRONT_PAGE, Remark
from facilitator.days import day_in_words
from facilitator.stages.agreement import DRAFT
from facilitator.wording import joined
from facilitator.workshop import Workshop


def front_page(workshop: Workshop, today: str) -> Iterator[Remark]:
    """What the front page lacks on a date (ISO 8601)."""
    paper = workshop.paper
    if not paper.versions:
        yield _back(
            "No version was given",
            f"It will say {paper.version}, and nobody can tell it from the next one.",
        )
    if not paper.reference:
        yield _back("It has no reference", "The minutes of a board cannot point to it without one.")
    if not paper.owner:
        yield _back("Nobody owns it", "A board asks whom to write to. Name a person or a post.")
    yield from review_date(workshop, today)
    if paper.ratified is None:
        yield from _to_ratify(paper.ratify_on, today)


def review_date(workshop: Workshop, today: str) -> Iterator[Remark]:
    """A review date that is missing or past on a date (ISO 8601)."""
    on = workshop.paper.review_on
    if not on:
        yield _back(
            "It has no review date",
            "What nobody looks at again is forgotten. Boards ask for the date.",
        )
    elif on < today:
        yield Remark(
            "Its review date is past",
            f"It was to be looked at again by {day_in_words(on)}.",
            "look",
            FRONT_PAGE,
        )


def assents(workshop: Workshop) -> Iterator[Remark]:
    """Organisations that have not assented, or have to a version that is no longer the one."""
    given = workshop.assents
    if missing := [o.short for o in workshop.organisations.values() if o.id not in given]:
        yield Remark(
            "Not everybody has assented",
            f"{joined(missing)} {'has' if len(missing) == 1 else 'have'} not said whether they do. "
            "The paper shows it.",
            "look",
            ASSENT,
        )
    now = _read_aloud(workshop)
    for each in given.values():
        if each.organisation in workshop.organisations and each.version not in now:
            name = workshop.organisation_name(each.organisation)
            yield Remark(
                f"{name} assented to version {each.version}",
                f"The paper is version {workshop.paper.version} now. Ask them again, or say what "
                "changed since.",
                "look",
                ASSENT,
            )


def _read_aloud(workshop: Workshop) -> set[str]:
    """The versions to which an assent holds: this one, and the draft that a meeting resolved."""
    paper = workshop.paper
    held = {paper.version}
    if paper.ratified is not None:
        drafts = [each.number for each in paper.versions if each.status == DRAFT]
        held |= {drafts[-1] if drafts else paper.version}
        if not drafts:
            # A meeting resolved a paper whose first version nobody had given: assents say 0.1.
            held |= {each.version for each in workshop.assents.values()}
    return held


def _to_ratify(on: str, today: str) -> Iterator[Remark]:
    if not on:
        yield _back(
            "It goes to no meeting",
            "Without the date of the meeting that is to resolve it, it stays a draft.",
        )
    elif on < today:
        yield Remark(
            f"The meeting of {day_in_words(on)} is over",
            "The paper still says draft. Record what the meeting resolved, or name the next one.",
            "look",
            FRONT_PAGE,
        )


def _back(what: str, more: str) -> Remark:
    return Remark(what, more, "send_back", FRONT_PAGE)
