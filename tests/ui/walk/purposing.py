"""The walk through the purpose stage."""

from tests.ui.walk.workshop import FILE, PEOPLE, SHORT, Walk

SAID = FILE["purpose"]
NOT_OURS = "CL6"
# The file has no answers to these two questions: they are the walk's own.
ONLY_OURS = "Nobody else could: it takes all of us."
STOPS = ("Deciding alone what others pay for", "Our separate plans")


def purpose(walk: Walk) -> None:
    """Forty cards, themes, the only-we test, three drafts, a round, adoption and its defenders."""
    walk.next_step("purpose/welcome")
    named: set[str] = set()
    for step, prompt in (("why-bother", "PR1"), ("only-us", "PR2"), ("vanish", "PR3")):
        walk.next_step(f"purpose/{step}")
        _capture(walk, prompt, named)
        if step != "why-bother":
            _show_what_was_written_in_silence(walk, step, prompt)
    walk.next_step("purpose/themes")
    _sort(walk)
    walk.next_step("purpose/only-we-test")
    _test(walk)
    walk.next_step("purpose/draft")
    _draft(walk)
    walk.next_step("purpose/positions")
    _decide(walk)
    walk.next_step("purpose/words")
    walk.next_step("purpose/close")


def _capture(walk: Walk, prompt: str, named: set[str]) -> None:
    """Type each card: who with @, the theme with #, the words."""
    hands = walk.hands
    for card in [c for c in SAID["contributions"] if c["prompt"] == prompt]:
        if card["attribute_in_export"]:
            hands.enter(f"@{PEOPLE[card['by']]}", "Tab")
        # The last pile is made afterwards, on the board.
        if card["cluster"] not in ("CL5", NOT_OURS):
            hands.enter(f"#{SAID['clusters'][card['cluster']]}", "Tab")
            named.add(card["cluster"])
        hands.enter(card["text"])
        walk.look()
        assert not walk.refused(), walk.refused()


def _show_what_was_written_in_silence(walk: Walk, step: str, prompt: str) -> None:
    """The room sees no card of a silent step until Ctrl+H shows them."""
    texts = {c["text"] for c in SAID["contributions"] if c["prompt"] == prompt}
    saw = walk.room_saw[f"purpose/{step}"]
    assert not texts & saw
    assert f"{len(texts)} written, hidden until you are ready" in saw
    walk.hands.press("Ctrl+H")
    walk.look()
    assert texts & walk.room_saw[f"purpose/{step}"]


def _sort(walk: Walk) -> None:
    """The loose cards go to themes that are named on the board."""
    hands = walk.hands
    texts = [c["text"] for c in SAID["contributions"] if c["cluster"] in ("CL5", NOT_OURS)]
    themes = {c["text"]: SAID["clusters"][c["cluster"]] for c in SAID["contributions"]}
    for _ in texts:
        loose = hands.at
        assert hands.name == "Loose"
        words = str(loose.currentIndex().data())
        theme = next(name for text, name in themes.items() if text in words)
        hands.press("M")
        hands.enter(theme)
        walk.look()
    walk.look()


def _test(walk: Walk) -> None:
    hands = walk.hands
    for at, theme in enumerate(walk.workshop.themes.values()):
        if at:
            hands.press("Down")
        assert hands.name.startswith(theme.name)
        not_ours = theme.name == SAID["clusters"][NOT_OURS]
        hands.press("N", "N" if not_ours else "Y", "Y")
        walk.look()
        if not_ours:
            hands.press("P")
            hands.enter("Not ours to do")
            walk.look()


def _draft(walk: Walk) -> None:
    hands = walk.hands
    for at, statement in enumerate(SAID["statements"]):
        if at:
            hands.tab_to_one_beginning(f"v{at}")
            hands.press("Return")
            hands.press("Ctrl+A")
        hands.enter(statement["text"], "Ctrl+Return")
        walk.look()
    hands.tab_to_one_beginning("v1")
    hands.press("X")
    hands.enter(SAID["statements"][0]["why"])
    walk.look()


def _decide(walk: Walk) -> None:
    hands = walk.hands
    walk.take_round(SAID["final_round"])
    hands.press("L")
    walk.look()
    hands.push("Would another board sign this?")
    hands.press("Alt+N")
    hands.enter(ONLY_OURS)
    walk.look()
    # What was asked leads on to what is asked next: the keyboard is there already.
    assert hands.name == "What would we have to stop?"
    hands.press("Space")
    for stop in STOPS:
        hands.enter(stop)
        walk.look()
    hands.press("Return")
    assert hands.name == "Adopt v3"
    hands.press("Space")
    walk.look()
    hands.push("Who will defend it outside?")
    for said in FILE["defend_outside"]:
        if not said["will_defend"]:
            walk.row(SHORT[said["org"]])
            hands.press("N")
            hands.enter(said["reason"])
            walk.look()
    hands.press("A")
    walk.look()
    hands.press("Esc")
    assert not walk.refused(), walk.refused()
