"""Everything of a workshop that may leave it, as plain tables.

Words are quoted as they were chosen to be: an unattributed card has no author here. Notes, news for
one part, single check-ins and the words beside marks are in no table, and nobody's position in a
rehearsal is signed. Where the workshop as a whole quotes nobody, no table names a person or an
organisation; what people typed stands as they typed it.
"""

from collections import Counter
from collections.abc import Iterable

from exports.data.decided import decided
from exports.data.table import DataTable as DataTable
from exports.data.table import Datum as Datum
from exports.data.table import Row, joined_up, owner, shuffled, whose
from exports.data.table import quotes_nobody as quotes_nobody
from facilitator.attribution import shown_as
from facilitator.board import Contribution
from facilitator.car_park import Parked
from facilitator.stages.rehearsal import feeling
from facilitator.stages.rehearsal.state import Rehearsal
from facilitator.stages.values import standing
from facilitator.veil import veiled
from facilitator.workshop import Workshop


def tables(workshop: Workshop) -> list[DataTable]:
    """Every table that has a row, in the order in which a reader would ask for them."""
    workshop = veiled(workshop)
    found = [_about(workshop), _sittings(workshop)]
    if workshop.chatham_house:
        found.append(_classes(workshop))
    if not quotes_nobody(workshop):
        found += [
            _organisations(workshop),
            _members(workshop),
            _attendance(workshop),
            _apologies(workshop),
            _interests(workshop),
        ]
    found += [
        _themes(workshop),
        _contributions(workshop),
        _drafts(workshop),
        _terms(workshop),
        _values(workshop),
        _behaviours(workshop),
        *decided(workshop),
        *_rehearsals(workshop),
        _commitments(workshop),
        _reports(workshop),
        _budgets(workshop),
        _car_park(workshop),
        _next_steps(workshop),
        _assents(workshop),
        _versions(workshop),
    ]
    return joined_up(found)


def _about(workshop: Workshop) -> DataTable:
    about, paper = workshop.about, workshop.paper
    rows = {
        "title": about.title,
        "group": about.group,
        "place": about.place,
        "date": about.date,
        "reference": paper.reference,
        "version": paper.version,
        "status": paper.status,
        "owner": "" if quotes_nobody(workshop) else paper.owner,
        "goes_to_meeting_on": paper.ratify_on,
        "review_on": paper.review_on,
    }
    return DataTable(
        "workshop", ("what", "value"), tuple((key, value) for key, value in rows.items() if value)
    )


def _sittings(workshop: Workshop) -> DataTable:
    columns = ("id", "title", "date", "start", "end", "venue")
    rows = tuple(
        (s.id, s.title, s.date, s.start, s.end, s.venue) for s in workshop.sittings.values()
    )
    return DataTable("sittings", columns, rows)


def _organisations(workshop: Workshop) -> DataTable:
    columns = ("id", "name", "short", "class", "voting", "accountable_to")
    rows = tuple(
        (o.id, o.name, o.short, o.org_class, o.voting, o.accountable_to)
        for o in workshop.organisations.values()
    )
    return DataTable("organisations", columns, rows)


def _classes(workshop: Workshop) -> DataTable:
    """How many organisations of each class took part: what may be told where none is named."""
    many = Counter((o.org_class, o.voting) for o in workshop.organisations.values())
    rows = tuple((kind, voting, count) for (kind, voting), count in sorted(many.items()))
    return DataTable("classes", ("class", "voting", "organisations"), rows, keyed=False)


def _members(workshop: Workshop) -> DataTable:
    columns = ("id", "organisation", "role", "name", "substitute", "may_speak_for_it", "instead_of")
    rows = tuple(
        (m.id, m.organisation, m.role, m.name, m.substitute, m.authority, m.instead_of)
        for m in workshop.members.values()
    )
    return DataTable("members", columns, rows, refers=(("organisation", "organisations"),))


def _attendance(workshop: Workshop) -> DataTable:
    rows = tuple(
        (member, stay.arrived, stay.left)
        for member, stays in workshop.stays.items()
        for stay in stays
    )
    columns = ("member", "arrived", "left")
    return DataTable("attendance", columns, rows, refers=(("member", "members"),), keyed=False)


def _apologies(workshop: Workshop) -> DataTable:
    columns = ("date", "member", "words")
    return DataTable(
        "apologies", columns, workshop.apologies, refers=(("member", "members"),), keyed=False
    )


