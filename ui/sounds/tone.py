"""The sound of news: two soft tones, one after the other, that fade at once.

`python -m ui.sounds.tone` writes it anew.
"""

import io
import math
import struct
import wave
from pathlib import Path

NEWS = Path(__file__).parent / "news.wav"
_RATE = 16_000
_LOUD = 0.16
_TONES = ((0.0, 523.25), (0.11, 659.26))
_LENGTH = 0.55


def news_tone() -> bytes:
    """The sound as a WAV of one channel, 16 bits, 16 kHz: C5 and then E5, each fading."""
    frames = bytearray()
    for at in range(int(_RATE * _LENGTH)):
        second = at / _RATE
        level = sum(_struck(second - start, pitch) for start, pitch in _TONES)
        frames += struct.pack("<h", round(32_767 * _LOUD * level))
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(bytes(frames))
    return written.getvalue()


def _struck(since: float, pitch: float) -> float:
    """A tone so long after it was struck: 12 ms to rise, and gone by the end."""
    if since < 0:
        return 0.0
    rise = min(since / 0.012, 1.0)
    fade = math.exp(-since * 7.5) * min((_LENGTH - 0.11) - since + 0.11, 0.08) / 0.08
    return math.sin(2 * math.pi * pitch * since) * rise * max(fade, 0.0)


if __name__ == "__main__":
    NEWS.write_bytes(news_tone())
