"""Two hands on a keyboard and a pair of eyes: all that the walk may use."""

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from shiboken6 import isValid

MOST_TABS = 120
LETTERS = {"PgDown": Qt.Key.Key_PageDown, "PgUp": Qt.Key.Key_PageUp}


class Hands:
    """Types and presses keys wherever the keyboard is; reaches no page and no command."""

    def __init__(self) -> None:
        self._windows: list[QWidget] = []
        self.edges: list[QWidget] = []
        """What stands around the page: only Tab may bring the keyboard there."""

    @property
    def at(self) -> QWidget:
        """The control that has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        assert found.window() is QApplication.activeWindow(), "the keyboard is in another window"
        return found

    @property
    def name(self) -> str:
        """What a screen reader calls the control that has the keyboard."""
        return name_of(self.at)

    def settle(self) -> None:
        """Let everything that waits happen and be painted."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)
        self._mind_windows()

    def _outside(self) -> bool:
        """Whether the keyboard is on something around the page."""
        at = QApplication.focusWidget()
        return at is not None and any(edge.isAncestorOf(at) for edge in self.edges)

    def _mind_windows(self) -> None:
        """Give the keyboard back to the window before when one has closed.

        A window manager does so; the offscreen platform has none.
        """
        active = QApplication.activeWindow()
        self._windows = [
            w for w in self._windows if isValid(w) and w.isVisible() and w is not active
        ]
        if active is not None:
            self._windows.append(active)
        elif self._windows:
            self._windows[-1].activateWindow()
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text, letter by letter."""
        at = self.at
        if text.isascii():
            QTest.keyClicks(at, text)
            return
        # What QTest types is Latin; these come as a compose key or an input method sends them.
        for letter in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(at, event)

    def press(self, *keys: str) -> None:
        """Press keys one after another, each as a menu writes it: "Ctrl+K", "Tab", "PgDown"."""
        for key in keys:
            stroke = QKeySequence(key)[0]
            was_outside = self._outside()
            QTest.keyClick(self.at, stroke.key(), stroke.keyboardModifiers())
            self.settle()
            strayed = self._outside() and not was_outside and "Tab" not in key
            assert not strayed, f"{key} sent the keyboard away, to “{self.name}”"

    def enter(self, text: str, *keys: str) -> None:
        """Type a text and press Enter, or other keys."""
        self.type(text)
        self.press(*(keys or ("Return",)))

    def fill(self, *texts: str) -> None:
        """Type into one field after another; nothing typed leaves a field as it is."""
        for at, text in enumerate(texts):
            if at:
                self.press("Tab")
            if text:
                self.write(text)

    def write(self, text: str) -> None:
        """Put a text into the field in hand, whatever stood there; choose it in a list."""
        if isinstance(self.at, QComboBox) and not self.at.isEditable():
            self.choose(text)
        else:
            self.press("Ctrl+A")
            self.type(text)

    def choose(self, label: str) -> None:
        """Choose from the list in hand by typing what stands in it."""
        at = self.at
        assert isinstance(at, QComboBox), f"“{self.name}” is no list to choose from"
        self.type(label)
        assert at.currentText() == label, f"“{label}” chose “{at.currentText()}”"

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until the control of that name has the keyboard."""
        passed = []
        for _ in range(MOST_TABS):
            if self.name == name:
                return
            passed.append(self.name)
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(
            f"Tab does not reach “{name}”; it passes {list(dict.fromkeys(passed))}"
        )

    def tab_to_one_beginning(self, name: str) -> None:
        """Press Tab until a control whose name begins so has the keyboard."""
        for _ in range(MOST_TABS):
            if self.name.startswith(name):
                return
            self.press("Tab")
        raise AssertionError(f"Tab reaches nothing that begins with “{name}”")

    def push(self, name: str, *, back: bool = False) -> None:
        """Tab to a button and press it."""
        self.tab_to(name, back=back)
        self.press("Space")

    def go_to(self, words: str) -> None:
        """Go somewhere by name, with Ctrl+K."""
        self.press("Ctrl+K")
        assert self.name == "Go to", f"Ctrl+K leaves the keyboard in “{self.name}”"
        self.enter(words)


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def read(window: QWidget) -> list[str]:
    """Every label that can be seen in a window."""
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]
