"""Scenario packs: the situations that a rehearsal plays. Terms: domain.md, section 3."""

import msgspec

# An inject or decision point counts its minutes from the start of a rehearsal of this length.
REHEARSAL_MINUTES = 120


class Inject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """News that reaches the players while they play."""

    id: str
    at_min: int  # from the start of the stage
    arrives_as: str  # the channel: "Phone call"
    to: str  # a part, or "Everyone"
    text: str

    @property
    def for_everyone(self) -> bool:
        """Whether it goes to the room's screen rather than to one part."""
        return self.to.casefold() == "everyone"


class DecisionPoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision that the players must take, by a round of positions."""

    id: str
    at_min: int  # from the start of the stage
    question: str


class DebriefPhase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One turn of the debrief: feel, retrace, strain or change."""

    phase: str
    minutes: int
    questions: tuple[str, ...]


class ScenarioPack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A situation to rehearse, with all that arrives, is decided and is asked afterwards.

    Injects and decision points are each in the order of their minutes. `values_likely_strained`
    holds ids of a workshop's values; in the packs that ship they are those of the Ellerport
    sample, so another workshop chooses its own.
    """

    id: str
    title: str
    content_note: str
    situation: str
    facts: tuple[str, ...]
    roles: tuple[str, ...]
    stakes: tuple[str, ...]
    injects: tuple[Inject, ...]
    decision_points: tuple[DecisionPoint, ...]
    dilemmas: tuple[str, ...]
    values_likely_strained: tuple[str, ...]
    accountability_limits: tuple[str, ...]
    check_in_before: str
    check_in_after: str
    debrief: tuple[DebriefPhase, ...]
