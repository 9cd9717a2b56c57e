"""What the commands printed as codes are called, by those who scan them."""

from packstation.words.words import Words


def command_name(name: str, words: Words) -> str:
    """What a printed command does, in the packer's words."""
    return {
        "seal": words("Sign and print"),
        "undo": words("Undo"),
        "put_back": words("Empty the box"),
        "park": words("Set aside, to go on later"),
        "hold": words("Hold the order back"),
        "lock": words("Lock the bench"),
        "sign_out": words("Change person"),
        "reprint_jammed": words("Slip again: the paper jammed"),
        "reprint_torn": words("Slip again: torn or unreadable"),
        "reprint_lost": words("Slip again: it got lost"),
        "slip_came_out": words("The slip came out"),
        "opened_by_buyer": words("The customer opens it"),
        "opened_by_other": words("Somebody else opens it"),
        "opener_unknown": words("Nobody knows who opens it"),
        "slip_not_out": words("The slip did not come out"),
        "learn": words("What is it? After an unknown code"),
        "missing": words("The piece that comes next is missing"),
    }[name]
