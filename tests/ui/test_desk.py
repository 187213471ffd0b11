"""The desk: what a page may see and ask for."""

from datetime import datetime

from facilitator.board import capture
from facilitator.events import Entry
from facilitator.progress import enter_step
from facilitator.stages.gather import join_organisation
from facilitator.stages.values import amend, propose
from sessions.clock import SetClock
from sessions.problems import SessionProblem
from ui.desk import OFFER_NOW, Desk, Focus


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


def test_looking_back_shows_the_workshop_as_it_stood_and_leaves_the_present(desk: Desk) -> None:
    desk.do(join_organisation, "Council")
    first = desk.session.history.last_id
    desk.do(join_organisation, "Hospital")
    past = desk.look_back(first)

    assert [o.name for o in past.workshop.organisations.values()] == ["Council"]
    assert len(desk.workshop.organisations) == 2


def test_while_looking_back_everything_is_refused_with_the_way_back(
    desk: Desk, clock: SetClock
) -> None:
    desk.do(join_organisation, "Council")
    past = desk.look_back()
    told: list[tuple[str, str]] = []
    desk.refused.connect(lambda reason, offer: told.append((reason, offer)))
    past.refused.connect(lambda reason, offer: told.append((reason, offer)))
    clock.at(datetime(2026, 3, 18, 11))
    for each in (desk, past):
        assert each.do(join_organisation, "Hospital") is None
        assert each.undo() is None
        assert each.redo() is None
    past.do_when_due(join_organisation, "Hospital")

    why = "This is 09:30. Come back to now to change anything."
    assert told == [(why, OFFER_NOW)] * 7
    assert len(desk.session.history) == 1


def test_back_at_now_things_are_done_again(desk: Desk) -> None:
    desk.look_back()
    desk.return_to_now()

    assert desk.do(join_organisation, "Council") is not None


def test_what_is_due_by_the_clock_is_done_while_looking_back(desk: Desk) -> None:
    desk.do(join_organisation, "Council")
    past = desk.look_back()

    assert desk.do_when_due(join_organisation, "Hospital") is not None
    assert len(past.workshop.organisations) == 1
    assert past.stop == 0


def test_the_minute_and_the_seconds_are_those_of_the_moment(desk: Desk, clock: SetClock) -> None:
    desk.do(join_organisation, "Council")
    clock.at(datetime(2026, 3, 19, 11))
    past = desk.look_back()

    assert past.minute() == "2026-03-18T09:30"
    assert past.seconds() == datetime(2026, 3, 18, 9, 30).timestamp()
    assert desk.minute() == "2026-03-19T11:00"


def test_a_moment_without_a_time_has_that_of_now(desk: Desk) -> None:
    event = join_organisation(desk.workshop, "Council")
    desk.session.receive([Entry("0" * 8 + "-0000-7000-8000-" + "0" * 12, "w", 1, "?", "", event)])
    past = desk.look_back()

    assert (past.minute(), past.seconds()) == (desk.minute(), desk.seconds())
    assert past.why_not() == "This is the past. Come back to now to change anything."


def test_the_value_that_was_spoken_of_is_in_hand(desk: Desk) -> None:
    one = desk.do(propose, "One").id
    desk.do(enter_step, "values", "rounds", 1.0)
    two = desk.do(propose, "Two").id
    desk.do(amend, one, "Other words.")
    desk.focus_on(value=two)
    past = desk.look_back()
    held = []
    for stop in range(4):
        past.look_at_stop(stop)
        held.append(past.focus.value)

    assert held == [one, one, two, one]
    assert desk.focus.value == two


def test_a_place_between_the_stops_is_the_stop_before_it(desk: Desk) -> None:
    for name in ("One", "Two", "Three"):
        desk.do(join_organisation, name)
    desk.undo()
    gone = desk.session.history.entries[2].id

    assert desk.look_back(gone).stop == 1
    assert desk.look_back("0").stop == 0
    assert desk.look_back().stop == 1
