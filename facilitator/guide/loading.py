"""From TOML files to a Guide, or to a GuideProblem that says what is wrong and on which line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from facilitator.guide.checking import journey_faults, pack_faults, stage_faults
from facilitator.guide.guide import Guide
from facilitator.guide.problems import GuideProblem, Problem
from facilitator.guide.scenario import ScenarioPack
from facilitator.guide.source import MOST, Fault, Source
from facilitator.guide.stage import ACTIVITIES, Journey, Stage

SHIPPED = Path(__file__).parent

# The worked workshop of a fictional board that ships with the app, as JSON.
ELLERPORT = SHIPPED / "samples" / "ellerport.json"

_JOURNEY = ".journey.toml"

_SMALL = re.compile(r"\s*\d{1,9}\s*")

# Bytes of a pack's words as JSON; as TOML they are some more.
_MOST_WORDS = MOST * 9 // 10

_RULES: dict[type, Callable[[dict[str, Any]], list[Fault]]] = {
    Stage: stage_faults,
    Journey: journey_faults,
    ScenarioPack: pack_faults,
}

Kind = TypeVar("Kind", Stage, Journey, ScenarioPack)


def load_guide(folder: Path | None = None) -> Guide:
    """The guide that ships, with a facilitator's own scripts from `folder` added to it.

    The folder may hold templates/*.toml and scenarios/*.toml. What has the id of something
    shipped takes its place. Raises GuideProblem with everything that is wrong, in any file.
    """
    stages: dict[str, Stage] = {}
    journeys: dict[str, Journey] = {}
    packs: dict[str, ScenarioPack] = {}
    problems: list[Problem] = []
    for place in [SHIPPED] if folder is None else [SHIPPED, folder]:
        problems += _misplaced(place)
        scripts = _scripts(place / "templates")
        ordered = [path for path in scripts if path.name.endswith(_JOURNEY)]
        stages |= _read([path for path in scripts if path not in ordered], Stage, problems)
        journeys |= _read(ordered, Journey, problems)
        packs |= _read(_scripts(place / "scenarios"), ScenarioPack, problems)
    if problems:
        raise GuideProblem(problems)
    return Guide(
        stages={name: stages[name] for name in ACTIVITIES},
        journeys={each.id: each for each in sorted(journeys.values(), key=_fullest_first)},
        packs=dict(sorted(packs.items())),
    )


def load_pack(path: Path) -> ScenarioPack:
    """One scenario pack from its file; raises GuideProblem."""
    pack = _made(source := Source(path), ScenarioPack)
    if found := _too_long(msgspec.json.encode(pack)):
        raise GuideProblem(source.problems(found))
    return pack


def read_unchecked(path: Path, most: int = MOST) -> ScenarioPack:
    """A pack as far as it can be read, whatever rules it breaks, so that it can be mended.

    What is missing or of the wrong kind is blank; what no field is for is left out. Raises
    GuideProblem when there is no such file, it has more than `most` bytes or is no TOML at all.
    """
    return msgspec.convert(_as_far_as(Source(path, most).data, ScenarioPack), ScenarioPack)


def faults_of(pack: ScenarioPack) -> list[Fault]:
    """All for which a pack would be refused if it were read from a file, each with its place."""
    written = msgspec.json.encode(pack)
    return [*pack_faults(msgspec.json.decode(written)), *_too_long(written)]


def _too_long(written: bytes) -> list[Fault]:
    if len(written) <= _MOST_WORDS:
        return []
    what = "all of it together is longer than a pack can be; shorten or remove something."
    return [Fault((), what)]


def _as_far_as(table: dict[str, Any], kind: type[msgspec.Struct]) -> dict[str, Any]:
    """What msgspec converts to a struct, made of a table that may be wrong in any way."""
    made: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        value = table.get(field.name)
        if get_origin(field.type) is tuple:
            made[field.name] = _each_as_far_as(value, get_args(field.type)[0])
        elif field.type is int:
            if type(value) is int or (isinstance(value, str) and _SMALL.fullmatch(value)):
                made[field.name] = int(value)
            elif field.required:
                made[field.name] = 0
        else:
            plain = isinstance(value, str | int | float)
            made[field.name] = str(value) if plain else ""
    return made


def _each_as_far_as(values: Any, kind: Any) -> list[Any]:
    each = values if isinstance(values, list) else [values] if values else []
    if kind is str:
        return [str(one) for one in each if isinstance(one, str | int | float)]
    return [_as_far_as(one, kind) for one in each if isinstance(one, dict)]


def _read(paths: list[Path], kind: type[Kind], problems: list[Problem]) -> dict[str, Kind]:
    """What the files of one folder hold, by id; what is wrong with them is added to `problems`."""
    things: dict[str, Kind] = {}
    first: dict[str, Path] = {}
    for path in paths:
        try:
            thing = _made(source := Source(path), kind)
        except GuideProblem as problem:
            problems += problem.problems
            continue
        if thing.id in things:
            what = f'the id "{thing.id}" is also that of {first[thing.id].name}.'
            problems += source.problems([Fault(("id",), what)])
        things[thing.id] = thing
        first[thing.id] = path
    return things


def _made(source: Source, kind: type[Kind]) -> Kind:
    if found := _RULES[kind](source.data):
        raise GuideProblem(source.problems(found))
    return msgspec.convert(source.data, kind)


def _scripts(folder: Path) -> list[Path]:
    # Copying by a Mac leaves "._purpose.toml" beside purpose.toml, and it holds no script.
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))


def _misplaced(folder: Path) -> list[Problem]:
    """A folder that is not there, and scripts that would be passed over without a word."""
    if not folder.is_dir():
        return [Problem(folder, 0, "there is no such folder.")]
    what = "it stands outside the folders templates and scenarios; move it into one of them."
    return [Problem(path, 0, what) for path in _scripts(folder)]


def _fullest_first(journey: Journey) -> tuple[int, list[int]]:
    order = list(ACTIVITIES)
    return -len(journey.stages), [order.index(stage) for stage in journey.stages]
