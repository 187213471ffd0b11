"""A rehearsal that is about to begin, and the clock by which it is played."""

import msgspec
import pytest

from facilitator.guide.scenario import DecisionPoint, Inject, Option
from facilitator.stages.rehearsal.casting import choose_scenario


@pytest.fixture(scope="session")
def story(pack):
    """The pack with a decision that has two options, and injects that depend on it."""
    at = {"arrives_as": "Phone call", "to": "Everyone"}
    return msgspec.structs.replace(
        pack,
        injects=(
            Inject(id="first", at_min=10, text="The river rises.", **at),
            Inject(id="after", at_min=20, text="Thank you.", when_decided="d1", **at),
            Inject(id="opened", at_min=20, text="They came.", when_decided="d1", option="o1", **at),
            Inject(id="late", at_min=30, text="Still nothing?", unless_decided="d1", **at),
        ),
        decision_points=(
            DecisionPoint(
                id="d1",
                at_min=15,
                question="Do we open the hall?",
                options=(Option(id="o1", title="Open it"), Option(id="o2", title="Keep it shut")),
            ),
        ),
    )


@pytest.fixture
def play(table, story):
    """A rehearsal called "flood" that is about to begin."""
    table.do(choose_scenario, story, rehearsal_id="flood")
    return table
