"""A crash report is for people to read, and holds nothing of what anybody said or is called."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.attribution import choose_for_all
from facilitator.board import capture
from facilitator.stages.gather import join_member, join_organisation
from sessions.session import Session
from sessions.store import Store
from ui.attending import crash
from ui.attending.crash import catch_crashes, report_of_last_time, write_report

SAID = "what the leader said in confidence"
AUTHOR, MEMBER = "Zebedee Quillfeather", "m-7f3b9c1d55e2"


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever hears of crashes is as it was afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", crash.threading.excepthook)
    monkeypatch.setattr("ui.attending.crash.faulthandler.enable", lambda *_: None)
    yield
    while crash._kept_open:
        crash._kept_open.pop().close()


def _raise(words: str) -> None:
    raise ValueError(words)


def raised(words: str = SAID) -> ValueError:
    with pytest.raises(ValueError, match=words) as caught:
        _raise(words)
    return caught.value


def test_a_report_holds_the_place_and_never_the_words(tmp_path: Path) -> None:
    error = raised()
    words = write_report(type(error), error.__traceback__, tmp_path, "purpose/only-us").read_text()

    assert "What:     ValueError" in words
    assert "in _raise" in words
    assert "Step:     purpose/only-us" in words
    assert "confidence" not in words


def test_it_says_first_that_what_was_kept_is_safe(tmp_path: Path) -> None:
    error = raised()
    words = write_report(type(error), error.__traceback__, tmp_path).read_text()

    assert words.startswith("Something went wrong in Facilitator that should not have.\n")
    assert "Everything that was kept until then is safe" in words
    assert "Python 3." in words
    assert "Qt 6." in words
    assert "Step:" not in words


def test_it_names_no_folder_of_whoever_runs_it(tmp_path: Path) -> None:
    error = raised()
    words = write_report(type(error), error.__traceback__, tmp_path).read_text()

    assert str(Path(__file__).parents[3]) not in words
    assert "ui/attending/test_crash.py, line " in words


def test_what_reaches_the_top_is_reported_and_the_app_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catch_crashes(tmp_path)

    sys.excepthook(ValueError, ValueError("secret words"), None)

    said = capsys.readouterr().err
    assert "Everything that was kept until then is safe" in said
    assert "secret words" not in said
    assert len(list(tmp_path.glob("2*.txt"))) == 1


def test_it_is_told_once_for_each_place(tmp_path: Path) -> None:
    told: list[Path] = []
    catch_crashes(tmp_path, told.append, lambda: "purpose/draft")

    for _ in range(3):
        error = raised()
        sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(TypeError, TypeError(SAID), None)

    assert len(told) == 2
    assert "Step:     purpose/draft" in told[0].read_text()


def test_a_step_that_cannot_be_told_spoils_no_report(tmp_path: Path) -> None:
    told: list[Path] = []

    def broken() -> str:
        raise RuntimeError(SAID)

    catch_crashes(tmp_path, told.append, broken)
    sys.excepthook(TypeError, TypeError(SAID), None)

    assert "What:     TypeError" in told[0].read_text()
    assert "confidence" not in told[0].read_text()


def test_where_no_report_can_be_written_the_words_are_not_printed_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    catch_crashes(tmp_path / "file")

    sys.excepthook(ValueError, ValueError(SAID), None)

    said = capsys.readouterr().err
    assert "no report could be written" in said
    assert "confidence" not in said


def test_a_program_that_the_system_stopped_is_reported_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import ctypes; from pathlib import Path; from ui.attending.crash import catch_crashes\n"
        f"catch_crashes(Path({str(tmp_path)!r})); ctypes.string_at(0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode != 0

    report = report_of_last_time(tmp_path)

    assert report is not None
    words = report.read_text()
    assert "The program was stopped by the system" in words
    assert "Segmentation fault" in words
    assert str(Path.home()) not in words
    assert report_of_last_time(tmp_path) is None


def test_after_a_proper_end_there_is_nothing_to_report(tmp_path: Path) -> None:
    catch_crashes(tmp_path)

    assert report_of_last_time(tmp_path) is None
    assert list(tmp_path.glob("2*.txt")) == []


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
