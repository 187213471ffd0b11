import csv
import io
import json
import sqlite3
import zipfile
from datetime import UTC, datetime

import icalendar
import msgspec
import pytest

from exports.data.calendar import calendar
from exports.data.forms import as_csv, as_json, as_zip
from exports.data.table import Row
from exports.data.tables import DataTable, tables
from facilitator import rounds
from facilitator.attendance import send_apologies
from facilitator.attribution import attribute_card, choose_for_all
from facilitator.board import capture
from facilitator.stages.agreement import set_review
from facilitator.stages.commitments import report
from facilitator.workshop import Workshop
from sessions.publishing import publish
from tests.exports.workshops import PRIVATE

MADE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _table(workshop: Workshop, name: str) -> DataTable:
    return next(table for table in tables(workshop) if table.name == name)


def _rows(workshop: Workshop, name: str) -> tuple[Row, ...]:
    return _table(workshop, name).rows


def test_every_table_has_rows_as_wide_as_its_columns(rehearsed: Workshop) -> None:
    found = tables(rehearsed)
    assert {"values_negotiated", "positions", "decisions", "commitments"} <= {t.name for t in found}
    assert all(len(row) == len(table.columns) for table in found for row in table.rows)


def test_nothing_private_is_in_any_form(rehearsed: Workshop, tmp_path) -> None:
    publish(tmp_path / "all.db", tables(rehearsed))
    written = as_json(tables(rehearsed), MADE) + (tmp_path / "all.db").read_bytes()
    written += b"".join(map(as_csv, tables(rehearsed))) + calendar(rehearsed, MADE)
    assert [words for words in PRIVATE if words.encode() in written] == []


def test_a_card_has_the_author_that_was_chosen_to_be_told(agreed: Workshop, do) -> None:
    do(capture, "Quietly said", "purpose", "only-us", member="mVoice", contribution_id="q")
    do(attribute_card, "q", "organisation")
    rows = {row[3]: row[-2:] for row in _table(agreed, "contributions").rows}
    assert rows["Quietly said"] == (None, "Voice")
    assert rows["A secret kept by nobody"] == (None, None)
    assert rows["Share the numbers"] == ("mVoice", "Voice")


def test_a_workshop_that_quotes_nobody_tells_neither_names_nor_positions(agreed, do) -> None:
    do(choose_for_all, "unattributed")
    assert not {"members", "attendance", "interests"} & {table.name for table in tables(agreed)}
    assert {row[1] for row in _table(agreed, "positions").rows} == {None}
    assert b"Head of" not in as_json(tables(agreed), MADE)


