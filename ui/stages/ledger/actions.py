"""What can be done now, as a row of buttons that wraps: one filled, the rest quiet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import PlainLabel
from ui.widgets.wrapping import in_lines

_GAP = 8
_LEAST_REMARK = 200


@dataclass(frozen=True)
class Action:
    """Something that can be done now: its label, what does it, and the key that does it too.

    A key is one letter, or as a menu writes it: "Ctrl+T".
    """

    label: str
    act: Callable[[], object]
    keys: str = ""
    primary: bool = False

    @property
    def cap(self) -> str:
        """The key as it stands on the button; one of three parts is too long, and is left out."""
        return self.keys if self.keys.count("+") < 2 else ""


class ActionRow(QWidget):
    """Buttons from left to right, on as many lines as they need, and a remark in what is left.

    The left and right arrows go from button to button and never out of the row; those up and down
    are for whatever it stands in.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        self._buttons: list[QuietButton] = []
        self._remark = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._remark.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_actions(self, actions: Sequence[Action], remark: str = "") -> None:
        """Show these actions; the keyboard stays on the button that it was on."""
        before, known = [_look(action) for action in self._actions], self._actions
        self._actions = tuple(actions)
        now = [_look(action) for action in actions]
        if now == before and remark == self._remark.text():
            return
        if now != before:
            both = zip(self._buttons, known, strict=True)
            focused = next((action for button, action in both if button.hasFocus()), None)
            if [primary for *_, primary in now] != [primary for *_, primary in before]:
                self._renew()
            # With every position a number in a label changes: the same buttons say so.
            for button, action in zip(self._buttons, actions, strict=True):
                button.setText(action.label)
                button.setToolTip(f"Key {action.keys}" if action.keys else "")
                button.show_key(action.cap)
            if focused is not None and self._buttons:
                self._buttons[_place_of(focused, actions)].setFocus()
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self.updateGeometry()
        self._place(self.width(), move=True)

    def labels(self) -> list[str]:
        """The labels of the buttons, from left to right."""
        return [action.label for action in self._actions]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The keys of the buttons, as (key, what it does)."""
        return tuple((action.keys, action.label) for action in self._actions if action.keys)

    def of_key(self, key: str) -> Action | None:
        """What a key does here; None when no button has it."""
        return next((action for action in self._actions if action.keys == key), None)

    def primary(self) -> QuietButton | None:
        """The filled button; None while nothing asks to be done first."""
        both = zip(self._buttons, self._actions, strict=True)
        return next((button for button, action in both if action.primary), None)

    def button(self, label: str) -> QuietButton:
        """The button with this label; KeyError when there is none."""
        for button in self._buttons:
            if button.text() == label:
                return button
        raise KeyError(label)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width, and the height that goes with it."""
        wide = max(480, self.width())
        return QSize(480, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least the widest button."""
        widest = max((b.sizeHint().width() for b in self._buttons), default=120)
        tall = self._buttons[0].sizeHint().height() if self._buttons else 20
        return QSize(widest, tall)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the buttons out for the new width."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the button beside; at an end stay there."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((n for n, each in enumerate(self._buttons) if each.hasFocus()), None)
        if by is None or at is None:
            super().keyPressEvent(event)
        elif 0 <= at + by < len(self._buttons):
            self._buttons[at + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for at, action in enumerate(self._actions):
            button = (PrimaryButton if action.primary else QuietButton)(action.label, self)
            button.gives_arrows = True
            button.clicked.connect(lambda _=False, place=at: self._do(place))
            button.show()
            self._buttons.append(button)
        for first, second in pairwise(self._buttons):
            QWidget.setTabOrder(first, second)

    def _do(self, place: int) -> None:
        if place < len(self._actions):
            self._actions[place].act()

    def _place(self, width: int, *, move: bool) -> int:
        """Put everything where it goes at this width; the height that this takes."""
        places = in_lines([button.sizeHint() for button in self._buttons], width, _GAP)
        if move:
            for button, place in zip(self._buttons, places, strict=True):
                button.setGeometry(place)
        x = places[-1].right() + 1 + _GAP if places else 0
        y = places[-1].top() if places else 0
        tall = places[-1].height() if places else 0
        if self._remark.isHidden() or not self._remark.text():
            return y + tall
        left = width - x - _GAP
        if x and left >= _LEAST_REMARK and self._remark.heightForWidth(left) <= tall * 1.3:
            words = self._remark.heightForWidth(left)
            top = y + max(0, (tall - words) // 2)
            if move:
                self._remark.setGeometry(QRect(x + _GAP, top, left, words))
            return max(y + tall, top + words)
        top = y + tall + (_GAP if self._buttons else 0)
        words = self._remark.heightForWidth(width)
        if move:
            self._remark.setGeometry(QRect(0, top, width, words))
        return top + words


def _place_of(before: Action, actions: Sequence[Action]) -> int:
    """Where an action stands now: by its label, or by its key where a number in that changed."""
    labels, keys = [a.label for a in actions], [a.keys for a in actions]
    if before.label in labels:
        return labels.index(before.label)
    return keys.index(before.keys) if before.keys and before.keys in keys else 0


def _look(action: Action) -> tuple[str, str, bool]:
    return action.label, action.keys, action.primary
