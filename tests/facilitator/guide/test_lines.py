"""The line of everything in a TOML text."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import facilitator.guide
from facilitator.guide.lines import Place, lines_of

SCRIPTS = sorted(Path(facilitator.guide.__file__).parent.glob("*/*.toml"))


def places(value: Any, at: Place = ()) -> dict[Place, Any]:
    """Everything in the data, by place."""
    found = {at: value} if at else {}
    if isinstance(value, dict):
        for key, each in value.items():
            found |= places(each, (*at, key))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            found |= places(each, (*at, number))
    return found


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_line_of_every_key_that_ships_holds_that_key(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = ["", *text.split("\n")]
    found = lines_of(text)
    for place, value in places(tomllib.loads(text)).items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            assert place not in found
        elif isinstance(value, dict):
            keys = ".".join(key for key in place if isinstance(key, str))
            assert lines[found[place]] == f"[[{keys}]]"
        elif isinstance(place[-1], str):
            assert lines[found[place]].startswith(f"{place[-1]} = ")
        else:
            assert str(value) in lines[found[place]]


def test_headers_inside_texts_and_comments_are_not_counted() -> None:
    text = '# [[steps]]\nsay = """\n[[steps]]\nid = 1\\""""\n[[steps]]\nid = 2 # [[steps]]\n'
    assert lines_of(text) == {("say",): 2, ("steps", 0): 5, ("steps", 0, "id"): 6}


def test_a_table_within_the_latest_of_an_array_belongs_to_that_one() -> None:
    text = "[[a]]\n[a.b]\nx = 1\n[[a]]\n[a.b]\nx = 2\n[[a.c]]\n[[a.c]]\ny = 3\n"
    assert lines_of(text) == {
        ("a", 0): 1,
        ("a", 0, "b"): 2,
        ("a", 0, "b", "x"): 3,
        ("a", 1): 4,
        ("a", 1, "b"): 5,
        ("a", 1, "b", "x"): 6,
        ("a", 1, "c", 0): 7,
        ("a", 1, "c", 1): 8,
        ("a", 1, "c", 1, "y"): 9,
    }


def test_dates_with_a_space_in_them_are_one_value() -> None:
    assert lines_of("a = 2026-03-04 13:30:00\nb = 1\n") == {("a",): 1, ("b",): 2}


# Keys are numbered k0, k1... and numbers start at 1000, so that each is met once in a text and
# the oracle can find its line by looking for it. The texts in quotation marks are decoys.
_DECOYS = st.sampled_from(
    [
        '"[[steps]] # no"',
        '"a \\" b = ["',
        "'a \\'",
        '"""\n[[t]]\nz = 1 # \\""" "" """',
        '"""ends in quotes"""""',
        "'''\n[z]\n'''",
        "'''two '' quotes''''",
        "true",
        "2026-03-04 13:30:00",
        "1979-05-27T07:32:00Z",
    ]
)


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """A valid TOML text of pairs, tables and arrays of tables."""
    numbers = iter(range(1000, 9999))
    keys = (f"k{number}" for number in range(9999))
    gap = st.sampled_from(["", " ", "\n", " # ] }, k\n  "])

    def key() -> str:
        name = next(keys)
        return draw(st.sampled_from([name, f'"{name}"', f"'{name}'", f'{name} . "{next(keys)}"']))

    def value(depth: int) -> str:
        kind = draw(st.sampled_from(["number", "decoy", "array", "inline"][: 4 if depth else 2]))
        if kind == "number":
            return str(next(numbers))
        if kind == "decoy":
            return draw(_DECOYS)
        many = range(draw(st.integers(0, 3)))
        if kind == "inline":
            return "{ " + ", ".join(f"{key()} = {value(depth - 1)}" for _ in many) + " }"
        inside = "".join(f"{draw(gap)}{value(depth - 1)}{draw(gap)}," for _ in many)
        return f"[{inside}{draw(gap)}]"

    def pairs() -> str:
        return "".join(
            f"{draw(gap)}{key()} = {value(2)} # k = [\n" for _ in range(draw(st.integers(0, 3)))
        )

    text = pairs()
    for number in range(draw(st.integers(0, 4))):
        text += draw(st.sampled_from([f"[t{number}]\n", "[[steps]]\n", "[[ a . 'b' ]] # x\n"]))
        text += pairs()
    return text


@given(toml_texts())
def test_every_key_and_number_of_any_text_is_on_its_line(text: str) -> None:
    found = lines_of(text)
    for place, value in places(tomllib.loads(text)).items():
        word = str(value) if isinstance(place[-1], int) else place[-1]
        if re.fullmatch(r"k\d+|\d{4}", word):
            met = re.search(rf"\b{word}\b", text)
            assert met is not None
            line = text.count("\n", 0, met.start()) + 1
            # The first half of a dotted key is a table that no line declares.
            assert found.get(place, line) == line
            assert place in found or isinstance(value, dict)


@given(toml_texts())
def test_nothing_is_found_that_is_not_in_the_data(text: str) -> None:
    assert lines_of(text).keys() <= places(tomllib.loads(text)).keys()
