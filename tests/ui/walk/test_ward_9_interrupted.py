"""Ellerport's scenario through the real windows, with everything that can befall a clock.

The board and its values are played from the file; from the brief on everything is done with keys.
In the middle of the story it is paused, the laptop sleeps for an hour, the computer's clock is set
back by an hour, the app is closed and opened again, and a copy of the file is opened as it lay on
the disk in mid-play, as after a crash.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import ELLERPORT
from facilitator.stages.rehearsal.injects import InjectPlayed
from sessions.clock import SetClock
from sessions.session import Session
from tests.ui.walk import rehearsing
from tests.ui.walk.hands import read
from tests.ui.walk.rehearsing import SAID
from tests.ui.walk.workshop import FILE, Walk, results_of
from ui.demo.play import play
from ui.demo.sample import read_sample
from ui.theme.palette import apply_theme

LATER = {"scenario_runs", "commitments", "budgets", "willingness", "governance", "accountability"}
LATER |= {"rules_of_behaviour", "hierarchy_watch", "workstreams", "public_statement", "strategy"}
LATER |= {"success_signs", "document_control", "self_assessment"}
"""What the file has of stages after the values."""


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The app on Ellerport's workshop as it stands before the rehearsal."""
    apply_theme(qapp)
    folder = tmp_path_factory.mktemp("night")
    cut = folder / "ellerport.json"
    cut.write_text(json.dumps({k: v for k, v in FILE.items() if k not in LATER}), "utf-8")
    made = Walk(folder)
    path = folder / "ellerport.workshop"
    session = Session.create(path, clock=made.clock)
    play(session, read_sample(cut), made.clock)
    session.close()
    made.clock.at(datetime(2026, 4, 15, 13, 0))
    opened(made, path)
    yield made
    made.console.gone.disconnect()
    made.console.close()
    made.app.start.close()


def opened(walk: Walk, path: Path) -> None:
    """Open the workshop of that file."""
    walk.app.open_session(Session.open(path, clock=walk.clock))
    walk.look()


def passes(walk: Walk, seconds: float) -> None:
    """Time goes by while the app looks at its clock, a little at a time."""
    while seconds > 0:
        walk.clock.forward(min(20.0, seconds))
        seconds -= 20
        walk.tick()


def story(walk: Walk) -> Any:
    """The rehearsal as it stands."""
    return next(iter(walk.workshop.rehearsals.values()))


def shows(walk: Walk) -> float:
    """The seconds that the scenario clock shows."""
    return float(story(walk).clock.seconds(walk.console.desk.seconds()))


def until(walk: Walk, minute: int) -> None:
    """Let time go by until the scenario clock shows a minute."""
    passes(walk, minute * 60 - shows(walk))


def arrivals(walk: Walk) -> list[tuple[str, str]]:
    """Every inject in the record, in the order in which it arrived, twice if it came twice."""
    return [
        (entry.event.inject, entry.event.how)
        for entry in walk.console.desk.session.history.entries
        if isinstance(entry.event, InjectPlayed)
    ]


def closed_and_opened(walk: Walk, path: Path) -> None:
    """Close the workshop, and open the file of that path."""
    walk.app.go_home()
    walk.look()
    opened(walk, path)
    walk.hands.edges = [walk.console.bar, walk.console.side, walk.console.journey]


