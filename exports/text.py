"""Contributed text made fit to print: nothing that hides, reorders or piles up."""

import re
import unicodedata

MOST_MARKS = 4
"""Combining marks kept on one letter; Vietnamese needs two, pointed Arabic and Hebrew three."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NON_JOINER = "\u200c"
# They choose a picture's colour or the tone of its skin; ours are drawn in the ink of the text.
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400))))
_UNSEEN_KINDS = frozenset(("Cc", "Cf"))


def clean(text: str) -> str:
    """The text in NFC, without control, zero-width and direction-changing characters.

    Line ends of every kind become `\\n` and other spaces a space (the no-break space stays). The
    zero-width non-joiner stays between Arabic letters, where Persian and Urdu spell with it.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    kept: list[str] = []
    marks = 0
    for at, char in enumerate(text):
        kind = unicodedata.category(char)
        if char in _SELECTORS:
            continue
        if kind in ("Mn", "Me"):
            marks += 1
            if marks > MOST_MARKS:
                continue
        else:
            marks = 0
        if kind == "Zs" and char not in "\u00a0\u202f":
            kept.append(" ")
        elif kind == "Cs":
            kept.append("\ufffd")
        elif char == _NON_JOINER:
            if is_arabic(text[at - 1 : at]) and is_arabic(text[at + 1 : at + 2]):
                kept.append(char)
        elif char == "\n" or kind not in _UNSEEN_KINDS:
            kept.append(char)
    return "".join(kept)


def is_arabic(char: str) -> bool:
    """Whether the character is a letter or a mark of the Arabic script."""
    return (
        "\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" or "\ufb50" <= char <= "\ufefc"
    )


def one_line(text: str) -> str:
    """The words with every stretch of white space as one space, for comparing and for titles."""
    return " ".join(text.split())
