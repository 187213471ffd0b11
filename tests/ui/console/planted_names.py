"""Fifty names planted in a whole workshop, wherever a name can stand, and where they are found."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pikepdf
import pypdfium2

from facilitator.attendance import send_apologies
from facilitator.attribution import attribute_card
from facilitator.board import capture
from facilitator.car_park import park, park_theme
from facilitator.next_steps import name_next_step
from facilitator.rounds import take_position
from facilitator.stages.agreement import assent, give_version, write_statement
from facilitator.stages.commitments import commit
from facilitator.stages.gather import (
    answer_missing,
    declare_interest,
    join_member,
    join_organisation,
)
from facilitator.stages.purpose import draft
from facilitator.stages.rehearsal.changing import propose_change
from facilitator.stages.rehearsal.debriefing import answer_debrief, learn_lesson
from facilitator.stages.rehearsal.deciding import name_speaker
from facilitator.stages.rehearsal.injects import answer_inject, play_inject, write_inject
from facilitator.stages.rehearsal.observing import take_note
from facilitator.stages.values import amend, open_value_round, park_value, propose, state_authority
from sessions.session import Session

_FIRST = ("Wilhelmina", "Zebedee", "Ottoline", "Peregrine", "Siân")
_LAST = ("quill", "thorn", "brindle", "vance", "marrow", "hollis", "pember")
_STEMS = ("aby", "ebourne", "idge", "olm", "usk")
_ENDS = ("", "ton", "by", "er", "ey", "is", "ock")
PEOPLE = tuple(
    f"{_FIRST[at % 5]} {_LAST[at % 7].capitalize()}{stem}{end}"
    for at, (stem, end) in enumerate(product(_STEMS, _ENDS))
)
"""Thirty-five people, each with a surname that nobody else has."""
ORGANISATIONS = tuple(f"{each} Partnership" for each in (
    "Kestrelmoor", "Larkhamstow", "Ospreydown", "Plovercombe", "Redstartley",
    "Siskinbury", "Ternholme", "Wagtailford", "Yaffleton", "Zugdown", "Corncrakehey",
    "Dunnockthwaite", "Fieldfareby", "Gannetpool", "Hoopoewick",
))  # fmt: skip
"""Fifteen organisations, by names that are no words."""


def surname(name: str) -> str:
    return name.split()[1]


def place_of(organisation: str) -> str:
    return organisation.split()[0]


def plant(session: Session) -> None:
    """Plant all of them in a workshop that was played to its end."""
    people = iter(PEOPLE)
    workshop = session.workshop
    organisations = list(workshop.organisations.values())
    for name, each in zip(ORGANISATIONS, organisations, strict=False):
        session.do(
            join_organisation, f"The {name}", place_of(name), each.org_class, each.voting,
            f"the {place_of(name)} electors", each.id,
        )  # fmt: skip
    for name in ORGANISATIONS[len(organisations) :]:
        session.do(join_organisation, f"The {name}", place_of(name), voting=False)
    members = list(workshop.members.values())[:14]
    for each in members:
        session.do(join_member, each.organisation, each.role, next(people), member_id=each.id)
    first, *_ = members
    ours = workshop.organisations[first.organisation]
    session.do(
        join_member, ours.id, "Substitute", next(people), True, instead_of=next(people)
    )  # fmt: skip
    step = ("purpose", "only-us")
    for text in ("{0} said this.", "As {1} knows, {2} pays.", "{2} and {0} agree"):
        words = (PEOPLE[0], surname(PEOPLE[1]).upper().capitalize(), ORGANISATIONS[0])
        session.do(capture, text.format(*words), *step, member=first.id)
    mine = session.do(capture, "Mine", *step, member=first.id).id
    if not workshop.chatham_house:
        session.do(attribute_card, mine, "named")
    session.do(park, f"What {PEOPLE[2]} asked", next(people), f"{ORGANISATIONS[1]}’s board")
    theme = next(iter(workshop.themes), "")
    if theme:
        session.do(park_theme, theme, "The next meeting", next(people), "", next(people))
    session.do(declare_interest, first.id, f"Cousin of {PEOPLE[8]}", PEOPLE[3])
    session.do(send_apologies, workshop.about.date, f"{PEOPLE[4]}, who is ill")
    session.do(answer_missing, f"{PEOPLE[5]} of {ORGANISATIONS[2]}")
    session.do(draft, f"{place_of(ORGANISATIONS[3])} goes first.", by=next(people))
    value = session.do(propose, "Plain words", f"We tell {place_of(ORGANISATIONS[4])} first").id
    asked = session.do(open_value_round, value).id
    for at, organisation in enumerate(list(workshop.organisations)[:4]):
        words = f"{PEOPLE[6 + at]} fears {place_of(ORGANISATIONS[5 + at])} pays."
        session.do(take_position, asked, organisation, "reservation", words)
    session.undo()
    another = session.do(propose, "Second words", "We wait for nobody").id
    session.do(amend, another, f"We wait for {PEOPLE[10]}", ours.id, f"{PEOPLE[11]} asked")
    session.do(park_value, another, next(people), "Later", "2027-01-10")
    session.do(
        state_authority, ours.id, f"What {PEOPLE[12]} may", f"{ORGANISATIONS[9]}", "2027-01-10"
    )
    session.do(commit, f"Ring {PEOPLE[13]}", ours.id, next(people), "2027-01-10", "One call")
    session.do(name_next_step, f"Write to {place_of(ORGANISATIONS[10])}", first.id)
    session.do(give_version, "0.9", "REF", next(people))
    session.do(assent, ours.id, next(people), f"{PEOPLE[0]} reserves {ORGANISATIONS[11]}’s view")
    session.do(write_statement, f"{place_of(ORGANISATIONS[12])} and {PEOPLE[1]} agree.", "")
    for rehearsal in list(workshop.rehearsals.values())[:1]:
        question = rehearsal.pack.debrief[0].questions[0]
        session.do(answer_debrief, rehearsal.id, question, f"{PEOPLE[2]} spoke first")
        session.do(learn_lesson, rehearsal.id, f"Ask {PEOPLE[3]}", next(people))
        news = f"{PEOPLE[6]} of {ORGANISATIONS[13]} has rung."
        made = session.do(write_inject, rehearsal.id, news, "Everyone", "Phone call", 50).inject
        session.do(play_inject, rehearsal.id, made.id, 50)
        session.do(answer_inject, rehearsal.id, made.id, f"{place_of(ORGANISATIONS[14])} waits")
        session.do(take_note, rehearsal.id, 60, f"{PEOPLE[4]} sighed")
        target = next(iter(session.workshop.values))
        session.do(propose_change, rehearsal.id, target, f"{PEOPLE[5]} rings", next(people))
        for decision in list(rehearsal.decisions)[:1]:
            session.do(name_speaker, rehearsal.id, decision, next(people))
    for name in people:
        # What nobody has ever said is a name cannot be known for one.
        session.do(join_member, ours.id, "Adviser", name)
        session.do(capture, f"From {name}", *step)


def standing_in(text: str, names: Iterable[str]) -> list[str]:
    """Which of these words stand in a text, whatever their capitals."""
    folded = text.casefold()
    return [name for name in names if name.casefold() in folded]


def all_of(content: bytes) -> str:
    """Everything that a file says: its bytes, and what is packed inside a PDF or an archive."""
    parts = [content.decode("utf-8", "replace"), content.decode("latin-1")]
    if content[:4] == b"%PDF":
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for each in pdf.objects:
                if isinstance(each, pikepdf.Stream):
                    try:
                        parts.append(each.read_bytes().decode("latin-1"))
                    except pikepdf.PdfError:
                        parts.append(each.read_raw_bytes().decode("latin-1"))
                else:
                    parts.append(repr(each))
        document = pypdfium2.PdfDocument(content)
        parts += [page.get_textpage().get_text_range() for page in document]
        parts += [repr(document.get_metadata_dict())]
        document.close()
    elif content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [all_of(archive.read(name)) for name in archive.namelist()]
    joined = "\n".join(parts)
    return f"{joined}\n{' '.join(joined.split())}"


def files_under(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.read_bytes()
