"""Brings a shop's products in: all of the file or nothing, while the benches go on scanning."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Final

from packstation.domain.catalogue import (
    CatalogueSummary,
    CatalogueTally,
    CatalogueWarning,
    Change,
    Listed,
    RowKind,
    Shelved,
    WarningKind,
    change_of,
)
from packstation.domain.catalogue_changes import told_otherwise
from packstation.domain.code_claims import Claims
from packstation.domain.intake import (
    LISTED,
    ImportCancelled,
    Options,
    Reason,
    RowsRefused,
    Stage,
)
from packstation.domain.noticed import Changed
from packstation.shops.catalogue_file import CatalogueCsv, CatalogueJson
from packstation.shops.catalogue_gathered import Gathered
from packstation.shops.catalogue_json import is_json
from packstation.shops.catalogue_json import lists_products as lists_products_as_json
from packstation.shops.catalogue_kind import lists_products
from packstation.shops.catalogue_pictures import Pictures
from packstation.shops.catalogue_profile import CatalogueProfile
from packstation.shops.catalogue_shapes import reader_of
from packstation.shops.text_file import TextFile
from packstation.station.import_alone import import_alone
from packstation.station.intake import Progress
from packstation.station.profiles import Profiles
from packstation.store.catalogue import Shelves
from packstation.store.catalogue_arrivals import CatalogueArrivals
from packstation.store.engine import Database
from packstation.store.intake_faults import named_faults
from packstation.store.intake_turns import Turns

_READ: Final = 0.4
_COMPARED: Final = 0.5
_HEARD: Final = 500


class CatalogueIntake:
    """Where the shop's products come in, and are kept up to date."""

    def __init__(self, database: Database, pictures: Path, now: Callable[[], datetime]) -> None:
        """``pictures``: the folder in which benches look for them."""
        self._database = database
        self._profiles = Profiles(database)
        self._pictures = pictures
        self._now = now

    def bring_in(
        self,
        path: Path,
        profile: str | CatalogueProfile | None = None,
        options: Options = Options(),  # noqa: B008 (frozen)
        progress: Progress = lambda _share, _stage: None,
        cancelled: Event | None = None,
    ) -> CatalogueSummary:
        """Bring the products of ``path`` in, as ``profile`` (also its name or TOML) reads it.

        Without a profile the header tells which. Raises one of the IntakeStopped family when
        nothing was brought in.
        """
        stop = cancelled or Event()
        with named_faults():
            file = self._file(path, profile)
            with import_alone(self._database):
                run = _Run(path, file, Pictures(path, self._pictures), progress)
                run.read(stop)
                run.compare(Shelves(self._database), skip_bad=options.skip_bad)
                with Turns(self._database, stop) as turns:
                    return run.write(turns, self._now)

    def try_out(
        self,
        path: Path,
        profile: str | CatalogueProfile | None = None,
        options: Options = Options(),  # noqa: B008 (frozen)
        progress: Progress = lambda _share, _stage: None,
        cancelled: Event | None = None,
    ) -> CatalogueSummary:
        """What ``bring_in`` would come to by now: all of it is read, nothing is written."""
        del options  # the rows that would be refused are told in any case
        with named_faults():
            file = self._file(path, profile)
            run = _Run(path, file, Pictures(path, self._pictures), progress)
            run.read(cancelled or Event())
            run.compare(Shelves(self._database), skip_bad=True)
            return run.weigh()

    def holds_products(self, path: Path, profile: str | None = None) -> bool:
        """Whether ``path`` is for us; else it is orders, or nothing anybody knows.

        Raises one of the IntakeStopped family when it cannot be read at all.
        """
        if profile is not None:
            return self._profiles.catalogue_named(profile) is not None
        if is_json(path):
            return lists_products_as_json(TextFile(path))
        return lists_products(path, self._profiles.all(), self._profiles.catalogues())

    def _file(
        self, path: Path, profile: str | CatalogueProfile | None
    ) -> CatalogueCsv | CatalogueJson:
        if profile is None and is_json(path):
            return CatalogueJson(TextFile(path))
        if isinstance(profile, str):
            profile = self._profiles.catalogue_named(profile)
        profiles = (profile,) if profile is not None else self._profiles.catalogues()
        encodings: Iterable[str] = {it.columns.encoding for it in profiles}
        (encoding, *others) = encodings
        return CatalogueCsv(TextFile(path, "" if others else encoding), profiles)


