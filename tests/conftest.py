"""Builders that make a workshop in one readable line, kept in a session file of its own."""

import os
import shutil
import tempfile

# Before Qt is imported anywhere: no test opens a window on the screen of whoever runs it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nor does any touch what whoever runs it has kept: settings, backups, drafts, reports.
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="facilitator-tests-")
os.environ["XDG_DATA_HOME"] = f"{os.environ['XDG_CONFIG_HOME']}/data"
os.environ["XDG_STATE_HOME"] = f"{os.environ['XDG_CONFIG_HOME']}/state"


from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from facilitator.attendance import arrive
from facilitator.decision import Rule
from facilitator.stages.gather import choose_rule, join_member, join_organisation, name_workshop
from sessions.clock import SetClock
from sessions.session import Session

# Nothing here is timed: a busy machine is slow, and that is no fault of the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

MORNING = datetime(2026, 3, 18, 9, 30)
CLASSES = ("council", "nhs", "elected", "public_health", "public_voice", "vcs")

Board = Callable[..., list[str]]


NOT_RUN = pytest.StashKey[dict[str, str]]()
NEEDS = "FACILITATOR_NEEDS"
"""What must not be missing where the tests run, such as "browser verapdf"."""


@pytest.fixture(scope="session")
def did_not_run(pytestconfig: pytest.Config) -> Callable[[str, str], NoReturn]:
    """`did_not_run("browser", why)`: skips, and the run ends by saying so.

    Where the environment says that it is needed, it fails instead.
    """

    def tell(what: str, why: str) -> NoReturn:
        if what in os.environ.get(NEEDS, "").replace(",", " ").split():
            pytest.fail(f"{what} did not run, and {NEEDS} asks for it: {why}", pytrace=False)
        pytestconfig.stash.setdefault(NOT_RUN, {})[what] = why
        pytest.skip(f"{what}: {why}")

    return tell


def pytest_unconfigure() -> None:
    """Nothing is left of nobody's settings."""
    shutil.rmtree(os.environ["XDG_CONFIG_HOME"], ignore_errors=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hands what was not looked at to whoever writes the summary, where tests run on every core."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["not run"] = session.config.stash.get(NOT_RUN, {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hears of it."""
    told = getattr(node, "workeroutput", {}).get("not run", {})
    node.config.stash.setdefault(NOT_RUN, {}).update(told)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Says last what was not looked at, so that nobody takes silence for soundness."""
    for what, why in sorted(config.stash.get(NOT_RUN, {}).items()):
        terminalreporter.write_line(f"NOT RUN: {what}. {why}", yellow=True)


@pytest.fixture
def clock() -> SetClock:
    """Half past nine on the morning of the workshop, until it is told otherwise."""
    return SetClock(MORNING)


@pytest.fixture
def session(tmp_path: Path, clock: SetClock) -> Iterator[Session]:
    """A new workshop in a file of its own, in which nothing has happened."""
    with Session.create(tmp_path / "ellerport.workshop", clock=clock) as made:
        yield made


@pytest.fixture
def a_board() -> Board:
    """`a_board(session, voting=10, here=9)`: a named workshop whose members have come.

    Makes that many voting organisations (`org-1` …, each with one member, `org-1-lead` …) and
    others that do not vote (`guest-1` …), marks the first ones as here from now on, and chooses a
    quorum of more than half. Gives the ids of the organisations, voting ones first.
    """

    def build(
        session: Session, voting: int = 10, here: int | None = None, guests: int = 0
    ) -> list[str]:
        session.do(name_workshop, "Shaping Ellerport", "Ellerport Board", "Ellerport", "2026-03-18")
        session.do(choose_rule, Rule(least_voting=voting // 2 + 1))
        voters = [f"org-{n}" for n in range(1, voting + 1)]
        others = [f"guest-{n}" for n in range(1, guests + 1)]
        for number, each in enumerate(voters + others):
            session.do(
                join_organisation,
                each.replace("-", " ").capitalize(),
                org_class=CLASSES[number % len(CLASSES)],
                voting=each in voters,
                organisation_id=each,
            )
            session.do(join_member, each, "Chief executive", member_id=f"{each}-lead")
        for each in (voters + others)[: voting + guests if here is None else here]:
            session.do(arrive, f"{each}-lead", session.minute())
        return voters + others

    return build
