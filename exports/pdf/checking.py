"""What is wrong with a finished PDF: nothing leaves that a board could not adopt and archive.

It reads the file itself and compares it with the blocks that it was made from: the words of the
tree with those of the document, figures with their alternative text, and what the file says of
itself with what it is. Sources: ISO 14289-1 (PDF/UA-1), ISO 19005-2 and -3, the Matterhorn
Protocol. It looks for what this house could get wrong, so it is no substitute for a validator.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from exports.blocks import Block, Document, Fingerprint, Heading, PositionBar, Title, plain
from exports.pdf.archive import title_of
from exports.pdf.faces import fitted
from exports.pdf.reading import Read, Spoken, read_pdf
from exports.pictures import Feelings, Spread, Strain, Timing
from exports.said import inner, said_by
from exports.text import one_line

_HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
_AROUND = 40


def faults(content: bytes, document: Document) -> list[str]:
    """A sentence for each fault of a PDF made from a document; none where it is sound."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return list(_faults(pdf, document))
    except pikepdf.PdfError:
        return ["The file is no whole PDF."]


def misread(read: Read, document: Document) -> list[str]:
    """A sentence where the tree does not say the document's words, in their order."""
    return [*_of_the_words(read, document), *_of_the_figures(read, document)]


def _faults(pdf: Pdf, document: Document) -> Iterator[str]:
    yield from _of_the_file(pdf, document)
    yield from _of_what_it_does(pdf)
    yield from _of_the_attachment(pdf, document)
    yield from _of_the_faces(pdf)
    yield from _of_the_pages(pdf)
    read = read_pdf(pdf)
    yield from _of_the_content(read)
    yield from _of_the_tree(read)
    yield from _of_the_words(read, document)
    yield from _of_the_figures(read, document)


def _of_the_file(pdf: Pdf, document: Document) -> Iterator[str]:
    root = pdf.Root
    title = title_of(document)
    if "/StructTreeRoot" not in root:
        yield "The file has no structure for a screen reader."
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "The file does not say that it is tagged."
    if str(root.get("/Lang", "")) != document.language:
        yield "The file does not say its language."
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "The file does not show its title."
    if "/OutputIntents" not in root:
        yield "The file has no colour profile."
    if str(pdf.docinfo.get("/Title", "")) != title:
        yield "The file’s title is not the document’s."
    words = root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in root else ""
    part = 3 if document.attachment is not None else 2
    for wanted, what in (
        ("<pdfuaid:part>1</pdfuaid:part>", "accessible (PDF/UA-1)"),
        (f"<pdfaid:part>{part}</pdfaid:part>", f"archivable (PDF/A-{part}a)"),
        ("<pdfaid:conformance>A</pdfaid:conformance>", f"archivable (PDF/A-{part}a)"),
    ):
        if wanted not in words:
            yield f"The file does not say that it is {what}."
    shown = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", words, re.DOTALL)
    if shown is None or _unescaped(shown.group(1)) != title:
        yield "The title in the file’s metadata is not the document’s."
    if any(map(_heads, _flat(document.blocks))) and not root.get("/Outlines", Dictionary()).get(
        "/Count", 0
    ):
        yield "The file has no bookmarks."


def _heads(block: Block) -> bool:
    match block:
        case Title(words) | Heading(words):
            return bool(one_line(plain(words)))
        case _:
            return False


def _unescaped(words: str) -> str:
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _of_what_it_does(pdf: Pdf) -> Iterator[str]:
    """A paper does nothing when it is opened, and leads nowhere."""
    names = pdf.Root.get("/Names", Dictionary())
    if "/OpenAction" in pdf.Root or "/AA" in pdf.Root or "/JavaScript" in names:
        yield "The file does something when it is opened."
    for number, page in enumerate(pdf.pages, start=1):
        if any("/A" in annotation or "/AA" in annotation for annotation in page.get("/Annots", [])):
            yield f"Something on page {number} leads out of the document."
    if pdf.is_encrypted:
        yield "The file is locked with a password."


def _of_the_attachment(pdf: Pdf, document: Document) -> Iterator[str]:
    attached = document.attachment
    there = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    wanted = {attached.name: attached.content} if attached is not None else {}
    if there != wanted:
        yield "What is attached to the file is not what the document says."
    elif attached is not None and len(pdf.Root.get("/AF", [])) != 1:
        yield "The file does not say what its attachment is."


