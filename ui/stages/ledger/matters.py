"""Matters: what can be asked about an organisation in a round, and what is done with the answer."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.afterwards import (
    MandateConfirmed,
    PositionCameLate,
    PositionCorrected,
    confirm_mandate,
    correct_position,
    take_late_position,
)
from facilitator.answering import (
    SMALLEST_CHANGE,
    ObjectionTested,
    PositionSettled,
    RemedyNamed,
    judge_objection,
    name_remedy,
    settle,
)
from facilitator.decision import CATEGORIES, CODES, Code, Position
from facilitator.events import Event
from facilitator.gradients import MEANT, Gradient
from facilitator.hands import hands_in_words, show_hands, take_rest
from facilitator.rounds import (
    NEEDED,
    PositionsTaken,
    PositionTaken,
    Round,
    take_position,
    take_positions,
)
from facilitator.stages.gather import declare_interest
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.ledger.words import Question, Said


@dataclass(frozen=True)
class Matter:
    """A question about an organisation, and what is done with what was said.

    `code` is the position that is taken with it, where one is. `remark` says something about the
    words while they are typed; `otherwise` is what an objection may be recorded as instead, and
    `for_room` a question that the room's screen puts meanwhile.
    """

    organisation: str
    question: Question
    act: Callable[[Said], Event | None]
    code: Code | None = None
    remark: Callable[[str], str] | None = None
    otherwise: Callable[[], "Matter"] | None = None
    for_room: str = ""


def position(
    desk: Desk, current: Round, organisation: str, code: Code, gradient: Gradient = ""
) -> Matter:
    """The words that a position needs, late or in the room."""
    name = desk.workshop.organisation_name(organisation)
    before = current.standing().get(organisation) or Position(organisation, code)
    asked = NEEDED[code].format(name=name) if code in NEEDED else ""
    late = " It came late." if not current.is_open else ""

    def act(said: Said) -> Event | None:
        return take(desk, current, organisation, code, said, gradient)

    question = Question(
        f"{asked}{late}",
        Said(before.text, before.category, before.would_work),
        objection=code == "object",
        remedy=code in ("object", "need_more"),
    )

    def as_reservation() -> Matter:
        meant = gradient if gradient and "reservation" in MEANT[gradient] else ""
        return position(desk, current, organisation, "reservation", meant)

    return Matter(organisation, question, act, code, otherwise=as_reservation)


def take(
    desk: Desk,
    current: Round,
    organisation: str,
    code: Code,
    said: Said | None = None,
    gradient: Gradient = "",
) -> Event | None:
    """Take a position in an open round, or late in a locked one."""
    said = said or Said()
    at = desk.minute()
    if not current.is_open:
        return desk.do(
            take_late_position,
            current.id,
            organisation,
            code,
            at[:10],
            said.words,
            said.category,
            would_work=said.would_work,
        )
    return desk.do(
        take_position,
        current.id,
        organisation,
        code,
        said.words,
        said.category,
        at,
        would_work=said.would_work,
        gradient=gradient,
    )


def the_rest(desk: Desk, current: Round, silent: list[str]) -> Event | None:
    """Those who are here and have not been heard agree; after a show of hands, as most did."""
    at = desk.minute()
    if current.hands:
        return desk.do(take_rest, current.id, at)
    return desk.do(take_positions, current.id, tuple(silent), "agree", at=at)


def correction(desk: Desk, current: Round, organisation: str, code: Code) -> Matter:
    """Another position in a locked round, and the reason for it."""
    name = desk.workshop.organisation_name(organisation)
    before = current.standing().get(organisation) or Position(organisation, code)
    same = before.code == code
    asked = NEEDED[code].format(name=name) if code in NEEDED else ""
    text = f"Round {current.number} is locked. Why is {name}'s position changed?"

    def act(said: Said) -> Event | None:
        return desk.do(
            correct_position,
            current.id,
            organisation,
            code,
            said.why,
            desk.minute()[:10],
            said.words,
            said.category,
            would_work=said.would_work,
        )

    question = Question(
        f"Round {current.number} is locked. {asked}" if asked else text,
        Said(before.text if same else "", before.category, before.would_work if same else ""),
        objection=code == "object",
        why=True,
        worded=bool(asked),
    )
    return Matter(
        organisation,
        question,
        act,
        code,
        otherwise=lambda: correction(desk, current, organisation, "reservation"),
    )


About = Callable[[Desk, Round, str, Position], Matter]
"""Makes the matter of a position that is there already."""


def about(
    desk: Desk, current: Round, organisation: str, make: About, codes: frozenset[Code]
) -> Matter | None:
    """A matter about a position that is one of these; else None, and the domain says why not."""
    before = current.standing().get(organisation) or Position(organisation, "absent")
    made = make(desk, current, organisation, before)
    if before.code in codes:
        return made
    made.act(made.question.said)
    return None


def settling(desk: Desk, current: Round, organisation: str, before: Position) -> Matter:
    """How an objection or a question was settled."""
    name = desk.workshop.organisation_name(organisation)
    text = (
        f"How was {name}'s objection settled? Only {name} says that it is."
        if before.code == "object"
        else f"How was {name}'s question answered?"
    )

    def act(said: Said) -> Event | None:
        return desk.do(settle, current.id, organisation, said.words)

    return Matter(organisation, Question(text, Said(before.resolved)), act)


def remedy(desk: Desk, current: Round, organisation: str, before: Position) -> Matter:
    """The smallest change that would make it work."""
    name = desk.workshop.organisation_name(organisation)
    text = (
        f"Ask {name}: “{SMALLEST_CHANGE}”"
        if before.code == "object"
        else f"What would make it work for {name}?"
    )

    def act(said: Said) -> Event | None:
        return desk.do(name_remedy, current.id, organisation, said.words)

    put = SMALLEST_CHANGE if before.code == "object" else ""
    return Matter(organisation, Question(text, Said(before.would_work)), act, for_room=put)


def not_valid(desk: Desk, current: Round, organisation: str, before: Position) -> Matter:
    """Why the group finds that an objection is none."""
    name = desk.workshop.organisation_name(organisation)
    kinds = joined(list(CATEGORIES.values()))
    text = (
        f"Does the group find that {name}'s objection is none of these: {kinds}? Why? "
        "It is then recorded as a reservation, word for word."
    )

    def act(said: Said) -> Event | None:
        return desk.do(judge_objection, current.id, organisation, valid=False, why=said.words)

    return Matter(organisation, Question(text, Said(before.not_valid)), act)


def objection_test(desk: Desk, current: Round, organisation: str) -> Matter | None:
    """The group's test of an objection; one that was found none is at once one again."""
    before = current.standing().get(organisation)
    rule = desk.workshop.rule if current.is_open else current.rule or desk.workshop.rule
    if (before is not None and before.not_valid) or rule.kind != "consent":
        # Nothing to ask: it is done, or the domain says why not.
        desk.do(judge_objection, current.id, organisation, valid=True)
        return None
    return about(desk, current, organisation, not_valid, frozenset({"object"}))


