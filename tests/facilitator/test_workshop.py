"""What the workshop says of itself."""

from facilitator.stages.gather import join_member
from facilitator.stages.purpose import draft
from facilitator.workshop import Workshop


def test_two_empty_workshops_share_nothing() -> None:
    one, other = Workshop(), Workshop()
    one.stays["a"] = ()

    assert other.stays == {}


def test_electors_are_the_organisations_as_a_decision_sees_them(table) -> None:
    electors = {e.organisation: (e.org_class, e.voting) for e in table.workshop.electors()}

    assert electors["alder"] == ("council", True)
    assert electors["elm"] == ("partner", False)


def test_names_are_those_on_screen_and_other_words_stay_as_they_are(table) -> None:
    table.do(join_member, "alder", "Chief", "Bea", member_id="bea")

    assert table.workshop.organisation_name("alder") == "Alder"
    assert table.workshop.organisation_name("a neighbour") == "a neighbour"
    assert table.workshop.person("bea") == "Bea"
    assert table.workshop.person("alder-lead") == "Alder lead"
    assert table.workshop.person("the clerk") == "the clerk"


def test_what_positions_are_taken_on_has_a_name(table) -> None:
    value = table.value("Candour")
    table.do(draft, "We move money together.", draft_id="d1")

    assert table.workshop.subject_name(value) == "Candour"
    assert table.workshop.subject_name("d1") == "the purpose v1"
    assert table.workshop.subject_name("gone") == ""


def test_an_organisation_may_not_speak_when_nobody_here_has_authority(table) -> None:
    table.do(join_member, "alder", "Sub", substitute=True, authority=False, member_id="alder-lead")
    table.here("alder", "beech")

    assert table.workshop.without_authority("2026-03-18T12:00") == {"alder"}
    assert table.workshop.without_authority("2026-03-18T11:59") == set()


def test_it_counts_what_is_on_the_start_page(table) -> None:
    table.value()

    assert table.workshop.counts() == {
        "contributions": 0,
        "values": 1,
        "commitments": 0,
        "assents": 0,
    }
