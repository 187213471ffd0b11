"""How a group decides: positions, the rule, quorum, and the result of a round.

Pure: what is asked of the workshop comes in as arguments. The rounds themselves, and what is done
to them, are in `facilitator.rounds`; Kaner's gradients, another way of asking for a position, in
`facilitator.gradients`.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from facilitator.gradients import Gradient
from facilitator.wording import joined

Code = Literal["agree", "reservation", "stand_aside", "need_more", "object", "abstain", "absent"]
"""Where an organisation stands, in the order of the keys 1 to 7."""

CODES: tuple[Code, ...] = (
    "agree",
    "reservation",
    "stand_aside",
    "need_more",
    "object",
    "abstain",
    "absent",
)

Category = Literal["", "statutory_duty", "harm", "cannot_deliver", "undermines_purpose"]
"""What makes an objection valid; anything else is a reservation. Empty for other positions."""

CATEGORIES: dict[Category, str] = {
    "statutory_duty": "statutory duty",
    "harm": "harm",
    "cannot_deliver": "cannot deliver",
    "undermines_purpose": "undermines the purpose",
}

Outcome = Literal[
    "agreed",
    "agreed_with_reservations",
    "agreed_not_unanimous",
    "not_adopted_quorum",
    "not_adopted_objection",
    "not_adopted_question",
    "not_adopted_stand_aside",
    "not_adopted_unanimity",
    "not_adopted_votes",
]

AGREED: frozenset[str] = frozenset({"agreed", "agreed_with_reservations", "agreed_not_unanimous"})
"""The outcomes in which the group has decided; with them, how a value that is agreed stands."""

Kind = Literal["consent", "unanimity", "majority"]
"""The rules that a group may choose."""

Counted = Literal["consent", "unanimity", "three_quarters", "majority"]
"""The rule by which a round was counted: the chosen one, or the fallback."""

Scale = Literal["positions", "gradients"]
"""How positions are asked for: the seven, or Kaner's eight gradients of agreement."""

LATE_DAYS = 10
"""Working days after the lock in which a late position is accepted."""


CLASSES: dict[str, str] = {
    "elected": "Elected members",
    "council": "Council",
    "public_health": "Public health",
    "nhs": "NHS",
    "public_voice": "Public voice",
    "vcs": "Voluntary and community sector",
    "partner": "Partner",
    "other": "Other",
}
"""Classes of organisation that ship, in words; a workshop may have words of its own."""


class Rule(msgspec.Struct, frozen=True):
    """The decision rule and the quorum, chosen at the start and printed in the agreement.

    `least_voting` is how many voting organisations must be here; `classes` which classes of
    organisation must each be here; `stand_aside_limit` a share (0 to 1) of all voting members.
    `core` names the organisations of which unanimity is asked, every voting one when it names
    none; with `fallback` three quarters of it decide after `most_rounds`. Majority is for a
    `formal` meeting. `scale` is how positions are asked for.
    """

    kind: Kind = "consent"
    least_voting: int = 1
    classes: tuple[str, ...] = ()
    stand_aside_limit: float = 0.25
    most_rounds: int = 3
    text: str = ""
    core: tuple[str, ...] = ()
    fallback: bool = False
    formal: bool = False
    scale: Scale = "positions"

    def counted(self, asking: int) -> Counted:
        """The rule by which the so-manieth round since a subject was opened is counted."""
        late = asking > self.most_rounds
        return (
            "three_quarters" if self.kind == "unanimity" and self.fallback and late else self.kind
        )

    @property
    def last_round(self) -> int:
        """The last round that may be opened: one more where the fallback is to be tried."""
        return self.most_rounds + (self.kind == "unanimity" and self.fallback)


class Elector(msgspec.Struct, frozen=True):
    """What a decision needs to know of an organisation."""

    organisation: str
    org_class: str
    voting: bool


