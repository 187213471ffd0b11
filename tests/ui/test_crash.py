"""A crash report says where it happened and nothing of what anybody said."""

import sys
from pathlib import Path

import pytest

from ui.crash import catch_crashes, write_report

SAID = "what the leader said in confidence"


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
