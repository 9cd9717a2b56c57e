"""What stands on a bench beside its screen, as one value for the window."""

from dataclasses import dataclass, field

from packstation.devices.habits import ScannerHabits
from packstation.devices.serial_port import Port
from packstation.devices.speaker import Silence, Speaker, find_speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    speaker: Speaker = field(default_factory=Silence)
    habits: ScannerHabits = field(default_factory=ScannerHabits)
    port: Port | None = None
    """Of a serial scanner, when there is one; one that types needs none."""


def set_up(*, volume: int, habits: ScannerHabits, scanner: str, baud: int) -> Equipment:
    """What this bench was told of its own devices; ``scanner`` is empty for one that types."""
    return Equipment(
        speaker=find_speaker(volume),
        habits=habits,
        port=Port(scanner, baud) if scanner else None,
    )
