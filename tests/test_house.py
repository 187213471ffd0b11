"""The house's own rules that no linter knows: sizes, names, what may lie where, what is locked."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from facilitator.fonts import FACES, FALLBACK_FAMILIES, FOLDER, TEXT_FAMILY, Face

ROOT = Path(__file__).parent.parent
FLOORS = ("facilitator", "sessions", "exports", "ui")
LONGEST = 400
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
TOP = {
    *FLOORS,
    ".ci",
    ".git",
    ".gitignore",
    "benchmarks",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "pyproject.toml",
    "README.md",
    "requirements.lock",
    "tests",
}


def modules(*folders: str) -> Iterator[Path]:
    """Every Python file under these folders of the project."""
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level names that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*FLOORS, "benchmarks", "tests")
    }

    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_and_folder_says_what_it_is_about() -> None:
    nothing_said = [
        path.relative_to(ROOT).as_posix()
        for path in modules(*FLOORS, "benchmarks", "tests")
        if NAMES_THAT_SAY_NOTHING & {*path.relative_to(ROOT).parent.parts, path.stem}
    ]

    assert nothing_said == []


def test_the_top_of_the_house_holds_only_what_its_plan_lists() -> None:
    ignored = [
        line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ]
    found = {
        path.name
        for path in ROOT.iterdir()
        if not any(fnmatch(path.name, pattern) for pattern in ignored)
    }

    assert found - TOP == set()


def test_the_ground_floor_imports_only_the_standard_library_and_msgspec() -> None:
    allowed = sys.stdlib_module_names | {"facilitator", "msgspec"}
    strangers = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in modules("facilitator")
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name not in allowed
    }

    assert strangers == set()


def test_every_folder_of_code_is_a_package() -> None:
    bare = {path.parent for path in modules(*FLOORS) if not (path.parent / "__init__.py").exists()}

    assert {folder.relative_to(ROOT).as_posix() for folder in bare} == set()


def test_the_lock_names_no_address_and_no_folder() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert [line for line in lock.splitlines() if "://" in line or "file:" in line] == []


def test_the_lock_holds_every_package_that_the_project_asks_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {line.partition("==")[0] for line in lock.splitlines() if "==" in line}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {
        requirement.partition("=")[0].rstrip("<>!~").lower()
        for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"])
    }

    assert asked
    assert asked - locked == set()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_every_face_in_the_table_is_a_truetype_file_in_the_folder(face: Face) -> None:
    assert face.path.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_every_shipped_typeface_has_its_licence_beside_it() -> None:
    families = {face.family for face in FACES}
    licences = {f"OFL-{family.lower().replace(' ', '-')}.txt" for family in families}

    assert families == {TEXT_FAMILY, *FALLBACK_FAMILIES}
    assert {path.name for path in FOLDER.glob("OFL-*.txt")} == licences
    assert {path.name for path in FOLDER.glob("*.ttf")} == {face.file for face in FACES}
