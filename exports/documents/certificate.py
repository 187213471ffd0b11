"""The certificate of an erasure: what was erased, when and how, and nothing of what it said.

It is made of an `Erasure` and of no workshop, so nothing of one can stand in it.
"""

import datetime

from exports.blocks import (
    Block,
    BulletList,
    DefinitionRows,
    Document,
    Heading,
    OnePage,
    Paragraph,
    Signature,
    SignatureRows,
    Title,
    WriteIn,
)
from facilitator.days import day_in_words
from facilitator.retention import Erasure

TITLE = "Certificate of erasure"
HOW = "Overwritten once with zeros, removed from its folder, and the folder written to the disk."
ONLY_REMOVED = (
    "Removed from its folder, and the folder written to the disk. At least one file was another’s "
    "as well and could not be overwritten."
)
OUT_OF_REACH = (
    "Papers and data that were written from it, printed, sent or signed.",
    "Copies that were handed out, are on a stick or in an e-mail, or lie in another folder.",
    "Backups that others make of this computer or of the folder.",
    "Spare cells of a disk, and snapshots of a file system, which no program can overwrite.",
)


def certificate(erasure: Erasure) -> Document:
    """The certificate as a document, dated as the erasure was."""
    at = datetime.datetime.fromisoformat(erasure.at)
    rows = [
        ("Reference", erasure.reference),
        ("Erased on", f"{day_in_words(at.date().isoformat())}, {at:%H:%M} ({_zone(at)})"),
        ("Erased by", erasure.by or "not said"),
        ("The workshop’s file", f"1 file of {_size(erasure.size)}"),
        ("Copies kept on this computer", _copies(erasure)),
        ("How", HOW if erasure.overwritten else ONLY_REMOVED),
    ]
    if erasure.drafts is not None:
        left = _many(erasure.drafts, "draft", "none were kept")
        rows.insert(-1, ("Words left in fields", left))
    blocks: tuple[Block, ...] = (
        Title(TITLE, "Facilitator", "It says nothing of what the workshop said."),
        DefinitionRows(tuple(rows)),
        Heading("What this cannot reach"),
        BulletList(OUT_OF_REACH),
        Heading("To be filled in"),
        WriteIn("Legal basis for erasing it, or the line of the retention schedule", 2),
        SignatureRows((Signature("Confirmed by"),)),
        Paragraph(
            "The reference is made of the workshop’s identity by SHA-256. Whoever still has a copy "
            "can show that it is the same workshop; from the reference nobody can tell which.",
            "small",
        ),
    )
    return Document(
        title=f"{TITLE} {erasure.reference}",
        blocks=(OnePage(blocks),),
        created=at,
        footer=f"{TITLE} · {erasure.reference}",
        author="Facilitator",
        subject=TITLE,
    )


def _zone(at: datetime.datetime) -> str:
    offset = at.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}" if offset else "local time"


def _copies(erasure: Erasure) -> str:
    many = _many(erasure.copies, "backup", "none were kept")
    return f"{many}, {_size(erasure.copies_size)}" if erasure.copies else many


def _many(count: int, noun: str, none: str) -> str:
    if not count:
        return none
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _size(count: int) -> str:
    """Bytes as a person reads them."""
    if count < 1_000_000:
        return f"{max(round(count / 1_000), 1):,} kB"
    return f"{count / 1_000_000:,.1f} MB"
