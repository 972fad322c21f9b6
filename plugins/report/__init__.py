"""Room report: what the site has and what it lacks, for those who lead and write it; measured on content, never on users.

Takes what every room above gave each page. Gives `site.report`, which the page with `template: report/page` shows, and beside
that page its figures as CSV and its charts as SVG.
"""

from __future__ import annotations

import datetime

from plugins import document

from .charts import chart_files
from .figures import Report, report
from .tables import csv_files

__all__ = ["Report", "process", "write"]

TEMPLATE = "report/page"


def process(site: document.Site) -> None:
    """Measure the content, where the site has a page that shows it."""
    found = [page for page in document.every_page(site) if page.document.data.get("template") == TEMPLATE]
    site.report = report(site, document.address(found[0].document, site), datetime.date.today()) if found else None


def write(site: document.Site) -> None:
    """The CSV files and the charts, in the page's folder."""
    if site.report is None:
        return
    folder = (site.output / site.report.address).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (*csv_files(site.report), *chart_files(site.report)):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
