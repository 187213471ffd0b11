"""The dates of a workshop for calendars: iCalendar (RFC 5545) through the library of that name."""

import datetime
import uuid
from collections.abc import Iterator

from icalendar import Calendar, Event

from exports.data.table import owner, quotes_nobody
from exports.text import clean, one_line
from facilitator.veil import veiled
from facilitator.workshop import Workshop

_OURS = uuid.UUID("5f0c1f0e-7d0b-5d0e-9a43-6b2f1c7f5e11")
_OVER = ("done", "dropped")


def calendar(workshop: Workshop, made: datetime.datetime) -> bytes:
    """Due dates, the review, the ratifying meeting and what is taken up again, as days.

    The same workshop and moment give the same bytes; an entry keeps its identity, so that a
    calendar that takes it in again puts it right.
    """
    workshop = veiled(workshop)
    group = workshop.about.group or "Facilitator"
    found = Calendar()
    found.add("prodid", "-//Facilitator//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", one_line(f"{group}: {workshop.about.title}"))
    stamp = made.astimezone(datetime.UTC).replace(microsecond=0)
    for key, day, summary, more in _days(workshop):
        event = Event()
        # By the group as well: two workshops may both have a commitment “C1”.
        event.add("uid", str(uuid.uuid5(_OURS, f"{group} {workshop.about.date} {key}")))
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + datetime.timedelta(days=1))
        event.add("summary", one_line(summary))
        if more:
            event.add("description", clean(more))
        event.add("transp", "TRANSPARENT")
        found.add_component(event)
    return bytes(found.to_ical())


def _days(workshop: Workshop) -> Iterator[tuple[str, datetime.date, str, str]]:
    """Key, day, what, more about it; what is over already is not in it."""
    for each in workshop.commitments.values():
        if each.status not in _OVER and (day := _day(each.due)):
            who = "" if quotes_nobody(workshop) else workshop.organisation_name(each.organisation)
            named = ", ".join(filter(None, (who, owner(workshop, each.owner))))
            more = ". ".join(filter(None, (named, f"Measure: {each.measure}")))
            yield f"due {each.id}", day, f"Due: {each.text}", more
    for step in workshop.next_steps.values():
        if day := _day(step.due):
            yield f"next {step.id}", day, f"Next: {step.text}", owner(workshop, step.owner) or ""
    for value in workshop.values.values():
        ending = value.ending
        if ending is not None and ending.kind == "parked" and (day := _day(ending.return_by)):
            yield f"value {value.id}", day, f"Taken up again: {value.title}", ending.reason
    for parked in workshop.car_park.values():
        if not parked.outcome and (day := _day(parked.back_at)):
            yield f"parked {parked.id}", day, f"Taken up again: {parked.text}", parked.destination
    paper = workshop.paper
    if paper.ratified is None and (day := _day(paper.ratify_on)):
        yield "ratify", day, "The agreement goes to the meeting", paper.reference
    if day := _day(paper.review_on):
        yield "review", day, "Review of the agreement", paper.reference


def _day(date: str) -> datetime.date | None:
    """A date (ISO 8601); nothing where somebody wrote it in words."""
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
