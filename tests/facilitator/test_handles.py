"""The key or two by which an organisation or a member is named."""

from facilitator.handles import handles
from facilitator.stages.gather import join_member, join_organisation


def test_a_name_is_called_by_the_first_letter_of_its_first_word() -> None:
    assert handles(["Council", "Acute trust"]) == ["c", "a"]


def test_a_letter_that_is_taken_gives_way_to_the_next_word() -> None:
    assert handles(["Council", "Community trust"]) == ["c", "t"]


def test_when_every_word_begins_with_a_taken_letter_any_other_letter_serves() -> None:
    assert handles(["Council", "Trust", "Clinical team"])[2] == "l"


def test_when_all_letters_of_a_name_are_taken_it_gets_a_digit() -> None:
    assert handles(["A", "B", "Ab", "Ba"]) == ["a", "b", "1", "2"]


def test_when_the_digits_are_taken_too_any_letter_serves() -> None:
    assert handles(["A"] * 12)[1:] == [*"1234567890", "b"]


def test_marks_over_letters_are_left_out() -> None:
    assert handles(["Tŷ", "Ŷstrad"]) == ["t", "y"]


def test_a_name_in_another_script_gets_a_key_that_every_keyboard_has() -> None:
    assert handles(["مجلس المدينة"]) == ["1"]


def test_after_thirty_six_names_two_keys_are_used() -> None:
    given = handles([f"Partner {number}" for number in range(40)])

    assert {len(handle) for handle in given[:36]} == {1}
    assert [len(handle) for handle in given[36:]] == [2] * 4


def test_two_hundred_names_have_two_hundred_handles_of_two_keys_at_most() -> None:
    given = handles([f"Organisation {number} of the place" for number in range(200)])

    assert len(set(given)) == 200
    assert max(map(len, given)) == 2


def test_names_beyond_all_pairs_still_differ() -> None:
    assert len(set(handles(["Same"] * 1_500))) == 1_500


def test_a_name_that_is_only_signs_still_has_a_handle() -> None:
    assert handles(["🌊🌊", ""]) == ["1", "2"]


def test_joining_gives_handles_in_one_row_for_organisations_and_members(room) -> None:
    room.do(join_organisation, "Council", organisation_id="o1")
    room.do(join_member, "o1", "Chief executive", member_id="m1")
    room.do(join_organisation, "Clinical team", organisation_id="o2")

    assert room.workshop.handles == {"o1": "c", "m1": "e", "o2": "t"}


def test_a_handle_stays_when_the_name_changes(room) -> None:
    room.do(join_organisation, "Council", organisation_id="o1")
    room.do(join_organisation, "The city", organisation_id="o1")

    assert room.workshop.handles == {"o1": "c"}
