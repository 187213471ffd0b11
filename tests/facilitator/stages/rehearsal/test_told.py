"""The pictures of a rehearsal in words."""

from facilitator.stages.rehearsal.feeling import Together
from facilitator.stages.rehearsal.observing import StrainChart, StrainRow
from facilitator.stages.rehearsal.told import feelings_in_words, strain_in_words

NONE = Together(0, None, ())


def test_feelings_are_told_with_their_means_the_words_of_three_and_the_way_they_went() -> None:
    before = Together(17, 3.1176, (("calm", 4), ("torn", 3)))
    after = Together(18, 2.5, ())
    assert feelings_in_words(before, after) == (
        "Before: 17 check-ins, the mean 3.1 on a scale from 1, at ease, to 5, tense. "
        "Said by three or more: calm 4, torn 3. "
        "Afterwards: 18 check-ins, the mean 2.5 on a scale from 1, at ease, to 5, tense. "
        "No word was said by three or more. "
        "The room was more at ease afterwards, by 0.6."
    )


def test_too_few_check_ins_are_only_counted() -> None:
    assert feelings_in_words(Together(2, None, ()), Together(1, None, ())) == (
        "Before: 2 check-ins, too few to tell more. Afterwards: 1 check-in, too few to tell more."
    )


def test_where_nobody_checked_in_that_is_all() -> None:
    assert feelings_in_words(NONE, NONE) == "Nobody checked in."
    assert feelings_in_words(NONE, Together(3, 5.0, ())).startswith("Before, nobody checked in.")


def test_a_room_that_got_tenser_or_stayed_as_it_was_is_said_to() -> None:
    two, also_two, four = (Together(3, mean, ()) for mean in (2.0, 2.04, 4.0))
    assert feelings_in_words(two, four).endswith("The room was tenser afterwards, by 2.0.")
    assert feelings_in_words(two, also_two).endswith("The room was as tense afterwards as before.")


def test_strain_tells_each_value_with_its_minutes_and_its_verdict() -> None:
    chart = StrainChart(
        (
            StrainRow("a", "Candour", ((12, "held"), (30, "bent"), (41, "broke")), "broke", 41),
            StrainRow("b", "One pound", ((56, "held"),), "held", 56),
            StrainRow("c", "No surprises", ((9, "bent"), (11, "held"))),
            StrainRow("d", "Stay", (), "held", None),
        ),
        9,
        56,
    )
    assert strain_in_words(chart) == (
        "“Candour” held at minute 12, bent at minute 30 and broke at minute 41. "
        "The verdict: it broke, at minute 41. "
        "“One pound” held, at minute 56. "
        "“No surprises” bent at minute 9 and held at minute 11; there is no verdict yet. "
        "“Stay” held."
    )


def test_without_strain_the_words_say_that() -> None:
    assert strain_in_words(StrainChart((), 0, 0)) == "No value was seen under strain."
