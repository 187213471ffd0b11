"""Documents for judges from outside: of Ellerport, of public comments, of every kind of block."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from exports.blocks import Document
from exports.documents.record import record
from exports.documents.role_cards import check_in_slips, role_cards
from exports.documents.shelf import papers
from exports.pdf import render_pdf
from facilitator.board import import_cards
from facilitator.guide import ELLERPORT
from facilitator.stages.gather import name_workshop
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.session import Session
from tests.outside import browser
from tests.outside.every_block import every_block
from tests.outside.java import Broken, judged, why_not
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.public_comments import read_comments

MADE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
COMMENTS = Path(__file__).parents[3] / "shared" / "data" / "public-comments"

DidNotRun = Callable[[str, str], NoReturn]
Judge = Callable[..., dict[Path, Broken]]
Write = Callable[[Mapping[str, Document]], dict[str, Path]]


@pytest.fixture(scope="session")
def ellerport(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every document of Ellerport, played to its end, and the papers of its rehearsal."""
    folder = tmp_path_factory.mktemp("ellerport")
    clock = SetClock(datetime(2026, 1, 5, 9))
    with Session.create(folder / "ellerport.workshop", clock=clock) as session:
        play(session, read_sample(ELLERPORT), clock, lambda _: None)
        workshop, history = session.workshop, session.history
        made = {
            paper.key.replace(":", "-"): paper.make(MADE)
            for paper in papers(workshop, history)
            if not paper.not_yet
        }
        for rehearsal in workshop.rehearsals:
            made[f"role-cards-{rehearsal}"] = role_cards(workshop, rehearsal, MADE, named=True)
            made[f"slips-{rehearsal}"] = check_in_slips(workshop, rehearsal, MADE)
    return made


@pytest.fixture(scope="session")
def public_comments(did_not_run: DidNotRun) -> Document:
    """The record of a session in which everything that the public said was taken in."""
    files = sorted(COMMENTS.glob("*.csv"))
    if not files:
        did_not_run("public comments", f"There are none in {COMMENTS}.")
    workshop = Workshop()
    name_workshop(workshop, "A town speaks", "Ashby Board", "Ashby", "2026-03-18").apply(workshop)
    for file in files:
        texts = read_comments(file).texts
        import_cards(workshop, texts, "purpose", "only-us", file.name).apply(workshop)
    return record(workshop, MADE)


@pytest.fixture(scope="session")
def blocks() -> Document:
    """A document with every kind of block."""
    return every_block()


@pytest.fixture(scope="session")
def verapdf(did_not_run: DidNotRun) -> Judge:
    """`verapdf({file: profiles}, name)`: what each file breaks of each profile.

    veraPDF's own words are kept in build/verapdf under that name.
    """
    if why := why_not():
        did_not_run("verapdf", why)

    def judge(jobs: Mapping[Path, Iterable[str]], name: str) -> dict[Path, Broken]:
        return judged(jobs, name)

    return judge


@pytest.fixture(scope="session")
def written(
    tmp_path_factory: pytest.TempPathFactory,
) -> Write:
    """Writes documents as PDF files; where each is."""
    folder = tmp_path_factory.mktemp("written")

    def write(documents: Mapping[str, Document]) -> dict[str, Path]:
        paths = {}
        for name, document in documents.items():
            paths[name] = folder / f"{name}.pdf"
            paths[name].write_bytes(render_pdf(document))
        return paths

    return write


@pytest.fixture(scope="session")
def in_a_browser(
    did_not_run: DidNotRun, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Mapping[str, str]], dict[str, browser.Judged]]:
    """`in_a_browser({name: page})`: what axe-core finds in each page, and what stands out."""
    if why := browser.why_not():
        did_not_run("browser", why)

    def judge(pages: Mapping[str, str]) -> dict[str, browser.Judged]:
        return browser.judged(pages, tmp_path_factory.mktemp("browser"))

    return judge
