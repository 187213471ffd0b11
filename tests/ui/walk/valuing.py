"""The walk through the values stage."""

from typing import Any

from tests.ui.walk.gathering import attendance, goes
from tests.ui.walk.hands import read
from tests.ui.walk.workshop import FILE, PEOPLE, SHORT, Walk

IN_ORDER = sorted(FILE["values"], key=lambda value: value["order"])


def values(walk: Walk) -> None:
    """Six values proposed, made visible, and taken through eleven rounds on one afternoon."""
    hands = walk.hands
    attendance(walk, "S2")
    hands.go_to("Purpose: Close")
    walk.next_step("values/open")
    walk.next_step("values/stories")
    walk.next_step("values/propose")
    for value in IN_ORDER:
        _propose(walk, value)
    walk.next_step("values/behaviours")
    for value in IN_ORDER:
        # The value that was proposed last is in hand.
        hands.press("Ctrl+Down")
        assert value["title"] in read(walk.console.pages)
        _make_visible(walk, value)
    walk.next_step("values/home-check")
    walk.next_step("values/rounds")
    for value in IN_ORDER:
        _negotiate(walk, value)
    walk.next_step("values/price-check")
    walk.next_step("values/close")


def afterwards(walk: Walk) -> None:
    """Positions that came after the lock, on the day on which they came."""
    hands = walk.hands
    walk.at("2026-03-27T10:00")
    for value in IN_ORDER:
        for late in value["late_positions"]:
            hands.go_to(f"Value: {value['title']}")
            walk.row(SHORT[late["org"]])
            if late["position"] == "agree":
                hands.press("1")
            else:
                hands.press("2")
                hands.enter(late["text"])
            walk.look()
            assert not walk.refused(), walk.refused()


def _propose(walk: Walk, value: dict[str, Any]) -> None:
    hands = walk.hands
    hands.fill(
        value["title"],
        SHORT[value["proposed_by"]],
        value["rounds"][0]["wording"],
        value["clarified"],
    )
    hands.press("Return")
    walk.look()
    assert not walk.refused(), walk.refused()


def _make_visible(walk: Walk, value: dict[str, Any]) -> None:
    hands = walk.hands
    for each in value["we_will"]:
        hands.enter(each)
    hands.tab_to("We will not")
    for each in value["we_will_not"]:
        hands.enter(each)
    walk.look()


def _negotiate(walk: Walk, value: dict[str, Any]) -> None:
    hands = walk.hands
    hands.go_to(f"Value: {value['title']}")
    for at, said in enumerate(value["rounds"]):
        if said["locked_at"] > "2026-03-18T14:35" and not _has_left(walk, "P17"):
            goes(walk, "P17", "2026-03-18T14:35")
            hands.go_to(f"Value: {value['title']}")
        walk.at(said["locked_at"])
        if at:
            _another_round(walk, value, at)
        walk.take_round(said)
        hands.press("L")
        walk.look()
        for objection in said["objections"]:
            walk.row(SHORT[objection["org"]])
            hands.press("R")
            hands.enter(objection["resolved_by"])
            walk.look()
    if value["status"] == "parked":
        hands.push("Park")
        parked = value["parked"]
        owner = f"{PEOPLE[parked['owner']]}, {_organisation_of(parked['owner'])}"
        hands.fill(owner, parked["question"], "10 Jun 2026")
        hands.press("Return")
    elif value["status"] == "withdrawn":
        hands.push("Withdraw")
        hands.fill("", value["withdrawn"]["reason"])
        hands.press("Return")
    walk.look()
    assert not walk.refused(), walk.refused()


def _another_round(walk: Walk, value: dict[str, Any], at: int) -> None:
    """Amend the wording where it changed, and open the next round."""
    hands = walk.hands
    before, said = value["rounds"][at - 1], value["rounds"][at]
    if said["wording"] != before["wording"]:
        hands.push("Amend the wording")
        hands.fill(said["wording"], "", before["amendment"] or "")
        hands.press("Return")
        walk.look()
    hands.push(f"Open round {at + 1}")
    walk.look()


def _has_left(walk: Walk, person: str) -> bool:
    member = next(m for m in walk.workshop.members.values() if m.role == PEOPLE[person])
    return bool(walk.workshop.stays[member.id][-1].left)


def _organisation_of(person: str) -> str:
    return SHORT[next(each["org"] for each in FILE["participants"] if each["id"] == person)]
