"""The fingerprint of a document: what it covers, and what it leaves out."""

import datetime
import hashlib
import json

import pytest

from exports.blocks import (
    Block,
    Column,
    Document,
    Fingerprint,
    Heading,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
)
from exports.documents.shelf import paper
from exports.fingerprint import content_of, digest_of, fingerprinted
from facilitator.attribution import choose_for_all
from tests.exports.workshops import PRIVATE

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


def a_paper(*blocks: Block, made: datetime.datetime = NOON, footer: str = "") -> Document:
    return Document("Our agreement", blocks, made, footer)


def test_other_words_give_another_fingerprint() -> None:
    assert digest_of(a_paper(Paragraph("We agree."))) != digest_of(a_paper(Paragraph("We agreed.")))


def test_a_heading_of_another_level_gives_another_fingerprint() -> None:
    assert digest_of(a_paper(Heading("Values", 2))) != digest_of(a_paper(Heading("Values", 3)))


def test_layout_and_foot_leave_the_fingerprint_as_it_is() -> None:
    laid_out = a_paper(
        KeepTogether((Paragraph("We agree."),)),
        Spacer(2.5),
        footer="Group · v1",
    )
    assert digest_of(laid_out) == digest_of(a_paper(Paragraph("We agree.")))


def test_the_fingerprint_does_not_cover_itself() -> None:
    bare = a_paper(Paragraph("We agree."))
    assert digest_of(a_paper(Paragraph("We agree."), Fingerprint("0" * 64, "x"))) == digest_of(bare)


def test_the_content_is_canonical_json() -> None:
    content = content_of(a_paper(Heading("Cafe\u0301"), Paragraph("a\tb")))
    again = json.dumps(
        json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert content == again.encode()
    assert "Caf\u00e9".encode() in content


def test_the_digest_is_the_hash_of_the_content() -> None:
    made = a_paper(Paragraph("We agree."))
    assert digest_of(made) == hashlib.sha256(content_of(made)).hexdigest()


def test_a_word_in_another_column_gives_another_fingerprint() -> None:
    columns = (Column("For"), Column("Against"))
    left = Table(columns, (("Police", ""),))
    right = Table(columns, (("", "Police"),))
    assert digest_of(a_paper(left)) != digest_of(a_paper(right))


def test_the_fingerprint_and_the_words_are_put_where_there_is_a_place_for_them() -> None:
    made = a_paper(Paragraph("We agree."), Fingerprint("", "Its fingerprint."))
    marked = fingerprinted(made, "agreement", attach=True)
    assert marked.blocks[1] == Fingerprint(digest_of(made), "Its fingerprint.")
    assert marked.attachment is not None
    assert (marked.attachment.name, marked.attachment.content) == (
        "agreement.json",
        content_of(marked),
    )


@pytest.mark.parametrize("key", ["agreement", "record"])
def test_nothing_is_attached_where_nobody_is_quoted(agreed, do, key: str) -> None:
    assert paper(agreed, key).make(NOON).attachment is not None
    do(choose_for_all, "unattributed")
    assert paper(agreed, key).make(NOON).attachment is None


def test_nothing_is_attached_to_the_public_statement(agreed) -> None:
    assert paper(agreed, "statement").make(NOON).attachment is None


@pytest.mark.parametrize("key", ["agreement", "record"])
def test_nothing_private_is_attached(rehearsed, key: str) -> None:
    attached = paper(rehearsed, key).make(NOON).attachment
    assert attached is not None
    assert [words for words in PRIVATE if words.encode() in attached.content] == []
