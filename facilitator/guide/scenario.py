"""Scenario packs: the situations that a rehearsal plays. Terms: domain.md, section 3."""

import msgspec

# An inject or decision point counts its minutes from the start of a rehearsal of this length.
REHEARSAL_MINUTES = 120

# What a decision is given when its pack does not say.
DECISION_MINUTES = 5

# The turns of a debrief, in their order.
PHASES = ("Feel", "Retrace", "Strain", "Change")


class Inject(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """News that reaches the players while they play.

    `title` is what the facilitator's list calls it and `story_time` the hour in the story ("Day 3,
    17:20"). With `when_decided` it comes only after the group has decided at that decision point,
    and with `option` only if that option was chosen; with `unless_decided` it comes when its
    minute passes without a decision there. At most one of the two is named.
    """

    id: str
    at_min: int  # from the start of the stage
    arrives_as: str  # the channel: "Phone call"
    to: str  # a part, or "Everyone"
    text: str
    title: str = ""
    story_time: str = ""
    when_decided: str = ""  # a decision point's id
    option: str = ""  # an option's id at that decision point
    unless_decided: str = ""  # a decision point's id

    @property
    def for_everyone(self) -> bool:
        """Whether it goes to the room's screen rather than to one part."""
        return self.to.casefold() == "everyone"

    @property
    def name(self) -> str:
        """What it is called in a list: its title, or the channel by which it arrives."""
        return self.title or self.arrives_as


class Option(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way out that a decision point offers; the group may always take another."""

    id: str
    title: str
    note: str = ""


class DecisionPoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision that the players must take, by a round of positions, in some minutes."""

    id: str
    at_min: int  # from the start of the stage
    question: str
    minutes: int = DECISION_MINUTES
    options: tuple[Option, ...] = ()


class DebriefPhase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One turn of the debrief: feel, retrace, strain or change."""

    phase: str
    minutes: int
    questions: tuple[str, ...]


class RoleNote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of a role besides its name.

    `kin` are words by which a job or an organisation is known as the role's own ("hospital",
    "chief executive"): whoever has one of them in theirs should not be drawn for it. `brief` is a
    sentence or two for the card that the player holds.
    """

    role: str
    kin: tuple[str, ...] = ()
    brief: str = ""


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
    role_notes: tuple[RoleNote, ...] = ()
    observer_tasks: tuple[str, ...] = ()

    def note_on(self, role: str) -> RoleNote:
        """What is known of a role; an empty note where the pack says nothing."""
        same = (each for each in self.role_notes if each.role.casefold() == role.casefold())
        return next(same, RoleNote(role=role))
