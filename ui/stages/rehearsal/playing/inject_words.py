"""How an inject is said: where it stands, when it comes, by what channel, and for whom."""

from facilitator.guide import Inject
from facilitator.stages.rehearsal.injects import Standing, stands
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.words import arrived, player_of, roles

STANDING: dict[Standing, str] = {
    "arrived": "arrived",
    "skipped": "skipped",
    "held": "held",
    "not_needed": "not needed",
    "waits": "waits",
    "planned": "",
}
"""Where an inject stands, in a word; nothing while it simply comes at its minute."""

_CHANNELS = {
    "phone call": "a call comes in",
    "call": "a call comes in",
    "voicemail": "a voicemail comes in",
    "text message": "a text message comes in",
    "email": "an email comes in",
    "letter": "a letter arrives",
    "visit": "somebody is at the door",
    "note": "a note is passed",
}


def channel_words(inject: Inject) -> str:
    """How it arrives, as the room reads it: "a call comes in"."""
    return _CHANNELS.get(inject.arrives_as.casefold(), lowered(inject.arrives_as))


def lowered(text: str) -> str:
    """With a small letter at the beginning, unless the word is written in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def for_whom(workshop: Workshop, found: Rehearsal, inject: Inject) -> str:
    """For whom it is: "everyone", or "the GP lead (Dr Anders) only"."""
    if inject.for_everyone:
        return "everyone"
    player = player_of(workshop, found, inject.to)
    return f"the {inject.to}" + (f" ({player})" if player else "") + " only"


def has_nobody(workshop: Workshop, found: Rehearsal, inject: Inject) -> bool:
    """Whether it is for a part that this story does not have, or that nobody plays here."""
    if inject.for_everyone:
        return False
    known = {role.casefold() for role in roles(found)}
    free = bool(found.parts) and not player_of(workshop, found, inject.to)
    return inject.to.casefold() not in known or free


def hand_over_words(workshop: Workshop, found: Rehearsal, inject: Inject) -> str:
    """What to do with news for one part that has arrived, after "For "."""
    if has_nobody(workshop, found, inject):
        return f"the {inject.to}: nobody plays that part; give it to whoever is nearest"
    return f"{for_whom(workshop, found, inject)}: hand it over"


def planned_words(found: Rehearsal, inject: Inject) -> str:
    """The minute it is planned for, and from where it was moved."""
    minute = found.planned(inject)
    if minute == inject.at_min:
        return f"minute {minute}"
    return f"minute {minute}, moved from {inject.at_min}"


def why_words(workshop: Workshop, found: Rehearsal, inject: Inject) -> str:
    """What it depends on, and how that turned out; nothing when it depends on nothing."""
    now = stands(workshop, found, inject)
    if inject.unless_decided:
        about = _decision(found, inject.unless_decided)
        if now == "not_needed":
            return f"not needed: {about} was taken in time"
        return f"comes unless {about} has been taken by then"
    if not inject.when_decided:
        return "held: it comes only by hand" if now == "held" else ""
    about = _decision(found, inject.when_decided)
    option = _option(found, inject)
    if now == "not_needed":
        return f"not needed: {about} went another way"
    if now == "waits":
        return f"waits until {about} is taken" + (f" as “{option}”" if option else "")
    return "held: it comes only by hand" if now == "held" else ""


def story_time(found: Rehearsal) -> str:
    """The hour in the story: that of the newest news that has one."""
    return next((each.story_time for each in arrived(found) if each.story_time), "")


def _decision(found: Rehearsal, point: str) -> str:
    ids = [each.id for each in found.pack.decision_points]
    return f"decision {ids.index(point) + 1}" if point in ids else "the decision"


def _option(found: Rehearsal, inject: Inject) -> str:
    points = (p for p in found.pack.decision_points if p.id == inject.when_decided)
    return next((o.title for p in points for o in p.options if o.id == inject.option), "")
