"""Where an owner looks after the codes of products, from the office."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import datetime

from packstation.domain.code_claims import Owner
from packstation.domain.product_codes import (
    MOST_BEARERS,
    MOST_LABELS,
    PAGE,
    BareListed,
    Bearer,
    CodeErrand,
    CodeForgotten,
    CodeNews,
    CodesCounted,
    ForgetCode,
    LabelsPrinted,
    LetTeach,
    ListBare,
    ListShared,
    ListTaught,
    LookAtCodes,
    PrintLabels,
    SharedCode,
    SharedListed,
    TaughtListed,
    TeachingKept,
)
from packstation.domain.shop import Shop
from packstation.station.label_papers import LabelPapers
from packstation.store.catalogue import Shelves
from packstation.store.code_lists import CodeLists
from packstation.store.own_codes import OwnCodes
from packstation.store.work import Work


class CodeDesk:
    """What a parcel was packed by stays in its record, whatever changes here."""

    def __init__(
        self,
        open_work: Callable[[], Work],
        open_reading: Callable[[], Work],
        shelves: Shelves,
        shop: Shop,
        papers: LabelPapers,
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._shelves = shelves
        self._shop = shop
        self._papers = papers

    def answer(self, errand: CodeErrand, now: datetime) -> Iterator[CodeNews]:
        match errand:
            case LookAtCodes():
                yield self._count()
            case ListBare():
                yield self._bare(errand)
            case ListShared():
                yield SharedListed(self._shared())
            case ListTaught():
                yield self._taught(errand)
            case PrintLabels():
                yield self._print(errand, now)
            case ForgetCode(id_):
                yield self._forget(id_)
            case LetTeach(by_all):
                yield self._let_teach(by_all=by_all)

    def _count(self) -> CodesCounted:
        shared = len(self._shelves.ambiguous())
        with self._open_reading() as work:
            bare, labelled = work.of(CodeLists).count()
            return CodesCounted(
                bare=bare,
                labelled=labelled,
                shared=shared,
                taught=work.of(CodeLists).taught_count(),
                by_all=(work.settings.shop() or self._shop).learn_codes,
            )

    def _bare(self, errand: ListBare) -> BareListed:
        with self._open_reading() as work:
            ask = work.of(CodeLists).labelled if errand.labelled else work.of(CodeLists).bare
            found = ask(PAGE + 1, errand.before)
        ids, products = list(found)[:PAGE], tuple(found.values())[:PAGE]
        return BareListed(errand, products, ids[-1] if len(found) > PAGE else None)

    def _shared(self) -> tuple[SharedCode, ...]:
        owners = self._shelves.owners(code for code, _ in self._shelves.ambiguous())
        first = {code: several[:MOST_BEARERS] for code, several in sorted(owners.items())}
        skus = dict.fromkeys(it.sku for several in first.values() for it in several)
        with self._open_reading() as work:
            named = {it.sku: it for it in work.of(OwnCodes).named(tuple(skus)).values()}

        def bearer(it: Owner) -> Bearer:
            return Bearer(it.sku, named[it.sku].name, named[it.sku].variant, it.source)

        return tuple(
            SharedCode(code, tuple(map(bearer, some)), len(owners[code]) - len(some))
            for code, some in first.items()
        )

    def _taught(self, errand: ListTaught) -> TaughtListed:
        with self._open_reading() as work:
            found = work.of(CodeLists).taught(errand.before)
        more = len(found) > PAGE
        shown = found[:PAGE]
        before = shown[-1].id if more else None
        return TaughtListed(errand, shown, before, zone=self._shop.brand.zone)

    def _print(self, errand: PrintLabels, now: datetime) -> LabelsPrinted:
        skus = errand.skus[:MOST_LABELS]
        with self._open_reading() as work:
            shop = work.settings.shop() or self._shop
            if not skus:
                skus = tuple(it.sku for it in work.of(CodeLists).bare(MOST_LABELS).values())
        if not skus:
            return LabelsPrinted(skus=())
        today = now.astimezone(shop.zone).date()
        return self._papers.print(skus, errand.language, shop.brand.name, today)

    def _forget(self, id_: int) -> CodeForgotten:
        with self._open_work() as work:
            gone = work.of(CodeLists).forget(id_)
            work.commit()
        return CodeForgotten(gone)

    def _let_teach(self, *, by_all: bool) -> TeachingKept:
        with self._open_work() as work:
            # Read again: another bench may have changed something else since.
            shop = replace(work.settings.shop() or self._shop, learn_codes=by_all)
            work.settings.keep_shop(asdict(shop))
            work.commit()
        return TeachingKept(by_all)
