"""The real bench: its window, its scanner, the door of its office and a place to practise."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot

from packstation.devices.equipment import Equipment
from packstation.devices.habits import ScannerHabits, Suffix
from packstation.devices.serial_port import Contact, SerialScanner
from packstation.domain.bench import Bench
from packstation.domain.first_hour import ComeIn, LeaveOffice, MarkDone
from packstation.domain.office import Chapter
from packstation.domain.outcomes import Sealed
from packstation.domain.packing import Step
from packstation.domain.scanner_check import ScannerShown
from packstation.domain.scans import Lock, Scan
from packstation.domain.shop import Packer
from packstation.domain.sounds import Sound
from packstation.ui.bridge import Progress
from packstation.ui.keyboard import ScanFilter
from packstation.ui.parts import Parts
from packstation.ui.practice_window import PracticeWindow
from packstation.ui.stand import Explain, Stand
from packstation.ui.unused import Unused
from packstation.ui.window import Window
from packstation.ui.x_keys import watch_keys
from packstation.words.words import Words

HOUR_MS = 60 * 60_000
"""How often the bench asks whether a copy of the shop is due."""
SOON_MS = 2000
"""When it asks first: whoever has just opened the window begins to work at that moment."""


class Practising(Stand):
    """A bench that ends with its parcel."""

    window: PracticeWindow

    def close(self) -> None:
        self.bridge.blockSignals(True)  # nobody looks any more
        super().close()


class Desktop(Stand):
    """One window at one bench, from its first paint to its close."""

    _contact = Signal(object)  # a Contact, from the thread of the serial scanner
    _heard = Signal(object)  # a Scan, from there as well

    def __init__(
        self,
        load: Callable[[Progress], Parts],
        words_of: Callable[[str], Words],
        explain: Explain,
        pictures: Path,
        equipment: Equipment | None = None,
    ) -> None:
        equipment = equipment or Equipment()
        self.filter = ScanFilter(None, equipment.habits, presses=watch_keys())
        self.practice: Practising | None = None
        self._parts: Parts | None = None
        self._people: tuple[Packer, ...] = ()
        self._elsewhere = False
        self._pictures = pictures
        super().__init__(load, Window(words_of, pictures), words_of, explain, equipment.speaker)
        self.filter.setParent(self)
        self.hourly = QTimer(self, interval=HOUR_MS)
        self.hourly.timeout.connect(self.bridge.keep_safe)
        self.hourly.start()
        self.soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self.soon.timeout.connect(self.bridge.keep_safe)
        self.bridge.resumed.connect(self._keep_soon)
        self.unused = Unused(self)
        self.unused.timeout.connect(self._lock_office)
        self._serial = self._listen(equipment)

    def _listen(self, equipment: Equipment) -> SerialScanner | None:
        """Its scans go to the bench from its own thread: a busy window holds up none."""
        if equipment.port is None:
            return None
        told = self._contact.emit
        return SerialScanner(equipment.port, self._hear_serial, told, equipment.habits)

    def _join(self) -> None:
        super()._join()
        self.filter.scanned.connect(self.hear)
        self._heard.connect(self.hear)
        self._contact.connect(self._show_contact)
        self.bridge.people.connect(self._know_people)
        self.bridge.told.connect(self._follow_office)
        screens = self.window.screens
        screens.currentChanged.connect(self._note_where)
        screens.office_asked.connect(self.enter_office)
        screens.office_left.connect(self._leave_office)
        screens.practice_asked.connect(self.practise)

    @Slot()
    def _keep_soon(self) -> None:
        self.soon.start()

    def close(self) -> None:
        self.filter.rest()
        self.hourly.stop()
        self.soon.stop()
        self.unused.stop()
        self._end_practice()
        if self._serial is not None:
            self._serial.close()
        super().close()
        self.speaker.close()

    # ---- whose scan it is

    @Slot(object)
    def hear(self, scan: Scan) -> None:
        """A scan belongs to the bench, unless somebody practises, or is in the office."""
        if self.practice is not None:
            self.practice.bridge.receive(scan)
        elif not self.window.screens.in_office:
            self.bridge.receive(scan)
        elif not self.window.screens.office.hear(scan):
            self.speaker.play(Sound.NOT_NOW)

    @Slot(object)
    def _follow_office(self, news: object) -> None:
        """A scanner was repaired: the next scan is read accordingly. Or somebody came in."""
        match news:
            case ScannerShown(suffix=suffix, prefix=prefix, gap_ms=gap_ms, repaired=True):
                told = ScannerHabits(suffix=Suffix(suffix), prefix=prefix, gap_ms=gap_ms)
                self.filter.learn(told)
            case ComeIn() if self.window.screens.in_office:
                self.unused.watch(self.window)
            case _:
                pass

    def _hear_serial(self, scan: Scan) -> None:
        if self._elsewhere:
            self._heard.emit(scan)
        else:
            self.bridge.receive(scan)

    @Slot()
    def _note_where(self) -> None:
        """Told of here, because the scanner's thread may not ask a window."""
        self._elsewhere = self.practice is not None or self.window.screens.in_office

    # ---- the office

    @Slot(object)
    def _show_shop(self, parts: Parts) -> None:
        self._parts = parts
        super()._show_shop(parts)

    @Slot(object)
    def _know_people(self, people: tuple[Packer, ...]) -> None:
        self._people = people

    @Slot(object)
    def _show_resumed(self, bench: Bench) -> None:
        if self.window.screens.in_office:
            return  # somebody has come back in while a file still came in
        super()._show_resumed(bench)
        if not self._people:
            self.enter_office(None)  # there is nobody who could sign in

    @Slot(object)
    def enter_office(self, asker: Packer | None) -> None:
        """``asker`` wants in; nobody (None) while nobody works here yet."""
        self.idle.stop()
        screens = self.window.screens
        words = self._words_of("" if asker is None else asker.language)
        screens.office.enter(self._words_of, words, asker)
        screens.made.emit(screens.office)  # the shop may be called otherwise by now
        screens.put_up(screens.office)
        if asker is not None:
            self.unused.watch(self.window)

    @Slot()
    def _lock_office(self) -> None:
        """Nobody has touched it for as long as locks a bench, whatever lies over it."""
        self._end_practice()
        self.window.screens.office.left.emit()
        self.bridge.wish(Lock())

    @Slot()
    def _leave_office(self) -> None:
        """The bench goes on with the shop as it is by now."""
        self.unused.stop()
        self.bridge.run_errand(LeaveOffice(), None)
        self._bench = None
        self.bridge.reopen()

    # ---- practising

    @Slot(object)
    def practise(self, packer: Packer) -> None:
        """``packer`` packs one parcel that never counts."""
        parts = self._parts
        if parts is None or self.practice is not None:
            return
        window = PracticeWindow(self._words_of, self._pictures)
        here = Practising(
            lambda _: parts.practise(packer),
            window,
            self._words_of,
            self._explain,
            self.speaker,
        )
        window.left.connect(self._end_practice)
        here.bridge.stepped.connect(self._follow_practice)
        self.practice = here
        window.cover(self.window.screens)

    @Slot(object)
    def _follow_practice(self, step: Step) -> None:
        if isinstance(step.outcome, Sealed):
            asker = self.window.screens.office.asker
            self.bridge.run_errand(MarkDone(Chapter.PRACTICE), asker)

    @Slot()
    def _end_practice(self) -> None:
        here, self.practice = self.practice, None
        if here is not None:
            here.close()
            here.window.uncover()
            here.deleteLater()

    @Slot(object)
    def _show_contact(self, contact: Contact) -> None:
        """The scanner's cable: the window says that it is out, and takes it back."""
        words = self._words_of("")
        lost = words("The scanner does not answer. Is its cable in? It goes on by itself.")
        if contact is Contact.LOST:
            self.window.show_failure(lost)
        else:
            self.window.failure.take_back(lost)
