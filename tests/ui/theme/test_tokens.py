"""The contrast of every pair of colours in use."""

import pytest

from ui.theme.tokens import CALM, DARK, INJECT, LIGHT, PAPER, POSITIONS, Tokens, contrast

ROOMS = {"dark": DARK, "paper": PAPER, "inject": INJECT, "calm": CALM}

CONSOLE_TEXT = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "rail"),
    ("ink", "deep_soft"),
    ("mute", "paper"),
    ("mute", "card"),
    ("mute", "rail"),
    ("mute", "deep_soft"),
    ("deep", "paper"),
    ("deep", "rail"),
    ("deep", "deep_soft"),
    ("on_deep", "deep"),
    ("on_accent", "accent"),
    ("accent", "card"),
    ("accent", "paper"),
    ("on_accent_soft", "accent_soft"),
    ("gold", "gold_soft"),
    # The ground of the past.
    ("ink", "gold_soft"),
    ("mute", "gold_soft"),
    ("deep", "gold_soft"),
    ("will", "gold_soft"),
    ("will_not", "gold_soft"),
    ("will", "paper"),
    ("will_not", "paper"),
]
CONSOLE_MARKS = [
    ("deep", "card"),
    ("deep", "line"),
    ("accent", "card"),
    ("dot", "rail"),
    ("dot", "gold_soft"),
]
ROOM_TEXT = [
    ("ink", "paper"),
    ("mute", "paper"),
    ("deep", "paper"),
    ("accent", "paper"),
    ("will", "paper"),
    ("will_not", "paper"),
    ("ink", "card"),
    ("mute", "card"),
    ("on_lit", "lit"),
    ("on_lit_mute", "lit"),
    ("ink", "rail"),
]


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), CONSOLE_TEXT)
def test_text_on_the_console_can_be_read(text: str, ground: str) -> None:
    assert contrast(getattr(LIGHT, text), getattr(LIGHT, ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), CONSOLE_MARKS)
def test_marks_on_the_console_can_be_seen(mark: str, ground: str) -> None:
    assert contrast(getattr(LIGHT, mark), getattr(LIGHT, ground)) >= 3


@pytest.mark.parametrize("tone", ROOMS)
@pytest.mark.parametrize(("text", "ground"), ROOM_TEXT)
def test_text_on_the_rooms_screen_can_be_read_from_the_back(
    tone: str, text: str, ground: str
) -> None:
    tokens: Tokens = ROOMS[tone]
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("tone", ["paper", "dark", "calm"])
def test_words_that_came_or_went_can_be_read_from_the_back(tone: str) -> None:
    tokens: Tokens = ROOMS[tone]
    assert contrast(tokens.ink, tokens.deep_soft) >= 7
    assert contrast(tokens.on_accent_soft, tokens.accent_soft) >= 7


@pytest.mark.parametrize("tone", ROOMS)
def test_the_ring_of_the_rooms_clock_stands_out_from_its_track(tone: str) -> None:
    assert contrast(ROOMS[tone].deep, ROOMS[tone].line) >= 3


@pytest.mark.parametrize("look", POSITIONS, ids=lambda look: look.code)
def test_the_word_of_a_position_can_be_read_on_its_colour(look) -> None:
    assert contrast(look.on_soft, look.soft or LIGHT.card) >= 4.5
    assert contrast(look.on_colour, look.colour or LIGHT.rail) >= 4.5
    if look.room_colour:
        assert contrast(look.on_room, look.room_colour) >= 7


def test_every_position_but_absence_has_a_symbol_and_each_has_a_word() -> None:
    assert {look.code for look in POSITIONS if not look.symbol} == {"absent"}
    assert len({look.word for look in POSITIONS}) == 7
