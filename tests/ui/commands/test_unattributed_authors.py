"""Fifty authors whose cards were made unattributed: what is written says no more of them than if
nobody had ever been named, and what they were called beside their cards is nowhere at all.
"""

import itertools
import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.attribution import attribute_card, choose_for_all, choose_for_member
from facilitator.board import capture
from facilitator.car_park import park
from sessions.clock import SetClock
from sessions.session import Session
from tests.conftest import MORNING
from tests.ui.console.planted_names import all_of, files_under, standing_in
from ui.command_line import main

AUTHORS = [f"Author{a}{b}quist" for a, b in itertools.product("bcdfghjklm", "aeiou")]
STEP = ("purpose", "only-us")
FORMS = ("pdf", "html", "csv", "json", "sqlite", "ics")
Way = Callable[[Session], object]


def each_card(session: Session) -> None:
    for card in list(session.workshop.contributions):
        session.do(attribute_card, card, "unattributed")


def each_member(session: Session) -> None:
    for member in list(session.workshop.members):
        session.do(choose_for_member, member, "unattributed")


WAYS: dict[str, Way] = {
    "every card": each_card,
    "every member": each_member,
    "the workshop": lambda session: session.do(choose_for_all, "unattributed"),
}


def held(folder: Path, a_board, choose: Way, *, named: bool) -> Path:
    """A workshop with fifty cards, said and put aside by fifty authors, or by nobody."""
    folder.mkdir()
    with Session.create(folder / "board.workshop", clock=SetClock(MORNING)) as session:
        a_board(session, voting=6)
        members = itertools.cycle(list(session.workshop.members))
        for at, (author, member) in enumerate(zip(AUTHORS, members, strict=False)):
            card = session.do(
                capture, f"Idea {at}", *STEP, member=member if named else "",
                contribution_id=f"card{at}",
            ).id  # fmt: skip
            session.do(park, "", author if named else "", "Later", contribution=card)
        choose(session)
        return session.path


def written(path: Path, out: Path, form: str) -> tuple[str, str]:
    """What was written, all of it, and what was said of it."""
    args = ["export", str(path), "--as", form, "--out", str(out)]
    args += ["--document", "all"] if form in ("pdf", "html") else []
    done = CliRunner().invoke(main, args)
    assert done.exit_code == 0, done.output
    files = [all_of(content) for _, content in files_under(out)]
    assert files
    return "\n".join(files), done.output


@pytest.mark.parametrize("way", WAYS)
def test_no_document_names_an_author(
    tmp_path: Path, a_board, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    named = held(tmp_path / "named", a_board, WAYS[way], named=True)
    for form in FORMS:
        text, said = written(named, tmp_path / f"out-{form}", form)
        assert "Idea 7" in text or form == "ics"
        assert standing_in(text + said, AUTHORS) == []
    assert standing_in(caplog.text, AUTHORS) == []


@pytest.mark.parametrize("way", ["every member", "the workshop"])
@pytest.mark.parametrize("form", ["csv", "html"])
def test_what_is_written_names_members_as_often_as_if_nobody_had_been_named(
    tmp_path: Path, a_board, way: str, form: str
) -> None:
    counts = []
    for named in (True, False):
        path = held(tmp_path / str(named), a_board, WAYS[way], named=named)
        text, _ = written(path, tmp_path / f"out-{named}", form)
        counts.append(Counter({f"Org {n}": text.count(f"Org {n}") for n in range(1, 7)}))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("way", WAYS)
def test_no_byte_beside_the_workshop_names_an_author(tmp_path: Path, a_board, way: str) -> None:
    path = held(tmp_path / "named", a_board, WAYS[way], named=True)
    copy = tmp_path / "copies" / "copy.workshop"
    copy.parent.mkdir()
    with Session.open(path) as session:
        session.copy_to(copy)
        open_now = list(files_under(tmp_path))

    for file, content in [*open_now, *files_under(tmp_path)]:
        assert standing_in(all_of(content), AUTHORS) == [], file


def test_before_they_are_made_unattributed_all_fifty_are_found(tmp_path: Path, a_board) -> None:
    path = held(tmp_path / "named", a_board, lambda _session: None, named=True)
    text, _ = written(path, tmp_path / "out", "html")

    assert len(standing_in(all_of(path.read_bytes()), AUTHORS)) == 50
    assert len(standing_in(text, AUTHORS)) > 0
