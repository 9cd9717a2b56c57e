"""Who works here, as the owner changes it: people, their PINs, badges and signatures."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from packstation.domain import people as errand
from packstation.domain.founding import NewPacker
from packstation.domain.new_pins import ChosenPin, Unfit, unfit
from packstation.domain.people import (
    LANGUAGES,
    ROLES,
    PeopleShown,
    Person,
    PersonRefused,
    Refusal,
    StaffErrand,
    fault_of,
    tidy,
)
from packstation.domain.pins import hash_pin
from packstation.domain.shop import Shop
from packstation.slips.sieve import unprintable
from packstation.station.codes_by_chance import new_badge
from packstation.store.work import Work

_SALT: Final = 16


class Staff:
    """Nobody is ever deleted: whoever leaves keeps the parcels that were signed."""

    def __init__(
        self, open_work: Callable[[], Work], open_reading: Callable[[], Work], shop: Shop
    ) -> None:
        self._open_work = open_work
        self._open_reading = open_reading
        self._mark = shop.mark

    def everybody(self) -> tuple[Person, ...]:
        with self._open_reading() as work:
            return _looked_at(work)

    def do(self, asked: StaffErrand) -> PeopleShown | PersonRefused:
        """All of it or nothing."""
        with self._open_work() as work:
            before = work.people.everybody()
            done = self._done(asked, work)
            if isinstance(done, Refusal | Unfit):
                return PersonRefused(done)
            shown = PeopleShown(_looked_at(work), done, pin_due=_pin_due(asked, before))
            work.commit()
        return shown

    def _done(self, asked: StaffErrand, work: Work) -> int | Refusal | Unfit:
        """Whom it was about, or why nothing was done."""
        everybody = {it.id: it for it in work.people.everybody()}
        if isinstance(asked, errand.AddPerson):
            return self._add(asked, everybody, work)
        person = everybody.get(asked.person_id)
        if person is None:
            return Refusal.NOBODY
        fault = _fault(asked, person, everybody)
        if fault is not None:
            return fault
        self._write(asked, work)
        return person.id

    def _add(
        self, asked: errand.AddPerson, everybody: dict[int, Person], work: Work
    ) -> int | Refusal | Unfit:
        here = [it for it in everybody.values() if it.active]
        # A shop whose first person cannot open the office could never be set up.
        role = asked.role if any(it.is_owner for it in here) else "owner"
        name = tidy(asked.name)
        known = fault_of(name, (it.name for it in here)) or _known(asked.language, role)
        fault = known or _unfit(asked.pin, role, name)
        if fault is not None:
            return fault
        new = NewPacker(
            name=name,
            badge=new_badge(self._mark),
            pin=_kept(asked.pin),
            language=asked.language,
            role=role,
            signature=asked.signature,
        )
        return work.people.add(new)

    def _write(self, asked: StaffErrand, work: Work) -> None:
        match asked:
            case errand.ChangePerson(person_id=key, name=name, language=language, role=role):
                work.people.change(key, name=tidy(name), language=language, role=role)
            case errand.ChangePin(key, pin):
                work.people.keep_pin(key, _kept(pin))
            case errand.KeepSignature(key, signature):
                work.people.keep_signature(key, signature)
            case errand.RenewBadge(key):
                work.people.keep_badge(key, new_badge(self._mark))
            case errand.Leave(key):
                work.people.leave(key)
            case errand.ComeBack(key):
                work.people.come_back(key)
            case errand.AddPerson():
                raise TypeError(asked)


def _looked_at(work: Work) -> tuple[Person, ...]:
    """Everybody, and which letters of whose name no slip can show."""
    everybody = work.people.everybody()
    return tuple(replace(it, unprintable=unprintable(it.name)) for it in everybody)


def _pin_due(asked: StaffErrand, before: tuple[Person, ...]) -> bool:
    """Whether ``asked`` makes somebody an owner who keeps the PIN of before."""
    if not isinstance(asked, errand.ChangePerson) or asked.role != "owner":
        return False
    return any(it.id == asked.person_id and it.has_pin and not it.is_owner for it in before)


def _fault(
    asked: StaffErrand, person: Person, everybody: dict[int, Person]
) -> Refusal | Unfit | None:
    others = [it for it in everybody.values() if it.active and it.id != person.id]
    after = person
    match asked:
        case errand.ChangePerson(name=name, language=language, role=role):
            fault = fault_of(tidy(name), (it.name for it in others))
            fault = fault or _known(language, role)
            if fault is not None:
                return fault
            after = replace(person, role=role)
        case errand.ChangePin(_, pin):
            return _unfit(pin, person.role, person.name)
        case errand.Leave():
            after = replace(person, active=False)
        case errand.ComeBack():
            return fault_of(person.name, (it.name for it in others))
        case _:
            return None
    owned = any(it.is_owner for it in others) or (after.active and after.is_owner)
    needed = person.active and person.is_owner
    return Refusal.LAST_OWNER if needed and not owned else None


def _known(language: str, role: str) -> Refusal | None:
    return None if language in LANGUAGES and role in ROLES else Refusal.NOBODY


def _unfit(pin: ChosenPin | None, role: str, name: str) -> Unfit | None:
    return None if pin is None else unfit(pin, role=role, name=name)


def _kept(pin: ChosenPin | None) -> str:
    return "" if pin is None else hash_pin(pin.digits, secrets.token_bytes(_SALT))
