"""What a misspeller did: the cheapest edits between what was typed and what was meant.

An edit is a tuple: ("change", typed, meant), ("add", typed), ("drop", meant), ("swap",) or ("double",), the last being
one letter too many or too few of two alike. `search-distance.js` prices the same edits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Edit = tuple[str, ...]
#: A way to a cell of the table: the letters it uses of what was typed and of what was meant, and its edit.
Step = tuple[int, int, Edit | None]


def align(typed: str, meant: str, costs: Mapping[Edit, float]) -> list[Edit]:
    """The edits of the cheapest alignment, last first; an edit that `costs` lacks costs 1."""
    adds, drops = _singles("add", typed), _singles("drop", meant)
    table: dict[tuple[int, int], float] = {(0, 0): 0.0}
    back: dict[tuple[int, int], Step] = {}
    for i in range(len(typed) + 1):
        for j in range(len(meant) + 1):
            steps = list(_steps(typed[:i], meant[:j], adds[:i], drops[:j]))
            if steps:
                back[i, j] = min(steps, key=lambda step: table[i - step[0], j - step[1]] + _price(step, costs))
                table[i, j] = table[i - back[i, j][0], j - back[i, j][1]] + _price(back[i, j], costs)
    return list(_walk(back, len(typed), len(meant)))


def _singles(kind: str, word: str) -> list[Edit]:
    """What adding or dropping each letter of a word is called: one of two alike is a slip of its own."""
    around = f" {word} "
    return [("double",) if letter in (around[i], around[i + 2]) else (kind, letter) for i, letter in enumerate(word)]


def _steps(typed: str, meant: str, adds: list[Edit], drops: list[Edit]) -> Iterator[Step]:
    """Every edit that may end two beginnings."""
    if typed and meant:
        yield 1, 1, None if typed[-1] == meant[-1] else ("change", typed[-1], meant[-1])
    if typed:
        yield 1, 0, adds[-1]
    if meant:
        yield 0, 1, drops[-1]
    if len(typed) > 1 and typed[-2:] == meant[-2:][::-1] and typed[-1] != typed[-2]:
        yield 2, 2, ("swap",)


def _price(step: Step, costs: Mapping[Edit, float]) -> float:
    return costs.get(step[2], 1.0) if step[2] else 0.0


def _walk(back: Mapping[tuple[int, int], Step], i: int, j: int) -> Iterator[Edit]:
    while i or j:
        a, b, edit = back[i, j]
        if edit:
            yield edit
        i, j = i - a, j - b
