"""Where things stand in a TOML text: the line of each table, key and element of an array.

The standard library's reader gives the line of a syntax error and of nothing else. This walks a
text that it has already accepted, so it need not check anything, only keep count.
Grammar: TOML 1.0.0, toml.io/en/v1.0.0.
"""

import re
import tomllib

# How to reach something in the data: ("steps", 2, "minutes").
Place = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*""")
# A multi-line string may end in up to five quotation marks, of which the last three close it.
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]+"
    r"|[^\s,\]}#]+",
    re.DOTALL,
)


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, on which each table, key and element begins; `text` is valid TOML.

    A table that is only implied by another's header has no entry. Lines end in "\\n".
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    """One pass through a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.counted_to = 0
        self.lines: dict[Place, int] = {}
        self.tables_in: dict[Place, int] = {}

    def document(self) -> None:
        table: Place = ()
        self.blank()
        while self.at < len(self.text):
            if self.text.startswith("[[", self.at):
                line, keys = self.line_here(), self.keys(opening=2)
                table = self.next_table((*self.reach(keys[:-1]), keys[-1]))
                self.lines[table] = line
            elif self.text[self.at] == "[":
                line, keys = self.line_here(), self.keys(opening=1)
                table = self.reach(keys)
                self.lines[table] = line
            else:
                self.pair(table)
            self.blank()

    def blank(self) -> None:
        """Steps over spaces, comments and ends of lines."""
        if found := _BLANK.match(self.text, self.at):
            self.at = found.end()

    def line_here(self) -> int:
        self.line += self.text.count("\n", self.counted_to, self.at)
        self.counted_to = self.at
        return self.line

    def keys(self, opening: int = 0) -> list[str]:
        """Steps over a dotted key, with the brackets round it or the "=" after it."""
        self.at += opening
        keys = []
        while found := _KEY.match(self.text, self.at):
            self.at = found.end()
            keys.append(_plain(found[1]))
            if self.text[self.at] != ".":
                break
            self.at += 1
        self.at += opening or 1
        return keys

    def reach(self, keys: list[str]) -> Place:
        """Where a header's keys lead: through the last table so far of each array of tables."""
        place: Place = ()
        for key in keys:
            place = (*place, key)
            if place in self.tables_in:
                place = (*place, self.tables_in[place] - 1)
        return place

    def next_table(self, array: Place) -> Place:
        number = self.tables_in.get(array, 0)
        self.tables_in[array] = number + 1
        return (*array, number)

    def pair(self, table: Place) -> None:
        line = self.line_here()
        place = (*table, *self.keys())
        self.lines[place] = line
        self.blank()
        self.value(place)

    def value(self, place: Place) -> None:
        opening = self.text[self.at]
        if opening not in "[{":
            if found := _SCALAR.match(self.text, self.at):
                self.at = found.end()
            return
        self.at += 1
        self.blank()
        number = 0
        while self.text[self.at] not in "]}":
            if opening == "{":
                self.pair(place)
            else:
                element = (*place, number)
                self.lines[element] = self.line_here()
                self.value(element)
            number += 1
            self.blank()
            if self.text[self.at] == ",":
                self.at += 1
                self.blank()
        self.at += 1


def _plain(key: str) -> str:
    """A key without its quotation marks."""
    if key[0] in "\"'":
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key
