"""What a misspeller did: the cheapest edits between what was typed and what was meant.

An edit is a tuple: ("change", typed, meant), ("add", typed), ("drop", meant), ("swap",) or ("double",), the last being
one letter too many or too few of two alike. `search-distance.js` prices the same edits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import inf

Edit = tuple[str, ...]
#: A way to a cell of the table: the letters it uses of what was typed and of what was meant, and its edit.
Step = tuple[int, int, Edit | None]


def align(typed: str, meant: str, costs: Mapping[Edit, float]) -> list[Edit]:
    """The edits of the cheapest alignment, last first; an edit that `costs` lacks costs 1."""
    adds, drops = _singles("add", typed), _singles("drop", meant)
    table: dict[tuple[int, int], float] = {(0, 0): 0.0}
    back: dict[tuple[int, int], Step] = {}
    for i, j in product(range(len(typed) + 1), range(len(meant) + 1)):
        for step in _steps(typed, i, meant, j, adds, drops):
            cost = table[i - step[0], j - step[1]] + (costs.get(step[2], 1.0) if step[2] else 0.0)
            if cost < table.get((i, j), inf):
                table[i, j], back[i, j] = cost, step
    return list(_walk(back, len(typed), len(meant)))


def _singles(kind: str, word: str) -> list[Edit]:
    """What adding or dropping each letter of a word is called: one of two alike is a slip of its own."""
    around = f" {word} "
    return [("double",) if letter in (around[i], around[i + 2]) else (kind, letter) for i, letter in enumerate(word)]


def _steps(typed: str, i: int, meant: str, j: int, adds: list[Edit], drops: list[Edit]) -> Iterator[Step]:
    """Every edit that may end the first `i` letters typed and the first `j` meant."""
    if i and j:
        same = typed[i - 1] == meant[j - 1]
        yield 1, 1, None if same else ("change", typed[i - 1], meant[j - 1])
        if i > 1 and j > 1 and not same and typed[i - 2] == meant[j - 1] and typed[i - 1] == meant[j - 2]:
            yield 2, 2, ("swap",)
    if i:
        yield 1, 0, adds[i - 1]
    if j:
        yield 0, 1, drops[j - 1]


def _walk(back: Mapping[tuple[int, int], Step], i: int, j: int) -> Iterator[Edit]:
    while i or j:
        a, b, edit = back[i, j]
        if edit:
            yield edit
        i, j = i - a, j - b
