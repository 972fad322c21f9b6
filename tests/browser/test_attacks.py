"""A site by an editor who means harm, in a real browser: nothing of it runs, nothing is asked of another host."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests import attacks
from tests.making import write_tree

#: What a page would hold if anything had got through, and what a reader may do with it.
FOUND = """() => {
    const lead = ["href", "src", "action", "data"], kinds = /^(https?|file|mailto|tel|blob):$/;
    const bad = ({ name, value }) => name.startsWith("on") || ["srcdoc", "ping"].includes(name)
        || (lead.includes(name) && !kinds.test(new URL(value, location).protocol));
    const all = [...document.querySelectorAll("*")];
    const marks = all.flatMap((each) => [...each.attributes].filter(bad).map(({ name }) => `${each.tagName} ${name}`));
    const root = new URL(document.documentElement.dataset.root || "./", location).href;
    const scripts = [...document.scripts].filter((each) => !each.src.startsWith(root));
    return [typeof globalThis.pwned, ...marks, ...scripts.map((each) => each.outerHTML)];
}"""
#: A player's own "error" would tell of a fault that there is not.
TRY = """async () => {
    for (const each of document.querySelectorAll("details")) each.open = true;
    for (const each of document.querySelectorAll(":not(audio, video, head > script)"))
        for (const kind of ["mouseover", "focus", "error", "load", "toggle", "begin"]) each.dispatchEvent(new Event(kind));
    document.querySelector("a.hard")?.click();
    await new Promise((done) => setTimeout(done, 50));
}"""


@pytest.fixture(scope="module")
def site(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site with its sound, as the command builds it."""
    return build(write_tree(tmp_path_factory.mktemp("ond"), attacks.FILES))


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_runs_and_nothing_leaves_the_site(site: Path, served: Callable[[Path], str], page: Page, way: str) -> None:
    """Every page over http; from the disk those that are not single pieces of markup, which are on one page together."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    base = served(site) if way == "http" else f"{site.as_uri()}/"
    chosen = [each for each in pages(site) if way == "http" or not each.startswith("sider/del-")]
    assert len(chosen) > (70 if way == "http" else 25)
    for each in chosen:
        page.goto(base + each)
        page.evaluate(TRY)
        assert page.evaluate(FOUND) == ["undefined"], each
    assert dialogs == []


def test_texts_of_the_editor_are_seen_as_text(site: Path, served: Callable[[Path], str], page: Page) -> None:
    shown = " ".join(attacks.TEXT.split())
    page.goto(f"{served(site)}yrker/yrker/index.html")
    assert page.inner_text("h1") == shown.replace("  ", " ")
    assert attacks.TEXT.split()[0] in page.title() and "{{7*7}}" in page.title()


@pytest.mark.parametrize("mark", ["?", "#"])
def test_what_is_asked_is_text(site: Path, served: Callable[[Path], str], page: Page, mark: str) -> None:
    asked = "sykepleier " + attacks.TEXT
    page.goto(f"{served(site)}mal-search-page/index.html{mark}q={quote(asked)}")
    page.wait_for_function("() => [...document.querySelectorAll('input')].some((each) => each.value.includes('pwned'))")
    page.wait_for_function("() => document.querySelector('main').innerText.includes('sykepleier')")
    assert page.evaluate(FOUND) == ["undefined"]


def test_the_films_captions_are_text(site: Path, served: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{served(site)}yrker/yrker/index.html")
    page.evaluate("() => { const film = document.querySelector('video'); film.muted = true; return film.play(); }")
    page.wait_for_function("() => document.querySelector('video').currentTime > 4.2")
    assert "<svg onload=pwned=1> på deg, alle sammen." in page.text_content("main")
    assert page.evaluate(FOUND) == ["undefined"]


def test_no_file_of_the_site_but_pages_can_be_run(site: Path) -> None:
    """What a browser opens by itself is a page, a picture, a sound, a film or data; and no name leads anywhere else."""
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds == {"", ".css", ".csv", ".html", ".js", ".mp3", ".png", ".svg", ".vtt", ".webm", ".webmanifest", ".woff2"}
    assert not [path for path in site.rglob("*") if path.is_symlink()]
