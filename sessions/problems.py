"""SessionProblem: what can be the matter with a session file, each case in plain words.

Every problem says what happened, what is safe, and what to do. None of them has changed a byte of
the file that it is about.
"""

from pathlib import Path
from typing import Self

_UNTOUCHED = "Nothing in the file was changed."
_SO_FAR = "Everything saved before this is still in the file. The last change was not made."


class SessionProblem(Exception):  # noqa: N818  the house's word; most are nobody's error
    """A session file, its disk or its version stands in the way.

    `what` happened, what is `safe`, and what to `do`: each one or two sentences for the screen.
    """

    def __init__(self, what: str, safe: str, do: str) -> None:
        super().__init__(f"{what} {safe} {do}")
        self.what = what
        self.safe = safe
        self.do = do


class NotOurs(SessionProblem):
    """The file is something other than a workshop of this app."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that another app wrote, or nobody."""
        return cls(
            f"“{path.name}” is not a Facilitator workshop.",
            _UNTOUCHED,
            "Choose a file whose name ends in .workshop, or start a new workshop.",
        )

    @classmethod
    def folder(cls, path: Path) -> Self:
        """A folder, or a device, where a file is wanted."""
        return cls(
            f"“{path.name}” is not a file.",
            "Nothing in it was changed.",
            "Choose a file whose name ends in .workshop.",
        )

    @classmethod
    def empty(cls, path: Path) -> Self:
        """A file of no bytes, such as a download that never came."""
        return cls(
            f"“{path.name}” is empty: no workshop was ever saved in it.",
            _UNTOUCHED,
            "If it was copied or downloaded, copy it again. Otherwise start a new workshop.",
        )

    @classmethod
    def other_workshop(cls, name: str) -> Self:
        """A workshop, but not the one that is open."""
        return cls(
            f"“{name}” is a different workshop, not a copy of this one.",
            "Nothing of it was taken in, and this workshop is as it was.",
            "Ask for the notes that were taken in a copy of this workshop.",
        )


class Newer(SessionProblem):
    """The file was written by a newer version of the app."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file whose version is above the newest that this app knows."""
        return cls(
            f"“{path.name}” was saved by a newer Facilitator than this one.",
            _UNTOUCHED,
            "Open it with the newer Facilitator, or bring this one up to date.",
        )


class ReadOnly(SessionProblem):
    """The file, or the folder it lies in, may not be written to."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that may be read and not written."""
        return cls(
            f"“{path.name}” can be read here but not written to.",
            _UNTOUCHED,
            "Copy it into your documents folder and open the copy.",
        )

    @classmethod
    def folder(cls, path: Path) -> Self:
        """A folder in which nothing new may be saved, such as a CD or somebody else's share."""
        return cls(
            f"“{path.name}” lies in a folder where nothing can be saved.",
            _UNTOUCHED,
            "Copy it into your documents folder and open the copy.",
        )


class OnAShare(SessionProblem):
    """The file lies on another computer."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file on a network share, where what is being written can be torn."""
        return cls(
            f"“{path.name}” lies on a network share, where a workshop could be damaged.",
            "Nothing in the file was changed.",
            "Copy it to this computer and open the copy. Notes can be handed over on the share.",
        )


class Unreadable(SessionProblem):
    """The system does not hand the file over."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that may not be read, or whose disk fails."""
        return cls(
            f"“{path.name}” could not be read.",
            _UNTOUCHED,
            "Check that its disk is connected and that you may open the file, then try again.",
        )


class Locked(SessionProblem):
    """Another copy of the app has the file open."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that is open elsewhere."""
        return cls(
            f"“{path.name}” is open in another window of Facilitator.",
            "Nothing in the file was changed, and the other window can go on.",
            "Go on in the other window, or close it and open the workshop here.",
        )

    @classmethod
    def here(cls, path: Path, since: str) -> Self:
        """A file that is open on this very computer, and since when ("14:02")."""
        return cls(
            f"“{path.name}” is open in another window of Facilitator on this computer since "
            f"{since}.",
            "Nothing in the file was changed, and the other window can go on.",
            "Go on in the other window, or close it and open the workshop here.",
        )


