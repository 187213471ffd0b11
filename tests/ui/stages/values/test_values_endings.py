"""What can be done to a value besides a round, where the page only hands the answers on."""

from facilitator.stages.values import propose
from ui.stages.values.endings import parking


def test_a_value_is_not_parked_for_a_day_that_is_past(session, desk, refusals):
    made = session.do(propose, "Innovation").id
    act = parking(desk, session.workshop.values[made]).act
    answers = {"owner": "The two chairs", "question": "", "date": "2 Mar 2026"}

    assert act(answers) is None
    assert refusals == [
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ]
    act({**answers, "date": "18 Mar 2026"})
    assert session.workshop.values[made].ending.return_by == "2026-03-18"
