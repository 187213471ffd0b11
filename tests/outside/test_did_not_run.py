"""A judge that is not there is told of at the end of a run, or fails it where it is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.outside import java

DidNotRun = Callable[[str, str], NoReturn]


class Terminal:
    """Keeps what is written at the end of a run."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write_line(self, line: str, **_: bool) -> None:
        self.lines.append(line)


@pytest.fixture
def plugin(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The tests' own conftest, with nothing told yet; what was told before comes back after."""
    found: Any = next(p for p in pytestconfig.pluginmanager.get_plugins() if hasattr(p, "NOT_RUN"))
    monkeypatch.setattr(found, "NOT_RUN", pytest.StashKey[dict[str, str]]())
    return found


def test_what_did_not_run_is_told_at_the_end(
    did_not_run: DidNotRun, plugin: Any, pytestconfig: pytest.Config
) -> None:
    with pytest.raises(pytest.skip.Exception):
        did_not_run("a judge", "It is not here.")

    terminal = Terminal()
    plugin.pytest_terminal_summary(terminal, pytestconfig)
    assert terminal.lines == ["NOT RUN: a judge. It is not here."]


class Node:
    """A process of its own that ran some of the tests, as whoever sent it sees it."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.workeroutput: dict[str, object] = {}
        self.stash = config.stash


def test_what_did_not_run_elsewhere_is_told_too(plugin: Any, pytestconfig: pytest.Config) -> None:
    node = Node(pytestconfig)
    node.stash = pytest.Stash()
    node.stash[plugin.NOT_RUN] = {"a judge": "It is not here."}

    class Session:
        config = node

    plugin.pytest_sessionfinish(Session())
    plugin.pytest_testnodedown(node)

    terminal = Terminal()
    plugin.pytest_terminal_summary(terminal, pytestconfig)
    assert terminal.lines == ["NOT RUN: a judge. It is not here."]


def test_what_is_needed_fails_where_it_did_not_run(
    did_not_run: DidNotRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_NEEDS", "browser,verapdf")

    with pytest.raises(pytest.fail.Exception, match="verapdf did not run"):
        did_not_run("verapdf", "It is not here.")


def test_without_a_development_kit_there_is_no_verapdf(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert java.why_not().startswith("There is no Java development kit")


def test_the_guard_needs_every_judge() -> None:
    script = (Path(__file__).parents[2] / ".ci" / "run").read_text(encoding="utf-8")

    assert 'FACILITATOR_NEEDS="browser verapdf"' in script
