"""The structure of a document as a reader by ear meets it: elements in reading order.

The tree is built beside the parts of a document, so its order is that of the blocks and never that
of places on a page. Source: ISO 32000-1, 14.7 and 14.8; ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "Document", "Div", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody",
    "BlockQuote", "Caption", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "TOC", "TOCI",
]  # fmt: skip

Box: TypeAlias = tuple[float, float, float, float]


class Element:
    """An element: what it is, its words for those who do not see it, and what is in it.

    `kids` are elements, and the marked content drawn for it as (page from 0, number on the page).
    `scope` says what a header of a table heads.
    """

    __slots__ = ("alt", "box", "kids", "number", "parent", "role", "scope")

    def __init__(
        self,
        role: Role,
        parent: Element | None = None,
        alt: str = "",
        scope: Literal["", "Column", "Row"] = "",
    ) -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.scope = scope
        self.kids: list[Element | tuple[int, int]] = []
        self.box: Box | None = None
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def within(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))

    def pruned(self) -> bool:
        """Take out lists, rows and paragraphs in which nothing is; whether anything is left.

        A cell stays without words, for a table has as many in each row.
        """
        left: list[Element | tuple[int, int]] = []
        for kid in self.kids:
            if not isinstance(kid, Element) or kid.pruned():
                left.append(kid)
        self.kids = left
        return bool(left) or self.role in ("TD", "TH", "Document")

    def written(self, pages: list[int], parent: int) -> bytes:
        """The element as an object of a PDF, given the object numbers of the pages."""
        at = next((kid[0] for kid in self.kids if not isinstance(kid, Element)), None)
        parts = [f"<</Type/StructElem/S/{self.role}/P {parent} 0 R"]
        if at is not None:
            parts.append(f"/Pg {pages[at]} 0 R")
        if self.alt:
            parts.append(f"/Alt <{utf16(self.alt)}>")
        if self.scope:
            parts.append(f"/A<</O/Table/Scope/{self.scope}>>")
        elif self.box:
            numbers = " ".join(f"{number:.1f}" for number in self.box)
            parts.append(f"/A<</O/Layout/BBox[{numbers}]/Placement/Block>>")
        parts.append(f"/K[{' '.join(self._kids(pages, at))}]>>")
        return "".join(parts).encode("ascii")

    def _kids(self, pages: list[int], at: int | None) -> Iterable[str]:
        for kid in self.kids:
            if isinstance(kid, Element):
                yield f"{kid.number} 0 R"
            elif kid[0] == at:
                yield str(kid[1])
            else:
                yield f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"


def utf16(text: str) -> str:
    """A text string of a PDF in hexadecimal."""
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper()
