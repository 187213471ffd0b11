"""Speed, measured as ratios against a limit or a peer in the same run. `make bench` runs all.

first_paint.py   process start to the first picture of the start page
capturing.py     one capture, from Enter to durable and painted on both windows
negotiating.py   one position, from the key to durable and painted on both windows
opening.py       opening a session of 10,000 events
looking_back.py  one step of the slider over 10,000 entries
made.py          histories made for measuring
negotiation.py   a long negotiation made for measuring
table.py         one line of the table, and percentiles
"""
