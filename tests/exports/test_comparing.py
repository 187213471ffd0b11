"""Two versions of a document, compared clause by clause."""

import datetime
import time

import pytest

from exports.blocks import (
    BulletList,
    Cell,
    Column,
    DefinitionRows,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from exports.comparing import Clause, compare

MADE = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
LONG = "We answer within two working days, whoever asks, and we say so on the door of every office."


@pytest.fixture
def compared(document):
    """Compares two lists of blocks; gives what happened to each clause, without those that stay."""

    def told(before: list, after: list) -> list[tuple[str, str, str]]:
        clauses = compare(document(*before), document(*after))
        return [(c.change, c.where, c.after or c.before) for c in clauses if c.change != "same"]

    return told


def test_a_document_is_the_same_as_itself(document) -> None:
    blocks = [Heading("Values"), Paragraph(LONG), BulletList(("One", "One"))]
    clauses = compare(document(*blocks), document(*blocks))
    assert [c.change for c in clauses] == ["same"] * 4
    assert clauses[1].where == "Values"


def test_a_paragraph_that_says_something_else_is_changed_and_shows_its_words(document) -> None:
    before, after = Paragraph(LONG), Paragraph(LONG.replace("two", "three"))
    _, clause = compare(document(Heading("Care"), before), document(Heading("Care"), after))
    assert clause.change == "changed"
    assert [(p.text, p.change) for p in clause.pieces if p.change != "same" and p.text.strip()] == [
        ("three", "added"),
        ("two", "removed"),
    ]


def test_a_paragraph_with_other_words_altogether_is_gone_and_another_is_new(compared) -> None:
    assert compared([Paragraph("Buy a boat.")], [Paragraph("Nobody is turned away.")]) == [
        ("gone", "On top", "Buy a boat."),
        ("added", "On top", "Nobody is turned away."),
    ]


def test_a_row_is_found_again_by_its_first_cell(compared) -> None:
    columns = (Column("Who"), Column("By"), Column("How"))
    rows = (("Alder", "March", Cell("Count", ("monthly",))), ("Birch", "May", "Ask"))
    later = (rows[0], ("Birch", "June", "Ask"), ("Cedar", "May", "Ask"))
    assert compared(
        [Heading("Promises"), Table(columns, rows)], [Heading("Promises"), Table(columns, later)]
    ) == [
        ("changed", "Promises › Birch", "By: June; How: Ask"),
        ("added", "Promises › Cedar", "By: May; How: Ask"),
    ]


def test_a_label_is_found_again_by_its_name(compared) -> None:
    before = [KeepTogether((Heading("About"), DefinitionRows((("Version", "0.1"),))))]
    after = [KeepTogether((Heading("About"), DefinitionRows((("Version", "0.2"),))))]
    assert compared(before, after) == [("changed", "About › Version", "0.2")]


def test_a_clause_under_another_heading_has_not_changed_its_words(compared) -> None:
    kept = Paragraph("Nobody waits alone.")
    before = [Heading("Care"), kept, Paragraph(LONG), Heading("Trust"), Paragraph("We tell.")]
    after = [Heading("Care"), Paragraph(LONG), Heading("Trust"), Paragraph("We tell."), kept]
    assert compared(before, after) == [("moved", "Trust", "Nobody waits alone.")]


def test_of_two_items_that_changed_places_one_has_moved(compared) -> None:
    told = compared([BulletList(("One", "Two", "Three"))], [BulletList(("Two", "Three", "One"))])
    assert told == [("moved", "On top", "One")]


def test_what_is_gone_stands_where_it_stood(document) -> None:
    before = document(BulletList(("First thing", "Second", "Third wish")))
    after = document(BulletList(("First thing", "Third wish")))
    assert [(c.change, c.before) for c in compare(before, after)] == [
        ("same", "First thing"),
        ("gone", "Second"),
        ("same", "Third wish"),
    ]


def test_what_was_first_and_is_gone_comes_first(document) -> None:
    clauses = compare(document(BulletList(("Old", "Kept"))), document(BulletList(("Kept",))))
    assert [c.change for c in clauses] == ["gone", "same"]


def test_a_reworded_heading_leaves_what_stands_under_it(compared) -> None:
    texts = [Paragraph(LONG), Paragraph("We tell.")]
    assert compared([Heading("Care"), *texts], [Heading("Kindness"), *texts]) == [
        ("gone", "On top", "Care"),
        ("added", "On top", "Kindness"),
    ]


def test_a_heading_of_the_third_level_stands_under_that_of_the_second(document) -> None:
    blocks = [Heading("A"), Heading("B", level=3), Paragraph("x"), Heading("C"), Paragraph("y")]
    clauses = compare(document(), document(*blocks))
    assert [c.path for c in clauses if c.after in "xy"] == [("A", "B"), ("C",)]


def test_the_fingerprint_is_no_clause(compared) -> None:
    assert compared([Fingerprint("a" * 64, "w")], [Fingerprint("b" * 64, "w")]) == []


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (Clause(("A",), "Version", "changed", "0.1", "0.2"), "Was “0.1”, is now “0.2”"),
        (Clause((), "", "gone", before="Words"), "“Words”"),
        (Clause((), "", "changed", "", "Words"), "Was “empty”, is now “Words”"),
        (
            Clause((), "", "changed", LONG, LONG.replace("two", "three")),
            LONG.replace("two", "⟨new: three⟩ ⟨gone: two⟩"),
        ),
    ],
)
def test_a_clause_says_in_words_what_happened(clause: Clause, words: str) -> None:
    assert clause.words.split("\n")[1] == words


def test_a_clause_says_where_it_stands() -> None:
    assert Clause(("A", "B"), "Name", "added", after="x").words.startswith("New: A › B › Name\n")


def test_a_long_record_of_reworded_clauses_is_compared_in_a_moment() -> None:
    before, after = (
        Document("", tuple(Paragraph(f"{n} was {how} by one of us") for n in range(1500)), MADE)
        for how in ("said", "told")
    )
    begun = time.perf_counter()
    found = compare(before, after)
    assert time.perf_counter() - begun < 3
    assert {each.change for each in found} == {"changed"}
    assert all(each.before.split()[0] == each.after.split()[0] for each in found)