class Damaged(SessionProblem):
    """What the file says cannot be trusted."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that cannot be read to its end."""
        return cls(
            f"“{path.name}” is damaged: it cannot be read to its end.",
            _UNTOUCHED,
            "Keep the file as it is, and open your latest copy of it instead.",
        )

    @classmethod
    def rows(cls, path: Path, bad: int, total: int) -> Self:
        """A file in which some entries are not what was written."""
        said = "1 entry is" if bad == 1 else f"{bad:,} entries are"
        return cls(
            f"“{path.name}” is damaged: {said} not as it was saved, of {total:,}.",
            _UNTOUCHED,
            "Keep the file as it is, and open your latest copy of it instead.",
        )

    @classmethod
    def altered(cls, path: Path) -> Self:
        """A file whose tables or guards are not those that this app makes."""
        return cls(
            f"“{path.name}” was changed by another program, so what it says cannot be trusted.",
            _UNTOUCHED,
            "Keep the file as it is, and open your latest copy of it instead.",
        )

    @classmethod
    def incoming(cls) -> Self:
        """Entries from elsewhere that contradict what is here, or are no entries at all."""
        return cls(
            "What came from elsewhere does not fit this workshop.",
            "None of it was taken in, and this workshop is as it was.",
            "Ask for the workshop's file itself, and open that.",
        )


class Missing(SessionProblem):
    """There is no such file."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that is not where it was looked for."""
        return cls(
            f"“{path.name}” is not there any more.",
            "Nothing was changed.",
            f"Look for it in {path.parent}, or in the wastebasket, or choose another workshop.",
        )

    @classmethod
    def folder(cls, path: Path) -> Self:
        """A folder that is wanted for a new file and is not there."""
        return cls(
            f"The folder {path.parent} is not there.",
            "Nothing was changed.",
            "Make the folder first, or choose another.",
        )

    @classmethod
    def while_open(cls, path: Path) -> Self:
        """A file that was moved, deleted or replaced while it was open here."""
        return cls(
            f"“{path.name}” was moved, renamed or replaced while it was open.",
            "This window still shows everything. The last change was not made.",
            f"Put the file back into {path.parent} under its name, then try again.",
        )


class Exists(SessionProblem):
    """There is a file of that name already."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that a new one would have overwritten."""
        return cls(
            f"There is a file called “{path.name}” already.",
            _UNTOUCHED,
            "Open it, or choose another name.",
        )


class Unwritable(SessionProblem):
    """The disk did not take a change."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A write, or a read, that the system refused."""
        return cls(
            f"The disk would not save to “{path.name}”.",
            _SO_FAR,
            "Check that the disk is connected and healthy, then try again.",
        )

    @classmethod
    def new(cls, path: Path) -> Self:
        """A new file that could not be made."""
        return cls(
            f"“{path.name}” could not be saved in {path.parent}.",
            "Nothing was changed.",
            "Choose a folder of your own, such as your documents folder.",
        )


class NotErased(SessionProblem):
    """A file that was to be erased is still there, whole or in part."""

    @classmethod
    def file(cls, path: Path) -> Self:
        """A file that cannot be overwritten or removed."""
        return cls(
            f"“{path.name}” could not be erased.",
            "What was erased before it is gone; there is no certificate yet.",
            f"See that you may change files in {path.parent}, then erase the workshop again.",
        )


