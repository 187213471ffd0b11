"""What the room sees of the values stage: counts only, never who stands where."""

from facilitator.answering import SMALLEST_CHANGE
from facilitator.guide import Guide, Step
from facilitator.rounds import latest_round
from facilitator.stages.values import Value, charter, on_the_table, reopened_since
from facilitator.trio import MINUTES, Trio, trio_away
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomCard, RoomColumn, RoomMark, RoomView
from ui.stages.capture.room import capture_view
from ui.stages.ledger.room import smallest_change, where_we_stand
from ui.stages.values.in_hand import in_hand, standing_words, trio_names
from ui.stages.values.practice import to_practise

_MOST_CARDS = 12
_AGREED_SHARES = (3.0, 1.4, 1.2)
"""How wide the wording, the name and the standing of an agreed value are beside each other."""


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """The room's screen for a step of the values stage, from public fields only."""
    value = in_hand(workshop, focus.value)
    if step.activity == "rounds" and value is not None:
        return _negotiated(workshop, value, focus)
    if step.activity == "behaviours" and value is not None:
        return _made_visible(guide, workshop, step, value)
    if step.activity == "open":
        return _to_practise(workshop, guide, step)
    if step.activity == "price-check" and charter(workshop):
        return _priced(workshop, guide, step)
    if step.activity == "propose":
        return _asked(workshop, guide, step, _cards(on_the_table(workshop)))
    if step.activity == "close" and not workshop.card_count("values", step.question):
        return _agreed(workshop, guide, step)
    return capture_view(workshop, guide, guide.stage("values"), step, focus)


def _negotiated(workshop: Workshop, value: Value, focus: Focus) -> RoomView:
    """The wording, the behaviours, and how many stand where."""
    if focus.question == SMALLEST_CHANGE:
        return smallest_change(f"Values · {value.title}", value.wording)
    away = trio_away(workshop, value.id)
    if away is not None:
        return _away(workshop, value, away)
    last = latest_round(workshop, value.id)
    if last is not None and (last.wording != value.wording or reopened_since(workshop, last)):
        last = None  # Nobody has taken a position on this version yet.
    standing = standing_words(workshop, value.id)
    step = f"round {last.number}" if last is not None and last.is_open else standing
    shown = where_we_stand(workshop, last, focus)
    return RoomView(
        eyebrow=f"Values · {step}",
        statement=value.wording,
        tone="paper",
        columns=_columns(value),
        positions=shown.positions,
        silent=shown.silent,
        # What left the table asks nothing of the room any more.
        flag=shown.to_answer if value.ending is None else "",
        summary=shown.heard,
    )


def _away(workshop: Workshop, value: Value, trio: Trio) -> RoomView:
    """Who is away to look for a change, on the clock that they have."""
    return RoomView(
        eyebrow=f"Values · {value.title}",
        statement=value.wording,
        note=f"{trio_names(workshop, trio)} look for the smallest change that would work.",
        tone="paper",
        caption="until they are back",
        clock_ends=trio.ends,
        clock_total=MINUTES * 60,
    )


def _to_practise(workshop: Workshop, guide: Guide, step: Step) -> RoomView:
    """The positions to try, each with its symbol and the words in which it is said."""
    return RoomView(
        eyebrow=_eyebrow(step),
        statement=_words(guide, workshop, step.prompt),
        tone="paper",
        marks=tuple(
            RoomMark(each.code, each.words, each.aloud) for each in to_practise(workshop.rule)
        ),
    )


def _priced(workshop: Workshop, guide: Guide, step: Step) -> RoomView:
    """Every agreed value with what it costs, and whom; or that it is untested."""
    rows: list[tuple[str, str]] = []
    for value in charter(workshop):
        rows += [
            (
                f"{value.title}: {c.text}",
                f"{workshop.organisation_name(c.organisation)} · {c.price}",
            )
            for c in value.costs
        ]
        if not value.costs:
            rows.append((value.title, "untested" if value.untested else ""))
    return RoomView(
        eyebrow=_eyebrow(step),
        statement=_words(guide, workshop, step.prompt),
        tone="paper",
        rows=tuple(rows),
    )


def _eyebrow(step: Step) -> str:
    return " · ".join(filter(None, ("Values", step.title, step.how)))


def _made_visible(guide: Guide, workshop: Workshop, step: Step, value: Value) -> RoomView:
    return RoomView(
        eyebrow=f"Values · {value.title}",
        statement=value.wording,
        note="" if value.will or value.will_not else _words(guide, workshop, step.prompt),
        columns=_columns(value),
    )


def _asked(workshop: Workshop, guide: Guide, step: Step, cards: tuple[RoomCard, ...]) -> RoomView:
    return RoomView(
        eyebrow=_eyebrow(step),
        statement=_words(guide, workshop, step.prompt),
        cards=cards,
    )


def _words(guide: Guide, workshop: Workshop, text: str) -> str:
    about = workshop.about
    return guide.in_words(text, place=about.place_in_prompts, group=about.group)


def _columns(value: Value) -> tuple[RoomColumn, ...]:
    if not value.will and not value.will_not:
        return ()
    return (
        RoomColumn("We will", value.will, "will"),
        RoomColumn("We will not", value.will_not, "will_not"),
    )


def _cards(values: list[Value]) -> tuple[RoomCard, ...]:
    """Values as cards, the newest first, with the day that tests each."""
    newest = values[: -_MOST_CARDS - 1 : -1]
    return tuple(RoomCard(v.title, v.test_day, lit=at == 0) for at, v in enumerate(newest))


def _agreed(workshop: Workshop, guide: Guide, step: Step) -> RoomView:
    """The agreed values as they are worded, in the order in which they are read.

    One that was not agreed by everybody as it stands says so: the room must not read a softer
    record than was made.
    """
    return RoomView(
        eyebrow=_eyebrow(step),
        statement=_words(guide, workshop, step.prompt),
        rows=tuple((v.wording, v.title, standing_words(workshop, v.id)) for v in charter(workshop)),
        shares=_AGREED_SHARES,
    )
