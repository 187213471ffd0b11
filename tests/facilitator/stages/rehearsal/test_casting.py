"""Roles are drawn by lot: nobody plays their own job or organisation; observers have tasks."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.guide.scenario import RoleNote
from facilitator.stages.gather import join_member, join_organisation
from facilitator.stages.rehearsal.casting import (
    ask_observer,
    choose_scenario,
    draw_roles,
    give_role,
    name_observers,
    too_near,
)

ROLES = ("Hospital chief executive", "Ward sister", "Local reporter", "Board chair")
NOTES = (
    RoleNote(role="Hospital chief executive", kin=("hospital", "acute")),
    RoleNote(role="Ward sister", kin=("nurse", "hospital")),
    RoleNote(role="Board chair", kin=("chair",)),
)
PEOPLE = {
    "acute": ("Acute Trust", "Chief executive"),
    "nurse": ("Community Trust", "Director of nursing"),
    "chairs": ("City Council", "Cabinet member (Chair)"),
    "press": ("The Star", "Local reporter"),
    "daily": ("The Daily Reporter", "Editor"),
    "housing": ("Homes for All", "Director"),
    "voices": ("Healthwatch", "Manager"),
}


@pytest.fixture
def cast(room, pack):
    """A rehearsal with four roles, among seven people."""
    for member, (body, job) in PEOPLE.items():
        room.do(join_organisation, body, organisation_id=f"o-{member}")
        room.do(join_member, f"o-{member}", job, member_id=member)
    story = msgspec.structs.replace(pack, roles=ROLES, role_notes=NOTES)
    room.do(choose_scenario, story, rehearsal_id="flood")
    return room


def flood(room):
    return room.workshop.rehearsals["flood"]


def plays(room) -> dict[str, str]:
    return {part.role: part.member for part in flood(room).parts}


@pytest.mark.parametrize(
    ("role", "member", "why"),
    [
        ("Hospital chief executive", "acute", "organisation"),
        ("Ward sister", "nurse", ""),
        ("Ward sister", "acute", ""),
        ("Board chair", "chairs", "job"),
        ("Local reporter", "press", "job"),
        ("Local reporter", "daily", "organisation"),
        ("Local reporter", "housing", ""),
        ("Local reporter", "nobody", ""),
    ],
)
def test_who_is_too_near_to_a_role(cast, role, member, why) -> None:
    assert too_near(cast.workshop, flood(cast), role, member) == why


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(), here=st.sets(st.sampled_from(sorted(PEOPLE)), min_size=3))
def test_the_lot_gives_each_role_to_one_who_is_not_near(seed, here, new_room, pack_story) -> None:
    room = new_room()
    for member, (body, job) in PEOPLE.items():
        room.do(join_organisation, body, organisation_id=f"o-{member}")
        room.do(join_member, f"o-{member}", job, member_id=member)
    room.do(choose_scenario, pack_story, rehearsal_id="flood")

    room.do(draw_roles, "flood", sorted(here), random.Random(seed))

    drawn = plays(room)
    assert len(set(drawn.values())) == len(drawn)
    assert set(drawn.values()) <= here
    assert not any(too_near(room.workshop, flood(room), r, m) for r, m in drawn.items())
    assert len(drawn) == most(room, here)


@pytest.fixture(scope="module")
def pack_story():
    from facilitator.guide import load_guide

    pack = next(iter(load_guide().packs.values()))
    return msgspec.structs.replace(pack, roles=ROLES, role_notes=NOTES)


def most(room, here: set[str]) -> int:
    """How many roles can be given at most, by trying every way."""

    def tried(roles: tuple[str, ...], left: frozenset[str]) -> int:
        if not roles:
            return 0
        role, *rest = roles
        best = tried(tuple(rest), left)
        for member in left:
            if not too_near(room.workshop, flood(room), role, member):
                best = max(best, 1 + tried(tuple(rest), left - {member}))
        return best

    return tried(ROLES, frozenset(here))


def test_a_redraw_gives_another_cast(cast) -> None:
    cast.do(draw_roles, "flood", list(PEOPLE), random.Random(4))
    first = plays(cast)
    cast.do(draw_roles, "flood", list(PEOPLE), random.Random(4))

    assert not first.items() & plays(cast).items()


def test_what_was_given_by_hand_is_kept_when_asked(cast) -> None:
    cast.do(give_role, "flood", "Ward sister", "voices")
    for seed in range(20):
        cast.do(draw_roles, "flood", list(PEOPLE), random.Random(seed), keep=["Ward sister"])

        assert plays(cast)["Ward sister"] == "voices"
        assert list(plays(cast).values()).count("voices") == 1


def test_observers_are_not_drawn(cast) -> None:
    cast.do(name_observers, "flood", ("voices", "housing"))
    for seed in range(20):
        cast.do(draw_roles, "flood", list(PEOPLE), random.Random(seed))

        assert not {"voices", "housing"} & set(plays(cast).values())


def test_a_drawing_is_taken_back_in_one(cast) -> None:
    cast.do(give_role, "flood", "Ward sister", "voices")
    cast.do(draw_roles, "flood", list(PEOPLE), random.Random(2))
    cast.undo()

    assert plays(cast) == {"Ward sister": "voices"}


def test_an_observer_has_a_task_until_it_is_taken_away(cast) -> None:
    cast.do(name_observers, "flood", ("voices",))
    cast.do(ask_observer, "flood", "voices", " Who is not heard? ")
    assert flood(cast).tasks == {"voices": "Who is not heard?"}

    cast.do(ask_observer, "flood", "voices", "")

    assert flood(cast).tasks == {}


@pytest.mark.parametrize("seed", range(12))
def test_one_who_could_play_anything_makes_room_for_another(cast, pack, seed) -> None:
    # Of these two only Homes for All may play the hospital's chief executive.
    two = ("Hospital chief executive", "Local reporter")
    story = msgspec.structs.replace(pack, roles=two, role_notes=NOTES)
    cast.do(choose_scenario, story, rehearsal_id="flood")
    cast.do(draw_roles, "flood", ["acute", "housing"], random.Random(seed))

    assert plays(cast) == {two[0]: "housing", two[1]: "acute"}
