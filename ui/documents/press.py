"""The press: one worker beside the interface, which does what it is asked one after another."""

import heapq
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from exports.file_names import ExportProblem
from exports.progress import Cancelled, Progress

WRITE, PICTURE, PREVIEW, LATER = range(4)
"""How soon an order's turn comes: a file that somebody waits for comes before a thumbnail."""


class Order:
    """One piece of work that was asked for. `fraction` is how far it is, from 0 to 1."""

    def __init__(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self.work = work
        self.done = done
        self.failed: Callable[[str], None] | None = None
        self.gone: Callable[[], None] | None = None
        self.fraction = 0.0
        self.stopped = False

    def stop(self) -> None:
        """Let it come to nothing; it may have ended already."""
        self.stopped = True

    def heed(self, fraction: float) -> None:
        """Note how far it is. Raises `Cancelled` once it was stopped."""
        if self.stopped:
            raise Cancelled
        self.fraction = fraction


class Press(QObject):
    """Does one order at a time on a thread of its own; everything else is in the interface's.

    One thread because PDFium may not be asked twice at once. What comes of an order is told in the
    interface's thread: `done(result)`, `failed(sentence)` for an `ExportProblem`, or `gone()` when
    it was stopped. Any other fault is raised there, where a crash is caught.
    """

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="press")
        self._waiting: list[tuple[int, int, Order]] = []
        self._running: Order | None = None
        self._count = 0
        self._closed = False
        self._ended.connect(self._end_of, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        urgency: int,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
        gone: Callable[[], None] | None = None,
    ) -> Order:
        """Ask for something; `work` must touch nothing that belongs to the interface."""
        order = Order(work, done)
        order.failed, order.gone = failed, gone
        self._count += 1
        heapq.heappush(self._waiting, (urgency, self._count, order))
        self._go_on()
        return order

    @property
    def idle(self) -> bool:
        """Whether nothing is being done and nothing waits."""
        return self._running is None and not self._waiting

    def close(self) -> None:
        """Stop everything and wait for what is in the machine; nothing is told any more."""
        self._closed = True
        for _, _, order in self._waiting:
            order.stop()
        self._waiting.clear()
        if self._running is not None:
            self._running.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _go_on(self) -> None:
        while self._running is None and self._waiting and not self._closed:
            _, _, order = heapq.heappop(self._waiting)
            if order.stopped:
                if order.gone is not None:
                    order.gone()
                continue
            self._running = order
            future = self._pool.submit(order.work, order.heed)
            future.add_done_callback(partial(self._ended.emit, order))

    def _end_of(self, order: Order, future: "Future[Any]") -> None:
        if self._closed:
            return
        self._running = None
        self._go_on()
        fault = future.exception()
        if isinstance(fault, Cancelled):
            if order.gone is not None:
                order.gone()
        elif isinstance(fault, ExportProblem) and order.failed is not None:
            order.failed(str(fault))
        elif fault is not None:
            raise fault
        else:
            # A file that was written before it could be stopped is there, and is told.
            order.done(future.result())
