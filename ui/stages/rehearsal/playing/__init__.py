"""The story in play.

page.py          the page: question, news, decision, timeline, notes
clock.py         the scenario clock on the console
inject_clock.py  lets injects arrive whose minute has come, and watches over the time
standing.py      what stands over every page while a story stands still
injects.py       the panel of the inject in hand; inject_words.py says them
handling.py      what is done with an inject by hand
news_band.py     news that arrived out of sight
rail.py          the list of injects and what can be done with the next; the roles
making.py        an inject made up on the spot, or put into other words
decision.py      a decision: called, put, taken; options.py, speaking.py, and
                 decision_words.py for what is said of it
strain.py        values that held, bent or broke
observing.py     notes at hand
"""
