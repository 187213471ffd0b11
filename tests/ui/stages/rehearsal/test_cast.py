"""The cast: roles drawn, redrawn and given by hand; observers and what they watch for."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from facilitator.attendance import arrive, leave
from facilitator.guide import Guide
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import (
    RoleGiven,
    RolesDrawn,
    choose_scenario,
    name_observers,
    roles_by_hand,
)
from facilitator.stages.rehearsal.state import Part, Rehearsal
from sessions.session import Session
from ui.stages.rehearsal.casting.brief import BriefPage
from ui.stages.rehearsal.casting.cast import Cast
from ui.stages.rehearsal.page import page_for

Key = Qt.Key


def people(session: Session, count: int) -> None:
    """So many people, each of an organisation of their own, all here."""
    for n in range(count):
        session.do(join_organisation, f"Body {n}", voting=True, organisation_id=f"o{n}")
        session.do(join_member, f"o{n}", "Director", name=f"Person {n}", member_id=f"m{n}")
        session.do(arrive, f"m{n}", session.minute())


@pytest.fixture
def brief(session: Session, guide: Guide, a_page):
    """`brief(count)`: the page of the brief with so many people in the room, Ward 9 chosen."""

    def show(count: int) -> BriefPage:
        people(session, count)
        pack = msgspec.structs.replace(
            guide.packs["SC1"], observer_tasks=("Who speaks first?", "What is left out?")
        )
        session.do(choose_scenario, pack, rehearsal_id="R")
        return a_page(page_for, "rehearsal", "brief")

    return show


def found(session: Session) -> Rehearsal:
    return session.workshop.rehearsals["R"]


def cells(page: BriefPage, column: int) -> list[str]:
    model = page.cast.table.model()
    return [model.index(at, column).data() or "" for at in range(model.rowCount())]


def test_d_draws_every_role_once_and_again(session, brief, keys) -> None:
    page = brief(12)
    keys.press(Key.Key_D)
    first = {part.role: part.member for part in found(session).parts}
    assert set(first) == set(found(session).pack.roles)
    assert len(set(first.values())) == 6
    assert "Draw again" in page.cast.row.labels()
    keys.press(Key.Key_D)
    again = {part.role: part.member for part in found(session).parts}
    assert all(first[role] != again[role] for role in first)


@pytest.mark.parametrize("count", [0, 1, 3, 6, 40])
def test_as_many_roles_are_given_as_there_are_people(session, brief, keys, refusals, count) -> None:
    page = brief(count)
    keys.press(Key.Key_D)
    assert len(found(session).parts) == min(count, 6)
    nobody = "There is nobody to draw from. Mark who is here, or add people first."
    assert refusals == ([] if count else [nobody])
    assert cells(page, 1).count("free") == 6 - min(count, 6)


def test_a_role_given_by_hand_is_kept_on_a_redraw(session, brief, keys) -> None:
    page = brief(12)
    keys.press(Key.Key_Return)
    keys.type("Person 7")
    keys.press(Key.Key_Return)
    assert cells(page, 3)[0] == "by hand"
    for _ in range(4):
        page.cast.table.setFocus()
        keys.press(Key.Key_D)
        parts = {part.role: part.member for part in found(session).parts}
        assert parts["Hospital chief executive"] == "m7"
        assert len(set(parts.values())) == 6


def test_observers_and_those_who_left_are_not_drawn(session, brief, keys) -> None:
    brief(8)
    session.do(name_observers, "R", ("m0",))
    session.do(leave, "m1", session.minute())
    for _ in range(6):
        keys.press(Key.Key_D)
        members = {part.member for part in found(session).parts}
        assert len(members) == 6
        assert not {"m0", "m1"} & members


def test_the_table_says_where_somebody_is_near(session, brief, keys) -> None:
    page = brief(2)
    session.do(join_member, "o0", "Ward manager, nights", name="Wim", member_id="near")
    session.do(arrive, "near", session.minute())
    page.cast.table.go_to("Ward sister")
    keys.press(Key.Key_Return)
    keys.type("Wim")
    keys.press(Key.Key_Return)
    row = list(found(session).pack.roles).index("Ward sister")
    assert cells(page, 3)[row] == "does a job like it · by hand"


def test_a_role_to_which_everyone_is_too_near_says_so(session, guide, brief, keys) -> None:
    page = brief(0)
    session.do(join_organisation, "Ward 9", voting=True, organisation_id="w")
    for n in (1, 2):
        session.do(join_member, "w", "Nurse", name=f"Nurse {n}", member_id=f"n{n}")
        session.do(arrive, f"n{n}", session.minute())
    keys.press(Key.Key_D)
    row = list(found(session).pack.roles).index("Ward sister")
    assert cells(page, 1)[row] == "free"
    assert cells(page, 3)[row] == "everyone here is too near"


def test_an_observer_is_asked_to_watch_for_one_of_the_packs_tasks(session, brief, keys) -> None:
    page = brief(8)
    session.do(name_observers, "R", ("m0", "m1"))
    page.cast.observers.setFocus()
    keys.press(Key.Key_Return)
    assert page.cast.task.text() == "Who speaks first?"
    keys.press(Key.Key_Return)
    assert found(session).tasks == {"m0": "Who speaks first?"}
    keys.press(Key.Key_Down, Key.Key_Return)
    assert page.cast.task.text() == "What is left out?", "the next that nobody has"
    keys.type("Who looks at the door")
    keys.press(Key.Key_Return)
    assert found(session).tasks["m1"] == "Who looks at the door"


def test_an_observer_who_is_taken_off_is_no_longer_asked(session, brief, keys) -> None:
    page = brief(8)
    session.do(name_observers, "R", ("m0",))
    page.cast.observers.setFocus()
    keys.press(Key.Key_Return)
    page.cast.observers.setFocus()
    keys.press(Key.Key_Delete)
    assert found(session).observers == ()
    assert page.cast.task.isHidden()


def test_the_role_cards_are_asked_for_once_somebody_plays(session, brief, keys, qtbot) -> None:
    page = brief(8)
    assert "Role cards as PDF" not in page.cast.row.labels()
    keys.press(Key.Key_D)
    with qtbot.waitSignal(page.papers_asked, timeout=1000):
        page.cast.row.button("Role cards as PDF").click()


def test_what_a_hand_gave_is_known_after_a_restart_and_after_a_draw(
    session, brief, keys, desk
) -> None:
    page = brief(12)
    keys.press(Key.Key_Return)
    keys.type("Person 7")
    keys.press(Key.Key_Return, Key.Key_D)
    assert page.cast.row._remark.text() == "1 given by hand stays as it is"
    again = Cast(desk)
    again.show_cast(session.workshop, found(session))
    model = again.table.model()
    remarks = [model.index(row, 3).data() for row in range(model.rowCount())]
    assert remarks == ["by hand", *[""] * 5]
    again.deleteLater()


def test_what_was_given_by_hand_and_taken_back_is_by_hand_no_more(session, brief, keys) -> None:
    page = brief(12)
    keys.press(Key.Key_D)
    keys.press(Key.Key_Return)
    page.cast.who.line.selectAll()
    keys.type("Person 7")
    keys.press(Key.Key_Return)
    assert cells(page, 3)[0] == "by hand"
    session.undo()
    assert cells(page, 3)[0] == ""


def test_a_lot_that_gives_a_role_to_another_ends_what_a_hand_gave() -> None:
    given = RoleGiven("R", "Board chair", "m1")
    same, other = Part("Board chair", "m1"), Part("Board chair", "m2")
    assert roles_by_hand([given, RolesDrawn("R", (same,))], "R") == {"Board chair"}
    assert roles_by_hand([given, RolesDrawn("R", (other,))], "R") == set()
    assert roles_by_hand([given, RoleGiven("R", "Board chair", "")], "R") == set()
    assert roles_by_hand([given], "R2") == set()
