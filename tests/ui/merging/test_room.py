"""What the room may be shown of what stands side by side: the words of public texts, no more."""

import pytest

from facilitator.side_by_side import Answer, Question
from facilitator.workshop import Workshop
from ui.merging.room import may_be_shown, room_view


def asked(register: str, *words: str, code: str = "") -> Question:
    answers = tuple(
        Answer(f"e{at}", text, f"Table {at}", "2026-03-18T14:20:00", code)
        for at, text in enumerate(words)
    )
    return Question((register, "x", "alder"), answers)


@pytest.mark.parametrize("register", ["draft", "value.amended", "statement.written"])
def test_two_public_texts_may_be_shown(register: str) -> None:
    assert may_be_shown(asked(register, "One.", "Two."))


@pytest.mark.parametrize(
    "question",
    [
        asked("position", "Only so.", "No.", code="object"),
        asked("value.amended", "Only so.", "No.", code="object"),
        asked("note.kept_private", "One.", "Two."),
        asked("authority.stated", "One.", "Two."),
        asked("draft", "One.", ""),
        asked("draft", *"1234"),
    ],
    ids=["position", "code", "private", "authority", "no words", "too many"],
)
def test_nothing_else_may(question: Question) -> None:
    workshop = Workshop()
    workshop.side_by_side[question.key] = question

    assert not may_be_shown(question)
    assert room_view(workshop, question.key) is None


def test_the_view_names_nobody_and_says_no_time() -> None:
    workshop = Workshop()
    question = asked("statement.written", "One.", "Two.")
    workshop.side_by_side[question.key] = question
    view = room_view(workshop, question.key)

    assert view is not None
    assert [column.lines for column in view.columns] == [("One.",), ("Two.",)]
    assert not any("Table" in said or "14:20" in said for said in view.strings())