class Full(Unwritable):
    """The disk has no room."""

    @classmethod
    def new(cls, path: Path) -> Self:
        """A new file for which there was no room."""
        return cls(
            f"The disk is full, so “{path.name}” could not be started.",
            "Nothing was changed.",
            "Make some room on the disk, or choose a folder on another one.",
        )

    @classmethod
    def file(cls, path: Path) -> Self:
        """A write for which there was no room."""
        return cls(
            f"The disk is full, so “{path.name}” could not be saved.",
            _SO_FAR,
            "Make some room on the disk, then do it again.",
        )


class NotTakenIn(SessionProblem):
    """Something from elsewhere of which nothing can be taken in, though it may be a workshop."""

    @classmethod
    def link(cls, path: Path) -> Self:
        """A link to a file that lies in some other place."""
        return cls(
            f"“{path.name}” only points to a file that lies somewhere else.",
            _UNTOUCHED,
            "Choose the file itself, or ask for a copy of it.",
        )

    @classmethod
    def too_large(cls, path: Path) -> Self:
        """A file larger than any workshop."""
        return cls(
            f"“{path.name}” is far larger than a workshop ever becomes, so it was not read.",
            _UNTOUCHED,
            "Ask whoever made it for the notes again, as one ordinary workshop file.",
        )

    @classmethod
    def too_slow(cls, path: Path) -> Self:
        """A file whose reading was broken off."""
        return cls(
            f"“{path.name}” took too long to read, so reading it was broken off.",
            _UNTOUCHED,
            "Copy it to this computer and try again with the copy. If that takes as long, ask for "
            "the notes again.",
        )

    @classmethod
    def broke_off(cls, path: Path) -> Self:
        """A file that ended the process in which it was read."""
        return cls(
            f"“{path.name}” could not be read: something in it stops the reading each time.",
            "It was read apart from everything else, and nothing was changed.",
            "Keep the file as it is, and ask for the notes again.",
        )

    @classmethod
    def cannot_look(cls, path: Path) -> Self:
        """Where the process that reads files from elsewhere does not start."""
        return cls(
            f"“{path.name}” could not be looked into: Facilitator could not start its reader.",
            "Nothing was changed.",
            "Close some other programs and try again. If it stays so, start Facilitator anew.",
        )

    @classmethod
    def nothing_there(cls, path: Path) -> Self:
        """A folder or an archive in which there is no workshop."""
        return cls(
            f"There is no workshop in “{path.name}”.",
            "Nothing in it was changed.",
            "Choose the folder or the file that the notes were handed over in. Their names end "
            "in .workshop.",
        )

    @classmethod
    def too_many(cls, path: Path) -> Self:
        """A folder or an archive of more files than anybody hands over."""
        return cls(
            f"There is more in “{path.name}” than can be looked through at once.",
            "Nothing in it was changed. What was looked through is listed beside this.",
            "Put the files that you mean into a folder of their own, and choose that.",
        )

    @classmethod
    def archive_damaged(cls, path: Path) -> Self:
        """An archive that cannot be unpacked."""
        return cls(
            f"“{path.name}” is a damaged archive, or lies in one: it cannot be unpacked.",
            _UNTOUCHED,
            "Copy it again, or ask for the workshop files themselves.",
        )

    @classmethod
    def archive_locked(cls, path: Path) -> Self:
        """Something in an archive that wants a password."""
        return cls(
            f"“{path.name}” lies in an archive that is locked with a password.",
            _UNTOUCHED,
            "Unpack the archive yourself, and choose the files that were in it.",
        )

    @classmethod
    def archive_within(cls, path: Path) -> Self:
        """An archive that lies in another."""
        return cls(
            f"“{path.name}” is an archive that lies within another.",
            _UNTOUCHED,
            "Unpack the outer one yourself, and choose what was in it.",
        )

    @classmethod
    def archive_astray(cls, path: Path) -> Self:
        """Something in an archive whose name leads out of the archive."""
        return cls(
            f"“{path.name}” wants to be unpacked to some other place on this computer.",
            "It was not unpacked, and nothing was changed.",
            "Ask whoever sent the archive what it is. Take it for unsafe until you know.",
        )
