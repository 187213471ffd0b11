"""What the gather stage says in words: classes, who is here, the rule and the quorum."""

from collections.abc import Sequence

from facilitator.decision import CLASSES, Rule, quorum_gaps
from facilitator.stages.gather import Interest, Member, Organisation
from facilitator.wording import joined
from facilitator.workshop import Workshop

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MOST_NAMED = 6
"""Names of a core in one sentence; a longer one is counted."""


def class_words(org_class: str) -> str:
    """A class of organisation as a page says it."""
    return CLASSES.get(org_class, org_class.replace("_", " "))


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 organisation", "3 organisations"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def sentence(words: str) -> str:
    """With a capital letter and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."


def here_words(workshop: Workshop, member: str, minute: str) -> str:
    """Since when somebody is here, when they left, or that they sent apologies; for this day."""
    day = minute[:10]
    stays = [s for s in workshop.stays.get(member, ()) if s.arrived[:10] == day]
    if stays and stays[-1].covers(minute):
        return f"here since {stays[-1].arrived[11:16]}"
    if any(date == day and who == member for date, who, _ in workshop.apologies):
        return "apologies"
    if stays and stays[-1].left:
        return f"left at {stays[-1].left[11:16]}"
    return ""


def organisation_words(organisation: Organisation) -> str:
    """Its class, and whether it votes."""
    return f"{class_words(organisation.org_class)} · {_vote(organisation)}"


def member_words(member: Member) -> str:
    """Their role, unless it stands as their name; and how they may speak."""
    parts = [member.role] if member.name else []
    if member.substitute:
        whose = f" for {member.instead_of}" if member.instead_of else ""
        parts.append(f"substitute{whose}")
    if not member.authority:
        parts.append("may not speak for their board")
    return " · ".join(parts)


def subjects(workshop: Workshop) -> list[tuple[str, str]]:
    """What an interest may bear on: nothing, the values and the drafts there are; (id, label)."""
    ids = [*workshop.values, *workshop.drafts]
    return [("", "nothing that we decide"), *((each, workshop.subject_name(each)) for each in ids)]


def abstains_on(workshop: Workshop, member: str) -> list[str]:
    """What a person's organisation abstains on, because of the interests they declared."""
    names = [
        workshop.subject_name(i.subject)
        for i in workshop.interests.values()
        if i.member == member and i.subject
    ]
    return list(dict.fromkeys(filter(None, names)))


def interest_words(workshop: Workshop, interest: Interest) -> str:
    """An interest in one line: whose, which, and what is done about it."""
    subject = workshop.subject_name(interest.subject)
    done = [interest.action] if interest.action else []
    done += [f"abstains on {subject}"] if subject else []
    said = f"{workshop.person(interest.member)}: {interest.interest}"
    return f"{said} ({'; '.join(done)})" if done else said


def here_now(workshop: Workshop, minute: str) -> list[Organisation]:
    """The organisations with somebody here at a minute (ISO 8601, local)."""
    here = workshop.present_at(minute) or set()
    return [o for o in workshop.organisations.values() if o.id in here]


def core_names(workshop: Workshop) -> list[str]:
    """The short names of the organisations of which unanimity is asked; empty for all."""
    return [o.short for o in workshop.organisations.values() if o.id in workshop.rule.core]


def rule_sentences(rule: Rule, core: Sequence[str] = ()) -> list[str]:
    """The decision rule, one plain sentence for each of its parts.

    `core` are the names of the organisations of which unanimity is asked.
    """
    least = counted(rule.least_voting, "voting organisation")
    said = [f"At least {least} {'is' if rule.least_voting == 1 else 'are'} here."]
    if rule.classes:
        names = joined([class_words(c) for c in rule.classes])
        each = "are each" if len(rule.classes) > 1 else "is"
        said.append(sentence(f"{names} {each} here"))
    match rule.kind:
        case "unanimity":
            said += _unanimity(rule, core)
        case "majority":
            said.append("This is a formal meeting: more than half of the votes say yes.")
            said.append("Whoever stands aside, abstains or is not here casts no vote.")
        case _:
            said += _consent(rule)
    rounds = _rounds(rule)
    if rule.kind == "unanimity" and rule.fallback:
        after = "three quarters of their votes decide, and the result is labelled not unanimous"
        said.append(f"After {rounds}, {after}.")
    else:
        after = "then it is parked with an owner and a date"
        said.append(sentence(f"{rounds} at most; {after}"))
    if rule.scale == "gradients":
        said.append("Positions are taken on Kaner’s eight gradients of agreement.")
    if rule.text:
        said.append(rule.text)
    return said


def _consent(rule: Rule) -> list[str]:
    aside = round(rule.stand_aside_limit * 100)
    return [
        "Nobody’s objection is still open, and nobody’s question is unanswered.",
        f"Of all voting organisations, no more than {aside}% stand aside."
        if aside
        else "No voting organisation stands aside.",
    ]


def _unanimity(rule: Rule, core: Sequence[str]) -> list[str]:
    if not rule.core:
        asked = "Every voting organisation says yes"
    elif 0 < len(core) <= _MOST_NAMED:
        asked = f"{'Each of ' if len(core) > 1 else ''}{joined(list(core))} says yes"
    else:
        asked = f"Each of the {len(core) or len(rule.core)} organisations of the core says yes"
    return [f"{asked}.", "A reservation is a yes; whoever abstains is left out."]


def _rounds(rule: Rule) -> str:
    rounds = _NUMBERS[rule.most_rounds] if rule.most_rounds < 10 else str(rule.most_rounds)
    return f"{rounds} round{'' if rule.most_rounds == 1 else 's'}"


def quorum_words(workshop: Workshop, minute: str) -> tuple[str, bool]:
    """What the quorum lacks at a minute, or that it is met, in words; and whether it is met."""
    here = workshop.present_at(minute)
    if here is None:
        return "Nobody is marked as here yet, so there is no quorum to count.", False
    electors = workshop.electors()
    voters = [e for e in electors if e.voting]
    gaps = quorum_gaps(workshop.rule, electors, here)
    if gaps:
        return sentence(f"Quorum is not met: {'; '.join(gaps)}"), False
    present = sum(e.organisation in here for e in voters)
    among = counted(len(voters), "voting organisation")
    return f"Quorum is met: {present} of {among} {'is' if present == 1 else 'are'} here.", True


def _vote(organisation: Organisation) -> str:
    return "votes" if organisation.voting else "does not vote"
