import pytest

from exports.blocks import Run
from exports.pdf.parts import Lines
from exports.pdf.scale import BODY
from exports.pdf.setting import Setting


def _lines(words, width: float = 200.0) -> list[str]:
    setting = Setting(words, BODY, width)
    assert all(setting.line_width(line) <= width for line in setting.lines)
    return [setting.text[start:end] for start, end in setting.lines]


def test_a_line_end_begins_a_new_line() -> None:
    assert _lines("one\ntwo\n\nthree") == ["one", "two", "", "three"]


def test_words_fill_the_width_and_no_more() -> None:
    lines = _lines("the hard number first to each other and to the city")
    assert len(lines) == 2
    assert " ".join(lines) == "the hard number first to each other and to the city"


def test_a_word_that_changes_weight_within_is_not_parted() -> None:
    words = ("the hard number first to ", Run("each", bold=True), "other-and-more")
    assert _lines(words)[-1] == "eachother-and-more"


def test_a_word_wider_than_the_line_is_cut_and_loses_no_letter() -> None:
    lines = _lines("a " + "w" * 100 + " b")
    assert lines[0] == "a"
    assert "".join(lines) == "a" + "w" * 100 + " b"


def test_spaces_beside_each_other_are_one() -> None:
    assert _lines("one   two") == ["one two"]


@pytest.mark.parametrize(("lines", "upper"), [(10, 5), (6, 4), (4, 2), (3, None)])
def test_no_line_of_a_divided_paragraph_stands_alone(lines: int, upper: int | None) -> None:
    part = Lines(Setting("\n".join("abcdefghij"[:lines]), BODY, 200.0))
    pieces = part.split(5.5 * BODY.leading)
    heights = pieces and [round(piece.height / BODY.leading) for piece in pieces]
    assert heights == (upper and [upper, lines - upper])
