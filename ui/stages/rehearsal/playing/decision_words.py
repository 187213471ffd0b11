"""What is said of a decision in play: its ways out with what became of them, and its minutes."""

import math

from facilitator.decision import AGREED
from facilitator.guide.scenario import DecisionPoint
from facilitator.rounds import latest_round
from facilitator.stages.rehearsal.state import Decision, Rehearsal
from facilitator.workshop import Workshop
from ui.stages.rehearsal.playing.options import OptionItem
from ui.stages.rehearsal.words import counted
from ui.widgets.clock_ring import clock_words

ANOTHER = "+ another way"


def option_cards(
    workshop: Workshop, found: Rehearsal, point: DecisionPoint, put: Decision | None
) -> list[OptionItem]:
    """The options of a point and another way, with what became of the one that was put."""
    state = became(workshop, put) if put else ""
    keys = [str(number) if put is None else "" for number in range(1, len(point.options) + 2)]
    cards = [
        OptionItem(
            each.id, each.title, each.note, state if put and put.option == each.id else "", key
        )
        for each, key in zip(point.options, keys, strict=False)
    ]
    own = put is not None and not put.option
    note = put.text if put is not None and own else "The room makes its own"
    return [*cards, OptionItem("", ANOTHER, note, state if own else "", keys[-1])]


def became(workshop: Workshop, put: Decision) -> str:
    """What became of a decision: "chosen · 9 to 3"."""
    last = latest_round(workshop, put.id)
    outcome = last.outcome() if last else None
    if last is None or outcome is None:
        return "put to the group"
    codes = [position.code for position in last.standing().values()]
    yes = sum(code in ("agree", "reservation") for code in codes)
    other = sum(code in ("object", "need_more", "stand_aside", "abstain") for code in codes)
    return f"{'chosen' if outcome in AGREED else 'not decided'} · {yes} to {other}"


def time_left(found: Rehearsal, point: str, now: float, decided: bool) -> str:
    """How long the group has to decide, since it was called; nothing before and afterwards."""
    called = found.called.get(point)
    minutes = next((p.minutes for p in found.pack.decision_points if p.id == point), 0)
    if called is None or decided:
        return ""
    left = called + minutes * 60 - found.clock.seconds(now)
    over = "left" if left >= 0 else "over time"
    when = f"Called at {clock_words(called)} · {counted(minutes, 'minute', 'minutes')}"
    return f"{when} · {clock_words(math.ceil(left)).lstrip('+')} {over}"
