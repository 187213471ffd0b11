"""People who can be known in a paper that everybody may read: names, addresses, numbers."""

import re
from collections.abc import Iterator

from exports.blocks import Document
from exports.readiness.known import Known
from exports.readiness.remark import FRONT_PAGE, PRICES, Place, Remark
from exports.readiness.worded import typed
from exports.said import said
from exports.text import one_line
from facilitator.stages.values import charter
from facilitator.wording import shortened
from facilitator.workshop import Workshop

_EMAIL = re.compile(r"[\w.+'’-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w£.,-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)[1-9](?:[\s()-]{0,2}\d){8,9}(?!\w)"
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) ?\d[ABD-HJLNP-UW-Z]{2}\b")
_NHS_NUMBER = re.compile(r"(?<![\w£.,+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)")
_WEIGHTS = range(10, 1, -1)
_MOST = 80


def private(workshop: Workshop, document: Document) -> Iterator[Remark]:
    """A remark for each thing by which a person can be known in a public paper.

    How to answer is meant to be an address; a member's name in it counts even so.
    """
    reply = one_line(workshop.paper.statement.reply)
    texts = [one_line(text) for text in said(document)]
    for what, found in _found(texts):
        if reply and found in reply:
            continue
        yield Remark(
            f"{what} in a public paper",
            f"“{found}” would be open to everybody, and cannot be called back.",
            "send_back",
            _where(workshop, found),
        )
    ours = [name for o in workshop.organisations.values() for name in (o.name, o.short)]
    ours += [workshop.about.group, workshop.about.place]
    for member in workshop.members.values():
        known = Known.of(member, set())
        if name := known.name_among(texts, ours):
            text = next(text for text in texts if name in text)
            # A word of a name may be a word of the language: somebody is called Green.
            whole = name.casefold() in (member.name.casefold(), member.instead_of.casefold())
            yield Remark(
                "A name in a public paper",
                f"“{name}”, in “{shortened(text, _MOST)}”. Say the organisation, not who.",
                "send_back" if whole else "look",
                _where(workshop, name),
            )


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number: the last one is the check of the nine before it."""
    figures = [int(char) for char in digits if char.isdigit()]
    if len(figures) != 10:
        return False
    pairs = zip(_WEIGHTS, figures, strict=False)
    return (11 - sum(weight * figure for weight, figure in pairs) % 11) % 11 == figures[-1]


def _found(texts: list[str]) -> dict[tuple[str, str], None]:
    """What kind of private thing, and the thing itself, each once."""
    kinds = (
        ("An e-mail address", _EMAIL),
        ("A postcode", _POSTCODE),
        ("An NHS number", _NHS_NUMBER),
        ("A telephone number", _PHONE),
    )
    made: dict[tuple[str, str], None] = {}
    for text in texts:
        for what, pattern in kinds:
            for match in pattern.finditer(text):
                found = match.group().strip()
                if pattern is _NHS_NUMBER and not is_nhs_number(found):
                    continue
                if pattern is _PHONE and ("An NHS number", found) in made:
                    continue
                made[what, found] = None
    return made


def _where(workshop: Workshop, found: str) -> Place | None:
    """Where the words were written that something stands in; None where it is mended at hand."""
    own = workshop.paper.statement
    if found in one_line(f"{own.text} {own.reply}"):
        # It is written on the page of the documents, where this is read.
        return None
    for text, place in typed(workshop, public=False):
        if found in one_line(text):
            return place
    for value in charter(workshop):
        if any(found in one_line(cost.text) for cost in value.costs):
            return PRICES.at(value.id)
    return FRONT_PAGE
