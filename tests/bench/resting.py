"""How much memory this process holds: as little code as possible, for it is measured too."""


def memory() -> tuple[int, int]:
    """The resident memory in KiB, now and at most, as Linux counts them."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 (pathlib is weight)
        facts = dict(line.split(":", 1) for line in status)
    return int(facts["VmRSS"].split()[0]), int(facts["VmHWM"].split()[0])


def tell_memory() -> None:
    print("memory", *memory(), flush=True)
