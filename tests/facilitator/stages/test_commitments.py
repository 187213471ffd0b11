"""Who will do what by when, and what became of it."""

import pytest

from facilitator.stages.commitments import commit, name_budget, report

PROMISE = ("Start home support", "alder", "Bea", "2026-09-30", "Starts within 48 hours")


def test_a_commitment_has_an_owner_a_date_and_a_measure(table) -> None:
    made = table.do(commit, *PROMISE, authority=" Officer delegation ", supported_by=("beech",))

    kept = table.workshop.commitments[made.id]
    assert (kept.text, kept.organisation, kept.owner, kept.due, kept.measure) == PROMISE
    assert kept.authority == "Officer delegation"
    assert kept.supported_by == ("beech",)


def test_a_commitment_has_not_started_until_it_is_reported(table) -> None:
    made = table.do(commit, *PROMISE).id

    assert table.workshop.commitments[made].status == "not_started"


def test_the_newest_report_says_how_a_commitment_stands(table) -> None:
    made = table.do(commit, *PROMISE).id
    table.do(report, made, "2026-06-01", "at_risk", "44%")
    table.do(report, made, "2026-11-11", "done", "81%")

    kept = table.workshop.commitments[made]
    assert kept.status == "done"
    assert [(r.date, r.latest) for r in kept.reports] == [
        ("2026-06-01", "44%"),
        ("2026-11-11", "81%"),
    ]


def test_correcting_a_commitment_keeps_its_reports(table) -> None:
    made = table.do(commit, *PROMISE).id
    table.do(report, made, "2026-06-01", "late")
    table.do(commit, "Start home support sooner", *PROMISE[1:], commitment_id=made)

    kept = table.workshop.commitments[made]
    assert (kept.text, kept.status) == ("Start home support sooner", "late")
    assert len(table.workshop.commitments) == 1


def test_a_budget_line_is_the_sum_of_what_each_puts_in(table) -> None:
    made = table.do(name_budget, "Joint line", "aligned", {"alder": 2_400_000, "beech": 0}, "alder")

    assert table.workshop.budgets[made.id].total == 2_400_000


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((" ", *PROMISE[1:]), "What is promised? Begin with a verb."),
        (
            ("Start", "everyone", *PROMISE[2:]),
            "Which organisation leads it? “All of us” means nobody.",
        ),
        (("Start", "alder", "", *PROMISE[3:]), "Who owns it? A commitment needs one person."),
        (("Start", "alder", "Bea", "", "Starts"), "By when? A commitment needs a date."),
        (
            ("Start", "alder", "Bea", "Soon", "Starts"),
            "“Soon” is not a date. Write it like 23 Nov 2026.",
        ),
        (
            ("Start", "alder", "Bea", "2026-09-30", " "),
            "How will anyone know it is done? Name the measure.",
        ),
    ],
)
def test_a_commitment_lacks_nothing(table, args, sentence) -> None:
    assert table.refused(commit, *args) == sentence


def test_a_report_is_about_a_commitment_that_is_there(table) -> None:
    assert table.refused(report, "gone", "2026-06-01", "done") == (
        "That commitment is no longer there."
    )


def test_a_report_has_a_date(table) -> None:
    made = table.do(commit, *PROMISE).id

    assert table.refused(report, made, "", "done") == "On which date did it stand so?"


@pytest.mark.parametrize("contributors", [{}, {"alder": -1}])
def test_a_budget_line_says_what_each_puts_in(table, contributors) -> None:
    assert table.refused(name_budget, "Joint line", "pooled", contributors) == (
        "Say what each organisation puts in, in whole pounds."
    )


def test_a_budget_line_has_a_name(table) -> None:
    assert table.refused(name_budget, "", "pooled", {"alder": 1}) == "Name the budget line."


def test_what_is_overdue_may_be_put_right_without_a_new_date(table) -> None:
    made = table.do(commit, "Start", "alder", "Ann", "2026-03-20", "Number").id
    table.do(
        commit, "Begin", "alder", "Ann", "2026-03-20", "Number", "", (), made, today="2026-04-01"
    )

    assert table.workshop.commitments[made].text == "Begin"