@pytest.mark.parametrize(
    "words", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "\u00a0=1"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    content = as_csv(DataTable("t", ("words",), ((words,),)))
    (_, (cell,)) = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert cell.startswith("'")


def test_other_cells_are_as_they_were() -> None:
    content = as_csv(DataTable("t", ("a", "b"), (('He said "no", twice', None), (True, 3))))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[1:] == [['He said "no", twice', ""], ["yes", "3"]]


def test_the_same_workshop_gives_the_same_bytes(rehearsed: Workshop) -> None:
    found = tables(rehearsed)
    assert as_zip(found, MADE) == as_zip(tables(rehearsed), MADE)
    assert calendar(rehearsed, MADE) == calendar(rehearsed, MADE)
    with zipfile.ZipFile(io.BytesIO(as_zip(found, MADE))) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {f"{table.name}.csv" for table in found}


def test_the_json_keeps_what_is_a_number_a_number(agreed: Workshop) -> None:
    said = json.loads(as_json(tables(agreed), MADE))
    assert said["tables"]["values_negotiated"][0]["version"] == 1
    assert said["tables"]["organisations"][0]["voting"] is True


def test_the_database_is_plain_whole_and_can_be_searched(rehearsed: Workshop, tmp_path) -> None:
    path = tmp_path / "all.db"
    publish(path, tables(rehearsed))
    publish(path, tables(rehearsed))
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    found = database.execute(
        "SELECT title FROM values_negotiated WHERE rowid IN "
        "(SELECT rowid FROM values_negotiated_fts WHERE values_negotiated_fts MATCH 'number')"
    ).fetchall()
    database.close()
    assert found == [("Candour",)]
    assert [each.name for each in tmp_path.iterdir()] == ["all.db"]


def test_due_dates_and_the_review_are_days_in_a_calendar(agreed: Workshop) -> None:
    found = icalendar.Calendar.from_ical(calendar(agreed, MADE))
    days = {str(event["summary"]): event["dtstart"].dt for event in found.walk("VEVENT")}
    assert days["Due: Open one door"].isoformat() == "2027-03-01"
    assert days["Review of the agreement"].isoformat() == "2027-11-23"
    assert days["The agreement goes to the meeting"].isoformat() == "2027-02-01"
    assert days["Taken up again: Speed"].isoformat() == "2027-01-10"


def test_a_workshop_that_quotes_nobody_names_no_organisation_in_any_form(
    agreed: Workshop, do, tmp_path
) -> None:
    do(choose_for_all, "unattributed")
    found = tables(agreed)
    publish(tmp_path / "all.db", found)
    written = as_json(found, MADE) + (tmp_path / "all.db").read_bytes() + calendar(agreed, MADE)
    written += b"".join(map(as_csv, found))
    assert [o.name for o in agreed.organisations.values() if o.name.encode() in written] == []
    assert [m.role for m in agreed.members.values() if m.role.encode() in written] == []


def test_the_order_of_unsigned_positions_does_not_tell_whose_they_are(agreed: Workshop, do) -> None:
    """Hospital, the second of three, has the reservation."""
    about = next(r.id for r in agreed.rounds.values() if r.subject == "v1")
    do(choose_for_all, "unattributed")
    codes = [row[2] for row in _table(agreed, "positions").rows if row[0] == about]
    assert codes == ["agree", "agree", "reservation"]


def test_nobody_signs_a_position_in_a_rehearsal(rehearsed: Workshop) -> None:
    decision = next(iter(rehearsed.rehearsals["R"].decisions))
    played = {r.id for r in rehearsed.rounds.values() if r.subject == decision and r.result}
    rows = _table(rehearsed, "positions").rows
    assert {row[1] for row in rows if row[0] in played} == {None}
    assert None not in {row[1] for row in rows if row[0] not in played}


def test_a_key_that_leads_nowhere_is_left_out(agreed: Workshop) -> None:
    del agreed.organisations["Hospital"]
    assert "Hospital" not in {row[1] for row in _table(agreed, "members").rows}


def test_every_table_that_is_asked_for_is_there(rehearsed: Workshop, do) -> None:
    do(send_apologies, "2026-11-24", "At sea", "mVoice")
    asked = {"organisations", "members", "attendance", "apologies", "contributions", "themes"}
    asked |= {"drafts", "values_negotiated", "behaviours", "values_put_aside", "rounds"}
    assert asked - {table.name for table in tables(rehearsed)} == set()


def test_what_is_over_is_no_day_in_a_calendar(agreed: Workshop, do) -> None:
    promised = next(iter(agreed.commitments))
    assert b"Due: Open one door" in calendar(agreed, MADE)
    do(report, promised, "2026-12-01", "done")
    assert b"Due: Open one door" not in calendar(agreed, MADE)


def test_entries_keep_their_identity_and_share_it_with_no_other_workshop(
    agreed: Workshop, do
) -> None:
    def entries() -> set[str]:
        found = icalendar.Calendar.from_ical(calendar(agreed, MADE))
        return {str(event["uid"]) for event in found.walk("VEVENT")}

    before = entries()
    do(set_review, "2027-12-01")
    assert entries() == before
    agreed.about = msgspec.structs.replace(agreed.about, group="Another board")
    assert entries() & before == set()


def test_what_is_said_in_a_round_that_is_open_is_in_no_table(agreed: Workshop, do) -> None:
    opened = do(rounds.open_round, "v1", "We say the hard number first.").id
    do(rounds.take_position, opened, "Hospital", "reservation", "Said before the count")
    assert opened not in {row[0] for name in ("rounds", "positions") for row in _rows(agreed, name)}
    assert b"Said before the count" not in as_json(tables(agreed), MADE)


def test_the_database_says_which_table_a_key_leads_to(agreed: Workshop, tmp_path) -> None:
    publish(tmp_path / "all.db", tables(agreed))
    database = sqlite3.connect(tmp_path / "all.db")
    found = database.execute(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', ("positions",)
    ).fetchall()
    database.close()
    assert set(found) == {("organisation", "organisations", "id"), ("round", "rounds", "id")}
