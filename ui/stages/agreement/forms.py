"""The inline forms of the agreement stage: its front page, an assent, and the ratification."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.days import example_day, short_day
from facilitator.stages.agreement import Paper, assent, give_version, ratify, set_review
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.date_words import iso_date
from ui.stages.form_row import ChoiceField, InlineForm, LineField, WordsField
from ui.widgets.buttons import QuietButton


class PaperForm(InlineForm):
    """Version, reference, owner, and the two dates: the meeting it goes to, and the review."""

    def __init__(self, desk: Desk, after: QuietButton, parent: QWidget | None = None) -> None:
        """`after` is the page's own action; it stands after the form's."""
        super().__init__("Keep the details", parent, leave=False, quiet=True)
        self.add_button(after)
        self._desk = desk
        self._paper: Paper | None = None
        self.version = LineField("Version")
        self.reference = LineField("Reference")
        self.owner = LineField("Owner of the paper, who sends it")
        self.ratify_on = LineField("Goes to the meeting of", example_day(desk.today()))
        self.review_on = LineField("Looked at again on", example_day(desk.today(), 12))
        self._details = (self.version, self.reference, self.owner, self.ratify_on, self.review_on)
        self.add_line((self.version, 1), (self.reference, 2), (self.owner, 3))
        self.end_line((self.ratify_on, 2), (self.review_on, 2))
        self.setFocusProxy(self.version)
        self.kept.connect(self._keep)

    def show_paper(self, paper: Paper) -> None:
        """Show what is kept; a field in which something else is typed is left alone."""
        before = _said(self._paper) if self._paper else ("",) * len(self._details)
        self._paper = paper
        for field, was, now in zip(self._details, before, _said(paper), strict=True):
            if field.text() == was:
                field.put(now)

    def _keep(self) -> None:
        """Keep what has changed: the details, the review, or both."""
        paper = self._desk.workshop.paper
        version, reference, owner = (field.text().strip() for field in self._details[:3])
        do, today = self._desk.do, self._desk.today()
        ratify_on, review_on = (iso_date(field.text(), today) for field in self._details[3:])
        typed = (version, reference, owner, ratify_on)
        changed = typed != (paper.version, paper.reference, paper.owner, paper.ratify_on)
        if changed and do(give_version, *typed, today=today) is None:
            return
        if review_on != paper.review_on and do(set_review, review_on, today=today) is None:
            return
        for field, now in zip(self._details, _said(self._desk.workshop.paper), strict=True):
            field.put(now)


def _said(paper: Paper) -> tuple[str, ...]:
    """What the fields of the front page say of it."""
    dates = (short_day(paper.ratify_on), short_day(paper.review_on))
    return paper.version, paper.reference, paper.owner, *dates


class AssentForm(InlineForm):
    """Who spoke for an organisation, and its reservation in its own words."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Keep the answer", parent)
        self._desk = desk
        self.organisation = ""
        self.speaker = ChoiceField("Who spoke for it")
        self.reservation = WordsField("Their reservation, in their own words; empty for none")
        self.add_line((self.reservation, 1))
        self.end_line((self.speaker, 1))
        self.setFocusProxy(self.reservation)
        self.kept.connect(self._keep)
        self.left.connect(self.done)

    def open_for(self, workshop: Workshop, organisation: str, speaker: str) -> None:
        """With what is kept of an organisation's answer; `speaker` where nobody is kept."""
        found = workshop.assents.get(organisation)
        self.organisation = organisation
        self.say(f"{workshop.organisation_name(organisation)} assents")
        people = [m for m in workshop.members.values() if m.organisation == organisation]
        choices = {"": "Not noted", **{m.id: m.label for m in people}}
        if found and found.member:
            choices.setdefault(found.member, workshop.person(found.member))
        self.speaker.offer(list(choices.items()))
        self.speaker.choose(found.member if found and found.member else speaker)
        self.reservation.setPlainText(found.reservation if found else "")
        self.reservation.selectAll()

    def _keep(self) -> None:
        words = self.reservation.words()
        if self._desk.do(assent, self.organisation, self.speaker.chosen(), words) is not None:
            self.done.emit()


class RatificationForm(InlineForm):
    """The meeting that resolved to adopt the agreement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Record the resolution", parent, leave=False, quiet=True)
        self._desk = desk
        self.meeting = LineField("Meeting", "The full council")
        self.date = LineField("Its date", "23 Nov 2026")
        self.minute = LineField("Minute", "47/26")
        self.add_line((self.meeting, 1))
        self.end_line((self.date, 1), (self.minute, 1))
        self.setFocusProxy(self.meeting)
        self.kept.connect(self._keep)

    def fill(self, paper: Paper) -> None:
        """Show the resolution that is kept."""
        if kept := paper.ratified:
            self.meeting.put(kept.meeting)
            self.date.put(short_day(kept.date))
            self.minute.put(kept.minute)

    def _keep(self) -> None:
        typed = (self.meeting.text(), iso_date(self.date.text()), self.minute.text())
        self._desk.do(ratify, *typed, today=self._desk.today())
