"""The console: the facilitator's window.

window.py        the three columns, and what is shown when
timer_bar.py     group, clock, badge
left_column.py   the left column: the journey, or the page's own list
journey_rail.py  the journey; rail_list.py is the list in it
step_header.py   eyebrow, prompt and script
side_rail.py     the right column
navigator.py     where we are in the journey, and how to move
room_link.py     what joins the console to the room's screen
stage_floor.py   which page and which room view belong to a stage
keyboard.py      the keys; destinations.py says what they do, stop_word.py stops everything
go_to.py, all_keys.py, car_park.py   the dialogs
words.py         small sentences
"""
