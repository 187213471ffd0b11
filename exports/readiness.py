"""What to know before a document is written. A warning never blocks and is printed nowhere."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from exports.blocks import Document, said
from exports.pdf.faces import SUBSTITUTE, is_drawable
from exports.text import one_line
from facilitator.guide.scenario import ScenarioPack
from facilitator.stages.gather import Member
from facilitator.workshop import Workshop

_EXCERPT = 48


def undrawable(document: Document) -> list[str]:
    """One sentence for each stretch of text with characters that the shipped fonts cannot set."""
    return [sentence for text in said(document) for sentence in _sentences(text)]


def _sentences(text: str) -> list[str]:
    missing = _once(char for char in text if not is_drawable(char))
    unjoined = _once(char for char in text if unicodedata.name(char, "").startswith("DEVANAGARI"))
    sentences = []
    if missing:
        sentences.append(
            f"“{missing}” in “{_excerpt(text)}” cannot be drawn: "
            f"the document will show {SUBSTITUTE} in its place."
        )
    if unjoined:
        sentences.append(
            f"“{_excerpt(text)}” is in Devanagari, whose letters are drawn one by one and not "
            "joined: look at it in the document, and attach it in another form if it matters."
        )
    return sentences


def _once(chars: Iterable[str]) -> str:
    return "".join(dict.fromkeys(chars))


def _excerpt(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"


def names_in(document: Document, workshop: Workshop) -> list[str]:
    """One sentence for each place of a document in which a member can be known by name or by job.

    For documents that name nobody. A job that is also a part of a scenario is that part.
    """
    packs = [each.pack for each in workshop.rehearsals.values()]
    parts = {role.casefold() for pack in packs for role in pack.roles}
    told = {one_line(text) for pack in packs for text in _told_by(pack)}
    people = [_Known.of(member, parts) for member in workshop.members.values()]
    sentences: dict[str, None] = {}
    for text in map(one_line, said(document)):
        for sentence in _SENTENCE_ENDS.split(text):
            for person in people:
                if name := person.found_in(sentence, in_role=text not in told):
                    sentences[f"“{name}” stands in “{_round(name, sentence)}”."] = None
    return list(sentences)


_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_AROUND = 96
_FORMS_OF_ADDRESS = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady")
) | {"cllr", "councillor", "rev", "reverend", "alderman", "the", "de", "van", "von", "of"}


def _told_by(pack: ScenarioPack) -> tuple[str, ...]:
    """A scenario's own words: the jobs in them are those of its story."""
    asked = tuple(question for phase in pack.debrief for question in phase.questions)
    points = tuple(point.question for point in pack.decision_points)
    news = tuple(inject.text for inject in pack.injects)
    lists = (*pack.facts, *pack.stakes, *pack.accountability_limits)
    return (pack.title, pack.situation, pack.content_note, *lists, *asked, *points, *news)


@dataclass(frozen=True, slots=True)
class _Known:
    """By what a person can be known: the name whole, a word of it as it is written, the job."""

    whole: tuple[re.Pattern[str], ...]
    words: re.Pattern[str] | None
    job: re.Pattern[str] | None

    @classmethod
    def of(cls, member: Member, parts: set[str]) -> "_Known":
        whole = [name for name in (member.name, member.instead_of) if name.strip()]
        words = [word.strip(".,()") for word in member.name.split()]
        telling = [w for w in words if len(w) > 2 and w.casefold() not in _FORMS_OF_ADDRESS]
        job = "" if member.role.casefold() in parts else member.role
        return cls(
            tuple(re.compile(_alone(name), re.IGNORECASE) for name in whole),
            re.compile("|".join(map(_alone, telling))) if telling else None,
            re.compile(_alone(job), re.IGNORECASE) if job.strip() else None,
        )

    def found_in(self, sentence: str, *, in_role: bool) -> str:
        """What of the person stands in a sentence; nothing where nothing does."""
        tried = (*self.whole, self.words, self.job if in_role else None)
        found = (pattern.search(sentence) for pattern in tried if pattern)
        return next((match.group() for match in found if match), "")


def _alone(words: str) -> str:
    """A pattern for words that stand for themselves and not within others."""
    return rf"(?<!\w){re.escape(one_line(words))}(?!\w)"


def _round(name: str, sentence: str) -> str:
    """The sentence, or so much of it as stands round a name."""
    if len(sentence) <= _AROUND:
        return sentence.rstrip(".")
    start = max(0, sentence.index(name) - _AROUND // 2)
    end = start + _AROUND
    before, after = "…" if start else "", "…" if end < len(sentence) else ""
    return f"{before}{sentence[start:end].strip()}{after}"
