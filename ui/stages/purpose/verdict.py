"""What the only-we test says: the three questions, their answers and what they come to."""

from facilitator.only_we import PASSING, QUESTIONS, Answer, Hands, OnlyWe, Question, fate
from facilitator.wording import shortened
from facilitator.workshop import Workshop

ASKED: dict[Question, str] = {
    "alone_can": "Could one of us do this alone?",
    "hold_levers": "Do we hold the levers?",
    "would_be_missed": "Would anyone miss it?",
}
"""The questions as they are asked."""

NO_SIDE = "no side has more than half"
_FAILS: dict[Question, str] = {
    "alone_can": "one of us could do it alone",
    "hold_levers": "we do not hold the levers",
    "would_be_missed": "nobody would miss it",
}
_NAMED = 3
_MOST_KEPT = 7
"""Kept themes that are named; the script asks for seven groups at most."""
_LONGEST_KEPT = 48


def answers_of(found: OnlyWe | None) -> tuple[Answer, Answer, Answer]:
    """What was answered about a theme, question by question."""
    found = found or OnlyWe("")
    return (found.alone_can, found.hold_levers, found.would_be_missed)


def verdict(found: OnlyWe | None) -> str:
    """What the answers come to: "kept: …", "fails: …", or how many are given."""
    found = found or OnlyWe("")
    if found.answered < len(QUESTIONS):
        return f"{found.answered} of 3 answered" if _begun(found) else "not tested yet"
    why = [_FAILS[q] for q, wanted in PASSING.items() if found.answer(q).is_yes is not wanted]
    return f"fails: {'; '.join(why)}" if why else "kept: only we can do it"


def undecided(found: OnlyWe | None) -> str:
    """What to do about hands that give no answer; nothing when none do."""
    for question in QUESTIONS if found else ():
        answer = answers_of(found)[QUESTIONS.index(question)]
        if answer.is_yes is None and answer.hands is not None:
            return (
                f"“{ASKED[question]}” {hands_words(answer.hands)}: {NO_SIDE}, so there is no "
                "answer. Ask again, or say yes or no outright."
            )
    return ""


def yes_or_no(answer: Answer) -> str:
    """An answer as a word or two."""
    if answer.is_yes is None:
        return "no answer" if answer.hands else "not asked"
    return "yes" if answer.is_yes else "no"


def hands_words(hands: Hands) -> str:
    """Hands as they are told: "9 of 11" for the side that has more than half, else "5 to 5"."""
    if hands.majority is None:
        unsure = f", {hands.unsure} unsure" if hands.unsure else ""
        return f"{hands.yes} to {hands.no}{unsure}"
    return f"{hands.yes if hands.majority else hands.no} of {hands.total}"


def beside(answer: Answer) -> str:
    """The hands beside an answer; beside one that was given against them, that it was.

    Two answers and a count in one line, "yes · no by 9 of 11", would be read either way.
    """
    hands = answer.hands
    if hands is None:
        return ""
    if answer.outright is None or answer.outright is hands.majority or hands.majority is None:
        return hands_words(hands)
    return "decided otherwise"


def in_a_line(answer: Answer) -> str:
    """An answer with its hands, and nobody named: "yes · 9 of 11". Nothing before it is asked."""
    if answer.is_yes is None and not answer.hands:
        return ""
    return " · ".join(part for part in (yes_or_no(answer), beside(answer)) if part)


def who_differs(workshop: Workshop, answer: Answer) -> str:
    """Which organisations said something else than the answer, for the console only."""
    said: dict[str, list[str]] = {}
    usual = None if answer.is_yes is None else "yes" if answer.is_yes else "no"
    for organisation, word in answer.positions.items():
        if word != usual:
            said.setdefault(word, []).append(workshop.organisation_name(organisation))
    return " · ".join(f"{word.capitalize()}: {_few(names)}" for word, names in said.items())


def parked_notes(workshop: Workshop) -> dict[str, str]:
    """Where themes are that were put aside, by id; nothing of those that were not."""
    notes: dict[str, str] = {}
    for item in workshop.car_park.values():
        if item.theme and not item.outcome:
            cards = len(item.contributions)
            many = f" · {cards} card{'' if cards == 1 else 's'}" if cards else ""
            notes[item.theme] = f"In the car park, for {item.destination}{many}"
    return notes


def kept_themes(workshop: Workshop) -> str:
    """The themes that the test kept, to read while the statement is written; or nothing."""
    aside = parked_notes(workshop)
    names = [
        shortened(theme.name, _LONGEST_KEPT)
        for theme in workshop.themes.values()
        if theme.id not in aside and fate(workshop, theme.id) == "kept"
    ]
    more = len(names) - _MOST_KEPT
    return " · ".join(names[:_MOST_KEPT]) + (f" · and {more} more" if more > 0 else "")


def _begun(found: OnlyWe) -> bool:
    return any(answer.is_yes is not None or answer.hands for answer in answers_of(found))


def _few(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
