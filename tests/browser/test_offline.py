"""The site with the network cut, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.axe import axe
from tests.browser.network import Network
from tests.browser.visits import AWAY, KOKK, STORED, plays, sound_of, stored, style, until, visit


def test_a_visited_page_reads_itself_aloud_without_a_network(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"
    assert page.evaluate("document.querySelector('.picture img').naturalWidth > 0 && document.fonts.ready.then(() => true)")
    assert plays(page)
    assert page.evaluate("CSS.highlights.size") > 0
    page.evaluate("document.querySelector('audio').currentTime = 10")
    page.wait_for_function("() => document.querySelector('audio').currentTime > 10.2")


def test_a_page_that_was_not_visited_says_so_and_shows_what_there_is(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.cut = True
    page.goto(between.base + AWAY)
    page.wait_for_selector("ly-stored li")
    assert page.inner_text("h1") == "Sider uten nett"
    assert "er ikke lagret her" in page.inner_text("#ly-mangler")
    rows = page.locator("ly-stored li > span:first-child").all_inner_texts()
    assert sorted(rows) == ["Finn veien ikke hele siden", "Kokk med lyd", "Søk ikke hele siden"]
    assert axe(page) == []
    between.cut = False
    page.click("#ly-mangler a")
    assert page.inner_text("h1") == "Lege"


def test_the_page_for_no_network_is_heard_without_one(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.cut = True
    page.goto(between.base + AWAY)
    assert plays(page)


def test_the_search_finds_without_a_network(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.cut = True
    page.goto(between.base + KOKK)
    page.locator("#ly-sok").fill("leje")
    page.wait_for_selector("#ly-treff [role=row]")
    assert "Lege" in page.locator("#ly-treff [role=row]").first.inner_text()


@pytest.mark.parametrize("side", ["javascript:alert(1)", "//example.org/", "../../annet/"])
def test_a_page_off_the_site_is_not_offered(side: str, newcomer: BrowserContext, between: Network) -> None:
    page = newcomer.new_page()
    page.goto(between.base + f"uten-nett/index.html?side={side}")
    page.wait_for_selector("ly-stored [data-when=none]:not([hidden])")
    assert not page.is_visible("#ly-mangler")


@pytest.mark.parametrize(
    "address", ["yrker/kokk/?utm_source=teams", "yrker/kokk/index.html?highlight=jobb#b1", "index.html?q=kokk", "?q=kokk", "yrker/kokk"]
)
def test_a_query_makes_no_miss(address: str, newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.cut = True
    page.goto(between.base + address)
    assert page.inner_text("h1") in ("Kokk", "Finn veien")
    assert style(page) == "0px", "the style sheet is there, too"
    assert [each for each in stored(page, between) if "?" in each and "?v=" not in each] == []


def test_versions_are_never_mixed(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    page.reload()
    ask = "(address) => fetch(address).then((answer) => answer.status, () => 0)"
    new, old = between.base + "theme/page.css?v=0000000000000000", page.evaluate("document.querySelector('link[rel=stylesheet]').href")
    between.cut = True
    assert (page.evaluate(ask, new), page.evaluate(ask, old)) == (0, 200)


def test_parts_of_a_stored_sound(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    page = visit(newcomer, between, KOKK)
    page.reload()
    sound = sound_of(page, between)
    data = (small_copy / sound).read_bytes()
    between.cut = True
    ask = """async ([address, range]) => {
        const answer = await fetch(address, range ? { headers: { Range: range } } : {});
        return [answer.status, answer.headers.get("Content-Range"), [...new Uint8Array(await answer.arrayBuffer())]];
    }"""
    size = len(data)
    for header, expected in {
        "bytes=0-": (206, f"bytes 0-{size - 1}/{size}", data),
        "bytes=0-1": (206, f"bytes 0-1/{size}", data[:2]),
        "bytes=10-19": (206, f"bytes 10-19/{size}", data[10:20]),
        "bytes=-500": (206, f"bytes {size - 500}-{size - 1}/{size}", data[-500:]),
        "bytes=20-10": (200, None, data),
        f"bytes={size}-": (416, f"bytes */{size}", b""),
        "": (200, None, data),
    }.items():
        status, range_, body = page.evaluate(ask, [between.base + sound, header])
        assert (status, range_, bytes(body)) == expected, header


def test_only_whole_answers_are_stored(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    statuses = page.evaluate("""async () => {
        const found = new Set();
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) found.add((await cache.match(request)).status);
        }
        return [...found];
    }""")
    assert statuses == [200]


def test_a_missing_sound_does_not_stop_the_shell(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    between.wrong = dict.fromkeys((path.relative_to(small_copy).as_posix() for path in small_copy.glob("sound/*.mp3")), 404)
    page = visit(newcomer, between, KOKK, sound=False)
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"
    assert style(page) == "0px"


def test_a_missing_file_of_the_shell_leaves_the_site_as_it_was(newcomer: BrowserContext, between: Network) -> None:
    between.wrong = {"theme/offline-stored.js": 404}
    page = newcomer.new_page()
    page.goto(between.base + KOKK)
    until(page, "() => navigator.serviceWorker.getRegistration().then((found) => !found)")
    assert page.inner_text("h1") == "Kokk"


def test_a_full_disk_is_told_and_the_page_is_there(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    between.wrong = dict.fromkeys((path.relative_to(small_copy).as_posix() for path in small_copy.glob("sound/*.mp3")), 404)
    page = visit(newcomer, between, KOKK, sound=False)
    used = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    quota = {"origin": page.evaluate("location.origin"), "quotaSize": used + 50_000}
    newcomer.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    between.wrong = {}
    page.goto(between.base + KOKK)
    page.wait_for_selector("ly-offline [data-when=full]:not([hidden])")
    assert "ikke nok plass til lyden" in page.inner_text("ly-offline")
    between.cut = True
    page.goto(between.base + KOKK)
    assert page.inner_text("h1") == "Kokk"


def test_a_page_that_has_moved_opens_without_a_network(newcomer: BrowserContext, between: Network) -> None:
    between.moved = {"yrker/koker/index.html": KOKK}
    page = visit(newcomer, between, KOKK)
    page.evaluate(
        "async (keep) => (await navigator.serviceWorker.ready).active.postMessage({ keep })", between.base + "yrker/koker/index.html"
    )
    until(page, f"async (base) => (await ({STORED})(base)).includes('yrker/koker/index.html')", between.base)
    between.cut = True
    page.goto(between.base + "yrker/koker/index.html")
    assert (page.url, page.inner_text("h1")) == (between.base + "yrker/koker/index.html", "Kokk")


def test_a_server_in_trouble_gives_the_stored_page_but_what_is_gone_is_gone(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.wrong = {KOKK: 500, AWAY: 404}
    assert (page.goto(between.base + KOKK).status, page.inner_text("h1")) == (200, "Kokk")
    assert page.goto(between.base + AWAY).status == 404


def test_a_slow_network_is_not_waited_for(newcomer: BrowserContext, between: Network) -> None:
    page = visit(newcomer, between, KOKK)
    between.slow = 60
    page.goto(between.base + KOKK, timeout=30_000)
    assert page.inner_text("h1") == "Kokk"
