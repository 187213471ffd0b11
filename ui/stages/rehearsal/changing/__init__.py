"""Changing the paper, and the close.

page.py        lessons, the changes proposed, and what accepting one opened
proposing.py   the form in which a change is proposed
accepting.py   how a change is accepted, and the way to what it opened
ways.py        how a target may change, in words
close.py       one thing each, the pictures, what is still owed
still_owed.py  reminders of what is still to be settled, typed or written
"""
