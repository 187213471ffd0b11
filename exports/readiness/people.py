"""Who was there, in what capacity, and whether the group was quorate while it decided."""

from collections.abc import Iterator

from exports.readiness.remark import HOW_WE_DECIDE, WHO_IS_HERE, Remark
from facilitator.attendance import attendance_kept
from facilitator.days import day_in_words
from facilitator.rounds import Round
from facilitator.stages.gather import Organisation
from facilitator.wording import joined
from facilitator.workshop import Workshop


def people(workshop: Workshop, rounds: list[Round]) -> Iterator[Remark]:
    """What is missing of attendance and quorum in the `rounds` that the paper tells of."""
    yield from _attendance(workshop)
    yield from _quorum(workshop, rounds)
    for organisation in workshop.organisations.values():
        yield from _left(workshop, organisation, rounds)


def _attendance(workshop: Workshop) -> Iterator[Remark]:
    if not workshop.stays:
        yield Remark(
            "Attendance is not recorded",
            "Without it nobody can show that the group was quorate when it decided.",
            "send_back",
            WHO_IS_HERE,
        )
    came = [workshop.members[m] for m in workshop.stays if m in workshop.members]
    if nameless := [m.label or m.id for m in came if not m.role.strip()]:
        yield Remark(
            "Attendance without capacity",
            f"It is not said in what role {joined(nameless)} came.",
            "send_back",
            WHO_IS_HERE,
        )
    if unsaid := [m.label for m in came if m.substitute and not m.instead_of]:
        yield Remark(
            "A substitute for whom?",
            f"It is not said whose place {joined(unsaid)} took.",
            "look",
            WHO_IS_HERE,
        )
    if came and not workshop.interests:
        yield Remark(
            "No declaration of interests",
            "The paper cannot say that anybody was asked. “None” is an answer.",
            "look",
            WHO_IS_HERE,
        )


def _quorum(workshop: Workshop, rounds: list[Round]) -> Iterator[Remark]:
    rule = workshop.rule
    if rule.least_voting <= 1 and not rule.classes:
        yield Remark(
            "No quorum was chosen",
            "One voting organisation alone could decide. Say how many must be there, and from "
            "where.",
            "look",
            HOW_WE_DECIDE,
        )
    if not workshop.stays:
        return
    days = sorted({r.at[:10] for r in rounds if r.at and not attendance_kept(workshop, r.at)})
    if days:
        yield Remark(
            "Quorum cannot be shown",
            f"Decisions were taken on {joined([day_in_words(d) for d in days])}, and nobody is "
            "marked as here on that day.",
            "send_back",
            WHO_IS_HERE,
        )
    if lost := [r for r in rounds if r.result is not None and not r.result.quorate]:
        yield Remark(
            "Not quorate when it was locked",
            f"{_named(workshop, lost)}: too few were there, so nothing was adopted.",
            "look",
            WHO_IS_HERE,
        )


def _left(workshop: Workshop, organisation: Organisation, rounds: list[Round]) -> Iterator[Remark]:
    """Rounds that were locked on the day on which an organisation had left before."""
    people = {m.id for m in workshop.members.values() if m.organisation == organisation.id}
    stays = [stay for m in people for stay in workshop.stays.get(m, ())]
    after: dict[str, list[Round]] = {}
    for each in rounds:
        here = workshop.present_at(each.at) if each.at else None
        if here is None or organisation.id in here:
            continue
        gone = [s.left for s in stays if s.left and s.left[:10] == each.at[:10]]
        gone = [left for left in gone if left <= each.at]
        if gone and organisation.id not in each.late:
            after.setdefault(max(gone), []).append(each)
    for left, locked in after.items():
        times: dict[str, list[str]] = {}
        for each in locked:
            times.setdefault(_subject(workshop, each), []).append(each.at[11:16])
        told = joined([f"{name} was locked at {joined(at)}" for name, at in times.items()])
        yield Remark(
            f"{organisation.short} had left",
            f"{organisation.short} left at {left[11:16]}; {told}. It counts as absent there.",
            "look",
            WHO_IS_HERE,
        )


def _subject(workshop: Workshop, about: Round) -> str:
    """A value by its title, or what else it was about."""
    value = workshop.values.get(about.subject)
    if value is not None:
        return f"“{value.title}”"
    return workshop.subject_name(about.subject) or "a decision"


def _named(workshop: Workshop, rounds: list[Round]) -> str:
    return joined([f"{_subject(workshop, r)}, round {r.number}" for r in rounds])
