"""The inline forms of the commitments stage: a commitment, and a joint budget line."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.days import example_day, short_day
from facilitator.stages.commitments import Commitment, commit, name_budget
from facilitator.stages.rehearsal.state import Change
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.commitments.words import shares_words, whole_pounds
from ui.stages.date_words import iso_date
from ui.stages.form_row import ChoiceField, InlineForm, LineField
from ui.theme.tokens import LIGHT
from ui.widgets.labels import PlainLabel


def organisation_choices(workshop: Workshop) -> list[tuple[str, str]]:
    """Organisations to choose from; none to begin with, so that nobody leads by mishap."""
    return [("", "Choose"), *((o.id, o.short) for o in workshop.organisations.values())]


class CommitmentForm(InlineForm):
    """A commitment, new or corrected. `done` carries its id once it is kept, nothing when left."""

    done = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Keep the commitment", parent)
        self._desk = desk
        self.editing = ""
        self.change = ""
        self._supported_by: tuple[str, ...] = ()
        self.text = LineField("What will be done", "Verb first: Start, Accept, Repair …")
        self.organisation = ChoiceField("Led by")
        self.owner = ChoiceField("Owner, one person", free=True)
        self.due = LineField("By when", example_day(desk.today()))
        self.measure = LineField("How we will know", "Something to count or see")
        self.authority = LineField("Whose leave it needs")
        self.add_line((self.text, 1))
        self.add_line((self.organisation, 3), (self.owner, 3), (self.due, 2))
        self.end_line((self.measure, 3), (self.authority, 2))
        self.setFocusProxy(self.text)
        self.organisation.currentIndexChanged.connect(self._offer_owners)
        self.kept.connect(self._keep)
        self.left.connect(self._leave)
        self.clear()

    def offer(self, workshop: Workshop) -> None:
        """Offer the organisations, and the people of the one that leads."""
        self.organisation.offer(organisation_choices(workshop))
        self._offer_owners()

    def clear(self) -> None:
        """Empty, for the next one. The organisation stays: people come with several."""
        self.editing = self.change = ""
        self._supported_by = ()
        for field in (self.text, self.due, self.measure, self.authority):
            field.clear()
        self.owner.choose("")
        self.say("")
        self.leave_button.hide()

    def load(self, commitment: Commitment) -> None:
        """Fill it with a commitment, to correct it."""
        self.editing, self.change = commitment.id, ""
        self._supported_by = commitment.supported_by
        self.text.put(commitment.text)
        self.organisation.choose(commitment.organisation)
        self._offer_owners()
        self.owner.choose(commitment.owner)
        self.due.put(short_day(commitment.due))
        self.measure.put(commitment.measure)
        self.authority.put(commitment.authority)
        self.say("Correct the commitment. The earlier words stay in the record.")
        self.leave_button.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_from(self, change: Change) -> None:
        """Fill it with a change that was accepted in a rehearsal, to write it down."""
        self.clear()
        self.change = change.id
        self.text.put(change.text)
        owner = self._desk.workshop.members.get(change.owner)
        if owner is not None:
            self.organisation.choose(owner.organisation)
        self._offer_owners()
        self.owner.choose(change.owner)
        self.due.put(short_day(change.due))
        self.say("Write the change down as a commitment, from the rehearsal.")
        self.leave_button.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_owners(self) -> None:
        lead = self.organisation.chosen()
        members = self._desk.workshop.members.values()
        self.owner.offer([(m.id, m.label) for m in members if m.organisation == lead])

    def _keep(self) -> None:
        kept = self._desk.do(
            commit,
            self.text.text(),
            self.organisation.chosen(),
            self.owner.chosen(),
            iso_date(self.due.text(), self._desk.today()),
            self.measure.text(),
            self.authority.text(),
            self._supported_by,
            self.editing,
            today=self._desk.today(),
            change=self.change,
        )
        if kept is not None:
            self.clear()
            self.done.emit(kept.id)

    def _leave(self) -> None:
        self.clear()
        self.done.emit("")


class BudgetForm(InlineForm):
    """A joint budget line: Enter in the pounds adds an organisation, and then keeps the line."""

    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Keep the budget line", parent)
        self._desk = desk
        self._shares: dict[str, int] = {}
        self.name = LineField("Joint budget line")
        self.sharing = ChoiceField("How it is held")
        self.sharing.offer(
            [("aligned", "Aligned: each keeps its own"), ("pooled", "Pooled: one host holds it")]
        )
        self.organisation = ChoiceField("Who puts money in")
        self.amount = LineField("Pounds", "40,000, then Enter")
        self.host = ChoiceField("Who hosts it")
        self.legal_basis = LineField("On what legal basis", "Section 75 agreement")
        self.shares = PlainLabel("", self, colour=LIGHT.deep, weight=600)
        self.say("A joint budget line")
        self.add_line((self.name, 3), (self.sharing, 3))
        self._column.addWidget(self.shares)
        self.add_line((self.organisation, 3), (self.amount, 2))
        self.end_line((self.host, 3), (self.legal_basis, 3))
        self.setFocusProxy(self.name)
        self.kept.connect(self._enter)
        self.left.connect(self._leave)

    def open_new(self, workshop: Workshop) -> None:
        """Empty, for a new line."""
        self.organisation.offer(organisation_choices(workshop))
        self.organisation.choose("")
        self.host.offer([("", "Nobody yet"), *organisation_choices(workshop)])
        self.legal_basis.clear()
        self.name.clear()
        self.amount.clear()
        self._show_shares({})

    def _enter(self) -> None:
        if self.amount.text().strip():
            self._add_share()
            return
        sharing: Literal["aligned", "pooled"] = (
            "pooled" if self.sharing.chosen() == "pooled" else "aligned"
        )
        named = self._desk.do(
            name_budget,
            self.name.text(),
            sharing,
            dict(self._shares),
            self.host.chosen(),
            self.legal_basis.text(),
        )
        if named is not None:
            self.done.emit()

    def _add_share(self) -> None:
        organisation, amount = self.organisation.chosen(), whole_pounds(self.amount.text())
        if not organisation or amount is None:
            missing = "Choose who puts the money in."
            unread = f"“{self.amount.text().strip()}” is not whole pounds. Write it like 40,000."
            self._desk.refused.emit(missing if amount is not None else unread, "")
            return
        self._show_shares({**self._shares, organisation: amount})
        self.amount.clear()
        self.organisation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_shares(self, shares: dict[str, int]) -> None:
        self._shares = shares
        said = shares_words(self._desk.workshop, shares)
        self.shares.setText(said or "Nobody has put anything in yet.")
        self.shares.set_colour(LIGHT.deep if said else LIGHT.mute)

    def _leave(self) -> None:
        self.done.emit()