class _Run:
    """One file on its way in."""

    def __init__(
        self,
        path: Path,
        file: CatalogueCsv | CatalogueJson,
        pictures: Pictures,
        progress: Progress,
    ) -> None:
        self._name = path.name
        self._file = file
        self._gathered = Gathered(reader_of(file.shape), file.layout)
        self._pictures = pictures
        self._progress = progress
        self._products: list[Listed] = []
        self._shelved: dict[str, Shelved] = {}
        self._changes: list[Change] = []
        self._counts: Counter[WarningKind] = Counter()
        self._warnings: list[CatalogueWarning] = []
        self._changed: list[Changed] = []
        self._brought = 0

    def read(self, cancelled: Event) -> None:
        for number, row in enumerate(self._file.rows()):
            self._gathered.take(row)
            if number % _HEARD == 0:
                self._progress(self._file.share * _READ, Stage.READING)
                if cancelled.is_set():
                    raise ImportCancelled
        self._products = self._gathered.finish()

    def compare(self, shelves: Shelves, *, skip_bad: bool) -> None:
        """With what the shop knows. Raises RowsRefused when rows are bad."""
        self._shelved = shelves.of(it.sku for it in self._products)
        self._find_by_code(shelves)
        self._take_out_strangers()
        refused = self._gathered.counts[RowKind.REFUSED]
        if refused and not skip_bad:
            lines = sum(self._gathered.counts.values())
            raise RowsRefused(tuple(self._gathered.refused), refused, lines)
        claims = Claims(self._products)
        claims.meet(shelves.owners(claims.codes))
        for listed in self._products:
            for warning in claims.warnings(listed):
                self._warn(warning)
            shelved = self._shelved.get(listed.sku)
            change = change_of(self._pictured(listed), claims.granted(listed), shelved)
            if change is not None:
                self._changes.append(change)
            if change is not None and shelved is not None and len(self._changed) < LISTED:
                self._changed.append(told_otherwise(change, shelved))
        self._progress(_COMPARED, Stage.READING)

    def weigh(self) -> CatalogueSummary:
        """What ``write`` would come to."""
        self._brought = self._pictures.count_new()
        self._progress(1.0, Stage.WEIGHING)
        return self._summary()

    def write(self, turns: Turns, now: Callable[[], datetime]) -> CatalogueSummary:
        arrivals = CatalogueArrivals(turns, self._name, now())
        try:
            self._brought = self._pictures.bring()
            arrivals.note(self._changes)
            summary = self._summary()
            arrivals.decide(summary.as_json())
        except BaseException:
            self._pictures.take_back()
            raise
        self._write(arrivals)
        arrivals.finish(summary.as_json(), now())
        self._progress(1.0, Stage.WRITING)
        return summary

    def _write(self, arrivals: CatalogueArrivals) -> None:
        written = 0

        def count(more: int) -> None:
            nonlocal written
            written += more
            share = min(1.0, written / len(self._changes))
            self._progress(_COMPARED + (1 - _COMPARED) * share, Stage.WRITING)

        arrivals.write(count)

    def _find_by_code(self, shelves: Shelves) -> None:
        """Rows without a SKU mean the one product that has their code already."""
        strange = {it.sku for it in self._products if any(c.code == it.sku for c in it.codes)}
        owners = shelves.owners(strange - self._shelved.keys())
        found = {code: its[0].sku for code, its in owners.items() if len(its) == 1}
        if found:
            self._products = self._gathered.renamed(found)
            self._shelved |= shelves.of(found.values())

    def _take_out_strangers(self) -> None:
        """A product nobody knows needs a name; it would be a riddle at the bench."""
        strangers = [it for it in self._products if not it.name and it.sku not in self._shelved]
        if strangers:
            self._gathered.take_out(strangers, "sku", Reason.NAMELESS)
            gone = {it.sku for it in strangers}
            self._products = [it for it in self._products if it.sku not in gone]

    def _pictured(self, listed: Listed) -> Listed:
        if not listed.picture:
            return listed
        found = self._pictures.name_of(listed.picture)
        if isinstance(found, WarningKind):
            self._warn(CatalogueWarning(listed.line, listed.sku, found, listed.picture))
            return replace(listed, picture="")
        return replace(listed, picture=found)

    def _warn(self, warning: CatalogueWarning) -> None:
        self._counts[warning.kind] += 1
        # Addresses stand with every product of most shops: counting them says all.
        if warning.kind is not WarningKind.PICTURE_AWAY and len(self._warnings) < LISTED:
            self._warnings.append(warning)

    def _summary(self) -> CatalogueSummary:
        new = sum(it.is_new for it in self._changes)
        changed = len(self._changes) - new
        return CatalogueSummary(
            file_name=self._name,
            profile=self._file.layout.profile.name,
            lines={kind: self._gathered.counts[kind] for kind in RowKind},
            products=CatalogueTally(new, changed, len(self._products) - new - changed),
            codes=sum(map(self._new_codes, self._changes)),
            pictures=self._brought,
            counts=dict(self._counts),
            warnings=tuple(self._warnings),
            changed=tuple(self._changed),
            refused=tuple(self._gathered.refused),
        )

    def _new_codes(self, change: Change) -> int:
        shelved = self._shelved.get(change.sku)
        held = {it.code for it in shelved.codes} if shelved is not None else set()
        return sum(it.code not in held for it in change.codes or ())
