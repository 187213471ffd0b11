"""The data of a workshop for other programs: plain tables, and dates for calendars.

`tables` says what may leave and in which columns, `forms` writes tables as CSV and JSON, `calendar`
writes dates. What is private is in none of them, as in the documents.
"""
