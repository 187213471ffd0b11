"""Choosing the scenario to play: the packs that ship and one's own, with what each touches on."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.guide import ScenarioPack
from ui.desk import Desk
from ui.packs.changing import blank_pack
from ui.packs.editor import PackEditor
from ui.packs.list import PackList
from ui.packs.shelf import Kind, Offered
from ui.packs.summary import PackSummary
from ui.packs.trading import PackTrade
from ui.packs.words import counted
from ui.stages.form_row import LineField
from ui.stages.ledger.actions import Action, ActionRow
from ui.stages.rehearsal.words import stop_in_force
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel, SectionLabel

_CHANGE: dict[Kind, str] = {
    "shipped": "Change a copy",
    "own": "Change",
    "draft": "Go on writing",
    "broken": "Mend it",
}


class ScenarioChooser(QWidget):
    """The packs at the left, the one under the keyboard in full at the right.

    `chosen` carries a pack and the stop word; `left` when it should be put away again;
    `stop_asked` when the stop word was said while a pack is written.
    """

    chosen = Signal(object, str)
    left = Signal()
    stop_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = desk.packs
        self._may_leave = False
        self.editor: PackEditor | None = None
        self._label = SectionLabel("Choose a scenario", parent=self)
        self.trade = PackTrade(desk, self)
        self.trade.arrived.connect(self._go_to)
        self.trade.mending.connect(self._edit)
        self.trade.done.connect(self.begin)
        self.trade.told.connect(self._tell)
        self.packs = PackList(self)
        self.packs.opened.connect(lambda _key: self._choose())
        self.packs.asked.connect(self._asked)
        self.packs.moved.connect(self._preview)
        self.summary = PackSummary(self)
        self.stop_word = LineField("Stop word", "Pause please", self)
        self.stop_word.returnPressed.connect(self._choose)
        self.buttons = ActionRow(self)
        self._told = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self._told.hide()
        stop = QHBoxLayout()
        stop.setSpacing(8)
        stop_label = PlainLabel("Stop word", self, size=12.5, colour=LIGHT.mute)
        stop_label.setWordWrap(False)
        stop.addWidget(stop_label)
        stop.addWidget(self.stop_word, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary, 1)
        right.addLayout(stop)
        both = QHBoxLayout()
        both.setSpacing(26)
        both.addWidget(self.packs, 11)
        both.addLayout(right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addWidget(self.trade)
        column.addLayout(both, 1)
        column.addWidget(self.buttons)
        column.addWidget(self._told)
        QWidget.setTabOrder(self.packs.table, self.stop_word)
        QWidget.setTabOrder(self.stop_word, self.buttons)
        self._shelf.changed.connect(self._show_packs)
        self._show_packs()

    def may_leave(self, may: bool) -> None:
        """Whether there is a scenario already, to go back to."""
        self._may_leave = may
        self._preview()

    def begin(self) -> None:
        """Put the keyboard on the packs."""
        self.packs.begin()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look into the folder: somebody may have put a file there meanwhile."""
        super().showEvent(event)
        self._shelf.look()

    def _show_packs(self) -> None:
        offered = self._shelf.offered()
        self.packs.show_packs(offered)
        ships = sum(each.kind == "shipped" for each in offered)
        yours = len(offered) - ships
        self._label.show_text(
            "Choose a scenario", f"{counted(yours, 'pack')} of yours" if yours else ""
        )

    def _preview(self) -> None:
        offered = self.packs.current()
        self.summary.show_pack(offered)
        self.buttons.show_actions(self._what_can_be_done(offered))

    def _what_can_be_done(self, offered: Offered | None) -> list[Action]:
        able: list[Action] = []
        if offered is not None and offered.ready:
            able.append(Action("Choose this scenario", self._choose, "Enter", primary=True))
        if self._may_leave:
            able.append(Action("Leave it", self.left.emit, "Esc"))
        able.append(Action("Write a new one", self._write, "N"))
        if offered is not None:
            change = _CHANGE[offered.kind] if offered.pack else "Show the folder"
            able.append(Action(change, lambda: self._change(offered), "E"))
        able.append(Action("Bring one in…", self.trade.ask_for_file, "I"))
        if offered is not None and offered.pack is not None:
            able.append(Action("Save as TOML…", lambda: self.trade.ask_where_to_save(offered), "S"))
        if offered is not None and offered.path is not None:
            able.append(Action("Remove", lambda: self.trade.ask_to_remove(offered), "Del"))
        return able

    def _asked(self, key: str) -> None:
        if key == "Esc":
            if self.trade.notice.sentence():
                self.trade.quiet()
            elif self._may_leave:
                self.left.emit()
            return
        offered = self.packs.current()
        action = self.buttons.of_key(key)
        if action is not None:
            action.act()
        elif key == "Del" and offered is not None:
            self.trade.ask_to_remove(offered)

    def _choose(self) -> None:
        offered = self.packs.current()
        self.trade.quiet()
        if offered is None:
            return
        if offered.ready and offered.pack is not None:
            self._tell("")
            self.chosen.emit(offered.pack, self.stop_word.text())
        else:
            self._change(offered)

    def _write(self) -> None:
        self._edit(
            blank_pack(self._shelf.unused_id(), next(iter(self._shelf.guide.packs.values())))
        )

    def _change(self, offered: Offered) -> None:
        """Open the editor on a pack or on a copy of one that ships; else show the folder."""
        pack, path = offered.pack, offered.path
        if pack is None and path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
            self._tell(f"{path.name} lies in {path.parent}. Put it right there with any editor.")
        elif pack is not None and path is None:
            copy = f"{pack.title} (our copy)"
            self._edit(replace(pack, id=self._shelf.unused_id(), title=copy))
        elif pack is not None and offered.kind == "draft":
            self._go_on_writing(pack, path)
        elif pack is not None:
            self._edit_file(pack, offered)

    def _go_on_writing(self, pack: ScenarioPack, draft: Path | None) -> None:
        kept = self._others(pack.id, "own", "broken")
        self._edit(pack, kept[0].path if kept else None, draft=draft)

    def _edit_file(self, pack: ScenarioPack, offered: Offered) -> None:
        """Change a pack of one's own; its draft when there is one, so that no word there is lost.

        Drafts go by the id, so a pack whose id another file has gets an id of its own.
        """
        same = [each for each in self._others(pack.id, "own", "broken") if each.key != offered.key]
        drafts = self._shelf.drafts_of(pack.id)
        if same or not pack.id:
            self._edit(replace(pack, id=self._shelf.unused_id()), offered.path)
        elif drafts and drafts[0].pack is not None:
            self._edit(drafts[0].pack, offered.path, draft=drafts[0].path)
        else:
            self._edit(pack, offered.path)

    def _others(self, pack: str, *kinds: Kind) -> list[Offered]:
        """What there is of these kinds under a pack's id."""
        every = [each for each in self._shelf.offered() if each.kind in kinds]
        return [each for each in every if each.pack is not None and each.pack.id == pack]

    def _edit(
        self, pack: ScenarioPack, at: Path | None = None, *, draft: Path | None = None
    ) -> None:
        self.trade.quiet()
        editor = PackEditor(self._shelf, pack, self.window(), at=at, draft=draft)
        editor.kept.connect(self._go_to)
        editor.finished.connect(self._back_from_editor)
        editor.stop_asked.connect(self._stop)
        self.editor = editor
        editor.open()

    def _stop(self) -> None:
        """Let everything stand still, or go on, and say so in the editor."""
        self.stop_asked.emit()
        if self.editor is None:
            return
        if stop_in_force(self._desk.workshop) is not None:
            self.editor.notice.tell("Everything stands still. F9 again goes on.")
        else:
            self.editor.notice.dismiss()

    def _back_from_editor(self) -> None:
        self.editor = None
        self._shelf.look()
        # Not every desktop gives the window below the keyboard by itself.
        self.window().activateWindow()
        self.begin()

    def _go_to(self, key: str) -> None:
        self._shelf.look()
        self.packs.go_to(key)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
