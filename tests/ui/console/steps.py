"""Every step of a journey, one after another, and what may be seen on the console at each."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.ui.walk.hands import Hands, name_of
from ui.console.window import Console
from ui.widgets.labels import OneLine

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}


def each_step(console: Console, hands: Hands) -> Iterator[str]:
    """Goes to every step of the journey, "purpose/themes", and lets it be painted."""
    navigator = console.navigator
    for stage in navigator.stages():
        for step in console.desk.guide.stage(stage).steps:
            navigator.go(stage, step.id)
            hands.settle()
            hands.settle()
            yield f"{stage}/{step.id}"


def unnamed(window: QWidget) -> list[str]:
    """Every control of a window that a screen reader could not name."""
    found: list[str] = []
    root = QAccessible.queryAccessibleInterface(window)
    _look(root, found, set())
    return found


def _look(interface: QAccessibleInterface, found: list[str], seen: set[int]) -> None:
    state = interface.state()
    if state.invisible:
        return
    if interface.role() in CONTROLS or state.focusable:
        control = interface.object()
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(control).__name__} ({interface.role().name})")
    for at in range(interface.childCount()):
        child = interface.child(at)
        # The cells of a table are words, not controls.
        if child is not None and interface.role() not in (
            QAccessible.Role.Table,
            QAccessible.Role.List,
        ):
            _look(child, found, seen)


def clipped(window: QWidget) -> list[str]:
    """Every label and button in a window that needs more room than it has."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        wide, tall = label.width(), label.height()
        if label.wordWrap():
            needs = label.heightForWidth(wide)
            if needs > tall + 2:
                found.append(f"“{label.text()[:60]}” is {tall} high and needs {needs}")
        elif not isinstance(label, OneLine) and label.sizeHint().width() > wide + 2:
            found.append(f"“{label.text()[:60]}” is {wide} wide, needs {label.sizeHint().width()}")
    for button in window.findChildren(QPushButton):
        needs_size = button.sizeHint()
        if button.isVisible() and (
            needs_size.width() > button.width() + 2 or needs_size.height() > button.height() + 2
        ):
            found.append(f"the button “{button.text()}” is cut")
    return found


def cut_off(window: QWidget) -> list[str]:
    """Every label, button and field that lies partly outside what its parent shows of it."""
    found = []
    for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit):
        for part in window.findChildren(kind):
            parent = part.parentWidget()
            if not part.isVisible() or parent is None or part.height() < 2:
                continue
            inside = parent.rect().adjusted(-1, -1, 1, 1)
            if not inside.contains(part.geometry()):
                name = name_of(part)[:60]
                found.append(f"“{name}” stands over the edge of {type(parent).__name__}")
    return found
