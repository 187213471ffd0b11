"""A workshop in which nothing happens: begun, gone through, exported, closed and opened again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from sessions.clock import SetClock
from tests.ui.console.test_keys import here
from tests.ui.walk.hands import Hands, read
from tests.ui.walk.workshop import ClockedLibrary
from ui.app import Facilitator
from ui.console.window import Console


@pytest.fixture
def app(tmp_path: Path, hands: Hands) -> Iterator[Facilitator]:
    """The app on its start page, with a folder of its own."""
    made = Facilitator(ClockedLibrary(tmp_path, SetClock(datetime(2026, 3, 18, 9, 30))))
    made.show_start()
    hands.settle()
    hands.settle()
    yield made
    if made.console is not None:
        made.console.gone.disconnect()
        made.console.close()
    made.start.close()
    hands.settle()


def begun(app: Facilitator, hands: Hands) -> Console:
    """The console of a new workshop, begun by keyboard."""
    hands.tab_to("New workshop")
    hands.press("Return")
    hands.settle()
    hands.enter("The Board")
    hands.settle()
    assert app.console is not None
    return app.console


def test_the_clicker_goes_through_every_step_of_it(app: Facilitator, hands: Hands) -> None:
    console = begun(app, hands)
    seen = [here(console)]
    for _ in range(34):
        hands.press("PgDown")
        seen.append(here(console))

    assert len(set(seen)) == 35
    assert seen[-1] == "agreement/close"
    assert not console.notice.sentence()


def test_its_agreement_can_be_written(app: Facilitator, hands: Hands, tmp_path: Path) -> None:
    console = begun(app, hands)
    hands.press("Ctrl+E")
    hands.push("Write the agreement")
    page = console.papers.page
    assert page is not None
    while page.writing.busy:
        hands.settle()

    (written,) = tmp_path.glob("*.pdf")
    assert written.name in page.before.written.text()
    text = " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(written))
    assert "The Board" in text


def test_it_is_closed_and_opened_again_from_the_start_page(app: Facilitator, hands: Hands) -> None:
    console = begun(app, hands)
    hands.press("PgDown", "PgDown", "Ctrl+O")
    hands.settle()
    assert app.console is None
    assert "Full journey" in read(app.start)

    hands.tab_to("Recent workshops")
    hands.press("Return")
    hands.settle()
    again = app.console
    assert again is not None
    assert again is not console
    assert again.desk.workshop.about.group == "The Board"
    assert here(again) == "gather/rule"


def test_the_clock_stands_still_while_the_workshop_is_closed(
    app: Facilitator, hands: Hands
) -> None:
    begun(app, hands)
    hands.press("PgDown", "Ctrl+O")
    hands.settle()
    hands.tab_to("Recent workshops")
    hands.press("Return")
    hands.settle()

    assert app.console is not None
    left, total, running = app.console.navigator.clock()
    assert (left, total, running) == (480, 480, False)
    hands.press("Ctrl+Space")
    assert app.console.navigator.clock()[2]
