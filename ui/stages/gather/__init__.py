"""Gather on the console and in the room.

page.py       which page belongs to a step
people.py     organisations and their people: who is here
list.py       the rows of that list
forms.py      the inline forms
rule.py       how the group decides, and the quorum now
rule_form.py  the form that chooses the rule, here and where values open
words.py      what the pages say
room.py       what the room is given
"""
