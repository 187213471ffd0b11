"""Keeping: one SQLite file per workshop, and what comes from elsewhere.

seat.py      whose a file is: the facilitator's, handed out, or a note-taker's
copies.py    handing out, taking up, handing over
held.py      a file held in memory, written elsewhere by another thread
session.py   Session: do, undo, redo, receive, listen; forgetting whom nobody may know
reconcile.py what files from elsewhere would bring, and bringing it in
taken.py     what could be read of such a file
intake/      reading it: the only way in for a file that may be damaged, foreign or hostile
backups.py   copies on this person's own disk: verified, thinned
restoring.py a copy in the place of a workshop, and what comes back with it
store.py     the one connection to a file: append, read, rewrite without an author
schema.py    the file's mark, version, table and guards; what is refused
looking.py   reading a file without a lock and without touching it
library.py   where workshops are kept: list, create, rename
packs.py     a person's own scenario packs, as TOML beside their workshops
retention.py which workshops are past the day until which they are to be kept
erasing.py   erasing one for good, with its copies
reserve.py   room that is held back for a full disk
shares.py    whether a file lies on another computer
settings.py  what a person chose, beside any workshop
clock.py     what time it is, whatever the computer's clock does
problems.py  SessionProblem: each case in plain words, with what is safe and what to do

While a file is open in a session, nothing else in this process may open it by ordinary means, not
even to copy it: on POSIX, closing it again would drop the session's lock.
"""
