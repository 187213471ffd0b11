"""The position ledger: where every organisation stands on one subject, round by round.

ledger.py      the ledger itself: positions by key, locking, settling
palette.py     the positions as buttons
table.py       the table of organisations and rounds
rows.py        what stands in its rows
matters.py     what can be asked about an organisation, and what is done with the answer
asking.py      asks one matter at a time, and marks who speaks as here
words.py       the inline editor for a position's words
next_steps.py  what can be done now
actions.py     the buttons under it, one of them primary

Purpose, values and rehearsal use it.
"""
