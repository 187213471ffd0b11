"""veraPDF, which others wrote, finds nothing in the PDFs, and finds what is planted."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from exports.blocks import Attachment, Document
from exports.pdf import render_pdf
from tests.outside.java import Broken

Written = Callable[[Mapping[str, Document]], dict[str, Path]]
Judge = Callable[[Mapping[Path, tuple[str, ...]], str], dict[Path, Broken]]


def promised(document: Document) -> tuple[str, str]:
    """What a document's PDF promises to be."""
    return ("ua1", "3a" if document.attachment else "2a")


@pytest.fixture(scope="module")
def judge(verapdf: Judge, written: Written) -> Callable[[Mapping[str, Document]], dict[str, Any]]:
    """Writes documents and asks about all of them at once; what is broken, by document."""

    def ask(documents: Mapping[str, Document], name: str) -> dict[str, Broken]:
        paths = written(documents)
        jobs = {paths[key]: promised(document) for key, document in documents.items()}
        found = verapdf(jobs, name)
        return {key: found[path] for key, path in paths.items()}

    return ask


def test_every_document_of_ellerport_is_accessible_and_archivable(
    judge: Any, ellerport: dict[str, Document]
) -> None:
    found = judge(ellerport, "ellerport")

    assert {"agreement", "charter", "statement", "record", "review"} <= set(found)
    assert {key: broken for key, broken in found.items() if any(broken.values())} == {}


def test_a_record_of_public_comments_is_accessible_and_archivable(
    judge: Any, public_comments: Document
) -> None:
    found = judge({"public-comments": public_comments}, "public-comments")

    assert found == {"public-comments": {each: [] for each in promised(public_comments)}}


def test_every_kind_of_block_is_accessible_and_archivable_with_a_file_and_without(
    judge: Any, blocks: Document
) -> None:
    attached = replace(blocks, attachment=Attachment("agreement.json", b"{}", "What it says"))
    found = judge({"every-block": blocks, "with-a-file": attached}, "every-block")

    assert found == {
        "every-block": {"ua1": [], "2a": []},
        "with-a-file": {"ua1": [], "3a": []},
    }


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_title_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_colour_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@pytest.fixture(scope="module")
def planted(
    verapdf: Judge, blocks: Document, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Broken]:
    """A sound PDF with one fault in each copy, and a file that is no PDF, judged at once."""
    folder = tmp_path_factory.mktemp("planted")
    sound = folder / "sound.pdf"
    sound.write_bytes(render_pdf(blocks))
    jobs: dict[Path, tuple[str, ...]] = {sound: ("ua1", "2a")}
    for fault in (no_language, no_title_shown, no_tree, no_colour_profile):
        with pikepdf.open(sound) as pdf:
            fault(pdf)
            path = folder / f"{fault.__name__}.pdf"
            pdf.save(path)
            jobs[path] = ("ua1", "2a")
    nothing = folder / "nothing.pdf"
    nothing.write_bytes(b"This is a letter.")
    jobs[nothing] = ("ua1",)
    return {path.stem: found for path, found in verapdf(jobs, "planted").items()}


@pytest.mark.parametrize(
    ("fault", "profile", "rule"),
    [
        ("no_language", "ua1", "7.2-"),
        ("no_title_shown", "ua1", "7.1-10"),
        ("no_tree", "ua1", "7.1-11"),
        ("no_tree", "2a", "6.7.3.3-1"),
        ("no_colour_profile", "2a", "6.2."),
        ("nothing", "ua1", "unreadable"),
    ],
)
def test_a_planted_fault_is_found(
    planted: dict[str, Broken], fault: str, profile: str, rule: str
) -> None:
    assert [broken for broken in planted[fault][profile] if broken.startswith(rule)]


def test_the_same_pdf_without_a_fault_is_found_sound(planted: dict[str, Broken]) -> None:
    assert planted["sound"] == {"ua1": [], "2a": []}


def test_a_pdf_that_is_not_judged_is_no_sound_one(verapdf: Judge, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        verapdf({tmp_path / "there.pdf": ("no such profile",)}, "no-profile")
