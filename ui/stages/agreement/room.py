"""What the room sees of the agreement: the words, the count of assents, and the two dates."""

from facilitator.days import short_day
from facilitator.guide import Guide, Step
from facilitator.stages.values import charter
from facilitator.workshop import Workshop
from ui.desk import Focus
from ui.room.view import RoomColumn, RoomView
from ui.stages.agreement.words import assent_words, purpose_text

_MOST_COLUMNS = 4


def room_view(workshop: Workshop, guide: Guide, step: Step, focus: Focus) -> RoomView:
    """The purpose and the values; the count of assents, without a reservation's words; the dates.

    Everything is on paper: nothing is asked any more but whether these are the words.
    """
    about = workshop.about
    paper = workshop.paper
    prompt = guide.in_words(step.prompt, place=about.place_in_prompts, group=about.group)
    eyebrow = " · ".join(part for part in (about.group, step.title) if part)
    status = f"{paper.status} · version {paper.version}"
    if step.activity == "assent":
        counts = assent_words(workshop) if workshop.organisations else ""
        return RoomView(eyebrow, prompt, counts, "paper", summary=status)
    if step.activity == "close":
        dates = (("Goes to the meeting of", paper.ratify_on), ("Looked at again", paper.review_on))
        rows = tuple((what, short_day(date)) for what, date in dates if date)
        return RoomView(eyebrow, prompt, tone="paper", rows=rows, summary=status)
    values = [(value.title, value.wording) for value in charter(workshop)]
    few = len(values) <= _MOST_COLUMNS
    return RoomView(
        eyebrow,
        purpose_text(workshop) or prompt,
        status,
        "paper",
        columns=tuple(RoomColumn(title, (words,)) for title, words in values) if few else (),
        rows=() if few else tuple((f"{title}: {words}",) for title, words in values),
    )
