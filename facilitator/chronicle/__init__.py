"""A value's chronicle: how its wording moved, who moved it and why, in the order of what happened.

Made from the entries and never kept. Each kind of event has a small function that tells it; what
has none is told in its own words, so that a kind that is new here still has its place.

lines.py    a line, and what the telling of an entry may look at
values.py   what is told of a value itself
rounds.py   what is told of its rounds: who stood where, who moved, what came of it
telling.py  the table of who tells what, and the chronicle
words.py    the words of it
"""

from facilitator.chronicle.lines import Line, local_minute
from facilitator.chronicle.telling import chronicle, value_of

__all__ = ["Line", "chronicle", "local_minute", "value_of"]
