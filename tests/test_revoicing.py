"""What is changed on one page costs the sound of that page, and what is not said costs none."""

from __future__ import annotations

from pathlib import Path

from tests.revoicing import Generated, steps

PAGES = 30


def test_only_what_is_said_otherwise_is_voiced_anew(tmp_path: Path) -> None:
    found = steps(Generated(tmp_path / "innhold", tmp_path / "store"), PAGES)
    assert [count for _, count in found] == [PAGES, 0, 1, 0, 0, 0], found
