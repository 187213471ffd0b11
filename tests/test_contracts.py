"""Every contract between the floors holds, and each is shown to fail on a planted import.

A contract that watches the wrong module never fails and guards nothing, so each one here is broken
on purpose, in a copy of the code, under the project's own configuration.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("facilitator", "sessions", "exports", "ui")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}

# Contract, the module that the import is planted in, and the import.
PLANTED = [
    ("floors", "facilitator/events.py", "import sessions"),
    ("floors", "facilitator/events.py", "import exports"),
    ("floors", "facilitator/events.py", "import ui"),
    ("floors", "sessions/__init__.py", "import exports"),
    ("floors", "sessions/__init__.py", "import ui"),
    ("floors", "exports/__init__.py", "import sessions"),
    ("floors", "exports/__init__.py", "import ui"),
    ("qt", "facilitator/stages/values.py", "from PySide6.QtCore import QObject"),
    ("qt", "sessions/__init__.py", "from PySide6 import QtSql"),
    ("qt", "exports/__init__.py", "import shiboken6"),
    ("sqlite", "facilitator/events.py", "import sqlite3"),
    ("sqlite", "exports/__init__.py", "from sqlite_utils import Database"),
    ("sqlite", "ui/__init__.py", "import sqlite3"),
    ("reportlab", "facilitator/events.py", "import reportlab"),
    ("reportlab", "sessions/__init__.py", "from reportlab.pdfgen import canvas"),
    ("reportlab", "ui/__init__.py", "from reportlab.pdfgen import canvas"),
    ("ground", "facilitator/events.py", "import click"),
    ("ground", "facilitator/stages/values.py", "from platformdirs import user_documents_dir"),
    ("stages", "facilitator/stages/gather.py", "import facilitator.stages.purpose"),
    ("stages", "facilitator/stages/values.py", "from facilitator.stages import agreement"),
    ("stages", "facilitator/stages/sideways.py", "import facilitator.stages.gather"),
]


@pytest.fixture(scope="module")
def copied_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of the four floors and its configuration, where they may be spoilt."""
    house = tmp_path_factory.mktemp("house")
    for floor in FLOORS:
        for module in (ROOT / floor).rglob("*.py"):
            copy = house / module.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(module, copy)
    shutil.copyfile(ROOT / "pyproject.toml", house / "pyproject.toml")
    return house


def checked(house: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter over a house with the configuration that lies in it."""
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-logo", "--config", "pyproject.toml", *options],
        cwd=house,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_contract_holds(copied_house: Path) -> None:
    result = checked(copied_house)

    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


def test_every_contract_has_an_import_planted_against_it() -> None:
    assert {contract for contract, _module, _line in PLANTED} == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "module", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    copied_house: Path, contract: str, module: str, line: str
) -> None:
    spoilt = copied_house / module
    sound = spoilt.read_text(encoding="utf-8") if spoilt.exists() else None
    spoilt.write_text(f"{sound or ''}\n{line}\n", encoding="utf-8")
    try:
        result = checked(copied_house, "--contract", contract)
    finally:
        if sound is None:
            spoilt.unlink()
        else:
            spoilt.write_text(sound, encoding="utf-8")

    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(rf"^{re.escape(CONTRACTS[contract])} BROKEN", result.stdout, re.MULTILINE)
    assert module.removesuffix(".py").removesuffix("/__init__").rpartition("/")[2] in result.stdout
