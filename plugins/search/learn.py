"""Learns from real misspellings what each slip costs: `python -m plugins.search.learn` writes `data/costs.json`.

A slip that many words suffer from is cheap: its cost falls with the logarithm of how often it is made (as in Ristad
and Yianilos, "Learning String-Edit Distance", 1998, with the best alignment only). Words are aligned by the costs
learnt so far, three times over.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log
from pathlib import Path
from typing import Any

from .align import Edit, align
from .letters import normalise
from .tables import read_table

DATA = Path(__file__).resolve().parent / "data"
ROUNDS = 3
#: A pair with more edits than this is another word, not a slip.
MOST_EDITS = 4
#: The cheapest slip, as a part of the dearest.
CHEAPEST = 0.3
#: A slip made less often than this costs in full.
RAREST = 2 / 5000


def read_pairs() -> list[tuple[str, str]]:
    """What was typed and what was meant, normalised."""
    return [(normalise(row["typed"]), normalise(row["meant"])) for row in read_table(DATA / "misspellings.tsv")]


def learn(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The costs of all slips in hundredths, as the browser takes them."""
    pairs = list(pairs)
    costs: dict[Edit, float] = {}
    for _ in range(ROUNDS):
        costs = _costs(_count(pairs, costs), pairs)
    return _packed(costs)


def _count(pairs: Iterable[tuple[str, str]], costs: Mapping[Edit, float]) -> Counter[Edit]:
    edits = (align(typed, meant, costs) for typed, meant in pairs)
    return Counter(edit for made in edits if len(made) <= MOST_EDITS for edit in made)


def _costs(made: Counter[Edit], pairs: Iterable[tuple[str, str]]) -> dict[Edit, float]:
    """0.3 for the most likely slip to 1 for one that is hardly ever made."""
    letters = Counter(letter for _, meant in pairs for letter in meant)
    everything = letters.total()
    chances = {
        edit: times / ((letters[edit[-1]] if edit[0] in ("change", "drop") else everything) + 50) for edit, times in made.items()
    }
    high, low = log(max(chances.values())), log(RAREST)
    scaled = {edit: CHEAPEST + (1 - CHEAPEST) * (high - log(chance)) / (high - low) for edit, chance in chances.items()}
    return {edit: cost for edit, cost in scaled.items() if cost < 1}


def _packed(costs: Mapping[Edit, float]) -> dict[str, Any]:
    packed: dict[str, Any] = {"add": {}, "drop": {}, "change": {}, "swap": 100, "double": 100}
    for (kind, *letters), cost in sorted(costs.items()):
        if letters:
            packed[kind]["".join(letters)] = round(100 * cost)
        else:
            packed[kind] = round(100 * cost)
    return packed


if __name__ == "__main__":
    text = json.dumps(learn(read_pairs()), ensure_ascii=False, indent=1)
    (DATA / "costs.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
