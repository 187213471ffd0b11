"""The pictures on the console, and the button and key that show them to the room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from facilitator.stages.rehearsal.feeling import Together, give_slip
from facilitator.stages.rehearsal.observing import StrainChart, StrainRow, mark_value
from ui.room.canvas import RoomCanvas
from ui.room.view import RoomView
from ui.stages.rehearsal.feeling.pictures import SHOW, TAKE_OFF
from ui.theme.tokens import LIGHT, ROOM
from ui.widgets.feelings_picture import paint_feelings
from ui.widgets.strain_picture import paint_strain

Key = Qt.Key
LONG = "A value with a name so long that no line on any screen could ever hold the whole of it " * 3
BOTH = (Together(17, 3.1, (("calm", 5), (LONG, 3))), Together(18, 2.4, (("tired", 4),)))


def chart(values: int, title: str = "Candour") -> StrainChart:
    marks = ((0, "bent"), (0, "broke"), (0, "held"), (90, "held"), (90, "broke"))
    rows = tuple(StrainRow(f"{at}", f"{at} {title}", marks, "bent", 90) for at in range(values))
    return StrainChart(rows, 0, 90)


def test_the_feelings_are_shown_to_the_room_by_key_and_taken_off_again(
    chosen, open_page, desk, keys
) -> None:
    chosen.do(give_slip, "R", "after", "calm", 2)
    page = open_page("check-in-after")
    keys.press(Key.Key_F8)
    assert page.picture.button.text() == SHOW
    assert desk.focus.picture == ""
    keys.press(Key.Key_F6)
    assert desk.focus.picture == "feelings"
    assert page.picture.button.text() == TAKE_OFF
    keys.press(Key.Key_F6)
    assert desk.focus.picture == ""


def test_before_anybody_checked_in_there_is_nothing_to_show(
    chosen, open_page, desk, keys, words
) -> None:
    page = open_page("check-in-after")
    keys.press(Key.Key_F8, Key.Key_F6)
    assert desk.focus.picture == ""
    assert not page.picture.button.isVisible()
    assert "Nobody has checked in yet." in words(page)


def test_a_picture_is_told_in_words_to_a_screen_reader(chosen, open_page) -> None:
    for at in range(3):
        chosen.do(give_slip, "R", "after", "calm", 2, f"S{at}")
    chosen.do(mark_value, "R", "V1", 12, "bent")
    page = open_page("debrief")
    assert "calm 3" in page.feelings.picture.accessibleDescription()
    assert page.strain_picture.picture.accessibleDescription() == (
        "“No surprises” bent at minute 12; there is no verdict yet."
    )


@pytest.mark.parametrize("values", [1, 4, 20, 200])
@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (320, 180)])
def test_the_pictures_stay_in_their_place_in_the_room(qapp, values, size) -> None:
    for view in (
        RoomView("A", "B", strain=chart(values, LONG)),
        RoomView("A", "B", feelings=BOTH, tone="paper"),
    ):
        canvas = RoomCanvas()
        canvas.resize(*size)
        canvas.show_view(view)
        ground = ROOM[view.tone].paper.lower()
        image = canvas.grab().toImage()
        edges = {image.pixelColor(x, image.height() - 2).name() for x in range(0, size[0], 3)}
        assert edges == {ground}
        assert not image.isNull()


def paint(act) -> QImage:
    image = QImage(600, 240, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    act(painter, image.rect().toRectF())
    painter.end()
    return image


def test_marks_of_the_same_minute_stand_side_by_side(qapp) -> None:
    one = StrainChart((StrainRow("a", "", ((5, "held"),)),), 0, 10)
    three = StrainChart((StrainRow("a", "", ((5, "held"), (5, "bent"), (5, "broke"))),), 0, 10)
    wide = []
    for each in (one, three):
        image = paint(lambda p, r, c=each: paint_strain(p, r, c, LIGHT, 12))
        across = [
            x
            for x in range(190, 440)
            if any(image.pixelColor(x, y).value() < 200 for y in range(8, 30))
        ]
        wide.append(max(across) - min(across))
    assert wide[1] > 2.5 * wide[0]


def test_marks_of_the_first_minute_do_not_run_into_the_names(qapp) -> None:
    row = StrainRow("a", "", ((0, "held"), (0, "bent"), (0, "broke")))
    image = paint(lambda p, r: paint_strain(p, r, StrainChart((row,), 0, 10), LIGHT, 12))
    inks = [
        x for x in range(0, 440) if any(image.pixelColor(x, y).value() < 180 for y in range(8, 30))
    ]
    assert min(inks) > 600 * 0.3


def test_too_few_check_ins_paint_no_mean(qapp) -> None:
    few, none = Together(2, None, ()), Together(0, None, ())
    told = paint(lambda p, r: paint_feelings(p, r, few, none, LIGHT, 12))
    asked = paint(lambda p, r: paint_feelings(p, r, Together(3, 3.0, ()), none, LIGHT, 12))
    deep = LIGHT.deep.lower()
    colours = [
        sum(i.pixelColor(x, y).name() == deep for x in range(0, 600) for y in range(0, 240))
        for i in (told, asked)
    ]
    assert colours[0] == 0
    assert colours[1] > 0
