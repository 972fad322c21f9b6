"""Writes docs/nginx.conf anew from the headers that room offline has (for maintainers: python -m tools.nginx)."""

from __future__ import annotations

from pathlib import Path

from plugins import offline

GOAL = Path(__file__).resolve().parent.parent / "docs" / "nginx.conf"


def main() -> None:
    """Write it."""
    GOAL.write_text(offline.nginx(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
