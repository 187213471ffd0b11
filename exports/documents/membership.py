"""Who the members are, who was there, whether there was a quorum, and declared interests."""

from exports.blocks import Block, Cell, Column, Heading, Paragraph, Table
from exports.documents.scales import scale_in_words
from facilitator.attendance import Sitting, Stay
from facilitator.days import day_in_words, short_day
from facilitator.decision import CLASSES
from facilitator.explain import rule_in_words
from facilitator.rounds import rounds_about
from facilitator.stages.gather import Interest, Member
from facilitator.stages.values import authority_of
from facilitator.wording import joined
from facilitator.workshop import Workshop

_UNNAMED = (
    "The group met under the Chatham House Rule: what was said may be used, and nobody is named, "
    "neither a person nor an organisation."
)


def membership(workshop: Workshop) -> list[Block]:
    """The member organisations and who spoke for each, in what capacity."""
    if not workshop.organisations:
        return []
    if workshop.chatham_house:
        return [Heading("Who we are"), Paragraph(_UNNAMED, "mute", leads=True), _classes(workshop)]
    columns = (Column("Organisation", 3.2), Column("Who came for it", 4), Column("Vote", 1))
    rows = []
    for organisation in workshop.organisations.values():
        people = [m for m in workshop.members.values() if m.organisation == organisation.id]
        named = tuple(
            m.label + _in_place(m) + ("" if m.authority else ", without delegated authority")
            for m in people
        )
        first, rest = (named[0], named[1:]) if named else ("", ())
        kind = CLASSES.get(organisation.org_class, organisation.org_class)
        rows.append(
            (
                Cell(organisation.name, (kind,)),
                Cell("\n".join((first, *rest)), _authority(workshop, organisation.id)),
                "Yes" if organisation.voting else "No",
            )
        )
    return [Heading("Who we are"), Table(columns, tuple(rows), header_column=True)]


def _classes(workshop: Workshop) -> Table:
    """How many organisations of each class there were, with and without a vote."""
    ours = workshop.organisations.values()
    rows = []
    for kind in sorted({o.org_class for o in ours}):
        votes = [o.voting for o in ours if o.org_class == kind]
        rows.append((CLASSES.get(kind, kind), str(len(votes)), str(sum(votes))))
    columns = (Column("Class", 3), Column("Organisations", 1), Column("With a vote", 1))
    return Table(columns, tuple(rows), header_column=True)


def _in_place(member: Member) -> str:
    """That they are a substitute, and for whom, unless their role says so."""
    if not member.substitute:
        return ""
    if member.instead_of:
        return f", in place of {member.instead_of}"
    return "" if "substitute" in member.label.casefold() else ", substitute"


def _authority(workshop: Workshop, organisation: str) -> tuple[str, ...]:
    """How far it said it could go, and whom it asks about more."""
    said = authority_of(workshop, organisation)
    if said is None:
        return ()
    asks = f"; asks {said.ask.rstrip('.')} by {day_in_words(said.by)}" if said.ask else ""
    return (f"Could agree to: {said.limit.rstrip('.')}{asks}",)


def attendance(workshop: Workshop) -> list[Block]:
    """Who was at each sitting, by organisation, with apologies and minutes of coming and going."""
    held = sittings(workshop)
    if not held or not workshop.organisations:
        return []
    if workshop.chatham_house:
        return [Heading("Attendance", level=3), _counted(workshop, held)]
    columns = (Column("Organisation", 2.4), *(Column(_sitting(s), 2) for s in held))
    rows = tuple(
        (o.short, *(_presence(workshop, o.id, s) for s in held))
        for o in workshop.organisations.values()
    )
    blocks: list[Block] = [
        Heading("Attendance", level=3),
        Table(columns, rows, header_column=True),
    ]
    for sitting in held:
        sent = [w.rstrip(".") for date, _, w in workshop.apologies if date == sitting.date]
        if sent:
            when = day_in_words(sitting.date)
            blocks.append(Paragraph(f"Apologies on {when}: {'; '.join(sent)}.", "small"))
    return blocks


def _counted(workshop: Workshop, held: list[Sitting]) -> Table:
    """How many organisations of each class were at each sitting at any time."""
    ours = workshop.organisations.values()
    rows = []
    for kind in sorted({o.org_class for o in ours}):
        those = [o.id for o in ours if o.org_class == kind]
        counts = (
            sum(_presence(workshop, each, sitting) != "Absent" for each in those)
            for sitting in held
        )
        rows.append((CLASSES.get(kind, kind), *(f"{n} of {len(those)}" for n in counts)))
    columns = (Column("Class", 2.4), *(Column(_sitting(s), 2) for s in held))
    return Table(columns, tuple(rows), header_column=True)


