"""Three processes of the app, a facilitator's and two note-takers', through three hours.

Their files are merged twice, in different orders, through the windows. In the end all three hold
the same workshop.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest


class Laptop:
    """A process that answers."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            **{f"XDG_{n}_HOME": str(folder / n.lower()) for n in ("CONFIG", "DATA", "STATE")},
        }
        self._errors = (folder / "errors.txt").open("w+")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.three_laptops.laptop", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env=environment,
        )

    def __getattr__(self, name: str) -> Any:
        def ask(*arguments: object) -> Any:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            if not line:
                self._errors.seek(0)
                pytest.fail(f"{name}{arguments} broke it: {self._errors.read()}")
            return json.loads(line)

        return ask

    def __enter__(self) -> "Laptop":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._errors.close()


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop, Laptop]]:
    """The facilitator's, and those of tables 1 and 2."""
    with ExitStack() as stack:
        yield tuple(  # type: ignore[misc]
            stack.enter_context(Laptop(tmp_path / name)) for name in ("main", "one", "two")
        )


def note(laptop: Laptop, words: str, who: int = 0, private: bool = False) -> None:
    """A note by the keys."""
    if who:
        laptop.press(f"Ctrl+{who}")
    laptop.write(words)
    if private:
        laptop.press("Tab")
    laptop.press("Return")


def test_three_laptops_end_with_the_same_workshop(
    laptops: tuple[Laptop, Laptop, Laptop], tmp_path: Path
) -> None:
    main, one, two = laptops
    shared = tmp_path / "shared"
    shared.mkdir()
    out = str(tmp_path / "for-note-takers.workshop")
    main.begin("Ashby Board")
    for name in ("Alder", "Beech", "Cedar"):
        main.do("facilitator.stages.gather", "join_organisation", name, "", "nhs", True, "", name)
    main.do("facilitator.stages.purpose", "draft", "Together, for the city.", "", "", "v1")
    main.do("facilitator.rounds", "open_round", "v1", "Together, for the city.", "r1")
    main.go("purpose", "why-bother")
    main.capture("Said in the morning")
    main.hand_out(out)
    one.take_notes(out, "Table 1")
    two.take_notes(out, "Table 2")

    # The first hour: everybody writes, apart.
    for laptop in laptops:
        laptop.passes(20)
    main.capture("Said at the front")
    note(one, "Said at table one", who=1)
    note(one, "Chair answered for three", private=True)
    note(one, "A slip")
    one.press("Ctrl+Z")
    note(two, "Said at table two", who=2)
    two.press("Ctrl+R")
    main.do("facilitator.rounds", "take_position", "r1", "Alder", "agree")
    main.do("facilitator.rounds", "take_position", "r1", "Beech", "agree")
    one.do("facilitator.rounds", "take_position", "r1", "Alder", "reservation", "Only pooled.")
    two.do("facilitator.rounds", "take_position", "r1", "Cedar", "agree")
    for laptop in laptops:
        laptop.passes(60)
    first = [one.hand_over(str(shared)), two.hand_over(str(shared))]

    # The break: one after the other, taken back, and both at once.
    main.bring_in(first[0])
    main.bring_in(first[1])
    said = main.says()
    assert said["cards"] == [
        "Said at table one",
        "Said at table two",
        "Said at the front",
        "Said in the morning",
    ]
    assert said["private"] == ["Chair answered for three"]
    assert said["positions"] == {"r1": {"Beech": "agree", "Cedar": "agree"}}
    assert said["beside"] == 1
    main.press("Ctrl+Z")
    main.press("Ctrl+Z")
    assert main.says()["cards"] == ["Said at the front", "Said in the morning"]
    main.bring_in(first[1], first[0])
    assert main.says()["digest"] != said["digest"]
    assert main.says()["cards"] == said["cards"]
    assert main.choose_all(2) == 1
    assert main.says()["positions"]["r1"]["Alder"] in ("agree", "reservation")

    # The second and third hour: two write about the same card, and it comes in the other order.
    main.hand_out(out)
    one.bring_in(out)
    for laptop in laptops:
        laptop.passes(60)
    note(one, "Said later at table one")
    note(two, "Said later at table two")
    main.capture("Said later at the front")
    second = [two.hand_over(str(shared)), one.hand_over(str(shared))]
    main.bring_in(*second)
    main.hand_out(out)
    one.bring_in(out)
    two.bring_in(out)

    ends = [laptop.says() for laptop in laptops]
    assert ends[0]["cards"] == [
        "Said at table one",
        "Said at table two",
        "Said at the front",
        "Said in the morning",
        "Said later at table one",
        "Said later at table two",
        "Said later at the front",
    ]
    assert {end["digest"] for end in ends} == {ends[0]["digest"]}
    for laptop, end in zip(laptops, ends, strict=True):
        assert "Chair answered" not in end["data"]
        assert "Chair answered" not in laptop.room()
