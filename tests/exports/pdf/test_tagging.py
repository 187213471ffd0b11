"""What a reader of a file hears: roles, their order, and what is left out."""

import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest

from exports.blocks import BulletList, Column, Heading, Paragraph, Quote, Table, Title
from exports.pdf import render_pdf, write_pdf
from exports.pdf.reading import Spoken, read_tree
from exports.pictures import Timing, TimingRow
from exports.progress import Cancelled


def _tree(content: bytes) -> list:
    return _within(read_tree(content).root)


def _within(element: Spoken) -> list:
    return [(kid.role, _within(kid)) for kid in element.kids if isinstance(kid, Spoken)]


def test_roles_stand_in_the_order_of_the_blocks(document) -> None:
    content = document(Title("Ours"), Heading("Why"), Quote("Because.", "Ann"), BulletList(("a",)))
    assert _tree(render_pdf(content)) == [
        ("H1", []),
        ("H2", []),
        ("BlockQuote", [("P", []), ("P", [])]),
        ("L", [("LI", [("Lbl", []), ("LBody", [])])]),
    ]


def test_a_paragraph_divided_between_pages_is_one_element(document) -> None:
    content = render_pdf(document(Paragraph("Words " * 2000)))
    assert len(pikepdf.open(BytesIO(content)).pages) > 1
    assert _tree(content) == [("P", [])]


def test_a_header_that_is_repeated_on_each_page_is_read_once(document) -> None:
    rows = tuple((f"row {at}", "words") for at in range(120))
    content = render_pdf(document(Table((Column("Heading"), Column("Said")), rows)))
    assert len(pikepdf.open(BytesIO(content)).pages) > 1
    heads = [each for each in read_tree(content).root.within() if each.role == "TH"]
    assert [(each.words, each.scope) for each in heads] == [
        ("Heading", "Column"),
        ("Said", "Column"),
    ]


def test_the_first_cell_of_a_row_heads_the_row(document) -> None:
    table = Table((Column(""), Column("")), (("Candour", "the hard number"),), header_column=True)
    tree = read_tree(render_pdf(document(table))).root
    heads = [each for each in tree.within() if each.role == "TH"]
    assert [(each.words, each.scope) for each in heads] == [("Candour", "Row")]


def test_headings_are_read_without_a_level_left_out(document) -> None:
    content = document(Title("Ours"), Heading("Deep", 4), Heading("Shallow", 2), Heading("Mid", 3))
    assert [role for role, _ in _tree(render_pdf(content))] == ["H1", "H2", "H2", "H3"]


def _timing(steps: int) -> Timing:
    return Timing(tuple(TimingRow(f"Step {at}", 10, 12) for at in range(steps)), "Times")


def _boxes(content: bytes) -> list[bool]:
    """Whether each figure says which box it stands in."""
    with pikepdf.open(BytesIO(content)) as pdf:
        figures = [each for each in pdf.objects if _is_figure(each)]
        return ["/BBox" in figure.get("/A", {}) for figure in figures]


def _is_figure(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"


def test_a_figure_says_which_box_of_its_page_it_fills(document) -> None:
    assert _boxes(render_pdf(document(_timing(3)))) == [True]


def test_a_figure_divided_between_pages_fills_no_one_box(document) -> None:
    assert _boxes(render_pdf(document(_timing(60)))) == [False]


def test_a_document_that_was_stopped_leaves_no_file(document, tmp_path) -> None:
    def stop(done: float) -> None:
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(document(Paragraph("Words")), tmp_path / "a.pdf", stop)
    assert not list(tmp_path.iterdir())


def test_a_long_record_can_be_stopped_while_it_is_being_set(document) -> None:
    heard: list[float] = []

    def stop(done: float) -> None:
        heard.append(done)
        raise Cancelled

    with pytest.raises(Cancelled):
        render_pdf(document(*(Quote("Because.", "Ann") for _ in range(1000))), stop)
    assert heard[0] < 0.02


def test_what_is_told_of_the_progress_never_goes_back(document) -> None:
    heard: list[float] = []
    render_pdf(document(*(Quote("Because.", "Ann") for _ in range(300))), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import sys; from datetime import datetime; from hashlib import sha256;"
        "from exports.blocks import Document, Quote, Run; from exports.pdf import render_pdf;"
        "words = ('Because, dŵr, ', Run('Ελληνικά', bold=True), ' کرتے ہیں क्षत्रिय ✓');"
        "made = Document('Ours', (Quote(words, 'Ann'),), datetime(2026, 11, 23));"
        "print(sha256(render_pdf(made)).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
