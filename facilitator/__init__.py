"""The domain and the guide: the standard library and msgspec, nothing else.

A workshop is what happened in it. A command checks and gives an event (or `Refused`); an event
changes the workshop; an entry is an event with its place in the history.

events.py      Event, Entry, Undone, Unknown, Refused
kinds.py       every kind of event, written down and read back
history.py     order, undo, redo, replay, extend
workshop.py    the state: one dict of frozen entities per noun
wording.py     words as the room gave them
attendance.py  who was here at any minute
board.py       contributions, themes, the car park
decision.py    positions, the rule, quorum, result
rounds.py      one asking of every organisation on one wording
chronicle/     what happened to a value, told in order
progress.py    the step in hand, its clock, ahead or behind plan
stages/        what each stage keeps, and its commands
guide/         the scripts and scenario packs, loaded from TOML and checked
fonts/         the typefaces of every surface, as data

`sessions` and `exports` stand on this floor and do not see each other; `ui` stands on all three.
"""
