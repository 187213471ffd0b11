"""The story of a pack: title, content note, situation, and what hangs on it."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from facilitator.guide import ScenarioPack
from ui.packs.changing import Change
from ui.packs.fields import Fields, ListField, LongField, ShortField
from ui.packs.section import Section, put


class StorySection(Section):
    """The words that the room is told at the start, and those for the check-ins."""

    name = "story"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {
            "title": ShortField("Title", "Such as Ward 9", self),
            "content_note": ShortField(
                "It touches on",
                "Such as: drug use. “None” if nothing is hard",
                self,
            ),
            "situation": LongField("Situation", self, tall=104),
            "facts": ListField("Facts", self, tall=92),
            "stakes": ListField("At stake", self, tall=92),
            "dilemmas": ListField("Dilemmas", self, tall=60),
            "accountability_limits": ListField("Where our power ends", self, tall=60),
            "observer_tasks": ListField("Tasks for observers", self, tall=92),
            "check_in_before": ShortField("Check-in before", "", self),
            "check_in_after": ShortField("Check-in after", "", self),
        }
        form = Fields(self)
        form.add_line((self._fields["title"], 10), (self._fields["content_note"], 11))
        form.add_line((self._fields["situation"], 1), note="what the room is told, in a minute")
        form.add_line((self._fields["facts"], 1), (self._fields["stakes"], 1), note="one a line")
        form.add_line(
            (self._fields["dilemmas"], 1),
            (self._fields["accountability_limits"], 1),
            note="one a line",
        )
        form.add_line(
            (self._fields["observer_tasks"], 1), note="one a line; seen by observers only"
        )
        form.add_line((self._fields["check_in_before"], 1))
        form.add_line((self._fields["check_in_after"], 1))
        self.column.addWidget(form)
        self.column.addStretch(1)
        for name, field in self._fields.items():
            self.on_words(field, partial(_says, name), name)

    def fields(self) -> dict[str, QWidget]:
        """The fields by their names in the pack."""
        return self._fields

    def show_all(self, pack: ScenarioPack) -> None:
        """Put the story into the fields."""
        for name, field in self._fields.items():
            put(field, getattr(pack, name))


def _says(name: str, value: object) -> Change:
    return lambda pack: replace(pack, **{name: value})
