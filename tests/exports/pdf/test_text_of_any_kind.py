"""Words in any script: set, checked, and read back as they were written."""

from datetime import datetime

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.blocks import Document, Paragraph, plain
from exports.pdf import render_pdf
from exports.pdf.faces import fitted
from exports.pdf.reading import read_tree
from exports.text import one_line

URDU = "ہم سب مل کر فیصلہ کرتے ہیں کہ پیسہ کہاں جائے گا۔ ٹھیک ہے"
PERSIAN = "می‌خواهیم که شهر چگونه پژمرده"
SCRIPTS = {
    "Welsh": "Dŵr, tŷ a llŷn i bawb yng Nghymru",
    "Polish": "Zażółć gęślą jaźń",
    "Greek": "Αποφασίζουμε όλοι μαζί",
    "Cyrillic": "Мы решаем вместе, їжак",
    "Vietnamese": "Chúng tôi nói con số khó trước, mỗi ngày",
    "Arabic": "مرحبا بالعالم (٢٠٢٦) لا بأس",
    "pointed Arabic": "ثَبَّتَ القَرَارَ",
    "Persian": PERSIAN,
    "Urdu": URDU,
    "both ways": "We say مرحبا بكم (abc) and then ٤٥ again",
    "Devanagari": "हम पहले कठिन संख्या बताते हैं क्षत्रिय",
    "emoji": "thumbs 👍 heart ❤ house 🏠",
    "marks": "a\u0315b q\u0307 x\u0323\u0301",
}


def _made(words: str) -> bytes:
    return render_pdf(Document("T", (Paragraph(words),), datetime(2026, 11, 23)))


def _copied(content: bytes) -> str:
    text = pdfium.PdfDocument(content)[0].get_textpage().get_text_range()
    return one_line(text).replace("1 of 1", "").strip()


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_words_of_a_script_are_read_as_they_were_written(words: str) -> None:
    # What no face draws would be a box.
    assert read_tree(_made(words)).root.words == words


@pytest.mark.parametrize("script", ["Welsh", "Polish", "Greek", "Cyrillic", "Vietnamese", "Urdu"])
def test_words_of_a_script_are_copied_as_they_were_written(script: str) -> None:
    assert _copied(_made(SCRIPTS[script])) == SCRIPTS[script]


def test_dots_of_arabic_letters_do_not_part_the_words_that_are_copied() -> None:
    assert _copied(_made(PERSIAN)).replace("\u200c", "") == PERSIAN.replace("\u200c", "")


def test_the_dots_of_arabic_letters_are_drawn() -> None:
    def ink(words: str) -> int:
        page = pdfium.PdfDocument(_made(words))[0].render(scale=3).to_pil()
        return sum(page.convert("L").histogram()[:128])

    # The same letter without dots, with one, and with three.
    assert ink("ٮٮٮٮٮ") + 50 < ink("ببببب") < ink("ثثثثث") - 50


_LETTERS = st.sampled_from("".join(SCRIPTS.values()) + " \n.,()[]“”-123")


@settings(max_examples=60, deadline=None)
@given(st.text(_LETTERS, max_size=80))
def test_any_words_of_many_scripts_pass_the_check_and_are_read_back(words: str) -> None:
    # `render_pdf` refuses what does not pass.
    told = read_tree(_made(words)).root.words
    assert told == one_line(fitted(plain(words))[0])


def test_a_word_of_3000_letters_that_run_back_is_read_whole() -> None:
    words = "فیصلہ" * 600
    assert read_tree(_made(words)).root.words.replace(" ", "") == words


def test_a_paragraph_of_100_kb_in_two_directions_is_read_whole() -> None:
    words = "We say مرحبا بكم then " * 4000
    assert read_tree(_made(words)).root.words == words.strip()
