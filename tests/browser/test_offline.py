"""The site with the network cut, in a real Chromium."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from plugins import document, offline
from tests.browser.network import Network, network
from tests.conftest import ROOT
from tests.making import write_tree

STATIC = ROOT / "plugins" / "offline" / "static"
UNDER = "skolen/på vei"
KOKK = "yrker/kokk/index.html"
AWAY = "yrker/lege/index.html"
FILES = {
    "content/index.md": "---\ntitle: Finn veien\nslug: index\n---\n\nHei.",
    "content/yrker/kokk.md": "---\ntitle: Kokk\npicture: bilder/k.svg\nsummary: [Du lager mat.]\n---\n\nDu steker og koker. " + "Maten er god. " * 20,
    "content/yrker/lege.md": "---\ntitle: Lege\n---\n\nDu hjelper syke.",
    "content/sider/uten-nett.md": "---\ntitle: Sider uten nett\nslug: uten-nett\ntemplate: offline/page\n---\n\nHer er de.",
    "content/bilder/k.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>',
}
#: Every address in this site's caches, below the site's own.
STORED = """async (base) => {
    const found = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url.slice(base.length));
    return found.sort();
}"""
PLAYS = "() => { const audio = document.querySelector('audio'); return audio.error?.message || audio.currentTime > 0.3; }"
MARGIN = "() => getComputedStyle(document.body).marginLeft"


@pytest.fixture(scope="module")
def small_site(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four pages with sound."""
    return build(write_tree(tmp_path_factory.mktemp("innhold"), FILES))


