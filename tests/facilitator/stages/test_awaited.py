"""What may still come from home once the rounds are locked."""

import datetime

from facilitator.afterwards import confirm_mandate, take_late_position
from facilitator.rounds import lock_round, open_round
from facilitator.stages.purpose import adopt, draft
from facilitator.stages.values import (
    late_positions_until,
    on_the_table_again,
    open_value_round,
    park_value,
    reopen_value,
    state_authority,
    still_to_come,
)
from facilitator.statement import answer_another_board, name_stop

NOON, TODAY, LAST_DAY = "2026-03-18T12:00", "2026-03-19", "2026-04-01"


def awaited(table, today: str = TODAY) -> list[tuple[str, str, str, str]]:
    found = still_to_come(table.workshop, today)
    return [(a.kind, a.subject, a.organisation, a.by) for a in found]


def test_an_absent_organisation_may_send_its_position_for_ten_working_days(table) -> None:
    value = table.value()
    table.round(value, dogwood="absent")

    assert awaited(table) == [("late", value, "dogwood", LAST_DAY)]
    assert awaited(table, LAST_DAY) == awaited(table)
    assert awaited(table, "2026-04-02") == []


def test_who_joined_after_the_lock_was_not_asked(table) -> None:
    value = table.value()
    table.round(value)
    table.join("Fir")

    assert still_to_come(table.workshop, TODAY) == []


def test_a_late_position_that_has_come_is_awaited_no_longer(table) -> None:
    value = table.value()
    locked = table.round(value, dogwood="absent")
    table.do(take_late_position, locked, "dogwood", "agree", TODAY)

    assert awaited(table) == []


def test_a_mandate_is_awaited_until_it_is_there_and_comes_first(table) -> None:
    table.join("Fir", substitute=True, authority=False)
    table.here("alder", "beech", "cedar", "fir")
    value = table.value()
    opened = table.do(open_value_round, value).id
    table.stand(opened, **dict.fromkeys(("alder", "beech", "cedar", "fir"), "agree"))
    table.do(lock_round, opened, NOON)

    assert awaited(table)[0] == ("mandate", value, "fir", LAST_DAY)
    assert awaited(table, "2026-07-01") == [("mandate", value, "fir", LAST_DAY)]
    table.do(confirm_mandate, opened, "fir", TODAY)
    assert [kind for kind, *_ in awaited(table)] == ["late", "late"]


def test_a_mandate_is_awaited_by_the_date_named_at_the_home_check(table) -> None:
    table.join("Fir", authority=False)
    table.here("fir")
    value = table.value()
    opened = table.do(open_value_round, value).id
    table.stand(opened, fir="agree")
    table.do(lock_round, opened, NOON)
    table.do(state_authority, "fir", "Nothing yet", "the board", "2026-03-25")

    assert awaited(table)[0] == ("mandate", value, "fir", "2026-03-25")


def test_nothing_is_awaited_for_a_value_that_was_not_agreed_or_is_put_aside(table) -> None:
    refused, parked, again = (table.value(t) for t in ("Candour", "Speed", "Care"))
    table.round(refused, alder="object", dogwood="absent")
    table.round(parked, alder="object", dogwood="absent")
    table.do(park_value, parked, "Bea", "", "2026-05-01")
    table.round(again, dogwood="absent")
    table.do(reopen_value, again, "New facts")

    assert awaited(table) == []
    assert late_positions_until(table.workshop) is None


def test_the_deadline_is_that_of_the_last_round(table) -> None:
    table.round(table.value("Candour"))
    table.round(table.value("Speed"), at="2026-03-20T12:00")

    assert late_positions_until(table.workshop) == datetime.date(2026, 4, 3)


def test_a_late_objection_puts_a_value_on_the_table_again(table) -> None:
    value = table.value()
    locked = table.round(value, dogwood="absent")
    assert on_the_table_again(table.workshop) == []
    table.do(take_late_position, locked, "dogwood", "object", TODAY, "It is unlawful.", "harm")

    ((subject, about, against),) = on_the_table_again(table.workshop)
    assert (subject, about.id, [p.text for p in against]) == (value, locked, ["It is unlawful."])
    table.do(open_value_round, value)
    assert on_the_table_again(table.workshop) == []


def test_the_adopted_purpose_is_decided_like_a_value(table) -> None:
    made = table.do(draft, "We move money together.").id
    opened = table.do(open_round, made, "We move money together.").id
    table.stand(opened, alder="agree", beech="agree", cedar="agree", elm="agree")
    table.stand(opened, dogwood="absent")
    table.do(lock_round, opened, NOON)
    assert awaited(table) == []
    table.do(answer_another_board, made, False)
    table.do(name_stop, made, "Nothing")
    table.do(adopt, made)
    assert awaited(table) == [("late", made, "dogwood", LAST_DAY)]
    table.do(take_late_position, opened, "dogwood", "need_more", TODAY, "Whose money?")

    assert [subject for subject, _, _ in on_the_table_again(table.workshop)] == [made]
