"""Labels, buttons, pills, clock, bar, notice and table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme.fonts import font
from ui.theme.palette import apply_theme
from ui.widgets.badge import LiveBadge
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.chips import Chip
from ui.widgets.clock_ring import ClockRing, clock_words
from ui.widgets.hairline_table import Cell, Column, HairlineTable, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Eyebrow, Heading, PlainLabel, SectionLabel
from ui.widgets.notices import EmptyState, Notice
from ui.widgets.paragraph import Limits, Paragraph
from ui.widgets.position_bar import PositionBar, in_order, spoken
from ui.widgets.say_block import SayBlock


@pytest.fixture(autouse=True)
def _theme(qapp) -> None:
    apply_theme(qapp)


def test_a_label_shows_markup_as_it_was_typed(qtbot) -> None:
    label = PlainLabel("<b>&<script>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>&<script>"
    assert label.accessibleName() == "<b>&<script>"


def test_an_endless_word_does_not_widen_a_label(qtbot) -> None:
    label = PlainLabel("x" * 5_000)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 400
    assert label.text() == "x" * 5_000


def test_an_ampersand_on_a_button_is_an_ampersand_and_no_shortcut(qtbot) -> None:
    button = QuietButton("R&D & more")
    qtbot.addWidget(button)
    assert button.text() == "R&D & more"
    assert button.shortcut().isEmpty()
    said = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert said == "R&D & more"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot, key: Qt.Key) -> None:
    button = PrimaryButton("Go on")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_the_keyboard_can_be_seen_on_a_button(qtbot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    first, second = QuietButton("One"), QuietButton("Two")
    box.addWidget(first)
    box.addWidget(second)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first.setFocus()
    with_focus = first.grab().toImage()
    second.setFocus()
    assert first.grab().toImage() != with_focus


@pytest.mark.parametrize(
    ("seconds", "words"), [(392, "06:32"), (0, "00:00"), (-65, "+01:05"), (3600, "60:00")]
)
def test_the_clock_counts_down_and_past_the_end_up(seconds: int, words: str) -> None:
    assert clock_words(seconds) == words


def test_a_screen_reader_hears_the_time_and_whether_it_runs(qtbot) -> None:
    clock = ClockRing()
    qtbot.addWidget(clock)
    clock.show_clock(392, 600, running=True)
    assert clock.accessibleName() == "06:32 left"
    clock.show_clock(-65, 600, running=False)
    assert clock.accessibleName() == "over time by 01:05, paused"


def test_the_badge_says_what_the_room_sees(qtbot) -> None:
    badge = LiveBadge()
    qtbot.addWidget(badge)
    names = set()
    for state in ("live", "blank", "frozen", "off"):
        badge.show_state(state)
        names.add(badge.accessibleName())
        assert not badge.grab().isNull()
    assert len(names) == 4


def test_the_bar_goes_from_agreeing_to_objecting_and_leaves_out_what_nobody_holds() -> None:
    counts = [("object", 1), ("agree", 6), ("abstain", 0), ("absent", 2)]
    assert [look.code for look, _ in in_order(counts)] == ["agree", "object", "absent"]
    assert spoken(counts) == "6 support, 1 object, 2 not here"


def test_the_bar_has_a_name_with_and_without_positions(qtbot) -> None:
    bar = PositionBar()
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Nobody has taken a position yet"
    bar.show_counts([("agree", 6)])
    assert bar.accessibleName() == "6 support"
    assert not bar.grab().isNull()


def test_a_notice_goes_away_with_escape(qtbot, qapp) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    notice = Notice(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    notice.tell("Nobody is here yet.")
    assert notice.sentence() == "Nobody is here yet."
    with qtbot.waitSignal(notice.dismissed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert notice.sentence() == ""


def test_an_empty_place_offers_what_to_do(qtbot) -> None:
    empty = EmptyState("No cards yet", "The first one appears here.", "Open the sample")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.acted):
        qtbot.keyClick(empty.button, Qt.Key.Key_Return)


def test_every_small_widget_has_a_name(qtbot) -> None:
    say = SayBlock()
    say.show_script("Two minutes of silence.", "who else could do this?")
    hint = KeyHint([("Enter", "keep it")])
    hint.show_tail("14 kept, every one saved")
    for widget, name in (
        (say, "Say: Two minutes of silence. who else could do this?"),
        (hint, "Enter: keep it. 14 kept, every one saved"),
        (SectionLabel("Car park", "3"), "Car park, 3"),
        (Chip("voice", "gold"), "voice"),
        (Heading("What now?"), "What now?"),
        (Eyebrow("Purpose"), "Purpose"),
    ):
        qtbot.addWidget(widget)
        assert widget.accessibleName() == name
        assert not widget.grab().isNull()


def test_hints_wrap_where_the_page_is_narrow(qtbot) -> None:
    hint = KeyHint([("Enter", "keep it"), ("Ctrl Z", "take it back"), ("F5", "room screen")])
    qtbot.addWidget(hint)
    assert hint.heightForWidth(150) > hint.heightForWidth(900)


def test_no_widget_lets_a_label_guess_at_markup(qtbot) -> None:
    empty = EmptyState("<b>x</b>", "<i>y</i>")
    qtbot.addWidget(empty)
    labels = empty.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def face() -> QFont:
    return font(20)


def test_a_paragraph_is_cut_at_a_word() -> None:
    words = Paragraph("one two three four five six seven " * 30, face(), Limits(240, lines=2))
    assert words.elided
    assert words.lines == 2


def test_a_paragraph_that_fits_is_left_whole() -> None:
    words = Paragraph("one two", face(), Limits(240, lines=2))
    assert not words.elided
    assert words.lines == 1


@pytest.mark.parametrize("text", ["🎉" * 400, "x" * 9000, "نحتاج إلى خطة " * 90, "a\nb\n" * 50])
def test_any_text_stays_inside_its_lines_and_width(text: str) -> None:
    words = Paragraph(text, face(), Limits(240, lines=3))
    assert words.lines <= 3
    assert words.width <= 241


def test_a_table_is_as_tall_as_its_words_and_opens_with_enter(qtbot) -> None:
    table = HairlineTable("Positions")
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    columns = [Column("Organisation"), Column("Round 1"), Column("What", 2)]
    short = TableRow("a", (Cell("Police", True), Cell(pill="object"), Cell("no")))
    long = TableRow("b", (Cell("Council"), Cell(pill="agree"), Cell("many words " * 20)))
    table.show_rows(columns, [short, long])
    assert table.rowHeight(1) > table.rowHeight(0)
    assert table.sizeHint().height() > table.rowHeight(0) + table.rowHeight(1)
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    assert not table.grab().isNull()


def test_a_remark_on_a_line_of_its_own_has_no_dot_before_it(qtbot) -> None:
    hint = KeyHint([("Enter", "keep it"), ("Ctrl Z", "take it back")])
    hint.show_tail("14 kept, every one saved")
    qtbot.addWidget(hint)

    assert hint._places(900)[-1][1] == "·  14 kept, every one saved"
    assert hint._places(220)[-1][1] == "14 kept, every one saved"
    assert hint._places(220)[-1][0].left() == 0
