"""Every step of a journey on the console: every control has a name, and nothing is cut."""

from PySide6.QtGui import QAccessible

from tests.ui.console.steps import clipped, cut_off, each_step, unnamed
from tests.ui.walk.hands import Hands
from ui.console.window import Console

SENTENCE = (
    "That is a sentence of two lines, which says in plain words why the group may not do this "
    "now, and what it may do about it instead before it tries again."
)


def test_every_control_of_every_step_has_a_name(ellerport: Console, hands: Hands) -> None:
    QAccessible.setActive(True)
    found = {step: unnamed(ellerport) for step in each_step(ellerport, hands)}

    assert {step: names for step, names in found.items() if names} == {}


def test_every_control_of_an_empty_workshop_has_a_name(console: Console, hands: Hands) -> None:
    found = {step: unnamed(console) for step in each_step(console, hands)}

    assert {step: names for step, names in found.items() if names} == {}


def test_nothing_is_cut_on_a_small_laptop(ellerport: Console, hands: Hands) -> None:
    found = {}
    for step in each_step(ellerport, hands):
        found[step] = clipped(ellerport) + cut_off(ellerport)

    assert {step: what for step, what in found.items() if what} == {}


def test_nothing_is_cut_in_an_empty_workshop(console: Console, hands: Hands) -> None:
    found = {step: clipped(console) + cut_off(console) for step in each_step(console, hands)}

    assert {step: what for step, what in found.items() if what} == {}


def test_nothing_is_cut_on_a_very_large_screen(ellerport: Console, hands: Hands) -> None:
    ellerport.resize(3840, 2160)
    found = {}
    for step in each_step(ellerport, hands):
        found[step] = clipped(ellerport) + cut_off(ellerport)

    assert {step: what for step, what in found.items() if what} == {}


def test_every_step_of_an_empty_workshop_comes_up(console: Console, hands: Hands) -> None:
    steps = list(each_step(console, hands))

    assert len(steps) == 35
    assert not console.notice.sentence()


def test_a_notice_of_two_lines_pushes_nothing_out_of_its_place(
    ellerport: Console, hands: Hands
) -> None:
    ellerport.say("The agreement is in a folder with a rather long name")
    found = {}
    for step in each_step(ellerport, hands):
        ellerport.desk.refused.emit(SENTENCE, "")
        hands.settle()
        assert ellerport.notice.sentence() == SENTENCE
        found[step] = clipped(ellerport) + cut_off(ellerport)

    assert {step: what for step, what in found.items() if what} == {}
