"""The result of a round in one sentence: the rule, the numbers, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.decision import (
    CATEGORIES,
    Elector,
    Position,
    Rule,
    asked,
    quorum_gaps,
    says_yes,
)
from facilitator.rounds import Round, late_against
from facilitator.wording import joined

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


def explain(workshop: Workshop, about: Round, most: int = 0) -> str:
    """What came of a round, in plain words; for an open round, that it is open.

    Names are those of the workshop as it stands; votes, the rule, the outcome and the numbers are
    those of the lock, with late positions heard and what was settled since left out. With `most`,
    longer lists name so many at the most and say how many more there are.
    """
    return _Sentence(workshop, about, most).says()


def rule_in_words(rule: Rule) -> str:
    """When a group that decides by this rule has agreed, in one sentence."""
    match rule.kind:
        case "unanimity":
            core = "every organisation of the core" if rule.core else "every voting organisation"
            fallback = (
                f" After {_rounds(rule.most_rounds)} three quarters of their votes decide, which "
                "is then labelled not unanimous."
                if rule.fallback
                else ""
            )
            return f"Agreed by unanimity when the quorum is met and {core} says yes.{fallback}"
        case "majority":
            return (
                "Agreed by majority, in a formal meeting, when the quorum is met and more than "
                "half of the votes say yes."
            )
    share = f"{rule.stand_aside_limit:.0%}"
    return (
        "Agreed by consent when the quorum is met, no voting organisation objects or waits for an "
        f"answer, and at most {share} stand aside."
    )


def _rounds(count: int) -> str:
    return "one round" if count == 1 else f"{count} rounds"


class _Sentence:
    """One round's result being put into words; lists of names stop after `most`, where given."""

    def __init__(self, workshop: Workshop, about: Round, most: int) -> None:
        self._workshop, self._round, self._most = workshop, about, most

    def says(self) -> str:
        """The sentence."""
        if self._round.result is None:
            return f"Round {self._round.number} is open."
        late = self._late_phrases()
        if late:
            said = self._listed(late)
            # What was parked, merged or withdrawn meanwhile is not on the table.
            return (
                f"{said[0].upper()}{said[1:]}." if self._ended() else f"On the table again: {said}."
            )
        return self._result() + self._mandates()

    def _ended(self) -> bool:
        """Whether what the round was about was parked, merged or withdrawn since."""
        value = self._workshop.values.get(self._round.subject)
        return value is not None and value.ending is not None

    def _listed(self, names: list[str]) -> str:
        """Names as a person lists them; of many, the first and how many more."""
        if self._most and len(names) > self._most:
            shown = self._most - 1
            names = [*names[:shown], f"{len(names) - shown} more"]
        return joined(names)

    def _result(self) -> str:
        result = self._round.result
        if result is None:
            return ""
        voting = sum(e.voting for e in self._electors())
        here = f"{result.voting_present} of {voting} voting organisations here, quorum met"
        recorded = self._recorded()
        match self._round.outcome():
            case "agreed" if result.rule == "consent":
                return f"Agreed by consent: {here}{recorded}.{self._no_support()}"
            case "agreed_with_reservations" if result.rule == "consent":
                return (
                    f"Agreed with reservations, by consent: {here}{recorded}.{self._no_support()}"
                )
            case "agreed" | "agreed_with_reservations" as outcome:
                by = "unanimity" if result.rule == "unanimity" else "majority"
                how = "Agreed" if outcome == "agreed" else "Agreed with reservations,"
                how = f"{how} by {by}"
                return f"{how}: {self._votes()}; {here}{recorded}{self._against()}."
            case "agreed_not_unanimous":
                said = f"Agreed by three quarters, not unanimous: {self._votes()}"
                return f"{said}; {here}{recorded}{self._against()}."
            case "not_adopted_quorum":
                return f"Not yet: {self._quorum()}."
            case "not_adopted_stand_aside":
                aside = self._named("stand_aside", voting_only=True)
                share = f"{self._rule().stand_aside_limit:.0%}"
                return (
                    f"Not yet: {len(aside)} of {voting} voting organisations stand aside "
                    f"({self._listed(aside)}), and consent allows at most {share}."
                )
            case "not_adopted_unanimity":
                return f"Not yet: unanimity needs a yes from each, and {self._not_yes()}."
            case "not_adopted_votes":
                needed = "three quarters" if result.rule == "three_quarters" else "more than half"
                return f"Not yet: {self._votes()}, and it takes {needed}{self._against()}."
        missing = self._open_points()
        if not missing:
            found = any(p.found_after_lock for p in self._round.positions.values())
            settled = "settled, or found not to be valid," if found else "settled"
            settled = f"every objection and question has been {settled} since"
            return f"Not yet: {settled}, so the next round can decide."
        return f"Not yet: {joined(missing)}."

    def _no_support(self) -> str:
        """Said where consent was met with nobody for it: nobody objects, and that is all."""
        voting = {e.organisation for e in self._electors() if e.voting}
        said = (p for o, p in self._round.positions.items() if o in voting)
        return "" if any(map(says_yes, said)) else " But no voting organisation supports it."

    def _rule(self) -> Rule:
        return self._round.rule or self._workshop.rule

    def _electors(self) -> Sequence[Elector]:
        return self._round.electors or self._workshop.electors()

    def _votes(self) -> str:
        result = self._round.result
        if result is None or not result.votes:
            return "nobody votes"
        says = "says" if result.yes == 1 else "say"
        return f"{result.yes} of {result.votes} {says} yes"

    def _quorum(self) -> str:
        """What the quorum lacked, from the positions that were counted."""
        here = {o for o, p in self._round.positions.items() if p.code != "absent"}
        gaps = quorum_gaps(self._rule(), self._electors(), here)
        return f"the quorum is not met, {self._listed(gaps)}" if gaps else "the quorum was not met"

    def _asked(self) -> set[str]:
        """Ids of the organisations whose word decided."""
        return asked(self._rule(), self._electors())

    def _not_yes(self) -> str:
        """Who of those asked keeps unanimity from being there, as a phrase."""
        core = self._asked()
        absent = [
            self._workshop.organisation_name(o)
            for o in self._workshop.organisations
            if o in core
            and (o not in self._round.positions or self._round.positions[o].code == "absent")
        ]
        aside = [
            self._workshop.organisation_name(o)
            for o, p in self._round.positions.items()
            if o in core and p.code == "stand_aside"
        ]
        parts = [f"{self._listed(absent)} {_verb(absent, 'is', 'are')} not here"] if absent else []
        parts += [f"{self._listed(aside)} {_verb(aside, 'stands', 'stand')} aside"] if aside else []
        return self._listed(parts) or "nobody says yes"

    def _against(self) -> str:
        """Who voted otherwise where votes are counted, as the end of a sentence."""
        heard = self._asked()
        no = [
            self._objector(p)
            for o, p in self._round.positions.items()
            if o in heard and p.code in ("object", "need_more") and not says_yes(p)
        ]
        return f"; {self._listed(no)} {_verb(no, 'says', 'say')} no" if no else ""

    def _open_points(self) -> list[str]:
        """Objections and questions of those asked that are not settled, as phrases."""
        heard = self._asked()
        votes = self._round.result is not None and self._round.result.rule != "consent"
        waiting = [
            p
            for o, p in self._round.positions.items()
            # Where votes are counted, an objection that the group found to be none is a no even so.
            if o in heard and (p.waits or (votes and p.not_valid and not says_yes(p)))
        ]
        objectors = [p for p in waiting if p.code == "object"]
        asking = [
            self._workshop.organisation_name(p.organisation)
            for p in waiting
            if p.code == "need_more"
        ]
        points = []
        if len(objectors) == 1:
            name = self._workshop.organisation_name(objectors[0].organisation)
            points.append(f"{name} objects{_category(objectors[0])}")
        elif objectors:
            points.append(f"{self._listed([self._objector(p) for p in objectors])} object")
        if len(asking) == 1:
            points.append(f"{asking[0]}'s question is unanswered")
        elif asking:
            points.append(f"the questions of {self._listed(asking)} are unanswered")
        return points

    def _objector(self, position: Position) -> str:
        return self._workshop.organisation_name(position.organisation) + _category(position)

    def _recorded(self) -> str:
        """What was agreed in spite of: reservations, stand-asides, objections that do not block."""
        parts = []
        for code, one, many in (
            ("reservation", "reservation", "reservations"),
            ("stand_aside", "stand-aside", "stand-asides"),
        ):
            if names := self._named(code):
                parts.append(f"{one if len(names) == 1 else many} from {self._listed(names)}")
        # What was found since does not belong to what was agreed; what came late was heard since.
        before = [p for p in self._round.positions.values() if not p.found_after_lock]
        said = [*before, *self._round.late.values()]
        not_valid = [p.organisation for p in said if p.not_valid]
        if not_valid:
            names = [self._workshop.organisation_name(o) for o in not_valid]
            parts.append(f"the objection of {self._listed(names)} is recorded as a reservation")
        heard = self._asked()
        outside = [
            self._workshop.organisation_name(o)
            for o, p in self._round.positions.items()
            if o not in heard and p.code == "object" and p.waits
        ]
        if outside:
            without = "without a vote" if self._rule().kind != "unanimity" else "not asked"
            parts.append(f"the objection of {self._listed(outside)}, {without}, is recorded")
        return f"; {self._listed(parts)}" if parts else ""

    def _named(self, code: str, *, voting_only: bool = False) -> list[str]:
        voters = {e.organisation for e in self._electors() if e.voting}
        return [
            self._workshop.organisation_name(o)
            for o, p in self._round.standing().items()
            if p.code == code and (o in voters or not voting_only)
        ]

    def _late_phrases(self) -> list[str]:
        """Late objections and questions of voting organisations: they reopen what was agreed."""
        late = late_against(self._workshop, self._round)
        phrases = [f"{self._objector(p)} objected late" for p in late if p.code == "object"]
        phrases += [
            f"{self._workshop.organisation_name(p.organisation)} asked a question late"
            for p in late
            if p.code == "need_more"
        ]
        return phrases

    def _mandates(self) -> str:
        waiting = [
            self._workshop.organisation_name(o)
            for o, date in self._round.mandates.items()
            if not date
        ]
        if not waiting:
            return ""
        confirm = _verb(waiting, "confirms", "confirm")
        return f" Provisional until {self._listed(waiting)} {confirm} what was said."


def _category(position: Position) -> str:
    category = CATEGORIES.get(position.category, "")
    return f" ({category})" if category else ""


def _verb(names: list[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
