"""The typed reading of a workshop file, and what is wrong with one, in a sentence."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ui.demo.form.commitments import BudgetSaid, CommitmentSaid, Control, Told
from ui.demo.form.gather import Board, InterestSaid, Person, SittingSaid
from ui.demo.form.purpose import Defending, PurposeSaid, UnderstandingSaid
from ui.demo.form.rehearsal import Run
from ui.demo.form.values import ValueSaid
from ui.demo.form.words import Section

# About the file rather than in it; `expected` is for those who check, and is never read here.
_ASIDE = {"schema", "note", "expected"}

_IN_WORDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "object": "an object in braces",
    "array": "a list in square brackets",
    "null": "nothing (null)",
}


class SampleProblem(Exception):  # noqa: N818  named by whose fault it is, like Refused
    """A workshop file that cannot be played as it stands: a plain sentence, with the place."""


class Sample(Section, frozen=True, kw_only=True):
    """A workshop as a file tells it.

    `unplayed` names the parts of the file that belong to stages which are not there yet.
    """

    board: Board
    title: str = ""
    participants: tuple[Person, ...] = ()
    sessions: tuple[SittingSaid, ...] = ()
    interests: tuple[InterestSaid, ...] = ()
    purpose: PurposeSaid | None = None
    understanding: UnderstandingSaid = UnderstandingSaid()
    defend_outside: tuple[Defending, ...] = ()
    values: tuple[ValueSaid, ...] = ()
    scenario_runs: tuple[Run, ...] = ()
    commitments: tuple[CommitmentSaid, ...] = ()
    budgets: tuple[BudgetSaid, ...] = ()
    document_control: Control = Control()
    public_statement: Told = Told()
    unplayed: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place as a prompt says it: "City of Ellerport (fictional)" is Ellerport."""
        bare = re.sub(r"\s*\([^)]*\)", "", self.board.place).strip()
        return re.sub(r"^(?:the )?(?:city|town|borough) of\s+", "", bare, flags=re.I) or bare


def read_sample(path: Path) -> Sample:
    """The workshop in a file. Raises `SampleProblem`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _problem(path, f"it could not be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise _problem(path, "it is not text in UTF-8") from error
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _problem(path, f"it is not whole JSON ({error.msg}, {where})") from error
    except RecursionError as error:
        raise _problem(path, "it is nested too deeply") from error
    try:
        sample = msgspec.convert(_without_nulls(raw), Sample)
    except msgspec.ValidationError as error:
        raise _problem(path, _in_words(str(error))) from error
    if twice := list(_said_twice(sample)):
        raise _problem(path, twice[0])
    return msgspec.structs.replace(sample, unplayed=tuple(_not_played(raw)))


def _problem(path: Path, what: str) -> SampleProblem:
    return SampleProblem(f"“{path.name}” cannot be played: {what}. Nothing was written.")


def _without_nulls(raw: Any) -> Any:
    """The same without fields that hold nothing: they count as left out."""
    match raw:
        case dict():
            return {name: _without_nulls(each) for name, each in raw.items() if each is not None}
        case list():
            return [_without_nulls(each) for each in raw]
        case _:
            return raw


def _in_words(message: str) -> str:
    """What msgspec says, in words: "$.values[2]: “title” is missing"."""
    said, _, where = message.partition(" - at `")
    said = re.sub(r"Object missing required field `(.+)`", r"“\1” is missing", said)
    if mismatch := re.fullmatch(r"Expected `(.+)`, got `(.+)`", said):
        wanted, found = (
            " or ".join(_IN_WORDS.get(each, each) for each in side.split(" | "))
            for side in mismatch.groups()
        )
        said = f"there should be {wanted}, and there is {found}"
    if "encoded date" in said:
        said = "this is not a date; write it like 2026-03-18"
    return f"at {where.rstrip('`')}, {said}" if where else said


def _said_twice(sample: Sample) -> Iterator[str]:
    """What has the id of something else in its list, and would take its place."""
    lists: dict[str, list[str]] = {
        "board.organisations": [each.id for each in sample.board.organisations],
        "participants": [each.id for each in sample.participants],
        "sessions": [each.id for each in sample.sessions],
        "purpose.contributions": [c.id for c in sample.purpose.contributions]
        if sample.purpose
        else [],
        "values": [each.id for each in sample.values],
        "scenario_runs": [each.id for each in sample.scenario_runs],
        "commitments": [each.id for each in sample.commitments],
    }
    for where, ids in lists.items():
        for name, times in Counter(filter(None, ids)).items():
            if times > 1:
                yield f"in $.{where}, {times} have the id “{name}”"


def _not_played(raw: dict[str, Any]) -> Iterator[str]:
    known = {*Sample.__struct_fields__, *_ASIDE}
    for name, section in raw.items():
        if name not in known and section:
            yield name.replace("_", " ")
    # Of understanding, the words alone have a step.
    for name, section in (raw.get("understanding") or {}).items():
        if name not in UnderstandingSaid.__struct_fields__ and section:
            yield name.replace("_", " ")
