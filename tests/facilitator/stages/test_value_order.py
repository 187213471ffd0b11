"""The order in which the values are taken."""

from facilitator.stages.values import ValuesOrdered, move_value, on_the_table


def titles(table) -> list[str]:
    return [value.title for value in on_the_table(table.workshop)]


def three(table) -> tuple[str, str, str]:
    return table.value("Candour"), table.value("Speed"), table.value("Care")


def test_a_value_is_taken_earlier_or_later(table) -> None:
    first, _, third = three(table)
    table.do(move_value, third, -1)
    assert titles(table) == ["Candour", "Care", "Speed"]
    table.do(move_value, first, 2)

    assert titles(table) == ["Care", "Speed", "Candour"]


def test_the_move_is_one_thing_to_take_back(table) -> None:
    _, _, third = three(table)
    table.do(move_value, third, -2)
    table.undo()

    assert titles(table) == ["Candour", "Speed", "Care"]


def test_a_value_that_the_order_does_not_know_comes_last(table) -> None:
    first, second, _ = three(table)
    table.happened(ValuesOrdered((second, "gone", first, second)))

    assert titles(table) == ["Speed", "Candour", "Care"]
    assert [v.order for v in on_the_table(table.workshop)] == [1, 3, 4]


def test_the_first_is_not_moved_up_nor_the_last_down(table) -> None:
    first, _, third = three(table)

    assert table.refused(move_value, first, -1) == "“Candour” is taken first already."
    assert table.refused(move_value, third, 1) == "“Care” is taken last already."


def test_a_value_that_has_gone_is_not_moved(table) -> None:
    assert table.refused(move_value, "gone", 1) == "That value is no longer there."
