"""Runs the same tests again and again, each time in a fork that has all but our code loaded.

Started as ``python -m tests.mutation.warm SOCKET TESTS...``. Answers every connection with
``y`` when they pass, with ``n`` when they do not or never end. docs/mutants.md says how to use
it.
"""

import os
import signal
import socket
import sys
from pathlib import Path
from tempfile import mkdtemp

import pytest

PATIENCE = 60
"""Seconds, after which a mutant is thought to run for ever."""


def run(tests: list[str], scratch: Path) -> bool:
    quick = ["-q", "-x", "--assert=plain", "-p", "no:cacheprovider", f"--basetemp={scratch}"]
    return pytest.main([*quick, *tests]) is pytest.ExitCode.OK


def forget_our_code() -> None:
    ours = ("packstation", "tests")
    for name in [name for name in sys.modules if name.split(".")[0] in ours]:
        del sys.modules[name]


def in_a_fork(tests: list[str], scratch: Path) -> bool:
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        passed = False
        try:
            passed = run(tests, scratch)
        finally:
            os._exit(0 if passed else 1)
    return os.waitpid(child, 0)[1] == 0


def main(at: str, tests: list[str]) -> None:
    scratch = Path(mkdtemp()) / "scratch"
    sys.dont_write_bytecode = False  # what stays as it is need not be compiled again
    if not run(tests, scratch):
        sys.exit("The tests must pass before anything is changed.")
    forget_our_code()
    sys.dont_write_bytecode = (
        True  # but two mutants of one second and one length would look alike
    )
    Path(at).unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(at)
        door.listen()
        sys.stdout.write("Warm.\n")
        sys.stdout.flush()
        while True:
            caller, _ = door.accept()
            with caller:
                caller.send(b"y" if in_a_fork(tests, scratch) else b"n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
