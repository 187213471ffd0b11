"""Scenario packs on the console: those there are, bringing one in, and writing one's own.

shelf.py      every pack that can be chosen: those that ship, one's own, drafts, broken files
words.py      how packs, faults and remarks are said on screen
list.py       the list of packs with its search line
summary.py    one pack in full, beside the list
trading.py    bringing a pack in, saving one as TOML, removing one: what is asked meanwhile
editor.py     the editor: a form at the left, what it will look like at the right
frame.py      where everything in the editor's window stands
keeping.py    the pack's file and its draft
history.py    the pack that is written, and every step on the way to it
changing.py   the changes that a writer makes, from one pack to the next
mending.py    a pack that breaks the rules, made such that the form can show it
section.py    what the parts of the form share: story, roles, injects, decisions, debrief
fields.py     the fields that the parts are made of
panes.py      the pictures: the room's screen, a role's card, the minutes
seen.py       what the room would see
checks.py     what has to be put right, and what would make it play better
"""
