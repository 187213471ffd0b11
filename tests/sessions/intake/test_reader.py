"""The reader's process: late, dead, talkative or gone, it is a problem in words and no more."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from facilitator.kinds import encode
from sessions.intake import Cancelled, Taken, TurnedAway, process, take_in
from sessions.intake.answers import Read, problem_of
from sessions.intake.process import Reader
from sessions.problems import SessionProblem
from tests.sessions.intake.planted import SOUND, plain_workshop, right_hash

READY = "import sys, time, os\nout = sys.stdout.buffer\n" + (
    "def say(m):\n    out.write(len(m).to_bytes(4) + m)\n    out.flush()\n"
    "def hear():\n    n = int.from_bytes(sys.stdin.buffer.read(4))\n"
    "    return sys.stdin.buffer.read(n)\n"
    "def found(path):\n    import msgspec\n"
    "    say(msgspec.msgpack.encode([[path, -1, os.path.basename(path), '']]))\n"
    "say(b'ready')\nimport msgspec\n"
    "path = msgspec.msgpack.decode(hear())[1]\nfound(path)\nhear()\n"
)

Played = Callable[[str], None]


@pytest.fixture
def sixty(tmp_path: Path) -> Path:
    """A sound workshop."""
    plain_workshop(tmp_path / "notes.workshop", 5)
    return tmp_path / "notes.workshop"


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Played:
    """`instead(script)`: that runs in the place of the reader."""

    def play(script: str) -> None:
        monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", script])

    return play


def what(found: list[Taken | TurnedAway]) -> str:
    """What is said of the only file."""
    (only,) = found
    assert isinstance(only, TurnedAway), only
    return only.problem.what


def test_a_reader_that_hangs_is_killed_at_the_deadline(sixty: Path, instead: Played) -> None:
    instead(READY + "time.sleep(60)")
    began = time.monotonic()

    assert "took too long" in what(take_in([sixty], deadline=0.5))
    assert time.monotonic() - began < 5


def test_a_reader_that_dies_is_a_problem_in_words(sixty: Path, instead: Played) -> None:
    instead(READY + "os.abort()")

    assert "stops the reading" in what(take_in([sixty]))


def test_a_reader_that_talks_nonsense_is_not_believed(sixty: Path, instead: Played) -> None:
    instead(READY + "say(b'nonsense')\ntime.sleep(60)")

    assert "stops the reading" in what(take_in([sixty]))


def test_a_reader_that_announces_more_than_any_message_may_have_is_not_heard(
    sixty: Path, instead: Played
) -> None:
    instead(READY + "out.write(b'\\xff' * 100)\nout.flush()\ntime.sleep(60)")

    assert "stops the reading" in what(take_in([sixty]))


def test_a_reader_that_brings_a_forged_row_is_not_believed(sixty: Path, instead: Played) -> None:
    values = tuple({**SOUND, "id": "not an id"}.values())
    answer = msgspec.msgpack.encode(Read(rows=[(*values, right_hash(values))], last=True))
    instead(READY + f"say({answer!r})\ntime.sleep(60)")

    assert "stops the reading" in what(take_in([sixty]))


def test_a_reader_that_does_not_start_is_a_problem_in_words(
    sixty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_command", lambda: ["/nowhere/at/all"])
    assert "could not start its reader" in what(take_in([sixty]))

    monkeypatch.setattr(process, "_command", lambda: [sys.executable, "-c", "raise SystemExit"])
    assert "could not start its reader" in what(take_in([sixty]))


def test_whoever_waits_may_stop_a_reader_that_hangs(sixty: Path, instead: Played) -> None:
    instead(READY + "time.sleep(60)")
    began = time.monotonic()

    def stop(_done: int, _total: int) -> None:
        if time.monotonic() - began > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in([sixty], stop)
    assert time.monotonic() - began < 5


def test_one_process_reads_many_files_and_another_follows_when_it_dies(sixty: Path) -> None:
    raw = bytes(sixty)
    with Reader() as reader:
        for _ in range(3):
            list(_first(reader, raw))
        assert reader.started == 1
        running = reader._process
        assert running is not None
        running.kill()
        running.wait()
        list(_first(reader, raw))
        assert reader.started == 2


def _first(reader: Reader, raw: bytes) -> list[bytes]:
    return [next(reader.ask(raw, -1, 10.0, lambda: None))]


def test_a_file_is_read_again_when_the_reader_died_of_another(
    sixty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, times = process._command(), []

    def first_a_dying_one() -> list[str]:
        times.append(1)
        return [sys.executable, "-c", READY + "os.abort()"] if len(times) == 1 else real

    monkeypatch.setattr(process, "_command", first_a_dying_one)

    (found,) = take_in([sixty])
    assert isinstance(found, Taken)
    assert len(found.entries) == 5


def test_the_reader_imports_nothing_that_lies_where_the_app_was_started(
    sixty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("msgspec.py", "hashlib.py", "zipfile.py", "sessions.py"):
        (tmp_path / name).write_text("open('was here', 'w')\nraise SystemExit\n")
    monkeypatch.chdir(tmp_path)

    (found,) = take_in([sixty])
    assert isinstance(found, Taken)
    assert not (tmp_path / "was here").exists()


def test_packed_into_one_program_the_app_is_its_own_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert process._command() == [sys.executable, process.READ_FOR_ME]


def test_the_app_started_as_a_reader_reads(sixty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = "from ui.launch import main; main()"
    monkeypatch.setattr(
        process, "_command", lambda: [sys.executable, "-c", start, process.READ_FOR_ME]
    )

    (found,) = take_in([sixty])
    assert isinstance(found, Taken)
    assert b"people wait" in encode(found.entries[0].event)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("archive_astray", "some other place on this computer"),
        ("archive_damaged", "a damaged archive"),
        ("archive_locked", "locked with a password"),
        ("archive_within", "lies within another"),
        ("broke_off", "stops the reading"),
        ("cannot_look", "could not start its reader"),
        ("link", "only points to"),
        ("nothing_there", "There is no workshop in"),
        ("too_large", "far larger than a workshop"),
        ("too_many", "more in “notes.workshop” than"),
        ("too_slow", "took too long"),
        ("what is not a code", "stops the reading"),
    ],
)
def test_every_reason_has_its_sentence(code: str, words: str) -> None:
    problem = problem_of(code, "notes.workshop", Path())

    assert isinstance(problem, SessionProblem)
    assert words in problem.what
    assert all(each.endswith(".") for each in (problem.what, problem.safe, problem.do))
