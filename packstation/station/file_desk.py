"""Where the office looks at a shop's file, matches its columns, tries it and brings it in."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Final

from packstation.domain.file_errands import (
    AnySummary,
    BringFile,
    FileBrought,
    FileErrand,
    FileGoesOn,
    FileMatched,
    FileNews,
    FileSeen,
    FileStopped,
    FileTried,
    LookAtFile,
    TryFile,
)
from packstation.domain.intake import FileChanged, IntakeStopped, Stage
from packstation.domain.matching import FileKind, Lists, Preview
from packstation.domain.shop import Shop
from packstation.shops.catalogue_json import is_json
from packstation.shops.preview import Looked, look, of_products
from packstation.shops.text_file import stamp_of
from packstation.station.catalogue import CatalogueIntake
from packstation.station.intake import Intake
from packstation.station.profiles import Profiles
from packstation.store.engine import Database
from packstation.store.intake_faults import named_faults

_STEPS: Final = 200
"""So many times an errand says how far it is: a bar has no more pixels worth telling of."""


class FileDesk:
    """One errand at a time; ``stop`` may be called from another thread."""

    def __init__(
        self, database: Database, shop: Shop, intake: Intake, catalogue: CatalogueIntake
    ) -> None:
        self._shop = shop
        self._intake = intake
        self._catalogue = catalogue
        self._profiles = Profiles(database)
        self._stopped = Event()

    def answer(self, errand: FileErrand) -> Iterator[FileNews]:
        self._stopped = Event()
        try:
            match errand:
                case LookAtFile():
                    yield FileSeen(errand, self._look(errand))
                case TryFile(file):
                    yield from self._try_out(errand, file)
                case BringFile(file):
                    yield from self._bring_in(errand, file)
        except IntakeStopped as reason:
            yield FileStopped(errand, reason)

    def stop(self) -> None:
        """Give up the errand that is being done, if it has not gone too far for that."""
        self._stopped.set()

    def _look(self, errand: LookAtFile) -> Preview:
        path, match = Path(errand.path), errand.match
        known = self._profiles.known(self._shop.zone)
        with named_faults():
            asked = match is None and errand.lists is not Lists.ORDERS
            if asked and is_json(path) and self._catalogue.holds_products(path):
                return of_products(path)
            return look(path, known, match, errand.lists).preview

    def _try_out(self, errand: TryFile, file: FileMatched) -> Iterator[FileNews]:
        profile, intake = self._looked_again(file).profile, self._intake_of(file)
        summary = yield from self._told(errand, intake.try_out, profile)
        yield FileTried(errand, summary)

    def _bring_in(self, errand: BringFile, file: FileMatched) -> Iterator[FileNews]:
        looked, intake = self._looked_again(file), self._intake_of(file)
        summary = yield from self._told(errand, intake.bring_in, looked.profile)
        name = ""
        if looked.parts is not None:
            name = self._profiles.keep(looked.parts, looked.replaces)
        yield FileBrought(errand, summary, name)

    def _intake_of(self, file: FileMatched) -> Intake | CatalogueIntake:
        return self._intake if file.match.lists is Lists.ORDERS else self._catalogue

    def _looked_again(self, file: FileMatched) -> Looked:
        """Raises FileChanged when it is not what somebody has seen."""
        path = Path(file.path)
        if stamp_of(path) != file.stamp:
            raise FileChanged(file.path)
        if not file.match.columns and file.kind is FileKind.SHIPPED:
            return Looked(of_products(path), None)
        return look(path, self._profiles.known(self._shop.zone), file.match)

    def _told(
        self,
        errand: TryFile | BringFile,
        run: Callable[..., AnySummary],
        profile: object,
    ) -> Generator[FileNews, None, AnySummary]:
        """Run it on a thread beside this one, and tell how far it is."""
        told: SimpleQueue[FileGoesOn | None] = SimpleQueue()
        file, teller = errand.file, _Teller(errand, told)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="file") as beside:
            given = (Path(file.path), profile, file.options, teller, self._stopped)
            done = beside.submit(run, *given)
            done.add_done_callback(lambda _: told.put(None))
            try:
                while (news := told.get()) is not None:
                    yield news
            finally:
                self._stopped.set()  # nobody listens any more
            return done.result()


class _Teller:
    """Hears every step of an import, and passes on those that can be seen."""

    def __init__(
        self, errand: TryFile | BringFile, told: SimpleQueue[FileGoesOn | None]
    ) -> None:
        self._errand, self._told = errand, told
        self._last: tuple[int, Stage] | None = None

    def __call__(self, share: float, stage: Stage) -> None:
        step = int(share * _STEPS), stage
        if step != self._last:
            self._last = step
            self._told.put(FileGoesOn(self._errand, share, stage))