def interest(desk: Desk, subject: str, organisation: str) -> Matter:
    """The interest that a member declares in the subject, so that the organisation abstains."""
    workshop = desk.workshop
    name = workshop.organisation_name(organisation)
    member = speaker(workshop, desk.minute(), organisation)
    text = f"What is {workshop.person(member)}'s interest in this? {name} then abstains."

    def act(said: Said) -> Event | None:
        return desk.do(
            declare_interest,
            member,
            said.words,
            item=subject_words(desk.workshop, subject),
            action="Abstains",
            subject=subject,
        )

    return Matter(organisation, Question(text), act)


def mandate(desk: Desk, current: Round, organisation: str) -> Matter | None:
    """The date on which an organisation confirmed what its substitute said, where that is awaited.

    Where it is not, None, and the domain says so.
    """
    name = desk.workshop.organisation_name(organisation)

    def act(said: Said) -> Event | None:
        return desk.do(confirm_mandate, current.id, organisation, iso_date(said.words))

    if current.mandates.get(organisation) != "":
        act(Said(desk.minute()[:10]))
        return None
    text = f"On which date did {name} confirm what was said here?"
    return Matter(organisation, Question(text, Said(desk.minute()[:10])), act)


def hands(desk: Desk, opened: Callable[[], Round | None]) -> Matter:
    """A show of hands: how many take each position, in the order of the keys.

    `opened` gives the round that they are counted for, opening it where there is none yet.
    """

    def act(said: Said) -> Event | None:
        current = opened()
        if current is None:
            return None
        return desk.do(show_hands, current.id, counted(said.words), at=desk.minute())

    def remark(typed: str) -> str:
        said = counted(typed)
        here = desk.workshop.present_at(desk.minute())
        everybody = len(desk.workshop.organisations if here is None else here)
        heard = joined(hands_in_words(said)) or "Nothing counted yet"
        return f"{heard} · {sum(said.values())} of {everybody} here"

    question = Question(
        "Show of hands: how many take each position, in the order of the keys?",
        hint="9 2 0 1  means 9 in support, 2 reservations, nobody aside, 1 question",
    )
    return Matter("", question, act, remark=remark)


