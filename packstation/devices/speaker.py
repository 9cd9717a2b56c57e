"""Where the sounds come out: the system's own player, off the way of every scan.

A bench without a player, a sound card or a loudspeaker is a silent bench, and no trouble.
"""

import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Final, Protocol

from packstation.devices.sounds import wav
from packstation.domain.sounds import Sound

if sys.platform == "win32":
    import winsound

# PipeWire, PulseAudio, ALSA, macOS: the first that is here, and the next one if it fails.
_PROGRAMS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_LAST_SOUND_S: Final = 0.5
_PATIENCE_S: Final = 1.0


class Speaker(Protocol):
    def play(self, sound: Sound) -> None:
        """Answer at once, and play; a sound that is still playing may be cut short."""

    def close(self) -> None: ...


class Player(Protocol):
    """Plays files, one at a time; called from the speaker's thread only."""

    def start(self, path: Path) -> None:
        """Play ``path`` from now on, whatever is still playing."""

    def finish(self) -> None:
        """Let the last file play to its end, then be quiet."""


def find_speaker(volume: int) -> Speaker:
    """Whatever plays on this system, at ``volume`` from 0 to 100; silence when nothing does."""
    if volume == 0:
        return Silence()
    if sys.platform == "win32":
        return Loudspeaker(Windows(), volume)
    found = [(path, *rest) for name, *rest in _PROGRAMS if (path := shutil.which(name))]
    return Loudspeaker(Programs(found), volume) if found else Silence()


class Silence:
    def play(self, sound: Sound) -> None:
        pass

    def close(self) -> None:
        pass


class Loudspeaker:
    """Plays on a thread of its own. Of several sounds that wait, only the last is played."""

    def __init__(self, player: Player, volume: int) -> None:
        self._player = player
        self._volume = volume
        self._asked: SimpleQueue[Sound | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="speaker", daemon=True)
        self._thread.start()

    def play(self, sound: Sound) -> None:
        self._asked.put(sound)

    @property
    def playing(self) -> bool:
        """Whether its thread is alive, and plays what it is asked for."""
        return self._thread.is_alive()

    def close(self) -> None:
        self._asked.put(None)
        self._thread.join(_PATIENCE_S)

    def _work(self) -> None:
        # No room for the files, or no right to write them: silence, as without a player.
        with suppress(OSError), TemporaryDirectory(prefix="packstation-") as folder:
            while (sound := self._next()) is not None:
                self._player.start(self._file(Path(folder), sound))
            self._player.finish()

    def _next(self) -> Sound | None:
        sound = self._asked.get()
        with suppress(Empty):
            while sound is not None:
                sound = self._asked.get_nowait()
        return sound

    def _file(self, folder: Path, sound: Sound) -> Path:
        path = folder / f"{sound}.wav"
        if not path.exists():
            path.write_bytes(wav(sound, self._volume))
        return path


class Programs:
    """Players one can start; one that fails lets the next have its turn."""

    def __init__(self, commands: Iterable[tuple[str, ...]]) -> None:
        self._commands = deque(commands)
        self._playing: subprocess.Popen[bytes] | None = None

    def start(self, path: Path) -> None:
        if self._playing is not None and (self._playing.poll() or 0) > 0:
            self._commands.rotate(-1)
        self._cut()
        with suppress(OSError):  # it was there when the window opened
            self._playing = subprocess.Popen(  # noqa: S603 # a player and a file of ours
                [*self._commands[0], str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def finish(self) -> None:
        if self._playing is None:
            return
        try:
            self._playing.wait(_LAST_SOUND_S)
        except subprocess.TimeoutExpired:
            self._cut()

    def _cut(self) -> None:
        if self._playing is not None:
            self._playing.kill()
            self._playing.wait()
            self._playing = None


if sys.platform == "win32":

    class Windows:
        """Windows plays beside the program by itself."""

        def start(self, path: Path) -> None:
            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            with suppress(RuntimeError):  # no sound card
                winsound.PlaySound(str(path), flags)

        def finish(self) -> None:
            with suppress(RuntimeError):
                winsound.PlaySound(None, winsound.SND_PURGE)
