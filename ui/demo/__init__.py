"""Playing a whole workshop from a file, through the commands that the pages use.

sample.py       the typed reading of a workshop file, and what is wrong with one
form/           what a workshop file may say, a stage to a file
schedule.py     the moments at which things happen, and those of a stage's steps
player.py       the session, the clock and what was refused: what every stage's playing stands on
gather.py, purpose.py, values.py, rehearsal.py, commitments.py, agreement.py
                what each stage does, and when
rounds.py       one round of positions as the file records it
play.py         all of it, in the order of the clock
keep.py         playing into a session file: whole, or not at all
sample_session.py
                the Ellerport sample among a person's own workshops
results.py      what came of it, in the words of the file's `expected` blocks
"""
