"""Boxes side by side, on as many lines as a width asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize


def in_lines(sizes: Sequence[QSize], width: int, gap: int) -> list[QRect]:
    """Where each box goes, from the left and then a line further down; a wide one is not cut."""
    x = y = tall = 0
    places = []
    for size in sizes:
        if x and x + size.width() > width:
            x, y, tall = 0, y + tall + gap, 0
        places.append(QRect(x, y, size.width(), size.height()))
        x += size.width() + gap
        tall = max(tall, size.height())
    return places
