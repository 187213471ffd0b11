"""The walk through the rehearsal stage."""

from datetime import datetime, timedelta
from typing import Any

from tests.ui.walk.gathering import attendance, goes
from tests.ui.walk.workshop import FILE, PEOPLE, Walk

SAID = FILE["scenario_runs"][0]
TITLES = {each["id"]: each["title"] for each in FILE["values"]}
DAY = "2026-04-15T"
# The pack that ships calls one of its parts by fewer words than the file does.
PARTS = {"Daughter of a ward patient": "Daughter of a patient"}


def rehearse(walk: Walk) -> None:
    """Ward 9: parts, feelings, injects, two decisions, verdicts, answers, lessons, changes."""
    hands = walk.hands
    attendance(walk, "S3")
    hands.go_to("Values: Close")
    walk.next_step("rehearsal/brief")
    brief(walk)
    walk.next_step("rehearsal/check-in-before")
    check_in(walk, SAID["check_in_before"])
    walk.next_step("rehearsal/read-in")
    walk.at(DAY + "13:25")
    walk.next_step("rehearsal/play")
    hands.tab_to("Start the clock")
    hands.press("Space")
    _inject(walk, 0, "13:28")
    _inject(walk, 1, "13:41")
    goes_by(walk, "13:48")
    decide(walk, SAID["decisions"][0])
    goes_by(walk, "13:55")
    hands.push("Release now: The date is out")
    answer(walk, 2)
    goes_by(walk, "14:00")
    goes(walk, "P05", DAY + "14:00")
    hands.go_to("Rehearsal: Play")
    goes_by(walk, "14:04")
    hands.push("Next decision →")
    decide(walk, SAID["decisions"][1])
    hands.push("Pause the scenario clock", back=True)
    walk.at(DAY + "14:08")
    walk.next_step("rehearsal/check-in-after")
    check_in(walk, SAID["check_in_after"])
    walk.next_step("rehearsal/debrief")
    debrief(walk)
    walk.next_step("rehearsal/change")
    change(walk)
    walk.next_step("rehearsal/close")


def goes_by(walk: Walk, minute: str) -> None:
    """Time goes by while the app looks at the clock: a gap would be a laptop that slept."""
    end = datetime.fromisoformat(DAY + minute).astimezone()
    while (now := walk.clock.now()) < end:
        walk.clock.at(min(end, now + timedelta(seconds=45)))
        walk.console.tick()
    walk.look()


def brief(walk: Walk) -> None:
    hands = walk.hands
    walk.row("Ward 9")
    hands.tab_to("Stop word")
    hands.enter(SAID["stop_word"])
    walk.look()
    for each in SAID["roles"]:
        walk.row(PARTS.get(each["role"], each["role"]))
        hands.press("Return")
        hands.enter(PEOPLE[each["p"]])
        walk.look()
    hands.tab_to("Who watches? A name again takes it off")
    for each in SAID["observers"]:
        hands.enter(PEOPLE[each])
    walk.look()


def check_in(walk: Walk, feelings: list[dict[str, Any]]) -> None:
    hands = walk.hands
    for each in feelings:
        assert hands.name == "One word"
        hands.enter(each["word"])
        hands.enter(str(each["tension_1to5"]))
        walk.look()


def _inject(walk: Walk, at: int, minute: str) -> None:
    """One that arrives by the clock, and what the group did about it."""
    before = len(_rehearsal(walk).played)
    goes_by(walk, minute)
    assert len(_rehearsal(walk).played) == before + 1
    answer(walk, at)


def answer(walk: Walk, at: int) -> None:
    walk.hands.tab_to("What did the group do?", back=True)
    walk.hands.enter(SAID["injects_played"][at]["response"])
    walk.look()


def decide(walk: Walk, said: dict[str, Any]) -> None:
    hands = walk.hands
    hands.tab_to("+ another way. The room makes its own")
    hands.press("Return")
    assert hands.name == "What is proposed?"
    hands.enter(said["text"])
    hands.enter(said["reasons"])
    walk.look()
    walk.take_round(said)
    hands.press("L")
    walk.look()
    assert not walk.refused(), walk.refused()


def debrief(walk: Walk) -> None:
    hands = walk.hands
    for each in SAID["debrief"]:
        hands.tab_to("Questions of the debrief")
        walk.row_with(each["q"])
        hands.press("Return")
        hands.enter(each["a"])
        walk.look()
    hands.tab_to("Questions of the debrief")
    walk.row_with("Which value held, which bent, which broke? Name the minute.")
    hands.press("Return")
    hands.tab_to("Values under strain")
    keys = {"held": "1", "bent": "2", "broken": "3"}
    for each in SAID["values_under_strain"]:
        walk.row(TITLES[each["value"]])
        hands.press(keys[each["verdict"]])
        hands.enter(each["moment"])
        walk.look()
    hands.tab_to("What did we learn?")
    for lesson in SAID["lessons"]:
        hands.enter(lesson)
    walk.look()


def change(walk: Walk) -> None:
    hands = walk.hands
    for each in SAID["changes_to_agreement"]:
        hands.tab_to("What does it change?")
        hands.enter(TITLES.get(each["target"], f"The {each['target']}"))
        if each["target"] in TITLES:
            hands.enter("we will" if each["change"].startswith("Add we-will:") else "")
        hands.enter(words_of(each))
        hands.enter(PEOPLE.get(each.get("owner", ""), ""))
        hands.enter("29 May 2026" if each.get("due") else "")
        walk.look()
        assert not walk.refused(), walk.refused()
    hands.tab_to("Changes to the agreement")
    for each in SAID["changes_to_agreement"]:
        if each["status"] == "accepted":
            walk.row_with(words_of(each))
            hands.press("Return")
            walk.look()


def words_of(change: dict[str, Any]) -> str:
    """The words of a change as they are typed: the line itself, where it is one."""
    return str(change["change"]).removeprefix("Add we-will: ").strip("'")


def _rehearsal(walk: Walk) -> Any:
    return next(iter(walk.workshop.rehearsals.values()))
