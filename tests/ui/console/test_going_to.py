"""Going to anything: what is called so comes first, and nothing found is said."""

from pytestqt.qtbot import QtBot

from facilitator.progress import enter_step
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.changing import accept_change, propose_change
from facilitator.stages.values import propose
from tests.ui.walk.hands import Hands
from ui.console import destinations
from ui.console.go_to import Destination, GoToDialog
from ui.console.window import Console


def listed(qtbot: QtBot, typed: str, *found: Destination) -> GoToDialog:
    dialog = GoToDialog(list(found))
    qtbot.addWidget(dialog)
    dialog.field.setText(typed)
    return dialog


def titles(dialog: GoToDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def to(words: str, also: str = "") -> Destination:
    return Destination(words, lambda: None, also=also)


def test_titles_that_begin_so_come_first_then_those_that_contain_it_then_the_rest(
    qtbot: QtBot,
) -> None:
    dialog = listed(
        qtbot,
        "words we",
        to("Purpose: Draft", "in words we can defend"),
        to("We weigh words"),
        to("Purpose: The words we use"),
        to("Purpose: Words we share"),
    )

    assert titles(dialog) == [
        "Purpose: Words we share",
        "Purpose: The words we use",
        "We weigh words",
        "Purpose: Draft",
    ]


def test_nothing_found_is_said_with_what_was_typed(qtbot: QtBot) -> None:
    dialog = listed(qtbot, " kaner", to("Purpose: Draft"))

    assert dialog.nothing.text() == "Nothing is called “kaner”."
    assert not dialog.nothing.isHidden()
    dialog.field.setText("draft")
    assert dialog.nothing.isHidden()


def test_going_to_the_step_that_is_up_puts_the_keyboard_on_its_page(
    console: Console, hands: Hands
) -> None:
    stage, step = console.navigator.here()
    console.bar.more.setFocus()
    hands.go_to(f"{stage.title}: {step.title}")
    hands.settle()

    assert console.page is not None
    assert console.page.isAncestorOf(hands.at) or hands.at is console.page


def test_from_what_a_change_opened_enter_goes_back_to_the_changes(
    console: Console, hands: Hands
) -> None:
    desk = console.desk
    desk.do(choose_scenario, desk.guide.packs["SC1"], rehearsal_id="R")
    desk.do(propose, "Candour", value_id="V")
    desk.do(propose_change, "R", "V", "Ring round first", change_id="C", how="will")
    desk.do(accept_change, "R", "C")
    desk.do(enter_step, "rehearsal", "change", desk.seconds())
    hands.settle()
    console.page.change_table.setFocus()
    hands.press("G")
    assert console.navigator.here()[0].id == "values"
    assert console.status.text() == "Ctrl+K and Enter go back to Change the paper."

    hands.press("Ctrl+K", "Return")
    hands.settle()
    assert console.navigator.here()[1].id == "change"


def test_at_the_first_step_there_is_no_way_back(console: Console) -> None:
    assert not any(to.words.startswith("Back to") for to in destinations.everywhere(console))
