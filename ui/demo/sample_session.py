"""The Ellerport sample as a workshop of one's own: played once, kept in the library."""

from facilitator.guide import ELLERPORT
from sessions.library import Library
from sessions.session import Session
from ui.demo.keep import play_into
from ui.demo.sample import read_sample

NAME = "Ellerport sample"


def open_sample(library: Library) -> Session:
    """Open the sample of a library, playing it into a new file the first time.

    What was done in it since is kept, as in any workshop. Raises `SessionProblem`.
    """
    path = library.path_of(NAME)
    if not path.exists():
        library.make_folder()
        play_into(path, read_sample(ELLERPORT))
    return Session.open(path)
