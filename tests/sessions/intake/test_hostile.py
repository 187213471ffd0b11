"""Hostile and mutated files: each is taken in part or turned away, in words, and none does harm."""

import random
import shutil
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from facilitator.events import Entry, Unknown
from facilitator.history import History
from facilitator.seen import EntriesSeen
from sessions.intake import Taken, TurnedAway, take_in
from tests.sessions.intake import hostile_rows
from tests.sessions.intake.hostile import CASES, hostile_file
from tests.sessions.intake.mutating import write_mutated
from tests.sessions.intake.planted import SOUND, left_open, plain_workshop

MACHINE_WORDS = ("sqlite", "errno", "database", "exception", "0x", "none", "traceback", "error")
MUTATIONS = 300
LONGEST = 5.0


class Watch:
    """Hears how far it is, and knows how long the slowest took."""

    def __init__(self) -> None:
        self.slowest = 0.0
        self._done = 0
        self._since = time.monotonic()

    def __call__(self, done: int, _total: int) -> None:
        now = time.monotonic()
        if done != self._done:
            self.slowest = max(self.slowest, now - self._since)
            self._done, self._since = done, now


def by_id(found: Iterable[Taken | TurnedAway]) -> dict[str, Entry]:
    """Every entry that was taken."""
    return {e.id: e for each in found if isinstance(each, Taken) for e in each.entries}


def assert_in_plain_words(found: Taken | TurnedAway) -> None:
    """Whatever is said of a file is said in whole sentences without a machine's words."""
    said = list(found.accounts) if isinstance(found, Taken) else []
    if isinstance(found, TurnedAway):
        said += [found.problem.what, found.problem.safe, found.problem.do]
    for sentence in said:
        assert sentence.endswith("."), sentence
        assert sentence.isprintable(), sentence
        assert not any(word in sentence.lower() for word in MACHINE_WORDS), sentence
    assert found.label
    assert found.label.isprintable()
    assert len(found.label) <= 80


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound workshop with sixty cards."""
    path = tmp_path_factory.mktemp("sound") / "sound.workshop"
    plain_workshop(path)
    return path


@pytest.fixture(scope="module")
def played(
    sound: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, list[Taken | TurnedAway]], Watch]:
    """What came of each hostile file, by its name, all of them taken in at once."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = {name: hostile_file(name, folder, sound) for name in CASES}
    watch = Watch()
    answers = take_in(paths.values(), watch, deadline=4.0)
    found: dict[str, list[Taken | TurnedAway]] = {name: [] for name in CASES}
    at = iter(answers)
    answer = next(at, None)
    for name, path in paths.items():
        while answer is not None and answer.path == path.absolute():
            found[name].append(answer)
            answer = next(at, None)
    assert answer is None
    return found, watch


def test_there_are_two_hundred_hostile_files_and_more() -> None:
    assert len(CASES) >= 200


def test_each_hostile_file_has_an_answer_within_five_seconds(
    played: tuple[dict[str, list[Taken | TurnedAway]], Watch],
) -> None:
    found, watch = played

    assert [name for name, answers in found.items() if not answers] == []
    assert watch.slowest < LONGEST


def test_what_is_said_of_a_hostile_file_is_said_in_plain_words(
    played: tuple[dict[str, list[Taken | TurnedAway]], Watch],
) -> None:
    for answers in played[0].values():
        for each in answers:
            assert_in_plain_words(each)


def test_no_hostile_file_ends_the_process_in_which_it_is_read(
    played: tuple[dict[str, list[Taken | TurnedAway]], Watch],
) -> None:
    problems = {
        name: each.problem.what
        for name, answers in played[0].items()
        for each in answers
        if isinstance(each, TurnedAway)
    }

    assert {n: said for n, said in problems.items() if "stops the reading" in said} == {}
    assert {n: said for n, said in problems.items() if "too long" in said} == {}


def test_no_entry_is_taken_that_was_not_saved_or_forged_with_its_hash(
    played: tuple[dict[str, list[Taken | TurnedAway]], Watch], sound: Path
) -> None:
    known = by_id(take_in([sound]))
    for name, answers in played[0].items():
        forged = name in hostile_rows.CASES
        for id_, entry in by_id(answers).items():
            if known.get(id_) != entry and not (forged and entry.writer == SOUND["writer"]):
                # Left over: what a crash left in a log.
                assert _late(entry), (name, entry)


def _late(entry: Entry) -> bool:
    late = getattr(entry.event, "text", "").startswith(("Late card", "Card "))
    return late or isinstance(entry.event, EntriesSeen)


@pytest.mark.parametrize("name", hostile_rows.FORGED)
def test_a_row_that_no_app_of_ours_wrote_is_left_out_and_counted(
    name: str, played: tuple[dict[str, list[Taken | TurnedAway]], Watch]
) -> None:
    (found,) = played[0][name]

    assert isinstance(found, Taken)
    assert found.damaged >= 1
    assert found.accounts
    assert sum(entry.writer != SOUND["writer"] for entry in found.entries) == 60


@pytest.mark.parametrize("name", hostile_rows.WELL_FORMED)
def test_whatever_is_taken_can_be_added_up(
    name: str, played: tuple[dict[str, list[Taken | TurnedAway]], Watch]
) -> None:
    (found,) = played[0][name]

    assert isinstance(found, Taken)
    assert History(found.entries).workshop is not None


def test_a_form_that_is_not_known_here_is_kept_as_it_is(
    played: tuple[dict[str, list[Taken | TurnedAway]], Watch],
) -> None:
    (found,) = played[0]["card of the wrong form"]

    assert isinstance(found, Taken)
    assert isinstance(found.entries[-1].event, Unknown)


def test_mutated_files_give_what_was_in_them_or_a_problem(sound: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / "sound.workshop"
    crashed.parent.mkdir()
    shutil.copy(sound, crashed)
    left_open(crashed)
    rng = random.Random(20260318)
    known = by_id(take_in([sound, crashed]))
    paths = []
    for number in range(MUTATIONS):
        paths.append(tmp_path / f"{number}.workshop")
        write_mutated(rng, rng.choice((sound, crashed)), paths[-1])
    watch = Watch()

    found = take_in(paths, watch, deadline=4.0)
    assert len(found) == MUTATIONS
    assert watch.slowest < LONGEST
    whole = sum(isinstance(each, Taken) for each in found)
    assert 0 < whole < MUTATIONS
    for each in found:
        assert_in_plain_words(each)
    assert {id_ for id_, entry in by_id(found).items() if known.get(id_) != entry} == set()
