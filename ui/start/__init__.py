"""The start page: what are you running today, and recent workshops.

start_page.py       painted before anything else is imported
journey_card.py     a kind of workshop
recent.py           the workshops of the library, put in once there is a picture
new_workshop.py     who, where, what and when
settings_dialog.py  where workshops are kept, how large the words are
"""
