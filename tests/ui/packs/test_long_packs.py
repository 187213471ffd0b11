"""A pack of four hundred injects: a letter costs what it changes, and the rest follows a pause."""

import pytest
from msgspec.structs import replace

import ui.packs.injects
from facilitator.guide import Inject, ScenarioPack
from sessions.packs import PackFolder
from tests.ui.packs.conftest import Open
from tests.ui.walk.hands import Hands
from ui.packs.editor import CHECK_AFTER, PackEditor

NEVER = 3_600_000
"""Milliseconds; a busy machine makes no pause of this."""


@pytest.fixture
def long(street: ScenarioPack) -> ScenarioPack:
    """A pack of four hundred injects."""
    many = tuple(
        Inject(id=f"I{n}", at_min=30 + n // 10, arrives_as="Call", to="Everyone", text=f"News {n}")
        for n in range(400)
    )
    return replace(street, injects=many)


def missing(editor: PackEditor) -> list[str]:
    table = editor.checks.table
    return [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())]


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[object]:
    """What a function is called with, from now on."""
    calls: list[object] = []
    does = getattr(owner, name)

    def count(*given: object) -> object:
        calls.append(given)
        return does(*given)

    monkeypatch.setattr(owner, name, count)
    return calls


def test_it_is_checked_after_a_pause_and_not_at_every_letter(
    opened: Open, long: ScenarioPack, hands: Hands, monkeypatch, qtbot
) -> None:
    editor = opened(long)
    hands.press("Ctrl+3")
    hands.tab_to("What it says")
    checks = counted(monkeypatch, editor.checks, "show_pack")
    editor._check.setInterval(NEVER)
    hands.press("Ctrl+A", "Del")
    assert checks == []
    assert editor.pack.injects[0].text == ""
    editor._check.start(CHECK_AFTER)
    qtbot.waitUntil(lambda: "Inject 1: the text is empty." in missing(editor))
    assert "1 thing has to be put right first" in editor.state.text()
    assert len(checks) == 1


def test_it_is_checked_before_it_is_kept_however_fast_that_is_asked_for(
    opened: Open, long: ScenarioPack, hands: Hands, folder: PackFolder
) -> None:
    editor = opened(long)
    hands.press("Ctrl+A", "Del", "Ctrl+S")
    assert editor.notice.sentence().startswith("1 thing has to be put right first")
    assert [path.parent for path in folder.files()] == [folder.drafts]


def test_a_letter_makes_one_row_anew(
    opened: Open, long: ScenarioPack, hands: Hands, monkeypatch
) -> None:
    editor = opened(long)
    hands.press("Ctrl+3", "Down")
    hands.tab_to("Title")
    made = counted(monkeypatch, ui.packs.injects, "_cells")
    hands.type("abc")
    assert [given[0].title for given in made] == ["a", "ab", "abc"]
    table = editor.sections[2].rows.table
    assert table.model().index(1, 1).data() == "abc"


def test_a_changed_option_is_in_the_rows_that_wait_for_it(
    opened: Open, street: ScenarioPack, hands: Hands
) -> None:
    editor = opened(street)
    hands.press("Ctrl+3", "Ctrl+4")
    hands.tab_to("Option")
    hands.write("Sign tomorrow")
    hands.press("Ctrl+3")
    model = editor.sections[2].rows.table.model()
    waits = [str(model.index(row, 3).data()) for row in range(model.rowCount())]
    assert any("“Sign tomorrow”" in words for words in waits)


def test_what_is_not_up_is_shown_when_it_comes_up(
    opened: Open, street: ScenarioPack, hands: Hands, monkeypatch
) -> None:
    editor = opened(street)
    debrief = counted(monkeypatch, editor.sections[4], "show_all")
    hands.write("Harbour")
    assert debrief == []
    hands.press("Ctrl+5")
    assert [pack.title for (pack,) in debrief] == ["Harbour"]


def test_the_minutes_follow_after_the_pause(
    opened: Open, long: ScenarioPack, hands: Hands, monkeypatch, qtbot
) -> None:
    editor = opened(long)
    hands.press("Ctrl+3", "F6", "F6")
    hands.tab_to("Title")
    shown = counted(monkeypatch, editor.minutes, "show_pack")
    editor._check.setInterval(NEVER)
    hands.type("Bell")
    assert shown == []
    editor._check.start(CHECK_AFTER)
    model = editor.minutes.table.model()
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "Bell")
