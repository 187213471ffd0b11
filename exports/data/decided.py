"""What was decided as plain tables: rounds and positions, what was changed, the only-we test."""

from collections.abc import Iterable

from exports.data.table import DataTable, Row, quotes_nobody, shuffled, whose
from facilitator.only_we import QUESTIONS
from facilitator.rounds import Round
from facilitator.workshop import Workshop

_ROUND = (("round", "rounds"),)
_VALUE = ("value", "values_negotiated")
_WHO = ("organisation", "organisations")


def decided(workshop: Workshop) -> list[DataTable]:
    """The tables of what was decided, and of what was said on the way there."""
    found = [
        _only_we(workshop),
        _amendments(workshop),
        _put_aside(workshop),
        _costs(workshop),
        _rounds(workshop),
        _positions(workshop),
        _corrections(workshop),
    ]
    return found if quotes_nobody(workshop) else [_authority(workshop), *found]


def _authority(workshop: Workshop) -> DataTable:
    columns = ("organisation", "can_say_yes_to", "asks", "by")
    rows = tuple((a.organisation, a.limit, a.ask, a.by) for a in workshop.authorities.values())
    return DataTable("authority", columns, rows, refers=(_WHO,), keyed=False)


def _only_we(workshop: Workshop) -> DataTable:
    columns = ("subject", "question", "answer", "yes", "no", "unsure")
    rows: list[Row] = []
    for test in workshop.only_we.values():
        theme, card = workshop.themes.get(test.subject), workshop.contributions.get(test.subject)
        about = theme.name if theme else card.text if card else ""
        for question in QUESTIONS:
            answer = test.answer(question)
            if (hands := answer.hands) is not None:
                rows.append((about, question, answer.is_yes, hands.yes, hands.no, hands.unsure))
            elif answer.is_yes is not None:
                rows.append((about, question, answer.is_yes, None, None, None))
    return DataTable("only_we", columns, tuple(rows), keyed=False)


def _amendments(workshop: Workshop) -> DataTable:
    columns = ("id", "value", "wording", "why")
    rows = tuple(
        (each.id, value.id, each.wording, each.why)
        for value in workshop.values.values()
        for each in value.amendments
    )
    return DataTable("amendments", columns, rows, ("wording", "why"), (_VALUE,))


def _put_aside(workshop: Workshop) -> DataTable:
    columns = ("value", "how", "why", "taken_up_again", "into")
    rows = tuple(
        (value.id, end.kind, end.reason, end.return_by, end.into or None)
        for value in workshop.values.values()
        if (end := value.ending) is not None
    )
    refers = (_VALUE, ("into", "values_negotiated"))
    return DataTable("values_put_aside", columns, rows, ("why",), refers, keyed=False)


def _costs(workshop: Workshop) -> DataTable:
    rows: Iterable[Row] = (
        (value.id, whose(workshop, cost.organisation), cost.price, cost.text)
        for value in workshop.values.values()
        for cost in value.costs
    )
    columns = ("value", "organisation", "price", "words")
    rows = shuffled(rows) if quotes_nobody(workshop) else tuple(rows)
    return DataTable("costs", columns, rows, ("words",), (_VALUE, _WHO), keyed=False)


def _rounds(workshop: Workshop) -> DataTable:
    columns = ("id", "subject", "about", "number", "wording", "locked_at", "result")
    rows = tuple(
        (
            *(r.id, r.subject, workshop.subject_name(r.subject), r.number),
            *(r.wording, r.at, r.outcome()),
        )
        for r in _locked(workshop)
    )
    return DataTable("rounds", columns, rows, ("wording",))


def _positions(workshop: Workshop) -> DataTable:
    columns = ("round", "organisation", "position", "words", "category", "resolved_by")
    rows: list[Row] = []
    for each in _locked(workshop):
        signed = _is_signed(workshop, each)
        said = (
            (each.id, p.organisation if signed else None, p.code, p.text, p.category, p.resolved)
            for p in each.standing().values()
        )
        rows += said if signed else shuffled(said)
    return DataTable("positions", columns, tuple(rows), ("words",), (*_ROUND, _WHO), keyed=False)


def _corrections(workshop: Workshop) -> DataTable:
    columns = ("round", "organisation", "date", "position_before", "position_after", "why")
    rows = tuple(
        (
            *(each.id, c.organisation if _is_signed(workshop, each) else None),
            *(c.date, c.before.code, c.after.code, c.why),
        )
        for each in _locked(workshop)
        for c in each.corrections
    )
    return DataTable("corrections", columns, rows, ("why",), (*_ROUND, _WHO), keyed=False)


def _locked(workshop: Workshop) -> Iterable[Round]:
    """What is said in a round that is open is not said yet."""
    return (each for each in workshop.rounds.values() if each.result is not None)


def _is_signed(workshop: Workshop, about: Round) -> bool:
    """Whether it may be told who took which position: in a rehearsal people play a part."""
    ours = about.subject in workshop.values or about.subject in workshop.drafts
    return ours and not quotes_nobody(workshop)
