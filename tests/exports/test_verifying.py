import json
import re
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from exports.documents.shelf import paper
from exports.file_names import ExportProblem
from exports.pdf import render_pdf
from exports.verifying import Verdict, verify
from facilitator.history import History, copied
from facilitator.stages import values
from facilitator.workshop import Workshop

MADE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _written(workshop: Workshop, key: str = "agreement") -> bytes:
    return render_pdf(paper(workshop, key, History()).make(MADE))


def _compared(pdf: bytes, then: Workshop, now: Workshop | None = None) -> Verdict:
    history = History()
    return verify(pdf, (now or then, history), lambda _: (then, history))


def _changed(pdf: bytes, change) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("key", ["agreement", "record"])
def test_a_document_agrees_with_the_workshop_that_it_was_made_from(
    agreed: Workshop, key: str
) -> None:
    verdict = _compared(_written(agreed, key), agreed)
    assert verdict.agrees
    assert "24 November 2026 at 09:00" in verdict.sentences[1]


def test_what_the_workshop_says_by_now_is_no_objection(agreed: Workshop, do) -> None:
    then = copied(agreed)
    pdf = _written(agreed)
    do(values.propose, "Patience", "We wait for each other.")
    assert _compared(pdf, then, agreed).agrees


def test_a_workshop_that_says_something_else_is_told_with_what_differs(agreed, do) -> None:
    pdf = _written(agreed)
    other = copied(agreed)
    values.propose(other, "Patience", "We wait for each other.").apply(other)
    verdict = _compared(pdf, other)
    assert not verdict.agrees
    assert any("We wait for each other." in sentence for sentence in verdict.sentences)


def test_other_words_on_a_page_are_found(agreed: Workshop) -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        contents = opened.pages[0].Contents
        before = contents.read_bytes()
        first = re.findall(rb"<([0-9A-Fa-f]{16,})>", before)[3]
        contents.write(before.replace(first, first[4:8] + first[4:], 1))

    verdict = _compared(_changed(_written(agreed), swap), agreed)
    assert not verdict.agrees
    assert "not those that were attached" in verdict.sentences[0]


def test_other_words_in_what_is_attached_are_found(agreed: Workshop) -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        file = opened.Root.AF[0].EF.F
        says = json.loads(file.read_bytes())
        says["title"] = "Their agreement"
        file.write(json.dumps(says).encode())

    verdict = _compared(_changed(_written(agreed), swap), agreed)
    assert not verdict.agrees
    assert "was changed after it was written" in verdict.sentences[0]


@pytest.mark.parametrize(
    ("pdf", "words"),
    [(b"no pdf", "is no PDF"), (None, "holds nothing that can be compared")],
)
def test_what_cannot_be_compared_is_said(agreed: Workshop, pdf: bytes | None, words: str) -> None:
    pdf = _written(agreed, "statement") if pdf is None else pdf
    with pytest.raises(ExportProblem, match=words):
        _compared(pdf, agreed)


def test_words_that_changed_places_are_found(agreed: Workshop) -> None:
    def swap(opened: pikepdf.Pdf) -> None:
        waiting = [opened.Root.StructTreeRoot.K[0]]
        while waiting:
            element = waiting.pop(0)
            kids = [k for k in element.get("/K", []) if isinstance(k, pikepdf.Dictionary)]
            waiting += kids
            if element.get("/S") == pikepdf.Name.TR and len(kids) > 1:
                element.K = pikepdf.Array([kids[1], kids[0], *kids[2:]])
                return

    verdict = _compared(_changed(_written(agreed), swap), agreed)
    assert verdict.sentences == (
        "The words on the pages do not stand where they were written: they were changed.",
    )
