"""``packstation people``: who packs here, and the owner's way to change it without a window."""

import argparse
import sys
from getpass import getpass

from packstation.assemble import Opened
from packstation.cli.saying import say, say_json
from packstation.domain.new_pins import ChosenPin
from packstation.domain.people import (
    AddPerson,
    ChangePin,
    ComeBack,
    Leave,
    PeopleShown,
    Person,
    PersonRefused,
    StaffErrand,
    tidy,
)
from packstation.station.people import Staff
from packstation.words.people_phrases import state_of, why_refused
from packstation.words.words import Words


class PinsDiffer(Exception):
    """What was typed the second time is not what was typed the first time."""


def run(arguments: argparse.Namespace, opened: Opened, words: Words) -> int:
    """Whoever may run commands on this computer owns its SQLite shop: nobody else is asked."""
    staff = Staff(opened.write, opened.read, opened.shop)
    everybody = staff.everybody()
    if arguments.change is None:
        return _show(everybody, words, as_json=arguments.json)
    name = tidy(arguments.name)
    found = next((it for it in everybody if it.name.casefold() == name.casefold()), None)
    role = arguments.role if arguments.change == "add" else (found.role if found else "")
    try:
        errand = _errand(arguments, found, opened.shop.language, words)
    except PinsDiffer:
        say(words("The two PINs differ. Nothing was changed."), on=sys.stderr)
        return 1
    if errand is None:
        say(words("Nobody here is called {name}.", name=name), on=sys.stderr)
        return 1
    said = staff.do(errand)
    if isinstance(said, PersonRefused):
        say(why_refused(said.why, role, words), on=sys.stderr)
        return 1
    return _tell(said, words)


def _errand(
    arguments: argparse.Namespace, found: Person | None, language: str, words: Words
) -> StaffErrand | None:
    pin = None
    if arguments.change in {"add", "pin"} and (found or arguments.change == "add"):
        pin = None if arguments.no_pin else _ask_pin(words)
    match arguments.change, found:
        case "add", _:
            return AddPerson(
                name=arguments.name,
                pin=pin,
                language=arguments.speaks or language,
                role=arguments.role,
            )
        case "pin", Person(id=key):
            return ChangePin(key, pin)
        case "leave", Person(id=key):
            return Leave(key)
        case "back", Person(id=key):
            return ComeBack(key)
        case _:
            return None


def _ask_pin(words: Words) -> ChosenPin | None:
    """From a terminal unseen and twice; from a pipe its first line. Empty: none."""
    if not sys.stdin.isatty():
        return _chosen(sys.stdin.readline().rstrip("\r\n"))
    first = getpass(words("PIN (Enter for none): "))
    if first and getpass(words("The same once more: ")) != first:
        raise PinsDiffer
    return _chosen(first)


def _chosen(digits: str) -> ChosenPin | None:
    return ChosenPin(digits) if digits else None


def _tell(said: PeopleShown, words: Words) -> int:
    person = next(it for it in said.people if it.id == said.chosen)
    say(f"{person.name}: {state_of(person, words)}")
    say(words("A window that is open knows it from its next start."))
    return 0


def _show(everybody: tuple[Person, ...], words: Words, *, as_json: bool) -> int:
    if as_json:
        say_json([_as_json(it) for it in everybody])
        return 0
    if not everybody:
        say(words("Nobody works here yet: packstation people add NAME"))
    for it in everybody:
        say(f"{it.name}: {state_of(it, words)}")
    return 0


def _as_json(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": person.role,
        "language": person.language,
        "pin": person.has_pin,
        "signature": bool(person.signature),
        "active": person.active,
    }
