"""Gather in a workshop file: the board, its people, its sittings and their interests."""

import datetime

from ui.demo.form.words import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_SITTING,
    Section,
    check_clock,
    time_after,
)


class OrganisationSaid(Section, frozen=True, kw_only=True):
    """A member organisation."""

    id: str
    name: str
    short: str = ""
    org_class: str = "other"
    voting: bool = True
    accountable_to: str = ""


class Quorum(Section, frozen=True, kw_only=True):
    """How many voting organisations must be here, and which classes."""

    min_voting_orgs: int = 1
    must_include: tuple[str, ...] = ()


class DecisionRule(Section, frozen=True, kw_only=True):
    """The rule; a share above 1 is a percentage."""

    id: str = "consent"
    max_rounds: int = 3
    stand_aside_limit: float = 0.25
    quorum: Quorum = Quorum()
    text: str = ""


class Board(Section, frozen=True, kw_only=True):
    """The group, its place, its organisations and its rule."""

    name: str
    title: str = ""
    place: str = ""
    organisations: tuple[OrganisationSaid, ...] = ()
    decision_rule: DecisionRule | None = None
    ratification_meeting: datetime.date | None = None
    review_meeting: datetime.date | None = None


class Person(Section, frozen=True, kw_only=True):
    """Somebody at the table."""

    id: str
    org: str
    role: str = "Member"
    name: str = ""
    substitute: bool = False
    delegated_authority: bool = True


class Attended(Section, frozen=True, kw_only=True):
    """A person's attendance: "present", "apologies", "absent", "left 14:35", "arrived 13:50"."""

    p: str
    status: str = "present"

    def __post_init__(self) -> None:
        known = ("present", "apologies", "absent")
        if self.status.strip().lower() not in known and not (self.arrived or self.left):
            raise ValueError(
                f"status is “{self.status}”; write present, apologies, absent, left 14:35 or "
                "arrived 13:50"
            )

    @property
    def sent_apologies(self) -> bool:
        """Whether they sent apologies instead of coming."""
        return self.status.strip().lower() == "apologies"

    @property
    def came(self) -> bool:
        """Whether they were here at all."""
        return self.status.strip().lower() not in ("apologies", "absent")

    @property
    def arrived(self) -> str:
        """The time at which they came ("13:50"), or nothing when it was at the start."""
        return time_after("arrived|came|joined|from|late", self.status)

    @property
    def left(self) -> str:
        """The time at which they left, or nothing when they stayed."""
        return time_after("left|until", self.status)


class SittingSaid(Section, frozen=True, kw_only=True):
    """One sitting, and who came to it."""

    id: str
    date: datetime.date
    kind: str = ""
    title: str = ""
    start: str = "09:00"
    end: str = ""
    minutes: int = 120
    venue: str = ""
    attendance: tuple[Attended, ...] = ()
    apologies_from_members: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_clock("start", self.start)
        check_clock("end", self.end)
        if not 1 <= self.minutes <= LONGEST_SITTING:
            raise ValueError(f"minutes must be from 1 to {LONGEST_SITTING}")
        if not FIRST_YEAR <= self.date.year <= LAST_YEAR:
            raise ValueError(f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")

    def minute(self, time: str) -> datetime.datetime:
        """A time of its day."""
        hour, minute = map(int, time.split(":"))
        return datetime.datetime.combine(self.date, datetime.time(hour, minute))

    @property
    def starts(self) -> datetime.datetime:
        """When it starts."""
        return self.minute(self.start)

    @property
    def ends(self) -> datetime.datetime:
        """When it ends."""
        length = datetime.timedelta(minutes=self.minutes)
        return self.minute(self.end) if self.end else self.starts + length


class InterestSaid(Section, frozen=True, kw_only=True):
    """A declared interest."""

    p: str
    interest: str
    item: str = ""
    action: str = ""
