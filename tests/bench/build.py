"""How long the shipped site and a large one take without sound, room by room, beside stock Pelican with its simple theme on the same pages.

make bench                                   the shipped pages, then 1,000
.venv/bin/python -m tests.bench.build 200    the shipped pages, then 200
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import tempfile
import time
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins import document
from tests.conftest import ROOT

PAGES = 1000


def multiply(content: Path, count: int) -> int:
    """Copy the shipped occupations side by side in `content` until there are `count` pages; gives their number."""
    shutil.copytree(ROOT / "content", content)
    models = sorted((content / "yrker").glob("*.md"))
    for number in range(count - len(list(content.rglob("*.md")))):
        model = models[number % len(models)]
        name = f"{model.stem}-{number}"
        text = re.sub(r"^slug: .*\n", "", model.read_text(encoding="utf-8"), flags=re.MULTILINE)
        model.with_stem(name).write_text(re.sub(r"^title: (.*)", rf"title: \1 {number}", text, flags=re.MULTILINE), encoding="utf-8")
    return sum(document.is_page(path) for path in content.rglob("*"))


def ours(content: Path, output: Path) -> dict[str, float]:
    """Build with the rooms; seconds of each room's `process`, and of the whole.

    Imported here, since Pelican takes every reader that is loaded, and the stock build is to have its own.
    """
    from editor import project
    from plugins import pipeline

    started = time.perf_counter()
    site = pipeline.build(content, output, replace(project.load().settings, sound=False))
    return dict(site.seconds) | {"whole": time.perf_counter() - started}


def stock(content: Path, output: Path) -> float:
    """Build with nothing but Pelican, which leaves out the few pages that a room's own template makes; seconds."""
    special = [path.name for path in content.rglob("*.md") if "\ntemplate: " in path.read_text(encoding="utf-8")]
    settings = read_settings(
        override={
            "PATH": str(content), "OUTPUT_PATH": str(output), "THEME": "simple", "ARTICLE_PATHS": [], "PAGE_PATHS": [""],
            "STATIC_PATHS": ["bilder"], "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None, "SITEURL": "", "TIMEZONE": "Europe/Oslo",
            "IGNORE_FILES": [*special, "README.md"],
        }
    )  # fmt: skip
    started = time.perf_counter()
    with redirect_stdout(StringIO()):
        Pelican(settings).run()
    seconds = time.perf_counter() - started
    if len(list(output.rglob("*.html"))) < len(list((content / "yrker").glob("*.md"))):
        raise SystemExit("Stock Pelican left out pages, so that its time says nothing.")
    return seconds


def main() -> None:
    """Measure both in a folder that goes afterwards, and print a table for each size.

    All of stock comes first, since our reader stays once it is loaded.
    """
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / size for size in ("shipped", "large")]
        counts = [multiply(folder / "content", count) for folder, count in zip(folders, (0, _wanted()), strict=True)]
        bare = [stock(folder / "content", folder / "stock") for folder in folders]
        for folder, count, seconds in zip(folders, counts, bare, strict=True):
            tell(count, ours(folder / "content", folder / "output") | {"stock Pelican": seconds})


def _wanted() -> int:
    return int(sys.argv[1]) if len(sys.argv) > 1 else PAGES


def tell(count: int, seconds: dict[str, float]) -> None:
    """Print each part's time for `count` pages, and how the whole compares."""
    print(f"{count} pages, no sound")
    for part, each in seconds.items():
        print(f"  {part:16}{each:8.2f} s {1000 * each / count:8.2f} ms a page")
    print(f"  {'whole / stock':16}{seconds['whole'] / seconds['stock Pelican']:8.2f}")


if __name__ == "__main__":
    main()
