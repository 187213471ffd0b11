"""The price check: what each agreed value will cost, whom, and in what; or that it is untested."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.guide import Stage, Step
from facilitator.stages.values import (
    PRICES,
    Cost,
    Price,
    Value,
    charter,
    drop_cost,
    find_untested,
    name_cost,
)
from facilitator.wording import joined
from facilitator.workshop import Workshop
from ui.desk import Desk
from ui.stages.form_row import ChoiceField, InlineForm, LineField
from ui.stages.keyed_table import KeyedTable
from ui.stages.page import Page
from ui.theme.tokens import LIGHT
from ui.widgets.hairline_table import Cell, Column, TableRow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import PlainLabel
from ui.widgets.notices import EmptyState

COLUMNS = (
    Column("What we agreed", 2.2),
    Column("Who pays", 1.8),
    Column("In what", 0.9),
    Column("What it will cost, in their words", 4),
)
KEYS = (
    ("M", "money"),
    ("T", "time"),
    ("P", "pride"),
    ("U", "no cost found: untested"),
    ("Enter", "correct"),
    ("Del", "drop the cost"),
)
_BY_KEY: dict[str, Price] = {"M": "money", "T": "time", "P": "pride"}
_BETWEEN = "\n"
_MOST_NAMED = 3


class CostForm(InlineForm):
    """One cost; `cost` is the id of the one that is corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Keep the cost", parent)
        self.value = self.cost = ""
        self.organisation = ChoiceField("Who will pay it")
        self.price = ChoiceField("In")
        self.price.offer([(each, each) for each in PRICES])
        self.text = LineField("What it will cost, in its own words", "Who at home will notice?")
        self.add_line((self.organisation, 2), (self.price, 1))
        self.end_line((self.text, 1))
        self.setFocusProxy(self.organisation)

    def open_for(
        self, workshop: Workshop, value: Value, price: Price, cost: Cost | None, *, by_key: bool
    ) -> None:
        """For a new cost of a value, its price chosen `by_key` or not; or with one to correct."""
        self.value, self.cost = value.id, cost.id if cost else ""
        self.say(f"What will “{value.title}” cost, and whom?")
        nobody = [("", "Choose who will pay it")]
        each = [(o.id, o.short) for o in workshop.organisations.values()]
        self.organisation.offer([*nobody, *each])
        self.organisation.choose(cost.organisation if cost else "")
        self.price.choose(price)
        # A key has chosen it already: Tab goes past it, where a typed word would change it.
        past = Qt.FocusPolicy.ClickFocus if by_key else Qt.FocusPolicy.WheelFocus
        self.price.setFocusPolicy(past)
        self.text.put(cost.text if cost else "")

    def chosen_price(self) -> Price:
        """Money, time or pride."""
        return next(each for each in PRICES if each == self.price.chosen())


