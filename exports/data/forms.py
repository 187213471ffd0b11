"""Tables as files: CSV for spreadsheets, one JSON for programs."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime

from exports.data.tables import DataTable, Datum
from exports.text import clean

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_OLDEST = 1980


def as_csv(table: DataTable) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8 with its mark, which spreadsheets look for.

    A cell that a spreadsheet would take for a formula has an apostrophe in front.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(datum) for datum in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def _cell(datum: Datum) -> str:
    match datum:
        case None:
            return ""
        case bool():
            return "yes" if datum else "no"
        case str():
            words = clean(datum)
            risky = words.lstrip(" \u00a0\u202f").startswith(_FORMULA) or datum.startswith(_FORMULA)
            return f"'{words}" if risky else words
        case _:
            return str(datum)


def as_zip(tables: Sequence[DataTable], made: datetime) -> bytes:
    """Every table as a CSV in one archive; the same tables and moment give the same bytes."""
    moment = (max(made.year, _OLDEST), made.month, made.day, made.hour, made.minute, made.second)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in tables:
            entry = zipfile.ZipInfo(f"{table.name}.csv", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # Without it the archive says on which system it was made.
            entry.create_system = 3
            archive.writestr(entry, as_csv(table))
    return file.getvalue()


def as_json(tables: Sequence[DataTable], made: datetime) -> bytes:
    """Every table in one JSON, each row under the names of its columns."""
    content = {
        "format": "facilitator-data-1",
        "made": made.isoformat(timespec="seconds"),
        "tables": {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in tables
        },
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
