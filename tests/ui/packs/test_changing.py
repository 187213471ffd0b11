"""What a writer changes in a pack: rows and what refers to them, ids, order."""

import pytest
from msgspec.structs import replace

from facilitator.guide import RoleNote, ScenarioPack, faults_of
from ui.packs import changing
from ui.packs.history import PackHistory, Spot

PLAY = range(25, 68)
HERE = Spot("roles", "0", "roles")


def test_a_renamed_role_takes_its_card_and_what_is_handed_to_it_along(
    street: ScenarioPack,
) -> None:
    pack = changing.rename_role(street, 0, "Mayor")
    assert pack.roles[0] == "Mayor"
    assert pack.note_on("Mayor").brief == street.note_on("Ward councillor").brief
    assert [i.to for i in pack.injects if i.to == "Mayor"] == ["Mayor", "Mayor"]
    assert faults_of(pack) == []


def test_a_role_typed_letter_by_letter_takes_nothing_from_one_it_passes(
    street: ScenarioPack,
) -> None:
    started = replace(street, roles=(*street.roles, "Shop"), role_notes=(
        *street.role_notes, RoleNote(role="Shop", brief="Of the shop."),
    ))  # fmt: skip
    history = PackHistory(started)
    for typed in ("S", "Sh", "Sho", "Shop", "Shopp", "Shopping"):
        history.do(lambda p, typed=typed: changing.rename_role(p, 0, typed), HERE, typing=True)
    assert history.pack.note_on("Shop").brief == "Of the shop."
    assert history.pack.note_on("Shopping").brief == street.note_on("Ward councillor").brief


def test_a_role_with_nothing_said_of_it_has_no_note(street: ScenarioPack) -> None:
    pack = changing.note_role(changing.note_role(street, 0, brief=""), 0, kin=())
    assert [note.role for note in pack.role_notes] == list(street.roles[1:])


def test_notes_stand_in_the_order_of_the_roles(street: ScenarioPack) -> None:
    pack = changing.note_role(changing.note_role(street, 0, brief="", kin=()), 0, brief="You.")
    assert [note.role for note in pack.role_notes] == list(street.roles)


def test_a_new_role_has_a_name_that_no_other_has(street: ScenarioPack) -> None:
    pack = changing.add_role(changing.add_role(street))
    assert pack.roles[-2:] == ("New role", "New role 2")
    assert faults_of(pack) == []


def test_a_removed_role_takes_its_card_and_leaves_what_was_handed_to_it(
    street: ScenarioPack,
) -> None:
    pack = changing.remove_role(street, 0)
    assert "Ward councillor" not in pack.roles
    assert all(note.role != "Ward councillor" for note in pack.role_notes)
    assert pack.injects == street.injects


def test_a_new_inject_comes_after_the_last_and_has_an_id_of_its_own(
    street: ScenarioPack,
) -> None:
    pack = changing.add_inject(changing.add_inject(street, PLAY), PLAY)
    assert [(i.id, i.at_min) for i in pack.injects[-2:]] == [("own-1-I1", 64), ("own-1-I2", 67)]
    assert len({i.id for i in pack.injects}) == len(pack.injects)


def test_an_inject_with_an_earlier_minute_moves_up(street: ScenarioPack) -> None:
    pack = changing.change_inject(street, "SC3-I3", at_min=30)
    assert [i.at_min for i in pack.injects] == [28, 30, 41, 52, 52]
    assert pack.injects[1].id == "SC3-I3"


def test_an_inject_that_is_moved_trades_minutes_with_the_one_it_passes(
    street: ScenarioPack,
) -> None:
    pack = changing.move_inject(street, "SC3-I1", 1)
    assert [(i.id, i.at_min) for i in pack.injects[:2]] == [("SC3-I2", 28), ("SC3-I1", 41)]
    assert changing.move_inject(street, "SC3-I1", -1) == street


@pytest.mark.parametrize(
    "code", ["", "when:SC3-D1", "when:SC3-D1:move", "unless:SC3-D1", "unless:SC3-D2"]
)
def test_an_inject_waits_for_what_was_chosen(street: ScenarioPack, code: str) -> None:
    pack = changing.let_wait(street, "SC3-I4", code)
    inject = next(i for i in pack.injects if i.id == "SC3-I4")
    assert changing.waits_for(inject) == code
    assert faults_of(pack) == []


def test_a_removed_decision_leaves_nothing_waiting_for_it(street: ScenarioPack) -> None:
    pack = changing.remove_decision(street, "SC3-D1")
    assert {changing.waits_for(i) for i in pack.injects} == {""}
    assert faults_of(pack) == []


def test_a_removed_option_leaves_nothing_waiting_for_it(street: ScenarioPack) -> None:
    pack = changing.remove_option(street, "SC3-D1", "sign")
    inject = next(i for i in pack.injects if i.id == "SC3-I4")
    assert changing.waits_for(inject) == "when:SC3-D1"
    assert faults_of(pack) == []


def test_a_new_option_has_an_id_that_no_other_of_the_decision_has(street: ScenarioPack) -> None:
    pack = changing.add_option(changing.add_option(street, "SC3-D1"), "SC3-D1")
    ids = [option.id for option in changing.options_of(pack, "SC3-D1")]
    assert ids == ["sign", "pause", "move", "option-1", "option-2"]
    pack = changing.remove_option(pack, "SC3-D1", "option-1")
    pack = changing.add_option(pack, "SC3-D1")
    assert [o.id for o in changing.options_of(pack, "SC3-D1")][-2:] == ["option-2", "option-1"]


def test_an_option_moves_up_and_down_and_stays_at_an_end(street: ScenarioPack) -> None:
    def order(by: int) -> list[str]:
        pack = changing.move_option(street, "SC3-D1", "sign", by)
        return [option.id for option in changing.options_of(pack, "SC3-D1")]

    assert order(1) == ["pause", "sign", "move"]
    assert order(-1) == ["sign", "pause", "move"]


def test_a_phase_that_was_missing_comes_into_its_place(street: ScenarioPack) -> None:
    pack = replace(street, debrief=(street.debrief[0], street.debrief[3]))
    pack = changing.change_phase(pack, "Strain", questions=("Which broke?",))
    assert [(each.phase, each.questions) for each in pack.debrief][1] == (
        "Strain",
        ("Which broke?",),
    )
    assert [each.phase for each in pack.debrief] == ["Feel", "Strain", "Change"]


def test_a_blank_pack_asks_what_the_others_ask(street: ScenarioPack) -> None:
    pack = changing.blank_pack("own-2", street)
    assert (pack.debrief, pack.check_in_after) == (street.debrief, street.check_in_after)
    assert [fault.what for fault in faults_of(pack)] == [
        "title is empty.",
        "content_note is empty.",
        "situation is empty.",
    ]


def test_empty_lines_say_nothing() -> None:
    assert changing.lines("one \n\n  two\n") == ("one", "two")
