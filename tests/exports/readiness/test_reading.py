"""Counted by hand, and held against published examples."""

import pytest

from exports.readiness.reading import HARD, reading_age, sentences, syllables, words_of

GETTYSBURG = (
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, "
    "conceived in Liberty, and dedicated to the proposition that all men are created equal. "
    "Now we are engaged in a great civil war, testing whether that nation, or any nation so "
    "conceived and so dedicated, can long endure. We are met on a great battle-field of that war."
)

BY_HAND = """
very 2 only 2 many 2 open 2 money 2 agreed 2 table 2 tables 2 people 2 little 2 home 1 homes 1
houses 2 wanted 2 helped 1 moved 1 handled 2 called 1 science 2 react 2 area 3 idea 3 being 2
seeing 2 create 2 created 3 society 4 community 4 organisation 5 reservation 4 responsible 4 the 1
every 2 quiet 2 diet 2 poem 2 via 2 hospital 3 alcohol 3 mental 2 health 1 policing 3 council's 2
members 2 drugs 1 losses 2 reasons 2 decision 3 November 3 whole 1 rules 1 changes 2 voice 1
watches 2 don't 1 didn't 2 can't 1 we'll 1 accountable 4 interoperability 8 social 2 nation 2
patient 2 million 2 union 2 Australian 3 lion 2 radio 3
serious 3 period 3 safely 2 careful 2 sometimes 2 therefore 2
homelessness 3 statement 2 wellbeing 3 neighbourhoods 3 budget 2 business 2 area's 3 sea 1 years 1
"""


@pytest.mark.parametrize(
    ("word", "count"),
    [(w, int(n)) for w, n in zip(BY_HAND.split()[::2], BY_HAND.split()[1::2], strict=True)],
)
def test_syllables_are_as_a_person_counts_them(word, count) -> None:
    assert syllables(word) == count


def test_letters_and_figures_are_said_one_by_one() -> None:
    assert [syllables(word) for word in ("NHS", "ICB", "WHO", "VCSE", "48", "2026", "£27,000")] == [
        3,
        3,
        5,
        4,
        2,
        4,
        4,
    ]


def test_a_capital_for_stress_is_a_word_as_any_other() -> None:
    assert syllables("TOGETHER") == syllables("together") == 3


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        # Published with the formula in many places: 6 words and 6 syllables, 13 and 24.
        ("The cat sat on the mat.", 0.0),
        (
            "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
            11.3,
        ),
        # By hand: 3 sentences, 74 words, 107 syllables.
        (GETTYSBURG, 0.39 * 74 / 3 + 11.8 * 107 / 74 - 15.59),
    ],
)
def test_the_age_is_the_published_grade_and_five(text, grade) -> None:
    assert reading_age(text).age == pytest.approx(grade + 5, abs=1.0)


def test_sentences_end_where_they_end() -> None:
    text = (
        "Dr. Moss and J. Roe, e.g. at St. Anne’s, paid £2.5 m. Did they? “Yes!” They did… Then 3 "
        "left."
    )
    assert list(sentences(text)) == [
        "Dr. Moss and J. Roe, e.g. at St. Anne’s, paid £2.5 m.",
        "Did they?",
        "“Yes!”",
        "They did…",
        "Then 3 left.",
    ]


def test_a_line_without_a_full_stop_is_a_sentence_of_its_own() -> None:
    listed = "We will\n• open one door\n• share one purse\n\nThat is all."
    assert reading_age(listed).sentences == 4
    assert reading_age(listed).age < reading_age(listed.replace("\n", " ")).age


def test_a_bullet_or_a_dash_is_no_word() -> None:
    assert list(words_of("• long-term – don’t pay £27,000.50 · yes")) == [
        "long",
        "term",
        "don’t",
        "pay",
        "27,000.50",
        "yes",
    ]


@pytest.mark.parametrize("text", ["", "  \n ", "…", "—\n•"])
def test_without_words_there_is_no_age(text) -> None:
    assert (reading_age(text).age, reading_age(text).hardest) == (0.0, ())


def test_no_text_reads_below_the_age_of_a_child_at_school() -> None:
    assert reading_age("Go. Run. Sit.").age == 5.0


def test_a_short_text_is_known_as_one() -> None:
    assert reading_age("We share one purse.").short
    assert not reading_age("We share one purse. " * 10).short


LONG = "We will tell you " + "and tell you and tell you " * 6 + "what came of it."
LEARNED = "Organisational interdependencies necessitate transformational accountability."


def test_the_hardest_sentences_are_marked_the_hardest_first() -> None:
    reading = reading_age(f"We share. {LONG} We pay. {LEARNED}")
    assert [each.text for each in reading.hardest] == [LEARNED, LONG]
    learned, long = reading.hardest
    assert learned.long_words == (
        "Organisational",
        "interdependencies",
        "necessitate",
        "transformational",
        "accountability",
    )
    assert (long.words, long.long_words) == (44, ())
    assert learned.age > long.age >= HARD


def test_no_more_than_three_are_marked() -> None:
    assert len(reading_age(f"{LEARNED} " * 5).hardest) == 3


def test_one_long_word_in_a_few_is_no_hard_sentence() -> None:
    assert reading_age("We report back in November 2026.").hardest == ()


def test_other_scripts_and_one_endless_word_are_no_stumble() -> None:
    for text in ("Мы делимся. Ми раді.", "مرحبا بكم", "é" * 5000, "a.b.c.d", "Ff" * 3000):
        assert reading_age(text).words > 0


def test_a_word_of_three_syllables_is_a_long_one() -> None:
    months = " and in ".join(("May", "June", "March", "July", "May", "June"))
    (hard,) = reading_age(
        f"We will look at the hospital and the money we need in {months}."
    ).hardest
    assert hard.long_words == ("hospital",)
