"""Where a known name stands in words, and the words without it."""

import random

import pytest

from facilitator.names import (
    looks_like_a_person,
    of_organisations,
    of_people,
    replaced,
    without,
)

ANN = of_people(["Dr Ann Thistlewood"])


def taken_out(text: str, names=ANN) -> str:
    return without(text, names.found_in(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Ann Thistlewood.", "Ask [name] [name]."),
        ("ask ann thistlewood", "ask [name] [name]"),
        ("ANN THISTLEWOOD’s idea", "[name] [name]’s idea"),
        ("Thistlewood said so", "[name] said so"),
        ("What Ann said", "What [name] said"),
        ("(Thistlewood)", "([name])"),
        ("Ann\nThistlewood", "[name]\n[name]"),
        ("Planning starts in the annex", "Planning starts in the annex"),
        ("a field of thistlewood", "a field of thistlewood"),
        ("Dr Shah and the doctor", "Dr Shah and the doctor"),
    ],
)
def test_a_name_goes_and_the_words_around_it_stay(text: str, left: str) -> None:
    assert taken_out(text) == left


@pytest.mark.parametrize(
    "name", ["Zoë Åkesson", "Siân ap Rhys", "أمينة حداد", "O’Brien-Wynn", "李 小龍"]
)
def test_names_of_every_script_are_found(name: str) -> None:
    left = taken_out(f"We heard {name} today.", of_people([name]))

    assert name not in left
    assert left.startswith("We heard [name]")
    assert left.endswith(" today.")


def test_a_name_is_found_without_its_accents() -> None:
    assert taken_out("Zoe Akesson", of_people(["Zoë Åkesson"])) == "[name] [name]"


def test_an_everyday_word_is_a_name_only_beside_the_rest_of_it() -> None:
    names = of_people(["Will May"])

    assert taken_out("Will May pay? We will in May.", names) == "[name] [name] pay? We will in May."


def test_a_particle_is_no_name() -> None:
    assert taken_out("Van hire, ask Berg", of_people(["Jan van Berg"])) == "Van hire, ask [name]"


def test_what_was_taken_out_stays_so_and_other_words_keep_their_places() -> None:
    once = without("Ask Ann Thistlewood and Ben", (1, 2))

    assert without(once, (1, 2)) == once
    assert without(once, (4,)) == "Ask [name] [name] and [name]"


def test_in_whatever_order_words_are_taken_out_it_comes_to_the_same() -> None:
    text = "Ann, Ben’s aunt — and Cara O’Dea’s — rang Ann."
    places = [(0,), (1,), (5, 6), (10,), (0, 10)]
    ends = set()
    for seed in range(30):
        shuffled = random.Random(seed).sample(places, len(places))
        left = text
        for each in shuffled:
            left = without(left, each)
        ends.add(left)

    assert len(ends) == 1
    assert "Ann" not in ends.pop()


def test_places_beyond_the_text_are_nothing() -> None:
    assert without("", (0, 7)) == ""


@pytest.mark.parametrize("words", ["Ann Price", "Siân ap Rhys", "Jan van der Berg", "Thistlewood"])
def test_a_person_in_free_words_is_told(words: str) -> None:
    assert looks_like_a_person(words)


@pytest.mark.parametrize(
    "words",
    ["Head of Care", "the night team", "Finance Director", "", "May", "all who were there"],
)
def test_a_post_is_no_person(words: str) -> None:
    assert not looks_like_a_person(words)


def test_a_run_of_words_of_a_name_is_replaced_by_one_mark() -> None:
    names = of_organisations(["Ellerport City Council", "ECC"])
    text = "Ellerport City Council pays; ECC hosts. Ellerport gains."

    assert replaced(text, names, "[us]") == "[us] pays; [us] hosts. Ellerport gains."


def test_two_names_beside_each_other_are_two_marks() -> None:
    names = of_organisations(["Alder", "Beech"])

    assert replaced("Alder, Beech and we", names, "[us]") == "[us], [us] and we"
