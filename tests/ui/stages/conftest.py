"""A page at its size on a small laptop, told of every change as the console tells it, and keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.guide import Guide, load_guide
from sessions.session import Session
from ui.desk import Desk
from ui.stages.page import Page
from ui.theme.palette import apply_theme

PageFor = Callable[..., Page]

HOSTILE = '<b>&lt;script&gt; 🏥 Cyngor Sir y Fflint & "Tŷ" مجلس المدينة'


class Keys:
    """Types wherever the keyboard is, as a person does: it can reach nothing else."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def at(self) -> QWidget:
        """The widget that has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def type(self, text: str) -> None:
        """Type these letters."""
        self._qtbot.keyClicks(self.at, text)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after another."""
        for key in keys:
            self._qtbot.keyClick(self.at, key)

    def fill(self, *texts: str) -> None:
        """Type each text and go on to the next field, but stay in the last."""
        for number, text in enumerate(texts):
            if number:
                self.press(Qt.Key.Key_Tab)
            self.type(text)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide that ships."""
    return load_guide()


@pytest.fixture
def desk(session: Session, guide: Guide, qapp: QApplication) -> Iterator[Desk]:
    """The session as the pages see it."""
    apply_theme(qapp)
    made = Desk(session, guide)
    yield made
    made.close()


@pytest.fixture
def refusals(desk: Desk) -> list[str]:
    """Every reason for which the desk refused something."""
    said: list[str] = []
    desk.refused.connect(lambda reason, _offer: said.append(reason))
    return said


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    """The keyboard."""
    return Keys(qtbot)


@pytest.fixture
def hostile() -> str:
    """Words that look like markup, with signs and letters of several scripts."""
    return HOSTILE


@pytest.fixture
def a_page(desk: Desk, guide: Guide, qtbot: QtBot) -> Callable[[PageFor, str, str], Page]:
    """`a_page(page_for, stage, step)`: the page, on the screen and with the keyboard in it."""

    shown: list[QWidget] = []

    def show(page_for: PageFor, stage: str, step: str) -> Page:
        host = QWidget()
        shown.append(host)
        host.resize(814, 600)
        line = QVBoxLayout(host)
        line.setContentsMargins(0, 0, 0, 0)
        page = page_for(desk, guide.stage(stage), guide.step(stage, step), host)
        line.addWidget(page)
        desk.changed.connect(lambda workshop, _event: page.show_workshop(workshop))
        page.show_workshop(desk.workshop)
        qtbot.addWidget(host)
        with qtbot.waitExposed(host):
            host.show()
        host.activateWindow()
        page.begin()
        return page

    return show
