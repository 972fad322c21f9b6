"""Fonts and scripts by others are what the table says, and the budget for fonts holds."""

from __future__ import annotations

import pytest

from tools import vendor

#: The most that the fonts of a page with the usual settings may weigh, in bytes.
FONT_BUDGET = 35 * 1024


@pytest.mark.parametrize("entry", vendor.read_table(), ids=lambda entry: entry["name"])
def test_each_file_has_its_hash_and_its_licence(entry: dict[str, str]) -> None:
    assert vendor.digest(vendor.ROOT / entry["target"]) == entry["sha256"]
    assert vendor.license_path(entry).stat().st_size > 500


def test_the_page_in_docs_is_the_table() -> None:
    assert vendor.PAGE.read_text(encoding="utf-8") == vendor.page(vendor.read_table())


def test_nothing_vendored_is_missing_from_the_table() -> None:
    known = {entry["target"] for entry in vendor.read_table()}
    found = [path for folder in ("theme", "plugins") for path in (vendor.ROOT / folder).rglob("*.woff2")]
    found += (vendor.ROOT / "tests" / "vendor").iterdir()
    assert {path.relative_to(vendor.ROOT).as_posix() for path in found} <= known


def test_the_fonts_keep_their_budget() -> None:
    first = [entry for entry in vendor.read_table() if entry["target"].endswith(".woff2") and "chooses" not in entry["use"]]
    fonts = [vendor.ROOT / entry["target"] for entry in first]
    assert sum(path.stat().st_size for path in fonts) <= FONT_BUDGET
