"""What to know before a document is written. A warning never blocks and is printed nowhere.

looking.py     remarks: who looks at which paper, and everything that is said of it
remark.py      Remark and Place: what is said, and where it is mended
front_page.py  reference, version, owner, dates, the meeting that resolves, assents
people.py      attendance, capacity and quorum
decided.py     rounds, objections, mandates, reservations, what values cost
promised.py    commitments and money
worded.py      words that hide who decided or promise too much, or that are hard to read
private.py     what a public paper must not tell of anybody
known.py       names_in: by whom a debrief can be known
drawing.py     undrawable: characters that no font can set; length
reading.py     reading_age: how hard a text is to read
"""

from exports.readiness.drawing import undrawable
from exports.readiness.known import names_in
from exports.readiness.looking import remarks
from exports.readiness.remark import Place, Remark, Weight

__all__ = ["Place", "Remark", "Weight", "names_in", "remarks", "undrawable"]
