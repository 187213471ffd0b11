"""What is said of a document before it is written, and where that is mended."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Weight: TypeAlias = Literal["send_back", "look"]
"""Whether a board secretary would send the paper back for it, or somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be mended: a stage, a step of it, and what to take in hand there.

    `focus` is the id of a value, a draft of the purpose or a rehearsal.
    """

    stage: str
    step: str = ""
    focus: str = ""

    def at(self, focus: str) -> "Place":
        """The same place with something in hand."""
        return replace(self, focus=focus)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know: in a few words, then what happens if it is left as it is."""

    what: str
    more: str
    weight: Weight = "look"
    place: Place | None = None


FRONT_PAGE = Place("agreement", "close")
ASSENT = Place("agreement", "assent")
WHO_IS_HERE = Place("gather", "who-is-here")
HOW_WE_DECIDE = Place("gather", "rule")
PURPOSE = Place("purpose", "draft")
CONSENT = Place("purpose", "positions")
WORDING = Place("values", "propose")
BEHAVIOURS = Place("values", "behaviours")
ROUNDS = Place("values", "rounds")
PRICES = Place("values", "price-check")
PROMISES = Place("commitments", "make-it-hold")
FIRST_DRAFTS = Place("commitments", "first-drafts")
REHEARSAL = Place("rehearsal", "debrief")
CHANGES = Place("rehearsal", "change")
PLACES = (
    FRONT_PAGE, ASSENT, WHO_IS_HERE, HOW_WE_DECIDE, PURPOSE, CONSENT, WORDING, BEHAVIOURS, ROUNDS,
    PRICES, PROMISES, FIRST_DRAFTS, REHEARSAL, CHANGES,
)  # fmt: skip
"""Every place to which a remark leads; each must be in the guide."""
