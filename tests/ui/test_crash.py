"""A crash report says where it happened and nothing of what anybody said."""

import sys
from pathlib import Path

import pytest

from facilitator.attribution import choose_for_all
from facilitator.board import capture
from facilitator.stages.gather import join_member, join_organisation
from sessions.session import Session
from sessions.store import Store
from ui.crash import catch_crashes, write_report

SAID = "what the leader said in confidence"
AUTHOR, MEMBER = "Zebedee Quillfeather", "m-7f3b9c1d55e2"


def _raise(words: str) -> None:
    raise ValueError(words)


def test_a_report_holds_the_place_and_never_the_words(tmp_path: Path) -> None:
    try:
        _raise(SAID)
    except ValueError as error:
        path = write_report(type(error), error.__traceback__, tmp_path)

    words = path.read_text("utf-8")
    assert "ValueError" in words
    assert "_raise" in words
    assert "confidence" not in words


def test_what_reaches_the_top_is_reported_and_the_app_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("ui.crash.faulthandler.enable", lambda: None)
    catch_crashes(tmp_path)

    sys.excepthook(ValueError, ValueError("secret words"), None)

    said = capsys.readouterr().err
    assert "What was captured is safe" in said
    assert "secret words" not in said
    assert len(list(tmp_path.iterdir())) == 1


def test_a_crash_while_an_author_is_being_forgotten_names_nobody(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.do(join_organisation, "Council", organisation_id="o1")
    session.do(join_member, "o1", "Leader", AUTHOR, member_id=MEMBER)
    card = session.do(capture, "Close Ward 9", "purpose", "why", member=MEMBER).id

    def breaks(*_: object) -> None:
        raise RuntimeError(f"{AUTHOR} {MEMBER} {card}")

    monkeypatch.setattr(Store, "rewrite", breaks)
    with pytest.raises(RuntimeError) as caught:
        session.do(choose_for_all, "unattributed")
    written = write_report(caught.type, caught.tb, tmp_path).read_text("utf-8")

    assert "_put_down" in written
    assert not [secret for secret in (AUTHOR, MEMBER, card) if secret in written]
