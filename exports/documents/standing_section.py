"""Where everybody stands: all agreed values in one picture, and each value over its rounds."""

from exports.blocks import POSITION_WORDS, Block, Heading, KeepTogether
from exports.documents.figure_tables import spread_table
from exports.pictures import Spread, SpreadRow
from facilitator.decision import CODES, tally
from facilitator.rounds import Round, rounds_about
from facilitator.stages.values import Value, on_the_table
from facilitator.wording import joined
from facilitator.workshop import Workshop

_RESULTS = {
    "agreed": "agreed",
    "agreed_with_reservations": "with reservations",
    "agreed_not_unanimous": "not unanimous",
}


def where_we_stand(workshop: Workshop) -> list[Block]:
    """The last round of every value on the table, as a picture and in numbers."""
    rows = []
    for value in on_the_table(workshop):
        locked = _locked(workshop, value)
        if locked:
            rows.append(_row(value.title, locked[-1]))
    if not rows:
        return []
    figure = Spread(tuple(rows), f"Positions on each value in its last round. {_told(rows)}")
    return [
        Heading("Where we stand", level=3),
        figure,
        spread_table(figure, "Value"),
    ]


def over_rounds(workshop: Workshop, value: Value) -> list[Block]:
    """How the positions on a value moved, a line for each round; nothing where there was one."""
    locked = _locked(workshop, value)
    if len(locked) < 2:
        return []
    rows = [_row(f"Round {each.number}", each) for each in locked]
    figure = Spread(tuple(rows), f"How positions on “{value.title}” moved. {_told(rows)}")
    return [KeepTogether((figure, spread_table(figure, "Round")))]


def _locked(workshop: Workshop, value: Value) -> list[Round]:
    return [each for each in rounds_about(workshop, value.id) if each.result is not None]


def _row(title: str, about: Round) -> SpreadRow:
    counts = tally(about.standing())
    shown = tuple((code, counts[code]) for code in CODES if code in counts)
    return SpreadRow(title, shown, _RESULTS.get(str(about.outcome()), "not agreed"))


def _told(rows: list[SpreadRow]) -> str:
    return " ".join(f"{row.title}: {_counts(row)}; {row.result}." for row in rows)


def _counts(row: SpreadRow) -> str:
    said = [f"{count} {POSITION_WORDS[code][count != 1]}" for code, count in row.counts if count]
    return joined(said) or "nobody took a position"
