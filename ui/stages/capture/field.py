"""The field in which the room's words are captured: `@` says who, `#` which theme, Enter keeps."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.stages.capture.offers import Choice, Offers, best
from ui.theme.fonts import Typography
from ui.widgets.chips import Chip, ChipKind
from ui.widgets.marks import paint_field
from ui.widgets.words_line import WordsLine

_LONGEST_NAME = 60
_WIDEST_CHIP = 220
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureField(QWidget):
    """One line for one idea, with who said it and its theme as chips.

    `kept` carries text, the id of who, the id of the theme and the name of a new theme; the field
    is emptied by `clear` once that was kept, so that a refused idea is still there to mend.

    `@`, a key and a space name somebody by their handle; `@@` names whoever spoke last:
    `spoke_last` gives their id when nobody has spoken here yet.
    """

    kept = Signal(str, str, str, str)

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        spoke_last: Callable[[], str] = str,
    ) -> None:
        super().__init__(parent)
        self._spoke_last = ""
        self._who_spoke_last = spoke_last
        self._people: list[Choice] = []
        self._themes: list[Choice] = []
        self._who: Choice | None = None
        self._theme: Choice | None = None
        self._mark = ""
        self.line = WordsLine(self.take_key, self)
        self.line.setFrame(False)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setFont(Typography.current().font(17))
        self.line.focus_changed.connect(self._focus_moved)
        self.line.textEdited.connect(self._look_for_mark)
        self._who_chip, self._theme_chip = self._chip("soft"), self._chip("gold")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        for part in (self._who_chip, self._theme_chip, self.line):
            row.addWidget(part)
        self.setFixedHeight(Typography.current().px(48))
        self.setFocusProxy(self.line)
        self.offers = Offers(self)
        self.offers.itemClicked.connect(self._choose)

    def offer_people(self, choices: list[Choice]) -> None:
        """Who `@` can name."""
        self._people = choices

    def offer_themes(self, choices: list[Choice]) -> None:
        """Which themes `#` can name; any other name makes a new one."""
        self._themes = choices

    def clear(self) -> None:
        """Empty the field: words, who and theme."""
        if self._who is not None:
            self._spoke_last = self._who.id
        # Setting the text forgets its history; the next Ctrl+Z takes back the card, not the words.
        self.line.setText("")
        self._put_who(None)
        self._put_theme(None)
        self._close_offers()

    def who(self) -> Choice | None:
        """Who is said to have said it; None leaves the card unattributed."""
        return self._who

    def theme(self) -> Choice | None:
        """The theme it will lie on; one without an id is new."""
        return self._theme

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the field used the key: the list's keys, Enter, Esc, Backspace over a chip."""
        key = event.key()
        if not self.offers.isHidden() and self._take_list_key(key):
            return True
        if key in _ENTER:
            self._keep()
            return True
        if key == Qt.Key.Key_Escape and (self.line.text() or self._who or self._theme):
            self.line.clear()
            self._put_who(None)
            self._put_theme(None)
            return True
        at_start = not self.line.cursorPosition() and not self.line.hasSelectedText()
        if key == Qt.Key.Key_Backspace and at_start and (self._theme or self._who):
            if self._theme:
                self._put_theme(None)
            else:
                self._put_who(None)
            return True
        return False

    def _take_list_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab or (key in _ENTER and self.offers.chosen()):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self._close_offers()
        else:
            return False
        return True

    def _keep(self) -> None:
        self.line.finish_composing()
        self._close_offers()
        theme = self._theme
        self.kept.emit(
            self.line.text().strip(),
            self._who.id if self._who else "",
            theme.id if theme else "",
            theme.label if theme and not theme.id else "",
        )

    def _look_for_mark(self, text: str) -> None:
        """Open the list when the word under the cursor begins with `@` or `#`."""
        if self._names_last_speaker(text):
            return
        word = self._word(text)
        if not word:
            self._close_offers()
            return
        self._mark = word
        choices = self._people if word[0] == "@" else self._themes
        typed = word[1:]
        meant = self._named(choices, typed) if text.startswith(word) else None
        if meant is not None:
            self._put(meant)
            return
        found = best(choices, typed.strip())
        fits = bool(found)
        name = typed.strip()
        if word[0] == "#" and name and not any(choice.is_called(name) for choice in found):
            # "#1 priority" is more likely a sentence than a name: after a space, Enter keeps it as
            # it stands and only Tab makes a theme of it.
            detail = "a new theme: press Tab" if " " in typed and not fits else "a new theme"
            found.append(Choice("", name, detail=detail))
        self.offers.offer(found, self, take_first=fits or " " not in typed)

    def _names_last_speaker(self, text: str) -> bool:
        """Whether `@@` was typed where a name may stand: then whoever spoke last is put there.

        While nobody has spoken one of the two signs goes again, and the list opens as ever.
        """
        cursor = self.line.cursorPosition()
        before = text[:cursor]
        if not before.endswith("@@") or before[-3:-2].strip():
            return False
        who = self._spoke_last or self._who_spoke_last()
        last = next((choice for choice in self._people if choice.id == who), None)
        if last is not None:
            self._mark = "@@"
            self._put(last)
            return True
        self.line.setText(before[:-1] + text[cursor:])
        self.line.setCursorPosition(cursor - 1)
        self._look_for_mark(self.line.text())
        return True

    @staticmethod
    def _named(choices: list[Choice], typed: str) -> Choice | None:
        """Who was named, with a space after it: in full, when no longer name begins so, or by key.

        A name in full comes before a handle.
        """
        if not typed[-1:].isspace():
            return None
        name = typed.casefold().strip()
        begins = [c for c in choices if c.label.casefold().startswith(name)]
        if any(choice.is_called(name) for choice in begins):
            return begins[0] if len(begins) == 1 else None
        return next((choice for choice in choices if choice.handle == name), None)

    def _word(self, text: str) -> str:
        """What was typed since the last mark, up to the cursor; a mark stands after a space.

        Nothing when there is no mark, as in a mail address.
        """
        before = text[: self.line.cursorPosition()]
        start = max(before.rfind("@"), before.rfind("#"))
        if start < 0 or (start and not before[start - 1].isspace()):
            return ""
        word = before[start:]
        return "" if word[1:2].isspace() or len(word) > _LONGEST_NAME else word

    def _choose(self) -> None:
        choice = self.offers.chosen(or_first=True)
        if choice is not None:
            self._put(choice)

    def _put(self, choice: Choice) -> None:
        """Turn the mark and what was typed after it into a chip."""
        cursor = self.line.cursorPosition()
        start = max(0, cursor - len(self._mark))
        text = self.line.text()
        (self._put_who if self._mark[:1] == "@" else self._put_theme)(choice)
        before, after = text[:start], text[cursor:]
        if not before.strip():
            before, after = "", after.lstrip()
        self.line.setText(before + after)
        self.line.setCursorPosition(len(before))
        self._close_offers()

    def _put_who(self, choice: Choice | None) -> None:
        self._who = choice
        self._show_chip(self._who_chip, "@", choice)

    def _put_theme(self, choice: Choice | None) -> None:
        self._theme = choice
        self._show_chip(self._theme_chip, "#", choice)

    def _chip(self, kind: ChipKind) -> Chip:
        chip = Chip("", kind, self)
        chip.hide()
        return chip

    def _show_chip(self, chip: Chip, mark: str, choice: Choice | None) -> None:
        label = f"{mark}{choice.label}" if choice else ""
        metrics = QFontMetrics(Typography.current().font(12, 600))
        widest = Typography.current().px(_WIDEST_CHIP)
        chip.show_text(metrics.elidedText(label, Qt.TextElideMode.ElideRight, widest))
        chip.setAccessibleName(label)
        chip.setVisible(choice is not None)
        chips = [f"said by {self._who.label}" if self._who else ""]
        chips += [f"theme {self._theme.label}" if self._theme else ""]
        self.line.setAccessibleDescription(", ".join(part for part in chips if part))

    def _close_offers(self) -> None:
        self._mark = ""
        self.offers.hide()

    def _focus_moved(self) -> None:
        if not self.line.hasFocus():
            self._close_offers()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes with the field; what is being composed stays in it."""
        self.line.finish_composing()
        self._close_offers()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame, deep and strong while the keyboard is in it."""
        paint_field(QPainter(self), QRectF(self.rect()), lit=self.line.hasFocus())
