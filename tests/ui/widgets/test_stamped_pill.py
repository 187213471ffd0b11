"""A pill that is put down as a picture looks like one that is painted."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.fonts import font
from ui.theme.tokens import LIGHT, position_look
from ui.widgets.marks import paint_pill, pill_height, pill_width, stamp_pill

PIXELS = 12


def drawn(code: str, *, stamped: bool, wide: int = 300, sharp: float = 1.0) -> QImage:
    look = position_look(code)
    image = QImage(round(300 * sharp), round(36 * sharp), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(sharp)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    face = font(PIXELS, 600)
    tall = pill_height(face)
    if stamped:
        box = QRect(8, 0, wide, 36)
        stamp_pill(painter, box, look.word, look.symbol, PIXELS, look.soft, look.on_soft)
    else:
        pill = QRectF(8, (36 - tall) / 2, min(pill_width(look.word, look.symbol, face), wide), tall)
        paint_pill(painter, pill, look.word, look.symbol, face, look.soft, look.on_soft)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("code", ["agree", "need_more", "object", "absent"])
@pytest.mark.parametrize("sharp", [1.0, 2.0])
def test_a_stamped_pill_is_the_painted_one(code: str, sharp: float) -> None:
    stamped, painted = (drawn(code, stamped=each, sharp=sharp) for each in (True, False))
    apart = max(
        abs(a - b)
        for x in range(stamped.width())
        for y in range(stamped.height())
        for a, b in zip(
            QColor.fromRgba(stamped.pixel(x, y)).getRgb(),
            QColor.fromRgba(painted.pixel(x, y)).getRgb(),
            strict=True,
        )
    )

    # Rounding: here a letter is laid over its pill, and then the pill over the paper.
    assert apart <= 8


@pytest.mark.usefixtures("qapp")
def test_a_stamped_pill_ends_where_its_cell_does() -> None:
    narrow = drawn("reservation", stamped=True, wide=40)

    assert narrow.pixelColor(60, 18) == QColor(LIGHT.paper)
    assert narrow.pixelColor(30, 12) != QColor(LIGHT.paper)
