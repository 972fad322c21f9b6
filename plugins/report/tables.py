"""The figures as CSV: semicolons and a byte-order mark, which a Norwegian spreadsheet needs to read æ, ø and å."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from .charts import written
from .figures import Report

MARK = "\ufeff"
COLUMNS = "adresse tittel slag språk minutter filmer tekstinger lix kontrollert dager mangler kvalitetsområde karrierekompetanse".split()


def csv_files(report: Report) -> Iterator[tuple[str, str]]:
    """(name, text) of the two tables: every page, and the most searched occupations without a page."""
    rows = (
        (
            *(row.address, row.title, row.kind, row.lang, written(row.minutes), row.films, row.captions, written(row.lix)),
            *(row.checked, "" if row.age is None else row.age, ", ".join(row.missing), row.quality, row.competence),
        )
        for row in report.rows
    )
    yield "sider.csv", table(COLUMNS, rows)
    yield "yrker-uten-side.csv", table(("yrke", "søk"), report.coverage.missing)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A CSV text; a cell that a spreadsheet would take as a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return MARK + out.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t" and cell else cell
