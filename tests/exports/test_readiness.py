from exports.blocks import Column, Paragraph, Table
from exports.readiness import undrawable


def test_what_the_fonts_can_draw_needs_no_word(document) -> None:
    text = "Llanfair dŵr zażółć Ελληνικά язык Việt مرحبا ✓ → 👍\nnext"
    assert undrawable(document(Paragraph(text))) == []


def test_what_no_font_draws_is_named_with_its_place(document) -> None:
    table = Table((Column("Name"),), (("Our 漢字 promise, 漢",),))
    assert undrawable(document(table)) == [
        "“漢字” in “Our 漢字 promise, 漢” cannot be drawn: the document will show □ in its place."
    ]


def test_devanagari_is_said_to_be_unjoined(document) -> None:
    (sentence,) = undrawable(document(Paragraph("हिन्दी")))
    assert "drawn one by one" in sentence
