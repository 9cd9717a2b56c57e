"""The sounds of the bench: told apart by their beats, short, and as loud as was asked for."""

import io
import wave
from array import array
from functools import cache
from itertools import combinations, groupby

import pytest

from packstation.devices.sounds import LONGEST_MS, RATE, wav
from packstation.domain.sounds import Sound

STEP = RATE // 100
"""Samples in 10 ms: the ear hears no shorter rest."""
LEAST_STEPS = 3
EVERY = pytest.mark.parametrize("sound", list(Sound))


@cache
def samples(sound: Sound, volume: int = 70) -> tuple[int, ...]:
    with wave.open(io.BytesIO(wav(sound, volume))) as reader:
        assert (reader.getnchannels(), reader.getsampwidth()) == (1, 2)
        assert reader.getframerate() == RATE
        return tuple(array("h", reader.readframes(reader.getnframes())))


@cache
def beats(sound: Sound) -> tuple[bool, ...]:
    """On or off, each 10 ms, to the longest a sound may take."""
    heard = samples(sound)
    windows = [heard[at : at + STEP] for at in range(0, len(heard), STEP)]
    rhythm = [max(map(abs, window)) > 0 for window in windows]
    return (*rhythm, *(False,) * (LONGEST_MS // 10 - len(rhythm)))


@EVERY
def test_a_sound_is_over_before_the_next_scan(sound: Sound) -> None:
    assert 30 <= len(samples(sound)) * 1000 / RATE <= LONGEST_MS


@pytest.mark.parametrize("one, other", list(combinations(Sound, 2)))
def test_two_sounds_differ_in_their_beats_not_only_in_pitch(one: Sound, other: Sound) -> None:
    differing = sum(a is not b for a, b in zip(beats(one), beats(other), strict=True))

    assert differing >= LEAST_STEPS


@EVERY
@pytest.mark.parametrize("volume", [1, 35, 70, 100])
def test_the_peak_follows_the_volume(sound: Sound, volume: int) -> None:
    peak = max(map(abs, samples(sound, volume)))

    assert peak == pytest.approx(0.8 * 32_767 * volume / 100, abs=1)


@EVERY
def test_no_beat_cracks_as_it_begins_or_ends(sound: Sound) -> None:
    heard = samples(sound)
    quiet = max(map(abs, heard)) / 10

    assert abs(heard[0]) < quiet
    assert abs(heard[-1]) < quiet


def test_no_beat_is_shorter_than_the_ear_can_follow() -> None:
    runs = [len(list(run)) for it in Sound for on, run in groupby(beats(it)) if on]

    assert min(runs) >= LEAST_STEPS
