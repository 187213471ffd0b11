"""Progress: how far something is that takes a while, and the way to stop it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much; may raise `Cancelled` to stop it."""


class Cancelled(Exception):  # noqa: N818  an answer, not a fault
    """Whoever waits no longer wants it. Nothing was changed."""


def unheard(_done: int, _total: int) -> None:
    """Nobody is told."""
