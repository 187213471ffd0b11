"""Looking after a workshop that is open: its copies, what is typed, crashes, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.attending.coming_back import ComingBack
from ui.attending.drafts import Drafts
from ui.attending.elsewhere import Elsewhere
from ui.attending.keeping import Keeping

if TYPE_CHECKING:
    from ui.app import Facilitator
    from ui.desk import Desk


class Attending(QObject):
    """Those who look after what is open, each of them told when it is opened and closed."""

    def __init__(self, app: Facilitator, keeping: Keeping | None = None) -> None:
        super().__init__(app)
        self.keeping = keeping or Keeping(self, library=lambda: app.library.folder)
        self.drafts = Drafts(self)
        self.coming_back = ComingBack(app)
        self.elsewhere = Elsewhere(app)
        self._app = app
        self.keeping.told.connect(app.tell)
        self.drafts.told.connect(app.tell)
        self.elsewhere.told.connect(app.tell)
        self.elsewhere.moved.connect(self._moved)
        self.drafts.begin_at_start()

    def begin(self, desk: Desk) -> None:
        """Look after what is on a desk, as long as it is there."""
        self.elsewhere.begin(desk)
        self.keeping.begin(desk.session)
        self.coming_back.begin(desk)
        desk.closing.connect(self.keeping.end)
        desk.closing.connect(self.drafts.begin_at_start)
        desk.words_gone.connect(self.drafts.forget)
        # Once the window is up and the keyboard is where it belongs.
        QTimer.singleShot(0, desk, lambda: self.drafts.begin(desk))

    def _moved(self, desk: Desk) -> None:
        """Go on with a desk whose workshop lies in another file now."""
        self.coming_back.moved(desk.session.path)
        self._app.tell(f"You go on in {desk.session.path}. Everything that was kept is there.")
