"""What a scanner does, and which of its settings to change, in the words makers use for it."""

from packstation.domain.scanner_check import SamplesPrinted
from packstation.domain.scanner_findings import (
    BeginsDifferently,
    BeginsWith,
    Bracketed,
    CapsLock,
    Case,
    CaseChanged,
    CheckDigitLeftOut,
    Ending,
    EndsDifferently,
    EndsInText,
    EndsWith,
    Finding,
    LettersLost,
    NoSample,
    OtherLayout,
    SaysSymbology,
    SeparatorArrives,
    SeparatorLost,
    Slow,
    Verdict,
)
from packstation.words.legible import legible
from packstation.words.printing import in_folder, why_not
from packstation.words.words import Words

_SHOWN = 40
"""Letters of what arrived that are told."""


def found(finding: Finding, words: Words) -> str:
    """What it is, and what to do if something is to be done."""
    match finding:
        case OtherLayout() | CapsLock() | CaseChanged():
            return _keyboard(finding, words)
        case EndsWith(ending, known):
            return _ending(ending, words, known=known)
        case EndsDifferently():
            return words(
                "Not every code ends alike. Let the scanner send Enter behind every kind of"
                " code: look for “suffix” or “terminator”, for all symbologies."
            )
        case EndsInText(text):
            return words(
                "Behind each code the scanner sends “{text}”. Take it out: look for “suffix”,"
                " “postamble” or “clear all suffixes”, and then set Enter alone.",
                text=shown(text),
            )
        case BeginsWith() | BeginsDifferently() | SaysSymbology():
            return _beginning(finding, words)
        case SeparatorArrives() | SeparatorLost() | Bracketed() | CheckDigitLeftOut():
            return _content(finding, words)
        case Slow(pause_ms, helped):
            return _slow(pause_ms, words, helped=helped)
        case LettersLost(number):
            return words(
                "Code {n} arrived with letters missing. If it happens again, give the scanner a"
                " short pause between keys (“inter-character delay”, 5 to 10 ms).",
                n=number,
            )
        case NoSample(text):
            return words("This was none of the codes to check with: {text}", text=shown(text))


def shown(text: str, most: int = _SHOWN) -> str:
    """What arrived, on one line, and no longer than ``most`` letters."""
    seen = " ".join(legible(text.replace("\x1d", "<GS>")).split())
    return seen if len(seen) <= most else f"{seen[:most]}…"


def arrived_as(verdict: Verdict, words: Words) -> str:
    match verdict:
        case Verdict.GOOD:
            return words("right")
        case Verdict.AFTER_REPAIR:
            return words("can be repaired")
        case Verdict.WRONG:
            return words("not right yet")


def judged(wrong: int, words: Words) -> str:
    """What stands above the findings when something is to be done; ``wrong``: codes."""
    if wrong:
        return words.n("{n} code arrives wrong.", "{n} codes arrive wrong.", wrong)
    return words("Something can be made better:")


def sheet_out(printed: SamplesPrinted, words: Words) -> str:
    if printed.trouble:
        reason = why_not(printed.trouble, words)
        return words("Nothing came out. {reason}", reason=reason).rstrip()
    if printed.in_folder:
        return words("The sheet is in the folder {folder}: {file}", **in_folder(printed.where))
    return words("The sheet went to the printer.")


def keyboard_name(layout: str, words: Words) -> str:
    """The country of a keyboard, as a scanner's booklet lists it."""
    match layout:
        case "us":
            return words("United States")
        case "es":
            return words("Spain")
        case "latam":
            return words("Latin America")
        case "fr":
            return words("France")
        case "de":
            return words("Germany")
        case "it":
            return words("Italy")
        case "pt":
            return words("Portugal")
        case "gb":
            return words("United Kingdom")
        case _:
            return words("another country")


