"""Gather: which workshop this is, its member organisations, and the rule they decide by.

Who came and went is in `facilitator.attendance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.decision import Position, Rule
from facilitator.events import Event, Refused, new_id
from facilitator.handles import hand_out
from facilitator.rounds import change_round, latest_round
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class About(msgspec.Struct, frozen=True):
    """Which workshop this is. `stages` is its journey; `date` is ISO 8601."""

    title: str = ""
    group: str = ""
    place: str = ""
    date: str = ""
    stages: tuple[str, ...] = ()
    who_is_missing: str = ""

    @property
    def place_in_prompts(self) -> str:
        """The place as a prompt says it; "the city" until it is named."""
        return self.place or "the city"


class Organisation(msgspec.Struct, frozen=True):
    """A member organisation. `short` is its name on screen; `org_class` a word of `CLASSES`."""

    id: str
    name: str
    short: str
    org_class: str = "other"
    voting: bool = True
    accountable_to: str = ""


class Member(msgspec.Struct, frozen=True):
    """A person at the table, by role. `authority` says whether they may speak for their board.

    A `substitute` is here `instead_of` somebody, by name or role; empty where that was not said.
    """

    id: str
    organisation: str
    role: str
    name: str = ""
    substitute: bool = False
    authority: bool = True
    instead_of: str = ""

    @property
    def label(self) -> str:
        """The name, or the role where no name is kept."""
        return self.name or self.role


class Interest(msgspec.Struct, frozen=True):
    """A declared interest, the item it bears on, and what was done about it.

    `subject` is the id of the value, draft or decision on which the member's organisation
    therefore abstains; empty where it bears on nothing that positions are taken on.
    """

    id: str
    member: str
    interest: str
    item: str = ""
    action: str = ""
    subject: str = ""


class WorkshopNamed(Event, frozen=True, tag="workshop.named"):
    """The workshop was named, or renamed: title, group, place, date and journey."""

    replaces = ()

    title: str
    group: str
    place: str
    date: str = ""
    stages: tuple[str, ...] = ()

    def apply(self, workshop: Workshop) -> None:
        workshop.about = msgspec.structs.replace(
            workshop.about,
            title=self.title,
            group=self.group,
            place=self.place,
            date=self.date,
            stages=self.stages,
        )


class MissingAnswered(Event, frozen=True, tag="gather.missing_answered"):
    """The question "who is missing?" was answered."""

    replaces = ()

    answer: str

    def apply(self, workshop: Workshop) -> None:
        workshop.about = msgspec.structs.replace(workshop.about, who_is_missing=self.answer)


class OrganisationJoined(Event, frozen=True, tag="organisation.joined"):
    """An organisation joined, or what is kept of it was corrected."""

    replaces = ("id",)
    says = ("name", "short", "org_class", "voting", "accountable_to")

    id: str
    name: str
    short: str
    org_class: str = "other"
    voting: bool = True
    accountable_to: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.organisations[self.id] = Organisation(
            self.id, self.name, self.short, self.org_class, self.voting, self.accountable_to
        )
        hand_out(workshop.handles, self.id, self.short)


class OrganisationLeft(Event, frozen=True, tag="organisation.left"):
    """An organisation is no longer a member of this workshop; its people go with it."""

    id: str

    def apply(self, workshop: Workshop) -> None:
        workshop.organisations.pop(self.id, None)
        for member in [m.id for m in workshop.members.values() if m.organisation == self.id]:
            del workshop.members[member]


class MemberJoined(Event, frozen=True, tag="member.joined"):
    """A person joined the table, or what is kept of them was corrected."""

    replaces = ("id",)

    id: str
    organisation: str
    role: str
    name: str = ""
    substitute: bool = False
    authority: bool = True
    instead_of: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.members[self.id] = Member(
            self.id,
            self.organisation,
            self.role,
            self.name,
            self.substitute,
            self.authority,
            self.instead_of,
        )
        hand_out(workshop.handles, self.id, workshop.members[self.id].label)


class InterestDeclared(Event, frozen=True, tag="interest.declared"):
    """A member declared an interest; in an open round on its subject, the organisation abstains."""

    replaces = ("id",)

    id: str
    member: str
    interest: str
    item: str = ""
    action: str = ""
    subject: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.interests[self.id] = Interest(
            self.id, self.member, self.interest, self.item, self.action, self.subject
        )
        found = latest_round(workshop, self.subject) if self.subject else None
        member = workshop.members.get(self.member)
        if found is None or not found.is_open or member is None:
            return
        taken = found.positions.get(member.organisation)
        # Who is not here stays so: an abstention counts towards the quorum.
        if taken is None or taken.code != "absent":
            away = Position(member.organisation, "abstain")
            positions = {**found.positions, member.organisation: away}
            change_round(workshop, found.id, positions=positions)


class RuleChosen(Event, frozen=True, tag="rule.chosen"):
    """The group chose how it decides, and what makes it quorate."""

    rule: Rule

    def apply(self, workshop: Workshop) -> None:
        workshop.rule = self.rule


def name_workshop(
    workshop: Workshop,
    title: str,
    group: str,
    place: str,
    date: str = "",
    stages: tuple[str, ...] = (),
) -> WorkshopNamed:
    """Name the workshop. The place goes into the prompts."""
    return WorkshopNamed(
        wording(title, "Give the workshop a title."),
        wording(group, "Name the group: it stands on every page of the agreement."),
        tidy(place),
        date,
        stages or workshop.about.stages,
    )


def answer_missing(workshop: Workshop, answer: str) -> MissingAnswered:
    """Answer "who is missing?"; "nobody" is an answer."""
    return MissingAnswered(wording(answer, "Say who is missing, or that nobody is."))


def join_organisation(
    workshop: Workshop,
    name: str,
    short: str = "",
    org_class: str = "other",
    voting: bool = True,
    accountable_to: str = "",
    organisation_id: str = "",
) -> OrganisationJoined:
    """Add an organisation, or correct the one with the given id."""
    name = wording(name, "Name the organisation.")
    short = tidy(short) or name
    same = [
        o
        for o in workshop.organisations.values()
        if o.short.casefold() == short.casefold() and o.id != organisation_id
    ]
    if same:
        raise Refused(f"{short} is here already.")
    if not voting and organisation_id in _core(workshop):
        raise Refused(
            f"{short} is in the core that must be unanimous. Choose the rule again first."
        )
    return OrganisationJoined(
        organisation_id or new_id(), name, short, org_class, voting, tidy(accountable_to)
    )


def remove_organisation(workshop: Workshop, organisation: str) -> OrganisationLeft:
    """Take an organisation out, as long as nothing is recorded in its name."""
    found = workshop.organisations.get(organisation)
    if found is None:
        raise Refused("That organisation is not a member of this workshop.")
    spoken = any(c.organisation == organisation for c in workshop.contributions.values())
    stood = any(organisation in r.standing() for r in workshop.rounds.values())
    owes = any(
        organisation in (c.organisation, *c.supported_by) for c in workshop.commitments.values()
    ) or any(organisation in (b.host, *b.contributors) for b in workshop.budgets.values())
    people = {m.id for m in workshop.members.values() if m.organisation == organisation}
    named = not {organisation, *people}.isdisjoint(_named(workshop))
    away = any(organisation in t.members for t in workshop.trios.values())
    declared = any(i.member in people for i in workshop.interests.values())
    defended = any(organisation in d.defences for d in workshop.drafts.values())
    assented = organisation in workshop.assents or organisation in workshop.authorities
    if spoken or stood or owes or named or away or declared or defended or assented:
        raise Refused(f"{found.short} has spoken in this workshop, so it stays in the record.")
    if organisation in _core(workshop):
        raise Refused(
            f"{found.short} is in the core that must be unanimous. Choose the rule again first."
        )
    return OrganisationLeft(organisation)


def _core(workshop: Workshop) -> tuple[str, ...]:
    return workshop.rule.core if workshop.rule.kind == "unanimity" else ()


def _named(workshop: Workshop) -> set[str]:
    """Ids of whoever proposed, amended, ended, brings back or pays for a value, was heard in the
    only-we test, or does what happens next.
    """
    names: set[str] = {step.owner for step in workshop.next_steps.values()}
    for value in workshop.values.values():
        ended = (value.ending.by, *value.ending.consented) if value.ending else ()
        names.update((value.proposed_by, *ended, *(a.by for a in value.amendments)))
        names.update(cost.organisation for cost in value.costs)
    for tested in workshop.only_we.values():
        for answer in (tested.alone_can, tested.hold_levers, tested.would_be_missed):
            names.update(answer.positions)
    return names


def join_member(
    workshop: Workshop,
    organisation: str,
    role: str,
    name: str = "",
    substitute: bool = False,
    authority: bool = True,
    member_id: str = "",
    instead_of: str = "",
) -> MemberJoined:
    """Add a person to an organisation, or correct the one with the given id.

    Whose place a substitute takes is kept only of a substitute.
    """
    if organisation not in workshop.organisations:
        raise Refused("Which organisation do they come from? Add it first.")
    role = wording(role, "What is their role?")
    whose = tidy(instead_of) if substitute else ""
    return MemberJoined(
        member_id or new_id(), organisation, role, tidy(name), substitute, authority, whose
    )


def declare_interest(
    workshop: Workshop,
    member: str,
    interest: str,
    item: str = "",
    action: str = "",
    subject: str = "",
) -> InterestDeclared:
    """Record a declared interest, and what was done about it.

    With the value, draft or decision that it bears on as `subject`, the organisation abstains
    there.
    """
    if member not in workshop.members:
        raise Refused("Who declares it? Choose a member.")
    interest = wording(interest, "What is the interest? “None” is an answer.")
    return InterestDeclared(new_id(), member, interest, tidy(item), tidy(action), subject)


def choose_rule(workshop: Workshop, rule: Rule) -> RuleChosen:
    """Choose the decision rule and the quorum."""
    if rule.least_voting < 1:
        raise Refused("A quorum needs at least one voting organisation.")
    if not 0 <= rule.stand_aside_limit <= 1:
        raise Refused("The limit on standing aside is a share between 0 and 100 per cent.")
    if rule.most_rounds < 1:
        raise Refused("Allow at least one round.")
    if rule.kind == "majority" and not rule.formal:
        raise Refused(
            "Majority is for formal meetings only. Say that this is one, or choose consent."
        )
    for organisation in rule.core if rule.kind == "unanimity" else ():
        found = workshop.organisations.get(organisation)
        if found is None:
            raise Refused(
                "An organisation of the core is not a member of this workshop. Choose the core "
                "again."
            )
        if not found.voting:
            raise Refused(f"{found.short} has no vote, so it cannot be in the core.")
    return RuleChosen(rule)
