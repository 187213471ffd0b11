"""Bringing notes together: looked at before they go in, talked over where two stand side by side.

`dialog` shows what files would bring and asks; `talking_over` puts what stands side by side to the
group; `shared_folder` watches where note-takers hand over; `offers` says quietly what is new.
"""
