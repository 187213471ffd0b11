"""The stages of a workshop: what each keeps, and the commands that change it.

A later stage may read an earlier one, never the reverse.
"""
