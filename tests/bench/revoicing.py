"""How many pages of 1,000 a build voices anew when something is changed.

make bench                                       1,000 pages
.venv/bin/python -m tests.bench.revoicing 100    100 pages
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.revoicing import Generated, steps

PAGES = 1000


def main() -> None:
    """Generate the site, change it, and print a line for each change."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        for change, voiced in steps(Generated(Path(folder) / "innhold", Path(folder) / "store"), count):
            print(f"  {change:46}{voiced:6} of {count} pages voiced")


if __name__ == "__main__":
    main()
