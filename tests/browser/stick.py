"""The unpacked ZIP on a stick: where a test finds it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.conftest import AWKWARD

KOKK = "nettsted/yrker/kokk-og-servitor/index.html"


def unpack(packed: Path, folder: Path) -> Path:
    """Unpack the site's ZIP into a folder whose name has blanks and æøå; gives the folder."""
    stick = folder / f"E {AWKWARD}"
    with zipfile.ZipFile(packed / "lyttevei.zip") as found:
        found.extractall(stick)
    return stick
