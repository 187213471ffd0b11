"""What a pack will look like: the room's screen, a role's card, the minutes from first to last."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.guide import Guide, Inject, ScenarioPack
from ui.packs.history import Spot
from ui.packs.seen import room_sees
from ui.room.canvas import RoomCanvas
from ui.stages.keyed_table import KeyedTable
from ui.stages.scrolled import scrolled
from ui.theme.fonts import Typography
from ui.theme.tokens import CARD_CORNER, LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.marks import paint_panel


class _Screen(RoomCanvas):
    """The room's picture at 16 to 9, as wide as the pane.

    It tells the layout its height and never sets it: the scroll bar that a taller picture brings
    up would make it narrower, and that would take the bar away again, without an end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Keep the shape."""
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small."""
        return QSize(400, 225)


class _Framed(QWidget):
    """Paints a hairline round the screen: a light one would not stand out from the paper."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = _Screen(self)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the hairline."""
        frame = QRectF(self.picture.geometry()).adjusted(-1, -1, 1, 1)
        paint_panel(QPainter(self), frame, "", LIGHT.line, 1)


class RoomPane(QWidget):
    """The room's screen at the inject or decision in hand, and what is only handed over."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        inside = _Framed()
        self.about = PlainLabel("", inside, size=12.5, colour=LIGHT.mute)
        self.picture = inside.picture
        self.slip = Slip(inside)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(1, 0, 8, 1)
        lines.setSpacing(8)
        lines.addWidget(self.about)
        lines.addWidget(self.slip)
        lines.addWidget(self.picture)
        lines.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside, "What the room will see"))

    def show_pack(self, pack: ScenarioPack, spot: Spot) -> None:
        """Show what the room sees at a spot."""
        inject = next((each for each in pack.injects if each.id == spot.row), None)
        decision = spot.row if spot.section == "decision_points" else ""
        private = inject is not None and not inject.for_everyone
        # What is private is left out where the room's own view is made, here as in the room.
        at = inject.id if inject is not None else ""
        self.picture.show_view(room_sees(self._guide, pack, inject=at, decision=decision))
        self.slip.setVisible(private)
        if inject is None:
            what = "when the question is put" if decision else "while the story is told"
            self.about.setText(f"On the room’s screen, {what}")
        elif private:
            who = inject.to or "one role"
            self.about.setText(f"To {who} alone: the room’s screen stays as it is")
            self.slip.show_inject(inject)
        else:
            self.about.setText(f"On the room’s screen, at minute {inject.at_min}")


class Slip(QWidget):
    """The slip of paper that is handed to one player."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._text = PlainLabel("", self, size=15)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._text)

    def show_inject(self, inject: Inject) -> None:
        """Show what it says."""
        head = (inject.story_time, inject.arrives_as, inject.to)
        self._head.setText(" · ".join(part for part in head if part))
        self._text.setText(inject.text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper."""
        paint_panel(QPainter(self), QRectF(self.rect()), LIGHT.card, LIGHT.line, CARD_CORNER)


class RoleCard(QWidget):
    """The card of one role, as its player holds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._role = Heading("", self, size=22)
        self._brief = PlainLabel("", self, size=15)
        self._situation = PlainLabel("", self, size=13, colour=LIGHT.mute)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        for part in (self._title, self._role, self._brief, self._situation):
            column.addWidget(part)

    def show_role(self, pack: ScenarioPack, role: str) -> None:
        """Show a role's card; without one say so."""
        self._title.setText(pack.title or "No title yet")
        self._role.setText(role or "No role yet")
        brief = pack.note_on(role).brief if role else ""
        self._brief.setText(brief or "No brief yet: the player has only the name of the role.")
        self._brief.set_colour(LIGHT.ink if brief else LIGHT.mute)
        self._situation.setText(pack.situation)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card."""
        paint_panel(QPainter(self), QRectF(self.rect()), LIGHT.card, LIGHT.line, CARD_CORNER)


class CardPane(QWidget):
    """A role's card, in an area that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self.card = RoleCard(inside)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addWidget(self.card)
        lines.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside, "The role’s card"))

    def show_pack(self, pack: ScenarioPack, spot: Spot) -> None:
        """Show the card of the role in hand, of who hears the inject in hand, or the first."""
        self.card.show_role(pack, _role_at(pack, spot))


