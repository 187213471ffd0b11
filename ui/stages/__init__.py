"""The stages on the console and in the room: a package each, with `page.py` and `room.py`.

page.py          what every page is
closing_page.py  a page for a step with nothing to capture
capture/         the capture field and the page around it
ledger/          the position ledger
form_row.py, keyed_table.py, whole_table.py, scrolled.py, date_words.py
                 what the pages are put together from
"""
