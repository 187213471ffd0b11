"""Purpose on the console and in the room.

page.py       which page belongs to a step
welcome.py    how everybody's words are quoted
themes.py     the board: cards in themes
columns.py    the columns of the board
ask.py        one question in a line, with names to complete
only_we.py    the only-we test, theme by theme
draft.py      writing the statement
drafts.py     the list of its versions
positions.py  the round on a draft, and adoption
words.py      what the pages say
room.py       what the room is given
"""
