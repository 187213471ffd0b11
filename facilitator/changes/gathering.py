"""Changes to the workshop itself: its name, its members, who is here, how it decides."""

from facilitator.attendance import (
    ApologiesSent,
    MemberArrived,
    MembersMoved,
    MemberWentHome,
    SittingHeld,
)
from facilitator.changes.seen import Seen, Tell, counted, possessive, quoted, short
from facilitator.chatham_house import ChathamHouseChosen, NamesForgotten
from facilitator.days import day_in_words
from facilitator.events import Event
from facilitator.retention import RetentionSet
from facilitator.stages.gather import (
    InterestDeclared,
    MemberJoined,
    MissingAnswered,
    OrganisationJoined,
    OrganisationLeft,
    RuleChosen,
    WorkshopNamed,
)


def _named(_seen: Seen, event: WorkshopNamed) -> str:
    return f"the workshop's name, {quoted(event.title)}, and what is kept with it"


def _chatham_house(_seen: Seen, event: ChathamHouseChosen) -> str:
    return f"the Chatham House Rule being turned {'on' if event.on else 'off'}"


def _forgotten(_seen: Seen, _event: NamesForgotten) -> str:
    return "people’s names being forgotten for good"


def _retention(_seen: Seen, event: RetentionSet) -> str:
    if event.until:
        return f"the day until which this is kept, {day_in_words(event.until)}"
    return "there being no day until which this is kept"


def _missing(_seen: Seen, event: MissingAnswered) -> str:
    return f"the answer to “Who is missing?”: {quoted(event.answer)}"


def _joined(seen: Seen, event: OrganisationJoined) -> str:
    name = short(event.short or event.name)
    put_right = seen.corrects("organisations", event.id)
    return f"what is kept of {name}, put right" if put_right else f"{name} joining the workshop"


def _left(seen: Seen, event: OrganisationLeft) -> str:
    # With the change it has gone: its name is known to the workshop without it.
    was = seen.lacking.organisations.get(event.id) if seen.lacking else None
    return f"{short(was.short) if was else 'an organisation'} leaving the workshop"


def _member(seen: Seen, event: MemberJoined) -> str:
    name = short(event.name or event.role)
    if seen.corrects("members", event.id):
        return f"what is kept of {name}, put right"
    return f"{name} joining for {seen.organisation(event.organisation)}"


def _arrived(seen: Seen, event: MemberArrived) -> str:
    return f"{possessive(seen.person(event.member))} arrival at {event.at[11:16]}"


def _went(seen: Seen, event: MemberWentHome) -> str:
    return f"{possessive(seen.person(event.member))} leaving at {event.at[11:16]}"


def _moved(seen: Seen, event: MembersMoved) -> str:
    who = counted(len(event.members), "person", "people")
    if len(event.members) == 1:
        who = seen.person(event.members[0])
    return f"{who} {'arriving' if event.here else 'leaving'} at {event.at[11:16]}"


def _apologies(seen: Seen, event: ApologiesSent) -> str:
    whose = f"{possessive(seen.person(event.member))} apologies" if event.member else "apologies"
    return f"{whose}, {quoted(event.words)}" if event.words else whose


def _sitting(_seen: Seen, event: SittingHeld) -> str:
    return f"the sitting {quoted(event.title)} on {day_in_words(event.date)}"


def _interest(seen: Seen, event: InterestDeclared) -> str:
    whose = f"{possessive(seen.person(event.member))} declared interest, {quoted(event.interest)}"
    subject = seen.subject(event.subject)
    return f"{whose}, in {subject}" if subject else whose


def _rule(_seen: Seen, _event: RuleChosen) -> str:
    return "the choice of how the group decides, and of its quorum"


TOLD: dict[type[Event], Tell] = {
    WorkshopNamed: _named,
    ChathamHouseChosen: _chatham_house,
    NamesForgotten: _forgotten,
    RetentionSet: _retention,
    MissingAnswered: _missing,
    OrganisationJoined: _joined,
    OrganisationLeft: _left,
    MemberJoined: _member,
    MemberArrived: _arrived,
    MemberWentHome: _went,
    MembersMoved: _moved,
    ApologiesSent: _apologies,
    SittingHeld: _sitting,
    InterestDeclared: _interest,
    RuleChosen: _rule,
}
"""How each of these is told."""
