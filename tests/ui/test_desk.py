"""The desk: what a page may see and ask for."""

from facilitator.board import capture
from facilitator.stages.gather import join_organisation
from sessions.problems import SessionProblem
from ui.desk import Desk, Focus


def test_a_change_is_announced_with_the_workshop_and_its_event(desk: Desk) -> None:
    heard = []
    desk.changed.connect(lambda workshop, event: heard.append((workshop, event)))

    event = desk.do(join_organisation, "Council")

    assert heard == [(desk.workshop, event)]


def test_a_refusal_is_told_and_changes_nothing(desk: Desk) -> None:
    told, changed = [], []
    desk.refused.connect(lambda reason, offer: told.append((reason, offer)))
    desk.changed.connect(lambda *_: changed.append(True))

    assert desk.do(capture, "  ", "purpose", "only-us") is None

    assert told == [("Write something first.", "")]
    assert not changed


def test_a_problem_with_the_file_is_told_and_changes_nothing(desk: Desk, monkeypatch) -> None:
    problem = SessionProblem("The disk is full.", "Nothing is lost.", "Make room.")
    told = []
    desk.troubled.connect(told.append)

    def fail(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(desk.session, "do", fail)

    assert desk.do(join_organisation, "Council") is None
    assert told == [problem]
    assert not desk.workshop.organisations


def test_undo_and_redo_are_announced_without_an_event(desk: Desk) -> None:
    heard = []
    desk.do(join_organisation, "Council")
    desk.changed.connect(lambda _, event: heard.append(event))

    desk.undo()
    desk.redo()

    assert heard == [None, None]
    assert len(desk.workshop.organisations) == 1


def test_focus_is_told_only_when_it_moves(desk: Desk) -> None:
    heard = []
    desk.refocused.connect(heard.append)

    desk.focus_on(value="v1")
    desk.focus_on(value="v1")

    assert heard == [Focus(value="v1")]


def test_the_place_goes_into_the_words_of_the_guide(desk: Desk) -> None:
    assert "the city" in desk.words("What does {place} need?")