@pytest.fixture
def folder(small_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site that a test may change."""
    return Path(shutil.copytree(small_site, tmp_path / "nettsted"))


@pytest.fixture
def between(folder: Path) -> Iterator[Network]:
    """The network between the browser and the site in `folder`."""
    with network(folder, UNDER) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that knows nothing yet."""
    context = browser.new_context()
    yield context
    context.close()


def visit(context: BrowserContext, between: Network, address: str, wait: str = "sound/") -> Page:
    """Open a page and wait until it, and what begins with `wait`, is stored."""
    page = context.new_page()
    page.goto(between.base + address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wanted = {address, *sound_of(page, between.base)} if wait == "sound/" else {address}
    until(page, f"async ([base, wanted]) => {{ const all = await ({STORED})(base); return wanted.every((each) => all.includes(each)); }}", [between.base, sorted(wanted)])
    return page


def until(page: Page, function: str, arg: Any = None) -> None:
    """Wait until an asynchronous function says true: Playwright's own wait does not look into promises."""
    end = time.monotonic() + 60
    while not page.evaluate(function, arg):
        assert time.monotonic() < end, function
        page.wait_for_timeout(50)


def sound_of(page: Page, base: str) -> list[str]:
    return [page.evaluate("document.querySelector('audio').src")[len(base):]]


def plays(page: Page) -> bool:
    """Whether the page reads itself aloud when asked to."""
    page.click("ly-listen button")
    return page.wait_for_function(PLAYS).json_value() is True


def stored(page: Page, between: Network) -> list[str]:
    return page.evaluate(STORED, between.base)


def test_a_visited_page_reads_itself_aloud_without_a_network(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"
    assert page.evaluate("document.querySelector('.picture img').naturalWidth > 0 && document.fonts.ready.then(() => true)")
    assert plays(page)
    assert page.evaluate("CSS.highlights.size") > 0
    page.evaluate("document.querySelector('audio').currentTime = 10")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 10.2")


def test_a_page_that_was_not_visited_says_so_and_shows_what_there_is(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.cut = True
    page.goto(between.base + AWAY)
    page.wait_for_selector("ly-stored li")
    assert page.inner_text("h1") == "Sider uten nett"
    assert "er ikke lagret her" in page.inner_text("#ly-mangler")
    assert sorted(page.locator("ly-stored li").all_inner_texts()) == ["Finn veien", "Kokk med lyd"]
    between.cut = False
    page.click("#ly-mangler a")
    assert page.inner_text("h1") == "Lege"


def test_the_page_for_no_network_is_heard_without_one(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.cut = True
    page.goto(between.base + AWAY)
    assert plays(page)


@pytest.mark.parametrize("side", ["javascript:alert(1)", "//example.org/", "../../annet/"])
def test_a_page_off_the_site_is_not_offered(side: str, context: BrowserContext, between: Network) -> None:
    page = context.new_page()
    page.goto(between.base + f"uten-nett/index.html?side={side}")
    page.wait_for_selector("ly-stored [data-when=none]:not([hidden])")
    assert not page.is_visible("#ly-mangler")


@pytest.mark.parametrize("address", ["yrker/kokk/?utm_source=teams", "yrker/kokk/index.html?highlight=jobb#b1", "index.html?q=kokk", "?q=kokk", "yrker/kokk"])
def test_a_query_makes_no_miss(address: str, context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.cut = True
    page.goto(between.base + address)
    assert page.inner_text("h1") in ("Kokk", "Finn veien")
    assert page.evaluate(MARGIN) == "0px", "the style sheet is there, too"
    assert [each for each in stored(page, between) if "?" in each and "?v=" not in each] == []


def test_versions_are_never_mixed(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    page.reload()
    ask = "(address) => fetch(address).then((answer) => answer.status, () => 0)"
    new, old = between.base + "theme/theme.css?v=0000000000000000", page.evaluate("document.querySelector('link[rel=stylesheet]').href")
    between.cut = True
    assert (page.evaluate(ask, new), page.evaluate(ask, old)) == (0, 200)


def test_parts_of_a_stored_sound(context: BrowserContext, between: Network, folder: Path) -> None:
    page = visit(context, between, KOKK)
    page.reload()
    (sound,) = sound_of(page, between.base)
    data = (folder / sound).read_bytes()
    between.cut = True
    ask = """async ([address, range]) => {
        const answer = await fetch(address, range ? { headers: { Range: range } } : {});
        return [answer.status, answer.headers.get("Content-Range"), [...new Uint8Array(await answer.arrayBuffer())]];
    }"""
    size = len(data)
    for header, expected in {
        "bytes=0-": (206, f"bytes 0-{size - 1}/{size}", data),
        "bytes=10-19": (206, f"bytes 10-19/{size}", data[10:20]),
        "bytes=-100": (206, f"bytes {size - 100}-{size - 1}/{size}", data[-100:]),
        f"bytes={size}-": (416, f"bytes */{size}", b""),
        "": (200, None, data),
    }.items():
        status, range_, body = page.evaluate(ask, [between.base + sound, header])
        assert (status, range_, bytes(body)) == expected, header


def test_only_whole_answers_are_stored(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    statuses = page.evaluate("""async () => {
        const found = new Set();
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) found.add((await cache.match(request)).status);
        }
        return [...found];
    }""")
    assert statuses == [200]


def test_a_missing_sound_does_not_stop_the_shell(context: BrowserContext, between: Network, folder: Path) -> None:
    between.wrong = dict.fromkeys((path.relative_to(folder).as_posix() for path in folder.glob("sound/*.mp3")), 404)
    page = visit(context, between, KOKK, wait="")
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"
    assert page.evaluate(MARGIN) == "0px"


def test_a_missing_file_of_the_shell_leaves_the_site_as_it_was(context: BrowserContext, between: Network) -> None:
    between.wrong = {"theme/offline-stored.js": 404}
    page = context.new_page()
    page.goto(between.base + KOKK)
    until(page, "() => navigator.serviceWorker.getRegistration().then((found) => !found)")
    assert page.inner_text("h1") == "Kokk"


def test_a_full_disk_is_told_and_the_page_is_there(context: BrowserContext, between: Network) -> None:
    page = context.new_page()
    debugger = context.new_cdp_session(page)
    origin = between.base.split("/skolen")[0]
    debugger.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 420_000})
    page.goto(between.base + KOKK)
    page.wait_for_selector("ly-offline [data-when=full]:not([hidden])")
    assert "ikke nok plass til lyden" in page.inner_text("ly-offline")
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"


def test_a_page_that_has_moved_opens_without_a_network(context: BrowserContext, between: Network) -> None:
    between.moved = {"yrker/koker/index.html": KOKK}
    page = visit(context, between, KOKK)
    page.evaluate("async (keep) => (await navigator.serviceWorker.ready).active.postMessage({ keep })", between.base + "yrker/koker/index.html")
    until(page, f"async (base) => (await ({STORED})(base)).includes('yrker/koker/index.html')", between.base)
    between.cut = True
    page.goto(between.base + "yrker/koker/index.html")
    assert (page.url, page.inner_text("h1")) == (between.base + "yrker/koker/index.html", "Kokk")


def test_a_server_in_trouble_gives_the_stored_page_but_what_is_gone_is_gone(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.wrong = {KOKK: 500, AWAY: 404}
    assert (page.goto(between.base + KOKK).status, page.inner_text("h1")) == (200, "Kokk")
    assert page.goto(between.base + AWAY).status == 404


def test_a_slow_network_is_not_waited_for(context: BrowserContext, between: Network) -> None:
    page = visit(context, between, KOKK)
    between.slow = 60
    page.goto(between.base + KOKK, timeout=30_000)
    assert page.inner_text("h1") == "Kokk"


def publish(folder: Path, name: str, text: str) -> None:
    """A new version of the site, with `text` at the end of a file of the theme."""
    path = folder / "theme" / name
    before = document.version(path.read_bytes())
    path.write_bytes(path.read_bytes() + text.encode())
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace(before, document.version(path.read_bytes())), encoding="utf-8")
    addresses = dict.fromkeys(page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))
    offline.write(SimpleNamespace(output=folder, addresses=addresses, settings=document.Settings("Lyttevei")))


def update(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true)")


def test_a_new_version_is_offered_and_takes_over_when_chosen(context: BrowserContext, between: Network, folder: Path) -> None:
    page = visit(context, between, KOKK)
    page.reload()
    before = set(stored(page, between))
    publish(folder, "theme.css", "body { margin: 7px }")
    update(page)
    page.wait_for_selector("ly-offline [data-when=new]:not([hidden])")
    assert "Ny versjon er klar" in page.inner_text("ly-offline")
    assert before <= set(stored(page, between)), "nothing goes before the pupil has chosen"
    assert page.evaluate(MARGIN) == "0px"
    page.click("ly-offline [data-do=switch]")
    page.wait_for_function(f"() => ({MARGIN})() === '7px'")
    until(page, f"async (base) => (await ({STORED})(base)).filter((each) => each.startsWith('theme/theme.css')).length === 1", between.base)
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.evaluate(MARGIN) == "7px"


def test_a_new_version_never_interrupts(context: BrowserContext, between: Network, folder: Path) -> None:
    page = visit(context, between, KOKK)
    page.reload()
    assert plays(page)
    publish(folder, "theme.css", "body { margin: 7px }")
    update(page)
    until(page, "() => navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))")
    assert not page.is_visible("ly-offline [data-do=switch]")
    page.evaluate("document.querySelector('audio').pause()")
    page.wait_for_selector("ly-offline [data-do=switch]")
    page.click("ly-offline [data-do=later]")
    assert not page.is_visible("ly-offline [data-do=switch]")


def test_a_changed_page_lets_its_old_sound_go(context: BrowserContext, between: Network, folder: Path) -> None:
    page = visit(context, between, KOKK)
    page.reload()
    (old,), (other,) = sound_of(page, between.base), [path.name for path in folder.glob("sound/*") if AWAY and path.name in (folder / AWAY).read_text(encoding="utf-8")]
    shutil.copyfile(folder / AWAY, folder / KOKK)
    page.goto(between.base + KOKK)
    until(page, f"async ([base, old]) => !(await ({STORED})(base)).includes(old)", [between.base, old])
    assert f"sound/{other}" in stored(page, between)


@pytest.fixture
def pure(context: BrowserContext) -> Page:
    """A page with the room's pure functions and nothing else."""
    page = context.new_page()
    page.evaluate("globalThis.Lyttevei = {}")
    for name in ("range", "route"):
        page.add_script_tag(path=STATIC / f"offline-{name}.js")
    return page


def test_ranges(pure: Page) -> None:
    """Case sw-range."""
    headers = ["bytes=0-", "bytes=0-0", "bytes=-100", "bytes=900-5000", "bytes=2000-", "bytes=5-2"]
    found = pure.evaluate(
        """(headers) => Promise.all(headers.map(async (header) => {
            const answer = Lyttevei.answerPart(new Blob([new Uint8Array(1000)]), header, "audio/mpeg");
            return [answer.status, (await answer.blob()).size, answer.headers.get("Content-Range")];
        }))""",
        headers,
    )
    assert [status for status, _, _ in found] == [206, 206, 206, 206, 416, 200]
    assert [size for _, size, _ in found] == [1000, 1, 100, 100, 0, 1000]
    assert [range_ for _, _, range_ in found] == [
        "bytes 0-999/1000", "bytes 0-0/1000", "bytes 900-999/1000", "bytes 900-999/1000", "bytes */1000", None,
    ]  # fmt: skip


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
        ("film/lang.mp4", "", None),
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
    names = pure.evaluate("['https://a.no/x/', 'https://a.no/x/y/', 'https://a.no/'].map((scope) => Object.values(Lyttevei.cacheNames(scope)))")
    assert len({name for each in names for name in each}) == 12
    assert not any(name.startswith(names[1][0]) for name in names[0])


def test_what_a_page_needs(pure: Page) -> None:
    html = """<link rel="icon" href="i.svg"><link rel="stylesheet" href="../../theme/a.css?v=1"><script defer src="../../theme/a.js?v=2"></script>
        <a href="../b/">b</a><img alt="" src="../../bilder/x.svg?a=1&amp;b=2"><ly-player data-key="abc"><audio preload="none" src="../../sound/y.mp3"></audio>"""
    found = pure.evaluate("(html) => [...Lyttevei.references(html, 'https://a.no/s/yrker/a/index.html', 'https://a.no/s/')]", html)
    assert found == [f"https://a.no/s/{path}" for path in ("theme/a.css?v=1", "theme/a.js?v=2", "bilder/x.svg?a=1&b=2", "sound/y.mp3", "data/abc.js")]
