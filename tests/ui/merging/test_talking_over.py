"""What stands side by side is read, asked about and chosen by key; nothing is settled before."""

from collections.abc import Callable

import pytest

from facilitator.attendance import arrive
from facilitator.rounds import lock_round, open_round, take_position
from facilitator.side_by_side import POSITION
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.purpose import draft
from facilitator.stages.values import amend, propose
from sessions.library import entries_of
from sessions.session import Session
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.merging.tables import Tables
from tests.ui.walk.hands import Hands
from ui.console.window import Console
from ui.merging.room import PICTURE
from ui.merging.talking_over import TalkingOver

FIRST = "We move money to where people live, and answer for it together."
OURS = "We move money to where lives are shortest, and answer for it together."
THEIRS = "We move money to where need is greatest, and answer for it together."

Apart = Callable[..., None]


@pytest.fixture
def apart(console: Console, tables: Tables) -> Apart:
    """`apart(before, ours, theirs)`: what the facilitator and Table 2 did, neither reading the
    other, and what came in then."""

    def write(
        before: Callable[[Session], object],
        ours: Callable[[Session], object],
        theirs: Callable[[Session], object],
    ) -> None:
        session = console.desk.session
        before(session)
        path = tables.notes("Table 2", theirs)
        ours(session)
        session.bring_in(entries_of(path), ("Table 2",))

    return write


def two_amendments(apart: Apart) -> None:
    apart(
        lambda s: s.do(propose, "Go where it is hard", FIRST, value_id="v"),
        lambda s: s.do(amend, "v", OURS),
        lambda s: s.do(amend, "v", THEIRS),
    )


def two_positions(apart: Apart, *, locked: bool = False) -> None:
    def before(session: Session) -> None:
        for each in ("Alder", "Beech"):
            session.do(join_organisation, each, org_class="nhs", organisation_id=each.lower())
            session.do(join_member, each.lower(), "Chair", member_id=f"{each.lower()}-lead")
            session.do(arrive, f"{each.lower()}-lead", session.minute())
        session.do(draft, FIRST, draft_id="d")
        session.do(open_round, "d", "purpose", round_id="r")

    def ours(session: Session) -> None:
        session.do(take_position, "r", "alder", "agree")
        if locked:
            session.do(take_position, "r", "beech", "agree")
            session.do(lock_round, "r", session.minute())

    apart(
        before,
        ours,
        lambda s: s.do(take_position, "r", "alder", "reservation", "Only if reviewed."),
    )


def over(console: Console) -> TalkingOver:
    return console.findChildren(TalkingOver)[-1]


def test_one_of_two_wordings_is_taken_by_its_figure_and_the_choice_taken_back(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_amendments(apart)
    assert console.desk.workshop.values["v"].wording == FIRST
    assert console.coming_in.lines.over.text() == "1 to talk over"

    hands.press("Ctrl+Shift+M", "2")

    taken = console.desk.workshop.values["v"].wording
    assert taken in (OURS, THEIRS)
    assert console.desk.workshop.side_by_side == {}
    assert over(console).why.text() == "Nothing stands side by side any more."
    assert console.coming_in.lines.over.isHidden()
    hands.press("Ctrl+Z")
    assert len(console.desk.workshop.side_by_side) == 1
    assert over(console).said.text() == "Taken back: it is open again."
    hands.press("1")
    assert console.desk.workshop.values["v"].wording == ({OURS, THEIRS} - {taken}).pop()


def test_what_only_one_of_them_says_is_marked_with_a_line_and_said(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_amendments(apart)
    hands.press("Ctrl+Shift+M")
    view = over(console).view

    assert view is not None
    said = {card.accessibleDescription() for card in view.cards}
    assert said == {"Only here: lives are shortest", "Only here: need is greatest"}


def test_a_position_heard_twice_is_asked_about_and_never_shown_to_the_room(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_positions(apart)
    hands.press("Ctrl+Shift+M")
    dialog = over(console)

    assert dialog.view is not None
    asked = dialog.view.remark.text()
    assert "Facilitator heard ● support" in asked
    assert "Table 2 heard ○ live with it “Only if reviewed.”" in asked
    assert asked.endswith("Ask them, then choose.")
    assert not dialog.to_room.isVisible()
    hands.press("R")
    assert console.desk.focus.picture == ""
    chosen = dialog.view.asked.answers[1]
    hands.press("2")
    position = console.desk.workshop.rounds["r"].positions["alder"]
    assert position.code == chosen.code


def test_a_position_that_came_after_the_lock_is_refused_in_words(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_positions(apart, locked=True)
    asked = console.desk.workshop.side_by_side[(POSITION, "r", "alder")]
    other = [a.entry for a in asked.answers].index(
        next(a.entry for a in asked.answers if a.entry != asked.counted)
    )
    hands.press("Ctrl+Shift+M", str(other + 1))

    assert over(console).notice.sentence() == (
        "That round is locked, so what it counted stands. Record the other one as a late "
        "position, or correct it and say why."
    )
    assert over(console).isVisible()


def test_a_round_in_which_a_position_stands_twice_is_not_locked_and_the_way_is_told(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_positions(apart)
    desk = console.desk
    desk.do(take_position, "r", "beech", "agree")

    assert desk.do(lock_round, "r", desk.minute()) is None
    assert console.notice.sentence() == (
        "Two positions stand side by side for Alder. Ask, and choose one of them."
    )
    assert console.status.text() == ("Ctrl+Shift+M shows what was heard, and asks which holds.")


def test_the_room_sees_both_wordings_and_no_name_until_the_dialog_is_left(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_amendments(apart)
    hands.press("Ctrl+Shift+M", "R")
    view = console._room_view

    assert {column.lines[0] for column in view.columns} == {OURS, THEIRS}
    assert not any("Table" in each or "Facilitator" in each for each in view.strings())
    assert console.desk.focus.picture == PICTURE
    hands.press("Esc")
    assert console.desk.focus.picture == ""
    assert console._room_view.columns == ()


def test_other_words_are_written_on_the_page_that_has_a_form_for_them(
    console: Console, hands: Hands, apart: Apart
) -> None:
    two_amendments(apart)
    hands.press("Ctrl+Shift+M", "W")

    assert not console.findChildren(TalkingOver)
    assert console.navigator.here()[0].id == "values"
    assert console.desk.focus.value == "v"
    console.desk.do(amend, "v", "A third wording, of the whole room.")
    assert console.desk.workshop.side_by_side == {}


def test_several_are_gone_through_with_the_page_keys(
    console: Console, hands: Hands, apart: Apart
) -> None:
    def both(first: str, second: str) -> Callable[[Session], object]:
        return lambda s: [s.do(amend, "v", first), s.do(draft, second, "d")]

    apart(
        lambda s: [
            s.do(propose, "Go where it is hard", FIRST, value_id="v"),
            s.do(draft, FIRST, draft_id="d"),
        ],
        both(OURS, OURS),
        both(THEIRS, THEIRS),
    )
    hands.press("Ctrl+Shift+M")
    dialog = over(console)
    assert dialog.heading.text() == "To talk over, 1 of 2"
    before = dialog.asked
    hands.press("PgDown")

    assert dialog.heading.text() == "To talk over, 2 of 2"
    assert dialog.asked != before
    assert unnamed(dialog) == []
    assert clipped(dialog) + cut_off(dialog) == []


def test_with_nothing_open_the_key_says_so(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+Shift+M")

    assert console.status.text() == ("Nothing stands side by side: there is nothing to talk over.")
