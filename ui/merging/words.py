"""What bringing notes together says: counts, headings, and what would have to be talked over."""

from facilitator.changes.bringing import about_what
from facilitator.chronicle import local_minute
from facilitator.days import day_in_words
from facilitator.side_by_side import Answer, Question
from facilitator.wording import joined, shortened
from facilitator.workshop import Workshop
from sessions.reconcile import Brought, Merge
from ui.theme.tokens import POSITIONS

CHOOSE = "Bring in note-takers’ notes"
NOTHING_YET = "Choose the files that were handed over, or the folder that holds them."
UP_TO_DATE = "Bring your copy up to date"
NEWER_COPY = "Choose the newer copy of the workshop that the facilitator handed out."
SAFE = "Nothing goes in until you say so, and all of it can be taken back at once."
ALL_HERE = "Everything is here already."
NOTHING_TAKEN = "Nothing of this can be taken in."
NO_FILES = "There is no workshop among these files."
BACKUP_FIRST = "A backup is made first."
STOPPED = "Stopped. Nothing was taken in."
LOOKING = "Looking at what they bring"
ALL_LEFT_OUT = "All of them are left out."

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_LONGEST_LABEL = 80


def counted(number: int, one: str, several: str = "") -> str:
    """A number and what it counts: "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def in_letters(number: int) -> str:
    """A small number in letters, others in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def heading(brought: list[Brought]) -> str:
    """What is about to be done: "Bring in three note-takers’ notes"."""
    sound = [each for each in brought if each.problem is None]
    if not sound:
        return CHOOSE
    if len(sound) == 1:
        return "Bring in one note-taker’s notes"
    return f"Bring in {in_letters(len(sound))} note-takers’ notes"


def label_of(brought: Brought) -> str:
    """What a file is called, cut where it would not end."""
    return shortened(brought.label, _LONGEST_LABEL) or brought.path.name


def when(at: str, today: str) -> str:
    """A moment as its time, and its date where that is not today's; nothing where there is none."""
    minute = local_minute(at) if at else ""
    if not minute:
        return ""
    day, time = minute[:10], minute[11:]
    return time if day == today else f"{day_in_words(day)}, {time}"


def under_label(brought: Brought, today: str) -> str:
    """The line under a file's name: "14:31, 212 entries"."""
    if brought.problem is not None:
        return ""
    parts = (when(brought.newest, today), counted(brought.total, "entry", "entries"))
    return ", ".join(part for part in parts if part)


def button(merge: Merge) -> str:
    """What the button says: "Bring in 187 entries"."""
    return f"Bring in {counted(merge.new + merge.again, 'entry', 'entries')}"


def brought_in(count: int, files: int) -> str:
    """What the line at the foot says afterwards."""
    came = f"{counted(count, 'entry', 'entries')} came in from {counted(files, 'file')}"
    return f"{came}. Ctrl+Z takes all of it back."


def details(brought: Brought) -> str:
    """What one file brings by what it is, and what is refused of it and why."""
    if brought.problem is not None:
        problem = brought.problem
        return f"{problem.what} {problem.safe} {problem.do}"
    kinds = [_kind(number, name) for name, number in brought.kinds.items()]
    said = [f"New: {joined(kinds)}."] if kinds else ["Nothing in it is new."]
    if brought.again:
        one = "1 entry is" if brought.again == 1 else f"{brought.again:,} entries are"
        said.append(f"{one} here and taken back; bringing the file in brings them back.")
    return " ".join((*said, *brought.accounts))


def _kind(number: int, name: str) -> str:
    """A number of things: of one of them the noun, the first word with an s, has none."""
    parts = name.split(" ")
    at = next((at for at, word in enumerate(parts) if word.endswith("s")), -1)
    if number == 1 and at >= 0:
        parts[at] = "entry" if parts[at] == "entries" else parts[at].removesuffix("s")
    return f"{number:,} {' '.join(parts)}"


def question(workshop: Workshop, asked: Question) -> str:
    """What stands side by side, as a heading."""
    what = about_what(workshop, asked.key)
    return what[:1].upper() + what[1:]


def who_and_when(answer: Answer, today: str) -> str:
    """Under an answer: "facilitator, 14:20"."""
    return ", ".join(part for part in (answer.by, when(answer.at, today)) if part)


def is_position(asked: Question) -> bool:
    """Whether positions stand side by side, and not words."""
    return any(answer.code for answer in asked.answers)


def heard(asked: Question) -> str:
    """How a position was heard, as a question to the one who took it."""
    parts = [_heard(answer) for answer in asked.answers]
    return f"{', '.join(parts)}. Ask them, then choose."


def _heard(answer: Answer) -> str:
    if not answer.entry:
        return "the round was locked without any"
    look = next((each for each in POSITIONS if each.code == answer.code), None)
    word = f"{look.symbol} {look.word}".strip() if look else answer.code
    said = f" “{shortened(answer.words, 200)}”" if answer.words else ""
    return f"{answer.by} heard {word}{said}"


def to_talk_over(number: int) -> str:
    """The quiet line while questions are open."""
    return f"{number:,} to talk over"
