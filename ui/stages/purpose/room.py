"""The purpose stage on the room's screen: the question, the room's words, themes, the statement."""

from dataclasses import replace

from facilitator.answering import SMALLEST_CHANGE
from facilitator.days import short_day
from facilitator.guide import Guide, Stage, Step
from facilitator.next_steps import owner_of
from facilitator.only_we import fate
from facilitator.rounds import latest_round
from facilitator.stages import purpose
from facilitator.stages.purpose import Draft
from facilitator.wording_diff import around_changes, compare, word_count
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomCard, RoomColumn, RoomView
from ui.stages.capture.room import MOST_CARDS, capture_view
from ui.stages.ledger.room import smallest_change, where_we_stand
from ui.stages.purpose.shared_words_room import shared_words_view
from ui.stages.purpose.verdict import (
    ASKED,
    answers_of,
    in_a_line,
    kept_themes,
    parked_notes,
    verdict,
)
from ui.stages.purpose.words import (
    ANOTHER_BOARD,
    DEFEND,
    KEPT,
    STOPS,
    beside,
    cards_to_sort,
    change_in_words,
    compared,
    defence_in_words,
    draft_in_hand,
    named,
    standing,
    words_of,
)

MOST_THEME_CARDS = 6
"""Themes that fit as cards; more stand in two lists."""
_MOST_BESIDE = 3
"""Drafts of one version that stand side by side."""
_MOST_MARKED = 160
"""Words of two drafts together that are shown whole; of longer ones, what stands round a change."""
_STEP_SHARES = (2.2, 1.3, 0.7)
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
        case "words":
            return shared_words_view(workshop, guide, stage, step)
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
    aside = parked_notes(workshop)
    named = [
        (t.name, "in the car park" if t.id in aside and not counts[t.id] else _cards(counts[t.id]))
        for t in workshop.themes.values()
    ]
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
    found = workshop.only_we.get(theme.id)
    said = verdict(found)
    tested = fate(workshop, theme.id) != "untested"
    # Counts only: who raised which hand stays on the console.
    rows = tuple(
        (question, in_a_line(answer))
        for question, answer in zip(ASKED.values(), answers_of(found), strict=True)
    )
    fates = [fate(workshop, each) for each in workshop.themes]
    where = parked_notes(workshop).get(theme.id, "")
    note = said[0].upper() + said[1:] if tested else ""
    return RoomView(
        eyebrow=f"{stage.title} · {step.title}",
        statement=theme.name,
        note=". ".join(part for part in (note, where) if part),
        rows=rows,
        summary=f"{sum(f != 'untested' for f in fates)} of {len(fates)} tested",
        caption=step.how,
    )


def _draft(workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus) -> RoomView:
    found = draft_in_hand(workshop, focus.draft)
    kept = kept_themes(workshop)
    kept = f"{KEPT}: {kept}" if kept else ""
    if found is None:
        return replace(capture_view(workshop, guide, stage, step, focus), note=kept)
    eyebrow = f"{stage.title} · {step.title}"
    pair = compared(workshop, focus.compared)
    if pair is not None:
        return _difference(*pair, eyebrow, step)
    siblings = beside(workshop, found)
    if len(siblings) > 1:
        return replace(_side_by_side(siblings, found, eyebrow, step), note=kept)
    return RoomView(
        eyebrow=eyebrow,
        statement=found.text,
        note="\n".join(part for part in (_note(workshop, found), kept) if part),
        tone="paper",
        caption=step.how,
    )


def _difference(older: Draft, newer: Draft, eyebrow: str, step: Step) -> RoomView:
    """The newer wording with the marks; of one that was written anew, both side by side."""
    found = compare(older.text, newer.text)
    note = f"{older.label} → {newer.label} · {change_in_words(found)}"
    if found.rewritten:
        return RoomView(
            eyebrow=f"{eyebrow} · {note}",
            tone="paper",
            columns=(_column(older), _column(newer)),
            caption=step.how,
        )
    pieces = found.pieces
    if word_count(older.text) + word_count(newer.text) > _MOST_MARKED:
        pieces = around_changes(pieces)
    return RoomView(
        eyebrow=eyebrow,
        statement=newer.text,
        pieces=pieces if found.changed else (),
        note=note,
        tone="paper",
        caption=step.how,
    )


