"""The form of a workshop file, a stage to a file. Only what nothing can do without is required.

words.py     words for positions, verdicts, statuses and times, which may differ in spelling
gather.py, purpose.py, values.py, rehearsal.py, commitments.py, rounds.py
             the sections of the file
"""
