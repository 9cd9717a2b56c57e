"""How much memory this process holds: as little code as possible, for it is measured too."""


def tell_memory() -> None:
    """Print the resident memory in KiB, now and at most, as Linux counts them."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 (pathlib is weight)
        facts = dict(line.split(":", 1) for line in status)
    now, most = (int(facts[name].split()[0]) for name in ("VmRSS", "VmHWM"))
    print(f"memory {now} {most}", flush=True)
