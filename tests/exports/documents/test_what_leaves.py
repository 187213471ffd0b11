"""What is private in a rehearsal stands in no document: not in its blocks and not in the file."""

import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.blocks import Document
from exports.documents.agreement import agreement
from exports.documents.debrief import debrief
from exports.documents.record import record
from exports.documents.review import review
from exports.documents.role_cards import check_in_slips, role_cards
from exports.pdf import render_pdf
from exports.said import said
from facilitator.events import Refused
from facilitator.guide import load_guide
from facilitator.stages import gather, values
from facilitator.stages.rehearsal import (
    casting,
    changing,
    debriefing,
    deciding,
    feeling,
    injects,
    observing,
)
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PRIVATE = (
    "heartsore",
    "twosome",
    "the leak is known",
    "we hid it",
    "she turned pale",
    "bit her lip",
)
Make = Callable[[Workshop], Document]

DOCUMENTS: dict[str, Make] = {
    "agreement": lambda workshop: agreement(workshop, MADE),
    "debrief": lambda workshop: debrief(workshop, "R", MADE),
    "record": lambda workshop: record(workshop, MADE),
    "review": lambda workshop: review(workshop, MADE),
    "role cards": lambda workshop: role_cards(workshop, "R", MADE),
    "slips": lambda workshop: check_in_slips(workshop, "R", MADE),
}


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("words", PRIVATE)
def test_private_words_are_in_no_file(
    rehearsed: Workshop, reading: Callable[[bytes], Any], document: str, words: str
) -> None:
    assert words not in reading(render_pdf(DOCUMENTS[document](rehearsed))).text


def test_what_is_looked_for_is_in_the_workshop(rehearsed: Workshop) -> None:
    kept = repr(rehearsed.rehearsals["R"])
    assert [words for words in PRIVATE if words not in kept] == []


def test_nobody_is_named_in_the_debrief(
    rehearsed: Workshop, reading: Callable[[bytes], Any]
) -> None:
    text = reading(render_pdf(debrief(rehearsed, "R", MADE))).text
    assert [m.id for m in rehearsed.members.values() if m.label in text or m.role in text] == []


def test_nobody_is_named_in_what_the_agreement_tells_of_a_rehearsal(rehearsed: Workshop) -> None:
    lines = said(agreement(rehearsed, MADE))
    start = lines.index("What the rehearsal taught us")
    told = "\n".join(lines[start : lines.index("What each of us will do")])
    assert "Ring round first" in told
    assert [m.id for m in rehearsed.members.values() if m.label in told or m.role in told] == []


def test_nobody_is_named_in_what_the_record_tells_of_a_rehearsal(rehearsed: Workshop) -> None:
    lines = said(record(rehearsed, MADE))
    start = lines.index("Rehearsal: The long night")
    told = "\n".join(lines[start : lines.index("What each of us will do")])
    assert "Ring round first" in told
    assert [m.id for m in rehearsed.members.values() if m.label in told or m.role in told] == []


def test_nobody_is_named_on_role_cards_without_names(rehearsed: Workshop) -> None:
    words = "\n".join(said(role_cards(rehearsed, "R", MADE, named=False)))
    assert [m.id for m in rehearsed.members.values() if m.label in words] == []


PACKS = sorted(load_guide().packs.values(), key=lambda pack: pack.id)
_STEPS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 10_000)), max_size=60)


def _marked(kind: str, number: int) -> str:
    """Words that stand nowhere else."""
    return f"{kind}zq{number}x"


def _play(workshop: Workshop, steps: list[tuple[int, int]]) -> tuple[set[str], dict[str, int]]:
    """Take these steps in a rehearsal; the words that are private, and how often each was said."""
    secret: set[str] = set()
    counted: dict[str, int] = {}

    def do(command: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        try:
            command(workshop, *args, **kwargs).apply(workshop)
        except Refused:
            return

    for place, (step, number) in enumerate(steps):
        found = workshop.rehearsals["R"]
        member = list(workshop.members)[number % len(workshop.members)]
        value = list(workshop.values)[number % len(workshop.values)]
        news = found.injects()[number % len(found.injects())]
        words = _marked("abcdefghijkl"[step], place)
        match step:
            case 0:
                do(feeling.check_in, "R", ("before", "after")[number % 2], member, _word(number), 4)
            case 1:
                do(feeling.give_slip, "R", ("before", "after")[number % 2], _word(number), 2)
            case 2:
                do(observing.take_note, "R", number, words)
                secret.add(words)
            case 3:
                do(observing.mark_value, "R", value, number % 100, "bent", words)
                secret.add(words)
            case 4:
                do(injects.play_inject, "R", news.id, number % 100)
                do(injects.answer_inject, "R", news.id, words)
                if not news.for_everyone:
                    secret.update((words, news.text))
            case 5:
                role = found.pack.roles[number % len(found.pack.roles)]
                do(injects.write_inject, "R", words, role, "Note", number % 100)
                secret.add(words)
            case 6:
                do(debriefing.learn_lesson, "R", "A lesson", (member, words)[number % 2])
                secret.add(words)
            case 7:
                do(changing.propose_change, "R", value, "A change", member, how="will")
            case 8:
                for change in found.changes:
                    do(changing.accept_change, "R", change)
            case 9:
                point = found.pack.decision_points[0].id
                do(deciding.put_decision, "R", point, number % 100, "We wait", decision_id="P")
                do(deciding.name_speaker, "R", "P", (member, words)[number % 2])
                secret.add(words)
            case 10:
                do(casting.draw_roles, "R", list(workshop.members), random.Random(number))
            case 11:
                do(casting.name_observers, "R", (member,))
    for when in ("before", "after"):
        said_then = [f.word for f in workshop.rehearsals["R"].feelings if f.when == when]
        for word in set(said_then):
            counted[word] = max(counted.get(word, 0), said_then.count(word))
    return secret, counted


def _word(number: int) -> str:
    return _marked("feel", number % 4)


@settings(max_examples=60, deadline=None)
@given(steps=_STEPS, which=st.integers(0, len(PACKS) - 1))
def test_whatever_is_played_nothing_private_is_told(
    steps: list[tuple[int, int]], which: int
) -> None:
    workshop = Workshop()
    for name in ("Council", "Hospital"):
        gather.join_organisation(workshop, name, organisation_id=name).apply(workshop)
        for n in range(3):
            person = f"Ilka{n} {name}x"
            gather.join_member(workshop, name, f"Job{n}{name}", person, member_id=person).apply(
                workshop
            )
    for n in range(2):
        values.propose(workshop, f"Value {n}", value_id=f"v{n}").apply(workshop)
    casting.choose_scenario(workshop, PACKS[which], rehearsal_id="R").apply(workshop)

    secret, counted = _play(workshop, steps)

    papers = {
        "debrief": debrief(workshop, "R", MADE),
        "role cards": role_cards(workshop, "R", MADE, named=False),
        "slips": check_in_slips(workshop, "R", MADE),
    }
    secret |= {person.name for person in workshop.members.values()}
    secret |= {word for word, times in counted.items() if times < feeling.LEAST}
    for name, document in papers.items():
        words = "\n".join([*said(document), document.footer, document.title])
        assert [each for each in secret if each in words] == [], name
    told = "\n".join(said(agreement(workshop, MADE)))
    named = {person.name for person in workshop.members.values()}
    assert [each for each in secret - named if each in told] == []
    assert [word for word in counted if word in told] == []
