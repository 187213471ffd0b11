"""The rows of a table: as tall as their words, and measured again only where these changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import FACES, load_other_faces
from ui.theme.palette import apply_theme
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow

COLUMNS = (Column("Who"), Column("What", 2.0))
SHORT, LONG = "Only so.", "Only so, and for as long as the night service is told of it. " * 4


def row(name: str, words: str) -> TableRow:
    return TableRow(name, (Cell(name), Cell(words)))


@pytest.fixture
def table(qtbot, qapp: QApplication) -> Iterator[HairlineTable]:
    """Three rows of which the second has many words."""
    apply_theme(qapp)
    made = HairlineTable("Table", scrolls=True)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show_rows(COLUMNS, [row("a", SHORT), row("b", LONG), row("c", SHORT)])
    made.show()
    yield made
    apply_theme(qapp)


def heights(table: HairlineTable) -> list[int]:
    return [table.rowHeight(at) for at in range(table.model().rowCount())]


@pytest.fixture
def measured(table: HairlineTable, monkeypatch) -> list[int]:
    """Every row that is measured from now on, by its place."""
    seen: list[int] = []
    measure = table.resizeRowToContents

    def noted(at: int) -> None:
        seen.append(at)
        measure(at)

    monkeypatch.setattr(table, "resizeRowToContents", noted)
    return seen


def test_a_row_is_as_tall_as_its_words(table) -> None:
    first, second, third = heights(table)

    assert first == third < second


def test_a_row_grows_with_its_words_and_the_others_stay(table) -> None:
    before = heights(table)
    table.show_rows(COLUMNS, [row("a", LONG), row("b", LONG), row("c", SHORT)])

    assert heights(table) == [before[1], before[1], before[2]]


def test_heights_stay_with_their_rows_when_one_is_taken_away(table) -> None:
    before = heights(table)
    table.show_rows(COLUMNS, [row("b", LONG), row("c", SHORT)])
    assert heights(table) == before[1:]
    table.show_rows(COLUMNS, [row("c", SHORT), row("a", SHORT), row("b", LONG)])

    assert heights(table) == [before[2], before[0], before[1]]


def test_words_wrap_anew_in_another_width(table, qapp) -> None:
    before = heights(table)
    table.resize(900, 300)
    qapp.processEvents()

    assert heights(table)[1] < before[1]


def test_larger_type_makes_taller_rows(table, qapp) -> None:
    before = heights(table)
    apply_theme(qapp, 20)
    table.show_rows(COLUMNS, [row("a", SHORT), row("b", LONG), row("c", SHORT)])

    assert all(now > then for now, then in zip(heights(table), before, strict=True))


def test_only_rows_that_changed_are_measured_again(table, measured) -> None:
    table.show_rows(COLUMNS, [row("a", SHORT), row("b", LONG), row("c", "Other words")])

    assert measured == [2]


def test_a_face_that_is_loaded_has_every_row_measured_again(table, measured, qapp) -> None:
    assert FACES
    load_other_faces()
    qapp.processEvents()
    table.show_rows(COLUMNS, [row("a", SHORT), row("b", LONG), row("c", SHORT)])

    assert measured == [0, 1, 2]
