"""What the tests of keeping need: cards, files with something in them, other processes."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.board import ContributionCaptured, capture
from facilitator.stages.gather import join_member, join_organisation
from sessions.session import Session
from tests.sessions.spoken import NAME, WHERE, WHO

ROOT = Path(__file__).parent.parent.parent

# Opens a file and holds it until it is told to stop.
HOLD = """
import sys
from pathlib import Path
from sessions.session import Session
with Session.open(Path(sys.argv[1])) as session:
    print("open", flush=True)
    sys.stdin.read()
"""

# Captures cards as fast as it can, and says each one's id once it is acknowledged.
CAPTURE = """
import sys
from pathlib import Path
from facilitator.board import capture
from sessions.session import Session
session = Session.open(Path(sys.argv[1]))
print("open", flush=True)
while True:
    print(session.do(capture, "A card", "purpose", "why").id, flush=True)
"""

Write = Callable[..., ContributionCaptured]


@pytest.fixture(scope="session")
def write() -> Write:
    """`write(session, "One idea")`: one card on the board."""

    def one_card(session: Session, text: str = "One idea") -> ContributionCaptured:
        return session.do(capture, text, "purpose", "why")

    return one_card


@pytest.fixture
def kept(tmp_path: Path, write: Write) -> Path:
    """A closed file with sixty cards, alone in its folder."""
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "sixty.workshop"
    with Session.create(path) as session:
        for number in range(60):
            write(session, f"Card number {number}, which says that {'people wait, ' * 8}and why")
    return path


@pytest.fixture
def crashed(kept: Path, tmp_path: Path, write: Write) -> Path:
    """The file of sixty cards with three more that stand only in the log, as a crash leaves it."""
    open_one, left = tmp_path / "open", tmp_path / "crashed"
    shutil.copytree(kept.parent, open_one)
    with Session.open(open_one / kept.name) as session:
        for number in range(3):
            write(session, f"Late card {number}")
        # This drops the session's lock, for which nobody else is waiting.
        shutil.copytree(open_one, left)
    return left / kept.name


@contextmanager
def _process(script: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="session")
def held_elsewhere() -> Callable[[Path], object]:
    """`with held_elsewhere(path):` another process has the file open."""
    return lambda path: _process(HOLD, path)


@pytest.fixture(scope="session")
def captured_elsewhere() -> Callable[[Path], object]:
    """`with captured_elsewhere(path) as process:` another process writes card after card."""
    return lambda path: _process(CAPTURE, path)


@contextmanager
def _untouched(folder: Path) -> Iterator[None]:
    def as_it_is() -> dict[str, bytes]:
        return {
            found.relative_to(folder).as_posix(): found.read_bytes()
            for found in folder.rglob("*")
            if found.is_file()
        }

    before = as_it_is()
    yield
    assert as_it_is() == before


@pytest.fixture(scope="session")
def untouched() -> Callable[[Path], object]:
    """`with untouched(folder):` no byte changes in it, and nothing is left there."""
    return _untouched


@pytest.fixture
def table(session: Session) -> Session:
    """A workshop with one member of one organisation, and another."""
    session.do(join_organisation, "Ellerport City Council", organisation_id=WHERE)
    session.do(join_member, WHERE, "Leader", NAME, member_id=WHO)
    session.do(join_organisation, "Acute trust", organisation_id="o2")
    session.do(join_member, "o2", "Chair", member_id="m2")
    return session
