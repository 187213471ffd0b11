"""The documents page: by keyboard alone, beside the console, and never in the room's way."""

from datetime import datetime

import pytest

from facilitator.guide import load_guide
from facilitator.stages.agreement import give_version, ratify
from facilitator.stages.gather import join_organisation, name_workshop
from facilitator.stages.rehearsal.casting import choose_scenario
from sessions.clock import SetClock
from tests.ui.console.steps import clipped, cut_off, unnamed
from tests.ui.documents.conftest import wait_for
from tests.ui.walk.hands import Hands, read
from ui.console.window import Console
from ui.documents import ports
from ui.documents.page import DocumentsPage
from ui.documents.ports import Place, Remark
from ui.widgets.hairline_table import HairlineTable


def rehearsed(console: Console) -> None:
    """Choose a scenario, so that there is a debrief."""
    console.desk.do(choose_scenario, load_guide().packs["SC1"], rehearsal_id="R")


def rows(page: DocumentsPage) -> list[str]:
    """What a screen reader reads of the list of documents."""
    listed = page.choosing.list
    return [listed.item(at).data(11) for at in range(listed.count())]


def remark_on_a_board(monkeypatch: pytest.MonkeyPatch, place: Place) -> None:
    """Have something to say before writing."""
    said = Remark("Commitment 5 has no owner", "It will come back.", "send_back", place)
    monkeypatch.setattr(ports, "remarks", lambda *_: [said])


def test_an_empty_workshop_shows_its_agreement_and_what_there_is_not_yet(
    page: DocumentsPage,
) -> None:
    assert rows(page)[0].startswith("Board agreement, 2 p")
    assert any("not yet" in row for row in rows(page)[1:])


def test_a_document_that_is_not_there_yet_says_why_and_cannot_be_written(
    page: DocumentsPage, hands: Hands
) -> None:
    page.show_paper("debrief")
    assert page.preview.nothing.isVisible()
    assert page.preview.nothing.text() == "Nothing was rehearsed yet."
    assert not page.before.write.isEnabled()