def _interests(workshop: Workshop) -> DataTable:
    columns = ("id", "member", "interest", "item", "what_was_done")
    rows = tuple(
        (i.id, i.member, i.interest, i.item, i.action) for i in workshop.interests.values()
    )
    return DataTable("interests", columns, rows, ("interest",), (("member", "members"),))


def _themes(workshop: Workshop) -> DataTable:
    rows = tuple((theme.id, theme.name) for theme in workshop.themes.values())
    return DataTable("themes", ("id", "name"), rows, ("name",))


def _contributions(workshop: Workshop) -> DataTable:
    columns = ("id", "stage", "question", "text", "theme", "parked", "member", "organisation")
    rows = []
    for card in workshop.contributions.values():
        member, organisation = _author(workshop, card)
        theme = card.theme if card.theme in workshop.themes else None
        rows.append(
            (
                *(card.id, card.stage, card.question, card.text),
                *(theme, card.parked, member, organisation),
            )
        )
    refers: tuple[tuple[str, str], ...] = (("theme", "themes"),)
    if not quotes_nobody(workshop):
        refers += (("member", "members"), ("organisation", "organisations"))
    return DataTable("contributions", columns, tuple(rows), ("text",), refers)


def _author(workshop: Workshop, card: Contribution) -> tuple[str | None, str | None]:
    """Who said a card, as far as it was chosen to be told."""
    match "unattributed" if quotes_nobody(workshop) else shown_as(workshop, card):
        case "named":
            member = card.member if card.member in workshop.members else None
            organisation = workshop.members[member].organisation if member else card.organisation
            return member, whose(workshop, organisation)
        case "organisation":
            return None, whose(workshop, card.organisation)
        case _:
            return None, None


def _drafts(workshop: Workshop) -> DataTable:
    columns = ("id", "label", "text", "revises", "verdict", "why")
    rows = tuple(
        (d.id, d.label, d.text, d.revises or None, d.verdict, d.why)
        for d in workshop.drafts.values()
    )
    return DataTable("drafts", columns, rows, ("text", "why"))


def _terms(workshop: Workshop) -> DataTable:
    rows = tuple((term.id, term.term, term.use) for term in workshop.terms.values())
    return DataTable("words_we_share", ("id", "term", "agreed_use"), rows, ("term", "agreed_use"))


def _values(workshop: Workshop) -> DataTable:
    columns = ("id", "title", "wording", "meaning", "version", "standing", "proposed_by")
    rows = tuple(
        (
            *(v.id, v.title, v.wording, v.meaning, v.version),
            *(standing(workshop, v.id), whose(workshop, v.proposed_by)),
        )
        for v in workshop.values.values()
    )
    refers = (("proposed_by", "organisations"),)
    return DataTable("values_negotiated", columns, rows, ("title", "wording", "meaning"), refers)


def _behaviours(workshop: Workshop) -> DataTable:
    rows = tuple(
        (value.id, kind, words)
        for value in workshop.values.values()
        for kind, said in (("we will", value.will), ("we will not", value.will_not))
        for words in said
    )
    columns = ("value", "kind", "words")
    refers = (("value", "values_negotiated"),)
    return DataTable("behaviours", columns, rows, ("words",), refers, keyed=False)


def _rehearsals(workshop: Workshop) -> list[DataTable]:
    played = list(workshop.rehearsals.values())
    refers = (("rehearsal", "rehearsals"),)
    return [
        DataTable(
            "rehearsals",
            ("id", "scenario", "situation"),
            tuple((r.id, r.pack.title, r.pack.situation) for r in played),
            ("scenario", "situation"),
        ),
        DataTable(
            "news",
            ("rehearsal", "minute", "words", "what_we_did"),
            tuple(row for r in played for row in _news(r)),
            ("words", "what_we_did"),
            refers,
            keyed=False,
        ),
        DataTable(
            "decisions",
            ("rehearsal", "minute", "words", "reasons"),
            tuple(
                (r.id, d.minute, d.text, d.reasons) for r in played for d in r.decisions.values()
            ),
            ("words", "reasons"),
            refers,
            keyed=False,
        ),
        DataTable(
            "feelings",
            ("rehearsal", "time", "check_ins", "mean"),
            tuple(row for r in played for row in _feelings(r)),
            refers=refers,
            keyed=False,
        ),
        DataTable(
            "strains",
            ("rehearsal", "value", "verdict", "moment", "minute"),
            tuple(
                (r.id, s.value, s.verdict, s.moment, s.minute)
                for r in played
                for s in r.strains.values()
            ),
            ("moment",),
            refers,
            keyed=False,
        ),
        DataTable(
            "lessons",
            ("rehearsal", "words"),
            tuple((r.id, lesson.text) for r in played for lesson in r.lessons),
            ("words",),
            refers,
            keyed=False,
        ),
        DataTable(
            "changes",
            ("rehearsal", "target", "words", "due", "accepted"),
            tuple(
                (r.id, c.target, c.text, c.due, c.accepted)
                for r in played
                for c in r.changes.values()
            ),
            ("words",),
            refers,
            keyed=False,
        ),
    ]


