"""Words that a board sends back, and words that are hard to read."""

import re
from collections.abc import Iterator

from exports.documents.statement import told_to_all
from exports.readiness.reading import HARD, TARGET, age_in_words, reading_age
from exports.readiness.remark import (
    BEHAVIOURS,
    PROMISES,
    PURPOSE,
    WORDING,
    Place,
    Remark,
)
from facilitator.stages import purpose
from facilitator.stages.values import charter
from facilitator.wording import shortened
from facilitator.workshop import Workshop

_NOBODY_SAID = re.compile(
    r"\b(?:it (?:was|is|has been) (?:generally |widely |broadly |also )?(?:felt|agreed|noted|"
    r"thought|suggested|hoped|considered|believed|acknowledged|recognised|accepted|decided|proposed|said)"
    r"(?: that)?|"
    r"(?:members|partners|many|most|some|people|everyone) (?:felt|thought|believed) that|"
    r"there (?:was|is) (?:a )?(?:general |broad |wide )?(?:consensus|feeling|agreement|support))\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"\b(?:(?:we|board|boards|group|council|trust) (?:have |has |hereby )?resolve[sd]?|resolved "
    r"(?:to|that|by)|it (?:is|was) (?:hereby )?resolved)\b",
    re.IGNORECASE,
)
_MOST = 80


def worded(workshop: Workshop, *, public: bool) -> Iterator[Remark]:
    """Words of a workshop that promise too much, or that nobody stands behind."""
    for text, place in typed(workshop, public=public):
        if found := _NOBODY_SAID.search(text):
            yield Remark(
                f"“{found.group()}” says not who",
                f"In “{_around(text, found)}”. A decision says who does what; a board cannot "
                "adopt a feeling.",
                "send_back",
                place,
            )
        if workshop.paper.ratified is None and (found := _RESOLVED.search(text)):
            yield Remark(
                f"“{found.group()}” before a meeting has resolved it",
                f"In “{_around(text, found)}”. A workshop recommends: only the ratifying meeting "
                "resolves.",
                "send_back",
                place,
            )


def readable(workshop: Workshop) -> Iterator[Remark]:
    """Whether the public statement is harder to read than it is meant to be."""
    reading = reading_age(told_to_all(workshop))
    if not reading.words:
        return
    if reading.age >= HARD:
        caution = " There are few words, so take it as a hint." if reading.short else ""
        yield Remark(
            f"It reads {age_in_words(reading.age)}",
            f"It aims at about {TARGET}. Shorter sentences and shorter words help.{caution}",
            "look",
        )
    if not workshop.paper.statement.reply:
        yield Remark(
            "How to answer is not said",
            "Without words of your own, it tells everybody to write to the board’s secretary.",
            "look",
        )
    for each in reading.hardest:
        long_words = f"; long: {', '.join(each.long_words[:4])}" if each.long_words else ""
        yield Remark(
            "A hard sentence",
            f"“{shortened(each.text, 2 * _MOST)}” It reads {age_in_words(each.age)}: "
            f"{each.words} words{long_words}.",
            "look",
        )


def typed(workshop: Workshop, *, public: bool) -> Iterator[tuple[str, Place | None]]:
    """What people wrote for the paper, without anybody's quoted words, and where it is mended."""
    paper = workshop.paper
    if public and paper.statement.text:
        # It is written on the page of the documents, where this is read.
        yield paper.statement.text, None
        return
    if found := purpose.adopted(workshop):
        yield found.text, PURPOSE.at(found.id)
        for stop in found.stops:
            yield stop, PURPOSE.at(found.id)
    for value in charter(workshop):
        yield value.wording, WORDING.at(value.id)
        for line in (*value.will, *value.will_not):
            yield line, BEHAVIOURS.at(value.id)
    for each in workshop.commitments.values():
        for words in (each.text, each.measure):
            yield words, PROMISES
    for step in workshop.next_steps.values():
        yield step.text, PROMISES


def _around(text: str, found: re.Match[str]) -> str:
    """The text about what was found in it."""
    start = max(0, found.start() - _MOST // 2)
    words = shortened(text[start:], _MOST)
    return f"…{words.partition(' ')[2]}" if start else words
