"""The dialog that looks at files: how it is opened, and what stands in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from sessions.session import Session
from tests.ui.merging.conftest import Wait
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.merging.dialog import MergeDialog


def chosen(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """What will be chosen when the app asks for files."""
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))


def asked(console: Console, hands: Hands, wait: Wait, *paths: Path) -> MergeDialog:
    """The dialog, with what these files would bring."""
    console.coming_in.ask(list(paths))
    hands.settle()
    found = console.findChildren(MergeDialog)[-1]
    wait(lambda: found.merge is not None)
    return found


def rows(dialog: MergeDialog) -> list[list[str]]:
    """The table in words."""
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def texts(session: Session) -> list[str]:
    return [card.text for card in session.workshop.contributions.values()]


def dropped(window: QWidget, *urls: QUrl) -> bool:
    """Drag something on a window and let it go; whether it was taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(5, 5), *how, Qt.KeyboardModifier.NoModifier)
    drop = QDropEvent(QPointF(5, 5), *how, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, drop)
    return enter.isAccepted()
