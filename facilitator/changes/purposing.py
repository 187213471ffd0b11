"""Changes on the board: cards, themes and the car park; and to the statement."""

from facilitator.attribution import AttributionChosen, AuthorsForgotten, ContributionAttributed
from facilitator.board import (
    CardsImported,
    ContributionCaptured,
    ContributionCorrected,
    ContributionsThemed,
    ThemeDissolved,
    ThemeFormed,
    ThemeNamed,
)
from facilitator.car_park import CardsParked, ItemParked, ItemTakenUp, ThemeParked
from facilitator.changes.seen import Seen, Tell, counted, possessive, quoted, short
from facilitator.events import Event
from facilitator.notes import ContributionReadBack, NoteKeptPrivate
from facilitator.only_we import (
    OnlyWeAnswered,
    OnlyWeHandsCounted,
    OnlyWePositionTaken,
    OnlyWeTested,
)
from facilitator.stages.purpose import DraftClosed, PurposeAdopted, PurposeDrafted
from facilitator.statement import (
    AnotherBoardAnswered,
    DefenceSaid,
    DefencesSaid,
    NothingToStop,
    StopDropped,
    StopNamed,
)

_QUESTIONS = {
    "alone_can": "Could one of us do this alone?",
    "hold_levers": "Do we hold the levers?",
    "would_be_missed": "Would anyone miss it?",
}


def _captured(_seen: Seen, event: ContributionCaptured) -> str:
    return f"the card {quoted(event.text)}"


def _imported(_seen: Seen, event: CardsImported) -> str:
    return f"{counted(len(event.cards), 'card')} brought in from {short(event.source)}"


def _corrected(_seen: Seen, event: ContributionCorrected) -> str:
    return f"a card put right to {quoted(event.text)}"


def _cards(seen: Seen, cards: tuple[str, ...]) -> str:
    return seen.card(cards[0]) if len(cards) == 1 else counted(len(cards), "card")


def _themed(seen: Seen, event: ContributionsThemed) -> str:
    cards = _cards(seen, event.contributions)
    return f"{cards} moved to {seen.theme(event.theme)}" if event.theme else f"{cards} made loose"


def _theme_named(seen: Seen, event: ThemeNamed) -> str:
    name = quoted(event.name)
    if not seen.corrects("themes", event.id) or seen.lacking is None:
        return f"the theme {name}"
    return f"the theme {quoted(seen.lacking.themes[event.id].name)} renamed to {name}"


def _theme_formed(seen: Seen, event: ThemeFormed) -> str:
    with_it = f" with {_cards(seen, event.contributions)}" if event.contributions else ""
    return f"the theme {quoted(event.name)}{with_it}"


def _dissolved(seen: Seen, event: ThemeDissolved) -> str:
    gone = seen.theme(event.id)
    if event.into:
        return f"{gone} merged into {seen.theme(event.into)}"
    return f"the theme {gone} taken apart" if gone != "a theme" else "a theme taken apart"


def _attribution(seen: Seen, event: AttributionChosen) -> str:
    if event.member:
        return f"how {possessive(seen.person(event.member))} words are quoted"
    if event.question:
        return "how the words of this step are quoted"
    return "how the words of this workshop are quoted"


def _attributed(seen: Seen, event: ContributionAttributed) -> str:
    what = "who said" if event.afresh else "how to quote"
    return f"{what} {seen.card(event.id)}"


def _forgotten(_seen: Seen, _event: AuthorsForgotten) -> str:
    return "who wrote some cards, taken out of the file for good"


def _parked(_seen: Seen, event: ItemParked) -> str:
    return f"{quoted(event.text)} put into the car park"


def _cards_parked(_seen: Seen, event: CardsParked) -> str:
    if len(event.cards) == 1:
        return f"{quoted(event.cards[0][2])} put into the car park"
    return f"{counted(len(event.cards), 'card')} put into the car park"


def _theme_parked(_seen: Seen, event: ThemeParked) -> str:
    return f"the theme {quoted(event.text)} put into the car park"


def _taken_up(seen: Seen, event: ItemTakenUp) -> str:
    return f"{seen.parked(event.id)} taken up from the car park"


def _tested(seen: Seen, event: OnlyWeTested) -> str:
    return f"the three answers on {seen.asked_about(event.subject)}"


def _answered(seen: Seen, event: OnlyWeAnswered) -> str:
    said = "yes" if event.yes else "no"
    return f"“{said}” to “{_QUESTIONS[event.question]}” on {seen.asked_about(event.subject)}"


def _hands(seen: Seen, event: OnlyWeHandsCounted) -> str:
    about = seen.asked_about(event.subject)
    return f"the hands counted for “{_QUESTIONS[event.question]}” on {about}"


def _position(seen: Seen, event: OnlyWePositionTaken) -> str:
    whose, about = seen.whose(event.organisation), seen.asked_about(event.subject)
    return f"{whose} answer to “{_QUESTIONS[event.question]}” on {about}"


def _drafted(seen: Seen, event: PurposeDrafted) -> str:
    return f"{seen.draft(event.id)}: {quoted(event.text)}"


def _closed(seen: Seen, event: DraftClosed) -> str:
    return f"{seen.draft(event.id)} being {event.verdict}"


def _adopted(seen: Seen, event: PurposeAdopted) -> str:
    return f"the adoption of {seen.draft(event.id)}"


def _another(seen: Seen, event: AnotherBoardAnswered) -> str:
    said = "another board would sign it" if event.would_sign else "no other board would sign it"
    return f"the answer on {seen.draft(event.draft)}: {said}"


def _stop(_seen: Seen, event: StopNamed) -> str:
    return f"what we would have to stop: {quoted(event.text)}"


def _stop_dropped(_seen: Seen, event: StopDropped) -> str:
    return f"{quoted(event.text)} taken off what we would have to stop"


def _nothing(seen: Seen, event: NothingToStop) -> str:
    return f"“nothing to stop” for {seen.draft(event.draft)}"


def _defence(seen: Seen, event: DefenceSaid) -> str:
    whose = seen.whose(event.organisation)
    said = "will defend" if event.will else "not yet"
    return f"{whose} answer, “{said}”, on {seen.draft(event.draft)}"


def _defences(seen: Seen, event: DefencesSaid) -> str:
    who = counted(len(event.organisations), "organisation")
    return f"{who} saying that they will defend {seen.draft(event.draft)} outside"


TOLD: dict[type[Event], Tell] = {
    ContributionCaptured: _captured,
    CardsImported: _imported,
    ContributionCorrected: _corrected,
    ContributionsThemed: _themed,
    ThemeNamed: _theme_named,
    ThemeFormed: _theme_formed,
    ThemeDissolved: _dissolved,
    AttributionChosen: _attribution,
    ContributionAttributed: _attributed,
    AuthorsForgotten: _forgotten,
    NoteKeptPrivate: lambda _seen, _event: "a private note",
    ContributionReadBack: lambda seen, event: f"that {seen.card(event.id)} was read back",
    ItemParked: _parked,
    CardsParked: _cards_parked,
    ThemeParked: _theme_parked,
    ItemTakenUp: _taken_up,
    OnlyWeTested: _tested,
    OnlyWeAnswered: _answered,
    OnlyWeHandsCounted: _hands,
    OnlyWePositionTaken: _position,
    PurposeDrafted: _drafted,
    DraftClosed: _closed,
    PurposeAdopted: _adopted,
    AnotherBoardAnswered: _another,
    StopNamed: _stop,
    StopDropped: _stop_dropped,
    NothingToStop: _nothing,
    DefenceSaid: _defence,
    DefencesSaid: _defences,
}
"""How each of these is told."""
