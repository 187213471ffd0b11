import pytest
from pytestqt.qtbot import QtBot

from ui.stages.values.wording import WordingView
from ui.stages.values.wording_diff import Piece, differences


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(p.change, p.text.strip()) for p in differences(before, after) if p.text.strip()]


def test_the_same_wording_has_no_differences() -> None:
    assert differences("One city pound.", "One city pound.") == [Piece("One city pound.")]


def test_added_words_are_marked_where_they_stand() -> None:
    assert told("One pound, and say so.", "One pound for all, and say so.") == [
        ("same", "One pound"),
        ("added", "for all"),
        ("same", ", and say so."),
    ]


def test_removed_words_stand_after_what_came_in_their_place() -> None:
    assert told("We share a budget.", "We share one pound.") == [
        ("same", "We share"),
        ("added", "one pound"),
        ("removed", "a budget"),
        ("same", "."),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "We begin."),
        ("One, two; three", "One two three"),
        ("We always say it", "We say it"),
        ("Siarad yn blaen", "Siarad yn onest ac yn blaen, bob tro"),
        ("a  b\nc", "a b\n\nc d"),
        ("نعمل معا", "نعمل دائما معا"),
        ("Party 🎉 now", "Now 🎉 party"),
    ],
)
def test_what_is_not_removed_is_the_new_wording_word_for_word(before: str, after: str) -> None:
    kept = "".join(p.text for p in differences(before, after) if p.change != "removed")

    assert kept == after


def test_a_single_word_that_stays_inside_a_changed_phrase_goes_with_it() -> None:
    assert told(
        "Today we put people at the heart of it all, as ever.",
        "Today those who live with the choice are in the room, as ever.",
    ) == [
        ("same", "Today"),
        ("added", "those who live with the choice are in the room"),
        ("removed", "we put people at the heart of it all"),
        ("same", ", as ever."),
    ]


def test_an_endless_wording_is_shown_as_it_stands() -> None:
    long = "word " * 3_000

    assert differences(long, long + "more") == [Piece(long + "more")]


def test_the_view_says_what_changed_to_those_who_do_not_see_it(qtbot: QtBot) -> None:
    view = WordingView()
    qtbot.addWidget(view)
    view.show_pieces(differences("We share a budget.", "We share one pound."))

    assert view.accessibleName() == "We share one pound."
    assert view.accessibleDescription() == "added: one pound. removed: a budget"


def test_a_wording_grows_with_a_narrower_page(qtbot: QtBot) -> None:
    view = WordingView()
    qtbot.addWidget(view)
    view.show_pieces([Piece("We treat our budgets as one city pound " * 4)])

    assert view.heightForWidth(300) > view.heightForWidth(900) > 0
