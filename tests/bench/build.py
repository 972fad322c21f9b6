"""How long a large site takes without sound beside stock Pelican on the same pages: all of it, nothing changed, one page edited.

make bench                                         1,000 pages
.venv/bin/python -m tests.bench.build 10000 1      10,000 pages, one round
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench import corpus
from tests.bench.running import Cost, run

PAGES, ROUNDS = 1000, 3
#: What stands in for an editor's morning: a paragraph more at the end of one page.
EDIT = "\n\nDette avsnittet er nytt, og siden er ellers som før.\n"


def ours(content: Path, output: Path) -> list[str]:
    """The command that builds with the rooms."""
    return [sys.executable, "-m", "editor.cli", "build", "--no-sound", "--content", str(content), "--output", str(output)]


def stock(content: Path, output: Path) -> list[str]:
    """The command that builds with nothing but Pelican."""
    return [sys.executable, "-m", "tests.bench.stock", str(content), str(output)]


def cases(content: Path, folder: Path, number: int) -> dict[str, Cost]:
    """One round, its parts one after the other: a cold build in a folder of its own, again, and after an edit."""
    output = folder / f"output-{number}"
    edited = sorted((content / "yrker").glob("*.md"))[number]
    found = {"stock Pelican": run(stock(content, folder / f"stock-{number}")), "full": run(ours(content, output))}
    found["no change"] = run(ours(content, output))
    edited.write_text(edited.read_text(encoding="utf-8") + EDIT, encoding="utf-8", newline="\n")
    return {**found, "one edit": run(ours(content, output))}


def middle(costs: list[Cost], of: Callable[[Cost], float]) -> float:
    """The median of one figure over the rounds."""
    return median(map(of, costs))


def main() -> None:
    """Measure in a folder that goes afterwards, and print a table."""
    pages, rounds = (int(sys.argv[at]) if len(sys.argv) > at else given for at, given in ((1, PAGES), (2, ROUNDS)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        count = corpus.write_site(folder / "content", pages)
        found = [cases(folder / "content", folder, number) for number in range(rounds)]
    print(f"{count} pages, no sound, {rounds} rounds interleaved; medians")
    print(f"  {'':16}{'seconds':>9}{'/ stock':>9}{'peak MB':>9}")
    for part in found[0]:
        costs = [each[part] for each in found]
        ratio = median(each[part].seconds / each["stock Pelican"].seconds for each in found)
        print(f"  {part:16}{middle(costs, lambda cost: cost.seconds):9.2f}{ratio:9.3f}{middle(costs, lambda cost: cost.memory):9.0f}")


if __name__ == "__main__":
    main()
