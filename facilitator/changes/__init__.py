"""Changes: what is taken back or brought back, in words that name what it was about.

A change is told as a thing ("Alder's position in round 2 on “Stay in the room”"), so that one
telling serves "Taken back", "Brought back" and the line of time. What is private stays so: a
feeling has no name here, and a card has no author.

seen.py       what the telling may look at, and how it names things
gathering.py  the workshop, its members, interests and rule
purposing.py  cards, themes, the car park, the statement
deciding.py   rounds, positions, trios
valuing.py    values
rehearsing.py a rehearsal: its cast and clock, what arrived, was felt, decided and learnt
acting.py     commitments, agreement
bringing.py   what came from elsewhere, and what stood side by side because of it
wording.py    terms, next steps
telling.py    the table of who tells what, and the sentences
"""

from facilitator.changes.bringing import about_what
from facilitator.changes.telling import brought_back, taken_back, the_change

__all__ = ["about_what", "brought_back", "taken_back", "the_change"]
