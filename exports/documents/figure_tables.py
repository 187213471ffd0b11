"""What a figure shows, as a table: for whoever reads with ears or fingers, or wants the numbers."""

from exports.blocks import POSITION_WORDS, Column, PositionBar, Table
from exports.pictures import (
    LEFT,
    MIDDLE,
    RIGHT,
    VERDICTS,
    Feelings,
    PositionCode,
    Spread,
    SpreadRow,
    Strain,
    Timing,
)

CAPTION = "The same in numbers."
_SIDES: tuple[tuple[str, tuple[PositionCode, ...]], ...] = (
    ("Carry it", RIGHT[::-1]),
    ("Neither", MIDDLE),
    ("Hold it back", LEFT),
    ("Not here", ("absent",)),
)


_SHARES = {"Carry it": 1.9, "Neither": 1.4, "Hold it back": 1.8, "Not here": 1.0}


def spread_table(figure: Spread, what: str = "Value", caption: str = CAPTION) -> Table:
    """Each line of a spread: how many hold it back, how many carry it, how it came out.

    A column for each of the seven positions would be too narrow for its own words.
    """
    shown = [
        (title, codes)
        for title, codes in _SIDES
        if any(count for row in figure.rows for code, count in row.counts if code in codes)
    ]
    has_result = any(row.result for row in figure.rows)
    columns = [Column(what, 2.1), *(Column(title, _SHARES[title]) for title, _ in shown)]
    columns += [Column("Result", 2.3)] if has_result else []
    rows = []
    for row in figure.rows:
        told = [row.result] if has_result else []
        rows.append((row.title, *(_counted(row, codes) for _, codes in shown), *told))
    return Table(tuple(columns), tuple(rows), caption, header_column=True)


def _counted(row: SpreadRow, codes: tuple[PositionCode, ...]) -> str:
    if codes == ("absent",):
        return str(row.absent)
    counts = dict(row.counts)
    return (
        "\n".join(
            f"{counts[code]} {POSITION_WORDS[code][counts[code] != 1].split(',')[0]}"
            if code != "reservation"
            else f"{counts[code]} with a reservation"
            for code in codes
            if counts.get(code)
        )
        or "0"
    )


def bar_table(figure: PositionBar, caption: str = CAPTION) -> Table:
    """Each position that somebody took, and how many did."""
    rows = tuple(
        (POSITION_WORDS[code][1].capitalize(), str(count))
        for code, count in figure.counts
        if count > 0
    )
    columns = (Column("Position", 3), Column("Organisations", 1))
    return Table(columns, rows, caption, header_column=True)


def timing_table(figure: Timing, caption: str = CAPTION) -> Table:
    """Each step with its minutes as planned, as it took, and the difference."""
    columns = (
        Column("Step", 3.4),
        Column("Planned", 1),
        Column("As it took", 1),
        Column("Over or under", 1.2),
    )
    rows = tuple(
        (row.title, str(row.planned), "Not begun", "")
        if row.actual is None
        else (row.title, str(row.planned), str(row.actual), _over(row.actual - row.planned))
        for row in figure.rows
    )
    return Table(columns, rows, caption, header_column=True)


def _over(minutes: int) -> str:
    if not minutes:
        return "As planned"
    return f"{abs(minutes)} {'over' if minutes > 0 else 'under'}"


def feelings_table(figure: Feelings, caption: str = CAPTION) -> Table:
    """Each time with its check-ins, the mean where it may be told, and the words that may be."""
    columns = (
        Column("When", 1.4),
        Column("Check-ins", 1),
        Column("Mean, 1 to 5", 1.6),
        Column("Words said by three or more", 3),
    )
    rows = tuple(
        (each.when, str(each.count), each.told, ", ".join(each.said) or "None")
        for each in figure.times
    )
    return Table(columns, rows, caption, header_column=True)


def strain_table(figure: Strain, caption: str = CAPTION) -> Table:
    """Each value with the minutes at which it held, bent or broke, and the verdict."""
    columns = (
        Column("Value", 2.6),
        *(Column(f"{verdict.capitalize()} at minute", 1.2) for verdict in VERDICTS),
        Column("Verdict", 1),
    )
    rows = tuple(
        (
            line.title,
            *(
                ", ".join(str(minute) for minute, said in sorted(line.marks) if said == verdict)
                for verdict in VERDICTS
            ),
            line.verdict,
        )
        for line in figure.lines
    )
    return Table(columns, rows, caption, header_column=True)