def test_every_inject_arrives_once_and_the_results_are_those_of_the_file(walk: Walk) -> None:
    hands = walk.hands
    hands.go_to("Rehearsal: Brief")
    rehearsing.brief(walk)
    hands.press("F5")
    walk.next_step("rehearsal/check-in-before")
    rehearsing.check_in(walk, SAID["check_in_before"])
    walk.next_step("rehearsal/read-in")
    walk.next_step("rehearsal/play")
    hands.tab_to("Start the clock")
    hands.press("Space")
    assert shows(walk) == 25 * 60

    # A pause of five minutes, in which nothing comes.
    passes(walk, 120)
    hands.push("Pause the scenario clock", back=True)
    passes(walk, 300)
    assert (shows(walk), arrivals(walk)) == (27 * 60, [])
    hands.tab_to("Go on")
    hands.press("Space")
    until(walk, 28)
    assert arrivals(walk) == [("SC1-I1", "clock")]
    rehearsing.answer(walk, 0)

    # The lid is closed for an hour.
    until(walk, 31)
    walk.clock.forward(3600)
    walk.tick()
    assert "The laptop was away for 1 hour." in " ".join(read(walk.console))
    assert shows(walk) == 31 * 60
    passes(walk, 200)
    assert arrivals(walk) == [("SC1-I1", "clock")]
    hands.tab_to("Go on from 31:00")
    hands.press("Return")
    passes(walk, 60)
    assert shows(walk) == 32 * 60

    # Somebody puts the computer's clock an hour back.
    walk.clock.forward(-3600)
    walk.tick()
    passes(walk, 60)
    assert shows(walk) == pytest.approx(33 * 60, abs=21)

    # The app is closed and opened again, twenty minutes later.
    path = walk.console.desk.session.path
    until(walk, 38)
    walk.app.go_home()
    walk.clock.forward(1200)
    opened(walk, path)
    assert shows(walk) == 38 * 60
    assert "The laptop was away" not in " ".join(read(walk.console))
    hands.tab_to("Go on")
    hands.press("Space")
    passes(walk, 60)

    # It crashes: what lay on the disk is opened as it was.
    lost = path.with_name("after-the-crash.workshop")
    for each in path.parent.glob(f"{path.name}*"):
        shutil.copy(each, each.with_name(each.name.replace(path.stem, lost.stem)))
    closed_and_opened(walk, lost)
    hands.go_to("Rehearsal: Play")
    if not story(walk).clock.running:
        hands.tab_to("Go on")
        hands.press("Space")
    until(walk, 41)
    assert arrivals(walk) == [("SC1-I1", "clock"), ("SC1-I2", "clock")]
    rehearsing.answer(walk, 1)

    until(walk, 48)
    rehearsing.decide(walk, SAID["decisions"][0])
    until(walk, 56)
    assert walk.console.desk.focus.inject == "SC1-I3"
    rehearsing.answer(walk, 2)
    hands.go_to("Gather: Who is here")
    walk.row(rehearsing.PEOPLE["P05"])
    hands.press("Return")
    hands.go_to("Rehearsal: Play")
    until(walk, 64)
    hands.push("Next decision →")
    rehearsing.decide(walk, SAID["decisions"][1])
    until(walk, 68)
    hands.push("Pause the scenario clock", back=True)
    walk.next_step("rehearsal/check-in-after")
    rehearsing.check_in(walk, SAID["check_in_after"])
    walk.next_step("rehearsal/debrief")
    rehearsing.debrief(walk)
    walk.next_step("rehearsal/change")
    rehearsing.change(walk)
    walk.next_step("rehearsal/close")
    passes(walk, 600)

    assert arrivals(walk) == [("SC1-I1", "clock"), ("SC1-I2", "clock"), ("SC1-I3", "clock")]
    minutes = [played.minute for played in story(walk).played.values()]
    assert minutes == [each["at_min"] for each in SAID["injects_played"]]
    assert "Settled: 3 changes to the paper, 2 accepted." in " ".join(read(walk.console))
    found, expected = results_of(walk), FILE["expected"]
    for key in ("tension_before", "tension_after", "value_status", "rounds", "charter_values"):
        assert found[key] == expected[key], key
    outcomes = {name: each["result"] for name, each in found["decisions"].items()}
    assert outcomes == {"SC1-D1": "agreed_with_reservations", "SC1-D2": "agreed_with_reservations"}


def test_the_file_on_the_disk_holds_the_same(walk: Walk) -> None:
    path = walk.console.desk.session.path
    walk.app.go_home()
    session = Session.open(path, clock=SetClock(datetime(2026, 4, 16) + timedelta(hours=9)))
    found = next(iter(session.workshop.rehearsals.values()))

    assert list(found.played) == ["SC1-I1", "SC1-I2", "SC1-I3"]
    assert not found.clock.running
    assert ELLERPORT.exists()
    session.close()
    opened(walk, path)
