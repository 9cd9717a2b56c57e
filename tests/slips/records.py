"""Records as a slip may meet them."""

from dataclasses import replace

from packstation.domain.records import PackedLine, PackingRecord, commit


def of_person(record: PackingRecord, **changes: object) -> PackingRecord:
    """``record`` with another personal part, sealed as before."""
    personal = replace(record.personal, **changes)  # type: ignore[arg-type] # replace checks the names
    core = replace(record.core, commitment=commit(personal, record.salt))
    return replace(record, core=core, personal=personal)


def packed_lines(count: int, **changes: object) -> tuple[PackedLine, ...]:
    """``count`` lines of one piece each, told apart by their names."""
    return tuple(
        replace(
            PackedLine(line_id=n, sku=f"S-{n}", name=f"Jabón {n}", ordered=1, packed=1),
            **changes,  # type: ignore[arg-type] # as above
        )
        for n in range(1, count + 1)
    )
