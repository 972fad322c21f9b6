"""What is sent is what was written, without comments, and once."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from plugins import assets
from tests.conftest import ROOT
from tests.making import write_tree


def test_only_comments_and_blanks_go() -> None:
    source = '{\n  // why\n  const a = `x  ${1}  // no`; /* c */\n  const r = /a\\/\\/b  c/.test("//");\n}\n'
    assert assets.small(source, ".js") == b'{const a=`x  ${1}  // no`;const r=/a\\/\\/b  c/.test("//");}'
    assert assets.small("/* c */\n.a { width: calc(1px + 2px); }\n", ".css") == b".a{width:calc(1px + 2px)}"
    assert b"MIT" in assets.small("/*! MIT */\nlet a;", ".js")


def test_what_is_in_a_bundle_is_sent_once_in_its_order(tmp_path: Path) -> None:
    files = {"static/a.js": "let a;", "static/b.js": "let b;", "static/c.js": "let c;", "bundles.toml": '"page.js" = ["b", "a"]'}
    write_tree(tmp_path, files)
    assert assets.made([tmp_path / "static"], tmp_path) == {"c.js": b"let c;", "page.js": b"let b;\nlet a;"}


def test_a_bundle_of_what_is_not_there_is_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, {"bundles.toml": '"page.js" = ["borte"]'})
    with pytest.raises(ValueError, match=r"borte\.js"):
        assets.made([], tmp_path)


def test_the_sites_own_bundles_are_whole(built_site: Path) -> None:
    sent = {path.name for path in (built_site / "theme").iterdir()}
    assert {"page.js", "page.css", "first.js", "theme-settings.js"} <= sent
    assert "lyttevei.js" not in sent and "theme.css" not in sent


def test_what_any_page_names_is_light(built_site: Path) -> None:
    """At most 26 KB for each page with the styles and scripts that its own tags name; the browser measures what comes besides."""
    sizes: dict[Path, int] = {}

    def size(path: Path) -> int:
        if path not in sizes:
            sizes[path] = len(gzip.compress(path.read_bytes(), 9))
        return sizes[path]

    def weight(page: Path) -> int:
        named = re.findall(r'<(?:script[^>]*? src|link rel="(?:stylesheet|manifest)" href)="([^"?]+)', page.read_text(encoding="utf-8"))
        assert len(named) >= 4, page
        return size(page) + sum(size((page.parent / name).resolve()) for name in named)

    weights = {page.relative_to(built_site).as_posix(): weight(page) for page in built_site.rglob("*.html")}
    assert {name: found for name, found in weights.items() if found > 26 * 1024} == {}


def test_sources_stay_readable() -> None:
    assert all("/**" in path.read_text(encoding="utf-8") for path in (ROOT / "theme" / "static").glob("theme-*.js"))
