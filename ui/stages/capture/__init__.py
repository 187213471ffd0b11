"""Capturing what the room says. Any step that names a question uses it.

page.py       the field, and the cards it has kept
field.py      the field: `@` who, `#` theme, Enter
offers.py     the short list of names under a field
bar.py        what the room sees of it, and whose names go with it
ask_once.py   a question in place, before what cannot be taken back
edit_card.py  correcting a card in place: its words, who said it, how it is quoted
words.py      how attribution is said
room.py       the question and its cards on the room's screen
"""
