"""One pack in full, to be read before it is chosen; or what is wrong with a file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.guide import ScenarioPack, faults_of
from facilitator.wording import joined
from ui.packs.shelf import Offered
from ui.packs.words import about, length, problem_line, said, size
from ui.stages.rehearsal.words import touches_on
from ui.stages.scrolled import scrolled
from ui.theme.tokens import LIGHT
from ui.widgets.labels import Heading, PlainLabel

_MOST_PROBLEMS = 12


class PackSummary(QWidget):
    """Title, what it touches on, the situation, stakes, roles and decisions; it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self._title = Heading("", inside, size=18)
        self._what = PlainLabel("", inside, size=12.5, colour=LIGHT.mute)
        self._touches = PlainLabel("", inside, weight=600, colour=LIGHT.on_accent_soft)
        self._wrong = PlainLabel("", inside, size=13, colour=LIGHT.on_accent_soft)
        self._situation = PlainLabel("", inside)
        self._stakes = PlainLabel("", inside, size=13, colour=LIGHT.mute)
        self._roles = PlainLabel("", inside, size=13, colour=LIGHT.mute)
        self._decisions = PlainLabel("", inside, size=13, colour=LIGHT.mute)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(6)
        for part in self._parts():
            lines.addWidget(part)
        lines.addStretch(1)
        self.area = scrolled(inside, "The scenario in full")
        # What is only read gets the keyboard, so that the arrows scroll it.
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As tall as the list beside it; what is longer scrolls.
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_pack(self, offered: Offered | None) -> None:
        """Show this one; nothing without one."""
        pack = offered.pack if offered else None
        self._title.setText(offered.title if offered else "")
        self._what.setText(_kind(offered) if offered else "")
        self._wrong.setText(_wrong(offered) if offered else "")
        self._touches.setText(touches_on(pack) if pack else "")
        self._situation.setText(pack.situation if pack else "")
        self._stakes.setText(f"At stake: {'; '.join(pack.stakes)}." if pack and pack.stakes else "")
        roles = f"Roles: {joined(pack.roles)}." if pack and pack.roles else ""
        self._roles.setText(roles)
        self._decisions.setText(_decisions(pack) if pack else "")
        for part in self._parts():
            part.setVisible(bool(part.text()))
        self.area.verticalScrollBar().setValue(0)

    def _parts(self) -> tuple[PlainLabel, ...]:
        return (
            self._title,
            self._what,
            self._touches,
            self._wrong,
            self._situation,
            self._stakes,
            self._roles,
            self._decisions,
        )


def _kind(offered: Offered) -> str:
    pack, path = offered.pack, offered.path
    if offered.kind in ("draft", "broken") or pack is None:
        where = f" In {path.parent.name}: {path.name}" if path else ""
        words = about(offered)
        return f"{words[:1].upper()}{words[1:]}.{where}"
    yours = f"Yours, in {path.name}. " if path else ""
    return f"{yours}{length(pack)} minutes of story: {size(pack)}."


def _wrong(offered: Offered) -> str:
    """What is wrong: of a file by its lines, of a draft by its fields."""
    if offered.kind == "broken":
        lines = [problem_line(each) for each in offered.problems]
    elif offered.kind == "draft" and offered.pack is not None:
        lines = [said(each) for each in faults_of(offered.pack)]
    else:
        return ""
    shown = lines[:_MOST_PROBLEMS]
    more = [f"and {len(lines) - len(shown)} more."] if len(lines) > len(shown) else []
    return "\n".join([*shown, *more])


def _decisions(pack: ScenarioPack) -> str:
    lines = []
    for point in pack.decision_points:
        titles = [f"“{option.title}”" for option in point.options]
        offered = f" {', '.join(titles)}, or another way." if titles else ""
        lines.append(f"To decide: {point.question}{offered}")
    return "\n".join(lines)
