"""Rehearsal on the console and in the room.

page.py      which page belongs to a step
casting/     the brief: the story, its roles, its observers
feeling/     check-ins before and after, and the two pictures
playing/     the story in play: its clock, what arrives, what is decided and seen
timeline/    minutes along, a mark for each thing that happens
debriefing/  four phases of questions, the memory of the play, lessons
changing/    changes to the paper, and the close
frame.py, fields.py   what these pages are put together from
words.py     what the pages say
room.py      what the room is given; room_debrief.py once the play is over
"""
