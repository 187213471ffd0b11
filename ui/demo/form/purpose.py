"""Purpose in a workshop file: contributions, themes, statements, the last round, shared words."""

from typing import Literal

import msgspec

from ui.demo.form.rounds import RoundSaid
from ui.demo.form.words import Section, plain


class OnlyUs(Section, frozen=True, kw_only=True):
    """The three answers of the only-we test."""

    alone_can: bool
    hold_levers: bool
    would_be_missed: bool


class Card(Section, frozen=True, kw_only=True):
    """A contribution. Where `attribute_in_export` is false, its author is to be held nowhere."""

    text: str
    id: str = ""
    session: str = ""
    prompt: str = ""
    by: str = ""
    cluster: str = ""
    attribute_in_export: bool = True
    only_us_test: OnlyUs | None = None
    outcome: str = "kept"


class Signing(Section, frozen=True, kw_only=True):
    """Whether another board would sign a statement, and what was said of it."""

    would_sign: bool = False
    reason: str = ""


class Defending(Section, frozen=True, kw_only=True):
    """Whether an organisation will defend the purpose outside, and why not yet."""

    org: str
    will_defend: bool
    reason: str = ""


class Statement(Section, frozen=True, kw_only=True):
    """A draft of the purpose, and what became of it.

    `another_board` and `would_stop` are what was asked before it was adopted, where a file says.
    """

    text: str
    verdict: str = ""
    why: str = ""
    another_board: Signing | None = None
    would_stop: tuple[str, ...] = ()

    @property
    def put_aside(self) -> Literal["", "rejected", "amended"]:
        """How it was put aside; nothing for the one that was decided on."""
        match plain(self.verdict):
            case "rejected":
                return "rejected"
            case "amended":
                return "amended"
        return ""


class PurposeSaid(Section, frozen=True, kw_only=True):
    """Prompts and themes by id, contributions, statements and the round on the last of them."""

    prompts: dict[str, str] = msgspec.field(default_factory=dict)
    clusters: dict[str, str] = msgspec.field(default_factory=dict)
    contributions: tuple[Card, ...] = ()
    statements: tuple[Statement, ...] = ()
    final_round: RoundSaid | None = None


class TermSaid(Section, frozen=True, kw_only=True):
    """A word and how the group agreed to use it."""

    term: str
    use: str


class TermsClock(Section, frozen=True, kw_only=True):
    """What was parked when the ten minutes for words were over."""

    parked: tuple[str, ...] = ()


class UnderstandingSaid(Section, frozen=True, kw_only=True):
    """The words that the group shares; the rest of understanding has no stage yet."""

    terms: tuple[TermSaid, ...] = ()
    terms_timer: TermsClock = TermsClock()
