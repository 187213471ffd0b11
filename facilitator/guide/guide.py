"""The guide as the app uses it: stages, journeys and packs by id."""

import re
from collections.abc import Mapping

import msgspec

from facilitator.guide.scenario import ScenarioPack
from facilitator.guide.stage import Journey, Stage, Step

PLACEHOLDERS = ("place", "group")
_FILLED_IN = re.compile(r"\{(place|group)\}")


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a facilitator can run: made by `load_guide`, never changed afterwards.

    Stages stand in the order of the journey, journeys from the fullest, packs by id.
    """

    stages: Mapping[str, Stage]
    journeys: Mapping[str, Journey]
    packs: Mapping[str, ScenarioPack]

    def stage(self, stage_id: str) -> Stage:
        """The stage of that id; KeyError when there is none."""
        return self.stages[stage_id]

    def step(self, stage_id: str, step_id: str) -> Step:
        """The step of that stage; KeyError when either is unknown."""
        return self.stages[stage_id].step(step_id)

    @staticmethod
    def in_words(text: str, *, place: str, group: str) -> str:
        """A step's text with {place} and {group} filled in.

        A blank name reads as "this place" or "this group", so that a prompt is never left with a
        hole in it. What the names themselves contain is not filled in again.
        """
        names = {"place": place.strip() or "this place", "group": group.strip() or "this group"}
        return _FILLED_IN.sub(lambda found: names[found[1]], text)
