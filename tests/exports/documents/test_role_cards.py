"""Role cards: what a player may know at the beginning, on one page each; observers; slips."""

import datetime
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from exports.blocks import OnePage
from exports.documents.role_cards import check_in_slips, role_cards
from exports.pdf import render_pdf
from exports.said import said
from facilitator.attribution import choose_for_all
from facilitator.guide import load_guide
from facilitator.guide.scenario import ScenarioPack
from facilitator.stages.rehearsal import casting
from facilitator.workshop import Workshop

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
Do = Callable[..., Any]
Read = Callable[[bytes], Any]


def _pages(workshop: Workshop, reading: Read, rehearsal: str = "R") -> list[str]:
    return list(reading(render_pdf(role_cards(workshop, rehearsal, MADE))).pages)


def test_a_card_says_the_part_who_plays_it_and_what_they_may_know(
    rehearsed: Workshop, reading: Read
) -> None:
    card = _pages(rehearsed, reading)[0]
    for words in (
        "The long night · for Ilka0 Councilx",
        "Ward sister",
        "You have run this ward for ten years.",
        "The ward is full, and the cameras are outside.",
        "24 beds",
        "A promise",
        "What I know",
        "What I want",
        "What I am afraid of",
        "The first thing I will say",
        "Anyone may say: “Pause please”. Then everything stops.",
        "You may put this part down at any time.",
    ):
        assert words in card


def test_nothing_that_arrives_is_on_a_card(rehearsed: Workshop, reading: Read) -> None:
    text = " ".join(_pages(rehearsed, reading))
    assert [i.text for i in rehearsed.rehearsals["R"].pack.injects if i.text in text] == []


def test_a_part_that_nobody_plays_has_a_card_without_a_name(
    rehearsed: Workshop, reading: Read
) -> None:
    card = _pages(rehearsed, reading)[1]
    assert card.startswith("The long night Reporter")


def test_a_part_that_was_added_has_a_card(rehearsed: Workshop, do: Do, reading: Read) -> None:
    do(casting.give_role, "R", "A neighbour", "Hospital0")
    pages = _pages(rehearsed, reading)
    assert len(pages) == 4
    assert "for Ilka0 Hospitalx A neighbour" in pages[2]


def test_names_may_be_left_off(rehearsed: Workshop) -> None:
    assert "Ilka" not in "\n".join(said(role_cards(rehearsed, "R", MADE, named=False)))


@pytest.mark.parametrize("choice", ["organisation", "unattributed"])
def test_names_stand_on_no_card_where_nobody_is_quoted_by_name(
    rehearsed: Workshop, do: Do, choice: str
) -> None:
    do(choose_for_all, choice)
    assert "Ilka" not in "\n".join(said(role_cards(rehearsed, "R", MADE)))


def test_an_observer_has_their_task(rehearsed: Workshop, reading: Read) -> None:
    card = _pages(rehearsed, reading)[2]
    assert "for Ilka0 Voicex Observer Watch for Who is heard last?" in card
    assert "Anyone may say: “Pause please”." in card


def test_an_observer_without_a_task_can_write_one(
    rehearsed: Workshop, do: Do, reading: Read
) -> None:
    do(casting.ask_observer, "R", "Voice0", "")
    assert "Observer I watch for You watch" in _pages(rehearsed, reading)[2]


def test_a_scenario_without_parts_and_observers_is_a_page_that_says_so(
    workshop: Workshop, do: Do, pack: ScenarioPack, reading: Read
) -> None:
    do(casting.choose_scenario, msgspec.structs.replace(pack, roles=()), rehearsal_id="R")
    (page,) = _pages(workshop, reading)
    assert "This scenario has no parts, and nobody observes it yet." in page


@pytest.mark.parametrize("pack_id", sorted(load_guide().packs))
def test_every_card_of_a_pack_that_ships_is_one_page(
    workshop: Workshop, do: Do, reading: Read, pack_id: str
) -> None:
    shipped = load_guide().packs[pack_id]
    do(casting.choose_scenario, shipped, rehearsal_id="R")
    pages = _pages(workshop, reading)
    assert [role in page for role, page in zip(shipped.roles, pages, strict=True)] == [
        True for _ in shipped.roles
    ]


def test_a_long_situation_goes_on_and_loses_no_word(
    workshop: Workshop, do: Do, pack: ScenarioPack, reading: Read
) -> None:
    told = " ".join(f"word{number}" for number in range(2000))
    long = msgspec.structs.replace(pack, situation=told, roles=("Ward sister", "Reporter"))
    do(casting.choose_scenario, long, rehearsal_id="R")
    pages = _pages(workshop, reading)
    starts = [at for at, page in enumerate(pages) if page.startswith("The long night")]
    assert len(starts) == 2
    first = " ".join(pages[: starts[1]])
    assert [word for word in told.split() if f"{word} " not in first] == []
    assert "You may put this part down at any time." in pages[starts[1] - 1]


def test_each_card_is_a_block_of_its_own(rehearsed: Workshop) -> None:
    blocks = role_cards(rehearsed, "R", MADE).blocks
    assert [type(block) for block in blocks] == [OnePage, OnePage, OnePage]


@pytest.mark.parametrize(("people", "pages"), [(1, 2), (8, 2), (9, 4), (0, 4)])
def test_slips_are_enough_for_everybody_before_and_afterwards(
    rehearsed: Workshop, reading: Read, people: int, pages: int
) -> None:
    assert len(rehearsed.members) == 9
    found = reading(render_pdf(check_in_slips(rehearsed, "R", MADE, people))).pages
    assert len(found) == pages
    assert [page.count("Before · The long night") for page in found] == [8] * (pages // 2) + [0] * (
        pages // 2
    )
    assert all(page.count("Ring a number 1 2 3 4 5 at ease tense") == 8 for page in found)


def test_a_long_title_is_shortened_on_a_slip_and_not_cut(
    workshop: Workshop, do: Do, pack: ScenarioPack, reading: Read
) -> None:
    title = "A night that would not end for anybody who was there, and for some who were not"
    do(casting.choose_scenario, msgspec.structs.replace(pack, title=title), rehearsal_id="R")
    text = reading(render_pdf(check_in_slips(workshop, "R", MADE))).text
    assert text.count("Afterwards · A night that would not end for anybody…") == 8
