"""The sound of news: when it sounds, when it does not, and that it is ours."""

import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.guide import Guide, load_guide
from facilitator.stages.rehearsal.casting import choose_scenario
from facilitator.stages.rehearsal.injects import answer_inject, play_inject
from sessions.clock import SetClock
from ui import sound
from ui.desk import Desk
from ui.sound import NewsSound, play_news
from ui.sounds.tone import NEWS, news_tone


@pytest.fixture
def guide() -> Guide:
    """The guide that ships."""
    return load_guide()


@pytest.fixture
def sounded(desk: Desk, guide: Guide) -> list[str]:
    """What sounded, on a desk with Ward 9 in play."""
    desk.do(choose_scenario, guide.packs["SC1"], rehearsal_id="R")
    heard: list[str] = []
    NewsSound(desk, lambda: heard.append("news"), desk)
    return heard


def test_news_sounds_once_when_it_arrives(desk: Desk, sounded: list[str]) -> None:
    desk.do(play_inject, "R", "SC1-I1", 28)
    desk.do(answer_inject, "R", "SC1-I1", "Said it aloud")
    assert sounded == ["news"]


def test_what_arrives_together_sounds_once(desk: Desk, sounded: list[str], clock: SetClock) -> None:
    desk.do(play_inject, "R", "SC1-I1", 28)
    desk.do(play_inject, "R", "SC1-I2", 28)
    assert sounded == ["news"]
    clock.forward(10)
    desk.do(play_inject, "R", "SC1-I3", 28)
    assert sounded == ["news", "news"]


def test_what_is_skipped_makes_no_sound(desk: Desk, sounded: list[str]) -> None:
    desk.do(play_inject, "R", "SC1-I1", 28, how="skipped")
    assert sounded == []


def test_a_quiet_desk_makes_no_sound(desk: Desk, sounded: list[str]) -> None:
    desk.focus_on(quiet=True)
    desk.do(play_inject, "R", "SC1-I1", 28)
    assert sounded == []


def test_the_sound_that_ships_is_the_one_that_is_reckoned() -> None:
    assert NEWS.read_bytes() == news_tone()
    with wave.open(str(NEWS)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert 0.3 < file.getnframes() / file.getframerate() < 1
        frames = file.readframes(file.getnframes())
    loudest = max(abs(value) for value in memoryview(frames).cast("h"))
    assert 2_000 < loudest < 12_000, "it is to be heard, and quiet"
    assert abs(memoryview(frames).cast("h")[-1]) < 200, "it ends without a click"


def test_nothing_sounds_where_there_is_no_desktop(qapp: QApplication) -> None:
    assert QApplication.platformName() == "offscreen"
    assert not play_news()


@pytest.fixture
def on_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The platform calls itself a desktop's."""
    monkeypatch.setattr(sound.QGuiApplication, "platformName", lambda: "xcb")


def test_the_first_player_that_is_there_is_asked(
    qapp: QApplication, on_a_desktop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = {"paplay": "/usr/bin/paplay", "aplay": "/usr/bin/aplay"}
    monkeypatch.setattr(sound.shutil, "which", there.get)
    asked: list[tuple[str, Path]] = []
    monkeypatch.setattr(sound, "_ask", lambda player, file: asked.append((player, file)) or True)
    assert play_news()
    assert asked == [("/usr/bin/paplay", NEWS)]


def test_without_a_player_the_desktop_rings_its_bell(
    qapp: QApplication, on_a_desktop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr(sound.shutil, "which", lambda _name: None)
    monkeypatch.setattr(sound.QApplication, "beep", lambda: rung.append("bell"))
    assert play_news()
    assert rung == ["bell"]


def test_a_player_that_cannot_be_started_is_no_trouble(
    qapp: QApplication, on_a_desktop: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sound.shutil, "which", lambda name: str(tmp_path / name))
    assert not play_news()
