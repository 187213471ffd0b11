"""What note-takers hand over: looked at, file by file, before any of it goes in."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from sessions.library import SUFFIX
from sessions.problems import SessionProblem
from sessions.reconcile import Merge
from sessions.session import Session
from ui.documents.press import Order
from ui.documents.writing import SHOWN_AFTER
from ui.merging import words
from ui.merging.drops import Drops
from ui.merging.file_table import FileTable
from ui.merging.question_view import QuestionView
from ui.merging.reading import Reader
from ui.stages.scrolled import scrolled
from ui.theme.fonts import Typography
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.notices import Notice

_LOOK = 100
_MOST_SHOWN = 12
"""Questions that are shown before anything goes in; the others are counted."""
_LEAVE_OUT, _TAKE_AFTER_ALL = "Leave this one out", "Take it after all"


class MergeDialog(QDialog):
    """Asks for files, shows what they would bring, and brings it in when told to.

    `kept` carries how many entries came in, and from how many files. The session's workshop is as
    it was until then. A note-taker brings their copy `up_to_date` with it.
    """

    kept = Signal(int, int)

    def __init__(
        self,
        session: Session,
        reader: Reader,
        parent: QWidget | None = None,
        *,
        folder: Path | None = None,
        up_to_date: bool = False,
    ) -> None:
        super().__init__(parent)
        self._title = words.UP_TO_DATE if up_to_date else words.CHOOSE
        self._up_to_date = up_to_date
        self.setWindowTitle(self._title)
        self._session = session
        self._reader = reader
        self._folder = folder or session.path.parent
        self._paths: list[Path] = []
        self._shown: list[Path] = []
        self._order: Order | None = None
        self._waited = 0
        self._turns = 0
        self.merge: Merge | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK)
        self._clock.timeout.connect(self._look)
        self._make()
        self.said.hide()
        self._lay_out()
        Drops(self).dropped.connect(self.bring)
        self.finished.connect(self._leave)
        self._show()
        self.files.setFocus()

    def _make(self) -> None:
        self.heading = Heading(self._title, self, size=22)
        self.safe = PlainLabel(words.SAFE, self, size=12.5, colour=LIGHT.mute)
        self.notice = Notice(self, by_escape=False)
        self.said = PlainLabel("", self, size=15, weight=700)
        self.table = FileTable(self)
        self.details = PlainLabel("", self, size=13)
        self.leave_out = QuietButton(_LEAVE_OUT, self)
        self.over = PlainLabel("To talk over", self, size=14, weight=700)
        self.questions: list[QuestionView] = []
        self.more = PlainLabel("", self, size=12.5, colour=LIGHT.mute)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName("How much has been looked at")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.doing = PlainLabel("", self, size=13, colour=LIGHT.mute)
        self.cancel = QuietButton("Stop looking", self)
        self.files = QuietButton("Choose files…", self)
        self.folder = QuietButton("Choose a folder…", self)
        self.bring_in = PrimaryButton("Bring in", self)
        self.not_now = QuietButton("Not now", self)
        self.backup = PlainLabel(words.BACKUP_FIRST, self, size=12.5, colour=LIGHT.mute)
        self.table.asked.connect(lambda _key, _row: self._turn())
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self.leave_out.clicked.connect(self._turn)
        self.cancel.clicked.connect(self.stop)
        self.files.clicked.connect(self.choose_files)
        self.folder.clicked.connect(self.choose_folder)
        self.bring_in.clicked.connect(self.keep)
        self.not_now.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._asked = QVBoxLayout()
        self._asked.setSpacing(14)
        of_row = QHBoxLayout()
        of_row.setSpacing(12)
        of_row.addWidget(self.details, 1)
        of_row.addWidget(self.leave_out)
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 6, 0)
        body.setSpacing(10)
        body.addWidget(self.table)
        body.addLayout(of_row)
        body.addSpacing(4)
        body.addWidget(self.over)
        body.addLayout(self._asked)
        body.addWidget(self.more)
        body.addStretch(1)
        area = scrolled(inside, "What they bring")
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        waiting = QHBoxLayout()
        waiting.setSpacing(12)
        waiting.addWidget(self.bar, 1)
        waiting.addWidget(self.cancel)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.bring_in, self.not_now, self.files, self.folder):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.backup)
        self.backup.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 26)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.safe)
        column.addWidget(self.notice)
        column.addWidget(self.said)
        column.addWidget(self.doing)
        column.addLayout(waiting)
        column.addWidget(area, 1)
        column.addLayout(acts)
        self._area = area

    def choose_files(self) -> None:
        """Ask for files, besides those that are here."""
        kinds = f"Workshops and archives (*{SUFFIX} *.zip);;All files (*)"
        found, _ = QFileDialog.getOpenFileNames(self, self._title, str(self._folder), kinds)
        self.bring([Path(each) for each in found])

    def choose_folder(self) -> None:
        """Ask for a folder of files, besides those that are here."""
        found = QFileDialog.getExistingDirectory(self, self._title, str(self._folder))
        self.bring([Path(found)] if found else [])

    def bring(self, paths: list[Path]) -> None:
        """Look at what these would bring, besides those that were chosen before."""
        new = [path for path in paths if path not in self._paths]
        if not new:
            return
        self.stop()
        self._folder = new[0].parent
        self._paths += new
        self._waited = 0
        self.notice.dismiss()
        self._say("")
        # What was asked for before, or before the dialog was left, is of no use when it comes.
        self._turns += 1
        mine = self._turns
        self._order = self._reader.read(
            list(self._paths),
            lambda merge, _taken: self.show_found(merge) if mine == self._turns else None,
            lambda: self._stopped() if mine == self._turns else None,
        )
        self._clock.start()
        self._show()
        self.cancel.setFocus()

    def stop(self) -> None:
        """Look no further: what was not taken in stays where it is."""
        if self._order is not None:
            self._order.stop()

    def keep(self) -> None:
        """Bring in what is shown."""
        merge = self.merge
        if merge is None or self._order is not None:
            return
        count = merge.new + merge.again
        files = sum(
            bool(each.new or each.again)
            for at, each in enumerate(merge.brought)
            if at not in merge.left_out and each.problem is None
        )
        self.bring_in.setEnabled(False)
        try:
            merge.keep(self._keeping)
        except SessionProblem as problem:
            self.bar.hide()
            self.bring_in.setEnabled(True)
            self.notice.tell(f"{problem.what} {problem.safe} {problem.do}")
            return
        self.accept()
        self.kept.emit(count, files)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The page keys read what they bring to its end; Enter and Esc are the dialog's own."""
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        way = ways.get(Qt.Key(event.key()), 0)
        if way:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _keeping(self, done: int, total: int) -> None:
        """Show how far it is. It is one change and takes a moment: nothing else happens in it."""
        if self.bar.isHidden():
            self.bar.show()
        self.bar.setValue(round(100 * done / max(total, 1)))
        self.bar.repaint()

    def _look(self) -> None:
        self._waited += _LOOK
        if self._order is not None:
            self.bar.setValue(round(100 * self._order.fraction))
            self.bar.setVisible(self._waited >= SHOWN_AFTER)

    def show_found(self, merge: Merge) -> None:
        """Show what files would bring."""
        self._ended()
        self.merge = merge
        self._shown = list(self._paths)
        self._show()
        (self.bring_in if self.bring_in.isVisible() else self.not_now).setFocus()

    def _stopped(self) -> None:
        self._ended()
        # What was shown before is still true of what it was read from.
        self._paths = list(self._shown)
        self._show()
        self._say(words.STOPPED)
        self.files.setFocus()

    def _ended(self) -> None:
        self._order = None
        self._clock.stop()

    def _turn(self) -> None:
        """Leave the file in hand out, or take it after all."""
        row = self.table.current_id()
        if self.merge is None or not row:
            return
        at = int(row)
        if self.merge.brought[at].problem is not None:
            return
        self.merge.leave_out(at, at not in self.merge.left_out)
        self._show()

    def _show(self) -> None:
        merge, busy = self.merge, self._order is not None
        shown = merge is not None and bool(merge.brought) and not busy
        nothing_yet = words.NEWER_COPY if self._up_to_date else words.NOTHING_YET
        self.doing.setText(words.LOOKING if busy else nothing_yet)
        self.doing.setVisible(not shown)
        self.bar.setVisible(busy and self._waited >= SHOWN_AFTER)
        self.cancel.setVisible(busy)
        self.files.setVisible(not busy)
        self.folder.setVisible(not busy)
        self._area.setVisible(shown)
        can = bool(shown and merge and merge.new + merge.again)
        self.bring_in.setVisible(can)
        self.backup.setVisible(can and self._session.backups is not None)
        self.not_now.setText("Not now" if can or not shown else "Close")
        if merge is not None and not busy:
            self._show_merge(merge)
        self.resize(self._wide(), self._tall())

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _show_merge(self, merge: Merge) -> None:
        today = self._session.minute()[:10]
        if not self._up_to_date:
            self.heading.setText(words.heading(merge.brought))
        self.bring_in.setText(words.button(merge))
        self.bring_in.setEnabled(True)
        self.notice.dismiss()
        self._say(_why_nothing(merge))
        self.table.show_merge(merge, today)
        for view in self.questions:
            self._asked.removeWidget(view)
            view.deleteLater()
        workshop = self._session.workshop
        self.questions = [
            QuestionView(workshop, each, today, parent=self)
            for each in merge.questions[:_MOST_SHOWN]
        ]
        for view in self.questions:
            self._asked.addWidget(view)
            # Until it is shown it has no height, and the dialog takes its own from it.
            view.show()
        more = len(merge.questions) - len(self.questions)
        self.over.setVisible(bool(merge.questions))
        self.more.setVisible(more > 0)
        self.more.setText(f"And {more:,} more. Ctrl+Shift+M shows all of them afterwards.")
        self._show_details()

    def _show_details(self, *_rows: object) -> None:
        row = self.table.current_id()
        if self.merge is None or not row:
            return
        at = int(row)
        brought = self.merge.brought[at]
        self.details.setText(f"{words.label_of(brought)}. {words.details(brought)}")
        self.leave_out.setVisible(bool(brought.new or brought.again))
        out = at in self.merge.left_out
        self.leave_out.setText(_TAKE_AFTER_ALL if out else _LEAVE_OUT)

    def _wide(self) -> int:
        above = self.parentWidget()
        window = above.window().width() if above is not None else 1024
        return min(860, window - 60)

    def _tall(self) -> int:
        """As tall as what it shows, and never taller than the window that it stands over."""
        if self._area.isHidden():
            return self.sizeHint().height()
        inside = self._area.widget()
        layout = inside.layout() if inside is not None else None
        body = layout.totalHeightForWidth(self._wide() - 70) if layout is not None else 0
        told = not self.notice.isHidden() or not self.said.isHidden()
        around = Typography.current().px(240 if told else 196)
        above = self.parentWidget()
        window = above.window().height() if above is not None else 768
        return min(body + around, max(window - 40, 420))

    def _leave(self) -> None:
        self.stop()
        self._turns += 1
        self._clock.stop()
        self.deleteLater()


def _why_nothing(merge: Merge) -> str:
    """Why there is nothing to bring in; empty where there is something."""
    if merge.new or merge.again:
        return ""
    if not merge.brought:
        return words.NO_FILES
    if all(each.problem is not None for each in merge.brought):
        return words.NOTHING_TAKEN
    taken = [
        each
        for at, each in enumerate(merge.brought)
        if at not in merge.left_out and each.problem is None
    ]
    return words.ALL_HERE if taken else words.ALL_LEFT_OUT
