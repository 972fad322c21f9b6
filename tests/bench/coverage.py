"""Which occupation searches end at a page about that same occupation: `python -m tests.bench.coverage [--demand TSV]`.

TSV has the columns term, searches and kind; those of the kind `yrke` count. A term is answered by an occupation's page
whose title or other name (`also_called`) is that term; lists of related pages never count.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor import project
from plugins import document
from plugins.search.demand import DEMAND
from plugins.search.letters import normalise
from plugins.search.tables import read_table


@dataclass(frozen=True, slots=True)
class Coverage:
    """Searches for occupations and how many are answered; `missing` are terms without a page, most wanted first."""

    searches: int
    answered: int
    terms: int
    missing: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The share of searches that are answered."""
        return self.answered / self.searches if self.searches else 0.0


def coverage(demand: Path, pages: Iterable[document.Document]) -> Coverage:
    """The Coverage of the searches in the table at `demand` by occupations among `pages`."""
    jobs = [page.data for page in pages if page.data["kind"] == "yrke"]
    names = {normalise(name) for data in jobs for name in (data["title"], *(data.get("also_called") or ()))}
    rows = [(row["term"], int(row["searches"] or 0)) for row in read_table(demand) if row["kind"] == "yrke"]
    missing = sorted((row for row in rows if normalise(row[0]) not in names), key=lambda row: -row[1])
    total = sum(count for _, count in rows)
    return Coverage(total, total - sum(count for _, count in missing), len(rows) - len(missing), tuple(missing))


def main(arguments: Sequence[str] = ()) -> None:
    """Print the share, and what is most wanted among what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demand", type=Path, default=DEMAND, help="TSV with term, searches, kind")
    parser.add_argument("--content", type=Path, default=project.ROOT / "content", help="folder of pages")
    options = parser.parse_args(arguments)
    site = document.read_site(options.content, project.load().settings)
    found = coverage(options.demand, (page.document for page in document.every_page(site)))
    print(f"{found.answered:,} of {found.searches:,} searches for occupations: {100 * found.share:.1f} % by {found.terms} terms")
    print("most wanted without a page:", ", ".join(f"{term} ({count:,})" for term, count in found.missing[:10]))


if __name__ == "__main__":
    main(sys.argv[1:])
