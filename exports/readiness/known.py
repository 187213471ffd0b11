"""People who can be known in a rehearsal's debrief, by their names or their jobs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exports.text import one_line
from facilitator.rounds import latest_round
from facilitator.stages.gather import Member
from facilitator.stages.rehearsal.state import Rehearsal, rehearsal_of
from facilitator.workshop import Workshop


def names_in(workshop: Workshop, rehearsal: str) -> list[str]:
    """A sentence for each name or job by which a member can be known in a rehearsal's debrief.

    Only what people typed is looked at: the app's own words and the scenario's name nobody. A job
    that is also a part of a scenario is that part. Raises `Refused` where there is no such
    rehearsal.
    """
    found = rehearsal_of(workshop, rehearsal)
    packs = [each.pack for each in workshop.rehearsals.values()]
    parts = {role.casefold() for pack in packs for role in pack.roles}
    people = [Known.of(member, parts) for member in workshop.members.values()]
    sentences: dict[str, None] = {}
    for where, typed in _typed(workshop, found):
        text = one_line(typed)
        for person in people:
            if name := person.found_in(text):
                sentences[f"“{name}” in {where} “{_round(name, text)}”."] = None
    return list(sentences)


def _typed(workshop: Workshop, found: Rehearsal) -> Iterator[tuple[str, str]]:
    """Everything that people typed and the debrief tells, each after what it is."""
    for played in found.played.values():
        inject = found.inject(played.inject)
        if inject is None or played.how == "skipped" or not inject.for_everyone:
            continue
        yield "what the group did", played.response
        if inject.id in found.written:
            yield "the news", inject.text
    for put in found.decisions.values():
        yield "the decision", put.text
        yield "the reasons", put.reasons
        about = latest_round(workshop, put.id)
        if about is not None and about.result is not None:
            for position in about.standing().values():
                yield _SAID_AS.get(position.code, "the words"), position.text
    for strain in found.strains.values():
        yield "the moment", strain.moment
    for _, answer in found.answers:
        yield "the answer", answer
    for lesson in found.lessons:
        yield "the lesson", lesson.text
    for change in found.changes.values():
        yield "the change", change.text
    yield "the reason why nothing changes", found.unchanged


_SAID_AS = {
    "reservation": "the reservation",
    "stand_aside": "the words of whoever stands aside",
    "need_more": "the question",
    "object": "the objection",
}
_AROUND = 96
_FORMS_OF_ADDRESS = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady")
) | {"cllr", "councillor", "rev", "reverend", "alderman", "the", "de", "van", "von", "of"}


@dataclass(frozen=True, slots=True)
class Known:
    """By what a person can be known: the name whole, a word of it as it is written, the job."""

    whole: tuple[re.Pattern[str], ...]
    words: re.Pattern[str] | None
    job: re.Pattern[str] | None

    @classmethod
    def of(cls, member: Member, parts: set[str]) -> "Known":
        whole = [name for name in (member.name, member.instead_of) if name.strip()]
        words = [word.strip(".,()") for word in member.name.split()]
        telling = [w for w in words if len(w) > 2 and w.casefold() not in _FORMS_OF_ADDRESS]
        job = "" if member.role.casefold() in parts else member.role
        return cls(
            tuple(re.compile(_alone(name), re.IGNORECASE) for name in whole),
            re.compile("|".join(map(_alone, telling))) if telling else None,
            re.compile(_alone(job), re.IGNORECASE) if job.strip() else None,
        )

    def found_in(self, text: str) -> str:
        """What of the person stands in a text; nothing where nothing does."""
        tried = (*self.whole, self.words, self.job)
        found = (pattern.search(text) for pattern in tried if pattern)
        return next((match.group() for match in found if match), "")

    def name_among(self, texts: list[str], ours: list[str]) -> str:
        """What of the name alone stands in some texts; nothing where nothing does.

        Within the names of `ours`, a word of it is no hint: Church Street is not Grace Church.
        """
        hidden = re.compile(
            "|".join(map(_alone, filter(str.strip, ours))) or r"(?!)", re.IGNORECASE
        )
        for text in texts:
            tried = [(pattern, text) for pattern in self.whole]
            tried += [(self.words, hidden.sub(" ", text))] if self.words else []
            for pattern, where in tried:
                if found := pattern.search(where):
                    return found.group()
        return ""


def _alone(words: str) -> str:
    """A pattern for words that stand for themselves and not within others."""
    return rf"(?<!\w){re.escape(one_line(words))}(?!\w)"


def _round(name: str, text: str) -> str:
    """The text, or so much of it as stands round a name."""
    if len(text) <= _AROUND:
        return text.rstrip(".")
    start = max(0, text.index(name) - _AROUND // 2)
    end = start + _AROUND
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"
