"""Where the console is in the journey, and how it moves."""

from facilitator import progress
from facilitator.guide import Stage, Step
from facilitator.progress import Visit
from ui.desk import Desk
from ui.stages.rehearsal.words import stop_in_force


class Navigator:
    """The steps of a workshop's journey, the one in hand, and its clock. Keeps nothing itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stages(self) -> tuple[str, ...]:
        """The journey's stages, those the guide knows."""
        chosen = self._desk.workshop.about.stages or tuple(self._desk.guide.stages)
        return tuple(s for s in chosen if s in self._desk.guide.stages)

    def here(self) -> tuple[Stage, Step]:
        """The stage and step in hand; the first of the journey before it has begun."""
        guide = self._desk.guide
        now = self._desk.workshop.progress.now
        if now is not None and now.stage in guide.stages:
            stage = guide.stage(now.stage)
            for step in stage.steps:
                if step.id == now.step:
                    return stage, step
        stage = guide.stage(self.stages()[0])
        return stage, stage.steps[0]

    def beside(self, offset: int) -> tuple[str, Step] | None:
        """The step so many places after the one in hand; None beyond either end."""
        steps = [(s, step) for s in self.stages() for step in self._desk.guide.stage(s).steps]
        stage, here = self.here()
        places = [at for at, (s, step) in enumerate(steps) if (s, step.id) == (stage.id, here.id)]
        at = places[0] + offset if places else 0
        return steps[at] if 0 <= at < len(steps) else None

    def begin(self) -> None:
        """Enter the first step of a workshop that has not begun."""
        if self._desk.workshop.progress.now is None:
            stage, step = self.here()
            self.go(stage.id, step.id)

    def go(self, stage: str, step: str) -> None:
        """Go to a step, forwards or back."""
        self._desk.do(progress.enter_step, stage, step, self._desk.seconds())
        if stop_in_force(self._desk.workshop) is not None:
            # Every clock stands still until the room goes on together.
            self._desk.do(progress.pause_timer, self._desk.seconds())

    def move(self, offset: int) -> None:
        """Go so many steps on, or back; nothing happens beyond either end."""
        found = self.beside(offset)
        if found is not None:
            self.go(found[0], found[1].id)

    def toggle_timer(self) -> None:
        """Pause the step's clock, or let it go on."""
        now = self._desk.workshop.progress.now
        if now is not None and now.running_since:
            self._desk.do(progress.pause_timer, self._desk.seconds())
        elif stop_in_force(self._desk.workshop) is not None:
            self._desk.refused.emit("The stop word was said. Go on together first.", "go_on")
        else:
            self._desk.do(progress.resume_timer, self._desk.seconds())

    def one_more_minute(self) -> None:
        """Give the step one more minute."""
        self._desk.do(progress.extend_timer, 1)

    def clock(self) -> tuple[int, int, bool]:
        """Seconds left of the step, its seconds in all, and whether its clock is going."""
        _, step = self.here()
        visit = self._desk.workshop.progress.now or Visit("", "")
        left = progress.seconds_left(visit, step.minutes, self._desk.seconds())
        return left, (step.minutes + visit.extra_minutes) * 60, bool(visit.running_since)

    def behind(self) -> int:
        """Whole minutes behind plan; negative when ahead."""
        desk = self._desk
        return progress.minutes_behind(desk.workshop, desk.guide, desk.seconds())
