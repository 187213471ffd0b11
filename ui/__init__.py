"""PySide6 and the command line: the only floor that knows Qt.

app.py            the composition root: the only place where objects are wired together
launch.py         where the process starts
command_line.py   `facilitator` and its commands
desk.py           what a page may see and ask for: the one adapter between a session and Qt
sound.py          a quiet sound when news arrives; sounds/ holds it
console/          the facilitator's window: journey rail, timer bar, side rail, keys
room/             the room's screen: fitted text, cards, bars, injects
stages/           a package for each stage: its pages for the console, its view for the room
packs/            scenario packs: the library, bringing in and saving, the editor
start/            the start page, a new workshop, settings, restoring
notes/            the note-taker's window; note_taking.py hands copies out and takes them up
merging/          bringing notes together, and what stands side by side
attending/        looking after what is open: copies, drafts, crashes, where it lies
documents/        the documents' page
preferences.py    what a person chose for themselves
widgets/          small parts that know nothing of workshops
theme/            tokens, palette, type
demo/             playing a whole workshop from a file; pictures of every page
"""
