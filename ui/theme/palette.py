"""Fusion with an explicit palette: the theme of every standard control."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font, load_first_faces
from ui.theme.tokens import BODY, LIGHT, Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette that draws standard controls in these colours."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.paper,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.rail,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.on_accent,
        role.Light: tokens.card,
        role.Midlight: tokens.rail,
        role.Mid: tokens.line,
        role.Dark: tokens.dot,
        role.Shadow: tokens.dot,
        role.Highlight: tokens.deep,
        role.HighlightedText: tokens.on_deep,
        role.Accent: tokens.deep,
        role.Link: tokens.deep,
        role.LinkVisited: tokens.deep,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.paper,
        role.PlaceholderText: tokens.mute,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.dot))
    return palette


def apply_theme(app: QApplication, body: int = BODY) -> None:
    """Give the whole application its style, palette and type.

    `body` is the size of body text in pixels: `tokens.BODY`, or `tokens.ARMS_LENGTH` for a laptop
    that stands further away.
    """
    load_first_faces()
    # It often is already, and making it again costs a twelfth of the first picture.
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(LIGHT))
    app.setFont(font(body))
