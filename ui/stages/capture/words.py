"""How attribution is said on the console."""

from facilitator.attribution import WORDS, Choice
from facilitator.workshop import Workshop

STAYS = "What is unattributed stays so: to quote it again, open the card and say who said it."


def forget_words(count: int) -> str:
    """What is asked before cards lose their author."""
    said = "1 card says who said it" if count == 1 else f"{count:,} cards say who said them"
    return (
        f"{said}. Unattributed takes that out of the file for good, and out of every copy that is "
        "brought together with it. It cannot be taken back."
    )


def go_on_words(count: int) -> str:
    """The button that goes on with it."""
    return "Take the name out" if count == 1 else f"Take {count:,} names out"


def step_words(workshop: Workshop, stage: str, question: str) -> str:
    """How the words of a step are quoted."""
    if workshop.chatham_house:
        return "Names: nobody’s, under the Chatham House Rule"
    choice: Choice = workshop.attribution_in.get((stage, question), "")
    return f"Names: {WORDS[choice]} in this step" if choice else "Names: as each has chosen"
