"""Settings: where workshops are kept, how large the words are, and the sound of news."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.tokens import ARMS_LENGTH, BODY, LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel


class SettingsDialog(QDialog):
    """`folder_chosen` carries a Path, `body_chosen` the size of body text in pixels.

    `sound_chosen` says whether news arrives with a sound.
    """

    folder_chosen = Signal(object)
    body_chosen = Signal(int)
    sound_chosen = Signal(bool)

    def __init__(
        self, folder: Path, body: int, parent: QWidget | None = None, *, sound: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(560)
        self._folder = folder
        self._where = PlainLabel(str(folder), self)
        change = QuietButton("Choose another folder", self)
        change.clicked.connect(self._choose)
        self.near = QRadioButton("As on a desk", self)
        self.far = QRadioButton("Larger, for a laptop at arm’s length", self)
        (self.far if body >= ARMS_LENGTH else self.near).setChecked(True)
        self.far.toggled.connect(lambda on: self.body_chosen.emit(ARMS_LENGTH if on else BODY))
        self.sound = QCheckBox("A quiet sound when news arrives", self)
        self.sound.setChecked(sound)
        self.sound.toggled.connect(self.sound_chosen)
        close = PrimaryButton("Done", self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(close)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Heading("Settings", self, size=20))
        column.addWidget(PlainLabel("Where workshops are kept", self, weight=700))
        column.addWidget(self._where)
        words = "Workshops that are in the old folder stay there; nothing is moved."
        column.addWidget(PlainLabel(words, self, size=12.5, colour=LIGHT.mute))
        column.addWidget(change)
        column.addSpacing(8)
        column.addWidget(PlainLabel("Size of the words", self, weight=700))
        column.addWidget(self.near)
        column.addWidget(self.far)
        column.addSpacing(8)
        column.addWidget(PlainLabel("Rehearsal", self, weight=700))
        column.addWidget(self.sound)
        column.addSpacing(8)
        column.addLayout(row)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, "Where to keep workshops", str(self._folder))
        if found:
            self._folder = Path(found)
            self._where.setText(found)
            self.folder_chosen.emit(self._folder)
