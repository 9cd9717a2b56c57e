"""One person as the owner fills them in: name, language, role, PIN and signature."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from packstation.domain.new_pins import ChosenPin, Unfit
from packstation.domain.people import (
    AddPerson,
    ChangePerson,
    ChangePin,
    KeepSignature,
    Person,
    StaffErrand,
)
from packstation.domain.shop import Stroke
from packstation.ui.office.kit import Card, Choice, Field, Kind, Label, Push, Stack, row
from packstation.ui.office.signature_pad import SignaturePad
from packstation.words.letter_phrases import slips_leave_out
from packstation.words.people_phrases import pin_help, pin_is_due, role_name
from packstation.words.pin_phrases import why_unfit
from packstation.words.words import Words

_ROLE = 10
"""Letters of a role that are seen at least."""
LANGUAGES = (("es", "Español"), ("en", "English"))


class PersonForm(Card):
    """``wanted`` carries the errands that make the person what is filled in, in their order."""

    wanted = Signal(object)
    photo_chosen = Signal(str)
    """The path of a picture of a signature."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.name = Field()
        self.pin, self.again = Field(), Field()
        self.language_name, self.language = Label(Kind.STRONG), Choice()
        self.role_name, self.role = Label(Kind.STRONG), Choice()
        self.signed_name, self.pad = Label(Kind.STRONG), SignaturePad()
        self.undo, self.wipe, self.photo = Push(repeats=True), Push(), Push()
        self.save, self.said = Push(leading=True), Label()
        self._words: Words | None = None
        self.person: Person | None = None
        for field in (self.pin, self.again):
            field.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._lay_out()
        self.role.activated.connect(self._say)
        self.role.setMinimumContentsLength(_ROLE)
        self.save.clicked.connect(self._save)
        self.undo.clicked.connect(self.pad.undo)
        self.wipe.clicked.connect(self.pad.clear)
        self.photo.clicked.connect(self._ask_for_photo)

    def _lay_out(self) -> None:
        upper = Stack(gap=16, across=True)
        upper.addWidget(self.name, 2)
        for name, choice in ((self.language_name, self.language), (self.role_name, self.role)):
            upper.addLayout(_under(name, choice), 1)
        self.stack.addLayout(upper)
        lower = Stack(gap=16, across=True)
        pins = Stack(gap=10)
        pins.addWidget(self.pin)
        pins.addWidget(self.again)
        pins.addStretch(1)
        lower.addLayout(pins, 3)
        signed = Stack(gap=6)
        signed.addWidget(self.signed_name)
        signed.addWidget(self.pad)
        signed.addLayout(row(self.undo, self.wipe, self.photo, gap=8))
        lower.addLayout(signed, 5)
        self.stack.addLayout(lower)
        foot = Stack(gap=16, across=True)
        foot.addWidget(self.save)
        foot.addWidget(self.said, 9)
        foot.addStretch(1)
        self.stack.addLayout(foot)

    def begin(self, words: Words) -> None:
        self._words = words
        self.name.ask(words("Name on the slip"))
        self.language_name.say(words("Language"))
        self.role_name.say(words("Role"))
        self.again.ask(words("The same PIN once more"))
        self.signed_name.say(words("Signature, as it is printed on every slip"))
        self.undo.say(words("Undo"))
        self.wipe.say(words("Wipe"))
        self.photo.say(words("From a photo"))
        self.pad.say(words)
        self._say()

    def show_person(self, person: Person | None, *, first: bool, language: str) -> None:
        """None: somebody new; the ``first`` owns the shop."""
        self.person = person
        self.name.fill("" if person is None else person.name)
        self.language.offer(LANGUAGES, language if person is None else person.language)
        if self._words is not None:
            roles = ("owner",) if first else ("packer", "owner")
            role = roles[0] if person is None else person.role
            named = tuple((it, role_name(it, self._words)) for it in roles)
            self.role.offer(named, role)
        self.pad.begin_with(() if person is None else person.signature)
        self._forget_pin()
        self.said.say("")
        self._say()

    def tell_kept(self, *, pin_due: bool) -> None:
        """``pin_due``: an owner has the PIN of a packer."""
        self._forget_pin()
        words, person = self._words, self.person
        if words is None or person is None:
            return
        due = pin_is_due(person.name, words) if pin_due else ""
        lost = slips_leave_out(person.unprintable, words)
        said = " ".join(filter(None, (words("Saved."), lost, due)))
        self.said.say(said, Kind.CARE if lost or due else Kind.GOOD)
        if pin_due:
            self.pin.line.setFocus()

    def refuse(self, sentence: str) -> None:
        self.said.say(sentence, Kind.STOP)

    def show_traced(self, strokes: tuple[Stroke, ...]) -> None:
        """What the pen has followed on a picture."""
        self.said.say("")
        self.pad.take(strokes)

    def refuse_scan(self) -> bool:
        """Whether a scan was meant as a PIN: a code that lies about is no secret."""
        if self._words is None or not (self.pin.line.hasFocus() or self.again.line.hasFocus()):
            return False
        self.refuse(why_unfit(Unfit.SCANNED, self.chosen_role, self._words))
        return True

    @property
    def chosen_role(self) -> str:
        return str(self.role.chosen or "packer")

    @Slot()
    def _say(self) -> None:
        if self._words is None:
            return
        words, new = self._words, self.person is None
        has_pin = self.person is not None and self.person.has_pin
        stays = words("Empty: it stays as it is.")
        self.pin.ask(
            words("New PIN") if has_pin else words("PIN"),
            stays if has_pin else pin_help(self.chosen_role, words),
        )
        self.save.say(words("Add this person") if new else words("Save"))

    def _ask_for_photo(self) -> None:
        """Where is it? The window goes on meanwhile."""
        if self._words is None:
            return
        caption = self._words("A photo of the signature")
        kinds = self._words("Pictures") + " (*.png *.jpg *.jpeg)"
        asked = QFileDialog(self.window(), caption, "", kinds)
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(self.photo_chosen)
        asked.open()

    def _forget_pin(self) -> None:
        self.pin.fill("")
        self.again.fill("")

    def _save(self) -> None:
        if self._words is None:
            return
        if self.pin.line.text() != self.again.line.text():
            self.refuse(self._words("The two PINs differ. Type the same one twice."))
            self.again.line.setFocus()
            return
        self.said.say("")
        self.wanted.emit(self._errands())

    def _errands(self) -> tuple[StaffErrand, ...]:
        typed, person = self.pin.line.text(), self.person
        pin = ChosenPin(typed) if typed else None
        if person is None:
            return (
                AddPerson(
                    name=self.name.text,
                    pin=pin,
                    language=str(self.language.chosen or "es"),
                    role=self.chosen_role,
                    signature=self.pad.strokes,
                ),
            )
        told = ChangePerson(
            person_id=person.id,
            name=self.name.text,
            language=str(self.language.chosen or person.language),
            role=self.chosen_role,
        )
        errands: list[StaffErrand] = [told]
        if pin is not None:
            errands.append(ChangePin(person.id, pin))
        if self.pad.strokes != person.signature:
            errands.append(KeepSignature(person.id, self.pad.strokes))
        return tuple(errands)


def _under(name: Label, choice: QWidget) -> Stack:
    name.setBuddy(choice)
    column = Stack(gap=4)
    column.addWidget(name)
    column.addWidget(choice)
    column.addStretch(1)
    return column
