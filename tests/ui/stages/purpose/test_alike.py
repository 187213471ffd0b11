"""Which cards sound alike."""

import json
import subprocess
import sys
from itertools import combinations

import pytest

from facilitator.guide import ELLERPORT
from ui.stages.purpose.alike import MOST_CARDS, Ear, Group

ASKED = ("What does the city need that only we have the power to do?",)
PLAN = "One plan for every child from birth"
SAME_PLAN = "Every child has one plan, from before birth"
THIRD_PLAN = "Give each child a plan at birth"
LISTS = "Let nobody wait on two lists"
MONEY = "Move money between organisations within the year"
SAME_MONEY = "In-year money moved between our organisations"


def heard(loose, themes=None, asked=(), apart=frozenset(), ear=None) -> list[Group]:
    """What is heard in the end. Texts in a list are called a, b, c …"""
    if not isinstance(loose, dict):
        loose = dict(zip("abcdefghij", loose, strict=False))
    hearing = (ear or Ear()).hear(loose, themes or {}, asked, apart)
    while True:
        try:
            next(hearing)
        except StopIteration as done:
            return done.value


def test_two_cards_that_say_the_same_are_heard() -> None:
    assert heard([PLAN, LISTS, SAME_PLAN]) == [Group(("a", "c"))]


def test_a_word_in_another_form_is_the_same_word() -> None:
    assert heard(["Fund the carers properly", "Proper funding for a carer"]) == [Group(("a", "b"))]


def test_cards_that_share_one_word_are_not_alike() -> None:
    assert heard([PLAN, "Plan the buses"]) == []


def test_cards_that_share_only_words_that_say_nothing_are_not_alike() -> None:
    assert heard(["We should all do more of this", "We should all do less of that"]) == []


def test_the_words_of_the_question_make_no_cards_alike() -> None:
    cards = ["Give the city power over rents", "A city with power over its buses"]

    assert heard(cards) == [Group(("a", "b"))]
    assert heard(cards, asked=ASKED) == []


def test_numbers_are_words() -> None:
    assert heard(["Open at 7", "Open at 9"]) == []


def test_accents_and_capitals_do_not_keep_words_apart() -> None:
    assert heard(["Café Tŷ Newydd", "CAFE TY NEWYDD"]) == [Group(("a", "b"))]


def test_every_card_of_a_group_sounds_like_every_other() -> None:
    assert heard([PLAN, LISTS, SAME_PLAN, THIRD_PLAN]) == [Group(("a", "c", "d"))]


def test_cards_that_are_alike_only_through_a_third_are_not_put_together() -> None:
    chain = ["red house garden", "red house window door", "window door lock"]

    [group] = heard(chain)
    assert set(group.cards) != {"a", "b", "c"}


def test_a_card_that_is_as_much_like_another_group_is_left_out() -> None:
    one = ["warm homes tonight", "warm homes tonight please"]
    other = ["quick buses daily", "quick buses daily please"]
    between = "warm homes tonight quick buses daily"

    assert heard([*one, *other, between]) == [Group(("a", "b")), Group(("c", "d"))]


def test_a_card_is_heard_beside_the_theme_it_sounds_like() -> None:
    themes = {"t1": ("One purse", MONEY), "t2": ("Voice", "Ask people first")}

    assert heard([SAME_MONEY, LISTS], themes) == [Group(("a",), "t1")]


def test_a_card_that_is_nearly_as_much_like_two_themes_stays_loose() -> None:
    themes = {"t1": ("One purse", MONEY), "t2": ("Budgets", MONEY)}

    assert heard([SAME_MONEY], themes) == []


def test_what_was_put_aside_is_not_heard_again_when_another_card_comes() -> None:
    ear = Ear()
    [group] = heard([PLAN, SAME_PLAN], ear=ear)

    again = heard([PLAN, SAME_PLAN, THIRD_PLAN], apart=group.pairs, ear=ear)

    assert not any({"a", "b"} <= set(each.cards) for each in again)


def test_a_theme_that_was_put_aside_for_a_card_is_not_heard_again() -> None:
    themes = {"t1": ("One purse", MONEY)}
    [group] = heard([SAME_MONEY], themes)

    assert heard([SAME_MONEY, LISTS], themes, apart=group.pairs) == []


def test_the_surest_comes_first() -> None:
    groups = heard([LISTS, f"{LISTS} tonight", PLAN, SAME_PLAN])

    assert groups == [Group(("c", "d")), Group(("a", "b"))]


@pytest.mark.parametrize("text", ["", "—", "x" * 3_000, "word " * 600, "نبدأ 🏥 🏥"])
def test_strange_cards_are_heard_without_harm(text: str) -> None:
    assert heard([text, LISTS]) == []


def test_it_can_stop_after_every_text_and_go_on() -> None:
    texts = {str(n): f"{PLAN} number {n}" for n in range(200)}

    assert sum(1 for _ in Ear().hear(texts, {})) >= 2 * len(texts)


def test_of_very_many_cards_only_the_newest_are_compared() -> None:
    texts = {str(n): f"word{n} other{n}" for n in range(MOST_CARDS + 1)}

    assert heard({**texts, "0": PLAN, "last": SAME_PLAN}) == []


def test_in_ellerport_all_that_is_suggested_belongs_together() -> None:
    purpose = json.loads(ELLERPORT.read_text(encoding="utf-8"))["purpose"]
    pile = {card["id"]: card["cluster"] for card in purpose["contributions"]}
    texts = {card["id"]: card["text"] for card in purpose["contributions"]}
    right = wrong = 0
    for at, card in enumerate(texts):
        themes = {
            theme: (name, *(t for c, t in texts.items() if c != card and pile[c] == theme))
            for theme, name in purpose["clusters"].items()
        }
        for group in heard({card: texts[card]}, themes, tuple(purpose["prompts"].values())):
            right += group.theme == pile[card]
            wrong += group.theme != pile[card]
        assert at < len(pile)
    for group in heard(texts, asked=tuple(purpose["prompts"].values())):
        for one, other in combinations(group.cards, 2):
            right += pile[one] == pile[other]
            wrong += pile[one] != pile[other]

    assert right
    assert wrong == 0


def test_the_app_starts_without_the_stemmer() -> None:
    code = "import sys, ui.console.window; sys.exit('snowballstemmer' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
