"""What happened, as the desk knows it: for what has to be read from events, not from the state."""

from facilitator.effect import taken_back
from facilitator.events import Event
from ui.desk import Desk, PastDesk


def what_stands(desk: Desk) -> list[Event]:
    """What happened, without what was taken back; for a desk in the past, up to its moment."""
    if isinstance(desk, PastDesk):
        stops = desk.history.stops
        return [e.event for e in desk.history.entries[: stops[desk.stop] + 1 if stops else 0]]
    entries = desk.session.history.entries
    gone = taken_back(entries)
    return [entry.event for entry in entries if entry.id not in gone]
