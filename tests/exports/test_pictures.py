import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.pictures import Feelings, Felt, Strain


@given(first=st.integers(0, 600), span=st.integers(0, 2000))
def test_a_few_minutes_are_named_and_all_lie_in_the_play(first: int, span: int) -> None:
    ticks = Strain((), first, first + span, "In words").ticks
    assert 1 <= len(ticks) <= 8
    assert list(ticks) == sorted(set(ticks))
    assert first <= ticks[0] <= ticks[-1] <= first + span


def test_the_minutes_that_are_named_are_round() -> None:
    assert Strain((), 28, 95, "In words").ticks == (30, 40, 50, 60, 70, 80, 90)


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_picture_without_words_is_refused(alt: str) -> None:
    with pytest.raises(ValueError, match="needs words"):
        Feelings((), alt)
    with pytest.raises(ValueError, match="needs words"):
        Strain((), 0, 1, alt)


def test_what_cannot_be_told_of_feelings_is_said() -> None:
    assert Felt("Before", 17, 3.118).told == "3.1"
    assert Felt("Before", 2).told == "Too few to tell more"
    assert Felt("Before", 0).told == "Nobody checked in"
    assert (Felt("Before", 1).counted, Felt("Before", 2).counted) == ("1 check-in", "2 check-ins")
