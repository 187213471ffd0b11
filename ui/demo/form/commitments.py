"""Commitments in a workshop file, joint budget lines, and the paper's control block."""

import datetime
from typing import Literal

from ui.demo.form.words import Section, status_of


class ReviewSaid(Section, frozen=True, kw_only=True):
    """How a commitment stood on a date."""

    date: datetime.date
    status: str
    latest: str | int | float | None = None

    def __post_init__(self) -> None:
        status_of(self.status)


class CommitmentSaid(Section, frozen=True, kw_only=True):
    """A promise."""

    text: str
    lead_org: str
    id: str = ""
    owner: str = ""
    due: datetime.date | None = None
    measure: str = ""
    authority_needed: str = ""
    supported_by: tuple[str, ...] = ()
    review: ReviewSaid | None = None


class BudgetSaid(Section, frozen=True, kw_only=True):
    """A joint line: whole pounds by organisation."""

    name: str
    contributors: dict[str, int]
    kind: Literal["aligned", "pooled"] = "aligned"
    host: str = ""
    legal_basis: str = ""


class Control(Section, frozen=True, kw_only=True):
    """The agreement's reference, version and owner."""

    reference: str = ""
    version: str = ""
    owner: str = ""


class Told(Section, frozen=True, kw_only=True):
    """The public statement in the group's own words."""

    text: str = ""
