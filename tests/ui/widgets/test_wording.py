"""A wording on a page, with what changed marked."""

from pytestqt.qtbot import QtBot

from facilitator.wording_diff import Piece, differences
from ui.widgets.wording import WordingView


def test_the_view_says_what_changed_to_those_who_do_not_see_it(qtbot: QtBot) -> None:
    view = WordingView()
    qtbot.addWidget(view)
    view.show_pieces(differences("We share a budget.", "We share one pound."))

    assert view.accessibleName() == "We share one pound."
    assert view.accessibleDescription() == "added: one pound. removed: a budget"


def test_a_wording_grows_with_a_narrower_page(qtbot: QtBot) -> None:
    view = WordingView()
    qtbot.addWidget(view)
    view.show_pieces([Piece("We treat our budgets as one city pound " * 4)])

    assert view.heightForWidth(300) > view.heightForWidth(900) > 0
