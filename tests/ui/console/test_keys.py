"""The console's keys, pressed: moving, taking back, going to anything, parking, the clock."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from facilitator.board import capture, name_theme
from facilitator.car_park import park, park_theme
from facilitator.stages.values import park_value, propose
from sessions.clock import SetClock
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.widgets.hairline_table import HairlineTable


def here(console: Console) -> str:
    """The step in hand."""
    stage, step = console.navigator.here()
    return f"{stage.id}/{step.id}"


def go(console: Console, hands: Hands, words: str) -> None:
    """Go somewhere by name, as Ctrl+K does."""
    hands.go_to(words)
    hands.settle()


def test_the_pages_keys_go_to_the_next_step_and_back(console: Console, hands: Hands) -> None:
    hands.press("PgDown", "PgDown", "PgUp")

    assert here(console) == "gather/who-is-here"


def test_the_pages_keys_work_from_every_kind_of_control(console: Console, hands: Hands) -> None:
    for number in range(35):
        kinds: set[type] = set()
        step = here(console)
        for _ in range(60):
            if type(hands.at) not in kinds:
                kinds.add(type(hands.at))
                back, there = ("PgDown", "PgUp") if number < 34 else ("PgUp", "PgDown")
                at = hands.name
                hands.press(back)
                assert here(console) != step, f"{step}: {back} does nothing in “{at}”"
                hands.press(there)
                assert here(console) == step, f"{step}: {there} after “{at}”"
            hands.press("Tab")
        hands.press("PgDown")


def test_the_keys_of_the_console_fire_from_every_kind_of_field(
    ellerport: Console, hands: Hands
) -> None:
    left = []
    ellerport.home_asked.connect(lambda: left.append(here(ellerport)))
    kinds: set[type] = set()
    go(ellerport, hands, "Gather: Welcome")
    for _ in range(35):
        for _ in range(60):
            if type(hands.at) not in kinds:
                kinds.add(type(hands.at))
                before = ellerport.navigator.clock()[1]
                hands.press("Ctrl+O", "Ctrl++")
                assert left.pop(), hands.name
                assert ellerport.navigator.clock()[1] == before + 60, hands.name
                hands.press("Ctrl+K")
                assert hands.name == "Go to"
                hands.press("Esc")
            hands.press("Tab")
        hands.press("PgDown")
    assert len(kinds) > 15


def test_taking_back_after_a_draft_is_kept_takes_the_draft_back(
    console: Console, hands: Hands
) -> None:
    go(console, hands, "Purpose: Draft the statement")
    hands.enter("To be of use", "Ctrl+Return")
    assert console.desk.workshop.drafts
    hands.press("Ctrl+Z")

    assert not console.desk.workshop.drafts


def test_nothing_comes_before_the_first_step(console: Console, hands: Hands) -> None:
    hands.press("PgUp")

    assert here(console) == "gather/welcome"


def test_nothing_comes_after_the_last_step(console: Console, hands: Hands) -> None:
    go(console, hands, "Agreement: Close")
    before = len(console.desk.session.history.entries)
    hands.press("PgDown")

    assert here(console) == "agreement/close"
    assert len(console.desk.session.history.entries) == before
    assert "That was the last step" in read(console)


def test_the_clicker_goes_on_while_somebody_types(console: Console, hands: Hands) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.type("half a")
    hands.press("PgDown")

    assert here(console) == "purpose/only-us"


def test_b_and_full_stop_blank_the_screen_where_nothing_is_typed(
    console: Console, hands: Hands
) -> None:
    hands.press("F5")
    go(console, hands, "Purpose: Open")
    for key, blanked in (("B", True), ("B", False), (".", True), (".", False)):
        hands.press(key)
        assert console.room.window.canvas.blanked == blanked


def test_b_and_full_stop_are_letters_in_a_field(console: Console, hands: Hands) -> None:
    hands.press("F5")
    go(console, hands, "Purpose: Why are we bothering?")
    hands.press("B", ".", "B")

    assert console.page.field.line.text() == "b.b"
    assert not console.room.window.canvas.blanked


def test_b_and_full_stop_are_letters_in_every_field_of_the_journey(
    console: Console, hands: Hands
) -> None:
    hands.press("F5")
    for _ in range(40):
        for _ in range(25):
            if is_text(hands):
                hands.press("B", ".")
                assert not console.room.window.canvas.blanked, f"{here(console)}: {hands.name}"
                break
            hands.press("Tab")
        hands.press("PgDown")


def test_take_back_in_an_empty_field_takes_the_card_back(console: Console, hands: Hands) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.enter("One")
    hands.enter("Two")
    hands.press("Ctrl+Z")

    assert [c.text for c in console.desk.workshop.contributions.values()] == ["One"]
    hands.press("Ctrl+Shift+Z")
    assert [c.text for c in console.desk.workshop.contributions.values()] == ["One", "Two"]


def test_take_back_in_a_field_with_words_takes_the_words_back(
    console: Console, hands: Hands
) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.enter("One")
    hands.type("Two")
    hands.press("Ctrl+Z")

    assert [c.text for c in console.desk.workshop.contributions.values()] == ["One"]
    assert console.page.field.line.text() == ""


def test_going_on_is_not_taken_back_but_the_card_before_it_is(
    console: Console, hands: Hands
) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.enter("One")
    hands.press("PgDown", "Ctrl+Z")

    assert here(console) == "purpose/only-us"
    assert not console.desk.workshop.contributions
    assert "Taken back: " in console.status.text()


def test_ctrl_k_goes_to_a_value(console: Console, hands: Hands) -> None:
    first = console.desk.do(propose, "No surprises")
    console.desk.do(propose, "City first")
    go(console, hands, "surprises")

    assert here(console) == "values/rounds"
    assert first is not None
    assert console.desk.focus.value == first.id


def test_esc_leaves_ctrl_k_where_it_was(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+K", "Down", "Esc")

    assert here(console) == "gather/welcome"
    assert hands.at.window() is console


def test_f1_shows_every_key(console: Console, hands: Hands) -> None:
    hands.press("F1")
    dialog = hands.at.window()

    assert dialog.windowTitle() == "All keys"
    hands.press("Return")
    assert hands.at.window() is console


def test_tab_goes_through_the_form_on_to_the_values(console: Console, hands: Hands) -> None:
    console.desk.do(propose, "Candour")
    go(console, hands, "Values: Propose")
    assert hands.name == "The value"
    passed = []
    for _ in range(6):
        hands.press("Tab")
        passed.append(hands.name)

    assert passed[-2:] == ["Propose", "Values on the table"]


def test_f1_lists_the_keys_of_the_buttons_on_the_page_first(console: Console, hands: Hands) -> None:
    console.desk.do(propose, "Candour")
    go(console, hands, "Value: Candour")
    hands.press("F1")
    table = hands.at.window().findChild(HairlineTable)
    assert table is not None
    rows = [table.model().index(at, 0).data() for at in range(table.model().rowCount())]

    assert rows[0] == "On this page"
    assert {"Park", "Withdraw", "Amend the wording"} <= set(rows[: rows.index("Everywhere")])


def test_ctrl_p_parks_something_and_takes_it_up(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+P")
    hands.fill("Parking at the unit", "The estates team", "", "15:00")
    hands.press("Return")
    (item,) = console.desk.workshop.car_park.values()
    assert (item.text, item.back_at, item.outcome) == ("Parking at the unit", "15:00", "")
    assert item.destination == "The estates team"

    hands.tab_to("What is parked")
    hands.press("Down")
    hands.tab_to("What became of the chosen one? Enter takes it up")
    hands.enter("The trust takes it")
    (item,) = console.desk.workshop.car_park.values()
    assert item.outcome == "The trust takes it"
    hands.press("Esc")
    assert hands.at.window() is console


def test_the_car_park_keeps_what_it_would_not_take(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+P", "Tab")
    hands.enter("Ann")

    assert not console.desk.workshop.car_park
    assert "Ann" in [line.text() for line in fields(hands)]


def test_the_car_park_takes_nothing_up_again_on_a_past_day(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+P")
    hands.fill("Parking at the unit", "", "", "2 Mar 2026")
    hands.press("Return")

    assert not console.desk.workshop.car_park
    assert (
        "2 March 2026 is past: today is 18 March 2026. Name a day that is still to come."
    ) in read(hands.at.window())


def test_a_parked_value_is_in_the_car_park_and_is_taken_up_there(
    console: Console, hands: Hands
) -> None:
    made = console.desk.do(propose, "No surprises")
    assert made is not None
    console.desk.do(park_value, made.id, "The chair", "Who pays?", "2026-09-30")
    assert "“No surprises”, a value. The chair brings it back by 30 Sep 2026." in read(console.side)
    assert "Nothing is parked." not in read(console.side)
    hands.press("Ctrl+P")
    hands.tab_to("What is parked")
    hands.press("Down")
    hands.tab_to("What became of the chosen one? Enter takes it up")
    hands.enter("The chair has the answer")
    hands.press("Esc")

    value = console.desk.workshop.values[made.id]
    assert value.ending is None
    assert [each.reason for each in value.reopenings] == ["The chair has the answer"]
    assert "Nothing is parked." in read(console.side)


def test_a_day_in_the_car_park_is_read_as_words(console: Console, hands: Hands) -> None:
    hands.press("Ctrl+P")
    hands.fill("Parking at the unit", "", "", "30/9/2026")
    hands.press("Return", "Esc")

    assert "Parking at the unit. Back to it 30 Sep 2026." in read(console)


def test_the_rail_counts_what_is_parked(console: Console, hands: Hands) -> None:
    for number in range(4):
        console.desk.do(park, f"Matter {number}")
    hands.settle()

    assert "and 2 more" in read(console)


def test_a_parked_theme_is_one_line_and_is_taken_up_as_one(console: Console, hands: Hands) -> None:
    theme = console.desk.do(name_theme, "Leisure")
    cards = [console.desk.do(capture, f"Pool {n}", "purpose", "q", theme=theme.id) for n in "12"]
    console.desk.do(park_theme, theme.id, "Sports trust", "Ann", "15:00")
    hands.settle()
    assert "Leisure (a theme, 2 cards), for Sports trust. Back to it 15:00." in read(console)

    hands.press("Ctrl+P")
    hands.tab_to("What is parked")
    hands.press("Down")
    hands.tab_to("What became of the chosen one? Enter takes it up")
    hands.enter("They sent it back")
    parked = [console.desk.workshop.contributions[card.id].parked for card in cards]
    assert parked == [False, False]
    assert "Nothing is parked." in read(console.side)


def test_pause_stops_the_clock_and_one_more_minute_adds_to_it(
    console: Console, hands: Hands, clock: SetClock
) -> None:
    clock.forward(30)
    left, total, running = console.navigator.clock()
    assert (left, total, running) == (150, 180, True)
    hands.press("Ctrl+Space")
    clock.forward(60)
    assert console.navigator.clock() == (150, 180, False)
    hands.press("Ctrl++", "Ctrl+Space")
    clock.forward(10)
    assert console.navigator.clock() == (200, 240, True)


def test_the_buttons_of_the_clock_do_what_its_keys_do(console: Console, hands: Hands) -> None:
    hands.push("Pause")
    assert not console.navigator.clock()[2]
    hands.push("One more minute")
    assert console.navigator.clock()[1] == 240


def test_a_refusal_says_why_and_changes_nothing(console: Console, hands: Hands) -> None:
    go(console, hands, "Purpose: Draft the statement")
    before = len(console.desk.session.history.entries)
    hands.press("Ctrl+Return")

    assert console.notice.sentence()
    assert len(console.desk.session.history.entries) == before
    hands.press("Esc")
    assert not console.notice.sentence()


def test_what_is_typed_and_not_kept_is_still_there_after_another_step(
    console: Console, hands: Hands
) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.type("Half a thought")
    hands.press("PgDown", "PgUp")

    assert console.page.field.line.text() == "Half a thought"


def test_a_card_that_comes_from_elsewhere_leaves_what_is_typed(
    console: Console, hands: Hands
) -> None:
    go(console, hands, "Purpose: Why are we bothering?")
    hands.type("Half a thought")
    console.desk.do(capture, "From a note-taker", "purpose", "why-bother")
    hands.settle()

    assert console.page.field.line.text() == "Half a thought"


def is_text(hands: Hands) -> bool:
    """Whether the keyboard is in a field in which one types."""
    return isinstance(hands.at, QLineEdit | QPlainTextEdit)


def fields(hands: Hands) -> list[QLineEdit]:
    """Every line of the window in hand."""
    return hands.at.window().findChildren(QLineEdit)


def test_the_keyboard_stays_in_the_page_when_its_button_goes(
    ellerport: Console, hands: Hands
) -> None:
    go(ellerport, hands, "Rehearsal: Play")
    hands.tab_to("← Decision before")
    hands.press("Space")

    assert not ellerport.bar.isAncestorOf(hands.at)
    assert not ellerport.side.isAncestorOf(hands.at)
