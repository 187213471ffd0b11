"""Note-taking: a window made for speed, on a copy of the workshop, with no network.

window.py    the window: what is typed, said and kept; the keys
bar.py       whose workshop and whose notes; handing over
field.py     the one field: who, the words, a private note, the time at which it was said
kept.py      what this note-taker has kept, newest first
left.py      the steps, and who is speaking
right.py     the prompt now, and reservations word for word
position.py  where an organisation stands, word for word, in a round that is open in this copy
"""
