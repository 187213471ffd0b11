"""A story too long for the wall: as large as it fits, then whole sentences, never half a word."""

import pytest

from ui.room.blocks import TextBlock
from ui.room.fit import Fitter
from ui.room.layout import SMALLEST, RoomLayout
from ui.room.view import RoomView
from ui.theme.fonts import font
from ui.theme.palette import apply_theme
from ui.widgets.paragraph import Limits, Paragraph

SENTENCE = (
    "The hospital wants to close ten beds before the winter, and nobody has told the wards yet."
)


@pytest.fixture
def shown(qapp):
    """`shown(view)`: the text of the story on a wall of 1080 lines, and its size in pixels."""
    apply_theme(qapp)

    def lay_out(view: RoomView) -> tuple[str, int, bool]:
        fitter = Fitter()
        texts = [b for b in RoomLayout(1920, 1080, fitter).blocks(view) if isinstance(b, TextBlock)]
        block = texts[0]
        limits = Limits(block.place[2], block.leading, 0, block.place[3])
        sizes = (block.smallest, block.largest)
        words, size = fitter.fit(block.text, limits, *sizes, block.weight)
        assert block.place[1] + words.height <= 1080 - 190 - (0 if not view.note else 100)
        return block.text, size, words.elided

    return lay_out


@pytest.mark.parametrize("note", ["", "This story touches on: Hospital care of an older relative"])
def test_three_hundred_words_stand_whole_on_the_wall(shown, note: str) -> None:
    story = " ".join([SENTENCE] * 18)
    assert len(story.split()) > 290
    text, size, elided = shown(RoomView("Ward 9", story, note, summary="Anyone may say: Pause"))
    assert (text, elided) == (story, False)
    assert size >= SMALLEST


def test_a_story_of_a_hundred_words_is_as_large_as_before(shown) -> None:
    _, size, elided = shown(RoomView("Ward 9", " ".join([SENTENCE] * 6), summary="Pause"))
    assert not elided
    assert size > SMALLEST + 8


def test_what_does_not_fit_even_so_ends_with_a_whole_sentence(shown) -> None:
    text, size, elided = shown(RoomView("Ward 9", " ".join([SENTENCE] * 60), summary="Pause"))
    assert text.endswith("the wards yet. …")
    assert len(text) > 10 * len(SENTENCE)
    assert (size, elided) == (SMALLEST, False)


@pytest.mark.parametrize("lines", [1, 2, 5])
def test_words_that_are_cut_are_never_cut_in_two(qapp, lines: int) -> None:
    text = "immediately " * 400
    cut = Paragraph(text, font(28), Limits(1700, 1.3, lines))
    assert cut.elided
    assert cut._layout.text().removesuffix("…").split()[-1] == "immediately"
