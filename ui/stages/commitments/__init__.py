"""Commitments on the console and in the room.

page.py       which page belongs to a step
commit.py     making commitments and joint budget lines
read_back.py  each read back, with how it stands
form.py       the inline forms
list.py       the tables
words.py      what the pages say
room.py       what the room is given
"""
