"""Reading files from elsewhere beside the interface, and finding out what they would bring."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from exports.progress import Cancelled as OrderStopped
from exports.progress import Progress as Heed
from sessions.progress import Cancelled
from sessions.reconcile import Merge, prepare
from sessions.session import Session
from ui.documents.press import LATER, WRITE, Order, Press
from ui.merging import taking
from ui.merging.taking import Found

_READ = 0.9
"""How much of the whole reading is; the rest is finding out what is new."""


class Reader(QObject):
    """Reads for one session, one order after another; whoever waits comes before what is watched.

    Only the files are touched, and nothing of the session is changed. What was read is told in the
    interface's thread.
    """

    def __init__(
        self, session: Session, parent: QObject | None = None, take_in: taking.TakesIn | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._take_in = take_in or taking.from_elsewhere
        self._press = Press(self)

    @property
    def idle(self) -> bool:
        """Whether nothing is being read and nothing waits."""
        return self._press.idle

    def read(
        self,
        paths: list[Path],
        done: Callable[[Merge, Sequence[Found]], None],
        gone: Callable[[], None] | None = None,
        *,
        watched: bool = False,
    ) -> Order:
        """Find out what these would bring: `done(merge, found)`, `found` in the order of what the
        merge has `brought`; or `gone()` when the order was stopped."""
        session = self._session

        def work(heed: Heed) -> tuple[list[Found], Merge, int]:
            def told(part: int, of: int) -> None:
                _heed(heed, _READ * part / max(of, 1))

            def looked(part: int, of: int) -> None:
                _heed(heed, _READ + (1 - _READ) * part / max(of, 1))

            try:
                known = len(session.history)
                taken = taking.by_seat(self._take_in(paths, told))
                return taken, prepare(session, taken, looked), known
            except Cancelled:
                raise OrderStopped from None

        def tell(found: tuple[list[Found], Merge, int]) -> None:
            taken, merge, known = found
            # What the room did in the meantime may be among what they bring.
            done(merge if known == len(session.history) else prepare(session, taken), taken)

        return self._press.ask(LATER if watched else WRITE, work, tell, gone=gone)

    def close(self) -> None:
        """Stop reading; nothing is told any more."""
        self._press.close()


def _heed(heed: Heed, fraction: float) -> None:
    try:
        heed(fraction)
    except OrderStopped:
        raise Cancelled from None