def counted(typed: str) -> dict[Code, int]:
    """Counts as they are typed, in the order of the keys: "9 2 0 1"; other words count nothing."""
    numbers = [int(each) for each in re.findall(r"\d{1,4}", typed)]
    return {code: n for code, n in zip(CODES[:-1], numbers, strict=False) if n}


def by_key(
    desk: Desk, key: str, subject: str, current: Round | None, organisation: str
) -> Matter | None:
    """What a key asks about an organisation: C, I, R, V or W; None where there is nothing to ask.

    Where that is because it may not be done, the domain says so.
    """
    if key == "I":
        return interest(desk, subject, organisation)
    if current is None:
        return None
    match key:
        case "C":
            return mandate(desk, current, organisation)
        case "R":
            codes: frozenset[Code] = frozenset({"object", "need_more"})
            return about(desk, current, organisation, settling, codes)
        case "V":
            return objection_test(desk, current, organisation)
    return about(desk, current, organisation, remedy, frozenset(NEEDED))


def about_whom(event: Event) -> tuple[str, str]:
    """The round and the organisation that an event is about; of several, the first; or nobody."""
    if isinstance(event, _OF_ONE):
        return event.round, event.organisation
    if isinstance(event, PositionsTaken):
        return event.round, next(iter(event.organisations), "")
    return "", ""


_OF_ONE = (
    PositionTaken,
    PositionSettled,
    RemedyNamed,
    ObjectionTested,
    PositionCameLate,
    PositionCorrected,
    MandateConfirmed,
)


def speaker(workshop: Workshop, minute: str, organisation: str) -> str:
    """The id of a member of an organisation who is here, else of any; empty without one."""
    members = [m.id for m in workshop.members.values() if m.organisation == organisation]
    here = workshop.people_at(minute)
    return next((m for m in members if m in here), next(iter(members), ""))


def who_comes(workshop: Workshop, minute: str, organisation: str) -> tuple[str, ...]:
    """Ids of the members who are marked as here when an organisation comes.

    Those who left last today, since they left together; where nobody has been here, whoever speaks.
    """
    members = [m.id for m in workshop.members.values() if m.organisation == organisation]
    left = {
        m: max(stay.left for stay in stays)
        for m in members
        if (stays := [s for s in workshop.stays.get(m, ()) if s.left[:10] == minute[:10]])
    }
    last = max(left.values(), default="")
    together = tuple(m for m, at in left.items() if at == last)
    speaks = speaker(workshop, minute, organisation)
    return together or ((speaks,) if speaks else ())


def subject_words(workshop: Workshop, subject: str) -> str:
    """What a subject is called in the record of interests."""
    if value := workshop.values.get(subject):
        return value.title
    if draft := workshop.drafts.get(subject):
        return f"Purpose {draft.label}"
    return "A decision in the rehearsal"
