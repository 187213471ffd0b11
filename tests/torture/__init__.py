"""Torture: what happens to a workshop when everything goes wrong at any moment. `make torture`.

killing.py    kill -9 during capture, merge, migration, backup and redaction
tails.py      logs that were cut off, scrambled, or end in something older
failing.py    the Nth write, or sync, that fails, for every N
full_disk.py  a small disk that fills up, and is cleared again
files.py      mutated and hostile files, through everything that opens one
histories.py  five recorders merged in every order
room.py       the workshops that all of them begin with, and what must hold afterwards

Each part says how often it tried what, and raises `Lost` with the seed where a word was lost.
"""
