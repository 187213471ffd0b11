"""Every place in the domain that can refuse, found in its source, and the place that did.

A place is a `raise Refused(…)`, or a call that hands over the sentence to refuse with: of any
function that has a parameter named `otherwise` (`wording`, `a_date`). What a new stage adds is
found as soon as it is written.
"""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parent.parent.parent.parent
DOMAIN = ROOT / "facilitator"
CARRIES = "otherwise"


@dataclass(frozen=True)
class Place:
    """Where something can be refused: file, first and last line, and what it may say.

    `sentence` shows what is put in as `{…}`; `says` is the pattern that its sentences fit.
    """

    file: str
    line: int
    end: int
    sentence: str
    says: str

    @property
    def name(self) -> str:
        """The place as an editor opens it."""
        return f"{self.file}:{self.line}"


def places() -> list[Place]:
    """Every place, in the order of files and lines."""
    trees = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(DOMAIN.rglob("*.py"))
    }
    carriers = _carriers(trees.values())
    found = [p for file, tree in trees.items() for p in _places_in(file, tree, carriers)]
    return sorted(found, key=lambda place: (place.file, place.line))


def refused_at(traceback: TracebackType | None, reason: str, known: list[Place]) -> set[Place]:
    """The places through which a refusal with this sentence came."""
    passed = set()
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(ROOT):
            passed.add((file.relative_to(ROOT).as_posix(), traceback.tb_lineno))
        traceback = traceback.tb_next
    return {
        place
        for place in known
        for file, line in passed
        if place.file == file
        and place.line <= line <= place.end
        and re.fullmatch(place.says, reason, re.DOTALL)
    }


def _carriers(trees: object) -> dict[str, tuple[int, ast.expr | None]]:
    """Functions that refuse with a sentence handed to them: where it stands, and its default."""
    found: dict[str, tuple[int, ast.expr | None]] = {}
    for tree in trees:  # type: ignore[attr-defined]
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            names = [argument.arg for argument in node.args.args]
            if CARRIES in names:
                at = names.index(CARRIES)
                defaults = node.args.defaults
                back = len(names) - at
                default = defaults[-back] if back <= len(defaults) else None
                found[node.name] = (at, default)
    return found


def _places_in(
    file: str, tree: ast.Module, carriers: dict[str, tuple[int, ast.expr | None]]
) -> list[Place]:
    named = _constants(tree)
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and _called(node.exc) == "Refused":
            assert isinstance(node.exc, ast.Call)
            found.append(_place(file, node, named(node.exc.args[0])))
        elif isinstance(node, ast.Call) and (name := _called(node)) in carriers:
            at, default = carriers[name]
            given = {k.arg: k.value for k in node.keywords}.get(CARRIES)
            told = node.args[at] if len(node.args) > at else given or default
            assert told is not None, f"{file}:{node.lineno}"
            found.append(_place(file, node, named(told)))
    return found


def _constants(tree: ast.Module) -> Callable[[ast.expr], ast.expr]:
    """Gives what a name of the module stands for, and anything else as it is."""
    stands_for = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return lambda told: stands_for.get(told.id, told) if isinstance(told, ast.Name) else told


def _place(file: str, node: ast.stmt | ast.expr, told: ast.expr) -> Place:
    sentence, says = _words(told)
    # An empty sentence is never shown: what stands there was tidied and found to be something.
    return Place(file, node.lineno, node.end_lineno or node.lineno, sentence, says or ".*")


def _words(told: ast.expr) -> tuple[str, str]:
    if isinstance(told, ast.Constant) and isinstance(told.value, str):
        return told.value, re.escape(told.value)
    if isinstance(told, ast.JoinedStr):
        parts = [_words(part) for part in told.values]
        return "".join(p[0] for p in parts), "".join(p[1] for p in parts)
    return "{…}", ".*"


def _called(node: ast.expr | None) -> str:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id
    return ""
