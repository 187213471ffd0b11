"""Words laid aside while they were being typed: they wait for whoever they were typed about."""

from dataclasses import dataclass

from facilitator.rounds import Round
from facilitator.wording import shortened
from ui.stages.ledger.matters import Matter
from ui.stages.ledger.words import Said

_LONGEST = 300


@dataclass(frozen=True)
class Place:
    """Where words are typed: about which subject, and in which round of it, open or locked."""

    subject: str
    round: str
    is_open: bool


def place_of(subject: str, current: Round | None) -> Place:
    """The place of words that are typed about a subject while this is its newest round."""
    return Place(subject, current.id if current else "", current is not None and current.is_open)


_Key = tuple[Place, str, str]


class LaidAside:
    """What was typed and neither kept nor left, by place, organisation and question.

    And for each subject the matter that was open when another subject was taken in hand: with the
    first in hand again it is asked again, where its round still stands as it did.
    """

    def __init__(self) -> None:
        self._words: dict[_Key, Said] = {}
        self._open: dict[str, tuple[Place, Matter]] = {}

    def lay(self, place: Place, matter: Matter, said: Said) -> None:
        """Keep what was typed about a matter; what stood there from the first is not typed."""
        key = _key(place, matter)
        if said == matter.question.said:
            self._words.pop(key, None)
        else:
            self._words[key] = said

    def leave_open(self, place: Place, matter: Matter) -> None:
        """Ask this matter again when its subject comes back."""
        if _key(place, matter) in self._words:
            self._open[place.subject] = (place, matter)

    def words(self, place: Place, matter: Matter) -> Said | None:
        """What was typed about a matter; None when nothing was."""
        return self._words.get(_key(place, matter))

    def forget(self, place: Place, matter: Matter) -> None:
        """It was kept, or left on purpose."""
        self._words.pop(_key(place, matter), None)

    def open_again(self, place: Place) -> tuple[Matter | None, str]:
        """The matter to ask again here; or, where its round is another now, what was typed."""
        before, matter = self._open.pop(place.subject, (place, None))
        if matter is None or before == place:
            return matter, ""
        said = self._words.pop(_key(before, matter), Said())
        typed = " · ".join(each for each in (said.words, said.would_work, said.why) if each)
        return None, shortened(typed, _LONGEST)


def _key(place: Place, matter: Matter) -> _Key:
    return place, matter.organisation, matter.question.text
