"""Check-ins, privately, and the two pictures.

check_in.py    the page: three ways to the same check-ins
by_name.py     one person after the other
pass_round.py  the laptop passed from hand to hand, under a cover
slips.py       paper slips, typed now or later
entry.py       a word and a number
shown.py       what the room is shown of them, and when it is brought up to date
pictures.py    feelings before and after, strain by the minute, and their way into the room
"""
