"""The workshop: the state that its events add up to. One dict of frozen entities per noun."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.attendance import Sitting, Stay, attendance_kept, members_here
from facilitator.attribution import Attribution, shown_as
from facilitator.board import Contribution, Theme
from facilitator.car_park import Parked
from facilitator.decision import Elector, Rule
from facilitator.next_steps import NextStep
from facilitator.notes import PrivateNote
from facilitator.only_we import OnlyWe
from facilitator.progress import Progress
from facilitator.rounds import Round
from facilitator.side_by_side import Key, Question
from facilitator.stages.agreement import Assent, Paper
from facilitator.stages.commitments import BudgetLine, Commitment
from facilitator.stages.gather import About, Interest, Member, Organisation
from facilitator.stages.purpose import Draft
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.understanding import Term
from facilitator.stages.values.authority import Authority
from facilitator.stages.values.state import Value
from facilitator.trio import Trio


@dataclass
class Workshop:
    """Everything that is known of a workshop, by id. Only events change it.

    `stays` are attendance by member; `apologies` are (date, member or "", words); `rounds_of`
    holds the ids of the rounds about a subject, oldest first, and `cards_of` those of the
    contributions to a stage's question; `attribution` is chosen for everybody, `attribution_of`
    for a member, `attribution_in` for a (stage, question); `chatham_house` is that nobody is named
    at all; `keep_until` is the day (ISO 8601) until which it is to be kept, or empty; `handles` are
    the key or two by which an organisation or a member is named; `side_by_side` are the texts and
    positions that wait for the group's choice, `taken_out` counts what was redacted and
    `unknown_kinds` entries of kinds that this version does not know.
    """

    about: About = field(default_factory=About)
    rule: Rule = field(default_factory=Rule)
    progress: Progress = field(default_factory=Progress)
    paper: Paper = field(default_factory=Paper)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    sittings: dict[str, Sitting] = field(default_factory=dict)
    stays: dict[str, tuple[Stay, ...]] = field(default_factory=dict)
    apologies: tuple[tuple[str, str, str], ...] = ()
    interests: dict[str, Interest] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    attribution: Attribution = "named"
    chatham_house: bool = False
    keep_until: str = ""
    attribution_of: dict[str, Attribution] = field(default_factory=dict)
    attribution_in: dict[tuple[str, str], Attribution] = field(default_factory=dict)
    contributions: dict[str, Contribution] = field(default_factory=dict)
    cards_of: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    private_notes: dict[str, PrivateNote] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    car_park: dict[str, Parked] = field(default_factory=dict)
    only_we: dict[str, OnlyWe] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    next_steps: dict[str, NextStep] = field(default_factory=dict)
    authorities: dict[str, Authority] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    rounds_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    trios: dict[str, Trio] = field(default_factory=dict)
    rehearsals: dict[str, Rehearsal] = field(default_factory=dict)
    commitments: dict[str, Commitment] = field(default_factory=dict)
    budgets: dict[str, BudgetLine] = field(default_factory=dict)
    assents: dict[str, Assent] = field(default_factory=dict)
    side_by_side: dict[Key, Question] = field(default_factory=dict)
    taken_out: int = 0
    unknown_kinds: dict[str, int] = field(default_factory=dict)

    def electors(self) -> list[Elector]:
        """The member organisations as a decision sees them."""
        return [Elector(o.id, o.org_class, o.voting) for o in self.organisations.values()]

    def present_at(self, minute: str) -> set[str] | None:
        """Ids of the organisations with somebody here at a minute (ISO 8601, local).

        None when nobody's attendance was kept that day: then what an organisation says in a
        round is the only record of its being there.
        """
        if not attendance_kept(self, minute):
            return None
        here = members_here(self, minute)
        return {self.members[m].organisation for m in here if m in self.members}

    def people_at(self, minute: str) -> set[str]:
        """Ids of the members who were here at a minute (ISO 8601, local)."""
        return {m for m in members_here(self, minute) if m in self.members}

    def without_authority(self, minute: str) -> set[str]:
        """Ids of the organisations for which nobody here at a minute may speak."""
        here = [self.members[m] for m in members_here(self, minute) if m in self.members]
        speaking = {m.organisation for m in here if m.authority}
        return {m.organisation for m in here} - speaking

    def organisation_name(self, organisation: str) -> str:
        """An organisation's short name, or the given words when it is not one of ours."""
        found = self.organisations.get(organisation)
        return found.short if found else organisation

    def person(self, member: str) -> str:
        """A member's name or role, or the given words when it is not one of ours."""
        found = self.members.get(member)
        return found.label if found else member

    def subject_name(self, subject: str) -> str:
        """What positions are taken on: a value by its title, "the purpose v3", or nothing."""
        if subject in self.values:
            return self.values[subject].title
        draft = self.drafts.get(subject)
        return f"the purpose {draft.label}" if draft else ""

    def who_said(self, contribution: Contribution) -> str:
        """Who a contribution is attributed to, as the screen says it, by what was chosen."""
        match shown_as(self, contribution):
            case "named":
                return self.person(contribution.member)
            case "organisation":
                return self.organisation_name(contribution.organisation)
            case _:
                return "unattributed"

    def cards(self, stage: str, question: str = "") -> list[Contribution]:
        """Contributions to a stage, or to one question of it, oldest first."""
        if question:
            return [self.contributions[c] for c in self.cards_of.get((stage, question), ())]
        return [c for c in self.contributions.values() if c.stage == stage]

    def card_count(self, stage: str, question: str) -> int:
        """How many contributions answer a question."""
        return len(self.cards_of.get((stage, question), ()))

    def newest_cards(self, stage: str, question: str, most: int) -> list[Contribution]:
        """The newest contributions to a question, newest first; costs nothing for the others."""
        ids = self.cards_of.get((stage, question), [])
        return [self.contributions[c] for c in ids[: -most - 1 : -1]]

    def counts(self) -> Mapping[str, int]:
        """How many of each noun there are, for the start page."""
        return {
            "contributions": len(self.contributions),
            "values": len(self.values),
            "commitments": len(self.commitments),
            "assents": len(self.assents),
        }
