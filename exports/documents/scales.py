"""On which scale positions were taken: said of the rounds in which it was so, and of no other."""

from facilitator.rounds import Round, rounds_about
from facilitator.stages import purpose
from facilitator.stages.values import on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop

_SCALE = "Kaner’s eight gradients of agreement"


def on_gradients(about: Round) -> bool:
    """Whether anybody said on Kaner's scale where it stands in a round."""
    return any(position.gradient for position in about.standing().values())


def scale_in_words(workshop: Workshop) -> str:
    """In which of the rounds printed here the gradients were used; nothing where in none."""
    found = [(title, about) for title, every in _rounds(workshop) for about in every]
    used = [(title, about) for title, about in found if on_gradients(about)]
    if not used:
        return ""
    counted = f"positions were taken on {_SCALE}, and counted as the positions that they stand for."
    if len(used) == len(found):
        return f"In every round {counted}"
    others = "In every other round each organisation took its position as it is named here."
    return f"In {joined(_named(used))} {counted} {others}"


def mixed(workshop: Workshop) -> bool:
    """Whether some of the rounds printed here used the gradients and some did not."""
    used = {on_gradients(about) for _, every in _rounds(workshop) for about in every}
    return len(used) > 1


def _rounds(workshop: Workshop) -> list[tuple[str, list[Round]]]:
    """The locked rounds on the purpose and on each value, with what they were about."""
    found = purpose.adopted(workshop)
    subjects = [(found.id, "the purpose")] if found else []
    subjects += [(v.id, f"“{v.title}”") for v in on_the_table(workshop)]
    return [
        (title, [each for each in rounds_about(workshop, subject) if each.result is not None])
        for subject, title in subjects
    ]


def _named(used: list[tuple[str, Round]]) -> list[str]:
    """ "round 1 on the purpose", "rounds 1 and 2 on “City first”"."""
    numbers: dict[str, list[str]] = {}
    for title, about in used:
        numbers.setdefault(title, []).append(str(about.number))
    return [
        f"round{'' if len(each) == 1 else 's'} {joined(each)} on {title}"
        for title, each in numbers.items()
    ]
