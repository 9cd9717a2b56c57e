"""Brings a shop's file in: all of it or nothing, while the benches go on scanning."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time
from pathlib import Path
from threading import Event
from typing import Final

from packstation.domain.intake import (
    ImportCancelled,
    ImportRunning,
    IntakeStopped,
    LineKind,
    Options,
    RowsRefused,
    Stage,
    Summary,
)
from packstation.domain.shop import Shop
from packstation.places import resources
from packstation.shops.countries import LANGUAGES
from packstation.shops.csv_file import CsvFile
from packstation.shops.profile import Profile, named, shipped
from packstation.shops.text_file import TextFile
from packstation.store.intake import Arrivals
from packstation.store.intake_faults import named_faults
from packstation.store.intake_orders import gather
from packstation.store.intake_publish import clear_up
from packstation.store.intake_scratch import Scratch, scratch_beside
from packstation.store.intake_turns import Database, Turns
from packstation.store.intake_wire import Terms
from packstation.store.server import IMPORT, held_alone

Progress = Callable[[float, Stage], None]
"""Hears how far the import is, from 0 to 1, and what it is doing."""

_READ: Final = 0.5
_WRITTEN: Final = 0.95


class Intake:
    """Where the shop's orders come in, once each."""

    def __init__(self, database: Database, shop: Shop, now: Callable[[], datetime]) -> None:
        self._database = database
        self._shop = shop
        self._now = now

    def bring_in(
        self,
        path: Path,
        profile: str | None = None,
        options: Options = Options(),  # noqa: B008 (frozen)
        progress: Progress = lambda _share, _stage: None,
        cancelled: Event | None = None,
    ) -> Summary:
        """Bring the orders of ``path`` in, as ``profile`` (a name, a TOML file) reads it.

        Without a profile the header tells which. Raises one of the IntakeStopped family when
        nothing was brought in; what had been begun is taken away again.
        """
        stop = cancelled or Event()
        with named_faults():
            file = self._file(path, profile)
            scratch_path = scratch_beside(self._database, Path(tempfile.gettempdir()))
            with _alone(self._database), Scratch(scratch_path) as scratch:
                _clear_up(self._database)
                run = _Run(file, scratch, options, progress)
                run.read(stop)
                terms = self._terms(path, file.profile, options)
                try:
                    with Turns(self._database, stop) as turns:
                        return run.write(turns, terms, self._now)
                except BaseException:
                    # On a full disk even this fails: then the next import does it.
                    with suppress(IntakeStopped), named_faults():
                        _clear_up(self._database)
                    raise

    def clear_up(self) -> None:
        """Take away, or finish, what a killed import left; nothing while another one runs.

        Where disk or database refuse, the next import does it.
        """
        scratch = scratch_beside(self._database, Path(tempfile.gettempdir()))
        with (
            suppress(IntakeStopped),
            named_faults(),
            _alone(self._database),
            Scratch(scratch),
        ):
            _clear_up(self._database)

    def _file(self, path: Path, profile: str | None) -> CsvFile:
        folder = resources() / "profiles"
        known = shipped(folder) if profile is None else (named(profile, folder),)
        encodings = {it.encoding for it in known}
        text = TextFile(path, encodings.pop() if len(encodings) == 1 else "")
        return CsvFile(text, known, self._shop.zone)

    def _terms(self, path: Path, profile: Profile, options: Options) -> Terms:
        day = options.history_before
        zone = profile.zone or self._shop.zone
        return Terms(
            source=profile.source,
            file_name=path.name,
            mark=self._shop.mark,
            state=profile.state,
            language=self._shop.language,
            languages=LANGUAGES | dict(profile.languages),
            currency=profile.currency or "EUR",
            held_because=options.held_because,
            history_before=None if day is None else datetime.combine(day, time(), zone),
            now=self._now(),
        )


class _Run:
    """One file on its way in."""

    def __init__(
        self, file: CsvFile, scratch: Scratch, options: Options, progress: Progress
    ) -> None:
        self._file = file
        self._scratch = scratch
        self._options = options
        self._progress = progress
        self._counts: Counter[LineKind] = file.counts

    def read(self, cancelled: Event) -> None:
        """All of the file into the scratch table. Raises RowsRefused when rows are bad."""
        for batch in self._file.batches():
            if cancelled.is_set():
                raise ImportCancelled
            self._scratch.add(batch)
            self._scratch.spoil(self._file.spoilt)
            self._file.spoilt.clear()
            self._progress(self._file.share * _READ, Stage.READING)
        refused = self._counts[LineKind.REFUSED]
        if refused and not self._options.skip_bad:
            raise RowsRefused(tuple(self._file.refused), refused, sum(self._counts.values()))
        self._scratch.finish()
        self._set_aside()

    def _set_aside(self) -> None:
        goods, cancelled = self._scratch.set_aside()
        self._counts[LineKind.GOODS] -= goods
        self._counts[LineKind.CANCELLATION] -= cancelled
        self._counts[LineKind.SET_ASIDE] += goods + cancelled

    def write(self, turns: Turns, terms: Terms, now: Callable[[], datetime]) -> Summary:
        """From the scratch table into the shop, unseen until the end."""
        arrivals = Arrivals(turns, self._scratch, terms)
        lines = max(1, self._scratch.count())
        written = 0

        def count(more: int) -> None:
            nonlocal written
            written += more
            share = _READ + (_WRITTEN - _READ) * min(1.0, written / lines)
            self._progress(share, Stage.WRITING)

        arrivals.write(gather(self._scratch.by_order()), count)
        arrivals.decide(self._summary(arrivals, terms).as_json())
        arrivals.publish(
            lambda share: self._progress(_WRITTEN + (1 - _WRITTEN) * share, Stage.PUBLISHING)
        )
        summary = self._summary(arrivals, terms)
        arrivals.finish(summary.as_json(), now())
        self._progress(1.0, Stage.PUBLISHING)
        return summary

    def _summary(self, arrivals: Arrivals, terms: Terms) -> Summary:
        return Summary(
            file_name=terms.file_name,
            profile=self._file.profile.name,
            lines={kind: self._counts[kind] for kind in LineKind},
            repeats=arrivals.repeats,
            orders=arrivals.tally,
            products=self._scratch.products(),
            new_products=arrivals.goods.new,
            new_customers=arrivals.buyers.new,
            left_alone=tuple(arrivals.left_alone),
            refused=tuple(self._file.refused),
        )


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """Raises ImportRunning when one runs on another computer."""
    with held_alone(database, IMPORT) as alone:
        if not alone:
            raise ImportRunning
        yield


def _clear_up(database: Database) -> None:
    with Turns(database, Event()) as turns:
        clear_up(turns)
