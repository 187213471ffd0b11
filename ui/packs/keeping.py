"""Where the pack that is being written is kept: its own file, its draft, and what is in neither."""

from pathlib import Path

from facilitator.guide import ScenarioPack
from sessions.packs import PackFolder


class PackKeeper:
    """The file and the draft of one pack. What writes raises `SessionProblem`.

    `at` is the file that the pack came from, None before it has one; `started` the pack as the
    editor was opened on it; `draft` the file of the draft that it was, None when it was none. No
    other draft is touched, whatever its id.
    """

    def __init__(
        self, folder: PackFolder, started: ScenarioPack, at: Path | None, draft: Path | None
    ) -> None:
        self._folder = folder
        self._started = started
        self.at = at
        self.drafted = draft is not None
        self._draft = draft
        known = folder.read(at) if at is not None else None
        self._kept = known.pack if known is not None and known.ready else None

    @property
    def is_kept(self) -> bool:
        """Whether there is a file of it that can be played."""
        return self._kept is not None

    def lacks(self, pack: ScenarioPack) -> bool:
        """Whether the pack is another than in its file; before it has one, than at the start."""
        return pack != (self._kept or self._started)

    def keep(self, pack: ScenarioPack) -> Path:
        """Keep it in its file; the draft goes."""
        self.at = self._folder.keep(pack, self.at)
        self._kept, self.drafted = pack, False
        self._drop_draft()
        return self.at

    def keep_draft(self, pack: ScenarioPack) -> None:
        """Keep it as a draft, or remove a draft that would hold nothing of its own."""
        if self.lacks(pack) or (self.drafted and not self.is_kept):
            self._draft = self._folder.keep_draft(pack, self._draft)
        else:
            self._drop_draft()

    def throw_away(self) -> None:
        """Leave everything as it was before the editor was opened; a draft of before stays."""
        if self.drafted:
            self._draft = self._folder.keep_draft(self._started, self._draft)
        else:
            self._drop_draft()

    def _drop_draft(self) -> None:
        if self._draft is not None:
            self._folder.remove(self._draft)
            self._draft = None
