"""Tables whose rows may have more cells than their head: no cell is lost, and the row is told."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from bs4 import Tag
from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor

WIDE = "Raden «{0}» har flere celler enn tabellen har overskrifter. Gi tabellen en overskrift til, eller ta bort det som er for mye."


class WideRows(TableProcessor):
    """Markdown's own, which drops the cells that no heading stands over."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        cells = len(self._split_row(row.rstrip("| ")))
        super()._build_row(row, parent, [*align, *[None] * (cells - len(align))])


class Tables(TableExtension):
    """The extension with that processor."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put it in the place of the other."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(WideRows(md.parser, self.getConfigs()), "table", 75)


def wide_rows(root: Tag) -> list[tuple[str, str, str]]:
    """Rows with more cells than the head of their table: (code, text to look for, message in bokmål)."""
    found = []
    for table in root.find_all("table"):
        width = max((_width(row) for row in table.select("thead > tr")), default=0)
        for row in table.select("tbody > tr") if width else ():
            if _width(row) > width:
                text = [" ".join(cell.get_text(" ").split()) for cell in row.find_all(("td", "th"), recursive=False)]
                said = " | ".join(filter(None, text))
                found.append(("repaired", next(filter(None, reversed(text)), "|"), WIDE.format(said)))
    return found


def _width(row: Tag) -> int:
    """How many columns a row takes."""
    spans = [str(cell.get("colspan", "1")) for cell in row.find_all(("td", "th"), recursive=False)]
    return sum(int(span) if span.isdigit() else 1 for span in spans)
