"""What the room is shown of the feelings: as they stood when the picture was put on the wall."""

from facilitator.stages.rehearsal.feeling import LEAST, Together, together
from facilitator.stages.rehearsal.state import Rehearsal, When
from ui.desk import Felt, Focus


def to_show(focus: Focus, found: Rehearsal) -> Felt:
    """What is put on the wall now, before and after.

    Two means and two counts tell what those put in who came between them. So what was shown once
    is shown again as it stood, until three or more have checked in since; corrections and
    check-ins that were taken out wait as well. Fewer than three told nothing and hold nothing back.
    The last showing is known as long as the app is open.
    """
    last = focus.felt if focus.felt is not None and focus.felt.rehearsal == found.id else None
    before, after = (last.before, last.after) if last else (None, None)
    return Felt(found.id, _next("before", before, found), _next("after", after, found))


def on_the_wall(focus: Focus, found: Rehearsal) -> tuple[Together, Together]:
    """What the room sees, before and after: it never changes while it is on the wall."""
    felt = focus.felt
    if felt is None or felt.rehearsal != found.id:
        return together(found, "before"), together(found, "after")
    return felt.before, felt.after


def _next(when: When, last: Together | None, found: Rehearsal) -> Together:
    now = together(found, when)
    told = last is not None and last.mean is not None
    return last if last is not None and told and now.count < last.count + LEAST else now
