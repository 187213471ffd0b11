"""Purpose on the console and in the room.

page.py       which page belongs to a step
welcome.py    how everybody's words are quoted
themes.py     the board: cards in themes
columns.py    the columns of the board
hints.py      cards that sound alike, offered in the loose pile
alike.py      which cards sound alike
ask.py        one question in a line, with names to complete
only_we.py    the only-we test, theme by theme
theme_row.py  one theme with its three answers
by_organisation.py   what each organisation says to one of the questions
verdict.py    what the only-we test says
draft.py      writing the statement
drafts.py     the list of its versions
comparing.py  two versions compared, word by word
positions.py  the round on a draft, and adoption
asking.py     what is asked before adopting: another board, what to stop
defending.py  who will defend it outside
words.py      what the pages say
room.py       what the room is given
"""
