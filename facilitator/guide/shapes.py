"""Whether a TOML table has the fields that it should, each of the kind that it should be.

msgspec would stop at the first fault and name it in its own terms; here all of them are found and
said in plain words. What passes here, msgspec converts.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_origin

import msgspec

from facilitator.guide.lines import Place
from facilitator.guide.source import Fault

_LONGEST_SHOWN = 40


def shape_faults(table: dict[str, Any], kind: type[msgspec.Struct], at: Place = ()) -> list[Fault]:
    """All that is missing from a table, unknown in it, blank or of the wrong kind."""
    return list(_table(table, kind, at))


def meant(word: str, known: Sequence[str]) -> str:
    """The end of a sentence that offers what a misspelt word may have been; or a full stop."""
    close = get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else "."


def _table(table: dict[str, Any], kind: type[msgspec.Struct], at: Place) -> Iterator[Fault]:
    fields = _fields(kind)
    for key in table:
        if key not in fields:
            absent = [name for name in fields if name not in table]
            yield Fault((*at, key), f'there is no field called "{key}"{meant(key, absent)}')
    for name, field in fields.items():
        if name in table:
            yield from _value(table[name], field.type, name, (*at, name), required=field.required)
        elif field.required:
            yield Fault(at, f"{name} is missing.")


@cache
def _fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(kind)}


def _value(value: Any, kind: Any, name: str, at: Place, *, required: bool) -> Iterator[Fault]:
    if kind is str:
        if not isinstance(value, str):
            yield Fault(at, f"{name} must be text in quotation marks ({_says(value)}).")
        elif required and not value.strip():
            yield Fault(at, f"{name} is empty.")
    elif kind is int:
        if not isinstance(value, int) or isinstance(value, bool):
            yield Fault(at, f"{name} must be a whole number ({_says(value)}).")
    elif kind is bool:
        if not isinstance(value, bool):
            wrong = f"{name} must be true or false, without quotation marks ({_says(value)})."
            yield Fault(at, wrong)
    elif get_origin(kind) is tuple:
        yield from _list(value, get_args(kind)[0], name, at)
    else:
        raise TypeError(f"no rule for a field of type {kind!r}")


def _list(value: Any, kind: Any, name: str, at: Place) -> Iterator[Fault]:
    if kind is str:
        if not isinstance(value, list):
            yield Fault(at, f"{name} must be a list of texts in square brackets ({_says(value)}).")
            return
        for number, each in enumerate(value):
            yield from _value(each, kind, f"each of {name}", (*at, number), required=True)
    elif not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        yield Fault(at, f"{name} must be tables, each under its own [[{name}]] ({_says(value)}).")
    else:
        for number, each in enumerate(value):
            yield from _table(each, kind, (*at, number))


def _says(value: Any) -> str:
    match value:
        case dict():
            return "it is a table"
        case list():
            return "it is a list"
        case bool():
            return f"it says {str(value).lower()}"
        case str():
            shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
            return f'it says "{shown}"'
        case _:
            return f"it says {value}"
