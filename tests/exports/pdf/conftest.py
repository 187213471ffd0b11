from dataclasses import replace

import pytest

from exports.blocks import (
    Attachment,
    BulletList,
    Cell,
    Column,
    DefinitionRows,
    Fingerprint,
    Heading,
    KeepTogether,
    Lead,
    PageBreak,
    Paragraph,
    PositionBar,
    Quote,
    Run,
    Signature,
    SignatureRows,
    Spacer,
    Table,
    Title,
)


@pytest.fixture
def everything(document):
    """A document with every kind of block, in Latin, Greek and Cyrillic letters."""
    made = document(
        Title("Our agreement", kicker="Ashby Board", subtitle="Version 1 · review by 23 May 2027"),
        Heading("What only we can do", label=True),
        Lead("Only we can do that."),
        Paragraph(("Agreed by ", Run("11", bold=True), " of ", Run("12", italic=True)), "mute"),
        Heading("Values", 3),
        Table(
            (Column("Value", 1), Column("Means", 2)),
            (("Candour", Cell("The hard number first", ("1 reservation",))), ("dŵr",)),
            caption="What we hold to",
            header_column=True,
        ),
        PositionBar((("agree", 8), ("stand_aside", 1), ("absent", 1)), "Eight support it"),
        DefinitionRows((("Reference", "A-1"), ("Owner", Run("Ελληνικά язык ✓ →")))),
        BulletList(("One assessment", "Weekly data")),
        Quote("We cannot bind the programme.", "Acute trust"),
        Fingerprint("0f" * 32, "What this document says has this fingerprint."),
        Spacer(),
        PageBreak(),
        KeepTogether((Heading("Signatures"), SignatureRows((Signature("Council", "Leader"),)))),
        footer="Ashby · Our agreement · v1",
    )
    return replace(made, attachment=Attachment("agreement.json", b"{}", "What it says"))
