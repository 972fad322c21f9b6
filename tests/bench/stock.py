"""Stock Pelican with its simple theme, which does none of what the rooms do: `python -m tests.bench.stock CONTENT OUTPUT`.

In a process of its own, since Pelican takes every reader that is loaded. Its pages lie where their files do: shipped pages share slugs.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings


def main() -> None:
    """Build without the few pages that a room's own template makes."""
    logging.disable(logging.WARNING)
    content, output = map(Path, sys.argv[1:3])
    special = [path.name for path in content.rglob("*.md") if "\ntemplate: " in path.read_text(encoding="utf-8")]
    place = {"PAGE_SAVE_AS": "{path_no_ext}.html", "PAGE_URL": "{path_no_ext}.html"}
    override = {
        "PATH": str(content), "OUTPUT_PATH": str(output), "THEME": "simple", "ARTICLE_PATHS": [], "PAGE_PATHS": [""],
        "STATIC_PATHS": ["bilder"], "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None, "SITEURL": "", "TIMEZONE": "Europe/Oslo",
        "PATH_METADATA": r"(?P<path_no_ext>.*)\..*", "IGNORE_FILES": [*special, "README.md"],
        **place, **{f"PAGE_LANG_{name.removeprefix('PAGE_')}": value for name, value in place.items()},
    }  # fmt: skip
    Pelican(read_settings(override=override)).run()
    if len(list(output.rglob("*.html"))) < len(list((content / "yrker").glob("*.md"))):
        raise SystemExit("Stock Pelican left out pages, so that its time says nothing.")


if __name__ == "__main__":
    main()
