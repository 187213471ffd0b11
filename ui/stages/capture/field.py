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

from ui.stages.capture.naming import Mark, doubt, mark_before, named, only_inside, two_named
from ui.stages.capture.offers import Choice, Offers, best
from ui.theme.fonts import Typography
from ui.widgets.chips import Chip, ChipKind
from ui.widgets.marks import paint_field
from ui.widgets.words_line import WordsLine

_WIDEST_CHIP = 220
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureField(QWidget):
    """One line for one idea, with who said it and its theme as chips.

    `kept` carries text, the id of who, the id of the theme and the name of a new theme; the field
    is emptied by `clear` once that was kept, so that a refused idea is still there to mend.

    `@`, a key and a space name somebody by their handle; `@@` names whoever spoke last:
    `spoke_last` gives their id when nobody has spoken here yet. After the words Enter names and
    keeps in one stroke: what is typed next must never join them.

    `warned` carries a sentence when Enter kept nothing because it is in doubt who is named, and
    nothing once that is over. Another Enter keeps it as it stands. `left` is Esc that empties it.
    Without `with_themes` `#` is a letter like any other.
    """

    kept = Signal(str, str, str, str)
    warned = Signal(str)
    left = Signal()

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        spoke_last: Callable[[], str] = str,
        with_themes: bool = True,
    ) -> None:
        super().__init__(parent)
        self._with_themes = with_themes
        self._spoke_last = ""
        self._who_spoke_last = spoke_last
        self._people: list[Choice] = []
        self._themes: list[Choice] = []
        self._who: Choice | None = None
        self._theme: Choice | None = None
        self._mark: Mark | None = None
        self._doubted = False
        self._as_typed = ""
        self.line = WordsLine(self.take_key, self)
        self.line.setFrame(False)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setFont(Typography.current().font(17))
        self.line.focus_changed.connect(self._focus_moved)
        self.line.textEdited.connect(self._edited)
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
        self._settle()
        # Setting the text forgets its history; the next Ctrl+Z takes back the card, not the words.
        self.line.setText("")
        self._put_who(None)
        self._put_theme(None)
        self._close_offers()

    def fill(self, text: str, who: Choice | None) -> None:
        """Put words and who is named there, to be corrected."""
        self.clear()
        self.line.setText(text)
        self._put_who(who)

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
            self.keep()
            return True
        if key == Qt.Key.Key_Escape and self._doubted:
            self._as_typed = self.line.text()
            self._settle()
            return True
        if key == Qt.Key.Key_Escape and (self.line.text() or self._who or self._theme):
            self.line.clear()
            self._put_who(None)
            self._put_theme(None)
            self.left.emit()
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
        elif key in _ENTER and (choice := self.offers.chosen()):
            self._take_and_keep(choice)
        elif key == Qt.Key.Key_Tab:
            self._choose()
        elif key == Qt.Key.Key_Escape:
            # Whoever sends the list away means words.
            self._as_typed = self.line.text()
            self._close_offers()
        else:
            return False
        return True

    def _take_and_keep(self, choice: Choice) -> None:
        """Take a name, and keep the words that are there; a new theme is first seen as a chip."""
        before, person = self._who, self._mark is not None and self._mark.sign == "@"
        self._put(choice)
        if not self.line.text().strip() or (not person and not choice.id):
            return
        if person and before is not None and before != choice:
            self._warn(two_named(before, choice))
            return
        self.keep()

    def keep(self) -> None:
        """Keep the words, with whoever is named at their end; in doubt say so first."""
        self.line.finish_composing()
        text = self.line.text()
        if self._doubted or not text.strip() or text == self._as_typed:
            self._keep()
            return
        mark = mark_before(text, len(text))
        meant = named(self._people, mark.name) if mark and mark.sign == "@" else None
        if mark and meant:
            self._mark = mark
            self._take_and_keep(meant)
        elif why := doubt(self._people, text):
            self._warn(why)
        else:
            self._keep()

    def _warn(self, sentence: str) -> None:
        self._close_offers()
        self._doubted = True
        self.warned.emit(sentence)

    def _settle(self) -> None:
        """Nothing is in doubt any more."""
        if self._doubted:
            self._doubted = False
            self.warned.emit("")

    def _keep(self) -> None:
        self._close_offers()
        self._settle()
        theme = self._theme
        self.kept.emit(
            self.line.text().strip(),
            self._who.id if self._who else "",
            theme.id if theme else "",
            theme.label if theme and not theme.id else "",
        )

    def _edited(self, text: str) -> None:
        self._settle()
        self._as_typed = ""
        self._look_for_mark(text)

    def _look_for_mark(self, text: str) -> None:
        """Open the list when the word under the cursor begins with `@` or `#`."""
        if self._names_last_speaker(text):
            return
        mark = mark_before(text, self.line.cursorPosition())
        if mark is None or (mark.sign == "#" and not self._with_themes):
            self._close_offers()
            return
        self._mark = mark
        typed = mark.word[1:]
        choices = self._people if mark.sign == "@" else self._themes
        # At the head a name in full or a key, and the space after it, needs no list.
        meant = named(choices, typed) if not mark.start and typed[-1:].isspace() else None
        if meant is not None:
            self._put(meant)
            return
        found = best(choices, mark.name)
        fits = bool(found)
        take_first = fits or " " not in typed
        if mark.sign == "@" and text[: mark.start].strip():
            take_first = fits and bool(mark.name) and not only_inside(found, mark.name)
        if mark.sign == "#" and mark.name and not any(c.is_called(mark.name) for c in found):
            # "#1 priority" is more likely a sentence than a name: after a space, Enter keeps it as
            # it stands and only Tab makes a theme of it.
            detail = "a new theme: press Tab" if " " in typed and not fits else "a new theme"
            found.append(Choice("", mark.name, detail=detail))
        self.offers.offer(found, self, take_first=take_first)

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
            self._mark = Mark(cursor - 2, "@@")
            self._put(last)
            return True
        self.line.setText(before[:-1] + text[cursor:])
        self.line.setCursorPosition(cursor - 1)
        self._look_for_mark(self.line.text())
        return True

    def _choose(self) -> None:
        choice = self.offers.chosen(or_first=True)
        if choice is not None:
            self._put(choice)

    def _put(self, choice: Choice) -> None:
        """Turn the mark and what was typed after it into a chip."""
        text, mark = self.line.text(), self._mark
        if mark is None:
            return
        (self._put_who if mark.sign == "@" else self._put_theme)(choice)
        before, after = text[: mark.start], text[mark.start + len(mark.word) :]
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
        self._mark = None
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
