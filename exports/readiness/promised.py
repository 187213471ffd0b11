"""Commitments, next steps and money: who owns what, by when, and out of which purse."""

import datetime
import re
from collections.abc import Iterator

from exports.readiness.remark import FIRST_DRAFTS, PROMISES, Remark, Weight
from facilitator.days import day_in_words
from facilitator.stages.commitments import BudgetLine, Commitment, changes_to_write
from facilitator.wording import joined, shortened
from facilitator.workshop import Workshop

_NOBODY = re.compile(
    r"(?:all|everyone|everybody|all of us|we|us|all members|all partners|partners|members|"
    r"the (?:board|group|team|partnership|members|partners)|board|group|team|tbc|tbd|tba|"
    r"to be (?:confirmed|decided|agreed)|nobody|n/?a|various|[?\-–—.]+)\W*",
    re.IGNORECASE,
)
_MOST = 60


def promised(workshop: Workshop, today: str) -> Iterator[Remark]:
    """What nobody could be held to."""
    for each in workshop.commitments.values():
        yield from _commitment(workshop, each, today)
    for step in workshop.next_steps.values():
        if not step.due:
            yield _of(step.text, "has no date", "Without a date it happens after everything else.")
    for change in changes_to_write(workshop):
        yield Remark(
            "A change is not written down",
            f"“{shortened(change.text, _MOST)}” was accepted in the rehearsal, and no commitment "
            "says it yet.",
            "look",
            FIRST_DRAFTS,
        )
    for line in workshop.budgets.values():
        yield from _money(workshop, line)


def _commitment(workshop: Workshop, each: Commitment, today: str) -> Iterator[Remark]:
    owner = each.owner.strip()
    if not owner:
        yield _of(each.text, "has no owner", "Nobody will do it.", back=True)
    elif _owned_by_many(workshop, owner):
        yield _of(
            each.text,
            f"is owned by “{shortened(workshop.organisation_name(owner), 30)}”",
            "What all own, nobody does. Name one person.",
            back=True,
        )
    if not each.measure.strip():
        yield _of(each.text, "has no measure", "Nobody can tell whether it is done.", back=True)
    yield from _due(each, today)


def _owned_by_many(workshop: Workshop, owner: str) -> bool:
    if owner in workshop.members:
        return False
    names = {o.id for o in workshop.organisations.values()}
    names |= {n.casefold() for o in workshop.organisations.values() for n in (o.name, o.short)}
    return bool(_NOBODY.fullmatch(owner)) or owner in names or owner.casefold() in names


def _due(each: Commitment, today: str) -> Iterator[Remark]:
    try:
        day = datetime.date.fromisoformat(each.due)
    except ValueError:
        yield _of(each.text, "has no date", "A promise without a date is a hope.", back=True)
        return
    if each.status in ("done", "dropped"):
        return
    when = day_in_words(each.due)
    if each.due < today:
        yield _of(each.text, "is overdue", f"It was due on {when}, and is not reported as done.")
    elif day.weekday() > 4:
        name = "Saturday" if day.weekday() == 5 else "Sunday"
        yield _of(each.text, f"is due on a {name}", f"{when} is no working day.")


def _money(workshop: Workshop, line: BudgetLine) -> Iterator[Remark]:
    pooled = line.sharing == "pooled"
    name = f"the line “{line.name}”"
    if not line.legal_basis:
        yield Remark(
            "Money without a legal basis",
            f"It is not said under which power {name} is {line.sharing}.",
            "send_back" if pooled else "look",
            PROMISES,
        )
    if line.host not in workshop.organisations and (pooled or line.host):
        yield Remark(
            "Money without a host",
            f"No member organisation is named that holds the accounts of {name}.",
            "send_back",
            PROMISES,
        )
    gone = [o for o in line.contributors if o not in workshop.organisations]
    nothing = [o for o, pounds in line.contributors.items() if not pounds and o not in gone]
    if gone or nothing or not line.total:
        who = joined([workshop.organisation_name(o) for o in (*gone, *nothing)])
        why = f"{who} stand in it without a sum or are no members" if who else "nobody puts in"
        yield Remark(
            "Money that does not add up",
            f"In {name}, {why}. A board asks where the £{line.total:,} come from.",
            "look",
            PROMISES,
        )


def _of(text: str, what: str, more: str, *, back: bool = False) -> Remark:
    weight: Weight = "send_back" if back else "look"
    return Remark(f"“{shortened(text, _MOST)}” {what}", more, weight, PROMISES)
