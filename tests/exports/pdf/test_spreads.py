"""Bars to both sides of one middle line, and minutes as planned and as it took, on the page."""

import pytest

from exports.blocks import Paragraph
from exports.pdf import render_pdf
from exports.pdf.compose import parts_of
from exports.pdf.parts import Row, Rows
from exports.pdf.spreads import Minutes, Sides, SpreadBar, timing_rows
from exports.pdf.tags import Element
from exports.pictures import PositionCode, Spread, SpreadRow, Timing, TimingRow
from exports.said import said
from exports.text import one_line

ALL: tuple[tuple[PositionCode, int], ...] = (
    ("agree", 7),
    ("reservation", 3),
    ("stand_aside", 2),
    ("need_more", 1),
    ("object", 2),
    ("abstain", 1),
    ("absent", 4),
)
SPREAD = Spread(
    (SpreadRow("Candour", ALL, "Not agreed"), SpreadRow("Speed", (("agree", 20),))), "x"
)
TIMING = Timing(
    (TimingRow("Open", 20, 26), TimingRow("Rounds", 40, None), TimingRow("Close", 10, 0)), "x"
)


def _bar(row: SpreadRow, *others: SpreadRow) -> tuple[SpreadBar, Sides]:
    sides = Sides(Spread((row, *others), "x"), 240)
    return SpreadBar(row, sides, 17), sides


def test_all_that_is_in_the_pictures_is_text_in_reading_order(document, reading) -> None:
    content = document(SPREAD, TIMING)
    text = reading(render_pdf(content)).text
    at = 0
    for words in said(content):
        at = text.index(one_line(words), at)


def test_what_blocks_is_left_of_the_middle_and_what_carries_right_of_it() -> None:
    bar, sides = _bar(SPREAD.rows[0])
    places = {code: (left, left + length) for code, _, left, length in bar.pieces}
    assert [code for code, *_ in bar.pieces] == [
        *("object", "need_more", "stand_aside", "abstain", "reservation", "agree")
    ]
    astride = (places["stand_aside"][0] + places["abstain"][1]) / 2
    assert astride == pytest.approx(sides.middle)
    assert places["need_more"][1] < sides.middle < places["reservation"][0]


def test_every_organisation_is_as_long_in_every_line() -> None:
    first, second = SPREAD.rows
    sides = Sides(SPREAD, 240)
    lengths = {
        round(length / count, 6)
        for row in (first, second)
        for _, count, _, length in SpreadBar(row, sides, 17).pieces
    }
    assert len(lengths) == 1


@pytest.mark.parametrize("against", [0, 1, 30, 200])
def test_no_line_leaves_the_width_and_both_sides_have_room(against: int) -> None:
    rows = (SpreadRow("1", (("object", against), ("agree", 30))), *SPREAD.rows)
    sides = Sides(Spread(rows, "x"), 240)
    assert 30 < sides.middle < 210
    for row in rows:
        pieces = SpreadBar(row, sides, 17).pieces
        assert min(left for _, _, left, _ in pieces) >= -0.001
        assert max(left + length for _, _, left, length in pieces) <= 240.001


def test_what_only_carries_begins_at_the_middle() -> None:
    sides = Sides(SPREAD, 240)
    ((_, _, left, _),) = SpreadBar(SPREAD.rows[1], sides, 17).pieces
    assert left == pytest.approx(sides.middle)


def test_who_was_not_here_has_no_part_of_the_bar_and_is_told(document, reading) -> None:
    bar, _ = _bar(SPREAD.rows[0])
    assert "absent" not in [code for code, *_ in bar.pieces]
    assert "Not agreed 4 not here" in reading(render_pdf(document(SPREAD))).text


def test_a_spread_in_which_nobody_stands_anywhere_is_drawn(document, reading) -> None:
    nobody = Spread((SpreadRow("Candour", ()), SpreadRow("Speed", (("absent", 3),))), "x")
    assert "Candour" in reading(render_pdf(document(nobody))).text


def test_forty_lines_of_forty_organisations_repeat_the_key_and_lose_none(document, reading) -> None:
    counts: tuple[tuple[PositionCode, int], ...] = (("agree", 30), ("object", 7), ("absent", 3))
    rows = tuple(SpreadRow(f"Value {n}.", counts, "Not agreed") for n in range(40))
    pages = reading(render_pdf(document(Spread(rows, "x")))).pages
    assert len(pages) > 1
    assert all("objects supports it not here" in page for page in pages)
    text = " ".join(pages)
    assert all(text.count(f"Value {n}.") == 1 for n in range(40))


def test_a_long_title_wraps_and_the_line_of_the_middle_runs_through_its_row(document) -> None:
    long = Spread((SpreadRow("A value with a name that goes on and on " * 3, ALL),), "x")
    (table,) = (part for part in parts_of(document(long))[0] if isinstance(part, Rows))
    title, bar, _ = table.rows[0].cells
    assert title.height > 40
    assert bar.height == title.height


def _minutes(timing: Timing) -> list[Minutes]:
    rows: list[Row] = list(timing_rows(timing, Element("Figure")).rows)
    return [cell for row in rows for cell in row.cells if isinstance(cell, Minutes)]


def test_the_axis_of_minutes_is_repeated_on_each_page(document, reading) -> None:
    rows = tuple(TimingRow(f"Step {n}.", 20 + n % 3, 25) for n in range(60))
    pages = reading(render_pdf(document(Timing(rows, "x")))).pages
    assert len(pages) > 1
    assert all("0 5 10 15 20 25" in page for page in pages)


def test_a_step_is_told_as_planned_and_as_it_took(document, reading) -> None:
    text = reading(render_pdf(document(TIMING))).text
    assert "Open 20 planned, took 26" in text
    assert "Rounds 40 planned, not begun" in text
    assert len(_minutes(TIMING)) == 3


@pytest.mark.parametrize("lines", range(34, 44, 3))
def test_the_key_of_minutes_stands_on_the_page_of_its_bars(document, reading, lines: int) -> None:
    filler = Paragraph("\n".join(["filler"] * lines))
    pages = reading(render_pdf(document(filler, TIMING))).pages
    (page,) = (page for page in pages if "as it took" in page)
    assert "Open 20 planned" in page


@pytest.mark.parametrize("title", ["m" * 3000, "word " * 2000])
def test_a_title_longer_than_a_page_goes_on_over_the_page(document, reading, title: str) -> None:
    spread = Spread((SpreadRow(title, ALL), SpreadRow("Candour", ALL)), "x")
    timing = Timing((TimingRow(title, 20, 26), TimingRow("Close", 1, 1)), "x")
    text = reading(render_pdf(document(spread, timing))).text
    assert text.replace(" ", "").count(title.replace(" ", "")[:20]) >= 2
    assert "Candour" in text
    assert "Close" in text
