"""What a page refuses by itself, before the domain is asked: each sentence stands in a test.

A refusal of the domain is tested beside it (tests/facilitator/test_every_refusal.py). A page adds
few of its own, by `desk.refused.emit("…", "")`; a test that shows the sentence names its words.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WORDS = 5
"""So many first words of a sentence are looked for in the tests."""


def _is_refusal(node: ast.AST) -> bool:
    """Whether it is `….refused.emit(…)`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    signal = node.func.value
    return (
        node.func.attr == "emit" and isinstance(signal, ast.Attribute) and signal.attr == "refused"
    )


def _texts(told: ast.AST, around: ast.AST) -> Iterator[str]:
    """Every sentence that it may stand for: written there, or put into a name in that file."""
    if isinstance(told, ast.Constant) and isinstance(told.value, str):
        yield told.value
    elif isinstance(told, ast.JoinedStr):
        # What is put in differs: the words that follow it are looked for.
        yield max((p.value for p in told.values if isinstance(p, ast.Constant)), key=len)
    elif isinstance(told, ast.IfExp):
        yield from _texts(told.body, around)
        yield from _texts(told.orelse, around)
    elif isinstance(told, ast.Name):
        for node in ast.walk(around):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(t, ast.Name) and t.id == told.id for t in targets):
                assert isinstance(node, ast.Assign)
                yield from _texts(node.value, around)


def refusals() -> dict[str, list[str]]:
    """The sentences of each place, `file:line`, in which a page refuses."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for around in ast.walk(tree):
            if not isinstance(around, ast.FunctionDef):
                continue
            for node in ast.walk(around):
                if _is_refusal(node):
                    assert isinstance(node, ast.Call)
                    place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                    # A name of the function itself, or else of the module.
                    found[place] = list(_texts(node.args[0], around)) or list(
                        _texts(node.args[0], tree)
                    )
    return found


# The desk hands on what the domain refused.
REFUSALS = {p: said for p, said in refusals().items() if not p.startswith("ui/desk.py")}


@pytest.fixture(scope="module")
def tested() -> str:
    """Every text of the tests, as one: a sentence may stand on several lines there."""
    written = []
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.append(node.value)
    return "\n".join(written)


def test_the_places_are_found() -> None:
    assert any(place.startswith("ui/stages/gather/people.py") for place in REFUSALS)
    assert len(REFUSALS) >= 5


@pytest.mark.parametrize("place", REFUSALS)
def test_each_sentence_that_a_page_refuses_with_stands_in_a_test(place: str, tested: str) -> None:
    assert REFUSALS[place], f"{place}: write the sentence there, or give it a name nearby"
    for sentence in REFUSALS[place]:
        words = " ".join(sentence.split()[:WORDS])
        assert words in tested, f"{place}: no test names “{sentence}”. Add one that shows it."
