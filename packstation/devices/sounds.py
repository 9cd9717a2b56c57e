"""The sounds of the bench, made here: each has a rhythm of its own, heard through any noise.

Good news is high and soft, care lies in the middle, a stop is low and rough; within each of
them the beats say which one it is, so that nobody needs an ear for pitch.
"""

import io
import math
import wave
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from packstation.domain.sounds import Sound

RATE: Final = 22_050
"""Samples a second, 16 bits each, one channel."""
LONGEST_MS: Final = 350

# How long a beat sounds; between two beats there is a short rest.
_BEAT_MS: Final = {".": 35, "-": 110, "_": 200, "=": 340}
_REST_MS: Final = 40
# A beat that began or ended all at once would crack.
_EDGE_MS: Final = 5
_LOUDEST: Final = 0.8 * 32_767


@dataclass(frozen=True, slots=True)
class Tune:
    """Beats from ``first`` to ``last`` hertz; ``rough`` adds the overtones of a buzzer."""

    beats: str
    first: int
    last: int
    rough: float = 0.0


TUNES: Final = {
    Sound.PIECE: Tune(".", 1320, 1320),
    Sound.LINE_DONE: Tune("..", 1175, 1568),
    Sound.ALL_DONE: Tune("..-", 1047, 1568),
    Sound.SEALED: Tune("...-", 784, 1568),
    Sound.OPENED: Tune(".-", 880, 1320),
    Sound.BADGE: Tune(".-.", 988, 988),
    Sound.COMMAND: Tune("...", 988, 988),
    Sound.TOUCH: Tune("-.", 1568, 2093),
    Sound.SLIP: Tune("..-.", 1047, 1047),
    Sound.ASKS: Tune("._", 587, 880),
    Sound.UNKNOWN: Tune("-", 523, 523, 0.2),
    Sound.AMBIGUOUS: Tune(".--", 523, 523, 0.2),
    Sound.MISREAD: Tune("-.-", 523, 466, 0.2),
    Sound.TWICE: Tune("....", 659, 659, 0.2),
    Sound.NOT_NOW: Tune("-..", 587, 440, 0.2),
    Sound.WRONG: Tune("--", 247, 196, 0.6),
    Sound.TOO_MANY: Tune("--.", 247, 247, 0.6),
    Sound.OTHER_BENCH: Tune(".-..", 294, 220, 0.5),
    Sound.PACKED: Tune("-...", 294, 220, 0.5),
    Sound.HELD: Tune("=", 220, 220, 0.5),
    Sound.CANCELLED: Tune(".....", 294, 175, 0.5),
    Sound.CHANGED: Tune("_.", 220, 330, 0.5),
}


def wav(sound: Sound, volume: int) -> bytes:
    """``sound`` as a WAV file, its peak in proportion to ``volume``, 0 to 100."""
    heights = list(_heights(TUNES[sound]))
    scale = _LOUDEST * volume / 100 / max(map(abs, heights))
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(array("h", (round(scale * height) for height in heights)).tobytes())
    return file.getvalue()


def _heights(tune: Tune) -> Iterator[float]:
    steps = max(1, len(tune.beats) - 1)
    for place, beat in enumerate(tune.beats):
        if place:
            yield from (0.0,) * _samples(_REST_MS)
        hertz = tune.first * (tune.last / tune.first) ** (place / steps)
        yield from _beat(hertz, _samples(_BEAT_MS[beat]), tune.rough)


def _beat(hertz: float, samples: int, rough: float) -> Iterator[float]:
    edge = _samples(_EDGE_MS)
    for n in range(samples):
        turn = math.tau * hertz * n / RATE
        height = math.sin(turn) + rough * (math.sin(3 * turn) / 3 + math.sin(5 * turn) / 5)
        yield height * min(1.0, n / edge, (samples - n) / edge)


def _samples(ms: int) -> int:
    return RATE * ms // 1000
