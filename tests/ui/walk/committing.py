"""The walk through commitments and the agreement, and how things stood months later."""

from datetime import date

from tests.ui.walk.workshop import FILE, PEOPLE, SHORT, Walk

RESERVED = "Subject to the clinical safety case"


def commit(walk: Walk) -> None:
    """Eight commitments and two joint lines."""
    hands = walk.hands
    walk.at("2026-04-15T14:40")
    walk.next_step("commitments/first-drafts")
    for each in FILE["commitments"]:
        assert hands.name == "What will be done"
        hands.fill(
            each["text"],
            SHORT[each["lead_org"]],
            PEOPLE[each["owner"]],
            _typed(each["due"]),
            each["measure"],
            each["authority_needed"],
        )
        hands.press("Return")
        walk.look()
        assert not walk.refused(), walk.refused()
    walk.next_step("commitments/make-it-hold")
    for line in FILE["budgets"]:
        hands.push("Add a joint budget line")
        held = {"aligned": "Aligned: each keeps its own", "pooled": "Pooled: one host holds it"}
        hands.fill(line["name"], held[line["kind"]])
        hands.press("Tab")
        for each, pounds in line["contributors"].items():
            hands.fill(SHORT[each], f"{pounds:,}")
            hands.press("Return")
        hands.press("Return")
        walk.look()
        assert not walk.refused(), walk.refused()
    walk.next_step("commitments/read-back")


def agree(walk: Walk) -> None:
    """The details of the paper, twelve assents, the two dates, and the PDF."""
    hands = walk.hands
    control = FILE["document_control"]
    walk.next_step("agreement/read-aloud")
    hands.tab_to("Version")
    hands.fill(control["version"], control["reference"], control["owner"])
    hands.press("Return")
    walk.next_step("agreement/assent")
    for each in FILE["board"]["organisations"]:
        walk.row(each["short"])
        if each["id"] == "O07":
            hands.press("R")
            hands.type(RESERVED)
        hands.press("Return")
        walk.look()
        assert not walk.refused(), walk.refused()
    walk.next_step("agreement/close")
    hands.fill(
        _typed(FILE["board"]["ratification_meeting"]), _typed(FILE["board"]["review_meeting"])
    )
    hands.press("Return")
    walk.look()
    hands.press("Ctrl+E")
    hands.push("Write the agreement")
    page = walk.console.papers.page
    while page.writing.busy:
        hands.settle()
    walk.look()
    hands.press("Esc")


def review(walk: Walk) -> None:
    """How each commitment stood on the day of the review."""
    hands = walk.hands
    walk.at("2026-11-11T10:00")
    hands.go_to("Commitments: Read back")
    keys = {"on_track": "T", "at_risk": "R", "late": "L", "done": "D"}
    for each in FILE["commitments"]:
        walk.row(each["text"])
        hands.press(keys[each["review"]["status"]])
        walk.look()


def _typed(iso: str) -> str:
    """A date as a person types it."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day.strftime('%b')} {day.year}"
