"""What the room sees of a rehearsal: the story, the news, the question; feelings only counted."""

from collections.abc import Sequence
from typing import Literal

from facilitator.decision import Outcome, Position, tally
from facilitator.guide import Guide, Step
from facilitator.rounds import Round, latest_round
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.room_debrief import (
    AFTER_PLAY,
    changes_view,
    check_in_view,
    debrief_view,
    picture_view,
)
from ui.stages.rehearsal.words import (
    counted,
    decision_at,
    in_hand,
    in_quotes,
    inject_of,
    paused,
    point_in_focus,
    touches_on,
)

_OUTCOMES: dict[Outcome, str] = {
    "agreed": "Agreed",
    "agreed_with_reservations": "Agreed, with reservations",
    "agreed_not_unanimous": "Agreed by three quarters, not unanimous",
    "not_adopted_quorum": "Not decided: too few of us are here",
    "not_adopted_objection": "Not decided: an objection is open",
    "not_adopted_question": "Not decided: a question is open",
    "not_adopted_stand_aside": "Not decided: too many stand aside",
    "not_adopted_unanimity": "Not decided: not everyone says yes",
    "not_adopted_votes": "Not decided: too few say yes",
}


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """The view of a step. What goes to one part, and who felt what, never gets in."""
    about = workshop.about
    prompt = guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
    found = in_hand(workshop, focus)
    if found is None:
        return RoomView("Rehearsal", prompt)
    eyebrow = f"Rehearsal · {found.pack.title}"
    if step.activity in AFTER_PLAY and (
        picture := picture_view(workshop, found, focus, step.activity)
    ):
        return picture
    match step.activity:
        case "brief":
            return _brief(found)
        case "check-in-before":
            return check_in_view(workshop, found, "before", prompt)
        case "check-in-after":
            return check_in_view(workshop, found, "after", prompt)
        case "read-in":
            return RoomView(eyebrow, prompt, found.pack.situation)
        case "play":
            return _play(workshop, found, focus)
        case "debrief":
            return debrief_view(found, focus, prompt)
        case "change":
            return changes_view(workshop, found, prompt)
        case _:
            return RoomView(eyebrow, prompt)


def _brief(found: Rehearsal) -> RoomView:
    pack = found.pack
    stop = f"Anyone may say: {found.stop_word}"
    return RoomView(pack.title, pack.situation, touches_on(pack), summary=stop)


def _play(workshop: Workshop, found: Rehearsal, focus: Focus) -> RoomView:
    eyebrow = f"Rehearsal · {found.pack.title}"
    if paused(found):
        words = "Nothing happens until we go on together."
        return RoomView(eyebrow, "Paused", words, tone="calm", show_clock=False)
    inject = inject_of(found, focus.inject)
    played = found.played.get(focus.inject)
    if inject and played and inject.for_everyone and played.how != "skipped":
        about = f"Minute {played.minute} · {inject.arrives_as}"
        return RoomView(about, in_quotes(inject), "to everyone", tone="inject")
    point = point_in_focus(found, focus)
    if point is None:
        stop = f"Anyone may say: {found.stop_word}"
        return RoomView(eyebrow, found.pack.situation, summary=stop)
    number = found.pack.decision_points.index(point) + 1
    about = f"Decision {number} of {len(found.pack.decision_points)}"
    put = decision_at(found, point.id)
    if put is None:
        return RoomView(about, point.question, tone="paper")
    last = latest_round(workshop, put.id)
    counts = (
        tuple((code, count) for code, count in tally(last.standing()).items() if count)
        if (last)
        else ()
    )
    flag, summary = _result(last)
    return RoomView(
        about, put.text, point.question, "paper", positions=counts, flag=flag, summary=summary
    )


def _result(last: Round | None) -> tuple[str, str]:
    """What stands in the way of a decision, as a flag; or what came of it, quietly."""
    if last is None:
        return "", ""
    outcome = last.outcome()
    if outcome is not None:
        words = _OUTCOMES[outcome]
        return (words, "") if outcome.startswith("not_adopted") else ("", words)
    standing = tuple(last.standing().values())
    objections = _open(standing, "object")
    if objections:
        return f"{counted(objections, 'objection', 'objections')} to answer", ""
    asked = _open(standing, "need_more")
    return (f"{counted(asked, 'question', 'questions')} to answer", "") if asked else ("", "")


def _open(standing: Sequence[Position], code: Literal["object", "need_more"]) -> int:
    return sum(position.code == code and not position.resolved for position in standing)
