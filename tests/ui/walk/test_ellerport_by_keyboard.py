"""The whole Ellerport workshop through the real windows, with nothing but the keyboard."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication

from facilitator.guide import load_guide
from facilitator.rounds import latest_round, rounds_about
from facilitator.stages.purpose import adopted
from facilitator.statement import AnotherBoard
from tests.ui.walk import committing, gathering, purposing, rehearsing, valuing
from tests.ui.walk.workshop import FILE, PEOPLE, SHORT, Walk, results_of, value_called
from ui.stages.purpose.words import ANOTHER_BOARD, DEFEND, STOPS
from ui.theme.palette import apply_theme

GUIDE = load_guide()
OFTEN = {"calm", "ready", "heard", "tense"}
"""Words for a feeling that the screen has for other things, such as "3 of 12 heard"."""
STAGES: dict[str, Callable[[Walk], None]] = {
    "begin": gathering.begin,
    "gather": gathering.gather,
    "purpose": purposing.purpose,
    "values": valuing.values,
    "afterwards": valuing.afterwards,
    "rehearsal": rehearsing.rehearse,
    "commitments": committing.commit,
    "agreement": committing.agree,
    "review": committing.review,
}


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The app, walked through once; each test goes on from where the one before stopped."""
    apply_theme(qapp)
    made = Walk(tmp_path_factory.mktemp("walk"))
    yield made
    if made.app.console is not None:
        made.app.console.gone.disconnect()
        made.app.console.close()
    made.app.start.close()


def up_to(walk: Walk, stage: str) -> Walk:
    """Walk on to the end of a stage, from wherever the walk is."""
    for name in list(STAGES)[: list(STAGES).index(stage) + 1]:
        if name not in walk.done:
            walk.done.append(name)
            STAGES[name](walk)
    return walk


def test_a_new_workshop_is_begun_from_the_start_page(walk: Walk) -> None:
    up_to(walk, "begin")

    about = walk.workshop.about
    assert about.group == FILE["board"]["name"]
    assert about.place_in_prompts == "Ellerport"
    assert about.date == "2026-03-04"


def test_everybody_is_gathered(walk: Walk) -> None:
    up_to(walk, "gather")

    members = [
        (o.name, o.short, o.org_class, o.voting) for o in walk.workshop.organisations.values()
    ]
    assert members == [
        (o["name"], o["short"], o["org_class"], o["voting"]) for o in FILE["board"]["organisations"]
    ]
    people = [(m.role, m.substitute, m.authority) for m in walk.workshop.members.values()]
    assert people == [
        (p["role"], p["substitute"], p["delegated_authority"]) for p in FILE["participants"]
    ]
    assert len(walk.workshop.people_at("2026-03-04T13:30")) == 18
    assert len(walk.workshop.interests) == 3
    said = FILE["board"]["decision_rule"]
    rule = walk.workshop.rule
    assert (rule.least_voting, rule.stand_aside_limit, rule.most_rounds) == (7, 0.25, 3)
    assert set(rule.classes) == set(said["quorum"]["must_include"])
    assert rule.text == said["text"]


def test_the_purpose_is_found_and_adopted(walk: Walk) -> None:
    up_to(walk, "purpose")

    said = FILE["purpose"]
    texts = [card.text for card in walk.workshop.contributions.values()]
    assert texts == [card["text"] for card in said["contributions"]]
    found = results_of(walk)
    expected = FILE["expected"]
    for key in ("contributions", "kept", "parked", "by_prompt", "by_cluster"):
        assert found[key] == expected[key]
    assert found["purpose"] == said["final_round"]["expected"] | {
        "adopted": {"version": "v3", "text": said["statements"][2]["text"]}
    }


def test_what_was_asked_before_and_after_adopting_is_kept(walk: Walk) -> None:
    up_to(walk, "purpose")

    found = adopted(walk.workshop)
    assert found is not None
    assert found.another_board == AnotherBoard(False, purposing.ONLY_OURS)
    assert found.stops == purposing.STOPS
    said = {walk.workshop.organisation_name(o): d for o, d in found.defences.items()}
    assert {name: (d.will, d.text) for name, d in said.items()} == {
        SHORT[each["org"]]: (each["will_defend"], each["reason"]) for each in FILE["defend_outside"]
    }


def test_the_room_saw_the_questions_and_how_many_will_defend_it(walk: Walk) -> None:
    up_to(walk, "purpose")

    shown = walk.room_saw["purpose/positions"]
    assert {ANOTHER_BOARD, STOPS, DEFEND, *purposing.STOPS} <= shown
    assert "11 will defend it outside, 1 not yet" in shown
    assert not any("Members must be asked" in each for each in shown)


def test_a_card_that_is_not_to_be_attributed_is_kept_without_a_name(walk: Walk) -> None:
    up_to(walk, "purpose")

    said = {card["text"]: card for card in FILE["purpose"]["contributions"]}
    for card in walk.workshop.contributions.values():
        wanted = PEOPLE[said[card.text]["by"]] if said[card.text]["attribute_in_export"] else ""
        assert (walk.workshop.person(card.member) if card.member else "") == wanted


@pytest.mark.parametrize("value", FILE["values"], ids=lambda value: value["id"])
def test_a_value_ends_where_the_file_says(walk: Walk, value: dict[str, Any]) -> None:
    up_to(walk, "values")

    found = results_of(walk)["values"][value["id"]]
    assert found["rounds"] == [each["expected"] for each in value["rounds"]]
    assert found["status"] == value["status"]


