"""The stop word on the console: one key stops everything, from wherever the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import progress
from facilitator.stages.rehearsal.clock import go_on, say_stop_word
from ui.stages.rehearsal.words import in_hand, stop_in_force

if TYPE_CHECKING:
    from ui.console.window import Console

KEY = "F9"


class StopWord:
    """Stops the story and the step and calms the room; the same key goes on together.

    While no story runs, and none is in hand in the stage that is up, there is none to stop: the
    clock of the step stands still and the room's screen is blank instead, and the key lets both go
    on.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        # What was done without a scenario, and is undone by the same key.
        self._paused = self._blanked = False

    def press(self) -> None:
        """Stop everything; when it stands still already, go on."""
        console = self._console
        if console.travel.away:
            # Nobody reads the past while a room needs its facilitator.
            console.travel.close()
        stopped = stop_in_force(console.desk.workshop)
        if stopped is not None:
            console.desk.do(go_on, stopped.id, console.desk.seconds())
        elif self._paused or self._blanked:
            self._go_on_without_story()
        else:
            self._stop()

    def _stop(self) -> None:
        console, desk = self._console, self._console.desk
        stage, _ = console.navigator.here()
        stories = desk.workshop.rehearsals.values()
        # One that runs is stopped from wherever its facilitator has gone meanwhile.
        found = next((each for each in stories if each.clock.running), None)
        if found is None and stage.id == "rehearsal":
            found = in_hand(desk.workshop, desk.focus)
        if found is None:
            self._stop_without_story()
        elif desk.do(say_stop_word, found.id, desk.seconds()) is not None:
            if console.room.window.canvas.frozen:
                # A picture that is held still would keep the story on the wall.
                console.room.toggle_freeze()
            console.standing.begin()

    def _stop_without_story(self) -> None:
        console, desk = self._console, self._console.desk
        now = desk.workshop.progress.now
        self._paused = now is not None and now.running_since > 0
        if self._paused:
            desk.do(progress.pause_timer, desk.seconds())
        self._blanked = not console.room.window.canvas.blanked
        if self._blanked:
            console.room.toggle_blank()
        console.say(f"The clock stands still and the room’s screen is blank. {KEY} again goes on.")

    def _go_on_without_story(self) -> None:
        console, desk = self._console, self._console.desk
        now = desk.workshop.progress.now
        if self._paused and now is not None and not now.running_since:
            desk.do(progress.resume_timer, desk.seconds())
        if self._blanked and console.room.window.canvas.blanked:
            console.room.toggle_blank()
        self._paused = self._blanked = False
        console.say("")
