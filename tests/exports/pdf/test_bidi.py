import pytest

from exports.pdf import bidi


def _drawn(text: str) -> str:
    levels = bidi.levels(text)
    order = bidi.visual_order(levels)
    return "".join(bidi.mirrored(text[place], levels[place]) for place in order)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("say אבג now", "say גבא now"),
        ("אבג 123 דה", "הד 123 גבא"),
        ("אבג (abc) ד", "ד (abc) גבא"),
        ("a (אב) c", "a (בא) c"),
        ("אב, abc!", "!abc ,בא"),
        ("אב 1,250 £5", "£5 1,250 בא"),
        ("سلام 12-34", "34-12 مالس"),
        ("", ""),
    ],
)
def test_text_is_drawn_in_the_order_of_its_directions(text: str, drawn: str) -> None:
    assert _drawn(text) == drawn


def test_a_paragraph_runs_the_way_of_its_first_letter() -> None:
    assert bidi.runs_right_to_left("12 אב abc")
    assert not bidi.runs_right_to_left("12 abc אב")
    assert not bidi.runs_right_to_left("12")


@pytest.mark.parametrize(("text", "mixed"), [("dŵr", False), ("a א", True), ("٢٠٢٦", True)])
def test_only_text_that_runs_back_is_mixed(text: str, mixed: bool) -> None:
    assert bidi.is_mixed(text) is mixed
