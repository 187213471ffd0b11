"""A copy of the shipped scripts in which a test can plant a fault."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import facilitator.guide
from facilitator.guide import GuideProblem, load_guide

SHIPPED = Path(facilitator.guide.__file__).parent


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A facilitator's own folder that holds a copy of every script that ships."""
    for name in ("templates", "scenarios"):
        shutil.copytree(SHIPPED / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def faulty(own: Path) -> Callable[[str, str, str], list[str]]:
    """Puts one text in the place of another, once, in a script; returns what load_guide says.

    The script is named from the folder down: "templates/purpose.toml".
    """

    def plant(script: str, words: str, instead: str) -> list[str]:
        path = own / script
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, instead, 1), encoding="utf-8")
        return complaints(own)

    return plant


@pytest.fixture
def line_of(own: Path) -> Callable[..., int]:
    """The line of a script's copy on which a text stands for the nth time."""

    def find(script: str, words: str, nth: int = 1) -> int:
        lines = (own / script).read_text(encoding="utf-8").split("\n")
        return [number for number, line in enumerate(lines, 1) if words in line][nth - 1]

    return find


def complaints(folder: Path) -> list[str]:
    """Each problem that load_guide finds, in words."""
    with pytest.raises(GuideProblem) as caught:
        load_guide(folder)
    return str(caught.value).split("\n")
