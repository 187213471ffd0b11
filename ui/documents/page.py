"""The documents page: what can be written, how it looks, and writing it. Keeps no truth itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exports.comparing import Clause
from exports.documents.shelf import Paper
from exports.progress import Progress
from facilitator.events import Event
from facilitator.versions import VERSIONING, Standing, as_of_version, earlier_versions
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.documents import ports, prints
from ui.documents.asking import ask_first
from ui.documents.before import Before
from ui.documents.choosing import Choosing
from ui.documents.differences import Differences
from ui.documents.own_words import OwnWords
from ui.documents.press import LATER, PREVIEW, Order, Press
from ui.documents.preview import Preview
from ui.documents.prints import Print
from ui.documents.writing import Writing
from ui.theme.tokens import LIGHT
from ui.widgets.buttons import QuietButton
from ui.widgets.hairline import Hairline
from ui.widgets.labels import OneLine, PlainLabel
from ui.widgets.notices import Notice

SOON = 400
"""Milliseconds after the last change until the preview is made anew."""
_NUMBERS = {2: "both", 3: "all three", 4: "all four", 5: "all five", 6: "all six"}


class DocumentsPage(QWidget):
    """Everything about the documents of a desk's workshop.

    `left` to go back to the console; `go_asked` carries a `Place` where something is mended.
    """

    left = Signal()
    go_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.key = "agreement"
        self._counts: dict[str, int] = {}
        self._papers: list[Paper] = []
        self._printing: list[Order] = []
        self._written: list[Path] = []
        self._stale = True
        self._versions: list[Standing] | None = None
        self.press = Press(self)
        self.writing = Writing(desk, self.press, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._print)
        self._lay_out()
        self._connect()
        for sequence, act in (("Ctrl+-", self.preview.smaller), ("Ctrl+0", self.preview.fit)):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.group = OneLine("", self, size=16, weight=700)
        self.name = PlainLabel("Documents", self, colour=LIGHT.mute)
        self.name.setWordWrap(False)
        self.back = QuietButton("Back", self)
        self.back.show_key("Esc")
        self.folder = QuietButton("Open folder", self)
        self.all = QuietButton("Write all six", self)
        bar = QWidget(self)
        bar.setAutoFillBackground(True)
        palette = bar.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(LIGHT.card))
        bar.setPalette(palette)
        row = QHBoxLayout(bar)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self.group)
        row.addWidget(self.name)
        row.addStretch(1)
        for button in (self.back, self.folder, self.all):
            row.addWidget(button)
        self.notice = Notice(self, by_escape=False)
        self.choosing = Choosing(self.desk, self)
        self.choosing.setFixedWidth(260)
        self.preview = Preview(self.press, self)
        self.differences = Differences(self)
        self.own_words = OwnWords(self.desk, self)
        self.before = Before(self)
        self.before.setFixedWidth(330)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.choosing)
        columns.addWidget(Hairline(self))
        columns.addWidget(self.preview, 1)
        columns.addWidget(self.differences, 1)
        columns.addWidget(self.own_words, 1)
        columns.addWidget(Hairline(self))
        columns.addWidget(self.before)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.notice)
        column.addLayout(columns, 1)
        self.differences.hide()
        self.own_words.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.folder.clicked.connect(self.open_folder)
        self.all.clicked.connect(self.write_all)
        self.choosing.chosen.connect(self.show_paper)
        self.choosing.compare_asked.connect(self.compare)
        self.choosing.also_asked.connect(lambda form: self.write([self.key], form))
        self.choosing.own_words_asked.connect(self.write_own_words)
        self.differences.left.connect(self._leave_differences)
        self.own_words.left.connect(self._leave_own_words)
        self.before.go_asked.connect(self.go_asked)
        self.before.write_asked.connect(lambda: self.write([self.key]))
        self.before.stop_asked.connect(self.writing.stop)
        self.before.file_asked.connect(self.open_file)
        self.before.folder_asked.connect(self.open_folder)
        self.writing.progressed.connect(self.before.show_progress)
        self.writing.progressed.connect(lambda _done: self._show_acts())
        self.writing.written.connect(self._tell_written)
        self.writing.failed.connect(self.notice.tell)
        self.writing.stopped.connect(self._tell_stopped)
        self.desk.changed.connect(self._changed)
        self.desk.refused.connect(self._refused)

    @property
    def paper(self) -> Paper | None:
        """The document that is up."""
        return next((each for each in self._papers if each.key == self.key), None)

    def begin(self, key: str = "") -> None:
        """Show the page, on a document where one is named, with the keyboard in the list."""
        if key:
            self.key = key
        self.notice.dismiss()
        self.before.show_written("")
        self._show_workshop()
        if self._stale:
            self._print()
        self.choosing.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page and what each does, for the list of all keys."""
        return (
            ("PgDown  or  PgUp", "Next page, or the page before"),
            ("Ctrl++  or  Ctrl+-", "Larger, or smaller"),
            ("Ctrl+0", "Fit the page"),
            ("Esc", "Back to the console"),
        )

    def show_paper(self, key: str) -> None:
        """Bring up a document."""
        if key == self.key:
            return
        self.key = key
        self._leave_differences()
        self._leave_own_words()
        self.before.show_written("")
        self._show_workshop()
        self._print()

    def write(self, keys: list[str], form: str = "") -> None:
        """Write documents; where somebody can be known in one, ask first."""
        if self.writing.busy:
            return
        self.notice.dismiss()
        self.before.show_written("")
        workshop = self.desk.workshop
        wanted = [each for each in self._papers if each.key in keys]
        known = [words for each in wanted for words in ports.known_in(workshop, each)]
        if known:
            ask_first(self, known, lambda: self.writing.write(keys, form))
        else:
            self.writing.write(keys, form)
        self._show_acts()

    def write_all(self) -> None:
        """Write every document that there is something to write of."""
        self.write([each.key for each in self._papers if not each.not_yet])

    def compare(self, version: Standing) -> None:
        """Show what differs between an earlier version and this one."""
        paper = self.paper
        if paper is None or paper.not_yet:
            return
        session = self.desk.session
        now, made = ports.still(session.history), session.clock.now()

        def compared(heed: Progress) -> list[Clause] | str:
            was = as_of_version(now, version)
            heed(0.0)
            older, newer = (
                {each.key: each for each in ports.papers(of.workshop, of)}.get(paper.key)
                for of in (was, now)
            )
            if older is None or newer is None or older.not_yet or newer.not_yet:
                return f"There was no {paper.title.lower()} in version {version.number}."
            return ports.compared(older.make(made), newer.make(made))

        number, newer = version.number, self.desk.workshop.paper.version
        self.press.ask(PREVIEW, compared, lambda told: self._show_differences(number, newer, told))

    def _show_differences(self, older: str, newer: str, told: list[Clause] | str) -> None:
        self._leave_own_words()
        self.differences.tell(older, newer, told)
        self.preview.hide()
        self.differences.show()
        self.differences.begin()

    def write_own_words(self) -> None:
        """Write the public statement, in the place of its pages."""
        self._leave_differences()
        self.preview.hide()
        self.own_words.show()
        self.own_words.begin()

    def open_file(self) -> None:
        """Open what was written last."""
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written[0])))

    def open_folder(self) -> None:
        """Open the folder in which documents are written."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.session.path.parent)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts away what is open on the page, and then goes back to the console."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.notice.isVisible():
            self.notice.dismiss()
        elif self.differences.isVisible():
            self._leave_differences()
        elif self.own_words.isVisible():
            self._leave_own_words()
        else:
            self.left.emit()

    def end(self) -> None:
        """Stop everything: the window closes."""
        self._soon.stop()
        self.press.close()

    def _changed(self, _workshop: Workshop, event: Event | None) -> None:
        self._stale = True
        if event is None or isinstance(event, VERSIONING):
            # Looking for them reads the whole history: not for every card that comes.
            self._versions = None
        if not self.isVisible():
            return
        self.notice.dismiss()
        self._show_workshop()
        self._soon.start(SOON)

    def _refused(self, reason: str, _offer: str) -> None:
        if self.isVisible():
            self.notice.tell(reason)

    def _show_workshop(self) -> None:
        workshop = self.desk.workshop
        self.own_words.show_workshop(workshop)
        self._papers = ports.papers(workshop, self.desk.session.history)
        if self.paper is None:
            self.key = self._papers[0].key
        about = workshop.about
        self.group.setText(about.group or about.title or self.desk.session.path.stem)
        self.choosing.show_papers(self._papers, self.key, self._counts)
        self.choosing.show_status(workshop)
        if self._versions is None:
            self._versions = self._find_versions()
        self.choosing.show_versions(self._versions)
        paper = self.paper
        self.choosing.show_forms(ports.also_as() if paper and not paper.not_yet else [])
        self._show_acts()

    def _show_acts(self) -> None:
        paper, busy = self.paper, self.writing.busy
        ready = sum(not each.not_yet for each in self._papers)
        self.all.setText(f"Write {_NUMBERS.get(ready, f'all {ready}')}")
        self.all.setVisible(ready > 1)
        self.all.setEnabled(not busy)
        if paper is None:
            return
        name = paper.title.removeprefix("Board ")
        words = f"Write the {name[:1].lower()}{name[1:]}" if len(name) < 28 else "Write it"
        self.before.show_act(words, self._where(), able=not paper.not_yet and not busy)

    def _where(self) -> str:
        folder = self.desk.session.path.parent
        home = Path.home()
        parts = folder.relative_to(home).parts if folder.is_relative_to(home) else folder.parts[1:]
        return "To " + " › ".join(parts[-3:] or ("your home folder",))

    def _find_versions(self) -> list[Standing]:
        """The versions before the one in hand, newest first."""
        return earlier_versions(self.desk.session.history)[::-1]

    def _print(self) -> None:
        """Have the document made anew, and then the others counted."""
        self._soon.stop()
        for order in self._printing:
            order.stop()
        self._printing.clear()
        paper = self.paper
        if paper is None:
            return
        self._stale = False
        history, made = ports.still(self.desk.session.history), self.desk.session.clock.now()
        still = history.workshop
        papers = {each.key: each for each in ports.papers(still, history)}
        if paper.not_yet:
            self.preview.show_nothing(paper.not_yet)
            self.before.show_known((), ())
        else:
            self._printing.append(
                self.press.ask(
                    PREVIEW,
                    partial(prints.printed, still, papers[paper.key], made),
                    self._show_print,
                    self.notice.tell,
                )
            )
        for key, each in papers.items():
            if key != paper.key and not each.not_yet:
                self._printing.append(
                    self.press.ask(
                        LATER,
                        partial(prints.counted, each, made),
                        partial(self._count, key),
                        lambda _sentence: None,
                    )
                )

    def _show_print(self, new: Print) -> None:
        if new.key != self.key:
            return
        self.preview.show_print(new)
        self.before.show_known(new.remarks, new.checks)
        self._count(new.key, new.pages)

    def _count(self, key: str, pages: int) -> None:
        self._counts[key] = pages
        self.choosing.show_papers(self._papers, self.key, self._counts)

    def _tell_written(self, paths: list[Path]) -> None:
        self._written = paths
        one = len(paths) == 1
        words = f"Written: {paths[0].name}" if one else f"{len(paths)} documents are written."
        self.before.show_written(words, opens=one)
        self._show_acts()
        if one and self.before.isAncestorOf(self.focusWidget() or self):
            self.before.open_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_stopped(self, finished: int) -> None:
        whole = "1 document is written" if finished == 1 else f"{finished} documents are written"
        self.before.show_written(f"Stopped. {whole}." if finished else "Stopped; not written.")
        self._show_acts()

    def _leave_differences(self) -> None:
        had = self.differences.isAncestorOf(self.focusWidget() or self)
        self.differences.hide()
        self.preview.show()
        if had:
            self.choosing.compare.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_own_words(self) -> None:
        had = self.own_words.isAncestorOf(self.focusWidget() or self)
        self.own_words.hide()
        self.preview.setVisible(not self.differences.isVisible())
        if had:
            self.choosing.own_words.setFocus(Qt.FocusReason.OtherFocusReason)
