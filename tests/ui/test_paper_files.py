"""The papers of a rehearsal as files: what each is called, where it goes, what is said of it."""

import datetime
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest

from exports.documents.shelf import paper, papers
from exports.file_names import ExportProblem
from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.workshop import Workshop
from ui.paper_files import (
    Written,
    names_in_debrief,
    path_of,
    write_debrief,
    write_paper,
    write_papers,
    write_role_cards,
    write_slips,
)

MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PACK = load_guide().packs["SC1"]


@pytest.fixture
def workshop() -> Workshop:
    """A workshop in which one scenario is rehearsed, as "R"."""
    made = Workshop()
    name_workshop(made, "Shared values", "Ashby Board", "Ashby").apply(made)
    join_organisation(made, "Council", organisation_id="O").apply(made)
    join_member(made, "O", "Leader", "Ilka Moss", member_id="m").apply(made)
    choose_scenario(made, PACK, rehearsal_id="R").apply(made)
    give_role(made, "R", PACK.roles[0], "m").apply(made)
    return made


def _text(path: Path) -> str:
    file = pdfium.PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())
    file.close()
    return text


def test_each_paper_is_beside_the_workshop_under_a_name_of_its_own(
    workshop: Workshop, tmp_path: Path
) -> None:
    session = tmp_path / "ashby.workshop"
    written = [
        write(workshop, "R", session, MADE)
        for write in (write_debrief, write_role_cards, write_slips)
    ]
    assert written == [
        Written(tmp_path / "ashby-board-debrief-ward-9-v0-1.pdf", []),
        Written(tmp_path / "ashby-board-role-cards-ward-9.pdf", []),
        Written(tmp_path / "ashby-board-check-in-slips-ward-9.pdf", []),
    ]
    starts = ["Ashby Board Rehearsal debrief", "Ward 9 · for Ilka Moss", "Before · Ward 9"]
    assert [_text(each.path).startswith(s) for each, s in zip(written, starts, strict=True)] == [
        True,
        True,
        True,
    ]


def test_role_cards_may_be_written_without_names(workshop: Workshop, tmp_path: Path) -> None:
    path = write_role_cards(workshop, "R", tmp_path / "a.workshop", MADE, named=False).path
    assert "Ilka" not in _text(path)


def test_a_paper_goes_where_it_is_told(workshop: Workshop, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    path = write_debrief(workshop, "R", tmp_path / "a.workshop", MADE, folder).path
    assert path.parent == folder


def test_long_names_that_begin_alike_are_different_files(
    workshop: Workshop, tmp_path: Path
) -> None:
    name_workshop(workshop, "Shared values", "A board of many " * 12, "Ashby").apply(workshop)
    learn_lesson(workshop, "R", "Ring first").apply(workshop)
    for rehearsal, end in (("S", "day"), ("T", "night")):
        pack = msgspec.structs.replace(PACK, title=f"What happens to us on a very long {end}")
        choose_scenario(workshop, pack, rehearsal_id=rehearsal).apply(workshop)
        learn_lesson(workshop, rehearsal, "Ring first").apply(workshop)
    written = [
        path
        for document in ("debrief", "role-cards", "slips")
        for path in write_papers(workshop, document, tmp_path / "a.workshop", MADE).paths
    ]
    assert len(set(written)) == 9
    assert max(len(path.name) for path in written) <= 80


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("debrief", "ashby-board-debrief-the-line-on-the-graph-v0-1.pdf"),
        ("role-cards", "ashby-board-role-cards-the-line-on-the-graph.pdf"),
        ("slips", "ashby-board-check-in-slips-the-line-on-the-graph.pdf"),
    ],
)
def test_a_paper_is_written_of_the_rehearsal_that_is_named(
    workshop: Workshop, tmp_path: Path, document: str, name: str
) -> None:
    learn_lesson(workshop, "R", "Ask Ilka first").apply(workshop)
    pack = next(p for p in load_guide().packs.values() if p.title == "The line on the graph")
    choose_scenario(workshop, pack, rehearsal_id="S").apply(workshop)
    path = tmp_path / "a.workshop"
    written = write_papers(workshop, document, path, MADE, rehearsal="S")
    assert (written.paths, written.to_know) == ([tmp_path / name], [])


def test_no_two_papers_of_the_shelf_have_one_name_and_each_has_its_version(
    workshop: Workshop, tmp_path: Path
) -> None:
    name_workshop(workshop, "Shared values", "A board of many " * 12, "Ashby").apply(workshop)
    for rehearsal in ("S", "T"):
        learn_lesson(workshop, list(workshop.rehearsals)[-1], "Ring first").apply(workshop)
        choose_scenario(workshop, PACK, rehearsal_id=rehearsal).apply(workshop)
    names = [path_of(workshop, each, tmp_path / "a.workshop").name for each in papers(workshop)]
    assert len(set(names)) == len(names) == 8
    assert [name for name in names if not name.endswith("-v0-1.pdf")] == []


def test_a_paper_of_which_there_is_nothing_yet_is_not_written(
    workshop: Workshop, tmp_path: Path
) -> None:
    review = paper(workshop, "review")
    with pytest.raises(ExportProblem) as raised:
        write_paper(workshop, review, tmp_path / "a.workshop", MADE)
    assert str(raised.value) == f"{review.not_yet} Nothing was written."
    assert list(tmp_path.iterdir()) == []


def test_signs_that_cannot_be_drawn_are_told(workshop: Workshop, tmp_path: Path) -> None:
    learn_lesson(workshop, "R", "漢字").apply(workshop)
    unset = write_debrief(workshop, "R", tmp_path / "a.workshop", MADE).to_know
    assert ["漢字" in sentence for sentence in unset] == [True]


def test_who_can_be_known_is_told_before_anything_is_written(
    workshop: Workshop, tmp_path: Path
) -> None:
    assert names_in_debrief(workshop, "R") == []
    learn_lesson(workshop, "R", "Ask Ilka first").apply(workshop)
    sentence = "“Ilka” in the lesson “Ask Ilka first”."
    assert names_in_debrief(workshop, "R") == [sentence]
    assert list(tmp_path.iterdir()) == []
    assert write_papers(workshop, "debrief", tmp_path / "a.workshop", MADE).to_know == [sentence]
    assert write_papers(workshop, "slips", tmp_path / "a.workshop", MADE).to_know == []


def test_a_folder_that_is_not_there_is_a_problem_of_the_export(
    workshop: Workshop, tmp_path: Path
) -> None:
    with pytest.raises(ExportProblem, match="is not there"):
        write_slips(workshop, "R", tmp_path / "gone" / "a.workshop", MADE)