def _news(found: Rehearsal) -> Iterable[Row]:
    for played in found.played.values():
        inject = found.inject(played.inject)
        if inject is not None and inject.for_everyone and played.how != "skipped":
            yield found.id, played.minute, inject.text, played.response


def _feelings(found: Rehearsal) -> Iterable[Row]:
    for when in ("before", "after"):
        told = feeling.together(found, when)
        if told.count:
            mean = round(told.mean, 2) if told.mean is not None else None
            yield found.id, when, told.count, mean


def _commitments(workshop: Workshop) -> DataTable:
    columns = ("id", "words", "organisation", "owner", "due", "measure", "authority", "status")
    rows = tuple(
        (
            *(c.id, c.text, whose(workshop, c.organisation)),
            owner(workshop, c.owner),
            *(c.due, c.measure, c.authority, c.status),
        )
        for c in workshop.commitments.values()
    )
    refers = (("organisation", "organisations"),)
    return DataTable("commitments", columns, rows, ("words", "measure"), refers)


def _reports(workshop: Workshop) -> DataTable:
    rows = tuple(
        (c.id, report.date, report.status, report.latest)
        for c in workshop.commitments.values()
        for report in c.reports
    )
    columns = ("commitment", "date", "status", "latest")
    return DataTable("reports", columns, rows, refers=(("commitment", "commitments"),), keyed=False)


def _budgets(workshop: Workshop) -> DataTable:
    rows = tuple(
        (
            *(line.name, line.sharing, whose(workshop, organisation), pounds),
            *(whose(workshop, line.host), line.legal_basis),
        )
        for line in workshop.budgets.values()
        for organisation, pounds in line.contributors.items()
    )
    columns = ("line", "sharing", "organisation", "pounds", "host", "legal_basis")
    refers = (("organisation", "organisations"), ("host", "organisations"))
    return DataTable("budgets", columns, _unsigned(workshop, rows), refers=refers, keyed=False)


def _unsigned(workshop: Workshop, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return shuffled(rows) if quotes_nobody(workshop) else rows


def _car_park(workshop: Workshop) -> DataTable:
    columns = ("id", "words", "destination", "back_at", "outcome", "contribution")
    rows = tuple(
        (p.id, p.text, p.destination, p.back_at, p.outcome, _card(workshop, p))
        for p in workshop.car_park.values()
    )
    return DataTable("car_park", columns, rows, ("words",), (("contribution", "contributions"),))


def _card(workshop: Workshop, parked: Parked) -> str | None:
    return parked.contribution if parked.contribution in workshop.contributions else None


def _next_steps(workshop: Workshop) -> DataTable:
    rows = tuple(
        (n.id, n.text, owner(workshop, n.owner), n.due) for n in workshop.next_steps.values()
    )
    return DataTable("next_steps", ("id", "words", "who", "by"), rows, ("words",))


def _assents(workshop: Workshop) -> DataTable:
    rows = tuple(
        (whose(workshop, a.organisation), a.version, a.reservation)
        for a in workshop.assents.values()
    )
    columns = ("organisation", "version", "reservation")
    refers = (("organisation", "organisations"),)
    given = _unsigned(workshop, rows)
    return DataTable("assents", columns, given, ("reservation",), refers, keyed=False)


def _versions(workshop: Workshop) -> DataTable:
    rows = tuple((v.number, v.status, v.date, v.what) for v in workshop.paper.versions)
    return DataTable("versions", ("version", "status", "since", "by"), rows, keyed=False)
