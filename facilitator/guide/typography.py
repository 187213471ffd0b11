"""The marks with which a pack's texts are set: “ ” ’ in place of those that a typewriter has.

A pack's file keeps its text as it was written; whoever shows it to people sets it first.
"""

import re
from typing import Any

import msgspec

from facilitator.guide.scenario import ScenarioPack

_AS_WRITTEN = frozenset(
    ("id", "kin", "when_decided", "option", "unless_decided", "values_likely_strained")
)
"""What is compared with other words and shown to nobody."""

# A mark opens where nothing, a space, a dash, a bracket or another opening mark stands before it.
_OPENS = r"(?<![^\s(\[{“‘—–-])"


def set_in_type(text: str) -> str:
    """The text with typographic quotation marks and apostrophes."""
    text = re.sub(f'{_OPENS}"', "“", text).replace('"', "”")
    return re.sub(f"{_OPENS}'", "‘", text).replace("'", "’")


def pack_in_type(pack: ScenarioPack) -> ScenarioPack:
    """The pack with all its texts set; ids and the words by which a job is known stay."""
    made: ScenarioPack = _set(pack)
    return made


def _set(each: Any) -> Any:
    if isinstance(each, str):
        return set_in_type(each)
    if isinstance(each, tuple):
        return tuple(_set(one) for one in each)
    if isinstance(each, msgspec.Struct):
        fields = {name: getattr(each, name) for name in each.__struct_fields__}
        changed = {name: _set(value) for name, value in fields.items() if name not in _AS_WRITTEN}
        return msgspec.structs.replace(each, **changed)
    return each
