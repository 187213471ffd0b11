"""The history of a value from the console: the ways to it and back, and the slider under it."""

from facilitator.board import capture
from facilitator.stages.values import propose
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.stages.values.history import HistoryPage


def up(console: Console) -> HistoryPage | None:
    """The history that is up."""
    page = console.pages.currentWidget()
    return page if isinstance(page, HistoryPage) else None


def reading(console: Console) -> HistoryPage:
    page = up(console)
    assert page is not None, "no history is up"
    return page


def test_the_keys_open_the_history_of_the_value_in_hand_and_escape_closes_it(
    ellerport: Console, hands: Hands
) -> None:
    hands.go_to("Value: Share the loss as well as the gain")
    at = hands.at
    hands.press("Ctrl+Shift+H")
    assert reading(ellerport).value == "V5"
    assert hands.name == "The history of “Share the loss as well as the gain”"
    hands.press("Esc")

    assert up(ellerport) is None
    assert hands.at is at


def test_it_is_a_destination_for_every_value(ellerport: Console, hands: Hands) -> None:
    hands.go_to("History: Zero tolerance")

    assert reading(ellerport).value == "V6"
    hands.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Up")
    assert reading(ellerport).value == "V3"


def test_a_page_asks_for_it_through_the_desk(ellerport: Console, hands: Hands) -> None:
    ellerport.desk.history_asked.emit("V2")

    assert reading(ellerport).value == "V2"


def test_the_keys_for_pages_turn_its_pages_and_leave_the_step(
    ellerport: Console, hands: Hands
) -> None:
    step = ellerport.navigator.here()
    hands.go_to("History: City first")
    bar = reading(ellerport).area.verticalScrollBar()
    hands.settle()
    hands.press("PgDown")
    below = bar.value()
    hands.press("PgUp")

    assert below > 0
    assert bar.value() == 0
    assert ellerport.navigator.here() == step


def test_reading_changes_nothing_in_the_room(ellerport: Console, hands: Hands) -> None:
    hands.go_to("Value: City first, duties declared")
    hands.press("F5")
    room = ellerport.room.window.canvas
    before, picture = room.accessibleDescription(), room.grab().toImage()
    hands.press("Ctrl+Shift+H", "Ctrl+Down", "Ctrl+Down", "PgDown")
    ellerport.tick()

    assert room.accessibleDescription() == before
    assert room.grab().toImage() == picture


def test_the_slider_under_it_goes_into_the_past_and_escape_back_to_the_history(
    ellerport: Console, hands: Hands
) -> None:
    hands.go_to("History: City first")
    hands.tab_to("Moment")
    hands.press("Left")
    assert ellerport.time_line.is_past
    assert up(ellerport) is None
    hands.press("Esc")
    assert reading(ellerport).value == "V1"
    assert not ellerport.time_line.is_past
    assert ellerport.time_line.isVisible()
    hands.press("Esc")

    assert up(ellerport) is None
    assert not ellerport.time_line.isVisible()


def test_the_mouse_takes_the_slider_where_it_is_pressed_and_along(
    ellerport: Console, hands: Hands
) -> None:
    hands.go_to("History: City first")
    slider = ellerport.time_line.slider
    hands.settle()
    where = slider.geometry()
    drag(slider, 0.5, 0.25)

    stops = slider.maximum()
    assert abs(slider.value() - stops / 4) < stops / 50
    assert ellerport.time_line.is_past
    assert slider.geometry() == where, "it stays under the mouse"


def test_taking_back_while_reading_tells_the_history_anew(console: Console, hands: Hands) -> None:
    console.desk.do(propose, "No surprises")
    console.desk.do(propose, "City first")
    hands.go_to("History: City first")
    hands.press("Ctrl+Z")

    assert "History · No surprises · proposed" in read(console)
    assert up(console) is not None


def test_the_next_step_from_the_clicker_closes_it(console: Console, hands: Hands) -> None:
    console.desk.do(propose, "No surprises")
    hands.press("Ctrl+Shift+H")
    console.room.next_step.emit()

    assert up(console) is None
    assert not console.time_line.isVisible()
    assert console.pages.currentWidget() is console.page


def test_a_card_that_comes_while_reading_leaves_the_history_up(
    console: Console, hands: Hands
) -> None:
    console.desk.do(propose, "No surprises")
    hands.press("Ctrl+Shift+H")
    stops = console.time_line.slider.maximum()
    console.desk.do(capture, "A card", "purpose", "only-us")

    assert up(console) is not None
    assert console.time_line.slider.maximum() == stops + 1
    assert console.time_line.slider.value() == stops + 1, "it stands at now"


def test_without_a_value_the_page_says_so(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+Shift+H")

    assert "No value is on the table yet" in read(console.pages)
    hands.press("Ctrl+Down", "Esc")
    assert up(console) is None


def test_nothing_is_cut_and_everything_is_named(ellerport: Console, hands: Hands) -> None:
    for title in ("City first", "In the room", "Share the loss", "Zero tolerance"):
        hands.go_to(f"History: {title}")
        hands.settle()
        assert unnamed(ellerport) + clipped(ellerport) + cut_off(ellerport) == []


def drag(slider, begin: float, end: float) -> None:
    """Press the mouse at a share of the slider's line, and pull it to another."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    def at(share: float) -> QPoint:
        return QPoint(round(12 + share * (slider.width() - 24)), slider.height() // 2)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(begin))
    for part in range(1, 6):
        QTest.mouseMove(slider, at(begin + (end - begin) * part / 5))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(end))
