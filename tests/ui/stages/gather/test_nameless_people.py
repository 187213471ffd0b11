"""Under the Chatham House Rule nobody is asked for a person's name."""

import pytest
from pytestqt.qtbot import QtBot

from facilitator.chatham_house import choose_chatham_house
from sessions.session import Session
from ui.stages.gather.forms import MemberForm


@pytest.mark.parametrize("rule", [True, False])
def test_the_name_is_asked_for_only_where_it_may_be_kept(
    qtbot: QtBot, session: Session, a_board, rule: bool
) -> None:
    (first, *_) = a_board(session, voting=2)
    if rule:
        session.do(choose_chatham_house, True)
    form = MemberForm()
    qtbot.addWidget(form)
    form.show()
    form.open_new(session.workshop, first)

    assert form.name.isVisible() is not rule
    assert form.role.isVisible()
