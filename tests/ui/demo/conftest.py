"""Workshop files to play, and what comes of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from facilitator.events import Entry
from facilitator.guide import ELLERPORT
from facilitator.workshop import Workshop
from sessions.clock import SetClock
from sessions.session import Session
from ui.demo.play import play
from ui.demo.player import Played
from ui.demo.results import results
from ui.demo.sample import read_sample


@dataclass
class Outcome:
    """A playing, read back from its session file."""

    workshop: Workshop
    entries: list[Entry]
    played: Played
    results: dict[str, Any]
    steps: list[str]


def played_from(folder: Path, data: dict[str, Any]) -> Outcome:
    """Play a workshop file with this in it, and open the session again."""
    written = folder / "workshop.json"
    written.write_text(json.dumps(data), encoding="utf-8")
    path = folder / "played.workshop"
    clock = SetClock(datetime(2026, 1, 5, 9))
    steps: list[str] = []
    with Session.create(path, clock=clock) as session:
        played = play(session, read_sample(written), clock, steps.append)
    with Session.open(path) as again:
        found = results(again.workshop, played)
        return Outcome(again.workshop, list(again.history.entries), played, found, steps)


@pytest.fixture(scope="session")
def play_in() -> Callable[[Path, dict[str, Any]], Outcome]:
    """Plays a workshop file in a folder; one folder holds one playing."""
    return played_from


@pytest.fixture
def ellerport() -> dict[str, Any]:
    """The Ellerport file, to change at will."""
    data: dict[str, Any] = json.loads(ELLERPORT.read_text(encoding="utf-8"))
    return data


@pytest.fixture
def play_file(tmp_path: Path) -> Callable[[dict[str, Any]], Outcome]:
    """Plays a workshop file once, through a session file that is opened again."""
    return lambda data: played_from(tmp_path, data)


@pytest.fixture(scope="session")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Ellerport, played once for all who look at it."""
    data = json.loads(ELLERPORT.read_text(encoding="utf-8"))
    return played_from(tmp_path_factory.mktemp("ellerport"), data)
