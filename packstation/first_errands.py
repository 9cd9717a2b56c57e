"""What an owner asks for in the first hour: the shop, its people, its printer, its practice."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

from packstation import bench_file, own_program
from packstation.arguments import spoken
from packstation.assemble import Opened
from packstation.devices.printers import Printer, find_printer
from packstation.domain import first_hour as hour
from packstation.domain import people as staff
from packstation.domain import printer_choice as paper
from packstation.domain.practice import PracticePrinted, PrintPractice, practice_of
from packstation.domain.scanner_check import (
    LookAtScanner,
    PrintSamples,
    RepairScanner,
    ScannerErrand,
)
from packstation.domain.shop import Packer
from packstation.domain.shop_told import KeepLogo, KeepShop, ShowShop
from packstation.domain.signature_photo import TraceSignature
from packstation.places import resources
from packstation.settings import FILE
from packstation.slips.press import Press
from packstation.station.code_papers import practice_sheet, practice_texts, sheet_of
from packstation.station.first_hour import FirstHour
from packstation.station.lookup import Lookup
from packstation.station.people import Staff
from packstation.station.printer_desk import PrinterDesk, trial_record
from packstation.station.scanner_desk import PaperOfBench, ScannerDesk
from packstation.station.shopfront import Shopfront
from packstation.station.signature_photo import signature_from
from packstation.words.words import Words, load

FirstErrand = (
    hour.LookAtPath
    | hour.MarkDone
    | hour.StartDemo
    | ShowShop
    | KeepShop
    | KeepLogo
    | staff.ShowPeople
    | staff.StaffErrand
    | paper.ShowPrinters
    | paper.KeepPrinter
    | paper.PrintTest
    | paper.PrintCommands
    | PrintPractice
    | ScannerErrand
    | TraceSignature
)
_AT_ONCE: Final = 3.0
"""Seconds within which a demo whose window is open already has gone again."""


class FirstErrands:
    def __init__(self, opened: Opened, press: Press, now: Callable[[], datetime]) -> None:
        self._opened = opened
        self._settings = opened.settings
        self._now = now
        self._hour = FirstHour(opened.write, opened.read, opened.settings.bench)
        self._front = Shopfront(opened.write, opened.read, opened.shop)
        self._staff = Staff(opened.write, opened.read, opened.shop)
        self._desk = PrinterDesk(press, opened.settings.slips, self._keep_printer)
        self._scanner = ScannerDesk(press, opened.settings.habits, self._keep_habits)
        self._demos: list[subprocess.Popen[bytes]] = []

    @property
    def sheet_printer(self) -> Printer:
        """The printer of this bench, as it is chosen at this moment, with A4 in it."""
        return find_printer(self._settings.printer, "A4", self._settings.slips)

    @property
    def door(self) -> FirstHour:
        return self._hour

    def answer(self, errand: FirstErrand, asked_by: Packer | None) -> Iterator[object]:
        match errand:
            case hour.LookAtPath():
                yield self._hour.path()
            case hour.MarkDone(chapter):
                self._hour.mark_done(chapter)
                yield self._hour.path()
            case hour.StartDemo():
                yield self._start_demo()
            case ShowShop():
                yield self._front.look()
            case KeepShop(told):
                yield self._front.keep(told)
                yield self._hour.path()
            case KeepLogo(file):
                yield self._front.keep_logo(file)
            case staff.ShowPeople():
                yield staff.PeopleShown(self._staff.everybody())
            case paper.ShowPrinters():
                yield self._desk.choices(self._settings.printer, self._settings.media)
            case paper.KeepPrinter(name, media):
                yield self._desk.keep(name, media)
            case paper.PrintTest(name, media):
                words, shop = self._words(), self._opened.shop_by_now()
                record = trial_record(shop, self._signer(asked_by), words, self._now())
                yield self._desk.try_out((name, media), record, self._front.look().logo)
            case paper.PrintCommands(language):
                yield self._print_codes(self._words(language))
            case PrintPractice(language):
                yield self._print_practice(self._words(language))
            case TraceSignature(file):
                yield signature_from(file)
            case LookAtScanner() | PrintSamples() | RepairScanner():
                yield from self._check_scanner(errand)
            case _:
                yield self._staff.do(errand)
                yield self._hour.path()

    def _signer(self, asked_by: Packer | None) -> Packer | None:
        """Whoever asks, as they are now."""
        with self._opened.read() as work:
            people = work.people.all()
        return next(
            (it for it in people if asked_by is not None and it.id == asked_by.id), None
        )

    def _words(self, language: str = "") -> Words:
        chosen = language or spoken(
            self._settings.language, self._opened.shop_by_now().language
        )
        return load(chosen, resources())

    def _keep_printer(self, name: str, media: str) -> None:
        bench_file.keep(self._settings.home / FILE, printer=name, media=media)
        self._settings = replace(self._settings, printer=name, media=media)

    def _keep_habits(self, changes: dict[str, str]) -> None:
        bench_file.keep(self._settings.home / FILE, **changes)

    def _check_scanner(self, errand: ScannerErrand) -> Iterator[object]:
        match errand:
            case LookAtScanner():
                yield self._scanner.look()
                yield self._scanner.shapes()
            case PrintSamples(language):
                here = self._settings
                paper_here = PaperOfBench(here.printer, here.media, here.slips)
                words = self._words(language)
                yield self._scanner.print_samples(paper_here, words.language)
            case RepairScanner():
                yield self._scanner.repair(errand)

    def _print_codes(self, words: Words) -> paper.TrialPrinted:
        shop = self._opened.shop_by_now()
        printed = Lookup(self._opened.read, shop).codes()
        return self._desk.print_codes(self._settings.printer, sheet_of(printed, shop, words))

    def _print_practice(self, words: Words) -> PracticePrinted:
        shop = self._opened.shop_by_now()
        practice = practice_of(shop, practice_texts(words))
        sheet = practice_sheet(practice, shop, words)
        out = self._desk.print_codes(self._settings.printer, sheet)
        return PracticePrinted(out.where, out.trouble, in_folder=out.in_folder)

    def _start_demo(self) -> hour.DemoStarted:
        language = self._settings.language
        child = own_program.start("--demo", *(("--language", language) if language else ()))
        self._demos.append(child)
        with suppress(subprocess.TimeoutExpired):
            child.wait(_AT_ONCE)
        return hour.DemoStarted(already=child.poll() is not None)