class Position(msgspec.Struct, frozen=True):
    """Where one organisation stands in one round.

    `text` is its own words: the reservation, what it is not bound by, the question, the reason.
    `resolved` says how an objection or question was settled, and is empty while it is open.
    `would_work` is the smallest change that would make it work. `not_valid` says why the group
    found that an objection is of none of the categories: it counts as a reservation then.
    `gradient` is what was said on Kaner's scale. `after_lock` says that it was settled only after
    the round was locked, and `found_after_lock` that the group found so only then; both leave the
    result as it was.
    """

    organisation: str
    code: Code
    text: str = ""
    category: Category = ""
    resolved: str = ""
    would_work: str = ""
    not_valid: str = ""
    gradient: Gradient = ""
    after_lock: bool = False
    found_after_lock: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is an objection or a question that nobody has settled."""
        return self.code in ("object", "need_more") and not self.resolved and not self.not_valid


class Result(msgspec.Struct, frozen=True):
    """What came of a round: the numbers it was counted on, and the outcome.

    `yes` and `votes` are counted where a rule counts them: unanimity, three quarters, majority.
    """

    outcome: Outcome
    quorate: bool
    voting_present: int
    tally: dict[str, int]
    rule: Counted = "consent"
    yes: int = 0
    votes: int = 0


def tally(positions: Mapping[str, Position]) -> dict[str, int]:
    """How many organisations take each position; positions nobody takes are left out."""
    counts: dict[str, int] = {}
    for position in positions.values():
        counts[position.code] = counts.get(position.code, 0) + 1
    return {code: counts[code] for code in CODES if code in counts}


def quorum_gaps(rule: Rule, electors: Collection[Elector], here: Collection[str]) -> list[str]:
    """What the quorum lacks, each as a phrase; empty when it is met."""
    present = [e for e in electors if e.organisation in here]
    voting = sum(e.voting for e in present)
    gaps = []
    if voting < rule.least_voting:
        gaps.append(f"{voting} of the {rule.least_voting} voting organisations needed are here")
    classes = {e.org_class for e in present}
    missing = [CLASSES.get(c, c) for c in rule.classes if c not in classes]
    return [*gaps, f"nobody is here from {joined(missing)}"] if missing else gaps


def asked(rule: Rule, electors: Collection[Elector]) -> set[str]:
    """Ids of the organisations whose word decides: the voting ones, or the core of them."""
    voters = {e.organisation for e in electors if e.voting}
    core = voters & set(rule.core) if rule.kind == "unanimity" else voters
    return core or voters


def decide(
    rule: Rule, electors: Collection[Elector], positions: Mapping[str, Position], asking: int = 1
) -> Result:
    """The result of a round; `asking` counts the rounds since its subject was (re)opened, from 1.

    An organisation is here when its position is anything but absent. Nothing is adopted without
    a quorum, whatever the rule.

    Consent: no voting organisation has an unresolved objection or an unanswered question, and
    stand-asides are within the limit, counted over all voting members, here or not.
    Unanimity: everybody in the core is here and says yes (agrees, with or without a reservation,
    or has said that its objection is resolved); who abstains is left out.
    Three quarters and majority: that share of the votes, or more than half of them, say yes;
    who stands aside, abstains or is absent casts none.
    """
    here = {o for o, p in positions.items() if p.code != "absent"}
    voters = {e.organisation for e in electors if e.voting}
    counted = rule.counted(asking)
    core = asked(rule, electors)
    said = {o: p for o, p in positions.items() if o in core}
    quorate = not quorum_gaps(rule, electors, here)
    yes, votes = _votes(said) if counted != "consent" else (0, 0)
    outcome: Outcome
    if not quorate:
        outcome = "not_adopted_quorum"
    elif counted == "consent":
        outcome = _by_consent(rule, voters, said)
    elif counted == "unanimity":
        outcome = _unanimously(core, said)
    else:
        enough = yes * 4 >= votes * 3 if counted == "three_quarters" else yes * 2 > votes
        outcome = "agreed" if yes and enough else "not_adopted_votes"
    if outcome == "agreed":
        outcome = _with_what_was_said(counted, positions, yes == votes)
    return Result(outcome, quorate, len(here & voters), tally(positions), counted, yes, votes)


def _by_consent(rule: Rule, voters: set[str], said: Mapping[str, Position]) -> Outcome:
    waiting = {p.code for p in said.values() if p.waits}
    aside = sum(p.code == "stand_aside" for p in said.values())
    if "object" in waiting:
        return "not_adopted_objection"
    if "need_more" in waiting:
        return "not_adopted_question"
    # A little more than nothing, since a share such as 0.3 has no exact number of its own.
    too_many = aside > rule.stand_aside_limit * len(voters) + 1e-9
    return "not_adopted_stand_aside" if too_many else "agreed"


def _unanimously(core: set[str], said: Mapping[str, Position]) -> Outcome:
    codes = {p.code for p in said.values() if not says_yes(p)}
    if "object" in codes:
        return "not_adopted_objection"
    if "need_more" in codes:
        return "not_adopted_question"
    missing = core - set(said) or codes & {"absent", "stand_aside"}
    return "not_adopted_unanimity" if missing or not any(map(says_yes, said.values())) else "agreed"


def says_yes(position: Position) -> bool:
    """Whether a position counts as a yes where votes are counted."""
    settled = position.code in ("object", "need_more") and bool(position.resolved)
    return position.code in ("agree", "reservation") or settled


def _votes(said: Mapping[str, Position]) -> tuple[int, int]:
    """How many say yes, and how many vote at all."""
    cast = [p for p in said.values() if p.code not in ("stand_aside", "abstain", "absent")]
    return sum(map(says_yes, cast)), len(cast)


def _with_what_was_said(
    counted: Counted, positions: Mapping[str, Position], all_say_yes: bool
) -> Outcome:
    """How an agreement is labelled: by whom it was not shared, and what was reserved."""
    if counted == "three_quarters":
        return "agreed_not_unanimous"
    codes = {p.code for p in positions.values()}
    overruled = counted == "majority" and not all_say_yes
    not_valid = any(p.not_valid for p in positions.values())
    kept = codes & {"reservation", "stand_aside"}
    return "agreed_with_reservations" if kept or not_valid or overruled else "agreed"


def add_working_days(day: datetime.date, days: int) -> datetime.date:
    """The date so many working days (Monday to Friday) later; public holidays are not known."""
    while days:
        day += datetime.timedelta(days=1)
        days -= day.weekday() < 5
    return day
