"""Minutes along, a mark for each thing that happens; zoomed, chosen from and dragged on.

widget.py  the timeline itself
places.py  where minutes and labels stand at a zoom
shapes.py  how each mark is painted
marks.py   the marks of a rehearsal, in play and as its memory
"""
