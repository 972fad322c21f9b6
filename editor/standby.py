"""A process that has loaded all that a build needs, and waits: so a page that is saved is built at once.

It takes one line, the words after `lyttevei build` as JSON, builds, and ends; without one, it ends with the process that started it.
"""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress


def main() -> None:
    """Load, wait, build. Ctrl+C while it waits is for whoever started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from editor import cli, project

    build = cli.main.get_command(None, "build")
    _load(project)
    asked = sys.stdin.readline()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if asked:
        build.main(json.loads(asked), prog_name="lyttevei build")


def _load(project: object) -> None:
    """Import what a build imports, and let the rooms make ready; what is wrong there is told when somebody asks for a build."""
    with suppress(Exception):
        from plugins import pipeline  # noqa: F401

        for room in project.load().rooms:
            if hasattr(room, "make_ready"):
                room.make_ready()


if __name__ == "__main__":
    main()
