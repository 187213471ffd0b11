"""What a document says, as canonical JSON, and its fingerprint.

The JSON holds the words of the blocks in their order and nothing else of the workshop. It is
canonical as RFC 8785 (JSON Canonicalization Scheme) has it: UTF-8, keys sorted, no white space;
there are no fractions in it. The fingerprint is its SHA-256.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from exports.blocks import (
    Attachment,
    Block,
    Document,
    Fingerprint,
    Heading,
    OnePage,
    PositionBar,
    Table,
    cell_of,
    plain,
)
from exports.pictures import Feelings, Spread, Strain, Timing
from exports.said import inner, said_by
from exports.text import clean, one_line

FORMAT = "facilitator-document-1"
WORDS = (
    "The fingerprint of what this document says. Facilitator can compare it with the workshop: "
    "facilitator verify."
)
ATTACHED = "What this document says, for machines to read"


def content_of(document: Document) -> bytes:
    """What the document says as canonical JSON, without its fingerprint and its running foot."""
    content = {
        "format": FORMAT,
        "title": one_line(clean(document.title)),
        "language": document.language,
        "made": document.created.isoformat(),
        "says": list(_blocks(document.blocks)),
    }
    return json.dumps(
        content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest_of(document: Document) -> str:
    """The SHA-256 of what the document says, 64 hexadecimal digits."""
    return hashlib.sha256(content_of(document)).hexdigest()


def fingerprinted(document: Document, name: str, attach: bool) -> Document:
    """The document with its fingerprint where its blocks leave a place for it.

    The place is a `Fingerprint` without digits. With `attach` the JSON goes with the document as a
    file of that `name`, for whoever may have every word of it anyway.
    """
    content = content_of(document)
    digest = hashlib.sha256(content).hexdigest()
    blocks = tuple(
        Fingerprint(digest, each.words) if isinstance(each, Fingerprint) else each
        for each in document.blocks
    )
    attached = Attachment(f"{name}.json", content, ATTACHED) if attach else None
    return replace(document, blocks=blocks, attachment=attached)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if within := inner(block):
            # How blocks are kept on pages is not what they say.
            yield from _blocks(within)
        elif not isinstance(block, Fingerprint) and (said := _one(block)):
            yield said


def _one(block: Block) -> dict[str, Any]:
    kind = type(block).__name__
    match block:
        case Heading():
            return {"is": kind, "level": block.level, "words": [plain(block.text)]}
        case Table():
            rows = [
                [[plain(words) for words in (cell.text, *cell.notes)] for cell in map(cell_of, row)]
                for row in block.rows
            ]
            heads = [column.title for column in block.columns]
            return {"is": kind, "caption": plain(block.caption), "columns": heads, "rows": rows}
        case PositionBar():
            counts = {code: count for code, count in block.counts if count}
            return {"is": kind, "counts": counts, "words": _words(block), "alt": block.alt}
        case Feelings() | Strain() | Spread() | Timing():
            return {"is": kind, "words": _words(block), "alt": block.alt}
        case OnePage():
            return {}
        case _:
            words = _words(block)
            return {"is": kind, "words": words} if words else {}


def _words(block: Block) -> list[str]:
    return [words for words in map(plain, said_by(block)) if words.strip()]
