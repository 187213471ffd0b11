"""What the room sees of a rehearsal: the story, the news, the question; feelings only counted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from facilitator.decision import Outcome, Position, tally
from facilitator.guide import Guide, Step
from facilitator.guide.scenario import DecisionPoint
from facilitator.rounds import Round, latest_round
from facilitator.stages.rehearsal.deciding import is_decided
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomView
from ui.stages.rehearsal.playing.inject_words import channel_words
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

_PAUSED = "The story is paused"

STOPPED = RoomView(
    statement="We stop here for a moment.",
    note="Nothing goes on until everybody is ready.",
    tone="calm",
    show_clock=False,
)
"""What the room sees while the stop word holds: no name, no reason and no clock."""


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
    """What is on the wall in play; it stays there while the story is paused, without a clock."""
    view = _news(workshop, found, focus) or _decision(workshop, found, focus) or _situation(found)
    if not paused(found):
        return view
    view = replace(view, show_clock=False)
    if view.summary or view.flag:
        return replace(view, eyebrow=f"{view.eyebrow} · {_PAUSED.lower()}")
    return replace(view, summary=_PAUSED)


def _situation(found: Rehearsal) -> RoomView:
    stop = f"Anyone may say: {found.stop_word}"
    return RoomView(f"Rehearsal · {found.pack.title}", found.pack.situation, summary=stop)


def _news(workshop: Workshop, found: Rehearsal, focus: Focus) -> RoomView | None:
    """News for everyone that has arrived, with the minutes of a decision that was called."""
    inject = inject_of(found, focus.inject)
    played = found.played.get(focus.inject)
    if inject is None or played is None or played.how == "skipped" or not inject.for_everyone:
        return None
    when = inject.story_time.replace(", ", " · ") or f"Minute {played.minute}"
    called = inject.title and inject.title.casefold() != inject.arrives_as.casefold()
    return _with_clock(
        workshop,
        found,
        point_in_focus(found, focus),
        RoomView(
            f"{when} · {channel_words(inject)}",
            in_quotes(inject),
            f"{inject.title} · to all of you" if called else "To all of you",
            tone="inject",
            show_clock=False,
        ),
    )


def _decision(workshop: Workshop, found: Rehearsal, focus: Focus) -> RoomView | None:
    """The question of a decision point and its options, then what was put and who stands where."""
    point = point_in_focus(found, focus)
    if point is None:
        return None
    number = found.pack.decision_points.index(point) + 1
    about = f"Decision {number} of {len(found.pack.decision_points)}"
    put = decision_at(found, point.id)
    if put is None:
        ways = tuple((each.title, each.note) for each in point.options)
        rows = (*ways, ("Or another way", "")) if ways else ()
        asked = RoomView(
            about, point.question, tone="paper", rows=rows, shares=(1, 1), show_clock=False
        )
        return _with_clock(workshop, found, point, asked)
    last = latest_round(workshop, put.id)
    counts = (
        tuple((code, count) for code, count in tally(last.standing()).items() if count)
        if (last)
        else ()
    )
    flag, summary = _result(last)
    view = RoomView(
        about,
        put.text,
        point.question,
        "paper",
        positions=counts,
        flag=flag,
        summary=summary,
        show_clock=False,
    )
    return _with_clock(workshop, found, point, view)


def _with_clock(
    workshop: Workshop, found: Rehearsal, point: DecisionPoint | None, view: RoomView
) -> RoomView:
    """With the minutes that a decision has since it was called, until it is made; else without."""
    called = found.called.get(point.id) if point else None
    if point is None or called is None or not found.clock.running:
        return view
    if is_decided(workshop, found, point.id):
        return view
    total = point.minutes * 60
    ends = found.clock.time_at(called + total)
    caption = "decide aloud, in role"
    return replace(view, show_clock=True, clock_ends=ends, clock_total=total, caption=caption)


def _result(last: Round | None) -> tuple[str, str]:
    """What stands in the way of a decision, as a flag; or what came of it, quietly."""
    if last is None:
        return "", ""
    outcome = last.outcome()
    if outcome is not None and (settled := _settled(last)):
        return "", settled
    if outcome is not None:
        words = _OUTCOMES[outcome]
        return (words, "") if outcome.startswith("not_adopted") else ("", words)
    standing = tuple(last.standing().values())
    objections = _open(standing, "object")
    if objections:
        return f"{counted(objections, 'objection', 'objections')} to answer", ""
    asked = _open(standing, "need_more")
    return (f"{counted(asked, 'question', 'questions')} to answer", "") if asked else ("", "")


def _settled(last: Round) -> str:
    """What is true of a locked round once all that stood in its way was settled."""
    stood = {"not_adopted_question": "need_more", "not_adopted_objection": "object"}
    code = stood.get(last.outcome() or "")
    said = [position for position in last.standing().values() if position.code == code]
    if not said or any(position.waits for position in last.standing().values()):
        return ""
    what = ("question", "answered") if code == "need_more" else ("objection", "resolved")
    are = f"Its {what[0]} is" if len(said) == 1 else f"Its {what[0]}s are"
    return f"{are} {what[1]}. Another round decides."


def _open(standing: Sequence[Position], code: Literal["object", "need_more"]) -> int:
    return sum(position.code == code and not position.resolved for position in standing)
