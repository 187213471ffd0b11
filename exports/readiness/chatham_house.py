"""That nobody is named in a document, and where known names stood in words and were replaced."""

from collections.abc import Iterator

from exports.readiness.remark import Remark
from facilitator.veil import hidden_in
from facilitator.wording import joined
from facilitator.workshop import Workshop

_WORDS = {
    "contributions": "cards",
    "themes": "themes",
    "drafts": "drafts of the purpose",
    "values": "values",
    "rounds": "positions",
    "commitments": "commitments",
    "car_park": "the car park",
    "authorities": "what each may agree to",
    "rehearsals": "the rehearsal",
    "next_steps": "next steps",
    "assents": "assents",
    "interests": "interests",
    "apologies": "apologies",
}


def unnamed(workshop: Workshop) -> Iterator[Remark]:
    """What to know of a document under the Chatham House Rule; no name stands in it either."""
    if not workshop.chatham_house:
        return
    where = hidden_in(workshop)
    said = "No person and no organisation is named in it. Those who sign write for whom by hand."
    if where:
        texts = sum(where.values())
        places = joined(list(dict.fromkeys(_WORDS.get(noun, "other words") for noun in where)))
        many = "in 1 text" if texts == 1 else f"in {texts} texts"
        said += (
            f" Known names stood {many} ({places}) and were replaced. Read those again: a nickname "
            "or a telling detail is not noticed."
        )
    yield Remark("The Chatham House Rule holds", said, "look")