def _side_by_side(siblings: list[Draft], found: Draft, eyebrow: str, step: Step) -> RoomView:
    """Drafts of one version: the one in hand is among the three that there is room for."""
    shown = siblings[:_MOST_BESIDE]
    if found not in shown:
        shown[-1] = found
    more = len(siblings) - len(shown)
    labels = " · ".join(draft.label for draft in shown) + (f" · and {more} more" if more else "")
    return RoomView(
        eyebrow=f"{eyebrow} · {labels}",
        tone="paper",
        columns=tuple(_column(draft) for draft in shown),
        caption=step.how,
    )


def _column(draft: Draft) -> RoomColumn:
    return RoomColumn(f"{draft.label} · {words_of(draft)}", (draft.text,), "draft")


def _positions(
    workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus
) -> RoomView:
    found = draft_in_hand(workshop, focus.draft)
    if found is None:
        return capture_view(workshop, guide, stage, step, focus)
    eyebrow = f"{stage.title} · {step.title}"
    if focus.asking:
        return _asked(workshop, found, focus.asking, eyebrow, step)
    if focus.question == SMALLEST_CHANGE:
        return smallest_change(eyebrow, found.text)
    shown = where_we_stand(workshop, latest_round(workshop, found.id), focus)
    return RoomView(
        eyebrow=eyebrow,
        statement=found.text,
        note=_note(workshop, found),
        tone="paper",
        positions=shown.positions,
        silent=shown.silent,
        flag=shown.to_answer,
        summary=shown.heard,
        caption=step.how,
    )


def _asked(workshop: Workshop, found: Draft, asking: str, eyebrow: str, step: Step) -> RoomView:
    """A question about the draft, the draft itself, and what has been answered so far.

    Of those who will defend it outside only how many: who will not yet is not for the wall.
    """
    cards: tuple[RoomCard, ...] = ()
    columns: tuple[RoomColumn, ...] = ()
    match asking:
        case "stops":
            question = STOPS
            named_so_far = found.stops or (("Nothing",) if found.nothing_to_stop else ())
            newest = named_so_far[: -MOST_CARDS - 1 : -1]
            cards = tuple(RoomCard(each, lit=not at) for at, each in enumerate(newest))
        case "defend":
            question = DEFEND
            if said := defence_in_words(workshop, found):
                heard = sum(o in workshop.organisations for o in found.defences)
                title = f"{heard} of {len(workshop.organisations)} heard"
                columns = (RoomColumn(title, (said,), "draft"),)
        case _:
            question = ANOTHER_BOARD
    return RoomView(
        eyebrow=eyebrow,
        statement=question,
        note=found.text,
        tone="paper",
        cards=cards,
        columns=columns,
        caption=step.how,
    )


def _close(workshop: Workshop, guide: Guide, stage: Stage, step: Step, focus: Focus) -> RoomView:
    """The purpose and one word each; once it is said what happens next, that in its place."""
    found = purpose.adopted(workshop)
    rows = tuple(
        (each.text, owner_of(workshop, each), short_day(each.due))
        for each in workshop.next_steps.values()
    )
    if found is None:
        view = capture_view(workshop, guide, stage, step, focus)
        return replace(view, rows=rows, shares=_STEP_SHARES, cards=()) if rows else view
    count = workshop.card_count(stage.id, step.question) if step.question else 0
    return RoomView(
        eyebrow=f"Our {stage.title.lower()}",
        statement=found.text,
        note="" if rows else _prompt(workshop, guide, step),
        tone="paper",
        rows=rows,
        shares=_STEP_SHARES,
        summary=f"{count:,} closing word{'' if count == 1 else 's'}" if count else "",
        caption=step.how,
    )


def _note(workshop: Workshop, found: Draft) -> str:
    parts = (named(workshop, found), words_of(found), standing(found))
    return " · ".join(part for part in parts if part)


def _cards(count: int) -> str:
    return f"{count} card{'' if count == 1 else 's'}"


def _prompt(workshop: Workshop, guide: Guide, step: Step) -> str:
    about = workshop.about
    return guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
