"""Which workshops are past the day until which they are to be kept."""

from pathlib import Path

import pytest

from facilitator.events import Refused
from facilitator.retention import keep_until
from facilitator.stages.gather import name_workshop
from sessions.clock import SetClock
from sessions.library import Library
from sessions.retention import due, keep_longer


@pytest.fixture
def library(tmp_path: Path, clock: SetClock) -> Library:
    """Three workshops: to be kept until two different days, and without a day."""
    made = Library(tmp_path / "library")
    for name, until in (("Late", "2027-03-18"), ("Later", "2027-01-01"), ("Open", "")):
        with made.create(name, clock=clock) as session:
            session.do(name_workshop, name, f"{name} group", "")
            if until:
                session.do(keep_until, until)
    return made


def names(library: Library, today: str) -> list[str]:
    return [each.title for each in due(library, today)]


def test_none_is_due_before_its_day_nor_on_it(library: Library) -> None:
    assert names(library, "2026-12-31") == []
    assert names(library, "2027-01-01") == []


def test_the_longest_overdue_comes_first(library: Library) -> None:
    assert names(library, "2027-01-02") == ["Later"]
    assert names(library, "2028-01-01") == ["Later", "Late"]


def test_one_that_is_kept_longer_is_due_no_more(library: Library, clock: SetClock) -> None:
    (first, _) = due(library, "2028-01-01")
    keep_longer(first.path, "2029-01-01", "2028-01-01", clock)

    assert names(library, "2028-01-01") == ["Late"]


def test_a_day_that_is_past_is_refused_and_the_file_is_let_go(
    library: Library, clock: SetClock
) -> None:
    (first, _) = due(library, "2028-01-01")
    with pytest.raises(Refused, match="is past"):
        keep_longer(first.path, "2027-06-01", "2028-01-01", clock)
    keep_longer(first.path, "", "2028-01-01", clock)

    assert names(library, "2028-01-01") == ["Late"]
