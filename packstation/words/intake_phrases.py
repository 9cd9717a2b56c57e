"""What an import says: its progress, its summary, and the one reason when nothing came in."""

from collections.abc import Iterator
from typing import Final

from packstation.domain import intake as it
from packstation.domain.catalogue import CatalogueTooLong
from packstation.words import line_kinds, noticed_phrases
from packstation.words.order_phrases import standing
from packstation.words.reasons import shorten
from packstation.words.words import Words

_COLUMNS_SHOWN: Final = 200


def reason(stopped: it.IntakeStopped, words: Words) -> str:
    """One sentence for whoever brought the file."""
    match stopped:
        case it.RowsRefused((first, *_), count):
            said = refusal(first, words)
            if count == 1:
                return words("Nothing was brought in. {first}", first=said)
            others = words.n("{n} more row is wrong", "{n} more rows are wrong", count - 1)
            return words(
                "Nothing was brought in. {first} ({others})", first=said, others=others
            )
        case it.ColumnsMissing():
            return _columns_missing(stopped, words)
        case it.CellTooLong(line, limit):
            return words(
                "Nothing was brought in. Line {line}: a cell of more than {limit} characters",
                line=line,
                limit=limit,
            )
        case it.QuoteLeftOpen(line):
            return words(
                "Nothing was brought in. Line {line}: a quotation mark opens and never closes",
                line=line,
            )
        case it.JsonBroken(line):
            return words(
                "Nothing was brought in. From line {line} on this is not the JSON of orders",
                line=line,
            )
        case it.ProfileUnknown(name, known):
            return words(
                "There is no profile {name}. There are: {known}",
                name=name,
                known=", ".join(known) or "-",
            )
        case it.ProfileWrong(path, key):
            return words("The profile {path} is not right: {key}", path=path, key=key)
        case _:
            return _of_file(stopped, words) or _of_shop(stopped, words)


def _columns_missing(stopped: it.ColumnsMissing, words: Words) -> str:
    missing = ", ".join(_column(name, words) for name in stopped.missing)
    found = shorten(", ".join(filter(None, stopped.found)), _COLUMNS_SHOWN) or "-"
    if stopped.profile:
        return words(
            "This file does not fit the profile {profile}: it has no column {missing}. "
            "Its columns are: {found}",
            profile=stopped.profile,
            missing=missing,
            found=found,
        )
    return words(
        "This file is of none of the kinds we know. For our template (packstation) it lacks: "
        "{missing}. Its columns are: {found}",
        missing=missing,
        found=found,
    )


def _column(name: str, words: Words) -> str:
    """A column as our template calls it in this language; a file's own, to the letter."""
    known = {
        "order": words.p("a column", "order"),
        "quantity": words.p("a column", "quantity"),
        "sku": words.p("a column", "sku"),
        "barcode": words.p("a column", "barcode"),
        "product": words.p("a column", "product"),
        "date": words.p("a column", "date"),
        "status": words.p("a column", "status"),
        "price": words.p("a column", "price"),
        "language": words.p("a column", "language"),
        "total": words.p("a column", "total"),
    }
    return " / ".join(known.get(it, it) for it in name.split(" / "))


def _of_file(stopped: it.IntakeStopped, words: Words) -> str:
    match stopped:
        case it.FileMissing(path):
            return words("There is no file {path}", path=path)
        case it.FileNotReadable(path):
            return words("The file {path} cannot be read", path=path)
        case it.NoPlainFile(path):
            return words(
                "{path} is a folder, or nothing that can be read as a file:"
                " save it as a file and bring that in",
                path=path,
            )
        case it.FileEmpty(path):
            return words("The file {path} is empty", path=path)
        case it.NotAText(path, "spreadsheet"):
            return words(
                "{path} is a spreadsheet, whatever its name says. "
                "Open it and save it as CSV (UTF-8), then bring that in",
                path=path,
            )
        case it.NotAText(path, "zip"):
            return words("{path} is a zip archive: unpack it and bring in the CSV", path=path)
        case it.NotAText(path, "json"):
            return words(
                "{path} is JSON, but not the products as WooCommerce's interface tells them",
                path=path,
            )
        case it.NotAText(path):
            return words("{path} is not a CSV", path=path)
        case it.HeaderMissing(path):
            return words(
                "The first row of {path} is an order or a product already. "
                "Write the names of the columns into a row above it, then bring it in",
                path=path,
            )
        case it.FileChanged(path):
            return words("{path} has changed meanwhile. Nothing was brought in", path=path)
        case CatalogueTooLong(most):
            return words("More than {most} products in one file: split it in two", most=most)
        case it.FileDamaged(path):
            return words("{path} is damaged: it cannot be unpacked to its end", path=path)
        case it.EncodingUnclear(path, encoding):
            return words(
                "{path} is not written in {encoding}. Save it as CSV (UTF-8), "
                "or name its encoding in a profile",
                path=path,
                encoding=encoding,
            )
        case _:
            return ""


def _of_shop(stopped: it.IntakeStopped, words: Words) -> str:
    match stopped:
        case it.AnotherShop(number):
            return words(
                "Nothing was brought in. This seems to be another shop's file: its order "
                "{number} is of another day and another person than ours. If it is yours too, "
                "give it a source of its own in a profile",
                number=number,
            )
        case it.ImportCancelled():
            return words("Cancelled. Nothing was brought in")
        case it.ImportRunning():
            return words("Another import is running. Wait for it, then try again")
        case it.DiskFull():
            return words("The disk is full. Nothing was brought in")
        case it.ShopBusy():
            return words("The shop's database is busy. Nothing was brought in; try again")
        case it.ShopNotWritable(cause):
            return words("The shop's database cannot be written: {cause}", cause=cause)
        case _:
            return words("Nothing was brought in")


