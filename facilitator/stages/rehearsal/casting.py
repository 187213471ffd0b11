"""Casting: the scenario, who plays which role, and who watches for what."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from facilitator.events import Event, Refused, new_id
from facilitator.guide.scenario import ScenarioPack
from facilitator.stages.rehearsal.state import Part, Rehearsal, change_rehearsal, rehearsal_of
from facilitator.wording import tidy, wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop

# Words that stand in the names of many jobs and bodies, and so say nothing of kinship.
_OF_MANY = frozenset(
    {"board", "chair", "chief", "city", "council", "deputy", "director", "executive", "from"}
    | {"group", "head", "health", "care", "lead", "leader", "local", "manager", "member"}
    | {"officer", "organisation", "patient", "public", "resident", "senior", "service"}
    | {"services", "team", "that", "trust", "user", "with", "your"}
)


class ScenarioChosen(Event, frozen=True, tag="rehearsal.scenario_chosen"):
    """A scenario was chosen to be played, in place of any of which nothing has come.

    Where one has been played before, the steps of the stage begin anew: their clocks and ticks are
    those of this playing.
    """

    id: str
    pack: ScenarioPack
    stop_word: str = "Pause please"

    def stands(self, workshop: Workshop) -> bool:
        found = workshop.rehearsals.get(self.id)
        return found is not None and found.begun > 0

    def apply(self, workshop: Workshop) -> None:
        for each in list(workshop.rehearsals.values()):
            if each.untouched:
                del workshop.rehearsals[each.id]
        if workshop.rehearsals:
            workshop.progress = workshop.progress.begun_anew("rehearsal")
        workshop.rehearsals[self.id] = Rehearsal(self.id, self.pack, self.stop_word)


class RoleGiven(Event, frozen=True, tag="rehearsal.role_given"):
    """A role was given to a member, in place of anyone who had it; without a member it is free."""

    rehearsal: str
    role: str
    member: str = ""

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            others = tuple(p for p in found.parts if p.role != self.role)
            given = (Part(self.role, self.member),) if self.member else ()
            change_rehearsal(workshop, found.id, parts=others + given)


class RolesDrawn(Event, frozen=True, tag="rehearsal.roles_drawn"):
    """The roles were drawn by lot, in place of what had been drawn or given before."""

    rehearsal: str
    parts: tuple[Part, ...]

    def apply(self, workshop: Workshop) -> None:
        change_rehearsal(workshop, self.rehearsal, parts=self.parts)


class ObserversNamed(Event, frozen=True, tag="rehearsal.observers_named"):
    """The members who watch rather than play were named."""

    rehearsal: str
    members: tuple[str, ...]

    def apply(self, workshop: Workshop) -> None:
        change_rehearsal(workshop, self.rehearsal, observers=self.members)


class ObserverAsked(Event, frozen=True, tag="rehearsal.observer_asked"):
    """An observer was asked to watch for something; without words the task is taken away."""

    rehearsal: str
    member: str
    task: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.rehearsals.get(self.rehearsal):
            others = {who: task for who, task in found.tasks.items() if who != self.member}
            asked = {self.member: self.task} if self.task else {}
            change_rehearsal(workshop, found.id, tasks=others | asked)


def choose_scenario(
    workshop: Workshop, pack: ScenarioPack, stop_word: str = "", rehearsal_id: str = ""
) -> ScenarioChosen:
    """Choose a scenario to play."""
    word = tidy(stop_word) or "Pause please"
    return ScenarioChosen(rehearsal_id or new_id(), pack, word)


def give_role(workshop: Workshop, rehearsal: str, role: str, member: str) -> RoleGiven:
    """Give a role to a member, or free it; nobody plays their own job.

    A role near to the member's job or organisation may be given by hand; `too_near` says why the
    lot would not have.
    """
    rehearsal_of(workshop, rehearsal)
    role = wording(role, "Which role?")
    if member:
        if member not in workshop.members:
            raise Refused("That person is not on the list. Add them first.")
        person = workshop.members[member]
        if person.role.casefold() == role.casefold():
            raise Refused(f"{person.label} does that job. Give them another part.")
    return RoleGiven(rehearsal, role, member)


def too_near(workshop: Workshop, found: Rehearsal, role: str, member: str) -> str:
    """Why a member should not be drawn for a role: "job", "organisation", or nothing.

    A job or an organisation is the role's own when a word of kin from the pack, or a telling word
    of the role's name, stands in it.
    """
    person = workshop.members.get(member)
    if person is None:
        return ""
    body = workshop.organisations.get(person.organisation)
    kin = {each.casefold() for each in found.pack.note_on(role).kin}
    telling = kin | {word for word in _words(role) if len(word) > 3 and word not in _OF_MANY}
    if person.role.casefold() == role.casefold() or _named(telling, person.role):
        return "job"
    if body is not None and (_named(telling, body.name) or _named(telling, body.short)):
        return "organisation"
    return ""


def draw_roles(
    workshop: Workshop,
    rehearsal: str,
    among: Sequence[str],
    chance: random.Random,
    keep: Sequence[str] = (),
) -> RolesDrawn:
    """Draw the roles by lot among members, so that nobody plays their own job or organisation.

    Roles in `keep` stay with those who have them. As many roles as can be are given: a role that
    everybody left is too near to stays free. A redraw gives another cast where there is one.
    """
    found = rehearsal_of(workshop, rehearsal)
    held = {part.role: part.member for part in found.parts if part.role in keep}
    taken = {*held.values(), *found.observers}
    people = [m for m in dict.fromkeys(among) if m in workshop.members and m not in taken]
    if not people:
        raise Refused("There is nobody to draw from. Mark who is here, or add people first.")
    roles = [role for role in dict.fromkeys(found.pack.roles) if role not in held]
    if not roles:
        raise Refused("Every role is kept by hand. Free one to draw it.")
    before = {(part.role, part.member) for part in found.parts}
    drawn: dict[str, str] = {}
    for _ in range(_TRIES):
        drawn = _matched(workshop, found, roles, people, chance)
        if before.isdisjoint(drawn.items()):
            break
    if not drawn:
        raise Refused("Everyone is too near to the roles that are left. Give them by hand.")
    given = held | drawn
    order = [*found.pack.roles, *(role for role in held if role not in found.pack.roles)]
    return RolesDrawn(rehearsal, tuple(Part(role, given[role]) for role in order if role in given))


def roles_by_hand(events: Iterable[Event], rehearsal: str) -> set[str]:
    """The roles of a rehearsal that were given by hand and that no lot has changed since.

    A role that was freed by hand is in nobody's: the lot may give it.
    """
    given: dict[str, str] = {}
    for event in events:
        if isinstance(event, RoleGiven) and event.rehearsal == rehearsal:
            given[event.role] = event.member
        elif isinstance(event, RolesDrawn) and event.rehearsal == rehearsal:
            drawn = {part.role: part.member for part in event.parts}
            given = {role: who for role, who in given.items() if drawn.get(role) == who}
    return {role for role, member in given.items() if member}


def name_observers(workshop: Workshop, rehearsal: str, members: tuple[str, ...]) -> ObserversNamed:
    """Name the members who watch rather than play; anyone may, without a reason."""
    rehearsal_of(workshop, rehearsal)
    return ObserversNamed(rehearsal, tuple(m for m in members if m in workshop.members))


def ask_observer(workshop: Workshop, rehearsal: str, member: str, task: str) -> ObserverAsked:
    """Ask an observer to watch for something; empty words take the task away."""
    if member not in rehearsal_of(workshop, rehearsal).observers:
        raise Refused("Only an observer has a task. Name them as one first.")
    return ObserverAsked(rehearsal, member, tidy(task))


# How often the lot is thrown again to find a cast in which nobody keeps their role.
_TRIES = 20


def _matched(
    workshop: Workshop,
    found: Rehearsal,
    roles: Sequence[str],
    people: Sequence[str],
    chance: random.Random,
) -> dict[str, str]:
    """As many roles as can be given, each to one person, by lot (augmenting paths, after Kuhn)."""
    may = {
        role: chance.sample([p for p in people if not too_near(workshop, found, role, p)], k=n)
        for role in roles
        if (n := sum(not too_near(workshop, found, role, p) for p in people))
    }
    plays: dict[str, str] = {}

    def place(role: str, asked: set[str]) -> bool:
        for person in may.get(role, ()):
            if person not in asked:
                asked.add(person)
                if person not in plays or place(plays[person], asked):
                    plays[person] = role
                    return True
        return False

    for role in chance.sample(list(roles), k=len(roles)):
        place(role, set())
    return {role: person for person, role in plays.items()}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _named(telling: set[str], text: str) -> bool:
    """Whether one of the telling words stands at the beginning of a word of the text."""
    spaced = " " + " ".join(_words(text))
    return any(f" {' '.join(_words(each))}" in spaced for each in telling if _words(each))
