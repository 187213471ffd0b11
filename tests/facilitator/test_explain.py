from collections.abc import Callable

import msgspec
import pytest

from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.answering import settle
from facilitator.attendance import arrive, leave
from facilitator.decision import Category, Code, Rule
from facilitator.explain import explain, rule_in_words
from facilitator.rounds import latest_round, lock_round, take_position
from facilitator.stages.gather import choose_rule, join_member
from facilitator.stages.values import open_value_round, park_value, propose
from sessions.session import Session

Board = Callable[..., list[str]]


class Negotiated:
    """A value on which a board of ten voting organisations and a guest takes one round."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.value = session.do(propose, "Candour").id
        self.round = session.do(open_value_round, self.value).id

    def said(self, organisation: str, code: Code, text: str = "", about: Category = "") -> None:
        self.session.do(take_position, self.round, organisation, code, text, about)

    def locked(self) -> str:
        found = self.session.workshop.rounds[self.round]
        here = self.session.workshop.present_at(self.session.minute()) or set()
        for organisation in self.session.workshop.organisations:
            if organisation not in found.positions and organisation in here:
                self.said(organisation, "agree")
        self.session.do(lock_round, self.round, self.session.minute())
        return self.sentence()

    def sentence(self) -> str:
        found = latest_round(self.session.workshop, self.value)
        assert found is not None
        return explain(self.session.workshop, found)


@pytest.fixture
def board(session: Session, a_board: Board) -> Session:
    a_board(session, voting=10, here=9, guests=0)
    return session


def test_an_open_round_has_no_result(board: Session) -> None:
    assert Negotiated(board).sentence() == "Round 1 is open."


def test_agreement_names_the_rule_and_who_was_here(board: Session) -> None:
    assert Negotiated(board).locked() == (
        "Agreed by consent: 9 of 10 voting organisations here, quorum met."
    )


def test_agreement_with_reservations_names_whose_they_are(board: Session) -> None:
    asked = Negotiated(board)
    asked.said("org-2", "reservation", "Only for pooled outcomes")
    asked.said("org-3", "stand_aside", "The register")

    assert asked.locked() == (
        "Agreed with reservations, by consent: 9 of 10 voting organisations here, quorum met; "
        "reservation from Org 2 and stand-aside from Org 3."
    )


def test_objections_and_questions_are_what_is_missing(board: Session) -> None:
    asked = Negotiated(board)
    asked.said("org-2", "object", "Our duty", "statutory_duty")
    asked.said("org-3", "object", "It hurts", "harm")
    asked.said("org-4", "need_more", "Who pays?")

    assert asked.locked() == (
        "Not yet: Org 2 (statutory duty) and Org 3 (harm) object and Org 4's question is "
        "unanswered."
    )


def test_an_objection_settled_after_the_lock_is_no_longer_missing(board: Session) -> None:
    asked = Negotiated(board)
    asked.said("org-2", "object", "Our duty", "statutory_duty")
    asked.locked()
    board.do(settle, asked.round, "org-2", "Only where the law lets us")

    assert asked.sentence() == (
        "Not yet: every objection and question has been settled since, so the next round can "
        "decide."
    )


def test_a_missed_quorum_says_how_many_and_which_class(board: Session) -> None:
    board.do(choose_rule, Rule(least_voting=10, classes=("partner", "nhs")))

    assert Negotiated(board).locked() == (
        "Not yet: the quorum is not met, 9 of the 10 voting organisations needed are here and "
        "nobody is here from Partner."
    )


def test_too_many_stand_asides_are_named_with_the_limit(board: Session) -> None:
    asked = Negotiated(board)
    for organisation in ("org-1", "org-2", "org-3"):
        asked.said(organisation, "stand_aside", "The register")

    assert asked.locked() == (
        "Not yet: 3 of 10 voting organisations stand aside (Org 1, Org 2 and Org 3), and consent "
        "allows at most 25%."
    )


def test_an_objection_without_a_vote_is_recorded_and_blocks_nothing(
    session: Session, a_board: Board
) -> None:
    a_board(session, voting=2, guests=1)
    asked = Negotiated(session)
    asked.said("guest-1", "object", "It hurts", "harm")

    assert asked.locked() == (
        "Agreed by consent: 2 of 2 voting organisations here, quorum met; the objection of "
        "Guest 1, without a vote, is recorded."
    )


def test_a_late_objection_puts_the_value_on_the_table_again(board: Session) -> None:
    asked = Negotiated(board)
    asked.locked()
    board.do(take_late_position, asked.round, "org-10", "object", "2026-03-20", "Our duty", "harm")

    assert asked.sentence() == "On the table again: Org 10 (harm) objected late."


def test_what_was_parked_after_a_late_objection_is_not_on_the_table_again(board: Session) -> None:
    asked = Negotiated(board)
    asked.locked()
    board.do(take_late_position, asked.round, "org-10", "object", "2026-03-20", "Our duty", "harm")
    board.do(park_value, asked.value, "The chair", "Who pays?", "2026-09-30")

    assert asked.sentence() == "Org 10 (harm) objected late."


def test_a_late_reservation_is_recorded_beside_the_others(board: Session) -> None:
    asked = Negotiated(board)
    asked.locked()
    board.do(take_late_position, asked.round, "org-10", "reservation", "2026-03-20", "In writing")

    assert "reservation from Org 10" in asked.sentence()
    assert asked.sentence().startswith("Agreed with reservations, by consent")


def test_a_mandate_that_is_missing_makes_the_result_provisional(board: Session) -> None:
    board.do(leave, "org-1-lead", board.minute())
    board.do(
        join_member, "org-1", "Deputy", substitute=True, authority=False, member_id="org-1-deputy"
    )
    board.do(arrive, "org-1-deputy", board.minute())
    asked = Negotiated(board)
    assert asked.locked().endswith("Provisional until Org 1 confirms what was said.")

    board.do(confirm_mandate, asked.round, "org-1", "2026-03-25")
    assert "Provisional" not in asked.sentence()


def test_the_rule_is_said_in_one_sentence() -> None:
    rule = msgspec.structs.replace(Rule(), stand_aside_limit=0.1)

    assert rule_in_words(rule) == (
        "Agreed by consent when the quorum is met, no voting organisation objects or waits for an "
        "answer, and at most 10% stand aside."
    )


def test_several_questions_are_told_together(board: Session) -> None:
    asked = Negotiated(board)
    for each in ("org-2", "org-3"):
        asked.said(each, "need_more", "Who pays?")

    assert asked.locked() == "Not yet: the questions of Org 2 and Org 3 are unanswered."


def test_long_lists_of_names_stop_where_the_page_has_no_more_room(board: Session) -> None:
    asked = Negotiated(board)
    for each in ("org-2", "org-3", "org-4", "org-5"):
        asked.said(each, "object", "It hurts", "harm")
    asked.locked()
    about = board.workshop.rounds[asked.round]

    assert explain(board.workshop, about, 3) == (
        "Not yet: Org 2 (harm), Org 3 (harm) and 2 more object."
    )
    assert "Org 5 (harm)" in explain(board.workshop, about)


def test_consent_that_nobody_supports_says_so(board: Session) -> None:
    asked = Negotiated(board)
    for number in range(1, 10):
        asked.said(f"org-{number}", "abstain")

    assert asked.locked() == (
        "Agreed by consent: 9 of 10 voting organisations here, quorum met. "
        "But no voting organisation supports it."
    )


def test_one_that_can_live_with_it_is_support_enough(board: Session) -> None:
    asked = Negotiated(board)
    for number in range(2, 10):
        asked.said(f"org-{number}", "abstain")
    asked.said("org-1", "reservation", "For a year")

    assert "no voting organisation supports" not in asked.locked()
