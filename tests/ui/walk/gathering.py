"""The walk through the start page and the gather stage."""

from tests.ui.walk.workshop import FILE, PEOPLE, SHORT, Walk
from ui.stages.gather.words import class_words


def begin(walk: Walk) -> None:
    """The start page: a new workshop, from the form to the console."""
    hands = walk.hands
    walk.app.show_start()
    hands.settle()
    hands.settle()
    hands.tab_to("New workshop")
    hands.press("Return")
    hands.settle()
    hands.fill(FILE["board"]["name"], "Ellerport", "Shared leadership workshop", "4 Mar 2026")
    hands.press("Return")
    hands.settle()
    hands.press("F5")
    walk.watch()


def gather(walk: Walk) -> None:
    """Organisations, people, who is here, interests, who is missing, and the rule."""
    hands = walk.hands
    walk.next_step("gather/who-is-here")
    _organisations(walk)
    _people(walk)
    walk.at("2026-03-04T13:30")
    hands.press("E")
    _interests(walk)
    _apologies(walk)
    hands.tab_to("Who is missing?")
    hands.enter("Nobody who lives in a care home")
    walk.next_step("gather/rule")
    _rule(walk)


def attendance(walk: Walk, session: str) -> None:
    """The clock stands still until another day; then, who is here."""
    hands = walk.hands
    hands.press("Ctrl+Space")
    sitting = next(each for each in FILE["sessions"] if each["id"] == session)
    walk.at(f"{sitting['date']}T{sitting['start']}")
    hands.go_to("Gather: Who is here")
    away = [a["p"] for a in sitting["attendance"] if a["status"] == "apologies"]
    for each in away:
        walk.row(PEOPLE[each])
        hands.press("A")
    # All of an organisation come with one key on its row, one person with one on theirs.
    for each in [a["p"] for a in sitting["attendance"] if a["p"] not in away]:
        walk.row(PEOPLE[each])
        hands.press("Return")
    _apologies(walk)


def goes(walk: Walk, person: str, moment: str) -> None:
    """Somebody leaves at a minute."""
    walk.at(moment)
    walk.hands.go_to("Gather: Who is here")
    walk.row(PEOPLE[person])
    walk.hands.press("Return")


def _organisations(walk: Walk) -> None:
    hands = walk.hands
    votes = True
    for each in FILE["board"]["organisations"]:
        assert hands.name == "Name"
        hands.fill(each["name"], each["short"], class_words(each["org_class"]))
        hands.press("Tab")
        if each["voting"] != votes:
            hands.press("Space")
            votes = each["voting"]
        hands.press("Return")
        walk.look()
    hands.press("Esc")


def _people(walk: Walk) -> None:
    hands = walk.hands
    hands.press("P")
    for each in FILE["participants"]:
        assert hands.name == "Role"
        hands.press("Shift+Tab")
        hands.fill(SHORT[each["org"]], each["role"], "", "")
        if each["substitute"]:
            hands.press("Space")
        hands.press("Tab")
        if not each["delegated_authority"]:
            hands.press("Space")
        hands.press("Return")
        walk.look()
    hands.press("Esc")


def _interests(walk: Walk) -> None:
    hands = walk.hands
    for each in FILE["interests"]:
        walk.row(PEOPLE[each["p"]])
        hands.press("I")
        hands.fill(each["interest"], each["item"], each["action"])
        hands.press("Return")
        walk.look()


def _apologies(walk: Walk) -> None:
    walk.hands.push("Apologies", back=True)
    walk.hands.enter(FILE["sessions"][0]["apologies_from_members"][0])


def _rule(walk: Walk) -> None:
    hands = walk.hands
    rule = FILE["board"]["decision_rule"]
    hands.fill(
        "Consent: nobody’s objection is open",
        "Seven positions",
        str(rule["quorum"]["min_voting_orgs"]),
        str(rule["max_rounds"]),
        str(round(rule["stand_aside_limit"] * 100)),
    )
    for each in rule["quorum"]["must_include"]:
        hands.tab_to(class_words(each))
        hands.press("Space")
        hands.tab_to("Stand-asides, at most", back=True)
    hands.tab_to("In your own words")
    hands.enter(rule["text"])
    walk.look()
