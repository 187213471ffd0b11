"""Looking after a workshop that is open: its copies, what is typed, crashes, and where it lies.

attending.py    those who do, each told when a workshop is opened and closed
keeping.py      copies every ten minutes and on closing; opening with care
drafts.py       what stands in a field and is not kept yet
draft_places.py where a field stands, so that a draft comes back into no other
draft_files.py  where that lies on the disk
coming_back.py  after a stop without warning: the workshop opens where it was
last_time.py    which workshop was open, and whether it was closed properly
crash.py        a report of what broke that a person can read
not_saved.py    the calm bar that says since when nothing is saved, and why
elsewhere.py    going on in another folder where the file is lost
"""
