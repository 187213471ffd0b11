"""Drafts: what stands in a field and is not kept yet, so that no crash and no closed lid loses it.

One watcher for the whole app: whatever field has the keyboard is followed, and what somebody types
there is on the disk within a second, beside the person's other data and never in the workshop's
file. What was typed comes back into the same field, when that next stands as it stood before; it
goes when the words are kept, for then the field is emptied, and with the dialog that it stood in.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from facilitator.history import root_of
from ui.attending.draft_files import draft_folder, file_of, read, write
from ui.attending.draft_places import Field, address_of, is_field, upwards
from ui.desk import Desk
from ui.notes.field import NoteField

SOON = 400
"""Milliseconds after a key until what then stands there is on its way to the disk."""
BACK = "What you were typing is back where you typed it."
START = "start"
"""In place of a workshop, for what is typed while none is open."""

_OVER = "over"
_MOST = 200
"""Drafts that are kept of one workshop."""


class Drafts(QObject):
    """Follows the field that has the keyboard. `told` carries a sentence when words came back."""

    told = Signal(str)

    def __init__(self, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._root = ""
        self._words: dict[str, str] = {}
        self._pending: set[str] = set()
        self._followed: Field | None = None
        self._address = ""
        # Whether what stands in it was typed by somebody, and whether it is other than was noted.
        self._theirs = self._is_other = False
        self._in_dialogs: dict[QDialog, set[str]] = {}
        self._putting = False
        self._pool: ThreadPoolExecutor | None = None
        # Not begun anew by each key: whoever types without a pause is kept up with as well.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.save)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
            app.aboutToQuit.connect(self.end)

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        if self._folder is None:
            self._folder = draft_folder()
        return self._folder

    def begin(self, desk: Desk) -> None:
        """Keep drafts of the workshop on a desk; what was left of it comes back."""
        self.end()
        self._begin(root_of(desk.session.history.entries))

    def begin_at_start(self) -> None:
        """Keep drafts of what is typed while no workshop is open."""
        self.end()
        self._begin(START)

    def _begin(self, root: str) -> None:
        self._root = root
        self._words = read(self._file) if root else {}
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
        self._root, self._words, self._pending = "", {}, set()
        self._in_dialogs.clear()

    def forget(self, words: str) -> None:
        """Let go of every draft that holds these words: they were taken out."""
        self._take_down()
        wanted = words.casefold()
        for address in [a for a, said in self._words.items() if wanted in said.casefold()]:
            del self._words[address]
        self.save()

    def save(self) -> None:
        """Have what there is written down, by a worker."""
        self._soon.stop()
        if not self._root:
            return
        self._take_down()
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
        self._follow(new if is_field(new) else None)
        if self._pending and new is not None:
            self._bring_back(new.window())

    def _follow(self, field: Field | None) -> None:
        self._take_down()
        if self._followed is not None and isValid(self._followed):
            self._followed.textChanged.disconnect(self._changed)
        self._followed = field
        if field is None:
            return
        self._is_other, self._theirs = False, _typed(field)
        if not self._theirs:
            field.setProperty(_OVER, _text(field))
        self._address = address_of(field, _over(field))
        field.textChanged.connect(self._changed)
        dialog = next((each for each in upwards(field) if isinstance(each, QDialog)), None)
        if dialog is not None and dialog not in self._in_dialogs:
            self._in_dialogs[dialog] = set()
            dialog.finished.connect(partial(self._left, dialog))

    def _changed(self) -> None:
        """Only take note: this is in the way of every key."""
        field = self._followed
        if field is None or self._putting:
            return
        words = _text(field)
        typed = _typed(field)
        if not typed and words and self._theirs and isinstance(field, QLineEdit):
            # A name that is taken out of the words and becomes a chip leaves them somebody's.
            typed = field.hasFocus()
        if not typed or not words:
            # What a page puts there itself is kept already.
            field.setProperty(_OVER, words)
        self._theirs = typed and bool(words)
        self._is_other = True
        if not self._soon.isActive():
            self._soon.start()

    def _take_down(self) -> None:
        """Put down what stands in the field that is followed, where it is other than it was."""
        field = self._followed
        if not self._is_other or field is None or not isValid(field):
            return
        self._is_other = False
        self._words.pop(self._address, None)
        # Something else may be in hand now, and the field with it.
        self._address = address_of(field, _over(field))
        self._words.pop(self._address, None)
        words = _text(field)
        if words.strip() and self._theirs and words != _over(field):
            self._words[self._address] = words
            self._pending.discard(self._address)
            for dialog, addresses in self._in_dialogs.items():
                if isValid(dialog) and dialog.isAncestorOf(field):
                    addresses.add(self._address)

    def _left(self, dialog: QDialog, _result: int = 0) -> None:
        """What was typed into a dialog is kept, or not wanted, once it closes."""
        self._take_down()
        for address in self._in_dialogs.pop(dialog, ()):
            self._words.pop(address, None)
        self.save()

    def _bring_back(self, window: QWidget) -> None:
        """Put what was left into the fields that stand as they stood before."""
        came = False
        for field in (*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)):
            # A page of the past is the same place, and cannot be typed into.
            if not field.isVisible() or not field.isEnabled() or not is_field(field):
                continue
            address = self._waiting_for(field)
            if address:
                self._pending.discard(address)
                self._put(field, self._words.get(address, ""))
                came = True
        if came:
            self.told.emit(BACK)

    def _waiting_for(self, field: Field) -> str:
        """Under which address words wait for a field as it stands now; nothing where none do."""
        here = address_of(field, _text(field))
        if here in self._pending:
            return here
        note = field.parentWidget()
        if isinstance(note, NoteField) and not _text(field):
            # A private note comes back as one.
            was = note.private
            note.make_private(not was)
            other = address_of(field)
            if other in self._pending:
                return other
            note.make_private(was)
        return ""

    def _put(self, field: Field, words: str) -> None:
        """Put words there as if they were typed, so that Ctrl+Z in the field takes them out."""
        field.setProperty(_OVER, _text(field))
        self._putting = True
        if isinstance(field, QLineEdit):
            field.selectAll()
            field.insert(words)
        else:
            cursor = field.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        self._putting = False


def _typed(field: Field) -> bool:
    """Whether there is something in a field that can be taken back there: it was typed."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable()


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _over(field: Field) -> str:
    """What stood in a field before anybody typed."""
    over = field.property(_OVER)
    return over if isinstance(over, str) else ""
