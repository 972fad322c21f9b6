"""`make bench`: every measurement, one after another; each is a small file that can be run alone (`python -m tests.bench.weight`)."""

from __future__ import annotations

from tests.bench import (
    books,
    build,
    coverage,
    install,
    naive,
    peers,
    revoicing,
    rooms,
    search_peers,
    search_report,
    voices,
    voicing,
    weight,
)

#: Each prints its own lines. A new measurement: a file with `main()`, and its name here.
PARTS = (build, rooms, peers, weight, install, coverage, search_report, search_peers, naive, voicing, revoicing, voices, books)


def main() -> None:
    """Run every part."""
    for number, part in enumerate(PARTS):
        print("\n" * bool(number) + (part.__doc__ or "").split("\n")[0])
        part.main()


if __name__ == "__main__":
    main()