def test_every_value_keeps_its_meaning_and_its_behaviours(walk: Walk) -> None:
    up_to(walk, "values")

    kept = {
        v.title: (v.meaning, list(v.will), list(v.will_not)) for v in walk.workshop.values.values()
    }
    assert kept == {
        v["title"]: (v["clarified"], v["we_will"], v["we_will_not"]) for v in FILE["values"]
    }


def test_objections_keep_their_words_and_how_they_were_settled(walk: Walk) -> None:
    up_to(walk, "values")

    for value in FILE["values"]:
        asked = rounds_about(walk.workshop, value_called(walk, value["title"]))
        for found, said in zip(asked, value["rounds"], strict=True):
            assert (found.wording, found.at) == (said["wording"], said["locked_at"])
            objections = [p for p in found.positions.values() if p.code == "object"]
            kept = {(p.text, p.category, p.resolved) for p in objections}
            assert kept == {
                (o["reason"], o["category"], o["resolved_by"]) for o in said["objections"]
            }


def test_positions_that_came_late_stand_beside_the_round(walk: Walk) -> None:
    up_to(walk, "afterwards")

    ids = {o.name: o.id for o in walk.workshop.organisations.values()}
    trust = ids["Acute Hospital Trust"]
    for value in FILE["values"]:
        last = latest_round(walk.workshop, value_called(walk, value["title"]))
        said = [(late["position"], late["text"]) for late in value["late_positions"]]
        assert last is not None
        assert [(p.code, p.text) for o, p in last.late.items() if o == trust] == said


def test_ward_9_is_rehearsed(walk: Walk) -> None:
    up_to(walk, "rehearsal")

    said = FILE["scenario_runs"][0]
    found = next(iter(walk.workshop.rehearsals.values()))
    words = [(f.word, f.tension) for f in found.feelings if f.when == "before"]
    assert words == [(f["word"], f["tension_1to5"]) for f in said["check_in_before"]]
    assert [found.played[i["inject"]].how for i in said["injects_played"]] == [
        "clock",
        "clock",
        "hand",
    ]
    assert [p.response for p in found.played.values()] == [
        i["response"] for i in said["injects_played"]
    ]
    outcomes = {name: each["result"] for name, each in results_of(walk)["decisions"].items()}
    assert outcomes == {"SC1-D1": "agreed_with_reservations", "SC1-D2": "agreed_with_reservations"}
    assert [answer for _, answer in found.answers] == [each["a"] for each in said["debrief"]]
    verdicts = {s.moment: s.verdict for s in found.strains.values()}
    broke = {"broken": "broke"}
    assert verdicts == {
        s["moment"]: broke.get(s["verdict"], s["verdict"]) for s in said["values_under_strain"]
    }
    assert [lesson.text for lesson in found.lessons] == said["lessons"]
    changes = [(c.text, c.accepted) for c in found.changes.values()]
    assert changes == [
        (rehearsing.words_of(c), c["status"] == "accepted") for c in said["changes_to_agreement"]
    ]
    changed = walk.workshop.values[value_called(walk, "No surprises")]
    assert changed.will[-1] == changes[0][0]


def test_eight_commitments_are_made(walk: Walk) -> None:
    up_to(walk, "commitments")

    kept = [(c.text, c.due, c.measure, c.authority) for c in walk.workshop.commitments.values()]
    assert kept == [
        (c["text"], c["due"], c["measure"], c["authority_needed"]) for c in FILE["commitments"]
    ]
    owners = [walk.workshop.person(c.owner) for c in walk.workshop.commitments.values()]
    assert owners == [PEOPLE[c["owner"]] for c in FILE["commitments"]]


def test_the_agreement_is_assented_to_and_written(walk: Walk) -> None:
    up_to(walk, "agreement")

    paper = walk.workshop.paper
    assert (paper.version, paper.reference) == ("0.4", "ELL-HWB-SLA")
    assert (paper.ratify_on, paper.review_on) == ("2026-05-13", "2026-11-11")
    assert len(walk.workshop.assents) == 12
    assert [a.reservation for a in walk.workshop.assents.values() if a.reservation]
    (written,) = walk.folder.glob("*.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in PdfDocument(written)]
    text = " ".join(" ".join(pages).split())
    assert FILE["purpose"]["statements"][2]["text"] in text
    assert committing.RESERVED in text


@pytest.mark.parametrize("key", FILE["expected"])
def test_a_figure_comes_out_as_the_file_expects(walk: Walk, key: str) -> None:
    up_to(walk, "review")

    assert results_of(walk)[key] == FILE["expected"][key]


def test_the_room_sees_every_prompt_and_no_word_that_is_not_for_it(walk: Walk) -> None:
    up_to(walk, "review")

    shown = "\n".join(sorted(set().union(*walk.room_saw.values())))
    steps = [step for s in walk.console.navigator.stages() for step in GUIDE.stage(s).steps]
    assert len(walk.room_saw) == len(steps) - 1, "the first step was up before anybody watched"
    assert "What does Ellerport need that only we have the power to do?" in shown
    for step in steps:
        for secret in (step.say, step.ask, step.if_stuck):
            assert not secret or walk.console.desk.words(secret) not in shown
    run = FILE["scenario_runs"][0]
    words = {f["word"] for f in run["check_in_before"] + run["check_in_after"]}
    seen = {word for word in words if re.search(rf"\b{word}\b", shown)}
    assert seen <= OFTEN, "the room saw how somebody felt"
    for inject in GUIDE.packs["SC1"].injects:
        assert (inject.text in shown) == inject.for_everyone
    for said in FILE["interests"]:
        assert said["interest"] == "None" or said["interest"] not in shown
    assert committing.RESERVED not in shown
