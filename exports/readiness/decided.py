"""What was decided: rounds that are open, objections, mandates, reservations and costs."""

from collections.abc import Iterator

from exports.blocks import Document
from exports.readiness.remark import CONSENT, PRICES, PURPOSE, ROUNDS, Place, Remark
from exports.said import said
from exports.text import one_line
from facilitator.decision import AGREED, Position
from facilitator.rounds import Round, latest_round
from facilitator.stages import purpose
from facilitator.stages.values import charter, on_the_table, standing, unpriced, unsettled
from facilitator.wording import joined
from facilitator.workshop import Workshop

_KEPT = ("reservation", "stand_aside")
_LEFT = {
    "untouched": ("was not taken", "No round was held on it. Take it, park it or withdraw it."),
    "not_agreed": ("is not agreed", "It stands in the paper as undecided."),
    "amended": ("has a new wording", "No round was held on the words as they stand now."),
    "reopened": ("is open again", "It was reopened, and no round was held on it since."),
}


def told_rounds(workshop: Workshop) -> list[Round]:
    """The rounds that settled the purpose and the values, or are to settle them."""
    subjects = [v.id for v in on_the_table(workshop)]
    if found := purpose.adopted(workshop):
        subjects.insert(0, found.id)
    latest = (latest_round(workshop, subject) for subject in subjects)
    return [each for each in latest if each is not None]


def decided(workshop: Workshop) -> Iterator[Remark]:
    """What is not settled, or only for now."""
    stages = workshop.about.stages
    about_purpose = workshop.drafts or "purpose" in stages or not stages
    if about_purpose and purpose.adopted(workshop) is None:
        yield Remark(
            "No purpose is adopted",
            "The paper says what was agreed, and not what for.",
            "look",
            PURPOSE,
        )
    yield from _open(workshop)
    yield from _unsettled(workshop)
    yield from _provisional(workshop)
    yield from _costs(workshop)


def kept_words(workshop: Workshop, document: Document) -> Iterator[Remark]:
    """Reservations and stand-asides that do not stand in the paper word for word."""
    told = one_line(" ".join(said(document)))
    for value in charter(workshop):
        last = latest_round(workshop, value.id)
        for position in last.standing().values() if last else ():
            if position.code not in _KEPT:
                continue
            name = workshop.organisation_name(position.organisation)
            kind = "reservation" if position.code == "reservation" else "stand-aside"
            if not position.text.strip():
                yield Remark(
                    f"A {kind} without words",
                    f"{name} has a {kind} on “{value.title}”, and what it is was not written down.",
                    "send_back",
                    ROUNDS.at(value.id),
                )
            elif one_line(position.text) not in told:
                yield Remark(
                    f"A {kind} is not told in full",
                    f"What {name} said about “{value.title}” does not stand here word for word.",
                    "send_back",
                    ROUNDS.at(value.id),
                )


def _open(workshop: Workshop) -> Iterator[Remark]:
    for subject in workshop.rounds_of:
        last = latest_round(workshop, subject)
        name = workshop.subject_name(subject)
        # Those on decisions in a story are played, and decide nothing.
        if last is None or not last.is_open or not name:
            continue
        if _waits(workshop, subject):
            yield Remark(
                "A round is still open",
                f"Round {last.number} on {_quoted(workshop, subject)} was not locked, so it has no "
                "result.",
                "send_back",
                _round_at(workshop, subject),
            )


def _waits(workshop: Workshop, subject: str) -> bool:
    value = workshop.values.get(subject)
    return value is None or value.ending is None


def _unsettled(workshop: Workshop) -> Iterator[Remark]:
    for each in unsettled(workshop):
        if each.left in ("open", "parked"):
            continue
        what, more = _LEFT[each.left]
        if waiting := _waiting(workshop, each.round):
            more = f"{waiting}. {more}"
        yield Remark(f"“{each.value.title}” {what}", more, "look", ROUNDS.at(each.value.id))
    for value in on_the_table(workshop):
        last, now = latest_round(workshop, value.id), standing(workshop, value.id)
        late = [p for p in last.late.values() if p.waits] if last else []
        if now == "not_agreed" and late:
            yield Remark(
                f"“{value.title}” is open again",
                f"{_waiting(workshop, last)}, after the round was locked.",
                "send_back",
                ROUNDS.at(value.id),
            )
        elif now in AGREED and (waiting := _waiting(workshop, last)):
            yield Remark(
                "An objection or a question is unanswered",
                f"{waiting} on “{value.title}”. It does not block, and wants an answer in the "
                "record.",
                "look",
                ROUNDS.at(value.id),
            )


def _waiting(workshop: Workshop, about: Round | None) -> str:
    """Whose objection or question nobody has settled, as the begin of a sentence."""
    open_points = [p for p in about.standing().values() if p.waits] if about else []
    return joined([_point(workshop, p) for p in open_points])


def _point(workshop: Workshop, position: Position) -> str:
    name = workshop.organisation_name(position.organisation)
    return f"{name} {'objects' if position.code == 'object' else 'waits for an answer'}"


def _provisional(workshop: Workshop) -> Iterator[Remark]:
    for about in told_rounds(workshop):
        waiting = [workshop.organisation_name(o) for o, date in about.mandates.items() if not date]
        if waiting and _waits(workshop, about.subject):
            confirm = "confirms" if len(waiting) == 1 else "confirm"
            yield Remark(
                "A result is provisional",
                f"Until {joined(waiting)} {confirm} what was said on "
                f"{_quoted(workshop, about.subject)}, the decision can still fall.",
                "look",
                _round_at(workshop, about.subject),
            )


def _costs(workshop: Workshop) -> Iterator[Remark]:
    for value in unpriced(workshop):
        yield Remark(
            f"“{value.title}” has no named cost",
            "A value that costs nobody anything has not been tested. Name a cost, or say that "
            "nobody could.",
            "look",
            PRICES.at(value.id),
        )


def _round_at(workshop: Workshop, subject: str) -> Place:
    return (ROUNDS if subject in workshop.values else CONSENT).at(subject)


def _quoted(workshop: Workshop, subject: str) -> str:
    name = workshop.subject_name(subject)
    return f"“{name}”" if subject in workshop.values else name
