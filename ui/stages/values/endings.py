"""What can be done to a value besides a round: amend, park, merge, withdraw, reopen, propose."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.days import example_day
from facilitator.events import Event
from facilitator.rounds import latest_round
from facilitator.stages.values import (
    Value,
    amend,
    clarify,
    merge_value,
    on_the_table,
    park_value,
    propose,
    reopen_value,
    standing,
    withdraw_value,
)
from facilitator.trio import is_a_wording, trio_back
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.values.forms import Field

Answers = dict[str, str]

_NOTHING = ("nothing", "nothing yet")
"""What a trio says that came back with empty hands."""
_CONSENT = (("no", "not asked yet"), ("yes", "both consent"))


@dataclass(frozen=True)
class Intent:
    """A question, the fields that answer it, the word on the button, and what then is done."""

    question: str
    fields: tuple[Field, ...]
    keep: str
    act: Callable[[Answers], Event | None]


def organisations(workshop: Workshop) -> tuple[tuple[str, str], ...]:
    """The organisations to choose from, by name; after a word for none of them."""
    return (("", "nobody named"), *((o.id, o.short) for o in workshop.organisations.values()))


def propose_fields(workshop: Workshop) -> tuple[Field, ...]:
    """What is asked about a new value."""
    return (
        Field("title", "The value", half=True, hint="In a few words"),
        Field("by", "Proposed by", choices=organisations(workshop), half=True),
        Field("wording", "In a sentence", hint="We …  (may wait until the rounds)"),
        Field("meaning", "What it means", half=True, hint="In one sentence"),
        Field("test_day", "The day that tests it", half=True, hint="What would go wrong?"),
    )


def propose_value(desk: Desk, said: Answers) -> Event | None:
    """Propose a value, with what it means where that was said, and take it in hand."""
    made = desk.do(
        propose,
        said["title"],
        said["wording"],
        proposed_by=said["by"],
        test_day=said["test_day"].strip(),
        meaning=said["meaning"],
    )
    if made is not None:
        desk.focus_on(value=made.id)
    return made


def proposing(desk: Desk) -> Intent:
    """Propose another value."""
    fields = propose_fields(desk.workshop)
    return Intent("Propose a value", fields, "Propose", lambda said: propose_value(desk, said))


def correcting(desk: Desk, value: Value) -> Intent:
    """Put a value right. Its wording is corrected only while nobody has taken a position on it."""
    workshop = desk.workshop
    asked = latest_round(workshop, value.id) is not None
    wording = Field("wording", "In a sentence", value.wording)
    fields = (
        Field("title", "The value", value.title, half=True),
        Field("by", "Proposed by", value.proposed_by, choices=organisations(workshop), half=True),
        *(() if asked else (wording,)),
        Field("test_day", "The day that tests it", value.test_day),
    )

    def act(said: Answers) -> Event | None:
        return desk.do(
            propose,
            said["title"],
            said.get("wording", value.wording),
            proposed_by=said["by"],
            test_day=said["test_day"].strip(),
            value_id=value.id,
        )

    return Intent(f"Correct “{value.title}”", fields, "Keep", act)


def amending(desk: Desk, value: Value) -> Intent:
    """Put a new wording forward; what a trio brought back stands in the form already.

    It stands where the wording goes when it is one, else as the reason, for somebody to write in.
    """
    workshop = desk.workshop
    last, back = latest_round(workshop, value.id), trio_back(workshop, value.id)
    written = last is not None and last.wording != value.wording
    brought = back.brought if back is not None and not written else ""
    if brought.casefold().strip(" .!…") in _NOTHING:
        brought = ""
    worded = bool(brought) and is_a_wording(brought, value.wording)
    why = f"A trio brought back: {brought}" if brought and not worded else ""
    why = "A trio brought it back" if worded else why
    fields = (
        Field("wording", "The new wording", brought if worded else value.wording, tall=True),
        Field("by", "Amended by", choices=organisations(workshop)),
        Field("why", "Why", why, hint="What it answers, in a few words"),
    )

    def act(said: Answers) -> Event | None:
        return desk.do(amend, value.id, said["wording"], by=said["by"], why=said["why"])

    return Intent(f"Amend the wording of “{value.title}”", fields, "Amend", act)


def parking(desk: Desk, value: Value) -> Intent:
    """Park a value with an owner, a question and a date."""
    workshop = desk.workshop
    people = tuple(
        (m.id, f"{m.label}, {workshop.organisation_name(m.organisation)}")
        for m in workshop.members.values()
    )
    fields = (
        Field("owner", "Who brings it back", choices=people, free=True),
        Field("question", "The open question"),
        Field("date", "Back by", hint=example_day(desk.today())),
    )

    def act(said: Answers) -> Event | None:
        return desk.do(
            park_value,
            value.id,
            said["owner"],
            said["question"],
            iso_date(said["date"], desk.today()),
            today=desk.today(),
        )

    return Intent(f"Park “{value.title}”", fields, "Park", act)


def can_take(workshop: Workshop, value: Value) -> list[Value]:
    """The other values that this one could be merged into."""
    gone = ("parked", "merged", "withdrawn")
    others = [v for v in on_the_table(workshop) if v.id != value.id]
    return [v for v in others if standing(workshop, v.id) not in gone]


def merging(desk: Desk, value: Value) -> Intent:
    """Merge a value into another, once both proposers have been asked."""
    others = tuple((v.id, v.title) for v in can_take(desk.workshop, value))
    fields = (
        Field("into", "Into", choices=others, half=True),
        Field("consent", "Both proposers", choices=_CONSENT, half=True),
        Field("why", "Why"),
    )

    def act(said: Answers) -> Event | None:
        consented: tuple[str, ...] = ()
        other = desk.workshop.values.get(said["into"])
        if said["consent"] == "yes" and other is not None:
            consented = (value.proposed_by, other.proposed_by)
        return desk.do(merge_value, value.id, said["into"], said["why"], consented)

    return Intent(f"Merge “{value.title}” into another value", fields, "Merge", act)


def withdrawing(desk: Desk, value: Value) -> Intent:
    """Withdraw a value; only its proposer may."""
    choices = organisations(desk.workshop)
    fields = (
        Field("by", "Withdrawn by", value.proposed_by, choices=choices),
        Field("reason", "Why"),
    )

    def act(said: Answers) -> Event | None:
        return desk.do(withdraw_value, value.id, said["by"], said["reason"])

    return Intent(f"Withdraw “{value.title}”", fields, "Withdraw", act)


def reopening(desk: Desk, value: Value) -> Intent:
    """Put a value back on the table, for a reason."""
    fields = (Field("reason", "Why", hint="The reason is recorded"),)

    def act(said: Answers) -> Event | None:
        return desk.do(reopen_value, value.id, said["reason"])

    return Intent(f"Reopen “{value.title}”", fields, "Reopen", act)


def clarifying(desk: Desk, value: Value) -> Intent:
    """Say what a value means."""
    fields = (Field("meaning", "In one sentence", value.meaning),)

    def act(said: Answers) -> Event | None:
        return desk.do(clarify, value.id, said["meaning"])

    return Intent(f"What does “{value.title}” mean?", fields, "Keep", act)
