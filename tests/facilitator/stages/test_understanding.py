"""The words we share: agreed, corrected, dropped, parked; each of it one step to take back."""

from facilitator.stages.understanding import agree_term, drop_term, find_term, park_term


def said(room) -> list[tuple[str, str]]:
    return [(t.term, t.use) for t in room.workshop.terms.values()]


def ids(room) -> list[str]:
    return list(room.workshop.terms)


def test_a_word_is_kept_with_its_agreed_use(room) -> None:
    room.do(agree_term, " people ", "everyone who lives or works here")

    assert said(room) == [("people", "everyone who lives or works here")]


def test_a_correction_keeps_the_place_on_the_list(room) -> None:
    room.do(agree_term, "people", "residents")
    room.do(agree_term, "prevention", "before it starts")
    room.do(agree_term, "People", "everyone who lives here", ids(room)[0])

    assert said(room) == [("People", "everyone who lives here"), ("prevention", "before it starts")]


def test_a_seventh_word_is_kept_like_any_other(room) -> None:
    for number in range(7):
        room.do(agree_term, f"word {number}", "so")

    assert len(said(room)) == 7


def test_a_word_is_found_whatever_its_capitals(room) -> None:
    room.do(agree_term, "Prevention", "before it starts")

    assert find_term(room.workshop, " prevention ").use == "before it starts"
    assert find_term(room.workshop, "prevent") is None


def test_a_dropped_word_is_gone_and_comes_back_with_undo(room) -> None:
    room.do(agree_term, "people", "residents")
    room.do(drop_term, ids(room)[0])
    assert said(room) == []
    room.undo()

    assert said(room) == [("people", "residents")]


def test_a_parked_word_goes_to_the_car_park_with_its_use(room) -> None:
    room.do(agree_term, "people", "residents")
    room.do(park_term, "", term_id=ids(room)[0])

    assert said(room) == []
    assert [p.text for p in room.workshop.car_park.values()] == ["people: residents"]


def test_a_word_that_was_only_tried_is_parked_too(room) -> None:
    room.do(park_term, "co-production")

    assert [p.text for p in room.workshop.car_park.values()] == ["co-production"]


def test_undo_takes_a_parked_word_out_of_the_car_park_and_onto_the_list(room) -> None:
    room.do(agree_term, "people", "residents")
    room.do(park_term, "", term_id=ids(room)[0])
    room.undo()

    assert said(room) == [("people", "residents")]
    assert room.workshop.car_park == {}
