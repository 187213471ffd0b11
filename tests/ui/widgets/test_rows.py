"""Models that tell their views only of what changed."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.hairline_table import Cell, Column, TableModel, TableRow
from ui.widgets.rows import ITEM_ROLE, Insertion, Removal, RowsModel, plan


@dataclass(frozen=True)
class Thing:
    id: str
    text: str = ""


def things(*ids: str) -> list[Thing]:
    return [Thing(i, f"text {i}") for i in ids]


class Heard:
    """What a model said, in order."""

    def __init__(self, model) -> None:
        self.said: list[tuple[str, int, int]] = []
        model.rowsInserted.connect(lambda _, a, b: self.said.append(("in", a, b)))
        model.rowsRemoved.connect(lambda _, a, b: self.said.append(("out", a, b)))
        model.dataChanged.connect(lambda a, b: self.said.append(("new", a.row(), b.row())))
        model.modelReset.connect(lambda: self.said.append(("reset", 0, 0)))


@pytest.fixture
def model(qapp):
    return RowsModel[Thing](lambda thing: thing.text)


def test_a_new_card_in_front_is_one_insertion(model) -> None:
    model.show(things("b", "a"))
    heard = Heard(model)
    model.show(things("c", "b", "a"))
    assert heard.said == [("in", 0, 0)]


def test_a_card_that_was_reworded_is_one_change(model) -> None:
    model.show(things("c", "b", "a"))
    heard = Heard(model)
    model.show([Thing("c", "text c"), Thing("b", "other"), Thing("a", "text a")])
    assert heard.said == [("new", 1, 1)]


def test_the_same_cards_are_nothing_at_all(model) -> None:
    model.show(things("b", "a"))
    heard = Heard(model)
    model.show(things("b", "a"))
    assert heard.said == []


def test_a_full_window_lets_the_oldest_go(qapp) -> None:
    model = RowsModel[Thing](lambda thing: thing.text, window=3)
    model.show(things("c", "b", "a"))
    heard = Heard(model)
    model.show(things("d", "c", "b", "a"))
    assert heard.said == [("out", 2, 2), ("in", 0, 0)]
    assert [item.id for item in model.items()] == ["d", "c", "b"]


def test_a_card_that_moved_leaves_the_others_alone() -> None:
    assert plan("abcd", "bcda") == [Removal(0, 0), Insertion(3, 3)]


def test_an_id_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        plan([], ["a", "a"])


def test_a_row_speaks_its_whole_text_and_gives_its_item(model) -> None:
    model.show([Thing("a", "x" * 5000)])
    index = model.index(0)
    assert model.data(index) == "x" * 5000
    assert model.data(index, ITEM_ROLE).id == "a"
    assert model.row_of("a") == 0
    assert model.row_of("nobody") == -1


lists = st.lists(st.integers(0, 12), unique=True, max_size=10)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories=st.lists(st.tuples(lists, st.integers(0, 1)), max_size=6))
def test_any_sequence_of_lists_keeps_the_model_honest(qapp, histories) -> None:
    model = RowsModel[Thing](lambda thing: thing.text, window=7)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for ids, edition in histories:
        wanted = [Thing(str(i), f"{i} {edition}") for i in ids]
        model.show(wanted)
        assert list(model.items()) == wanted[:7]
        assert model.rowCount() == min(len(wanted), 7)
    tester.deleteLater()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories=st.lists(lists, max_size=6))
def test_any_sequence_of_tables_keeps_the_model_honest(qapp, histories) -> None:
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for ids in histories:
        rows = [TableRow(str(i), (Cell(str(i)), Cell(pill="agree"))) for i in ids]
        model.show([Column("a"), Column("b")], rows)
        shown = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
        assert shown == [str(i) for i in ids]
    tester.deleteLater()


@given(old=lists, new=lists)
def test_following_the_plan_turns_the_old_list_into_the_new(old, new) -> None:
    rows = [str(i) for i in old]
    wanted = [str(i) for i in new]
    for step in plan(rows.copy(), wanted):
        if isinstance(step, Removal):
            del rows[step.first : step.last + 1]
        else:
            rows[step.first : step.first] = wanted[step.first : step.last + 1]
    assert rows == wanted
