"""The debrief: four phases of questions with their clocks.

page.py     the page
phases.py   the four phases and the one in hand
answers.py  what was said, put right or taken out
memory.py   what happened, minute by minute; moments.py gathers it
lessons.py  lessons and who owns them
"""
