"""The sample played through the real windows leaves a picture of each after every step."""

from pathlib import Path

from PySide6.QtGui import QImage

from facilitator.guide import ELLERPORT, load_guide
from ui.demo.sample import read_sample
from ui.demo.windows import CONSOLE, ROOM, play_windows


def test_every_step_is_pictured_on_both_windows(qapp, tmp_path: Path) -> None:
    taken = play_windows(tmp_path, read_sample(ELLERPORT))

    names = {path.stem for path in taken}
    for number, stage in enumerate(load_guide().stages.values(), 1):
        for at, step in enumerate(stage.steps, 1):
            assert {
                f"{number}-{stage.id}-{at:02}-{step.id}-console",
                f"{number}-{stage.id}-{at:02}-{step.id}-room",
            } <= names
    assert {
        "3-values-negotiating-room",
        "3-values-06-rounds-history-console",
        "4-rehearsal-04-play-inject-room",
        "7-documents-console",
    } <= names
    sizes = {
        path.stem.rpartition("-")[2]: (image.width(), image.height())
        for path in taken
        for image in [QImage(str(path))]
    }
    assert sizes == {"console": CONSOLE, "room": ROOM}
