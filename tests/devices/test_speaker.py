"""Sounds through a player of the system, which may be slow, broken or not there."""

import os
import select
import wave
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from packstation.devices.sounds import RATE, wav
from packstation.devices.speaker import Loudspeaker, Programs, Silence, find_speaker
from packstation.domain.sounds import Sound

PATIENCE_S = 10.0
COPIES = '/bin/cat "$1" > {heard}'
STAYS = "echo $$ > {heard}; exec /bin/sleep 60"
BREAKS = "exit 1"


class Ear:
    """A pipe into which players write; what comes is heard, however late."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self._pipe = os.open(path, os.O_RDWR)

    def hears(self, count: int) -> bytes:
        """The next ``count`` bytes."""
        heard = b""
        while len(heard) < count:
            ready, _, _ = select.select([self._pipe], [], [], PATIENCE_S)
            assert ready, f"nobody played; heard {heard!r}"
            heard += os.read(self._pipe, count - len(heard))
        return heard

    def hears_line(self) -> str:
        line = b""
        while not line.endswith(b"\n"):
            line += self.hears(1)
        return line.decode().strip()

    def close(self) -> None:
        os.close(self._pipe)


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    ear = Ear(tmp_path / "heard")
    yield ear
    ear.close()


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Puts a player into the only folder in which players are looked for."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def _put(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script.format(heard=tmp_path / 'heard')}\n", "utf-8")
        path.chmod(0o755)

    return _put


@pytest.mark.parametrize("program", ["pw-play", "paplay", "afplay"])
def test_the_player_gets_the_sound_at_the_volume_of_the_bench(
    put: Callable[[str, str], None], ear: Ear, program: str
) -> None:
    put(program, COPIES)
    wanted = wav(Sound.WRONG, 35)

    speaker = find_speaker(35)
    speaker.play(Sound.WRONG)
    heard = ear.hears(len(wanted))
    speaker.close()

    assert heard == wanted
    with wave.open(BytesIO(heard)) as reader:
        assert reader.getframerate() == RATE


def test_aplay_is_asked_to_say_nothing(put: Callable[[str, str], None], ear: Ear) -> None:
    put("aplay", "echo $1 > {heard}")

    speaker = find_speaker(70)
    speaker.play(Sound.PIECE)
    first = ear.hears_line()
    speaker.close()

    assert first == "-q"


def test_a_new_sound_cuts_the_last_one_and_the_end_cuts_all(
    put: Callable[[str, str], None], ear: Ear
) -> None:
    put("pw-play", STAYS)

    speaker = find_speaker(70)
    speaker.play(Sound.ALL_DONE)
    first = int(ear.hears_line())
    speaker.play(Sound.WRONG)
    second = int(ear.hears_line())
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    speaker.close()

    with pytest.raises(ProcessLookupError):
        os.kill(second, 0)


def test_a_player_that_fails_lets_the_next_one_have_its_turn(tmp_path: Path) -> None:
    played = Programs([("/bin/false",), ("/bin/cp", "-t", str(tmp_path))])
    path = tmp_path / "sounds" / "piece.wav"
    path.parent.mkdir()
    path.write_bytes(wav(Sound.PIECE, 70))

    played.start(path)
    played.finish()
    played.start(path)
    played.finish()

    assert (tmp_path / "piece.wav").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("script", [BREAKS, None])
def test_a_bench_without_sound_is_no_trouble(
    put: Callable[[str, str], None],
    capfd: pytest.CaptureFixture[str],
    script: str | None,
) -> None:
    if script is not None:
        put("pw-play", f"echo no device >&2; {script}")

    speaker = find_speaker(70)
    speaker.play(Sound.PIECE)
    speaker.play(Sound.WRONG)
    speaker.close()

    assert isinstance(speaker, Loudspeaker if script else Silence)
    assert capfd.readouterr() == ("", "")


def test_a_player_that_has_gone_since_is_no_trouble(tmp_path: Path) -> None:
    speaker = Loudspeaker(Programs([(str(tmp_path / "gone"),)]), 70)

    speaker.play(Sound.PIECE)
    speaker.close()

    assert not speaker.playing


def test_a_bench_set_to_silence_starts_no_player(put: Callable[[str, str], None]) -> None:
    put("pw-play", COPIES)

    assert isinstance(find_speaker(0), Silence)
