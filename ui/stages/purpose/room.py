"""The purpose stage on the room's screen: the question, the room's words, themes, the statement."""

from facilitator.guide import Guide, Stage, Step
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.stages.purpose import Draft
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomCard, RoomColumn, RoomView
from ui.stages.capture.room import capture_view
from ui.stages.purpose.words import (
    QUESTIONS,
    answers_of,
    cards_to_sort,
    draft_in_hand,
    standing,
    verdict,
    words_of,
    yes_or_no,
)

MOST_THEME_CARDS = 6
"""Themes that fit as cards; more stand in two lists."""
_STAGE = "purpose"


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """What the room sees in a step of this stage."""
    stage = guide.stage(_STAGE)
    match step.activity:
        case "themes":
            return _themes(workshop, guide, stage, step)
        case "only-we-test":
            return _only_we(workshop, guide, stage, step, focus)
        case "draft":
            return _draft(workshop, guide, stage, step, focus)
        case "positions":
            return _positions(workshop, guide, stage, step, focus)
        case "close":
            return _close(workshop, guide, stage, step, focus)
        case _:
            return capture_view(workshop, guide, stage, step, focus)


def _themes(workshop: Workshop, guide: Guide, stage: Stage, step: Step) -> RoomView:
    cards = cards_to_sort(workshop, stage)
    counts: dict[str, int] = dict.fromkeys(workshop.themes, 0)
    for card in cards:
        if card.theme in counts:
            counts[card.theme] += 1
    loose = len(cards) - sum(counts.values())
    named = [(theme.name, _cards(counts[theme.id])) for theme in workshop.themes.values()]
    many = f"{len(named)} theme{'' if len(named) == 1 else 's'}"
    few = len(named) <= MOST_THEME_CARDS
    lines = [f"{name} · {count}" for name, count in named]
    return RoomView(
        eyebrow=stage.title,
        statement=_prompt(workshop, guide, step),
        cards=tuple(RoomCard(name, count) for name, count in named) if few else (),
        columns=() if few else tuple(RoomColumn("", tuple(lines[at::2])) for at in (0, 1)),
        summary=f"{many} · {loose} loose" if cards or named else "",
        caption=step.how,
    )


def _only_we(workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus) -> RoomView:
    theme = workshop.themes.get(focus.theme)
    if theme is None:
        return RoomView(
            eyebrow=stage.title, statement=_prompt(workshop, guide, step), caption=step.how
        )
    answers = answers_of(workshop.only_we.get(theme.id))
    said = verdict(answers)
    tested = purpose.fate(workshop, theme.id) != "untested"
    rows = tuple(
        (question, yes_or_no(answer) if answer is not None else "")
        for question, answer in zip(QUESTIONS, answers, strict=True)
    )
    fates = [purpose.fate(workshop, each) for each in workshop.themes]
    return RoomView(
        eyebrow=f"{stage.title} · {step.title}",
        statement=theme.name,
        note=said[0].upper() + said[1:] if tested else "",
        rows=rows,
        summary=f"{sum(f != 'untested' for f in fates)} of {len(fates)} tested",
        caption=step.how,
    )


def _draft(workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus) -> RoomView:
    found = draft_in_hand(workshop, focus.draft)
    if found is None:
        return capture_view(workshop, guide, stage, step, focus)
    return RoomView(
        eyebrow=f"{stage.title} · {step.title}",
        statement=found.text,
        note=_note(found),
        tone="paper",
        caption=step.how,
    )


def _positions(
    workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus
) -> RoomView:
    found = draft_in_hand(workshop, focus.draft)
    if found is None:
        return capture_view(workshop, guide, stage, step, focus)
    last = latest_round(workshop, found.id)
    counts: dict[str, int] = {}
    objecting = 0
    for position in last.standing().values() if last else ():
        counts[position.code] = counts.get(position.code, 0) + 1
        objecting += position.code == "object" and not position.resolved
    flag = f"{objecting} objection{'' if objecting == 1 else 's'} open" if objecting else ""
    heard = sum(counts.values())
    asked = len(workshop.organisations)
    return RoomView(
        eyebrow=f"{stage.title} · {step.title}",
        statement=found.text,
        note=_note(found),
        tone="paper",
        positions=tuple(counts.items()),
        flag=flag,
        summary=f"{heard} of {asked} heard" if last and last.is_open else "",
        caption=step.how,
    )


def _close(workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus) -> RoomView:
    found = purpose.adopted(workshop)
    if found is None:
        return capture_view(workshop, guide, stage, step, focus)
    count = workshop.card_count(stage.id, step.question) if step.question else 0
    return RoomView(
        eyebrow=f"Our {stage.title.lower()}",
        statement=found.text,
        note=_prompt(workshop, guide, step),
        tone="paper",
        summary=f"{count:,} closing word{'' if count == 1 else 's'}" if count else "",
        caption=step.how,
    )


def _note(found: Draft) -> str:
    parts = (found.label, words_of(found), standing(found))
    return " · ".join(part for part in parts if part)


def _cards(count: int) -> str:
    return f"{count} card{'' if count == 1 else 's'}"


def _prompt(workshop: Workshop, guide: Guide, step: Step) -> str:
    about = workshop.about
    return guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
