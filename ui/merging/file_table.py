"""The table of what each file brings: from where, new, here, to talk over, refused."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sessions.reconcile import Brought, Merge
from ui.merging import words
from ui.stages.keyed_table import KeyedTable
from ui.theme.fonts import Typography
from ui.widgets.hairline_table import Cell, Column, TableRow

_COLUMNS = (
    Column("From", 2.75),
    Column("New", 1),
    Column("Already here", 2.1),
    Column("To talk over", 2),
    Column("Refused", 2.05),
)
_TALLEST = 300


class FileTable(KeyedTable):
    """One row for each file, as many as there is room for; the others are scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What each file brings", ("Space", "Del"), parent)

    def show_merge(self, merge: Merge, today: str) -> None:
        """Show what each of them brings; the keyboard stays on its row."""
        before = self.current_id()
        rows = [
            TableRow(str(at), _cells(each, today, left_out=at in merge.left_out))
            for at, each in enumerate(merge.brought)
        ]
        self.show_rows(_COLUMNS, rows)
        self.go_to(before or "0")

    def show_rows(self, columns: Sequence[Column], rows: Sequence[TableRow]) -> None:
        """Show these rows, in no more room than they need."""
        super().show_rows(columns, rows)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its rows, up to a few of them."""
        whole = super().sizeHint()
        return QSize(whole.width(), min(whole.height(), Typography.current().px(_TALLEST)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same height: what stands around it scrolls."""
        return QSize(300, self.sizeHint().height())

    def _fit(self) -> None:
        super()._fit()
        self.setFixedHeight(self.sizeHint().height())


def _cells(brought: Brought, today: str, *, left_out: bool) -> tuple[Cell, ...]:
    label = Cell(words.label_of(brought), bold=not left_out, mute=left_out)
    if brought.problem is not None:
        return (label, Cell("–", mute=True), Cell(""), Cell(""), _wrong("all of it"))
    label = Cell(label.text, label.bold, None, left_out, words.under_label(brought, today))
    new = brought.new + brought.again
    if left_out:
        return (label, Cell("left out", mute=True), Cell(""), Cell(""), Cell(""))
    return (
        label,
        Cell(f"{new:,}"),
        Cell(f"{brought.here - brought.again:,}"),
        Cell(f"{brought.to_talk_over:,}", bold=True, tone="ask")
        if brought.to_talk_over
        else Cell("0"),
        _wrong(f"{brought.refused:,}") if brought.refused else Cell("0"),
    )


def _wrong(text: str) -> Cell:
    return Cell(text, bold=True, tone="wrong")
