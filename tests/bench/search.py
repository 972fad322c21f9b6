"""How well misspellings find their title: `python -m tests.bench.search --titles TITLES.tsv --pairs PAIRS.tsv [--json]`.

TITLES has the columns title and searches, PAIRS typed and meant, each with a line of names. Pairs whose meaning is not
among the titles cannot be found and are left out (`left_out`).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"


def main(arguments: list[str]) -> None:
    """Read both files, type every pair in Chromium, print the figures."""
    options = _parser().parse_args(arguments)
    if find_spec("playwright") is None or find_spec("plugins.search") is None:
        _set_up(arguments)
    print(_told(measure(options.titles, options.pairs), options.json))


def measure(titles_path: Path, pairs_path: Path) -> dict[str, float]:
    """The figures of the shipped search: shares hit1, hit3, mrr and none, p50 and p95 in ms, number of pairs."""
    from plugins.search.letters import normalise
    from plugins.search.tables import read_table
    from plugins.search.titles import Title, most_wanted
    from tests.bench import search_figures as bench

    titles = most_wanted(Title(row["title"], int(float(row["searches"] or 0))) for row in read_table(titles_path))
    known = {normalise(title.text) for title in titles}
    pairs = read_table(pairs_path)
    judged = [(row["typed"], row["meant"]) for row in pairs if normalise(row["meant"]) in known]
    if not judged:
        raise SystemExit(f"{pairs_path}: ingen av ordene i kolonnen meant er en tittel i {titles_path}.")
    typed, meant = zip(*judged, strict=True)
    with bench.search_page() as page:
        found = bench.figures(bench.find(page, titles, typed), meant, titles, bench.keystrokes(page, titles, typed))
    return {name: getattr(found, name) for name in bench.Figures.__slots__} | {"left_out": len(pairs) - len(judged)}


def _set_up(arguments: list[str]) -> None:
    """Make the tests' environment and start again in it."""
    if Path(sys.prefix) == PYTHON.parents[1]:
        raise SystemExit("Miljøet i .venv mangler noe. Kjør «make clean» og så den samme kommandoen en gang til.")
    subprocess.run(["make", ".venv/test.stamp"], cwd=ROOT, check=True, stdout=sys.stderr)
    os.execv(PYTHON, [str(PYTHON), "-m", "tests.bench.search", *arguments])


def _told(found: dict[str, float], as_json: bool) -> str:
    if as_json:
        return json.dumps({name: round(value, 6) for name, value in found.items()})
    shares = "  ".join(
        f"{name} {100 * found[key]:.1f} %" for name, key in (("hit@1", "hit1"), ("hit@3", "hit3"), ("nothing shown", "none"))
    )
    return (
        f"{found['pairs']} pairs ({found['left_out']} left out)  {shares}  MRR {found['mrr']:.3f}"
        f"  keystroke p50 {found['p50']:.2f} ms, p95 {found['p95']:.2f} ms"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description="How well misspellings find their title.")
    parser.add_argument("--titles", type=Path, required=True, help="TSV with the columns title and searches")
    parser.add_argument("--pairs", type=Path, required=True, help="TSV with the columns typed and meant")
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
