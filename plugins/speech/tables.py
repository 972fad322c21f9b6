"""Tables as a listener needs them: each cell after the head of its column."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.document import Block

CELLS = frozenset({"td", "th"})


def place(block: Block) -> tuple[str, str, str] | None:
    """The innermost (table, row, column) that a Block stands in."""
    found = {part.split(":")[0]: part for part in block.inside}
    return (found["table"], found["row"], found["col"]) if {"table", "row", "col"} <= found.keys() else None


class Tables:
    """The tables among a page's Blocks: which cells are heads of columns, and which end a row."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        cells = [(found, block) for block in blocks if (found := place(block))]
        rows: dict[tuple[str, str], list[Block]] = {}
        for (table, row, _), block in cells:
            rows.setdefault((table, row), []).append(block)
        with_body = {table for table, row in rows if row != "row:1"}
        self.heads = {
            (table, col): block
            for (table, row, col), block in cells
            if row == "row:1" and table in with_body and all(each.kind == "th" for each in rows[table, row])
        }
        self.last = {found[-1].id for found in rows.values()}

    def is_head(self, block: Block) -> bool:
        """Said before each cell of its column, not by itself."""
        return any(head is block for head in self.heads.values())

    def is_last(self, block: Block) -> bool:
        """The last cell of its row that holds text."""
        return block.id in self.last

    def head(self, block: Block) -> Block | None:
        """The head of a cell's column; none for the rest of a cell that holds several Blocks."""
        found = place(block)
        return self.heads.get((found[0], found[2])) if found and block.kind in CELLS else None
