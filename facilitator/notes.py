"""Notes: what a note-taker adds to what was said, and what they keep to themselves.

What somebody says is a contribution, whoever writes it down. A note-taker also marks that words
were read back to whoever said them, and keeps private notes: those travel with the file, so that
they are not lost, and are never on the room's screen nor in any document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from facilitator.board import card_of
from facilitator.events import Event, Refused, new_id
from facilitator.wording import wording

if TYPE_CHECKING:
    from facilitator.workshop import Workshop


class PrivateNote(msgspec.Struct, frozen=True):
    """A note that its writer keeps apart: in a stage and a step, at a local time (ISO 8601)."""

    id: str
    stage: str
    step: str
    text: str
    at: str = ""


class NoteKeptPrivate(Event, frozen=True, tag="note.kept_private"):
    """A note-taker noted something that nobody is shown, or put its words right."""

    for_note_takers = True
    replaces = ("id",)
    says = ("text",)

    id: str
    stage: str
    step: str
    text: str
    at: str = ""

    def apply(self, workshop: Workshop) -> None:
        workshop.private_notes[self.id] = PrivateNote(
            self.id, self.stage, self.step, self.text, self.at
        )


class ContributionReadBack(Event, frozen=True, tag="contribution.read_back"):
    """The words were read back to whoever said them, and they are the words."""

    for_note_takers = True

    id: str

    def apply(self, workshop: Workshop) -> None:
        if found := workshop.contributions.get(self.id):
            workshop.contributions[self.id] = msgspec.structs.replace(found, read_back=True)


def note_privately(
    workshop: Workshop, text: str, stage: str, step: str, at: str = "", note_id: str = ""
) -> NoteKeptPrivate:
    """Keep a private note; with the id of one that is there, put its words right."""
    text = wording(text, "Write the note first.")
    before = workshop.private_notes.get(note_id)
    if before is not None:
        stage, step, at = before.stage, before.step, before.at
    return NoteKeptPrivate(note_id or new_id(), stage, step, text, at)


def read_back(workshop: Workshop, contribution: str) -> ContributionReadBack:
    """Say that words were read back to whoever said them."""
    if card_of(workshop, contribution).read_back:
        raise Refused("Those words were read back already.")
    return ContributionReadBack(contribution)
