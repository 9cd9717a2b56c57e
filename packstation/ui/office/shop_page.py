"""The first step: what customers read on a slip, in which language, by which clock."""

from pathlib import Path
from typing import Final
from zoneinfo import available_timezones

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLabel

from packstation.domain.first_hour import NO_NAME_YET
from packstation.domain.shop_told import (
    KeepLogo,
    KeepShop,
    ShopFault,
    ShopRefused,
    ShopShown,
    ShopTold,
    ShowShop,
)
from packstation.ui.look import scale_of
from packstation.ui.office.kit import Card, Choice, Field, Kind, Label, Push, Stack, row
from packstation.ui.office.page import Page
from packstation.words.letter_phrases import slips_leave_out
from packstation.words.office_phrases import why_shop_stays
from packstation.words.words import Words

_NOWHERE: Final = ("Etc/", "SystemV/", "US/", "posix/", "right/")
LANGUAGES: Final = (("es", "Español"), ("en", "English"))


class ShopPage(Page):
    """What was typed stays until it is saved, whatever is looked at meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.contact, self.link = Field(), Field(), Field()
        self.language_name, self.language = Label(Kind.STRONG), Choice()
        self.zone_name, self.zone = Label(Kind.STRONG), Choice()
        self.logo_name, self.logo_help = Label(Kind.STRONG), Label(Kind.SOFT)
        self.logo, self.choose, self.drop = QLabel(), Push(), Push()
        self.save, self.said = Push(leading=True), Label()
        self._words: Words | None = None
        self._shown: ShopShown | None = None
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        card, left, right = Card(), Stack(gap=10), Stack(gap=10)
        for field in (self.name, self.contact, self.link):
            left.addWidget(field)
        left.addStretch(1)
        for name, choice in ((self.language_name, self.language), (self.zone_name, self.zone)):
            name.setBuddy(choice)
            column = Stack(gap=4)
            column.addWidget(name)
            column.addWidget(choice)
            right.addLayout(column)
        logo = Stack(gap=6)
        for part in (self.logo_name, self.logo, self.logo_help):
            logo.addWidget(part)
        logo.addLayout(row(self.choose, self.drop))
        right.addLayout(logo)
        right.addStretch(1)
        both = Stack(gap=28, across=True)
        both.addLayout(left, 5)
        both.addLayout(right, 4)
        card.stack.addLayout(both)
        self.stack.addWidget(card)
        foot = Stack(gap=16, across=True)
        foot.addWidget(self.save)
        foot.addWidget(self.said, 9)
        foot.addStretch(1)
        self.stack.addLayout(foot)
        self.stack.addStretch(1)

    def _join(self) -> None:
        self.save.clicked.connect(self._save)
        self.choose.clicked.connect(self._choose_logo)
        self.drop.clicked.connect(lambda: self.asked.emit(KeepLogo(None)))
        for field in (self.name, self.contact, self.link):
            field.line.returnPressed.connect(self._save)

    def begin(self, words: Words) -> None:
        self._words = words
        self.title.say(words("The shop, as your customers read it"))
        self.lead.say(
            words("Six short steps lead to your first parcel. Leave any time and go on later.")
        )
        self.name.ask(words("Name of the shop"))
        help_ = words("Mail or telephone: it stands at the foot of the slip.")
        self.contact.ask(words("Contact"), help_)
        self.link.ask(
            words("Link for answers"),
            words(
                "The QR code on the slip leads there; may stay empty. {parcel} becomes the"
                " number of the slip, {proof} a random code that only this slip bears.",
                parcel="{parcel}",
                proof="{proof}",
            ),
        )
        self.language_name.say(words("Language of the shop"))
        self.zone_name.say(words("Time zone"))
        self.logo_name.say(words("Logo"))
        self.logo_help.say(words("PNG or JPEG. It stands beside the name on every slip."))
        self.choose.say(words("Choose a picture"))
        self.drop.say(words("No logo"))
        self.save.say(words("Save"))
        if self._shown is None:
            self.asked.emit(ShowShop())

    def tell(self, news: object) -> None:
        match news:
            case ShopShown():
                self._show(news)
            case ShopRefused(why) if self._words is not None:
                self.said.say(why_shop_stays(why, self._words), Kind.STOP)
                self._point_at(why)
            case _:
                pass

    def load_logo(self, file: str) -> None:
        self.asked.emit(KeepLogo(Path(file)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_logo()

    # ---- what it shows

    def _show(self, shown: ShopShown) -> None:
        first, typed = self._shown is None, self._told()
        before = None if self._shown is None else self._shown.told
        self._shown = shown
        if first or typed in {before, shown.told}:
            self._fill(shown.told)
        if first:
            if typed.name:  # somebody was quicker than the answer
                self.name.fill(typed.name)
            self.name.line.setFocus()
        self._show_logo()
        if self._words is not None and (shown.kept or shown.unprintable):
            self._say_kept(shown, self._words)

    def _say_kept(self, shown: ShopShown, words: Words) -> None:
        """What no slip can show is said as long as it stands there."""
        lost = slips_leave_out(shown.unprintable, words)
        saved = words("Saved.") if shown.kept else ""
        self.said.say(" ".join(filter(None, (saved, lost))), Kind.CARE if lost else Kind.GOOD)

    def _fill(self, told: ShopTold) -> None:
        self.name.fill("" if told.name == NO_NAME_YET else told.name)
        self.contact.fill(told.contact)
        self.link.fill(told.answer_link)
        self.language.offer(LANGUAGES, told.language)
        zones = {it for it in available_timezones() if "/" in it} | {told.zone}
        here = sorted(it for it in zones if not it.startswith(_NOWHERE))
        self.zone.offer(tuple((it, it.replace("_", " ")) for it in here), told.zone)

    def _show_logo(self) -> None:
        png = b"" if self._shown is None else self._shown.logo
        picture = QPixmap()
        picture.loadFromData(png)
        room = QSize(240, 76) * scale_of(self)
        self.logo.setVisible(not picture.isNull())
        self.drop.setVisible(not picture.isNull())
        if not picture.isNull():
            way = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, way))

    def _point_at(self, why: object) -> None:
        fields = {
            ShopFault.NO_NAME: self.name,
            ShopFault.NAME_TOO_LONG: self.name,
            ShopFault.CONTACT_TOO_LONG: self.contact,
            ShopFault.LINK: self.link,
        }
        if isinstance(why, ShopFault) and why in fields:
            fields[why].line.setFocus()

    # ---- what it asks for

    def _told(self) -> ShopTold:
        return ShopTold(
            name=self.name.text,
            contact=self.contact.text,
            answer_link=self.link.text,
            language=str(self.language.chosen or "es"),
            zone=str(self.zone.chosen or "Europe/Madrid"),
        )

    def _save(self) -> None:
        self.said.say("")
        self.asked.emit(KeepShop(self._told()))

    def _choose_logo(self) -> None:
        if self._words is None:
            return
        title, kinds = self._words("Choose a picture"), self._words("Pictures")
        file, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds} (*.png *.jpg *.jpeg)")
        if file:
            self.load_logo(file)
