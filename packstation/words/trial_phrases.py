"""Where a paper went that only tries something, and what kept it."""

from packstation.domain.practice import PracticePrinted
from packstation.domain.printer_choice import TrialPrinted
from packstation.words.printing import in_folder, why_not
from packstation.words.words import Words

Trial = TrialPrinted | PracticePrinted


def codes_out(trial: Trial, words: Words) -> str:
    """The sheet of badges and commands, or the one to practise with."""
    if trial.trouble:
        return _kept(trial.trouble, words)
    if trial.in_folder:
        return words("The sheet is in the folder {folder}: {file}", **in_folder(trial.where))
    return words("The sheet went to the printer.")


def trial_out(trial: Trial, words: Words) -> str:
    if trial.trouble:
        return _kept(trial.trouble, words)
    if trial.in_folder:
        return words(
            "The test slip is in the folder {folder}: {file}", **in_folder(trial.where)
        )
    return words("The test slip went to the printer. Did it come out?")


def _kept(trouble: str, words: Words) -> str:
    reason = why_not(trouble, words)
    return words("Nothing came out. {reason}", reason=reason).rstrip()
