"""An interest names what it bears on, so that the organisation abstains there."""

from PySide6.QtCore import Qt

from facilitator.rounds import open_round
from facilitator.stages.gather import declare_interest
from facilitator.stages.purpose import draft
from facilitator.stages.values import propose
from ui.stages.gather.page import page_for
from ui.stages.gather.words import subjects

ENTER = Qt.Key.Key_Return


def test_what_it_bears_on_is_chosen_by_keyboard(a_page, keys, session, a_board):
    a_board(session, voting=3)
    session.do(propose, "Candour", value_id="V1")
    page = a_page(page_for, "gather", "who-is-here")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_I)
    keys.fill("Owns a newspaper", "", "Leaves the room", "Candour")
    keys.press(ENTER)

    (kept,) = session.workshop.interests.values()
    assert (kept.subject, kept.action) == ("V1", "Leaves the room")
    opened = session.do(open_round, "V1", "We say it first.").id
    assert session.workshop.rounds[opened].positions["org-1"].code == "abstain"
    (note,) = page.side_notes(session.workshop)
    assert note.lines == (
        "Chief executive: Owns a newspaper (Leaves the room; abstains on Candour)",
    )
    model = page.table.model()
    assert model.index(1, 1).data() == "abstains on Candour"


def test_left_as_it_is_it_bears_on_nothing_that_is_decided(a_page, keys, session, a_board):
    a_board(session, voting=3)
    session.do(propose, "Candour", value_id="V1")
    a_page(page_for, "gather", "who-is-here")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_I)
    keys.fill("Owns a newspaper")
    keys.press(ENTER)

    (kept,) = session.workshop.interests.values()
    assert kept.subject == ""


def test_values_and_drafts_may_be_chosen(session, a_board):
    a_board(session, voting=2)
    session.do(propose, "Candour", value_id="V1")
    session.do(draft, "We move money together.", draft_id="d1")

    assert subjects(session.workshop) == [
        ("", "nothing that we decide"),
        ("V1", "Candour"),
        ("d1", "the purpose v1"),
    ]


def test_two_interests_in_the_same_value_are_one_abstention(a_page, session, a_board):
    a_board(session, voting=2)
    session.do(propose, "Candour", value_id="V1")
    for words in ("Owns a newspaper", "Sits on its board"):
        session.do(declare_interest, "org-1-lead", words, subject="V1")
    page = a_page(page_for, "gather", "who-is-here")

    assert page.table.model().index(1, 1).data() == "abstains on Candour"
