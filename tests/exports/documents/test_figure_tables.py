"""Every figure has its data in a table."""

from exports.blocks import PositionBar, Table
from exports.documents.figure_tables import (
    bar_table,
    feelings_table,
    spread_table,
    strain_table,
    timing_table,
)
from exports.pictures import (
    Feelings,
    Felt,
    Spread,
    SpreadRow,
    Strain,
    StrainLine,
    Timing,
    TimingRow,
)


def _heads(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_a_spread_counts_each_side_of_the_middle_in_words() -> None:
    counts = (("agree", 1), ("reservation", 2), ("object", 1), ("need_more", 3), ("absent", 1))
    table = spread_table(Spread((SpreadRow("Candour", counts, "Not agreed"),), "x"))
    assert _heads(table) == ["Value", "Carry it", "Hold it back", "Not here", "Result"]
    assert table.rows == (
        (
            "Candour",
            "1 supports it\n2 with a reservation",
            "1 objects\n3 need an answer first",
            "1",
            "Not agreed",
        ),
    )
    assert table.header_column


def test_a_side_on_which_nobody_ever_stood_has_no_column() -> None:
    table = spread_table(Spread((SpreadRow("Round 1", (("agree", 4),)),), "x"), "Round")
    assert _heads(table) == ["Round", "Carry it"]


def test_a_line_with_nobody_on_one_side_says_nought() -> None:
    rows = (SpreadRow("1", (("agree", 4),)), SpreadRow("2", (("abstain", 1),)))
    assert spread_table(Spread(rows, "x")).rows == (
        ("1", "4 support it", "0"),
        ("2", "0", "1 abstains"),
    )


def test_a_bar_counts_each_position_that_somebody_took() -> None:
    table = bar_table(PositionBar((("agree", 8), ("object", 1), ("absent", 0)), "x"))
    assert table.rows == (("Support it", "8"), ("Object", "1"))


def test_timing_says_how_far_each_step_ran_over() -> None:
    rows = (
        TimingRow("Open", 20, 26),
        TimingRow("Themes", 10, 4),
        TimingRow("Rounds", 30, 30),
        TimingRow("Close", 5, None),
    )
    assert timing_table(Timing(rows, "x")).rows == (
        ("Open", "20", "26", "6 over"),
        ("Themes", "10", "4", "6 under"),
        ("Rounds", "30", "30", "As planned"),
        ("Close", "5", "Not begun", ""),
    )


def test_feelings_tell_no_more_in_the_table_than_in_the_picture() -> None:
    times = (Felt("Before", 6, 3.333, (("calm", 4),)), Felt("Afterwards", 2))
    assert feelings_table(Feelings(times, "x")).rows == (
        ("Before", "6", "3.3", "calm 4"),
        ("Afterwards", "2", "Too few to tell more", "None"),
    )


def test_strain_lists_the_minutes_under_each_verdict() -> None:
    lines = (StrainLine("Candour", ((41, "bent"), (12, "held"), (30, "bent")), "Bent"),)
    assert strain_table(Strain(lines, 12, 41, "x")).rows == (
        ("Candour", "12", "30, 41", "", "Bent"),
    )
