"""What changed between two wordings."""

import time

import pytest

from facilitator.wording_diff import (
    Piece,
    _words,
    around_changes,
    compare,
    differences,
)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(p.change, p.text.strip()) for p in differences(before, after) if p.text.strip()]


def test_the_same_wording_has_no_differences() -> None:
    assert differences("One city pound.", "One city pound.") == (Piece("One city pound."),)


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


def test_only_what_changed_in_a_very_long_wording_is_marked() -> None:
    long = "word " * 3_000

    assert list(differences(long + "end", long + "more end")) == [
        Piece("word " * 2_999 + "word"),
        Piece(" ", "added"),
        Piece("more", "added"),
        Piece(" end"),
    ]


def test_both_ends_of_a_long_wording_may_change() -> None:
    words = [f"w{at % 400}" for at in range(1_500)]
    found = compare(" ".join(["Old", *words, "end"]), " ".join(["New", *words, "last"]))

    assert (found.came, found.went, found.rewritten) == (2, 2, False)


def test_one_word_over_and_over_is_not_compared_for_long() -> None:
    before = "a " * 1_500 + "b"
    after = "c " + "a " * 1_400
    began = time.perf_counter()
    found = compare(before, after)

    assert time.perf_counter() - began < 1
    assert (found.came, found.went) == (1_401, 1_501)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Say it: “now”.", ["Say", " it", ":", " “", "now", "”", "."]),
        ("long-term, don’t", ["long-term", ",", " don’t"]),
        ("नमस्ते 👩\u200d👩\u200d👧 👍🏽!", ["नमस्ते", " 👩\u200d👩\u200d👧", " 👍🏽", "!"]),
        (" a\n\nb ", [" a", "\n\nb", " "]),
    ],
)
def test_no_letter_is_cut_where_words_are_parted(text: str, words: list[str]) -> None:
    pieces = [p.text for p in differences("", text)]
    assert "".join(pieces) == text
    assert list(_words(text)) == words


def test_words_that_came_and_went_are_counted() -> None:
    found = compare("We share a budget, and say so.", "We share one pound for all, and say so.")

    assert (found.came, found.went, found.rewritten) == (4, 2, False)


def test_a_change_of_signs_alone_counts_no_word() -> None:
    found = compare("We share; we say so.", "We share, we say so!")

    assert (found.came, found.went, found.changed) == (0, 0, True)


@pytest.mark.parametrize("after", ["One pound.", "One\npound."])
def test_the_same_words_are_unchanged(after: str) -> None:
    assert not compare("One pound.", after).changed


def test_a_wording_that_was_written_anew_stands_whole_before_the_old_one() -> None:
    found = compare("We put people first in all we do.", "Tell the city what it cost, on time.")

    assert found.rewritten
    assert [(p.text, p.change) for p in found.pieces if p.text.strip()] == [
        ("Tell the city what it cost, on time.", "added"),
        ("We put people first in all we do.", "removed"),
    ]


def test_a_first_wording_is_no_rewriting() -> None:
    assert not compare("", "We begin.").rewritten


def test_long_stretches_that_stayed_are_cut_to_what_stands_beside_a_change() -> None:
    words = [f"w{at}" for at in range(60)]
    pieces = differences(" ".join(words), " ".join([*words[:30], "new", *words[30:]]))
    short = around_changes(pieces, 2)

    assert "".join(p.text for p in short) == "… w28 w29 new w30 w31 …"


def test_what_is_all_the_same_is_not_cut() -> None:
    whole = Piece("word " * 100)

    assert around_changes([whole]) == (whole,)
