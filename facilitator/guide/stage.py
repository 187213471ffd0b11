"""Journeys, stages and steps: what a facilitator says and projects, and for how long."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

# The pages of each stage that a step may use, in the order in which they are usually met.
ACTIVITIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gather": ("welcome", "who-is-here", "rule"),
        "purpose": (
            "welcome",
            "capture",
            "themes",
            "only-we-test",
            "draft",
            "positions",
            "words",
            "close",
        ),
        "values": (
            "open",
            "stories",
            "propose",
            "behaviours",
            "home-check",
            "rounds",
            "price-check",
            "close",
        ),
        "rehearsal": (
            "brief",
            "check-in-before",
            "read-in",
            "play",
            "check-in-after",
            "debrief",
            "change",
            "close",
        ),
        "commitments": ("commit", "read-back"),
        "agreement": ("read-aloud", "assent", "close"),
    }
)


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing the group does, with its clock.

    `prompt` and `how` are projected; everything else is for the facilitator's eyes alone.
    `title`, `summary` and the ids are shown as they stand; the other texts may hold {place} and
    {group}, which `Guide.in_words` fills in.
    """

    id: str  # a slug, unique in its stage
    title: str  # short, for the rail
    minutes: int
    activity: str  # one of ACTIVITIES[stage]
    prompt: str
    question: str = ""  # a slug: the cards captured in this step are kept under it
    summary: str = ""  # one line, shown while the step is still to come
    how: str = ""  # "alone, then in pairs"
    say: str = ""  # spoken words, without quotation marks round them
    ask: str = (
        ""  # begins in lower case: it ends a sentence such as "If answers stay general, ask:"
    )
    capture: str = ""
    if_stuck: str = ""
    done_when: str = ""
    silent: bool = (
        False  # the room sees how many cards there are, and the cards when they are shown
    )

    @property
    def names_place(self) -> bool:
        """Whether the prompt has the place's name in it."""
        return "{place}" in self.prompt


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage of the journey: steps in order, whose minutes add up to the stage's own."""

    id: str  # a key of ACTIVITIES
    title: str
    summary: str
    minutes: int
    steps: tuple[Step, ...]
    set_up: str = ""  # what to make ready before it begins

    def step(self, step_id: str) -> Step:
        """The step of that id; KeyError when the stage has none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(f"the stage {self.id} has no step {step_id}")

    def minutes_before(self, step_id: str) -> int:
        """The minutes planned from the start of the stage to the start of that step."""
        return sum(step.minutes for step in self.steps[: self.steps.index(self.step(step_id))])


class Journey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of workshop, as the start page offers it: stages by id, in order."""

    id: str
    title: str
    summary: str
    length: str  # in words: "one day", "90 minutes"
    stages: tuple[str, ...]
