"""A pack's texts are shown with typographic marks; its file keeps what was written."""

import pytest
from msgspec.structs import replace

from facilitator.guide import RoleNote, load_guide, pack_in_type, set_in_type


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ward 9's 24 beds", "Ward 9’s 24 beds"),
        ("Patients' safety", "Patients’ safety"),
        ("the board 'will save Ward 9'.", "the board ‘will save Ward 9’."),
        ("They write: 'You promised us.'", "They write: ‘You promised us.’"),
        ('"No", she said ("never")', "“No”, she said (“never”)"),
        ("\"'No surprises' was ours\"", "“‘No surprises’ was ours”"),
        ("'first' of all", "‘first’ of all"),
        ("“set” ’already’", "“set” ’already’"),
        ("", ""),
    ],
)
def test_marks_are_set_as_a_printer_sets_them(written: str, shown: str) -> None:
    assert set_in_type(written) == shown


@pytest.mark.parametrize("name", ["SC1", "SC2", "SC3", "SC4", "SC5", "SC6"])
def test_a_pack_that_ships_is_shown_without_a_straight_mark(name: str) -> None:
    shown = pack_in_type(load_guide().packs[name])
    kin = tuple(replace(note, kin=()) for note in shown.role_notes)
    assert not any(
        mark in text for text in _texts(replace(shown, role_notes=kin)) for mark in "'\""
    )


def _texts(each: object) -> list[str]:
    if isinstance(each, str):
        return [each]
    if isinstance(each, tuple):
        return [text for one in each for text in _texts(one)]
    fields = getattr(each, "__struct_fields__", ())
    return [text for name in fields for text in _texts(getattr(each, name))]


def test_ids_and_the_words_by_which_a_job_is_known_stay_as_they_are_written() -> None:
    pack = load_guide().packs["SC1"]
    note = RoleNote(role="Ward's sister", kin=("ward's",))
    shown = pack_in_type(replace(pack, id="own's", roles=("Ward's sister",), role_notes=(note,)))
    assert (shown.id, shown.roles) == ("own's", ("Ward’s sister",))
    assert shown.role_notes == (RoleNote(role="Ward’s sister", kin=("ward's",)),)
