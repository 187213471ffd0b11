"""The fields of inline forms, alone."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.stages.form_row import ChoiceField

PEOPLE = [("ann", "Ann Lee, chair"), ("bob", "Bob Roy, clerk"), ("cat", "Cat Fox, lead")]


@pytest.fixture
def field(qapp: QApplication) -> ChoiceField:
    """A choice of three people in which a name of one's own may be typed."""
    made = ChoiceField("Owner", free=True)
    made.offer(PEOPLE)
    return made


def test_the_last_choice_is_let_go_when_it_is_offered_no_longer(field: ChoiceField) -> None:
    field.choose("cat")
    field.offer(PEOPLE[:1])
    assert field.chosen() == field.currentText() == ""
    assert field.count() == 1


def test_a_choice_stays_when_others_go_before_it(field: ChoiceField) -> None:
    field.choose("cat")
    field.offer(PEOPLE[2:])
    assert (field.chosen(), field.currentText()) == ("cat", "Cat Fox, lead")


def test_a_choice_whose_words_are_others_now_shows_those(field: ChoiceField) -> None:
    field.choose("cat")
    field.offer([*PEOPLE[:2], ("cat", "Cat Fox, director")])
    assert (field.chosen(), field.currentText()) == ("cat", "Cat Fox, director")


def test_a_name_of_one_s_own_stays_whatever_is_offered(field: ChoiceField) -> None:
    field.setEditText("Zoe from the trust")
    field.offer([])
    assert field.chosen() == "Zoe from the trust"
