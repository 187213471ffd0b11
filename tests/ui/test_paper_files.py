"""The papers of a rehearsal as files: what each is called, where it goes, what is said of it."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result

from exports.documents.shelf import paper, papers
from exports.file_names import ExportProblem
from facilitator.guide import load_guide
from facilitator.stages.gather import join_member, join_organisation, name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario, give_role
from facilitator.stages.rehearsal.debriefing import learn_lesson
from facilitator.workshop import Workshop
from sessions.session import Session
from ui.command_line import main
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


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `facilitator` with these arguments, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def begun(run: Run) -> Path:
    """A workshop that has just begun."""
    assert run("new", "ashby", "--group", "Ashby Board").exit_code == 0
    return Path("ashby.workshop")


def rehearse(path: Path, lesson: str = "Ring first") -> None:
    """Rehearse Ward 9 in a workshop at which Ilka Moss is."""
    with Session.open(path) as session:
        if not session.workshop.organisations:
            session.do(join_organisation, "Council", organisation_id="O")
            session.do(join_member, "O", "Leader", "Ilka Moss")
        found = session.do(choose_scenario, PACK)
        session.do(learn_lesson, found.id, lesson)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("debrief", "The debrief is in papers/ashby-board-debrief-ward-9-v0-1.pdf."),
        ("role-cards", "The role cards are in papers/ashby-board-role-cards-ward-9.pdf."),
        ("slips", "The check-in slips are in papers/ashby-board-check-in-slips-ward-9.pdf."),
    ],
)
def test_a_document_of_each_rehearsal_is_exported(
    run: Run, begun: Path, document: str, said: str
) -> None:
    rehearse(begun)
    rehearse(begun)
    result = run("export", begun, "--document", document, "--out", "papers")

    assert (result.exit_code, result.stderr) == (0, "")
    again = said.replace("ward-9", "ward-9-2")
    assert result.stdout == f"{said}\n{again}\n"
    assert [p.read_bytes()[:4] for p in Path("papers").iterdir()] == [b"%PDF", b"%PDF"]


def test_a_debrief_says_where_somebody_can_be_known(run: Run, begun: Path) -> None:
    rehearse(begun, "Moss knew before us.")
    result = run("export", begun, "--document", "debrief")

    assert result.exit_code == 0
    assert result.stderr == "“Moss” in the lesson “Moss knew before us”.\n"


def test_without_a_rehearsal_there_is_no_debrief(run: Run, begun: Path) -> None:
    result = run("export", begun, "--document", "debrief")

    assert result.exit_code == 1
    assert result.stderr == "Nothing was rehearsed in this workshop yet, so nothing was written.\n"