def _role_at(pack: ScenarioPack, spot: Spot) -> str:
    if spot.section == "roles" and spot.row.isdecimal() and int(spot.row) < len(pack.roles):
        return pack.roles[int(spot.row)]
    to = next((each.to for each in pack.injects if each.id == spot.row), "")
    named = [role for role in pack.roles if role.casefold() == to.casefold()]
    return (named or list(pack.roles) or [""])[0]


class Strip(QWidget):
    """The minutes of the stage as a line: the play, the injects on it, the decisions under it."""

    def __init__(self, play: range, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play, self._last = play, last
        self._pack: ScenarioPack | None = None
        self._row = ""
        self.setFixedHeight(Typography.current().px(74))
        self.setAccessibleName("The minutes of the story")

    def show_pack(self, pack: ScenarioPack, row: str) -> None:
        """Show when everything happens, the row in hand strongest."""
        self._pack, self._row = pack, row
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line, its tens of minutes and the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        type_ = Typography.current()
        middle = self.height() * 0.48
        left, right = self._x(self._play.start), self._x(self._play.stop)
        band = QRectF(left, middle - 17, right - left, 34)
        paint_panel(painter, band, LIGHT.deep_soft, "", 4)
        painter.fillRect(QRectF(self._x(0), middle, self._x(self._last) - self._x(0), 1), LIGHT.dot)
        painter.setFont(type_.font(11))
        painter.setPen(QColor(LIGHT.mute))
        for minute in range(0, self._last + 1, 20):
            place = QRectF(self._x(minute) - 20, self.height() - 18, 40, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(minute))
        for point in self._pack.decision_points if self._pack else ():
            wide = max(self._x(point.at_min + point.minutes) - self._x(point.at_min), 4)
            bar = QRectF(self._x(point.at_min), middle + 4, wide, 9)
            colour = LIGHT.accent if point.id == self._row else LIGHT.deep
            paint_panel(painter, bar, colour, "", 2)
        for inject in self._pack.injects if self._pack else ():
            colour = LIGHT.accent if inject.id == self._row else LIGHT.deep
            size = 10.0
            dot = QRectF(self._x(inject.at_min) - size / 2, middle - 14, size, size)
            # What one role alone hears is a ring: the room does not see it.
            fill = colour if inject.for_everyone else LIGHT.card
            paint_panel(painter, dot, fill, colour, size / 2)

    def _x(self, minute: int) -> float:
        return 10 + (self.width() - 20) * min(minute, self._last) / self._last


class MinutesPane(QWidget):
    """The line of minutes, and under it everything that happens in its order."""

    def __init__(self, play: range, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = Strip(play, last, self)
        words = "● for the room   ○ to one role alone   ▬ a decision   the tinted band is play"
        self.table = KeyedTable("What happens when", (), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.strip)
        column.addWidget(PlainLabel(words, self, size=11.5, colour=LIGHT.mute))
        column.addWidget(self.table, 1)

    def show_pack(self, pack: ScenarioPack, spot: Spot) -> None:
        """Show the minutes."""
        self.strip.show_pack(pack, spot.row)
        happens = [
            (each.at_min, 0, each.id, each.name or "An inject", each.to) for each in pack.injects
        ]
        happens += [
            (
                each.at_min,
                1,
                each.id,
                each.question or "A decision",
                f"{each.minutes} min to decide",
            )
            for each in pack.decision_points
        ]
        rows = [
            TableRow(row, (Cell(str(minute)), Cell(what, bold=bool(kind)), Cell(who, mute=True)))
            for minute, kind, row, what, who in sorted(happens)
        ]
        columns = (Column("Minute", 0.45), Column("What", 1.6), Column("To", 1.0))
        self.table.show_rows(columns, rows)