def test_the_arrows_go_from_document_to_document(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    rehearsed(console)
    wait_for(page)
    while page.key != "debrief:R":
        at = page.choosing.list.currentRow()
        hands.press("Down")
        assert page.choosing.list.currentRow() > at, "there is no debrief in the list"
    wait_for(page)
    assert page.preview.print is not None
    assert page.preview.print.key == "debrief:R"


def test_the_page_keys_turn_pages_and_leave_the_journey_where_it_is(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    rehearsed(console)
    page.show_paper("debrief:R")
    wait_for(page)
    step = console.navigator.here()
    hands.press("PgDown")
    assert page.preview.where.text().startswith("2 of ")
    assert console.navigator.here() == step
    hands.press("PgUp", "PgUp")
    assert page.preview.where.text().startswith("1 of ")
    assert console.navigator.here() == step


def test_a_change_is_printed_and_the_page_and_the_size_stay(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    rehearsed(console)
    page.show_paper("debrief:R")
    wait_for(page)
    hands.press("PgDown", "Ctrl++")
    before, scale = page.preview.print, page.preview.sheet.scale()
    console.desk.do(name_workshop, "Another day", "The Board", "Ellerport", "2026-03-18")
    assert page.preview.print is before
    wait_for(page)
    assert page.preview.print is not before
    assert (page.preview.page, page.preview.sheet.scale()) == (1, scale)


def test_ctrl_and_plus_makes_the_page_larger_and_not_the_step_longer(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    whole = page.preview.sheet.scale()
    minutes = console.navigator.clock()[1]
    hands.press("Ctrl++")
    assert page.preview.sheet.scale() > whole
    hands.press("Ctrl+-", "Ctrl+-")
    assert page.preview.sheet.scale() < whole
    hands.press("Ctrl+0")
    assert page.preview.sheet.scale() == whole
    assert console.navigator.clock()[1] == minutes
    hands.press("Esc", "Ctrl++")
    assert console.navigator.clock()[1] == minutes + 60


def test_esc_goes_back_to_where_the_keyboard_was(console: Console, hands: Hands) -> None:
    hands.go_to("Purpose: Why are we bothering?")
    field = hands.at
    hands.press("Ctrl+E")
    assert field is not hands.at
    assert not field.isVisible()
    hands.press("Esc")
    assert hands.at is field


def test_what_a_screen_reader_reads_has_roles_and_order(page: DocumentsPage, hands: Hands) -> None:
    hands.push("What a screen reader reads")
    told = [page.preview.reader.item(at).text() for at in range(page.preview.reader.count())]
    assert page.preview.reader.isVisible()
    assert told[:2] == ["Paragraph: The Board", "Heading 1: Our agreement"]


def test_a_remark_leads_to_where_it_is_mended(
    console: Console, page: DocumentsPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    remark_on_a_board(monkeypatch, Place("commitments", "read-back"))
    page._print()
    wait_for(page)
    hands.push("Go there: Commitment 5 has no owner")
    stage, step = console.navigator.here()
    assert (stage.id, step.id) == ("commitments", "read-back")
    assert not console.papers.is_open
    assert console.front.isAncestorOf(hands.at)


def test_a_remark_never_blocks(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    remark_on_a_board(monkeypatch, Place("commitments"))
    page._print()
    wait_for(page)
    assert page.before.rows
    assert page.before.write.isEnabled()


def test_the_ratifying_meeting_is_recorded_by_keyboard(
    console: Console, page: DocumentsPage, hands: Hands, clock: SetClock
) -> None:
    clock.at(datetime(2026, 5, 22, 9, 0))
    hands.push("Record the ratifying meeting")
    hands.fill("Full council", "21/5/2026", "47/26")
    hands.press("Return")
    kept = console.desk.workshop.paper.ratified
    assert kept is not None
    assert (kept.meeting, kept.date, kept.minute) == ("Full council", "2026-05-21", "47/26")
    assert "Resolved" in page.choosing.status.text()
    assert not page.choosing.form.isVisible()


def test_a_meeting_without_a_date_is_refused_on_the_page_and_the_words_stay(
    console: Console, page: DocumentsPage, hands: Hands
) -> None:
    hands.push("Record the ratifying meeting")
    hands.fill("Full council")
    hands.press("Return")
    assert page.notice.sentence() == "On which date?"
    assert page.choosing.form.meeting.text() == "Full council"
    assert console.desk.workshop.paper.ratified is None


def test_an_earlier_version_is_compared(console: Console, page: DocumentsPage) -> None:
    console.desk.do(give_version, "0.2", "REF-7")
    wait_for(page)
    page.choosing.compare.click()
    wait_for(page)
    told = [page.differences.list.item(at).text() for at in range(page.differences.list.count())]
    assert page.differences.heading.text() == "Version 0.1 and version 0.2"
    assert any("REF-7" in each for each in told)
    assert page.differences.about.text() == f"{len(told)} clauses differ."


def test_a_resolution_is_a_version_that_the_draft_is_compared_with(
    console: Console, page: DocumentsPage
) -> None:
    console.desk.do(give_version, "0.4")
    console.desk.do(ratify, "Board", "2026-03-18")
    wait_for(page)
    assert [each.number for each in page.choosing._versions] == ["0.4", "0.1"]
    page.choosing.version.setCurrentText("Version 0.4")
    page.choosing.compare.click()
    wait_for(page)
    told = [page.differences.list.item(at).text() for at in range(page.differences.list.count())]
    assert "Changed: About this document › Version\nWas “0.4”, is now “1.0”" in told


def test_a_meeting_that_is_still_to_come_is_refused_on_the_page(
    page: DocumentsPage, hands: Hands
) -> None:
    hands.push("Record the ratifying meeting")
    hands.fill("Full council", "21/5/2026")
    hands.press("Return")
    assert page.notice.sentence() == (
        "21 May 2026 is still to come. Record the meeting once it has been held."
    )


def test_nothing_of_the_documents_reaches_the_room(console: Console, hands: Hands) -> None:
    console.room.open()
    hands.settle()
    before, view = read(console.room.window), console._room_view
    hands.press("Ctrl+E")
    assert console.papers.page is not None
    wait_for(console.papers.page)
    console.desk.do(ratify, "A secret council", "2026-05-21")
    wait_for(console.papers.page)
    assert console._room_view == view
    assert read(console.room.window) == before


def test_the_documents_are_of_now_while_the_console_looks_back(
    console: Console, hands: Hands
) -> None:
    hands.press("Ctrl+B")
    assert console.desk.past is not None
    hands.press("Ctrl+E")
    assert console.desk.past is None
    assert console.papers.is_open


def test_f1_lists_the_keys_of_the_page(page: DocumentsPage, hands: Hands) -> None:
    hands.press("F1")
    model = hands.at.window().findChildren(HairlineTable)[0].model()
    told = [(model.index(r, 0).data(), model.index(r, 1).data()) for r in range(5)]
    assert told[0][0] == "On this page"
    assert ("Fit the page", "Ctrl+0") in told
    hands.press("Esc")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_every_control_has_a_name_and_nothing_is_cut(
    console: Console, page: DocumentsPage, hands: Hands, size: tuple[int, int]
) -> None:
    console.resize(*size)
    group = "The Health and Wellbeing Partnership Board of the Old and the New Town " * 3
    console.desk.do(name_workshop, "A day", group, "Ellerport", "2026-03-18")
    console.desk.do(give_version, "0.2")
    rehearsed(console)
    for n in range(40):
        console.desk.do(join_organisation, f"Organisation {n} <b>& Co</b>", organisation_id=f"o{n}")
    wait_for(page)
    for each in ("agreement", "debrief:R"):
        page.show_paper(each)
        wait_for(page)
        hands.settle()
        assert unnamed(page) == []
        assert clipped(page) + cut_off(page) == []
    assert console.width() == size[0]
