"""Ellerport's documents as files: nothing private of its rehearsal is in the text of any."""

import copy
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2 as pdfium
import pytest

from exports.documents.shelf import paper
from exports.readiness import names_in
from facilitator.stages.rehearsal.feeling import give_slip
from facilitator.stages.rehearsal.injects import answer_inject
from facilitator.stages.rehearsal.observing import mark_value, take_note
from facilitator.workshop import Workshop
from ui.paper_files import write_debrief, write_paper, write_role_cards, write_slips

Outcome = Any  # see conftest.py
MADE = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
PLANTED = ("planted in a note", "planted by a mark", "planted in an answer", "plantedalone")
DOCUMENTS = ("agreement", "debrief", "role cards", "slips")


@pytest.fixture(scope="module")
def workshop(outcome: Outcome) -> Workshop:
    """Ellerport, with something private of every kind planted in its rehearsal."""
    made: Workshop = copy.deepcopy(outcome.workshop)
    alone = next(i for i in made.rehearsals["SR1"].pack.injects if not i.for_everyone)
    planted: tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...] = (
        (take_note, (1800, PLANTED[0])),
        (mark_value, ("V1", 30, "bent", PLANTED[1])),
        (answer_inject, (alone.id, PLANTED[2])),
        (give_slip, ("before", PLANTED[3], 5)),
    )
    for command, given in planted:
        command(made, "SR1", *given).apply(made)
    return made


@pytest.fixture(scope="module")
def texts(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is in each file."""
    return _written(workshop, tmp_path_factory.mktemp("papers"))


def _written(workshop: Workshop, folder: Path) -> dict[str, str]:
    session = folder / "ellerport.workshop"
    written = (
        write_paper(workshop, paper(workshop, "agreement"), session, MADE),
        write_debrief(workshop, "SR1", session, MADE),
        write_role_cards(workshop, "SR1", session, MADE, named=False),
        write_slips(workshop, "SR1", session, MADE),
    )
    return {name: _text(each.path) for name, each in zip(DOCUMENTS, written, strict=True)}


def _text(path: Path) -> str:
    file = pdfium.PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in file).split())
    file.close()
    return text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_private_is_told(texts: dict[str, str], workshop: Workshop, document: str) -> None:
    alone = [i.text for i in workshop.rehearsals["SR1"].injects() if not i.for_everyone]
    assert len(alone) == 2
    assert [words for words in (*alone, *PLANTED) if words in texts[document]] == []


def test_what_single_people_felt_changes_no_document(
    texts: dict[str, str], workshop: Workshop, tmp_path: Path
) -> None:
    """Every word is said by two at the most, so with other words all is written as before.

    So it is when two people's numbers change places: the mean stays.
    """
    found = workshop.rehearsals["SR1"]
    shifted = {f.tension for f in found.feelings[:2]}
    assert len(shifted) == 2
    first, second = found.feelings[:2]
    numbers = [second.tension, first.tension, *(f.tension for f in found.feelings[2:])]
    others = tuple(
        msgspec.structs.replace(f, word=f"other{at}", tension=number)
        for at, (f, number) in enumerate(zip(found.feelings, numbers, strict=True))
    )
    changed = copy.deepcopy(workshop)
    changed.rehearsals["SR1"] = msgspec.structs.replace(found, feelings=others)
    assert _written(changed, tmp_path) == texts


def test_the_debrief_names_nobody(texts: dict[str, str], workshop: Workshop) -> None:
    people = workshop.members.values()
    assert [person.label for person in people if person.label in texts["debrief"]] == []
    assert names_in(workshop, "SR1") == []


@pytest.mark.parametrize(
    "words",
    [
        "Before 18 check-ins 3.2 Afterwards 16 check-ins 2.6",
        "Close 10 of 24 beds, only after home teams have 12 staff in post",
        "Ward councillors will still speak for residents.",
        "No surprises Broke",
        "A five-minute pause beats a side call",
        "With Public Voice, by 29 May 2026",
    ],
)
def test_what_the_group_may_be_told_is_in_the_debrief(texts: dict[str, str], words: str) -> None:
    assert words in texts["debrief"]
