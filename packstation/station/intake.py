"""Brings a shop's file in: all of it or nothing, while the benches go on scanning."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from threading import Event
from typing import Final

from packstation.domain.intake import (
    LISTED,
    ImportCancelled,
    IntakeStopped,
    LineKind,
    Options,
    RowsRefused,
    Stage,
    Summary,
)
from packstation.domain.noticed import Doubt, Warned
from packstation.domain.shop import Shop
from packstation.shops.catalogue_json import is_json
from packstation.shops.countries import LANGUAGES
from packstation.shops.csv_file import CsvFile
from packstation.shops.json_file import JsonFile
from packstation.shops.profile import Profile
from packstation.shops.text_file import TextFile
from packstation.station.import_alone import import_alone
from packstation.station.profiles import Profiles
from packstation.store.engine import Database
from packstation.store.intake import Arrivals
from packstation.store.intake_faults import named_faults
from packstation.store.intake_orders import gather
from packstation.store.intake_scratch import Scratch
from packstation.store.intake_trial import Strangers, trial_scratch
from packstation.store.intake_turns import Turns
from packstation.store.intake_wire import Terms

Progress = Callable[[float, Stage], None]
"""Hears how far the import is, from 0 to 1, and what it is doing."""

_READ: Final = 0.5
_WRITTEN: Final = 0.95


class Intake:
    """Where the shop's orders come in, once each."""

    def __init__(self, database: Database, shop: Shop, now: Callable[[], datetime]) -> None:
        self._database = database
        self._profiles = Profiles(database)
        self._shop = shop
        self._now = now

    def bring_in(
        self,
        path: Path,
        profile: str | Profile | None = None,
        options: Options = Options(),  # noqa: B008 (frozen)
        progress: Progress = lambda _share, _stage: None,
        cancelled: Event | None = None,
    ) -> Summary:
        """Bring the orders of ``path`` in, as ``profile`` (also its name or TOML) reads it.

        Without a profile the header tells which. Raises one of the IntakeStopped family when
        nothing was brought in; what had been begun is taken away again.
        """
        stop = cancelled or Event()
        with named_faults():
            file = self._file(path, profile)
            with import_alone(self._database) as scratch:
                run = _Run(file, scratch, options, progress)
                run.read(stop)
                terms = self._terms(path, file.profile, options)
                with Turns(self._database, stop) as turns:
                    return run.write(turns, terms, self._now)

    def try_out(
        self,
        path: Path,
        profile: str | Profile | None = None,
        options: Options = Options(),  # noqa: B008 (frozen)
        progress: Progress = lambda _share, _stage: None,
        cancelled: Event | None = None,
    ) -> Summary:
        """What ``bring_in`` would come to by now: all of it is read, nothing is written.

        Rows that would be refused are in the summary whatever the options say of them.
        """
        stop = cancelled or Event()
        options = replace(options, skip_bad=True)
        with named_faults():
            file = self._file(path, profile)
            with trial_scratch(self._database) as scratch:
                run = _Run(file, scratch, options, progress)
                run.read(stop)
                terms = self._terms(path, file.profile, options)
                with Turns(self._database, stop) as turns:
                    return run.weigh(turns, terms, stop)

    def clear_up(self) -> None:
        """Take away, or finish, what a killed import left; nothing while another one runs.

        Where disk or database refuse, the next import does it.
        """
        with suppress(IntakeStopped), named_faults(), import_alone(self._database):
            pass

    def _file(self, path: Path, profile: str | Profile | None) -> CsvFile | JsonFile:
        known = self._read_by(profile)
        encodings = {it.encoding for it in known}
        text = TextFile(path, encodings.pop() if len(encodings) == 1 else "")
        if is_json(path):
            return JsonFile(text, known, self._shop.zone, self._now())
        return CsvFile(text, known, self._shop.zone, self._now())

    def _read_by(self, profile: str | Profile | None) -> tuple[Profile, ...]:
        match profile:
            case Profile():
                return (profile,)
            case str():
                return (self._profiles.named(profile),)
            case None:
                return self._profiles.all()

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
            zone=self._shop.zone,
        )


class _Run:
    """One file on its way in."""

    def __init__(
        self, file: CsvFile | JsonFile, scratch: Scratch, options: Options, progress: Progress
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
        self._file.refuse_if_changed()
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

    def weigh(self, turns: Turns, terms: Terms, cancelled: Event) -> Summary:
        """What ``write`` would come to."""
        arrivals = Arrivals(turns, self._scratch, terms)
        strangers = Strangers(turns.engine, terms.source)
        lines = max(1, self._scratch.count())
        weighed = 0

        def count(more: int) -> None:
            nonlocal weighed
            weighed += more
            if cancelled.is_set():
                raise ImportCancelled
            self._progress(_READ + (1 - _READ) * min(1.0, weighed / lines), Stage.WEIGHING)

        arrivals.weigh(gather(self._scratch.by_order()), strangers.meet, count)
        return replace(
            self._summary(arrivals, terms),
            new_products=strangers.products,
            new_customers=strangers.customers,
        )

    def _summary(self, arrivals: Arrivals, terms: Terms) -> Summary:
        others = [Warned(it, Doubt.ANOTHER_ORDER) for it in arrivals.namesakes]
        others += [Warned(it, Doubt.OLDER) for it in arrivals.older]
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
            changed=tuple(arrivals.changed),
            warnings=(*self._file.warnings, *others)[:LISTED],
            warning_count=self._file.warning_count + len(others),
        )
