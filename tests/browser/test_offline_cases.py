"""The public bug reports about service workers, in a real Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.browser.network import Network
from tests.browser.visits import KOKK, style, visit
from tests.test_cases import CASES

ANSWERS = """(headers) => Promise.all(headers.map(async (header) => {
    const answer = Lyttevei.answerPart(new Blob([new Uint8Array(1000)]), header, "audio/mpeg");
    return [answer.status, (await answer.blob()).size, answer.headers.get("Content-Range")];
}))"""
ASK = "(addresses) => Promise.all(addresses.map((address) => fetch(address).then((answer) => answer.ok, () => false)))"


def expected(name: str) -> dict[str, Any]:
    return CASES[name]["expect"]


def test_sw_range(pure: Page) -> None:
    found = pure.evaluate(ANSWERS, CASES["sw-range"]["input"]["ranges"])
    assert {"statuses": [each[0] for each in found], "lengths": [each[1] for each in found]} == expected("sw-range")
    assert [each[2] for each in found][2:5] == ["bytes 900-999/1000", "bytes 900-999/1000", "bytes */1000"]


def test_sw_missing_file(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    (sound, *_others) = small_copy.glob("sound/*.mp3")
    between.wrong = {f"sound/{sound.name}": 404}
    page = newcomer.new_page()
    quota = {"origin": between.base.split("/skolen")[0], "quotaSize": 5_000_000}
    newcomer.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    visit(newcomer, between, KOKK, sound=False)
    between.cut = True
    page.goto(between.base + KOKK)
    assert {"core_offline": (page.inner_text("h1"), style(page)) == ("Kokk", "0px")} == expected("sw-missing-file")


def test_sw_query(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    shutil.copytree(small_copy / "yrker" / "kokk", small_copy / "sider" / "a")
    for address in ("sider/a/index.html", "sok/index.html"):
        page = visit(newcomer, between, address)
    style_sheet = page.evaluate("document.querySelector('link[rel=stylesheet]').href")
    given = [url.lstrip("/") for url in CASES["sw-query"]["input"]["urls"]]
    addresses = [style_sheet if "?v=" in url else between.base + url for url in given]
    page.reload()
    between.cut = True
    assert {"ok": sum(page.evaluate(ASK, addresses))} == expected("sw-query")
    assert page.evaluate(ASK, [style_sheet.split("?")[0] + "?v=2"]) == [False], "another version is another file"
    for url in given[:3]:
        page.goto(between.base + url)
        assert style(page) == "0px"
