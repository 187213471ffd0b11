"""Taking back and bringing again, step by step; typing on in one field is one step."""

from msgspec.structs import replace

from facilitator.guide import ScenarioPack
from ui.packs.history import PackHistory, Spot

TITLE, NOTE = Spot("story", "", "title"), Spot("story", "", "content_note")


def type_title(history: PackHistory, text: str) -> None:
    for end in range(1, len(text) + 1):
        history.do(lambda p, end=end: replace(p, title=text[:end]), TITLE, typing=True)


def test_a_word_that_is_typed_is_taken_back_at_once(street: ScenarioPack) -> None:
    history = PackHistory(street)
    type_title(history, "Harbour")
    assert history.pack.title == "Harbour"
    assert history.undo() == TITLE
    assert history.pack == street
    assert not history.can_undo


def test_typing_elsewhere_is_another_step(street: ScenarioPack) -> None:
    history = PackHistory(street)
    type_title(history, "Ha")
    history.do(lambda p: replace(p, content_note="Floods"), NOTE, typing=True)
    assert history.undo() == NOTE
    assert history.pack.title == "Ha"


def test_typing_after_a_pause_is_another_step(street: ScenarioPack) -> None:
    history = PackHistory(street)
    type_title(history, "Ha")
    history.end_run()
    type_title(history, "Harb")
    history.undo()
    assert history.pack.title == "Ha"


def test_what_was_taken_back_is_brought_again(street: ScenarioPack) -> None:
    history = PackHistory(street)
    type_title(history, "Ha")
    history.undo()
    assert history.redo() == TITLE
    assert history.pack.title == "Ha"
    assert history.redo() is None


def test_a_change_after_taking_back_is_the_end_of_what_could_be_brought_again(
    street: ScenarioPack,
) -> None:
    history = PackHistory(street)
    type_title(history, "Ha")
    history.undo()
    history.do(lambda p: replace(p, content_note="Floods"), NOTE)
    assert not history.can_redo


def test_what_changes_nothing_is_no_step(street: ScenarioPack) -> None:
    history = PackHistory(street)
    history.do(lambda p: p, TITLE)
    assert not history.can_undo
    assert history.undo() is None
