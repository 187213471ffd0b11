"""The room's picture: everything fits, only what changed is painted, and nothing else gets in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from facilitator.wording_diff import Piece
from ui.room.blocks import CardBlock, LineBlock, MarkedBlock, SymbolBlock, TextBlock
from ui.room.canvas import RoomCanvas
from ui.room.fit import Fitter, fits
from ui.room.layout import SMALLEST, RoomLayout
from ui.room.preview import RoomPreview
from ui.room.view import RoomCard, RoomClock, RoomColumn, RoomMark, RoomView
from ui.theme.fonts import font
from ui.theme.palette import apply_theme
from ui.theme.tokens import DARK, ROOM
from ui.widgets.paragraph import Limits

SIZES = [(1920, 1080), (1366, 768), (3840, 2160), (1024, 768)]
LONG = "word " * 1000
CARDS = tuple(RoomCard(f"Card {i} says something of some length") for i in range(12))
STATEMENT = "What does Ellerport need that only we have the power to do?"
VIEWS = {
    "cards": RoomView("Purpose", STATEMENT, cards=CARDS, summary="12 contributions"),
    "long": RoomView(
        "<b>&<script>",
        LONG,
        LONG,
        cards=(
            RoomCard(LONG, LONG, lit=True),
            RoomCard("<b>&<script>alert(1)</script>"),
            RoomCard("نحتاج إلى خطة واحدة للأطفال"),
            RoomCard("🎉" * 90),
            RoomCard("Llanfairpwllgwyngyll" * 12, "Ŵyl"),
        ),
        summary=LONG,
        caption=LONG,
    ),
    "values": RoomView(
        "Values · round 2",
        STATEMENT,
        tone="paper",
        columns=(
            RoomColumn("We will", ("show the figures", LONG) * 9, "will"),
            RoomColumn("We will not", ("pass a cost on",), "will_not"),
        ),
        positions=(("agree", 6), ("object", 1), ("absent", 2), ("need_more", 1)),
        flag="1 objection to answer",
    ),
    "marked": RoomView(
        "Purpose · Draft the statement",
        "We share one pound.",
        "v1 → v2 · 2 words came, 2 went",
        tone="paper",
        pieces=(
            Piece("We share"),
            Piece(" ", "added"),
            Piece("one pound", "added"),
            Piece(" "),
            Piece("a budget", "removed"),
            Piece("."),
        ),
    ),
    "marked at length": RoomView(
        "Purpose",
        LONG,
        LONG,
        tone="paper",
        pieces=(Piece(LONG), Piece(LONG, "added"), Piece("Llanfair" * 400, "removed")),
    ),
    "beside": RoomView(
        "Purpose · v2 · v2b",
        tone="paper",
        columns=(
            RoomColumn("v2 · 2 words", ("One purse",), "draft"),
            RoomColumn("v2b · 1,000 words", (LONG,), "draft"),
            RoomColumn("v2c · 1 word", ("Llanfair" * 400,), "draft"),
        ),
    ),
    "asked": RoomView(
        "Purpose", STATEMENT, LONG, tone="paper", columns=(RoomColumn("", ("11 will",), "draft"),)
    ),
    "inject": RoomView("Day 3", "“We are pausing the closure.”", "The chair", tone="inject"),
    "rows": RoomView("Commitments", "We will", rows=(("Publish", "Council", "1 March"),) * 40),
    "marks": RoomView(
        "Values · Open",
        LONG,
        tone="paper",
        marks=(
            RoomMark("agree", "I support it"),
            RoomMark("", LONG, LONG),
            *(RoomMark("absent", "Not here", "never counts as agreement"),) * 6,
        ),
    ),
    "empty": RoomView(),
}
CLOCK = RoomClock(392, 600, True, "alone, then in pairs")


@pytest.fixture(autouse=True)
def _theme(qapp) -> None:
    apply_theme(qapp)


@pytest.fixture
def canvas(qtbot):
    canvas = RoomCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1920, 1080)
    canvas.show_clock(CLOCK)
    canvas.show()
    return canvas


def painted(canvas: RoomCanvas, qapp, act) -> QRect:
    """The rectangle that is painted again when `act` is done."""
    qapp.processEvents()
    seen = QRect()
    original = canvas.paintEvent

    def watch(event) -> None:
        nonlocal seen
        seen = seen.united(event.region().boundingRect())
        original(event)

    canvas.paintEvent = watch
    act()
    qapp.processEvents()
    canvas.paintEvent = original
    return seen


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", VIEWS)
def test_everything_stays_on_the_screen(name: str, size: tuple[int, int]) -> None:
    width, height = size
    layout = RoomLayout(width, height, Fitter())
    view = VIEWS[name]
    for block in (*layout.blocks(view), layout.clock(view, CLOCK)):
        x, y, wide, tall = block.place
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + tall <= height


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", VIEWS)
def test_what_the_room_said_never_covers_anything_else(name: str, size: tuple[int, int]) -> None:
    width, height = size
    layout = RoomLayout(width, height, Fitter())
    view = VIEWS[name]
    blocks = [*layout.blocks(view), layout.clock(view, CLOCK)]
    foot = [block for block in blocks if block.place[1] > height * 0.7]
    cards = [block for block in blocks if isinstance(block, CardBlock)]
    for card in cards:
        others = [block for block in (*cards, *foot) if block is not card]
        assert not any(QRect(*card.place).intersects(QRect(*other.place)) for other in others)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", VIEWS)
def test_no_type_is_smaller_than_28_pixels_at_1080(name: str, size: tuple[int, int]) -> None:
    width, height = size
    layout = RoomLayout(width, height, Fitter())
    least = round(SMALLEST * height / 1080)
    for block in layout.blocks(VIEWS[name]):
        if isinstance(block, TextBlock):
            assert block.smallest >= least
        if isinstance(block, LineBlock):
            assert block.pixels >= least
    assert layout.clock(VIEWS[name], CLOCK).words >= least


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_painted(canvas, name: str) -> None:
    canvas.show_view(VIEWS[name])
    assert not canvas.grab().isNull()


def test_a_tick_of_the_clock_paints_the_clock_alone(canvas, qapp) -> None:
    canvas.show_view(VIEWS["cards"])
    seen = painted(canvas, qapp, lambda: canvas.show_clock(replace(CLOCK, seconds_left=391)))
    assert not seen.isEmpty()
    assert seen.top() > 850


def test_a_new_card_leaves_the_statement_alone(canvas, qapp) -> None:
    view = VIEWS["cards"]
    canvas.show_view(view)
    more = replace(view, cards=(RoomCard("New", lit=True), *view.cards), summary="13 contributions")
    seen = painted(canvas, qapp, lambda: canvas.show_view(more))
    assert not seen.isEmpty()
    assert seen.top() > 250


def test_the_same_view_paints_nothing(canvas, qapp) -> None:
    canvas.show_view(VIEWS["cards"])
    again = replace(VIEWS["cards"])
    assert painted(canvas, qapp, lambda: canvas.show_view(again)).isEmpty()


def test_a_partial_painting_equals_a_whole_one(canvas, qapp, qtbot) -> None:
    view = VIEWS["cards"]
    canvas.show_view(view)
    qapp.processEvents()
    more = replace(view, cards=(RoomCard("New", lit=True), *view.cards), statement="Ŵ gyj?")
    canvas.show_view(more)
    qapp.processEvents()
    fresh = RoomCanvas()
    qtbot.addWidget(fresh)
    fresh.resize(canvas.size())
    fresh.show_clock(CLOCK)
    fresh.show_view(more)
    assert canvas.screen().grabWindow(canvas.winId()).toImage().convertToFormat(
        QImage.Format.Format_RGB32
    ) == fresh.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_blank_screen_shows_the_dark_ground_and_says_so(canvas) -> None:
    canvas.show_view(VIEWS["values"])
    canvas.blank(True)
    picture = canvas.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, 1920, 40) for y in range(0, 1080, 40)
    }
    assert colours == {DARK.paper.lower()}
    assert canvas.accessibleDescription() == "The screen is blank"
    canvas.blank(False)
    assert "1 objection to answer" in canvas.accessibleDescription()


def test_a_frozen_screen_keeps_its_picture_and_then_shows_the_latest(canvas) -> None:
    canvas.show_view(VIEWS["inject"])
    before = canvas.grab().toImage()
    canvas.freeze(True)
    canvas.show_view(VIEWS["cards"])
    canvas.show_clock(replace(CLOCK, seconds_left=3))
    assert canvas.grab().toImage() == before
    canvas.freeze(False)
    assert canvas.grab().toImage() != before
    assert STATEMENT in canvas.accessibleDescription()


def test_a_tone_changes_the_whole_ground(canvas) -> None:
    for tone, tokens in ROOM.items():
        canvas.show_view(RoomView(statement="x", tone=tone))
        assert canvas.grab().toImage().pixelColor(2, 2).name() == tokens.paper.lower()


def test_the_whole_screen_is_said_to_a_screen_reader(canvas) -> None:
    canvas.show_view(VIEWS["cards"])
    said = canvas.accessibleDescription()
    assert STATEMENT in said
    assert "Card 0 says something" in said


def test_a_position_to_learn_is_said_with_what_it_needs(canvas) -> None:
    marks = (RoomMark("agree", "I support it"), RoomMark("object", "I object", "because …"))
    canvas.show_view(RoomView(marks=marks))
    assert canvas.accessibleDescription() == "I support it\nI object: because …"


def test_every_position_to_learn_has_its_symbol_and_none_has_another_s() -> None:
    codes = ("agree", "", "absent")
    view = RoomView(marks=tuple(RoomMark(code, f"Words {code}") for code in codes))
    made = RoomLayout(1920, 1080, Fitter()).blocks(view)
    marks = [block.code for block in made if isinstance(block, SymbolBlock)]
    assert marks == ["agree", "absent"]
    assert sum(isinstance(block, LineBlock) for block in made) == 3


def test_every_string_of_a_view_is_found() -> None:
    view = RoomView(
        "a", "b", "c", "dark", (RoomCard("d", "e"),), (RoomColumn("f", ("g",)),),
        (("agree", 1),), (("h", "i"),), "j", "k", "l", marks=(RoomMark("m", "n", "o"),),
    )  # fmt: skip
    assert set("abcdefghijklmno") <= set(view.strings())


def test_pieces_are_among_the_strings_of_a_view() -> None:
    assert {"one pound", "a budget"} <= set(VIEWS["marked"].strings())


def test_what_came_and_what_went_is_said_to_a_screen_reader(canvas) -> None:
    canvas.show_view(VIEWS["marked"])

    assert "added: one pound; removed: a budget" in canvas.accessibleDescription()


def test_marked_words_are_as_large_as_fits(canvas) -> None:
    layout = RoomLayout(1920, 1080, Fitter())
    [block] = [b for b in layout.blocks(VIEWS["marked"]) if isinstance(b, MarkedBlock)]

    assert block.largest >= 70
    assert block.smallest == SMALLEST


def test_another_mark_paints_the_words_alone(canvas, qapp) -> None:
    view = VIEWS["marked"]
    canvas.show_view(view)
    other = replace(view, pieces=(*view.pieces[:-1], Piece("!", "added")))
    seen = painted(canvas, qapp, lambda: canvas.show_view(other))

    assert not seen.isEmpty()
    assert seen.top() > 100
    assert seen.bottom() < 900


def test_what_went_is_struck_through_and_what_came_underlined(canvas) -> None:
    """Dark pixels through the middle of a word that has no strokes there, and under it."""

    def dark_rows(change: str) -> set[int]:
        canvas.show_view(RoomView(tone="paper", pieces=(Piece("i" * 4, change),)))
        picture = canvas.grab().toImage()
        [block] = [b for b in canvas._blocks if isinstance(b, MarkedBlock)]
        x0, y0, _, _ = block.place
        across = range(x0 + 2, x0 + 60)
        return {
            y - y0
            for y in range(y0, y0 + 120)
            if all(picture.pixelColor(x, y).lightness() < 140 for x in across)
        }

    assert dark_rows("same") == set()
    came, went = dark_rows("added"), dark_rows("removed")
    assert came
    assert went
    assert min(came) > max(went)


def test_drafts_side_by_side_are_set_in_one_size() -> None:
    layout = RoomLayout(1920, 1080, Fitter())
    texts = [b for b in layout.blocks(VIEWS["beside"]) if isinstance(b, TextBlock)]

    assert len({b.smallest for b in texts}) == 1
    assert len({b.place[1] for b in texts}) == 1


def test_two_short_drafts_side_by_side_are_large() -> None:
    view = RoomView(
        columns=(RoomColumn("v1", ("One purse",), "draft"), RoomColumn("v1b", ("Two",), "draft"))
    )
    texts = [b for b in RoomLayout(1920, 1080, Fitter()).blocks(view) if isinstance(b, TextBlock)]

    assert {b.smallest for b in texts} == {60}


def test_a_few_rows_are_large_and_whole_and_many_are_the_smallest_type() -> None:
    few = (("Could one of us do this alone? " * 3, "no"), ("Do we hold the levers?", "yes"))
    many = tuple((f"Row {at}", "yes") for at in range(40))
    layout = RoomLayout(1920, 1080, Fitter())

    def set_in(rows: tuple[tuple[str, ...], ...]) -> list[TextBlock]:
        made = layout.blocks(RoomView("Purpose", "A question", rows=rows))
        cells = {cell for row in rows for cell in row}
        return [block for block in made if isinstance(block, TextBlock) and block.text in cells]

    assert {block.largest for block in set_in(few)} == {48}
    assert all(
        fits(block.text, font(48), Limits(block.place[2], 1.3, 0, block.place[3]))
        for block in set_in(few)
    )
    assert {block.largest for block in set_in(many)} == {SMALLEST}


def test_text_is_as_large_as_fits_and_no_larger() -> None:
    limits = Limits(600, 1.2, 0, 200)
    _, size = Fitter().fit("some words that go over a few lines of text", limits, 20, 90)
    assert fits("some words that go over a few lines of text", font(size), limits)
    assert not fits("some words that go over a few lines of text", font(size + 1), limits)


def test_a_long_word_makes_text_smaller_before_it_is_broken() -> None:
    words, size = Fitter().fit("Llanfairpwllgwyngyll", Limits(300, 1.2, 0, 400), 10, 200)
    assert words.lines == 1
    assert size < 60


def test_what_was_fitted_once_is_remembered() -> None:
    fitter = Fitter()
    first, _ = fitter.fit("words", Limits(300, 1.2, 0, 100), 10, 90)
    again, _ = fitter.fit("words", Limits(300, 1.2, 0, 100), 10, 90)
    assert first is again
    fitter.forget()
    assert fitter.fit("words", Limits(300, 1.2, 0, 100), 10, 90)[0] is not first


@pytest.mark.parametrize("state", ["live", "blank", "frozen", "off"])
def test_the_small_picture_says_what_the_room_sees(qtbot, state: str) -> None:
    preview = RoomPreview()
    qtbot.addWidget(preview)
    preview.show_view(VIEWS["cards"])
    preview.show_clock(CLOCK)
    preview.show_state(state)
    assert not preview.grab().isNull()
    assert (STATEMENT in preview.accessibleName()) == (state in ("live", "frozen"))
