"""The domain and the guide: the standard library and msgspec, nothing else.

A workshop is what happened in it. A command checks and gives an event (or `Refused`); an event
changes the workshop; an entry is an event with its place in the history.

events.py        Event, Entry, Undone, Unknown, Refused
kinds.py         every kind of event, written down and read back
history.py       order, undo, redo, replay, extend
effect.py        which entries are applied: what was taken back, or waits for a choice, is not
seen.py          what a writer had read when it wrote; what came in from elsewhere
side_by_side.py  two texts or positions of which neither writer had read the other
redaction.py     words that leave every copy for good
rewriting.py     what a history may no longer hold
versions.py      the versions of the agreement, and the history as it was at each
workshop.py      the state: one dict of frozen entities per noun
wording.py       words as the room gave them
days.py          days as people say them
wording_diff.py  what changed between two wordings
attendance.py    who was here at any minute
attribution.py   whose name goes with a card: by workshop, member, step or card
forgetting.py    which entries may no longer name an author
handles.py       the key or two that name an organisation or a member
board.py         contributions and themes
notes.py         words that were read back, and notes that nobody is shown
car_park.py      what is put aside, where it goes, what became of it
only_we.py       the only-we test: three questions to a theme, answered by hands or outright
decision.py      positions, the rule, quorum, result
gradients.py     Kaner's eight gradients, another scale for positions
rounds.py        one asking of every organisation on one wording
hands.py         a show of hands: counts first, then who differs
answering.py     how an objection or a question is answered
afterwards.py    what may still happen to a locked round
trio.py          three sent off for four minutes when a round is stuck
explain.py       the result in one sentence
chronicle/       what happened to a value, told in order
changes/         what a change was, for taking it back and bringing it back
statement.py     what the room is asked about a statement, before and after adopting it
progress.py      the step in hand, its clock, ahead or behind plan
stages/          what each stage keeps, and its commands
guide/           the scripts and scenario packs, loaded from TOML and checked
fonts/           the typefaces of every surface, as data

`sessions` and `exports` stand on this floor and do not see each other; `ui` stands on all three.
"""
