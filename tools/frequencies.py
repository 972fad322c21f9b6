"""Write plugins/plain/data/frequencies.txt.gz anew from the package wordfreq (maintainers; `make vendor`).

The package holds forty languages and asks for five more packages, 73 MB in all; the site needs one list of it.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from wordfreq import get_frequency_list

GOAL = Path(__file__).resolve().parent.parent / "plugins" / "plain" / "data" / "frequencies.txt.gz"
LANG = "nb"


def text() -> str:
    """A line for each step of the Zipf scale in hundredths, then its words: "600 og i er"."""
    steps = enumerate(get_frequency_list(LANG, "large"))
    return "".join(f"{900 - step} {' '.join(sorted(words))}\n" for step, words in steps if words)


def main() -> None:
    """Write the file; the same list gives the same bytes."""
    GOAL.parent.mkdir(exist_ok=True)
    GOAL.write_bytes(gzip.compress(text().encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
