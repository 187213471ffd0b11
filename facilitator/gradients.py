"""Kaner's gradients of agreement: another scale on which an organisation may say where it stands.

Source: Sam Kaner, Facilitator's Guide to Participatory Decision-Making. Each gradient stands for
one of the seven positions, in which rounds are counted; "serious disagreement" stands for none of
them, so the organisation is asked which it means.
"""

from typing import Literal, get_args

Gradient = Literal[
    "",
    "endorsement",
    "minor_contention",
    "reservations",
    "abstain",
    "more_discussion",
    "dislike_but_support",
    "serious_disagreement",
    "veto",
]
"""What was said on the scale; empty where nothing was."""

GRADIENTS: tuple[Gradient, ...] = get_args(Gradient)[1:]
"""The eight, in the order of the keys 1 to 8."""

SAID: dict[Gradient, str] = {
    "endorsement": "Endorsement",
    "minor_contention": "Minor contention",
    "reservations": "Agreement with reservations",
    "abstain": "Abstain",
    "more_discussion": "More discussion needed",
    "dislike_but_support": "Don’t like it, but will support it",
    "serious_disagreement": "Serious disagreement",
    "veto": "Veto",
}
"""The gradients in words."""

MEANT: dict[Gradient, tuple[str, ...]] = {
    "endorsement": ("agree",),
    "minor_contention": ("agree",),
    "reservations": ("reservation",),
    "abstain": ("abstain",),
    "more_discussion": ("need_more",),
    "dislike_but_support": ("reservation",),
    "serious_disagreement": ("reservation", "stand_aside", "need_more", "object"),
    "veto": ("object",),
}
"""The positions that a gradient may stand for; where there are several, the organisation says."""
