"""The shipped faces and the theme."""

from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from facilitator.fonts import TEXT_FAMILY
from ui.theme.fonts import Typography, clock_font, font, load_other_faces
from ui.theme.palette import apply_theme, palette_of
from ui.theme.tokens import ARMS_LENGTH, BODY, LIGHT


def test_the_theme_sets_everything_in_the_shipped_face(qapp: QApplication) -> None:
    apply_theme(qapp)
    assert QFontInfo(qapp.font()).family() == TEXT_FAMILY
    assert qapp.font().pixelSize() == BODY
    assert qapp.styleSheet() == ""


def test_the_weights_are_real_ones(qapp: QApplication) -> None:
    apply_theme(qapp)
    widths = {
        QFontMetricsF(font(40, weight)).horizontalAdvance("agree") for weight in (400, 600, 700)
    }
    assert len(widths) == 3


def test_at_arms_length_every_size_grows_in_proportion(qapp: QApplication) -> None:
    apply_theme(qapp, ARMS_LENGTH)
    try:
        assert Typography.current().px(14) == 16
        assert Typography.current().px(28) == 32
    finally:
        apply_theme(qapp)


def test_a_clock_does_not_jitter(qapp: QApplication) -> None:
    apply_theme(qapp)
    metrics = QFontMetricsF(clock_font(40))
    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("00:00")


def test_every_script_the_room_may_write_in_has_a_face(qapp: QApplication) -> None:
    apply_theme(qapp)
    load_other_faces()
    raw = {family.split("[")[0].strip() for family in qapp.font().families()}
    assert {"Inter", "Noto Sans", "Noto Naskh Arabic", "Noto Emoji"} <= raw


def test_the_palette_paints_in_the_tokens(qapp: QApplication) -> None:
    palette = palette_of(LIGHT)
    assert palette.color(QPalette.ColorRole.Window).name().upper() == LIGHT.paper
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == LIGHT.deep
