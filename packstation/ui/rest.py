"""Lets lanes wait for one another, so that what they all use can be changed."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event


@contextmanager
def at_rest(lanes: Sequence[ThreadPoolExecutor]) -> Iterator[None]:
    """What they do is done to its end; what comes meanwhile waits until this is over."""
    arrived, gate = Barrier(len(lanes) + 1), Event()

    def rest() -> None:
        arrived.wait()
        gate.wait()

    for lane in lanes:
        lane.submit(rest)
    arrived.wait()
    try:
        yield
    finally:
        gate.set()


def wait_for(lane: ThreadPoolExecutor, job: Callable[[], None]) -> None:
    """Have ``lane`` do ``job`` in its turn, if it is still open. Raises what ``job`` raises."""
    try:
        done = lane.submit(job)
    except RuntimeError:
        return
    done.result()
