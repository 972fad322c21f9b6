"""Room offline's pure functions in a real Chromium: ranges, addresses, and what a page needs."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("header", "size", "expected"),
    [
        (None, 10, (200, 0, 10)), ("", 10, (200, 0, 10)), ("bytes=-", 10, (200, 0, 10)), ("items=0-1", 10, (200, 0, 10)),
        ("bytes=0-1,4-5", 10, (200, 0, 10)), ("bytes=-0", 10, (416, 0, 0)), ("bytes=-50", 10, (206, 0, 10)), ("bytes=10-", 10, (416, 0, 0)),
        ("bytes=9-9", 10, (206, 9, 10)), ("bytes=0-", 0, (416, 0, 0)), (None, 0, (200, 0, 0)),
    ],
)  # fmt: skip
def test_every_kind_of_range(pure: Page, header: str | None, size: int, expected: tuple[int, int, int]) -> None:
    assert pure.evaluate("([header, size]) => Object.values(Lyttevei.range(header, size))", [header, size]) == list(expected)


@pytest.mark.parametrize(
    ("path", "mode", "expected"),
    [
        ("", "navigate", ("page", "index.html")),
        ("?q=kokk", "navigate", ("page", "index.html")),
        ("sider/a/?utm_source=teams", "navigate", ("page", "sider/a/index.html")),
        ("sider/a", "navigate", ("page", "sider/a/index.html")),
        ("sok/?q=kokk#treff", "navigate", ("page", "sok/index.html")),
        ("sider/a/index.html", "", ("page", "sider/a/index.html")),
        ("theme/stil.css?v=2", "", ("file", "theme/stil.css?v=2")),
        ("theme/stil.css?v=2&utm=x", "", ("file", "theme/stil.css?v=2")),
        ("theme/stil.css?x=1", "", ("file", "theme/stil.css")),
        ("sound/0123456789abcdef0123456789abcdef.mp3?x", "", ("sound", "sound/0123456789abcdef0123456789abcdef.mp3")),
        ("data/0123456789abcdef.js", "", ("data", "data/0123456789abcdef.js")),
        ("data/titler.js", "", ("fresh", "data/titler.js")),
        ("bilder/a.SVG?x=1", "", ("fresh", "bilder/a.SVG")),
        ("film/lang.mp4", "", ("film", "film/lang.mp4")),
        ("film/lang.pdf", "", None),
        ("sw.js", "", None),
        ("../annet/index.html", "navigate", None),
    ],
)
def test_routes(pure: Page, path: str, mode: str, expected: tuple[str, str] | None) -> None:
    scope = "https://skolen.no/vei/"
    found: dict[str, Any] | None = pure.evaluate(
        "([path, mode, scope]) => Lyttevei.route({ url: new URL(path, scope).href, method: 'GET', mode }, scope)", [path, mode, scope]
    )
    assert (found and (found["kind"], found["key"].removeprefix(scope))) == expected


def test_nothing_but_get_is_answered(pure: Page) -> None:
    assert pure.evaluate("Lyttevei.route({ url: 'https://a.no/', method: 'POST' }, 'https://a.no/')") is None


def test_sites_on_one_server_have_their_own_caches(pure: Page) -> None:
    names = pure.evaluate(
        "['https://a.no/x/', 'https://a.no/x/y/', 'https://a.no/'].map((scope) => Object.values(Lyttevei.cacheNames(scope)))"
    )
    assert len({name for each in names for name in each}) == 12
    assert not any(name.startswith(names[1][0]) for name in names[0])


PAGE = """<link rel="icon" href="i.svg"><link rel="stylesheet" href="../../theme/a.css?v=1">
<script defer src="../../theme/a.js?v=2"></script><a href="../b/">b</a><img alt="" src="../../bilder/x.svg?a=1&amp;b=2">
<ly-search data-parts="0123456789abcdef fedcba9876543210" data-kind="yrke" data-marking="a.js?v=0123456789abcdef">
<ly-player data-key="00112233445566aa"><audio preload="none" src="../../sound/y.mp3"></audio></ly-player>
<ly-listen data-key="aaaabbbbccccdddd" data-shown="x" data-sound="../../sound/z.mp3"><button>Hør</button></ly-listen>
<ly-listen data-key="1111222233334444" data-from="tittel" data-to="kort-1"><button>Hør</button></ly-listen>"""


def test_what_a_page_needs(pure: Page) -> None:
    found = pure.evaluate("(html) => [...Lyttevei.references(html, 'https://a.no/s/yrker/a/index.html', 'https://a.no/s/')]", PAGE)
    names = ("theme/a.css?v=1", "theme/a.js?v=2", "bilder/x.svg?a=1&b=2", "sound/y.mp3", "sound/z.mp3")
    keys = ("0123456789abcdef", "fedcba9876543210", "00112233445566aa", "aaaabbbbccccdddd")
    assert found == [f"https://a.no/s/{name}" for name in (*names, *(f"data/{key}.js" for key in keys))]
