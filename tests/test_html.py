"""Every page that is built is valid: a strict parser takes it without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from tests.conftest import ROOT, TEST_CONTENT


@pytest.mark.parametrize("content", [ROOT / "content", TEST_CONTENT], ids=["site", "test-page"])
def test_a_strict_parser_takes_every_page(content: Path, build: Callable[[Path], Path]) -> None:
    pages = sorted(build(content).rglob("*.html"))
    assert pages
    faults = {path.name: parser.errors for path in pages if (parser := parsed(path.read_text(encoding="utf-8"))).errors}
    assert faults == {}


def parsed(text: str) -> html5lib.HTMLParser:
    """The parser after the text; it has noted what is wrong."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return parser


def test_the_parser_sees_a_fault() -> None:
    assert parsed("<!doctype html><title>T</title><p>Hei</div>").errors
