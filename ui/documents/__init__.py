"""The documents page: what can be written, how it looks, what to mend first, and writing it.

Imported when it is opened for the first time: nothing of it is needed before. `page` puts it
together; `press` is its one worker, `prints` what is done there, `ports` what it asks of `exports`.
"""
