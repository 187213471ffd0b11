"""Capturing what the room says. Any step that names a question uses it.

page.py       the field, and the cards it has kept
field.py      the field: `@` who, `#` theme, Enter
offers.py     the short list of names under a field
edit_card.py  correcting a card in place
"""
