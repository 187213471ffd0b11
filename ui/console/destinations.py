"""Everything the console can do by key, and everywhere it can go by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.console.go_to import Destination
from ui.console.keeping import show_keeping
from ui.console.keyboard import Key
from ui.console.redacting import show_redacting
from ui.console.stop_word import KEY as STOP_KEY

if TYPE_CHECKING:
    from ui.console.window import Console


PAPERS = {
    "Write the rehearsal’s debrief": "debrief",
    "Write the role cards": "role-cards",
    "Write slips for the check-ins": "slips",
}
"""The papers of a rehearsal, by what writing one is called."""


def keys(console: Console) -> list[Key]:
    """The console's keys. F1 shows them in this order."""
    return [
        Key("Next step", ("PgDown",), partial(console.turn, 1)),
        Key("Previous step", ("PgUp",), partial(console.turn, -1)),
        Key("Take back", ("Ctrl+Z",), console.back.undo),
        Key("Bring back", ("Ctrl+Shift+Z", "Ctrl+Y"), console.back.redo),
        Key("Go to anything", ("Ctrl+K",), console.go_to_anything),
        Key("Car park", ("Ctrl+P",), console.park),
        Key("Start the room's screen", ("F5",), console.room.open),
        Key("Blank the room's screen, or show it again", ("B", "."), console.room.toggle_blank),
        Key("Hold the room's screen still, or let it go", ("Ctrl+F",), console.room.toggle_freeze),
        Key("Pause the clock, or let it go on", ("Ctrl+Space",), console.navigator.toggle_timer),
        Key("Stop word: stop everything, or go on together", (STOP_KEY,), console.stop_word.press),
        Key("One more minute", ("Ctrl++", "Ctrl+="), console.papers.larger),
        Key("Journey, or the page's own list", ("Ctrl+J",), console.flip_rail),
        Key("History of the value in hand", ("Ctrl+Shift+H",), console.show_history),
        Key("Look back at any moment", ("Ctrl+B",), console.look_back),
        Key("Bring in note-takers’ notes", ("Ctrl+M",), console.coming_in.ask),
        Key("To talk over", ("Ctrl+Shift+M",), console.coming_in.talk_over),
        Key("Documents", ("Ctrl+E",), console.papers.open),
        Key("Take words out for good", ("Ctrl+Shift+T",), partial(show_redacting, console)),
        Key("How this workshop is kept", ("Ctrl+Shift+K",), partial(show_keeping, console)),
        Key("Hand out a copy for note-takers", ("Ctrl+Shift+O",), console.hand_out_asked.emit),
        Key("All workshops", ("Ctrl+O",), console.home_asked.emit),
        Key("All keys", ("F1",), console.show_keys),
    ]


def everywhere(console: Console) -> list[Destination]:
    """Steps of the journey, values and drafts on the table, and things to do."""
    desk, navigator = console.desk, console.navigator
    found = []
    if changed := desk.workshop.values.get(console.back.elsewhere):
        # First, so that Enter goes to what was taken back just now.
        there = partial(_to_value, console, changed.id)
        found.append(Destination(f"Where that was: {changed.title}", there))
    if told := console.story_news.sentence():
        found.append(Destination(told, console.story_news.go_there))
    if before := _step_before(console):
        found.append(before)
    for stage_id in navigator.stages():
        stage = desk.guide.stage(stage_id)
        for step in stage.steps:
            go = partial(_to_step, console, stage_id, step.id)
            also = f"{step.id.replace('-', ' ')} {desk.words(step.prompt)}"
            found.append(Destination(f"{stage.title}: {step.title}", go, also=also))
    for value in desk.workshop.values.values():
        found.append(Destination(f"Value: {value.title}", partial(_to_value, console, value.id)))
    for value in desk.workshop.values.values():
        read = partial(console.show_history, value.id)
        found.append(Destination(f"History: {value.title}", read))
    if console.travel.away:
        found.append(Destination("Back to now", console.travel.close, "Esc"))
    if "rehearsal" in navigator.stages():
        for words, document in PAPERS.items():
            write = partial(console.papers_asked.emit, document)
            found.append(Destination(words, write, also="export PDF paper print"))
    found += console.coming_in.places()
    acts = [k for k in console.keyboard.keys if k.words != "Go to anything"]
    found += [Destination(key.words, key.act, " or ".join(key.sequences)) for key in acts]
    return found


def _step_before(console: Console) -> Destination | None:
    """The way back to the step that was in hand before; None at the first."""
    desk = console.desk
    for visit in reversed(desk.workshop.progress.visits[:-1]):
        stage = desk.guide.stages.get(visit.stage)
        steps = [step for step in stage.steps if step.id == visit.step] if stage else []
        if steps:
            go = partial(_to_step, console, visit.stage, visit.step)
            return Destination(f"Back to {steps[0].title}", go)
    return None


def _to_step(console: Console, stage: str, step: str) -> None:
    """Bring up a step; the one that is up already is begun anew, with the keyboard on its page."""
    here, now = console.navigator.here()
    console.navigator.go(stage, step)
    if (here.id, now.id) == (stage, step) and console.page is not None:
        console.page.begin()


def _to_value(console: Console, value: str) -> None:
    """Bring up the round on a value."""
    stage = console.desk.guide.stages.get("values")
    rounds = [s for s in stage.steps if s.activity == "rounds"] if stage else []
    if rounds:
        console.navigator.go("values", rounds[0].id)
    console.desk.focus_on(value=value)
    if console.page is not None:
        # The control that had the keyboard may have gone with the value before.
        console.page.begin()
