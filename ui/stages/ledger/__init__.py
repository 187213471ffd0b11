"""The position ledger: where every organisation stands on one subject, round by round.

ledger.py   the ledger itself: positions by key, locking, settling
table.py    the table of organisations and rounds
rows.py     what stands in its rows
words.py    the inline editor for a position's words
actions.py  the buttons under it, one of them primary

Purpose, values and rehearsal use it.
"""