def refusal(refused: it.Refusal, words: Words) -> str:
    """Where the row stands, what it says and why that cannot be."""
    line, cell = (
        refused.line,
        words("{column} “{text}”", column=refused.column, text=refused.text),
    )
    if not refused.column:
        return words("Line {line}: {why}", line=line, why=_why(refused, words))
    return words("Line {line}, {cell}: {why}", line=line, cell=cell, why=_why(refused, words))


def _why(refused: it.Refusal, words: Words) -> str:
    match refused.reason:
        case it.Reason.MISSING:
            return words("this cell must not be empty")
        case it.Reason.NOT_WHOLE:
            return words("this is not a whole number")
        case it.Reason.NOT_POSITIVE:
            return words("it takes at least one piece")
        case it.Reason.TOO_MANY:
            return words("no order has that many pieces")
        case it.Reason.NOT_AN_AMOUNT:
            return words("this is not an amount")
        case it.Reason.NEGATIVE_AMOUNT:
            return words("an amount below zero")
        case it.Reason.NOT_A_DATE:
            return words("this is not a date this file should have")
        case it.Reason.DATE_UNCLEAR:
            return words(
                "day and month could be either way round. Say which with "
                'dates = ["%d/%m/%Y"] in a profile (--profile)'
            )
        case it.Reason.NOT_A_LANGUAGE:
            return words("this is not a language code such as es")
        case it.Reason.STATUS_UNKNOWN:
            return words("nobody knows this status: add it to [status] in a profile")
        case it.Reason.NUMBER_RUINED:
            return words(
                "a spreadsheet has rounded this code, and its last digits are lost. Export the "
                "file anew, or make the column text, type the code again and save"
            )
        case it.Reason.TEXT_TOO_LONG:
            return words("this is too long for a code")
        case it.Reason.ROW_SHORT:
            return words("too few cells ({count})", count=refused.text)
        case it.Reason.ROW_LONG:
            return words("too many cells ({count})", count=refused.text)
        case it.Reason.QUOTE_BROKEN:
            return words("a quotation mark stands in the wrong place")
        case it.Reason.NOT_A_TEXT | it.Reason.NOT_AN_OBJECT | it.Reason.NOT_A_LIST:
            return words("something else should stand here")
        case it.Reason.NAMED_TWICE:
            return words("this name stands in one object twice")
        case it.Reason.TOO_DEEP:
            return words("no order is nested that deeply")
        case it.Reason.NOT_AN_ORDER:
            return words("this is not an order of the kind this file has")
        case it.Reason.ORDER_TWICE:
            return words("this order stands in the file twice: bring in one export at a time")
        case it.Reason.FIRST_ROW_MISSING:
            return words(
                "the row that says whether this order is paid and where it goes is missing: "
                "export it again, whole"
            )
        case it.Reason.SKU_TWICE:
            return words("two different products have this SKU")
        case it.Reason.UNITS_UNCLEAR:
            return words("this code stands for another number of pieces further up")
        case it.Reason.UNITS_OF_SEVERAL:
            return words(
                "which of this row's barcodes stands for so many? Give each a row of its own"
            )
        case it.Reason.FORMULA:
            return words("a formula stands here, not what it comes to: save the values as CSV")
        case it.Reason.NOT_A_POLICY:
            return words("is it checked by hand? Write yes, no or first")
        case it.Reason.NAMELESS:
            return words("nobody knows this product here, and the file gives it no name")


def stage(of: it.Stage, words: Words) -> str:
    match of:
        case it.Stage.READING:
            return words("Reading the file")
        case it.Stage.WEIGHING:
            return words("Comparing with what is here")
        case it.Stage.WRITING:
            return words("Bringing the orders in")
        case it.Stage.PUBLISHING:
            return words("Showing them to the benches")


def summary(of: it.Summary, words: Words) -> tuple[str, ...]:
    """Lines that add up, for people; what is zero is not said."""
    orders = of.orders
    said = [
        words.n("{n} new order", "{n} new orders", orders.new),
        words.n("{n} of them is work", "{n} of them are work", orders.work),
        words.n("{n} of them is history", "{n} of them are history", orders.history),
        words.n("{n} order unchanged", "{n} orders unchanged", orders.unchanged),
        words.n("{n} order changed", "{n} orders changed", orders.changed),
        words.n(
            "{n} order left alone: it is on a bench, or packed",
            "{n} orders left alone: they are on a bench, or packed",
            orders.left_alone,
        ),
        words.n("{n} new product", "{n} new products", of.new_products),
        words.n("{n} new customer", "{n} new customers", of.new_customers),
        words.n("{n} line in the file:", "{n} lines in the file:", of.total_lines),
    ]
    counts = (
        orders.new, orders.work, orders.history, orders.unchanged, orders.changed,
        orders.left_alone, of.new_products, of.new_customers, of.total_lines,
    )  # fmt: skip
    kinds = line_kinds.counted(of.lines, words)
    named = [f"  {left.number}: {standing(left.state, words)}" for left in of.left_alone]
    refused = [f"  {refusal(row, words)}" for row in of.refused]
    lines = [line for line, count in zip(said, counts, strict=True) if count]
    if not of.total_lines:
        lines.append(words("There is no order in this file."))
    return (*lines, *kinds, *named, *refused, *_noticed(of, words))


def _noticed(of: it.Summary, words: Words) -> Iterator[str]:
    """What changed in known orders, and what somebody should look at."""
    if of.changed:
        yield words("What changed:")
    for changed in of.changed:
        yield f"  {noticed_phrases.change(changed, words)}"
    if of.warning_count:
        yield words.n("{n} thing to look at:", "{n} things to look at:", of.warning_count)
    for warned in of.warnings:
        yield f"  {noticed_phrases.warning(warned, words)}"
