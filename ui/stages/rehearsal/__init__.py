"""Rehearsal on the console and in the room.

page.py          which page belongs to a step
brief.py         the story, its roles and observers; choose.py, cast.py
check_in.py      a word and a number, privately: by_name.py, pass_round.py, slips.py, entry.py
play.py          the story in play; clock.py, injects.py, making.py, strain.py, observing.py
decision.py      a decision in play; options.py, speaking.py
timeline.py      minutes along, a mark for each thing; timeline_places.py, _shapes.py, _marks.py
inject_clock.py  lets injects arrive whose minute has come, and watches over the time
standing.py      what stands over every page while a story stands still
debrief.py       four phases of questions: phases.py, answers.py, memory.py, moments.py, strain.py,
                 lessons.py
change.py        lessons and changes: proposing.py, accepting.py, ways.py
close.py         one thing each, the pictures, what is still owed; still_owed.py
pictures.py      the pictures of feelings and of strain, and the way into the room
frame.py, fields.py   what these pages are put together from
words.py         what the pages say; inject_words.py for what arrives
room.py          what the room is given; room_debrief.py once the play is over
"""
