"""A document in which every kind of block stands, with words of many kinds."""

from datetime import UTC, datetime

from exports.blocks import (
    Beside,
    Block,
    BulletList,
    Cell,
    Column,
    Contents,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    Lead,
    OnePage,
    PageBreak,
    Paragraph,
    PositionBar,
    Quote,
    Run,
    Signature,
    SignatureRows,
    Slips,
    Spacer,
    Table,
    Title,
    WriteIn,
)
from exports.pictures import (
    Feelings,
    Felt,
    Spread,
    SpreadRow,
    Strain,
    StrainLine,
    Timing,
    TimingRow,
)

BLOCKS: tuple[Block, ...] = (
    Title("Our agreement", kicker="Ashby Board", subtitle="Version 1 · review by 23 May 2027"),
    Contents(),
    Heading("What only we can do", label=True),
    Lead("Only we can do that."),
    Paragraph(("Agreed by ", Run("11", bold=True), " of ", Run("12", italic=True)), "mute"),
    Paragraph("One line\nand the next, in a note <b>not bold</b> & so on.", "small"),
    Paragraph("שלום means peace, and مرحبا welcome."),
    Heading("Values", 3),
    Table(
        (Column("Value", 1), Column("Means", 2), Column("", 1)),
        (("Candour", Cell("The hard number first", ("1 reservation",))), ("dŵr", "", "→")),
        caption="What we hold to",
        header_column=True,
    ),
    Table((Column("Only", 1), Column("Heads", 2)), ()),
    PositionBar((("agree", 8), ("stand_aside", 1), ("abstain", 1), ("absent", 1)), "Eight do"),
    PositionBar((("agree", 0),), "Nobody took a position"),
    DefinitionRows((("Reference", "A-1"), ("Owner", Run("Ελληνικά язык ✓ →", mute=True)))),
    BulletList(("One assessment", ("Weekly ", Run("data", bold=True)))),
    Quote("We cannot bind the programme.", "Acute trust"),
    Quote("Nobody said who said this."),
    Heading("How it felt"),
    Feelings(
        (
            Felt("Before", 12, 3.24, (("calm", 5), ("tense", 3))),
            Felt("In between", 1),
            Felt("Afterwards", 12, 5.0),
            Felt("Later", 0),
        ),
        "From 3.2 before to 5.0 afterwards",
    ),
    Strain(
        (
            StrainLine("Candour", ((3, "held"), (4, "held"), (40, "bent"), (60, "broke")), "broke"),
            StrainLine("Speed", ()),
        ),
        0,
        60,
        "Candour broke in minute 60",
    ),
    Spread(
        (
            SpreadRow(
                "Candour",
                (
                    ("agree", 5),
                    ("reservation", 2),
                    ("stand_aside", 1),
                    ("abstain", 1),
                    ("need_more", 1),
                    ("object", 2),
                    ("absent", 2),
                ),
                "not agreed",
            ),
            SpreadRow("Speed", (("agree", 3),)),
        ),
        "Five support Candour and two object",
    ),
    Timing(
        (TimingRow("Purpose", 40, 55), TimingRow("Values", 90, 12), TimingRow("Review", 20, None)),
        "Purpose took 15 minutes more than planned",
    ),
    Heading("By hand"),
    WriteIn("What would you need to believe?", 3),
    Beside(((Heading("Left", 3), Paragraph("One")), (Heading("Right", 3), Paragraph("Two")))),
    Spacer(),
    PageBreak(),
    KeepTogether(
        (Heading("Signatures"), SignatureRows((Signature("Council", "Leader", "Cabinet"),)))
    ),
    OnePage((Heading("On one page"), Paragraph("As large as it goes.", leads=True)), 0.9),
    Heading("Check-in"),
    Slips("Before we begin", 3),
    Heading("Fingerprint"),
    Fingerprint("0f" * 32, "What this document says has this fingerprint."),
)


def every_block() -> Document:
    """The document."""
    return Document(
        "Our agreement",
        BLOCKS,
        datetime(2026, 11, 23, 16, 0, tzinfo=UTC),
        footer="Ashby · Our agreement · v1",
        author="Ashby Board",
        subject="What we agreed",
    )
