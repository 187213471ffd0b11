"""Guards the Qt binding itself: the release that loses a reference to `None` must not come back."""

import sys

from PySide6.QtCore import QObject

CALLS = 500


def test_a_call_that_returns_nothing_does_not_lose_a_reference_to_none() -> None:
    """PySide6 6.12.0 gave up one reference to `None` in each void call on Python 3.11 and older.

    The process died with `none_dealloc` after some hundred calls, while a test suite stayed green.
    On 3.11 the count would fall by `CALLS`. From 3.12 on `None` is immortal: its count never moves,
    the fault can do no harm, and the assertion holds by itself. The margin is for what else comes
    and goes meanwhile.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setObjectName(str(number))
    lost = before - sys.getrefcount(None)

    assert lost < CALLS // 2
