"""What happens next: who does it, by when where that is known."""

from facilitator.next_steps import drop_next_step, name_next_step, owner_of


def said(room) -> list[tuple[str, str, str]]:
    steps = room.workshop.next_steps.values()
    return [(s.text, owner_of(room.workshop, s), s.due) for s in steps]


def test_a_member_or_an_organisation_does_it_and_the_day_may_be_open(table) -> None:
    table.do(name_next_step, "Send it to the boards", "alder-lead", "2026-12-01")
    table.do(name_next_step, "Book the room", "beech")

    assert said(table) == [
        ("Send it to the boards", "Alder lead, Alder", "2026-12-01"),
        ("Book the room", "Beech", ""),
    ]


def test_a_correction_keeps_the_place_on_the_list(table) -> None:
    first = table.do(name_next_step, "Send it", "alder").id
    table.do(name_next_step, "Book the room", "beech")
    table.do(name_next_step, "Send it to the boards", "cedar", "", first)

    assert said(table)[0] == ("Send it to the boards", "Cedar", "")


def test_a_dropped_step_comes_back_with_undo(table) -> None:
    step = table.do(name_next_step, "Send it", "alder").id
    table.do(drop_next_step, step)
    assert said(table) == []
    table.undo()

    assert said(table) == [("Send it", "Alder", "")]


def test_a_day_that_is_past_is_refused_and_one_that_was_kept_stays(table) -> None:
    step = table.do(name_next_step, "Send it", "alder", "2026-03-17").id
    table.do(name_next_step, "Send it all", "alder", "2026-03-17", step, today="2026-03-18")

    assert said(table) == [("Send it all", "Alder", "2026-03-17")]
    assert table.refused(name_next_step, "Book", "beech", "2026-03-16", today="2026-03-18") == (
        "16 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    )
