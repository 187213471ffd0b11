"""A sound document is broken in one place at a time, and the checker finds each."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from exports.blocks import Document
from exports.pdf import render_pdf
from exports.pdf.checking import faults

Defect = Callable[[Pdf], None]


def _elements(pdf: Pdf, role: str = "") -> Iterator[Dictionary]:
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop(0)
        if role in ("", str(node.get("/S", ""))[1:]) and "/S" in node:
            yield node
        kids = node.get("/K", [])
        kids = list(kids) if isinstance(kids, Array) else [kids]
        waiting = [kid for kid in kids if isinstance(kid, Dictionary)] + waiting


def _metadata(pdf: Pdf, old: bytes, new: bytes) -> None:
    before = pdf.Root.Metadata.read_bytes()
    after = re.sub(old, new, before)
    assert after != before
    pdf.Root.Metadata.write(after)


def _content(pdf: Pdf, old: bytes, new: bytes, page: int = 0) -> None:
    contents = pdf.pages[page].Contents
    before = contents.read_bytes()
    after = re.sub(old, new, before, count=1)
    assert after != before
    contents.write(after)


def _fonts(pdf: Pdf) -> Iterator[Dictionary]:
    found = (font for page in pdf.pages for font in page.Resources.Font.values())
    yield from {font.objgen: font for font in found}.values()


def no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def not_marked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def no_title_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def another_title(pdf: Pdf) -> None:
    _metadata(pdf, rb"Our agreement", b"Their agreement")


def does_not_say_ua(pdf: Pdf) -> None:
    _metadata(pdf, rb"pdfuaid:part", b"pdfuaid:other")


def does_not_say_a(pdf: Pdf) -> None:
    _metadata(pdf, rb"pdfaid:conformance", b"pdfaid:other")


def no_colour_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def figure_without_words(pdf: Pdf) -> None:
    del next(_elements(pdf, "Figure"))["/Alt"]


def figure_with_other_words(pdf: Pdf) -> None:
    next(_elements(pdf, "Figure")).Alt = String("A picture.")


def heading_skipped(pdf: Pdf) -> None:
    next(_elements(pdf, "H2")).S = Name.H4


def header_without_scope(pdf: Pdf) -> None:
    del next(_elements(pdf, "TH"))["/A"]


def paragraph_lost(pdf: Pdf) -> None:
    lost = next(_elements(pdf, "P"))
    siblings = lost.P.K
    at = next(i for i, kid in enumerate(siblings) if kid.objgen == lost.objgen)
    del siblings[at]


def order_turned(pdf: Pdf) -> None:
    first = next(_elements(pdf, "P"))
    siblings = first.P.K
    turned = [siblings[at] for at in range(len(siblings) - 1, -1, -1)]
    first.P.K = Array(turned)


def words_outside_the_tree(pdf: Pdf) -> None:
    _content(pdf, rb"/P ?<< ?/MCID \d+ ?>> ?BDC", b"/Artifact BMC")


def content_not_marked(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.Contents.write(page.Contents.read_bytes() + b"\n0 0 10 10 re f\n")


def font_not_embedded(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        del below.FontDescriptor["/FontFile2"]


def letters_without_meaning(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        del font["/ToUnicode"]


def letters_with_other_meaning(pdf: Pdf) -> None:
    # What a reader hears is no longer what stands on the page.
    for font in _fonts(pdf):
        before = font.ToUnicode.read_bytes()
        font.ToUnicode.write(re.sub(rb"(?i)<0065>", b"<0061>", before))


def words_changed(pdf: Pdf) -> None:
    contents = pdf.pages[0].Contents
    before = contents.read_bytes()
    strings = re.findall(rb"<([0-9A-Fa-f]{12,})>", before)
    assert strings
    first = strings[0]
    contents.write(before.replace(first, first[4:8] + first[4:], 1))


def no_bookmarks(pdf: Pdf) -> None:
    del pdf.Root.Outlines


def no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def tabs_by_geometry(pdf: Pdf) -> None:
    del pdf.pages[0]["/Tabs"]


def runs_a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def leads_elsewhere(pdf: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=[0, 0, 10, 10],
        A=Dictionary(S=Name.URI, URI=String("https://example.org")),
    )
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


def attachment_changed(pdf: Pdf) -> None:
    spec = next(iter(pdf.Root.AF))
    spec.EF.F.write(spec.EF.F.read_bytes() + b" ")


def attachment_lost(pdf: Pdf) -> None:
    del pdf.Root["/AF"]


DEFECTS: tuple[Defect, ...] = (
    no_tree,
    not_marked,
    no_language,
    no_title_shown,
    another_title,
    does_not_say_ua,
    does_not_say_a,
    no_colour_profile,
    figure_without_words,
    figure_with_other_words,
    heading_skipped,
    header_without_scope,
    paragraph_lost,
    order_turned,
    words_outside_the_tree,
    content_not_marked,
    font_not_embedded,
    letters_without_meaning,
    letters_with_other_meaning,
    words_changed,
    no_bookmarks,
    no_parent_tree,
    tabs_by_geometry,
    runs_a_script,
    leads_elsewhere,
    attachment_changed,
    attachment_lost,
)


@pytest.fixture
def sound(everything: Document) -> bytes:
    return render_pdf(everything)


def test_a_sound_document_has_no_fault(sound: bytes, everything: Document) -> None:
    assert faults(sound, everything) == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__)
def test_each_planted_defect_is_found(defect: Defect, sound: bytes, everything: Document) -> None:
    with pikepdf.open(BytesIO(sound)) as pdf:
        defect(pdf)
        broken = BytesIO()
        pdf.save(broken, deterministic_id=True)
    found = faults(broken.getvalue(), everything)
    assert found
    assert all(sentence.endswith(".") for sentence in found)
