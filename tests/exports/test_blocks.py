import pytest

from exports.blocks import (
    Cell,
    Column,
    Heading,
    KeepTogether,
    Paragraph,
    PositionBar,
    Run,
    Signature,
    SignatureRows,
    Table,
    Title,
)
from exports.said import said


def test_a_document_says_its_words_in_reading_order(document) -> None:
    table = Table(
        (Column("Value"), Column("Meaning")),
        (("Candour", Cell("The hard number first", ("1 reservation",))),),
        caption="What we hold to",
    )
    content = document(
        Title("Our agreement", kicker="Ashby"),
        KeepTogether((Heading("Values"), Paragraph(("Agreed by ", Run("11", bold=True))))),
        table,
    )
    assert said(content) == [
        "Ashby",
        "Our agreement",
        "Values",
        "Agreed by 11",
        "What we hold to",
        "Value",
        "Meaning",
        "Candour",
        "The hard number first",
        "1 reservation",
    ]


def test_a_bar_counts_its_positions_in_words(document) -> None:
    bar = PositionBar((("agree", 8), ("object", 1), ("absent", 0)), "Eight support it, one objects")
    assert said(document(bar)) == ["8 support it", "1 objects"]


def test_a_bar_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot see"):
        PositionBar((("agree", 8),), " ")


def test_a_row_longer_than_the_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 columns"):
        Table((Column("One"),), (("a", "b"),))


def test_a_place_to_sign_says_capacity_and_authority(document) -> None:
    rows = SignatureRows((Signature("The council", "Leader", "Minute 14"),))
    assert said(document(rows)) == ["The council", "Leader", "Minute 14", "Signature", "Date"]
