"""A document as the text of one HTML file, written from templates that escape every word."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from exports.blocks import (
    SIGN_HERE,
    Block,
    Document,
    Heading,
    Run,
    Table,
    Title,
    Words,
    cell_of,
    plain,
    runs_of,
)
from exports.html import figures
from exports.html.faces import STACK, font_faces
from exports.pdf import scale
from exports.pdf.scale import POSITION_FILL, POSITION_INK, SIGN_COLOUR, Colour
from exports.said import inner, said, said_by
from exports.text import clean, one_line

CONTENTS_FROM = 4
"""Sections from which a page has contents to go to them."""
WIDE_FROM = 4
"""Columns from which a table may be wider than a narrow screen, and is moved in its own frame."""
_PRINTED_BY_US = "Contents Skip to the text • 0123456789…"


def render_html(document: Document) -> str:
    """The document as one self-contained HTML file; the same document gives the same text.

    It asks for nothing from anywhere, runs no script, and links only within itself.
    """
    outline = _Outline(document.blocks)
    style = _style(document)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            document=document,
            title=one_line(clean(document.title)),
            footer=one_line(clean(document.footer)),
            style=Markup(style),
            digest=digest,
            outline=outline,
            contents=outline.sections if len(outline.sections) >= CONTENTS_FROM else [],
        )
    )


class _Outline:
    """The level and the name of each title and heading, in their order.

    No level is skipped, and one title is the page's: a document of several, such as role cards, has
    the others a level lower, and with them the headings under them.
    """

    def __init__(self, content: tuple[Block, ...]) -> None:
        self.sections: list[tuple[str, str]] = []
        self.titled = False
        heads: list[tuple[int, str]] = []
        level = lower = 0
        for block in _flat(content):
            match block:
                case Title(text):
                    wanted, lower = (2, 1) if self.titled else (1, 0)
                    self.titled = True
                case Heading(text):
                    wanted = block.level + lower
                case _:
                    continue
            level = min(wanted, max(level, 0 if wanted == 1 else 1) + 1)
            heads.append((level, f"part-{len(heads) + 1}"))
            if level == 2 and (words := one_line(plain(text))):
                self.sections.append((heads[-1][1], words))
        self._heads = iter(heads)

    def enter(self) -> tuple[int, str]:
        """The next one's level, and the name by which a link goes to it."""
        return next(self._heads)


def _flat(content: tuple[Block, ...]) -> Iterator[Block]:
    for block in content:
        yield block
        yield from _flat(inner(block))


def _style(document: Document) -> str:
    content = list(_flat(document.blocks))
    shares = {share for block in content if isinstance(block, Table) for share in _shares(block)}
    text = "".join((*said(document), document.footer, _PRINTED_BY_US))
    return (
        _templates()
        .get_template("style.css.j2")
        .render(
            scale=scale,
            fonts=font_faces(text, italic=any(run.italic for run in _runs(document))),
            stack=STACK,
            shares=sorted(shares),
            fills=POSITION_FILL,
            inks=POSITION_INK,
            signs=SIGN_COLOUR,
        )
    )


def _runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        for words in said_by(block):
            yield from runs_of(words)


def _shares(block: Table) -> list[int]:
    whole = sum(column.share for column in block.columns) or 1
    return [round(100 * column.share / whole) for column in block.columns]


def _words(words: Words) -> Markup:
    """The words with their manners as elements, each of them escaped."""
    return Markup("").join(_run(run.text, run.bold, run.italic, run.mute) for run in runs_of(words))


def _run(text: str, bold: bool, italic: bool, mute: bool) -> Markup:
    made = Markup("<br>").join(escape(line) for line in text.split("\n"))
    for wanted, manner in (
        (mute, '<span class="mute">{}</span>'),
        (italic, "<em>{}</em>"),
        (bold, "<strong>{}</strong>"),
    ):
        if wanted:
            made = Markup(manner).format(made)
    return made


def _colour(colour: Colour) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in colour)


def _number(number: float) -> str:
    """A number as short as it can be, without a fraction that nobody sees."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _kind(block: Block) -> str:
    """The name of the macro that writes a block: `PositionBar` is `position_bar`."""
    return re.sub("(?<!^)([A-Z])", r"_\1", type(block).__name__).lower()


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("exports.html"),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., Any]] = {
        "words": _words,
        "plain": plain,
        "clean": clean,
        "colour": _colour,
        "number": _number,
        "kind": _kind,
        "cell": cell_of,
        "shares": _shares,
    }
    made.filters.update(filters)
    made.globals.update(
        figures=figures, sign_here=SIGN_HERE, wide_from=WIDE_FROM, long_lead=scale.LONG_LEAD_FROM
    )
    return made
