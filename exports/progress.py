"""How far the writing of a document has come, and stopping it."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float], None]
"""Is told how much is done, from 0 to 1. It may raise `Cancelled`; then nothing is written."""


class Cancelled(Exception):  # noqa: N818  not a fault: somebody asked for it
    """The writing of a document was stopped before there was a file."""


def unheard(_done: float) -> None:
    """For whoever does not want to know how far it is."""
