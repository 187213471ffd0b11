"""Which roles a hand gave, read from what happened: it survives a restart and an undo."""

from collections.abc import Iterable

from facilitator.events import Event
from facilitator.history import taken_back
from facilitator.stages.rehearsal.casting import RoleGiven, RolesDrawn
from ui.desk import Desk, PastDesk


def roles_by_hand(events: Iterable[Event], rehearsal: str) -> set[str]:
    """The roles of a rehearsal that were given by hand and that no lot has changed since.

    A role that was freed by hand is in nobody's: the lot may give it.
    """
    given: dict[str, str] = {}
    for event in events:
        if isinstance(event, RoleGiven) and event.rehearsal == rehearsal:
            given[event.role] = event.member
        elif isinstance(event, RolesDrawn) and event.rehearsal == rehearsal:
            drawn = {part.role: part.member for part in event.parts}
            given = {role: who for role, who in given.items() if drawn.get(role) == who}
    return {role for role, member in given.items() if member}


def what_stands(desk: Desk) -> list[Event]:
    """What happened, without what was taken back; for a desk in the past, up to its moment."""
    if isinstance(desk, PastDesk):
        stops = desk.history.stops
        return [e.event for e in desk.history.entries[: stops[desk.stop] + 1 if stops else 0]]
    entries = desk.session.history.entries
    gone = taken_back(entries)
    return [entry.event for entry in entries if entry.id not in gone]
