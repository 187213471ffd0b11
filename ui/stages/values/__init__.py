"""Values on the console and in the room.

page.py          which page belongs to a step
open.py          the purpose, the rule, the quorum, and every position tried once; practice.py
home_check.py    how far each organisation may go today
price_check.py   what each agreed value costs, or that it is untested
close.py         is this what we agreed, and what is still to come; from_home.py
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
room.py          what the room is given
"""
