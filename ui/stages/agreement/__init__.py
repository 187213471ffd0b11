"""Agreement on the console and in the room.

page.py    which page belongs to a step
read.py    the document read aloud, its version and its dates
assent.py  who assents, with or without a reservation
close.py   what happens next, and the meeting that resolved it
forms.py   the inline forms
words.py   what the pages say
room.py    what the room is given
"""