def _keyboard(finding: OtherLayout | CapsLock | CaseChanged, words: Words) -> str:
    match finding:
        case OtherLayout(scanner, computer, seen_through, wanted):
            keys = keyboard_name(scanner, words)
            here = keyboard_name(computer, words)
            if seen_through:
                return words(
                    "Keyboard of the scanner: {keys}. Of this computer: {here}."
                    " packstation reads it right all the same.",
                    keys=keys,
                    here=here,
                )
            setting = keyboard_name(wanted, words)
            return words(
                "Keyboard of the scanner: {keys}. Of this computer: {here}. So letters and"
                " signs arrive as others. Set the scanner's keyboard to {setting}: look for"
                " “keyboard country” or “keyboard layout”.",
                keys=keys,
                here=here,
                setting=setting,
            )
        case CapsLock(seen_through=True):
            return words("Caps Lock is on. Codes are read right all the same.")
        case CapsLock():
            return words(
                "Capitals and small letters are swapped: turn Caps Lock off. If it is off, look"
                " in the scanner for “Caps Lock” and choose off."
            )
        case CaseChanged(Case.LOWER):
            return words(
                "The scanner makes small letters of all. Look for “case conversion” and choose"
                " none."
            )
        case CaseChanged():
            return words(
                "The scanner makes capitals of all. Look for “case conversion” and choose none."
            )


def _ending(ending: Ending, words: Words, *, known: bool) -> str:
    match ending:
        case Ending.ENTER:
            return words("Each code ends with Enter, as it should.")
        case Ending.CR_LF:
            return words("Each code ends with Enter and line feed, which is just as good.")
        case Ending.TAB if known:
            return words("Each code ends with Tab, and this bench knows it.")
        case Ending.TAB:
            return words("Each code ends with Tab. This bench can learn that.")
        case Ending.NONE:
            return words(
                "Nothing comes behind a code. Let the scanner send Enter (CR): look for"
                " “suffix” or “terminator”. Until then each code waits a moment."
            )
        case Ending.SEVERAL:
            return words(
                "Several keys come behind a code. Let the scanner send Enter alone: look for"
                " “suffix” or “terminator”."
            )


def _beginning(finding: BeginsWith | BeginsDifferently | SaysSymbology, words: Words) -> str:
    match finding:
        case BeginsWith(text, known=True):
            return words("Before each code comes “{text}”, and it is taken off.", text=text)
        case BeginsWith(text):
            return words(
                "Before each code comes “{text}”. This bench can learn to take it off.",
                text=shown(text),
            )
        case BeginsDifferently(texts):
            some = ", ".join(f"“{shown(it)}”" for it in texts if it)
            return words(
                "Other letters come before each kind of code: {some}. Take them out: look for"
                " “code ID” or “preamble” and choose none. “AIM ID” may stay.",
                some=some,
            )
        case SaysSymbology():
            return words(
                "The scanner says which kind of code it read (AIM); that is understood."
            )


def _content(
    finding: SeparatorArrives | SeparatorLost | Bracketed | CheckDigitLeftOut, words: Words
) -> str:
    match finding:
        case SeparatorArrives():
            return words(
                "The separator of GS1 codes arrives: lots and serial numbers are read."
            )
        case SeparatorLost(""):
            return words(
                "The separator of GS1 codes (GS, FNC1) does not arrive, so lots and serial"
                " numbers run together. Look for “control characters” or “function keys” and"
                " choose Ctrl + key, or Alt + number. Without GS1 codes you need not."
            )
        case SeparatorLost(instead):
            return words(
                "For the separator of GS1 codes comes “{text}”. Look for “GS replacement” or"
                " “FNC1 substitution” and choose GS (029). Without GS1 codes you need not.",
                text=shown(instead),
            )
        case Bracketed():
            return words(
                "GS1 codes arrive with brackets, as people read them. Look for “GS1 format” or"
                " “AI brackets” and turn it off."
            )
        case CheckDigitLeftOut(symbol):
            return words(
                "The last digit of {symbol} is missing. Look for “transmit check digit” and"
                " turn it on.",
                symbol=symbol.value,
            )


def _slow(pause_ms: int, words: Words, *, helped: bool) -> str:
    if helped:
        return words(
            "The scanner pauses {n} ms between keys. This bench can learn to wait for it.",
            n=pause_ms,
        )
    return words(
        "The scanner pauses {n} ms between keys, as long as a person. Look for"
        " “inter-character delay” and choose none.",
        n=pause_ms,
    )
