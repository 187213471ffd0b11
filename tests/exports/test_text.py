import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.text import clean, one_line


def test_direction_overrides_and_controls_are_dropped() -> None:
    assert clean("inv\u202egnp.exe\u202c\u0000\u200b\ufeff") == "invgnp.exe"


def test_a_letter_keeps_four_marks_at_most() -> None:
    assert clean("q" + "\u0323" * 9 + "a") == "q" + "\u0323" * 4 + "a"


def test_letters_are_composed() -> None:
    assert clean("w\u0302") == "ŵ"


def test_the_non_joiner_stays_between_arabic_letters_only() -> None:
    assert clean("می\u200cخواهم a\u200cb") == "می\u200cخواهم ab"


def test_line_ends_of_every_kind_become_one_kind() -> None:
    assert clean("a\r\nb\u2028c\rd") == "a\nb\nc\nd"


def test_a_lone_surrogate_is_made_visible() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


def test_emoji_lose_only_what_chooses_colour() -> None:
    assert clean("👍🏽 ☺\ufe0f") == "👍 ☺"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["a \n b", " a  b "])
def test_white_space_is_one_space(text: str) -> None:
    assert one_line(text) == "a b"
