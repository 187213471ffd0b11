"""Values on the console and in the room.

page.py          which page belongs to a step
value_page.py    what the pages about one value share
propose.py       a value, its meaning and the day that would test it
behaviours.py    we will, we will not
rounds.py        the negotiation
endings.py       park, merge, withdraw, reopen
forms.py         the inline forms
trio.py          three sent off for four minutes
in_hand.py       which value is in hand
rail.py          the values on the table, in the left column
columns.py       the two columns of behaviours
wording.py       the wording with its differences; wording_diff.py
room.py          what the room is given
"""
