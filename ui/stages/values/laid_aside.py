"""Forms laid aside while they were being filled: they wait for the value that they are about."""

from dataclasses import dataclass

from facilitator.rounds import latest_round
from facilitator.stages.values import standing
from facilitator.wording import shortened
from facilitator.workshop import Workshop
from ui.stages.values.endings import Answers, Intent

_LONGEST = 300


@dataclass(frozen=True)
class Place:
    """What a form is about: a value as it stands, its wording, and its newest round."""

    value: str = ""
    standing: str = ""
    wording: str = ""
    round: str = ""


def place_of(workshop: Workshop, value: str) -> Place:
    """The place of a form about a value now; without one, of a form about none."""
    found = workshop.values.get(value)
    if found is None:
        return Place()
    last = latest_round(workshop, value)
    return Place(value, standing(workshop, value), found.wording, last.id if last else "")


class FormsLaidAside:
    """What was typed into forms that were neither kept nor left, by place and question.

    And for each value the form that was open when another value was taken in hand.
    """

    def __init__(self) -> None:
        self._typed: dict[tuple[Place, str], Answers] = {}
        self._open: dict[str, tuple[Place, Intent]] = {}

    def lay(self, place: Place, intent: Intent, answers: Answers) -> None:
        """Keep what was typed, to be opened again with its value."""
        self._typed[place, intent.question] = answers
        self._open[place.value] = (place, intent)

    def typed(self, place: Place, intent: Intent) -> Answers | None:
        """What was typed into this form here; None when nothing was."""
        found = self._typed.get((place, intent.question))
        names = {field.name for field in intent.fields}
        return found if found is not None and found.keys() == names else None

    def forget(self, place: Place, intent: Intent) -> None:
        """It was kept, or left on purpose."""
        self._typed.pop((place, intent.question), None)
        if self._open.get(place.value) == (place, intent):
            del self._open[place.value]

    def open_again(self, place: Place) -> tuple[Intent | None, str]:
        """The form to open again here; or, where the value has moved on, what was typed."""
        before, intent = self._open.pop(place.value, (place, None))
        if intent is None or before == place:
            return intent, ""
        answers = self._typed.pop((before, intent.question), {})
        words = [
            answers.get(field.name, "")
            for field in intent.fields
            if (field.free or not field.choices) and answers.get(field.name, "") != field.value
        ]
        return None, shortened(" · ".join(each for each in words if each), _LONGEST)
