"""Measure everything and print one table."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import (
    capturing,
    clicking,
    first_paint,
    looking_back,
    merging,
    negotiating,
    noting,
    opening,
    playing,
    recording,
)
from benchmarks.table import HEAD


def main() -> None:
    """Print the table, a line as soon as it is measured."""
    print(HEAD)
    for part in (
        first_paint,
        opening,
        merging,
        capturing,
        negotiating,
        noting,
        playing,
        looking_back,
        clicking,
        recording,
    ):
        for line in part.measure():
            print(line.words(), flush=True)


if __name__ == "__main__":
    main()
