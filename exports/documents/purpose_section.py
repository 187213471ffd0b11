"""The purpose in a document: the words, who agreed, what would have to stop, who defends it."""

from exports.blocks import Block, BulletList, Heading, KeepTogether, Lead, Paragraph, Quote
from exports.documents.positions import bar_of
from facilitator.explain import explain
from facilitator.stages.purpose import Draft, adopted, adopting_round
from facilitator.statement import Defence
from facilitator.wording import joined
from facilitator.workshop import Workshop

HEADING = "What only we can do"


def purpose_section(workshop: Workshop) -> list[Block]:
    """The adopted purpose and all that was said of it; that there is none yet, where there is none.

    What keeps an organisation from defending it outside stands word for word, with its name.
    """
    found = adopted(workshop)
    if found is None:
        return [
            Heading(HEADING, label=True),
            Paragraph("No purpose has been adopted yet.", "mute"),
        ]
    blocks: list[Block] = [Heading(HEADING, label=True), Lead(found.text)]
    about = adopting_round(workshop)
    if about is not None and about.result is not None:
        blocks += [Paragraph(explain(workshop, about), "small"), bar_of(about)]
    return [*blocks, *_stops(found), *_defences(workshop, found)]


def _stops(found: Draft) -> list[Block]:
    if found.stops:
        head = Paragraph("If we mean this, we would have to stop:", "small")
        return [KeepTogether((head, BulletList(found.stops)))]
    if found.nothing_to_stop:
        said = "Asked what we would have to stop if we meant this, we answered: nothing."
        return [Paragraph(said, "small")]
    return []


def _defences(workshop: Workshop, found: Draft) -> list[Block]:
    """In the order of the organisations, whenever each of them said it."""
    said = [found.defences[o] for o in workshop.organisations if o in found.defences]
    will = [each for each in said if each.will]
    not_yet = [each for each in said if not each.will]
    sentences = [f"Will defend this outside: {_names(workshop, will)}."] if will else []
    sentences += [f"Not yet: {_names(workshop, not_yet)}."] if not_yet else []
    blocks: list[Block] = [Paragraph(" ".join(sentences), "small")] if sentences else []
    return blocks + [
        Quote(each.text, f"{workshop.organisation_name(each.organisation)}, on why not yet")
        for each in not_yet
        if each.text
    ]


def _names(workshop: Workshop, said: list[Defence]) -> str:
    return joined([workshop.organisation_name(each.organisation) for each in said])
