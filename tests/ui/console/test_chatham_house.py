"""Fifty planted names under the Chatham House Rule: nowhere that anybody could look.

Thirty-five people are looked for everywhere, the workshop's own file among it. Fifteen
organisations are looked for everywhere but in that file (and its log), where they stay because a
decision has to be provable, and on the console, where each is asked in turn.
"""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.chatham_house import choose_chatham_house
from facilitator.guide import Guide
from facilitator.history import root_of
from sessions.backups import Backups
from sessions.clock import SetClock
from sessions.library import entries_of
from sessions.session import Session
from tests.ui.console.conftest import Show
from tests.ui.console.planted_names import (
    ORGANISATIONS,
    PEOPLE,
    all_of,
    files_under,
    place_of,
    plant,
    standing_in,
    surname,
)
from tests.ui.console.test_nothing_private_leaves import strings_of
from ui.attending.crash import write_report
from ui.command_line import main

SURNAMES = tuple(map(surname, PEOPLE))
PLACES = tuple(map(place_of, ORGANISATIONS))
EVERYBODY = SURNAMES + PLACES
FORMS = ("pdf", "html", "csv", "json", "sqlite", "ics")


@pytest.fixture(params=["switched on at the end", "begun with it on"])
def hushed(
    request: pytest.FixtureRequest,
    played: Path,
    tmp_path: Path,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Session]:
    """A whole workshop in which all of them were planted, before or while the rule holds."""
    for folder in ("library", "temporary"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    path = tmp_path / "library" / "ellerport.workshop"
    shutil.copy(played, path)
    clock.at(datetime(2026, 4, 15, 14, 50))
    with Session.open(path, clock=clock) as session:
        session.backups = Backups(tmp_path / "backups")
        if request.param == "begun with it on":
            session.do(choose_chatham_house, True)
            plant(session)
            session.backups.keep(session, "before a merge")
        else:
            plant(session)
            session.backups.keep(session, "before a merge")
            told = b"".join(content for _, content in files_under(session.backups.folder))
            assert set(standing_in(all_of(told), SURNAMES)) == set(SURNAMES)
            session.do(choose_chatham_house, True)
        yield session


def test_fifty_are_planted_and_each_of_them_is_found_before(
    played: Path, tmp_path: Path, clock: SetClock
) -> None:
    path = tmp_path / "ellerport.workshop"
    shutil.copy(played, path)
    with Session.open(path, clock=clock) as session:
        plant(session)
    assert len(set(EVERYBODY)) == 50
    assert set(standing_in(all_of(path.read_bytes()), EVERYBODY)) == set(EVERYBODY)


def test_no_person_is_named_in_any_byte_beside_the_workshop(
    hushed: Session, tmp_path: Path
) -> None:
    open_now = dict(files_under(tmp_path))
    hushed.close()
    closed = dict(files_under(tmp_path))

    assert any(path.name.endswith("-wal") for path in open_now)
    for files in (open_now, closed):
        for path, content in files.items():
            assert standing_in(all_of(content), SURNAMES) == [], path


def test_no_person_is_named_in_any_byte_of_a_backup(
    hushed: Session,
) -> None:
    """Neither in one that was made before, nor in one from after."""
    backups = hushed.backups
    assert isinstance(backups, Backups)
    before = backups.kept(root_of(hushed.history.entries))
    backups.keep(hushed, "on closing")
    kept = backups.kept(root_of(hushed.history.entries))

    assert len(before) == 1
    assert len(kept) == 2
    for path, content in files_under(backups.folder):
        assert standing_in(all_of(content), SURNAMES) == [], path
    assert len(entries_of(before[0].path)) > 100


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_named_in_any_document(
    hushed: Session, tmp_path: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    hushed.close()
    out = tmp_path / "written"
    args = ["export", str(hushed.path), "--as", form, "--out", str(out)]
    args += ["--document", "all"] if form in ("pdf", "html") else []
    done = CliRunner().invoke(main, args)

    assert done.exit_code == 0, done.output
    written = dict(files_under(out))
    assert len(written) >= (5 if form in ("pdf", "html") else 1)
    for path, content in written.items():
        text = all_of(content)
        assert len(text) > 500
        assert standing_in(text, EVERYBODY) == [], path
        assert standing_in(path.name, EVERYBODY) == []
    for path, content in files_under(tmp_path / "temporary"):
        assert standing_in(all_of(content), EVERYBODY) == [], path
    said = capfd.readouterr()
    assert standing_in(done.output + said.out + said.err, EVERYBODY) == []


def test_nobody_is_named_on_the_rooms_screen_at_any_step(
    hushed: Session, guide: Guide, shown: Show
) -> None:
    console = shown(hushed)
    console.room.open()
    read = 0
    workshop = hushed.workshop
    focuses = [
        {},
        *({"value": value} for value in workshop.values),
        *({"draft": draft} for draft in workshop.drafts),
        *({"rehearsal": each} for each in workshop.rehearsals),
        *(
            {"rehearsal": each.id, "inject": inject}
            for each in workshop.rehearsals.values()
            for inject in each.written
        ),
    ]
    for stage in ("gather", "purpose", "values", "rehearsal", "commitments", "agreement"):
        for step in guide.stage(stage).steps:
            console.navigator.go(stage, step.id)
            for focus in focuses:
                console.desk.focus_on(**focus)
                text = "\n".join(strings_of(console))
                read += len(text)
                assert standing_in(text, EVERYBODY) == [], (stage, step.id, focus)
    assert read > 50_000


def test_nobody_is_named_in_what_is_to_know_of_a_document(hushed: Session) -> None:
    from exports.documents.shelf import papers
    from exports.readiness import remarks

    made = datetime(2026, 4, 15, 15).astimezone()
    told = []
    for paper in papers(hushed.workshop, hushed.history):
        if not paper.not_yet:
            found = remarks(hushed.workshop, paper, paper.make(made))
            assert "The Chatham House Rule holds" in [each.what for each in found]
            told += [f"{each.what} {each.more}" for each in found]

    assert standing_in("\n".join(told), EVERYBODY) == []
    assert "were replaced" in "\n".join(told)


def test_nobody_is_named_in_a_crash_report(hushed: Session, tmp_path: Path) -> None:
    try:
        raise ValueError(f"{PEOPLE[0]} of {ORGANISATIONS[0]}")
    except ValueError as error:
        report = write_report(type(error), error.__traceback__, tmp_path / "reports")

    assert standing_in(report.read_text("utf-8"), EVERYBODY) == []
