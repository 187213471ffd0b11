"""Drafts: what stands in a field and is not kept yet, so that no crash and no closed lid loses it.

One watcher for the whole app: whatever field has the keyboard is followed, and what somebody types
there is on the disk within a second, beside the person's other data and never in the workshop's
file. A field is known by where it stands: its window, the step, its name, and what is in hand. What
was typed comes back into the same field when it is next shown empty; it goes when the words are
kept, for then the field is emptied.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeGuard

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from facilitator.history import root_of
from ui.attending.draft_files import draft_folder, file_of, read, write
from ui.desk import Desk
from ui.stages.page import Page

SOON = 400
"""Milliseconds after the last key until a draft is on its way to the disk."""
BACK = "What you were typing is back where you typed it."

_PASSING = "passing"
_MOST = 200
"""Drafts that are kept of one workshop."""

Field = QLineEdit | QPlainTextEdit


def passing(field: QWidget) -> None:
    """Mark a field whose words are for the moment only, such as a search: it has no drafts."""
    field.setProperty(_PASSING, True)


class Drafts(QObject):
    """Follows the field that has the keyboard. `told` carries a sentence when words came back."""

    told = Signal(str)

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._root = ""
        self._desk: Desk | None = None
        self._words: dict[str, str] = {}
        self._pending: set[str] = set()
        self._followed: Field | None = None
        self._address = ""
        self._putting = False
        self._pool: ThreadPoolExecutor | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.save)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        if self._folder is None:
            self._folder = draft_folder()
        return self._folder

    def begin(self, desk: Desk) -> None:
        """Keep drafts of the workshop on a desk; what was left of it comes back."""
        self._root, self._desk = root_of(desk.session.history.entries), desk
        self._words = read(self._file)
        self._pending = set(self._words)
        focused = QApplication.focusWidget()
        if focused is not None:
            self._moved(None, focused)

    def end(self) -> None:
        """Write down what is left, and follow nothing any more."""
        self._follow(None)
        self.save()
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        self._root, self._desk, self._words, self._pending = "", None, {}, set()

    def forget(self, words: str) -> None:
        """Let go of every draft that holds these words: they were taken out."""
        wanted = words.casefold()
        for address in [a for a, said in self._words.items() if wanted in said.casefold()]:
            del self._words[address]
        self.save()

    def save(self) -> None:
        """Have what there is written down, by a worker."""
        self._soon.stop()
        if not self._root:
            return
        words = dict(list(self._words.items())[-_MOST:])
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._pool.submit(write, self._file, words)

    @property
    def _file(self) -> Path:
        return file_of(self._root, self.folder)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._root:
            return
        self._follow(new if _is_field(new) else None)
        if self._pending and new is not None:
            self._bring_back(new.window())

    def _follow(self, field: Field | None) -> None:
        if self._followed is not None and isValid(self._followed):
            self._followed.textChanged.disconnect(self._changed)
        self._followed = field
        if self._followed is not None:
            self._address = self.address_of(self._followed)
            self._followed.textChanged.connect(self._changed)

    def _changed(self) -> None:
        field = self._followed
        if field is None or self._putting:
            return
        words = _text(field)
        # What a page puts there itself is kept already; only what is typed can be taken back there.
        typed = (
            field.isUndoAvailable()
            if isinstance(field, QLineEdit)
            else field.document().isUndoAvailable()
        )
        address = self.address_of(field)
        if address != self._address:
            # Something else is in hand now, and the field with it.
            self._words.pop(self._address, None)
            self._address = address
        if words.strip() and typed:
            self._words.pop(address, None)
            self._words[address] = words
        else:
            self._words.pop(address, None)
        self._soon.start()

    def _bring_back(self, window: QWidget) -> None:
        """Put what was left into the fields that are shown empty."""
        came = False
        for field in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
            if not field.isVisible() or not _is_field(field):
                continue
            address = self.address_of(field)
            if address in self._pending and not _text(field):
                self._pending.discard(address)
                self._put(field, self._words.get(address, ""))
                came = True
        if came:
            self.told.emit(BACK)

    def _put(self, field: Field, words: str) -> None:
        """Put words there as if they were typed, so that Ctrl+Z in the field takes them out."""
        self._putting = True
        if isinstance(field, QLineEdit):
            field.insert(words)
        else:
            field.insertPlainText(words)
        self._putting = False

    def address_of(self, field: QWidget) -> str:
        """Where a field stands: window, step, what is in hand, and the names on the way to it."""
        parts: list[str] = []
        widget: QWidget | None = field
        page = None
        while widget is not None:
            if isinstance(widget, Page):
                # Its step says which it is; its place among the pages is when it was made.
                page = widget
                break
            parts.append(_name(widget))
            if widget.isWindow():
                break
            widget = widget.parentWidget()
        step = f"{page.stage.id}/{page.step.id}" if page is not None else ""
        in_hand = ""
        if self._desk is not None and page is not None:
            focus = self._desk.focus
            in_hand = "/".join((focus.value, focus.draft, focus.theme, focus.decision))
        return "|".join((step, in_hand, *reversed(parts)))


def _is_field(widget: QWidget | None) -> TypeGuard[Field]:
    """Whether a widget is a field whose words somebody would miss."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit) or widget.isReadOnly():
        return False
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return False
    return not widget.property(_PASSING) and not isinstance(widget.parentWidget(), QAbstractSpinBox)


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _name(widget: QWidget) -> str:
    """A widget by its kind, its name, and its place among those of its kind beside it."""
    parent = widget.parentWidget()
    place = 0
    if parent is not None and not widget.isWindow():
        beside = [c for c in parent.children() if type(c) is type(widget)]
        place = beside.index(widget)
    named = widget.accessibleName() if isinstance(widget, QLineEdit | QPlainTextEdit) else ""
    return f"{type(widget).__name__}:{place}:{named}"
