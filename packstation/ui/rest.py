"""Has one lane wait for another: what is done there must not meet what is done here."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def wait_for(lane: ThreadPoolExecutor, job: Callable[[], None]) -> None:
    """Have ``lane`` do ``job`` in its turn, if it is still open. Raises what ``job`` raises."""
    try:
        done = lane.submit(job)
    except RuntimeError:
        return
    done.result()