class PriceCheckPage(Page):
    """A row for each cost, and one for each value that has none yet."""

    def __init__(self, desk: Desk, stage: Stage, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(desk, stage, step, parent)
        self.count = PlainLabel("", self, size=16, weight=700, colour=LIGHT.deep)
        self.form = CostForm(self)
        self.form.hide()
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._close)
        self.hints = KeyHint(KEYS, self)
        self.table = KeyedTable("Costs of what we agreed", (*_BY_KEY, "U", "Del"), self)
        self.table.opened.connect(self._correct)
        self.table.asked.connect(self._take_key)
        self.empty = EmptyState(
            "Nothing is agreed yet",
            "A cost is named for each value that we agreed. Go back to the rounds: page up.",
            parent=self,
        )
        self.stack(self.count, self.form, self.hints, table=self.table, empty=self.empty)

    def begin(self) -> None:
        """The keyboard goes to the first value without a cost; an open form keeps it."""
        if not self.form.isHidden():
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on("")

    def show_workshop(self, workshop: Workshop) -> None:
        """Show every agreed value with its costs, and how many have one."""
        agreed = charter(workshop)
        self.table.show_rows(COLUMNS, [row for v in agreed for row in _rows(workshop, v)])
        for part in (self.table, self.hints, self.count):
            part.setVisible(bool(agreed))
        self.empty.setVisible(not agreed)
        self.count.setText(priced_words(agreed))

    def _take_key(self, key: str, row: str) -> None:
        value = self.desk.workshop.values.get(row.partition(_BETWEEN)[0])
        if value is None:
            return
        if key in _BY_KEY:
            self._ask(value, _BY_KEY[key], None, by_key=True)
        elif key == "U":
            if self.desk.do(find_untested, value.id) is not None:
                self._go_on(value.id)
        else:
            self._drop(value, row)

    def _drop(self, value: Value, row: str) -> None:
        cost = row.partition(_BETWEEN)[2]
        if cost and self.desk.do(drop_cost, value.id, cost) is not None:
            self.table.go_to(_first_row(self.desk.workshop.values[value.id]))

    def _correct(self, row: str) -> None:
        """Correct the cost of a row; where there is none, name the first."""
        value = self.desk.workshop.values.get(row.partition(_BETWEEN)[0])
        if value is not None:
            cost = next((c for c in value.costs if _id(value, c) == row), None)
            self._ask(value, cost.price if cost else PRICES[0], cost)

    def _ask(self, value: Value, price: Price, cost: Cost | None, *, by_key: bool = False) -> None:
        self.form.open_for(self.desk.workshop, value, price, cost, by_key=by_key)
        self.form.show()
        field = self.form.text if cost else self.form.organisation
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        form = self.form
        named = self.desk.do(
            name_cost,
            form.value,
            form.organisation.chosen(),
            form.chosen_price(),
            form.text.text(),
            form.cost,
        )
        if named is not None:
            self._close()
            self.table.go_to(f"{named.value}{_BETWEEN}{named.id}")

    def _close(self) -> None:
        self.form.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, value: str) -> None:
        """The keyboard goes to the next value that is neither priced nor found untested."""
        agreed = charter(self.desk.workshop)
        ids = [v.id for v in agreed]
        at = ids.index(value) + 1 if value in ids else 0
        coming = [v for v in agreed[at:] + agreed[:at] if not v.costs and not v.untested]
        if coming:
            self.table.go_to(coming[0].id)


def priced_words(agreed: list[Value]) -> str:
    """How many of the agreed values have a cost, and what is left, in a sentence."""
    priced = sum(bool(v.costs) for v in agreed)
    open_ones = [f"“{v.title}”" for v in agreed if not v.costs and not v.untested]
    untested = [f"“{v.title}”" for v in agreed if not v.costs and v.untested]
    parts = [f"{priced} of {len(agreed)} {'has' if priced == 1 else 'have'} a cost"]
    if untested:
        parts.append(f"{_named(untested)} {'is' if len(untested) == 1 else 'are'} untested")
    if open_ones:
        parts.append(f"still to ask: {_named(open_ones)}")
    return f"{'; '.join(parts)}."


def _named(titles: list[str]) -> str:
    if len(titles) > _MOST_NAMED:
        titles = [*titles[: _MOST_NAMED - 1], f"{len(titles) - _MOST_NAMED + 1} others"]
    return joined(titles)


def _id(value: Value, cost: Cost) -> str:
    return f"{value.id}{_BETWEEN}{cost.id}"


def _first_row(value: Value) -> str:
    return _id(value, value.costs[0]) if value.costs else value.id


def _rows(workshop: Workshop, value: Value) -> list[TableRow]:
    """A row for each cost, the value named in the first; or one that says that there is none."""
    if not value.costs:
        said = "untested: it has not met a hard day yet" if value.untested else "no cost named yet"
        cells = (Cell(value.title, bold=True), Cell(), Cell(), Cell(said, mute=True))
        return [TableRow(value.id, cells)]
    return [
        TableRow(
            _id(value, cost),
            (
                Cell(value.title if not at else "", bold=True),
                Cell(workshop.organisation_name(cost.organisation)),
                Cell(cost.price, mute=True),
                Cell(cost.text),
            ),
        )
        for at, cost in enumerate(value.costs)
    ]
