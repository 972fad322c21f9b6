"""How long each room takes on a large site without sound.

.venv/bin/python -m tests.bench.rooms
"""

from __future__ import annotations

import tempfile
from contextlib import redirect_stderr
from dataclasses import replace
from io import StringIO
from pathlib import Path

from editor import project
from plugins import document, pipeline, record
from tests.bench import corpus

PAGES = 300


def built(folder: Path) -> document.Site:
    """The site of a corpus, built in this process."""
    corpus.write_site(folder / "content", PAGES)
    settings = replace(project.load().settings, sound=False)
    asked = record.Asked(folder / "content", folder / "output", sound=False)
    with redirect_stderr(StringIO()):  # remarks on made-up pages
        return pipeline.build(asked.content, asked.output, settings, record.look(asked))


def main() -> None:
    """Print seconds by room, in their order."""
    with tempfile.TemporaryDirectory() as name:
        site = built(Path(name))
    rooms = ", ".join(f"{room} {took:.2f} s" for room, took in site.seconds.items())
    print(f"{PAGES} pages, no sound: {rooms}")


if __name__ == "__main__":
    main()
