"""The brief: a scenario is chosen, its story told, its roles drawn, its observers given a task.

brief.py   the story and what is said of it
choose.py  the library of packs
cast.py    who plays what, by lot or by hand, and who watches for what
what_stands.py  the events of now, or of the moment that is looked back at
"""
