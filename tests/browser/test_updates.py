"""A new version of the site, in a browser that has the old one."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

from playwright.sync_api import BrowserContext, Page

from plugins import document, offline
from tests.browser.axe import axe
from tests.browser.network import Network
from tests.browser.visits import AWAY, KOKK, STORED, plays, sound_of, stored, style, until, visit


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


def test_a_new_version_is_offered_and_takes_over_when_chosen(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    page = visit(newcomer, between, KOKK)
    page.reload()
    before = set(stored(page, between))
    publish(small_copy, "page.css", "body { margin: 7px }")
    update(page)
    page.wait_for_selector("ly-offline [data-when=new]:not([hidden])")
    assert "Ny versjon er klar" in page.inner_text("ly-offline")
    assert axe(page) == []
    assert before <= set(stored(page, between)), "nothing goes before the pupil has chosen"
    assert style(page) == "0px"
    page.click("ly-offline [data-do=switch]")
    page.wait_for_function("() => getComputedStyle(document.body).marginLeft === '7px'")
    until(page, f"async (base) => (await ({STORED})(base)).filter((each) => each.startsWith('theme/page.css')).length === 1", between.base)
    between.cut = True
    page.goto(between.base + KOKK)
    assert style(page) == "7px"


def test_a_new_version_never_interrupts(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    page = visit(newcomer, between, KOKK)
    page.reload()
    assert plays(page)
    publish(small_copy, "page.css", "body { margin: 7px }")
    update(page)
    until(page, "() => navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))")
    assert not page.is_visible("ly-offline [data-do=switch]")
    page.evaluate("document.querySelector('audio').pause()")
    page.wait_for_selector("ly-offline [data-do=switch]")
    page.click("ly-offline [data-do=later]")
    assert not page.is_visible("ly-offline [data-do=switch]")


def test_a_changed_page_lets_its_old_sound_go(newcomer: BrowserContext, between: Network, small_copy: Path) -> None:
    page = visit(newcomer, between, KOKK)
    page.reload()
    old = sound_of(page, between)
    shutil.copyfile(small_copy / AWAY, small_copy / KOKK)
    page.goto(between.base + KOKK)
    new = sound_of(page, between)
    until(page, f"async ([base, old]) => !(await ({STORED})(base)).includes(old)", [between.base, old])
    assert new != old and new in stored(page, between)
