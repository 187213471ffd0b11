"""Whether a sentence names somebody with `@`: what stands after the sign, and what to ask of it."""

from dataclasses import dataclass

from ui.stages.capture.offers import Choice, best

LONGEST_NAME = 60
_IN_THE_MIDDLE = 3
"""How well a choice answers (`Choice.answers`) that only has the letters somewhere inside."""


@dataclass(frozen=True)
class Mark:
    """A sign, `@` or `#`, and what was typed after it: where it begins, and how it reads."""

    start: int
    word: str

    @property
    def sign(self) -> str:
        """`@` or `#`."""
        return self.word[:1]

    @property
    def name(self) -> str:
        """What was typed after the sign."""
        return self.word[1:].strip()


def mark_before(text: str, cursor: int) -> Mark | None:
    """The last mark before the cursor; it stands after a space.

    None when there is none, as in a mail address, or when a space follows the sign.
    """
    before = text[:cursor]
    start = max(before.rfind("@"), before.rfind("#"))
    if start < 0 or (start and not before[start - 1].isspace()):
        return None
    word = before[start:]
    return None if word[1:2].isspace() or len(word) > LONGEST_NAME else Mark(start, word)


def named(choices: list[Choice], typed: str) -> Choice | None:
    """Who was named in full, when no longer name begins so, or by key.

    A name in full comes before a key.
    """
    name = typed.casefold().strip()
    begins = [c for c in choices if c.label.casefold().startswith(name)]
    if any(choice.is_called(name) for choice in begins):
        return begins[0] if len(begins) == 1 else None
    return next((choice for choice in choices if name and choice.handle == name), None)


def only_inside(found: list[Choice], typed: str) -> bool:
    """Whether no name begins with what was typed: too little to put words in a mouth."""
    fits = found[0].answers(typed) if found else None
    return fits is not None and fits >= _IN_THE_MIDDLE


def doubt(choices: list[Choice], text: str) -> str:
    """Why a sentence may not be meant as it stands; nothing when there is no doubt.

    A name that nobody has, at its beginning or at its end, is more likely a slip than words. In
    the middle it is words.
    """
    words = text.split()
    if words[-1] == "@":
        return "Nobody is named after “@”. Type a key or a name, or Enter keeps it as typed."
    for word in (words[-1], words[0]):
        if word[0] != "@" or len(word) == 1:
            continue
        shown = word if len(word) <= LONGEST_NAME else word[: LONGEST_NAME - 1] + "…"
        if best(choices, word[1:]):
            why = f"It is not clear who “{shown}” is, and nobody is named yet."
        else:
            why = f"Nobody here answers to “{shown}”."
        return f"{why} Mend the name, or press Enter again to keep it as typed."
    if text.rfind("@ ") >= 0 and named(choices, text[text.rfind("@ ") + 2 :]):
        return "A space after “@” names nobody. Take it out, or Enter keeps it as typed."
    return ""


def two_named(first: Choice, second: Choice) -> str:
    """What is said when a sentence that has a name is given another at its end."""
    return (
        f"Two are named: {first.label}, and then {second.label}. Press Enter again to keep it as "
        f"said by {second.label}, or @ and a key for somebody else."
    )