def sittings(workshop: Workshop) -> list[Sitting]:
    """The sittings in order, with a day on which people came that was never put in the diary."""
    known = list(workshop.sittings.values())
    arrivals = sorted(s.arrived for stays in workshop.stays.values() for s in stays)
    days = {a[:10]: a[11:16] for a in reversed(arrivals)}
    known += [
        Sitting(day, "", day, first, "24:00")
        for day, first in days.items()
        if all(s.date != day for s in workshop.sittings.values())
    ]
    return sorted(known, key=lambda s: (s.date, s.start))


def _sitting(sitting: Sitting) -> str:
    day = short_day(sitting.date)
    return f"{sitting.title}, {day}" if sitting.title else day


def _presence(workshop: Workshop, organisation: str, sitting: Sitting) -> str:
    stays = [
        stay
        for m in workshop.members.values()
        if m.organisation == organisation
        for stay in workshop.stays.get(m.id, ())
        if stay.arrived[:10] == sitting.date
    ]
    if not stays:
        return "Absent"
    until = max(_left(stay, sitting) for stay in stays)
    came = min(stay.arrived[11:16] for stay in stays)
    words = "Present" if came <= sitting.start else f"From {came}"
    return words if until >= sitting.end else f"{words} until {until}"


def _left(stay: Stay, sitting: Sitting) -> str:
    return stay.left[11:16] if stay.left else sitting.end


def quorum(workshop: Workshop) -> list[Block]:
    """The rule that the group decided by, and what made it quorate."""
    rule = workshop.rule
    classes = [CLASSES.get(c, c) for c in rule.classes]
    many = "" if rule.least_voting == 1 else "s"
    needed = f"at least {rule.least_voting} voting organisation{many}"
    if classes:
        needed += f", with somebody from each of {joined(classes)}"
    said = [rule_in_words(rule)]
    if rule.kind == "unanimity" and rule.core:
        core = [workshop.organisation_name(o) for o in rule.core]
        said.append(f"The core: {joined(core)}.")
    if scale := scale_in_words(workshop):
        said.append(scale)
    return [
        Heading("How we decided", level=3),
        Paragraph(" ".join(said)),
        *([Paragraph(rule.text)] if rule.text else []),
        Paragraph(f"Quorum: {needed}, tested at the minute each round was locked.", "mute"),
        Paragraph(
            "An objection holds back a decision of this group and nothing else. It never overrides "
            "anyone’s legal powers or duties, and a workshop binds nobody.",
            "mute",
        ),
    ]


def interests(workshop: Workshop) -> list[Block]:
    """Declared interests and what was done about each; under the Chatham House Rule, how many."""
    if not workshop.interests:
        return []
    if workshop.chatham_house:
        many = len(workshop.interests)
        said = f"{many} declared and noted." if many > 1 else "One declared and noted."
        return [Heading("Declared interests", level=3), Paragraph(said)]
    columns = (
        Column("Who", 2.4),
        Column("Interest", 3),
        Column("Bears on", 1.6),
        Column("What was done", 2.6),
    )
    rows = tuple(
        (workshop.person(i.member), i.interest, *_borne(workshop, i))
        for i in workshop.interests.values()
    )
    return [Heading("Declared interests", level=3), Table(columns, rows)]


def _borne(workshop: Workshop, interest: Interest) -> tuple[str, str]:
    """What an interest bears on, and what was done about it."""
    subject = workshop.subject_name(interest.subject)
    items = [interest.item] if interest.item else []
    done = [interest.action] if interest.action else []
    # "Purpose v1" and "the purpose v1" are one thing.
    written = interest.item.casefold().removeprefix("the ")
    if subject and subject.casefold().removeprefix("the ") != written:
        items.append(subject)
    if subject:
        member = workshop.members.get(interest.member)
        organisation = member.organisation if member else ""
        rounds = rounds_about(workshop, interest.subject)
        abstained = any(
            organisation in r.positions and r.positions[organisation].code == "abstain"
            for r in rounds
        )
        done.append(f"{'abstained' if abstained else 'abstains'} on {subject}")
    said = "; ".join(done)
    return "; ".join(items), said[:1].upper() + said[1:]
