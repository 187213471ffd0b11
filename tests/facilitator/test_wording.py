"""Words as the room gave them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.events import Refused
from facilitator.wording import LONGEST, a_date, a_time, joined, shortened, tidy, wording

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


def test_an_accent_typed_apart_is_put_with_its_letter() -> None:
    assert tidy("cafe\u0301") == "caf\u00e9"


def test_an_accent_behind_a_hidden_mark_is_put_with_its_letter() -> None:
    assert tidy("cafe\u200b\u0301") == "caf\u00e9"


@pytest.mark.parametrize("mark", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\ufeff"])
def test_marks_that_hide_or_reorder_words_are_dropped(mark: str) -> None:
    assert tidy(f"pay {mark}100") == "pay 100"


def test_the_joiners_of_emoji_are_kept() -> None:
    assert tidy(FAMILY) == FAMILY


def test_arabic_and_welsh_are_kept_letter_by_letter() -> None:
    assert tidy("نبدأ من المدينة") == "نبدأ من المدينة"
    assert tidy("Tŷ cyn ysbyty") == "Tŷ cyn ysbyty"


def test_what_looks_like_markup_is_kept_as_it_is() -> None:
    assert tidy("<b>&<script>") == "<b>&<script>"


def test_lines_stay_and_space_at_their_ends_goes() -> None:
    assert tidy("  one  \r\n two \n\n") == "one\ntwo"


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b", "\x7f", "\x9b"])
def test_control_characters_are_dropped(control: str) -> None:
    assert tidy(f"a{control}b") == "ab"


def test_words_pasted_from_two_cells_of_a_table_stay_two_words() -> None:
    assert tidy("home\tsooner") == "home sooner"


def test_half_a_character_is_dropped_so_that_the_rest_can_be_kept() -> None:
    assert tidy("a\ud83db") == "ab"


@settings(deadline=None, max_examples=100)
@given(st.text(st.characters()))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)

    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\u202e"])
def test_nothing_is_refused_in_the_words_of_the_command(text: str) -> None:
    with pytest.raises(Refused, match="Write something first"):
        wording(text, "Write something first.")


def test_the_longest_text_is_kept_and_one_more_character_is_refused() -> None:
    assert len(wording("x" * LONGEST, "")) == LONGEST == 20_000
    with pytest.raises(Refused) as caught:
        wording("x" * (LONGEST + 1), "")
    assert caught.value.reason == (
        "That is 20,001 characters; one piece of text holds 20,000. "
        "Nothing was kept. Split it and try again."
    )


def test_a_date_is_given_back_in_its_full_form() -> None:
    assert a_date(" 2026-11-23 ") == "2026-11-23"


def test_a_date_that_is_none_is_refused_in_plain_words() -> None:
    with pytest.raises(Refused) as caught:
        a_date("next week")
    assert caught.value.reason == "“next week” is not a date. Write it like 23 Nov 2026."


def test_a_missing_date_is_asked_for() -> None:
    with pytest.raises(Refused, match=r"Name a date\."):
        a_date("")


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_listed_as_a_person_would(names: list[str], words: str) -> None:
    assert joined(names) == words


@pytest.mark.parametrize("text", ["2026-03-18", "2026-03-19", "2030-01-01"])
def test_today_and_later_are_still_to_come(text: str) -> None:
    assert a_date(text, today="2026-03-18") == text


def test_a_day_that_is_past_is_refused_with_the_day_of_today() -> None:
    with pytest.raises(Refused) as caught:
        a_date("2025-11-23", today="2026-03-18")
    assert caught.value.reason == (
        "23 November 2025 is past: today is 18 March 2026. Name a day that is still to come."
    )


def test_a_day_that_was_kept_already_may_be_past() -> None:
    assert a_date("2025-11-23", today="2026-03-18", kept="2025-11-23") == "2025-11-23"


def test_a_time_may_be_said_in_any_words() -> None:
    assert a_time(" after lunch ", "2026-03-18") == "after lunch"


def test_a_time_that_is_a_past_day_is_refused() -> None:
    with pytest.raises(Refused, match="is past"):
        a_time("2026-03-17", "2026-03-18")


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("One purse", 9, "One purse"),
        ("One front door for drugs", 16, "One front door…"),
        ("One front door for drugs", 15, "One front door…"),
        ("One front door for drugs", 14, "One front…"),
        ("A Llanfairpwllgwyngyll", 12, "A Llanfairp…"),
        ("two\n lines", 20, "two lines"),
    ],
)
def test_a_long_text_is_cut_between_words_where_there_are_some(
    text: str, most: int, shown: str
) -> None:
    assert shortened(text, most) == shown
    assert len(shown) <= most
