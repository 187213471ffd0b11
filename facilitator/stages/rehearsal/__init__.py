"""Rehearsal: a scenario played in role, what was felt and decided, and what it did to the values.

state.py        what is kept of a rehearsal
playing.py      scenario, roles, the scenario clock, injects, decisions
debriefing.py   check-ins, answers, strain, lessons, changes
"""
