import unicodedata

import pytest

from exports.pdf.arabic import joined


def _kinds(text: str) -> list[str]:
    return [unicodedata.decomposition(char).split()[0].strip("<>") for char in joined(text)]


def test_letters_take_the_form_of_their_place() -> None:
    assert _kinds("بيت") == ["initial", "medial", "final"]


def test_a_letter_that_does_not_join_on_ends_the_group() -> None:
    assert _kinds("دار") == ["isolated", "isolated", "isolated"]


def test_lam_and_alef_become_one() -> None:
    assert joined("بلا") == "\ufe91\ufefc"


def test_letters_join_across_their_marks() -> None:
    assert joined("بَت") == "\ufe91\u064e\ufe96"


def test_the_non_joiner_parts_letters_and_goes() -> None:
    assert joined("می\u200cخ") == "\ufee3\ufbfd\ufea5"


@pytest.mark.parametrize("text", ["", "plain words", "\u064e", "ab 12"])
def test_other_text_is_left_alone(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize("text", ["مرحبا بالعالم", "یہ ہماری ذمہ داری ہے", "الإسلام ٢٠٢٦"])
def test_joined_letters_are_the_same_letters(text: str) -> None:
    assert unicodedata.normalize("NFKC", joined(text)) == text
