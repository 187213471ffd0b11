"""A name after the sentence: one Enter names and keeps, and no words end up in a wrong mouth."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.stages.gather import join_organisation
from ui.desk import Desk
from ui.stages.capture.page import CapturePage

Key = Qt.Key


def type_words(page: CapturePage, text: str, *keys: Qt.Key) -> None:
    QTest.keyClicks(page.field.line, text)
    for key in keys or (Key.Key_Return,):
        QTest.keyClick(page.field.line, key)


def kept(desk: Desk) -> list[tuple[str, str]]:
    """What is kept and by whom, the oldest first."""
    return [(c.text, c.member or c.organisation) for c in desk.workshop.cards("purpose", "only-us")]


def who(page: CapturePage) -> str:
    found = page.field.who()
    return found.id if found else ""


@pytest.mark.parametrize("end", ["@a", "@A", "@a ", "@Amina Yusuf", "@yus", "@a  "])
def test_enter_after_a_name_at_the_end_names_and_keeps(
    page: CapturePage, desk: Desk, end: str
) -> None:
    type_words(page, f"First sentence {end}")

    assert kept(desk) == [("First sentence", "m1")]
    assert page.field.line.text() == ""


def test_the_next_sentence_does_not_join_the_one_before(page: CapturePage, desk: Desk) -> None:
    type_words(page, "First sentence @c")
    type_words(page, "Second sentence @a")

    assert kept(desk) == [("First sentence", "o1"), ("Second sentence", "m1")]


def test_a_name_before_the_words_waits_for_them(page: CapturePage, desk: Desk) -> None:
    type_words(page, "@c")
    assert kept(desk) == []
    type_words(page, "One door")

    assert kept(desk) == [("One door", "o1")]


def test_enter_takes_the_name_that_is_marked_among_several_and_keeps(
    page: CapturePage, desk: Desk
) -> None:
    desk.do(join_organisation, "Partners", organisation_id="o8")
    desk.do(join_organisation, "Parents", organisation_id="o9")
    type_words(page, "One door @par", Key.Key_Down, Key.Key_Return)

    assert kept(desk) == [("One door", "o9")]


def test_a_key_that_the_cursor_has_left_still_names(page: CapturePage, desk: Desk) -> None:
    type_words(page, "One door @c", Key.Key_Left, Key.Key_Return)

    assert kept(desk) == [("One door", "o1")]


def test_a_key_typed_before_the_keyboard_went_elsewhere_still_names(
    page: CapturePage, desk: Desk
) -> None:
    QTest.keyClicks(page.field.line, "One door @c")
    page.cards.setFocus()
    page.field.line.clearFocus()
    page.begin()
    page.field.line.end(False)
    QTest.keyClick(page.field.line, Key.Key_Return)

    assert kept(desk) == [("One door", "o1")]


def test_a_name_that_nobody_has_is_warned_of_and_its_words_stay(
    page: CapturePage, desk: Desk
) -> None:
    type_words(page, "First sentence @zzz")

    assert kept(desk) == []
    assert page.field.line.text() == "First sentence @zzz"
    assert page.warning.sentence() == (
        "Nobody here answers to “@zzz”. Mend the name, or press Enter again to keep it as typed."
    )


def test_a_second_enter_keeps_the_words_as_typed(page: CapturePage, desk: Desk) -> None:
    type_words(page, "First sentence @zzz", Key.Key_Return, Key.Key_Return)

    assert kept(desk) == [("First sentence @zzz", "")]
    assert page.warning.isHidden()


def test_a_name_that_is_mended_takes_the_warning_away_and_keeps(
    page: CapturePage, desk: Desk
) -> None:
    type_words(page, "First sentence @azz")
    type_words(page, "", Key.Key_Backspace, Key.Key_Backspace)
    assert page.warning.isHidden()
    type_words(page, "")

    assert kept(desk) == [("First sentence", "m1")]


def test_escape_takes_the_warning_away_and_leaves_the_words(page: CapturePage) -> None:
    type_words(page, "First sentence @zzz", Key.Key_Return, Key.Key_Escape)

    assert page.warning.isHidden()
    assert page.field.line.text() == "First sentence @zzz"


@pytest.mark.parametrize(
    "text",
    ["Write to a@zzz.org", "Care for people @home is ours", "We meet @ noon", "Mail me: me@x.org"],
)
def test_a_sign_within_the_words_needs_no_warning(page: CapturePage, desk: Desk, text: str) -> None:
    type_words(page, text)

    assert kept(desk) == [(text, "")]


def test_a_name_that_nobody_has_at_the_head_is_warned_of_too(page: CapturePage, desk: Desk) -> None:
    type_words(page, "@zzz One door")

    assert kept(desk) == []
    assert page.warning.sentence().startswith("Nobody here answers to “@zzz”.")


def test_a_name_at_the_head_that_several_have_is_warned_of(page: CapturePage, desk: Desk) -> None:
    desk.do(join_organisation, "Public health", organisation_id="o8")
    desk.do(join_organisation, "Public Health Wales", organisation_id="o9")
    type_words(page, "@public One door")

    assert kept(desk) == []
    assert page.warning.sentence() == (
        "It is not clear who “@public” is, and nobody is named yet. "
        "Mend the name, or press Enter again to keep it as typed."
    )


def test_a_sign_alone_at_the_end_names_nobody_by_itself(page: CapturePage, desk: Desk) -> None:
    type_words(page, "One door @")

    assert kept(desk) == []
    assert page.warning.sentence() == (
        "Nobody is named after “@”. Type a key or a name, or Enter keeps it as typed."
    )


def test_a_space_between_the_sign_and_the_name_is_warned_of(page: CapturePage, desk: Desk) -> None:
    type_words(page, "One door @ c")

    assert kept(desk) == []
    assert page.warning.sentence() == (
        "A space after “@” names nobody. Take it out, or Enter keeps it as typed."
    )


def test_letters_from_the_middle_of_a_name_put_no_words_in_a_mouth(
    page: CapturePage, desk: Desk
) -> None:
    type_words(page, "Care for people @unc")

    assert (kept(desk), who(page)) == ([], "")
    assert page.warning.sentence().startswith("It is not clear who “@unc” is")


def test_a_second_name_asks_before_it_takes_the_words(page: CapturePage, desk: Desk) -> None:
    type_words(page, "@a One door @c")
    assert kept(desk) == []
    assert page.warning.sentence() == (
        "Two are named: Amina Yusuf, and then Council. Press Enter again to keep it as said by "
        "Council, or @ and a key for somebody else."
    )
    type_words(page, "")

    assert kept(desk) == [("One door", "o1")]


def test_the_same_name_at_both_ends_asks_nothing(page: CapturePage, desk: Desk) -> None:
    type_words(page, "@a One door @a")

    assert kept(desk) == [("One door", "m1")]


def test_a_list_that_was_sent_away_leaves_words(page: CapturePage, desk: Desk) -> None:
    type_words(page, "One door @c", Key.Key_Escape, Key.Key_Return)

    assert kept(desk) == [("One door @c", "")]


def test_a_name_and_a_theme_at_the_end_are_both_taken(page: CapturePage, desk: Desk) -> None:
    type_words(page, "One door @a #voice")

    assert kept(desk) == [("One door", "m1")]
    assert desk.workshop.cards("purpose", "only-us")[0].theme == "t1"


def test_the_warning_of_a_long_word_is_short(page: CapturePage) -> None:
    page.field.line.setText("@" + "x" * 3000)
    type_words(page, "")

    assert len(page.warning.sentence()) < 160


def test_a_warning_leaves_the_keyboard_in_the_field(page: CapturePage) -> None:
    type_words(page, "First sentence @zzz")

    assert page.field.line.hasFocus()
