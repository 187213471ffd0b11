"""Changes to a round: opened, positions, the lock, and what came after it; trios."""

from facilitator.afterwards import MandateConfirmed, PositionCameLate, PositionCorrected
from facilitator.answering import ObjectionTested, PositionSettled, RemedyNamed
from facilitator.changes.seen import Seen, Tell, counted, quoted
from facilitator.chronicle.words import says
from facilitator.days import day_in_words
from facilitator.events import Event
from facilitator.hands import HandsShown
from facilitator.rounds import PositionsTaken, PositionTaken, RoundLocked, RoundOpened
from facilitator.trio import TrioBegan, TrioReported


def _opened(seen: Seen, event: RoundOpened) -> str:
    return f"the opening of {seen.round(event.id)}"


def _taken(seen: Seen, event: PositionTaken) -> str:
    words = f" · {quoted(event.text)}" if event.text else ""
    whose = seen.whose(event.organisation)
    return f"{whose} position in {seen.round(event.round)}: {says(event.code)}{words}"


def _several(seen: Seen, event: PositionsTaken) -> str:
    count = len(event.organisations)
    whose = f"the positions of {counted(count, 'organisation')}"
    if count == 1:
        whose = f"{seen.whose(event.organisations[0])} position"
    return f"{whose} in {seen.round(event.round)}: {says(event.code)}"


def _locked(seen: Seen, event: RoundLocked) -> str:
    return f"the lock of {seen.round(event.round)}"


def _unlocked(seen: Seen, event: RoundLocked) -> str:
    return f"{seen.round(event.round)} is open again"


def _late(seen: Seen, event: PositionCameLate) -> str:
    whose, about = seen.whose(event.organisation), seen.round(event.round)
    return f"{whose} late position in {about}: {says(event.code)}"


def _confirmed(seen: Seen, event: MandateConfirmed) -> str:
    whose, day = seen.whose(event.organisation), day_in_words(event.date)
    return f"{whose} mandate for {seen.round(event.round)}, confirmed on {day}"


def _corrected(seen: Seen, event: PositionCorrected) -> str:
    whose, about = seen.whose(event.organisation), seen.round(event.round)
    return f"the correction of {whose} position in {about} to “{says(event.code)}”"


def _settled(seen: Seen, event: PositionSettled) -> str:
    found = seen.having.rounds.get(event.round)
    position = found.positions.get(event.organisation) if found else None
    what = "question being answered" if position and position.code == "need_more" else ""
    what = what or "objection being resolved"
    return f"{seen.whose(event.organisation)} {what} in {seen.round(event.round)}"


def _remedy(seen: Seen, event: RemedyNamed) -> str:
    who, about = seen.organisation(event.organisation), seen.round(event.round)
    return f"what would make it work for {who}, in {about}"


def _tested(seen: Seen, event: ObjectionTested) -> str:
    whose, about = seen.whose(event.organisation), seen.round(event.round)
    found = "is none that blocks" if event.not_valid else "stands"
    return f"the finding that {whose} objection in {about} {found}"


def _hands(seen: Seen, event: HandsShown) -> str:
    return f"the hands counted in {seen.round(event.round)}"


def _away(seen: Seen, event: TrioBegan) -> str:
    about = seen.subject(event.subject) or seen.round(event.round)
    return f"the trio on {about} going off"


def _back(seen: Seen, event: TrioReported) -> str:
    found = seen.having.trios.get(event.id)
    about = seen.subject(found.subject) if found else ""
    trio = f"the trio on {about}" if about else "a trio"
    return f"what {trio} came back with: {quoted(event.brought)}"


TOLD: dict[type[Event], Tell] = {
    RoundOpened: _opened,
    PositionTaken: _taken,
    PositionsTaken: _several,
    RoundLocked: _locked,
    PositionCameLate: _late,
    MandateConfirmed: _confirmed,
    PositionCorrected: _corrected,
    PositionSettled: _settled,
    RemedyNamed: _remedy,
    ObjectionTested: _tested,
    HandsShown: _hands,
    TrioBegan: _away,
    TrioReported: _back,
}
"""How each of these is told."""

UNDONE: dict[type[Event], Tell] = {RoundLocked: _unlocked}
"""What is told better by how it is once the change is taken back."""
