"""Rehearsal: a scenario played in role, what was felt and decided, and what it did to the values.

state.py        what is kept of a rehearsal
casting.py      the scenario, the roles and who draws them, the observers and their tasks
clock.py        the scenario clock; the stop word
injects.py      what arrives: when it is due, held, moved, skipped, made up on the spot
deciding.py     decision points, options, what was decided and who says it in public
feeling.py      check-ins, by name or without one, and what of them may leave the console
observing.py    notes by the minute, values seen under strain, the chart of it
debriefing.py   the phases, what was said, the verdict on each value, lessons
changing.py     changes to the agreement: proposed, accepted, opened on their target; why none
told.py         the pictures of feelings and of strain, in words
"""
