"""Where a field is: an address that is the same after a restart, and that no other field has.

It is made of the window, the step of the page, the names by which the parts of the page hold one
another, of what those parts are about, and of what stood in the field before anybody typed. So
words about one organisation never come back when the same form asks another, and a correction only
comes back over the words that it corrects.
"""

from __future__ import annotations

import hashlib
from enum import Enum
from typing import TypeGuard

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from ui.stages.form_row import ChoiceField, InlineForm
from ui.stages.page import Page

Field = QLineEdit | QPlainTextEdit

_PASSING = "passing"
_SUBJECTS = (
    "_asked",
    "_base",
    "_card",
    "_corrected",
    "_correcting",
    "_draft",
    "_inject",
    "_lesson",
    "_matter",
    "_member",
    "_mode",
    "_observer",
    "_parking",
    "_point",
    "_question",
    "_reason",
    "_rehearsal",
    "_role",
    "_round",
    "_slip",
    "_subject",
    "_trio",
    "_value",
    "awaited",
    "card",
    "change",
    "correcting",
    "cost",
    "draft",
    "editing",
    "organisation",
    "value",
)
"""By which names the parts of a page hold what they are about."""
_FOCUS = {
    "purpose": ("draft", "theme"),
    "values": ("value",),
    "rehearsal": ("rehearsal",),
    "commitments": ("value",),
}
"""What a page is about that is chosen elsewhere, such as in the list at its left."""


def passing(widget: QWidget) -> None:
    """Mark a field whose words are for the moment only, such as a search: it has no drafts.

    Or a window whose fields have drafts of another kind.
    """
    widget.setProperty(_PASSING, True)


def is_field(widget: QWidget | None) -> TypeGuard[Field]:
    """Whether a widget is a field whose words somebody would miss."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit) or widget.isReadOnly():
        return False
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return False
    if isinstance(widget.parentWidget(), QAbstractSpinBox):
        return False
    return not any(each.property(_PASSING) for each in upwards(widget))


def address_of(field: QWidget, over: str = "") -> str:
    """Where a field stands, with what it has in hand now, `over` the words that stood there."""
    line = upwards(field)
    window = next(each for each in line if each.isWindow())
    page = next((each for each in line if isinstance(each, Page)), None)
    within = line[: line.index(page or window) + 1]
    path = [_name(part, within[at + 1 :]) for at, part in enumerate(within[:-1])]
    about = [each for part in within for each in _subjects(part)]
    if page is not None:
        focus = page.desk.focus
        about += [f"{name}={getattr(focus, name)}" for name in _FOCUS.get(page.stage.id, ())]
    # A field that is asked something else is another field; what it is asked may name somebody.
    about += [field.accessibleName(), over]
    said = hashlib.sha256("\n".join(about).encode("utf-8", "replace")).hexdigest()[:16]
    step = f"{page.stage.id}/{page.step.id}" if page is not None else ""
    return "|".join((type(window).__name__, step, *reversed(path), said))


def upwards(widget: QWidget) -> list[QWidget]:
    """A widget and everything around it, from the inside."""
    found: list[QWidget] = []
    at: QWidget | None = widget
    while at is not None:
        found.append(at)
        at = at.parentWidget()
    return found


def _name(part: QWidget, around: list[QWidget]) -> str:
    """How a part is called by whatever around it holds it; else its kind and its place there."""
    for owner in around:
        for name, held in vars(owner).items():
            if held is part:
                return name
            if isinstance(held, dict):
                for key, each in held.items():
                    if each is part:
                        return f"{name}[{key}]"
    beside = [each for each in around[0].children() if type(each) is type(part)]
    return f"{type(part).__name__}{beside.index(part)}"


def _subjects(part: QWidget) -> list[str]:
    """What a part around a field is about: what it says of itself, and what is chosen in it."""
    held = vars(part)
    found = [f"{name}={_told(held[name])}" for name in _SUBJECTS if held.get(name)]
    if isinstance(part, InlineForm):
        # A choice that is made by typing is itself a field.
        chosen = [c.chosen() for c in part.findChildren(ChoiceField) if not c.isEditable()]
        found += [f"chosen={each}" for each in chosen]
    return found


def _told(held: object) -> str:
    if isinstance(held, Enum):
        return held.name
    if isinstance(held, str | int | tuple):
        return str(held)
    # Of a thing its id, of a question its words; a part that has a button’s text has no subject.
    said = [getattr(held, name, None) for name in ("id", "text")]
    return next((each for each in said if isinstance(each, str)), "")
