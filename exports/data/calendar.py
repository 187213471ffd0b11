"""The dates of a workshop for calendars: iCalendar (RFC 5545) through the library of that name."""

import datetime
from collections.abc import Iterator

from icalendar import Calendar, Event

from exports.data.tables import quotes_nobody
from exports.text import one_line
from facilitator.workshop import Workshop

_HOST = "facilitator"


def calendar(workshop: Workshop, made: datetime.datetime) -> bytes:
    """Due dates, the review, the ratifying meeting and what is taken up again, as days.

    The same workshop and moment give the same bytes; an entry keeps its identity, so that a
    calendar that takes it in again puts it right.
    """
    group = workshop.about.group or "Facilitator"
    found = Calendar()
    found.add("prodid", "-//Facilitator//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", one_line(f"{group}: {workshop.about.title}"))
    stamp = made.astimezone(datetime.UTC).replace(microsecond=0)
    for key, day, summary, more in _days(workshop):
        event = Event()
        event.add("uid", f"{key}@{_HOST}")
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + datetime.timedelta(days=1))
        event.add("summary", one_line(summary))
        if more:
            event.add("description", more)
        event.add("transp", "TRANSPARENT")
        found.add_component(event)
    return bytes(found.to_ical())


def _days(workshop: Workshop) -> Iterator[tuple[str, datetime.date, str, str]]:
    """Key, day, what, more about it."""
    hidden = quotes_nobody(workshop)
    for each in workshop.commitments.values():
        who = workshop.organisation_name(each.organisation)
        owner = "" if hidden else f", {workshop.person(each.owner)}"
        if day := _day(each.due):
            yield each.id, day, f"Due: {each.text}", f"{who}{owner}. Measure: {each.measure}"
    for step in workshop.next_steps.values():
        if day := _day(step.due):
            yield step.id, day, f"Next: {step.text}", "" if hidden else workshop.person(step.owner)
    for value in workshop.values.values():
        ending = value.ending
        if ending is not None and ending.kind == "parked" and (day := _day(ending.return_by)):
            yield value.id, day, f"Taken up again: {value.title}", ending.reason
    for parked in workshop.car_park.values():
        if not parked.outcome and (day := _day(parked.back_at)):
            yield parked.id, day, f"Taken up again: {parked.text}", parked.destination
    paper, first = workshop.paper, next(iter(workshop.organisations), "workshop")
    if day := _day(paper.ratify_on):
        yield f"ratify-{first}", day, "The agreement goes to the meeting", paper.reference
    if day := _day(paper.review_on):
        yield f"review-{first}", day, "Review of the agreement", paper.reference


def _day(date: str) -> datetime.date | None:
    """A date (ISO 8601); nothing where somebody wrote it in words."""
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
