"""What a scenario pack could do without but plays better with: said, never refused.

A pack with faults (checking.py) is not taken; one with remarks is, and whoever wrote it may have
meant it so.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facilitator.guide.lines import Place
from facilitator.guide.scenario import PHASES, Inject, ScenarioPack

WALL_WORDS = 120
"""Words of a situation that the room's screen holds in a size that is read from far away."""

# Words of a role's name that tell it from no other role.
_COMMON = frozenset(
    ("a", "an", "and", "for", "from", "in", "lead", "leader", "member", "of", "on", "the", "to")
)


class Remark(NamedTuple):
    """Something that is missing to play well, and the place in the pack where it would stand."""

    at: Place
    what: str


def remarks(pack: ScenarioPack, play: range | None = None) -> tuple[Remark, ...]:
    """Everything that is missing, in the order of the pack; each a plain sentence.

    `play` are the minutes of the stage in which the story is played; without it nothing is said
    about minutes outside it.
    """
    return (
        *_lists(pack),
        *_cards(pack),
        *_untouched(pack),
        *_injects(pack, play),
        *_decisions(pack, play),
        *_debrief(pack),
    )


def _lists(pack: ScenarioPack) -> Iterator[Remark]:
    words = len(pack.situation.split())
    if words > WALL_WORDS:
        what = f"The situation has {words} words; about {WALL_WORDS} are read well from the wall."
        yield Remark(("situation",), what)
    if not pack.stakes:
        yield Remark(("stakes",), "Nothing is at stake yet: say what can be lost.")
    if not pack.roles:
        yield Remark(("roles",), "There are no roles yet.")
    if not pack.observer_tasks:
        yield Remark(("observer_tasks",), "Observers have no tasks: say what to look out for.")


def _cards(pack: ScenarioPack) -> Iterator[Remark]:
    bare = [role for role in pack.roles if not pack.note_on(role).brief.strip()]
    if bare:
        has = "has" if len(bare) == 1 else "have"
        place = ("roles", pack.roles.index(bare[0]))
        yield Remark(place, f"{_named(bare)} {has} no brief for the card.")


def _untouched(pack: ScenarioPack) -> Iterator[Remark]:
    """Roles for which nothing arrives and about which nothing is asked."""
    told = " ".join(_told(pack)).casefold()
    idle = [
        role for role in pack.roles if not any(_names(word, told) for word in _words(pack, role))
    ]
    if idle and (pack.injects or pack.decision_points):
        place = ("roles", pack.roles.index(idle[0]))
        yield Remark(place, f"No inject and no question touches {_named(idle, 'or')}.")


def _told(pack: ScenarioPack) -> Iterator[str]:
    """The words of every inject and question."""
    for inject in pack.injects:
        yield from (inject.to, inject.title, inject.arrives_as, inject.text)
    for point in pack.decision_points:
        yield point.question
        for option in point.options:
            yield from (option.title, option.note)


def _words(pack: ScenarioPack, role: str) -> list[str]:
    """The words by which a role would be named in a text."""
    own = [word for word in re.findall(r"\w+", role.casefold()) if word not in _COMMON]
    kin = [each.casefold().strip() for each in pack.note_on(role).kin]
    return [word for word in (*own, *kin) if word]


def _names(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", text) is not None


def _injects(pack: ScenarioPack, play: range | None) -> Iterator[Remark]:
    if len(pack.injects) < 2:
        yield Remark(("injects",), "Two injects or more keep a story moving.")
    decided = {point.id: point.at_min for point in pack.decision_points}
    roles = {role.casefold() for role in pack.roles}
    for number, inject in enumerate(pack.injects):
        place: Place = ("injects", number)
        if inject.to.strip() and not inject.for_everyone and inject.to.casefold() not in roles:
            what = f"goes to “{inject.to}”, which is not a role here: say who hears it."
            yield Remark((*place, "to"), f"{_called(number, inject)} {what}")
        if inject.unless_decided in decided and inject.at_min <= decided[inject.unless_decided]:
            what = f"{_called(number, inject)} comes before the group has been asked to decide."
            yield Remark((*place, "at_min"), what)
        elif play is not None and inject.at_min not in play:
            yield Remark(
                (*place, "at_min"), f"{_called(number, inject)} {_outside(inject.at_min, play)}"
            )


def _decisions(pack: ScenarioPack, play: range | None) -> Iterator[Remark]:
    if not pack.decision_points:
        yield Remark(("decision_points",), "Nothing has to be decided yet.")
    for number, point in enumerate(pack.decision_points):
        place: Place = ("decision_points", number)
        if not point.options:
            what = f"Decision {number + 1} offers no options."
            yield Remark((*place, "options"), what)
        if play is not None and point.at_min not in play:
            what = f"Decision {number + 1} {_outside(point.at_min, play)}"
            yield Remark((*place, "at_min"), what)


def _debrief(pack: ScenarioPack) -> Iterator[Remark]:
    asked = {each.phase.casefold() for each in pack.debrief if each.questions}
    for phase in PHASES:
        if phase.casefold() not in asked:
            yield Remark(("debrief", phase), f"The debrief has no questions to {phase.lower()}.")


def _called(number: int, inject: Inject) -> str:
    title = inject.title.strip()
    return f"Inject {number + 1} (“{title}”)" if title else f"Inject {number + 1}"


def _outside(minute: int, play: range) -> str:
    if minute < play.start:
        return f"comes at minute {minute}; play begins at {play.start}."
    return f"comes at minute {minute}; play ends at {play.stop}."


def _named(roles: Iterable[str], word: str = "and") -> str:
    *first, last = [f"“{role}”" for role in roles]
    return f"{', '.join(first)} {word} {last}" if first else last