def _of_the_faces(pdf: Pdf) -> Iterator[str]:
    seen: set[tuple[int, int]] = set()
    for font in (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()):
        if font.objgen in seen:
            continue
        seen.add(font.objgen)
        name = str(font.get("/BaseFont", "/?"))[1:]
        below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if "/FontFile2" not in below.get("/FontDescriptor", Dictionary()):
            yield f"The typeface {name} is not in the file."
        if "/ToUnicode" not in font:
            yield f"The letters of the typeface {name} cannot be read aloud or copied."


def _of_the_pages(pdf: Pdf) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot", Dictionary())
    rows: list[Any] = list(tree.get("/ParentTree", Dictionary()).get("/Nums", []))
    parents = {int(rows[at]): rows[at + 1] for at in range(0, len(rows) - 1, 2)}
    for number, page in enumerate(pdf.pages, start=1):
        if page.get("/Tabs") != Name.S:
            yield f"Page {number} does not follow the reading order."
        if "/StructParents" not in page or int(page.StructParents) not in parents:
            yield f"What stands on page {number} cannot be found in the structure."


def _of_the_content(read: Read) -> Iterator[str]:
    if read.outside:
        yield "Something is drawn that is neither content nor decoration."
    if read.unread or read.astray:
        yield "The structure and the pages do not hold the same pieces."
    if read.unlettered:
        yield "Some letters cannot be read aloud or copied."


def _of_the_tree(read: Read) -> Iterator[str]:
    level = 0
    for element in read.root.within():
        if here := _HEADINGS.get(element.role):
            if here > level + 1:
                yield f"The heading “{_short(element.words)}” skips a level."
            level = here
        if element.role == "Figure" and not element.alt.strip():
            yield "A figure has no words for those who cannot see it."
        if element.role == "TH" and element.scope not in ("Row", "Column"):
            yield f"The table heading “{_short(element.words)}” does not say what it heads."
        if element.role == "Table":
            yield from _of_a_table(element)


def _of_a_table(table: Spoken) -> Iterator[str]:
    rows = [element for element in table.within() if element.role == "TR"]
    if len({sum(isinstance(cell, Spoken) for cell in row.kids) for row in rows}) > 1:
        yield f"The rows of the table “{_short(table.words)}” have not the same number of cells."


def _of_the_words(read: Read, document: Document) -> Iterator[str]:
    wanted = one_line(" ".join(map(_drawn, _wanted(document))))
    told = one_line(" ".join(_told(read.root)))
    if wanted != told:
        at = next(
            (at for at, (one, other) in enumerate(zip(wanted, told, strict=False)) if one != other),
            min(len(wanted), len(told)),
        )
        near = wanted[max(0, at - _AROUND // 2) : at + _AROUND]
        yield f"A screen reader would not read what the document says, near “{near.strip()}”."


def _of_the_figures(read: Read, document: Document) -> Iterator[str]:
    wanted = [
        one_line(block.alt) for block in _flat(document.blocks) if isinstance(block, _FIGURES)
    ]
    told = [one_line(each.alt) for each in read.root.within() if each.role == "Figure"]
    if wanted != told:
        yield "The words that stand for the figures are not the document’s."


_FIGURES = (PositionBar, Feelings, Strain, Spread, Timing, Fingerprint)


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, those within others in their order."""
    for block in blocks:
        within = inner(block)
        yield block
        yield from _flat(within)


def _wanted(document: Document) -> Iterator[str]:
    """What the tree is to say, without what is drawn within figures."""
    for block in _flat(document.blocks):
        match block:
            case Strain() | Timing():
                yield from (words for _, words in block.key)
            case Feelings() | Spread():
                continue
            case _ if not inner(block):
                yield from map(plain, said_by(block))


def _told(element: Spoken) -> Iterator[str]:
    if element.role in ("Figure", "Lbl", "TOC"):
        return
    words = ""
    for kid in element.kids:
        if isinstance(kid, str):
            words += kid
        else:
            yield words
            words = ""
            yield from _told(kid)
    yield words


def _drawn(words: str) -> str:
    """Words as they can be drawn: with a mark for what no face has."""
    return fitted(words)[0]


def _short(words: str) -> str:
    return words if len(words) <= _AROUND else f"{words[:_AROUND].rstrip()}…"


def explained(found: list[str], title: str) -> str:
    """Faults as one message: what happened, what is safe, what to do."""
    more = f" There are {len(found) - 1} more." if len(found) > 1 else ""
    return (
        f"“{title}” was not written, because it did not pass its check: {found[0]}{more} "
        "The workshop is safe. Please report this with the workshop’s words that it names."
    )
