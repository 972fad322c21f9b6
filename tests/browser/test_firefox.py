"""The unpacked ZIP, opened from the disk in a real Firefox, with its strict policy for files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.films import LOCAL, STATE, spoken
from tests.browser.firefox import POLICY, Firefox, firefox
from tests.browser.stick import KOKK, unpack

READ = """return fetch(arguments[0]).then(() => "read", () => "stopped");"""
TYPE = """const field = document.querySelector("#ly-sok");
field.focus();
field.value = arguments[0];
field.dispatchEvent(new Event("input", { bubbles: true }));"""
#: Nothing is on its way: a page that is left in the middle leaves an error behind.
STILL = """return !document.querySelector("script[src*='data/']")
    && (!location.hash.includes("marker") || "markFound" in Lyttevei) && document.readyState === "complete";"""
CHOOSE = """const speed = document.querySelector("[data-set=speed]");
speed.value = arguments[0];
speed.dispatchEvent(new Event("change", { bubbles: true }));"""


@pytest.fixture(scope="module")
def stick(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(packed, tmp_path_factory.mktemp("pinne"))


@pytest.fixture(scope="module")
def running() -> Iterator[Firefox]:
    with firefox() as found:
        yield found


@pytest.fixture
def fox(running: Firefox, stick: Path) -> Iterator[Firefox]:
    """The Firefox on the stick's page about cooks; at the end its console may have said nothing."""
    running.open((stick / KOKK).as_uri())
    yield running
    running.until(STILL)
    said = running.said("file:")
    running.forget()
    assert said == [], "\n".join(said)


def test_the_policy_for_files_is_strict(fox: Firefox, stick: Path) -> None:
    assert fox.setting(POLICY) is True
    assert fox.run(READ, (stick / "LES-MEG.txt").as_uri()) == "stopped", "a page may not read the file beside it"
    fox.forget()
    assert fox.run("return location.protocol + decodeURI(location.pathname).includes('æøå')") == "file:true"


def test_start_leads_to_the_site(fox: Firefox, stick: Path) -> None:
    fox.open((stick / "start.html").as_uri())
    fox.until("return location.pathname.endsWith('nettsted/index.html') && document.querySelector('h1')?.textContent === 'Finn veien'")
    fox.run("document.querySelector('a.card[href*=kokk]').click()")
    fox.until("return document.querySelector('h1')?.textContent.startsWith('Kokk')")


def test_fonts_styles_and_pictures(fox: Firefox) -> None:
    assert fox.run("return getComputedStyle(document.body).marginLeft") == "0px"
    fox.until("return [...document.fonts].some((font) => font.status === 'loaded')")
    fox.run("for (const image of document.images) image.loading = 'eager'")
    fox.until("return document.images.length > 0 && [...document.images].every((image) => image.naturalWidth > 0)")


def test_sound_with_marks_and_seeking(fox: Firefox) -> None:
    fox.run("document.querySelector('ly-listen button').click()")
    fox.until("return document.querySelector('audio').currentTime > 0.3")
    fox.until("return CSS.highlights.get('ly-sentence').size && CSS.highlights.get('ly-word').size")
    fox.run("document.querySelector('audio').currentTime = 5")
    fox.until("return document.querySelector('audio').currentTime > 5.2")
    fox.run("document.querySelector('[data-do=toggle]').click()")
    fox.until("return document.querySelector('audio').paused")


def test_search(fox: Firefox) -> None:
    fox.run(TYPE, "lejge")
    fox.until("return document.querySelector('#ly-treff [role=row] b')?.textContent === 'Lege'")
    fox.run("document.querySelector('#ly-treff [role=row] a').click()")
    fox.until("return document.querySelector('h1')?.textContent === 'Lege'")


def test_the_search_form_and_its_page(fox: Firefox) -> None:
    fox.run(TYPE, "lejge")
    fox.until(STILL.replace(";", " && 'findPages' in Lyttevei;"))
    fox.run("document.querySelector('ly-search form').requestSubmit()")
    fox.until("return document.querySelector('h1')?.textContent === 'Søk' && document.querySelector('.hits b')?.textContent === 'Lege'")


def test_cards_lead_to_three_families(fox: Firefox, carried: Path) -> None:
    fox.open((carried / "kort/index.html").as_uri())
    fox.until("return customElements.get('ly-cards')")
    fox.run("document.querySelector('[data-do=start]').click()")
    fox.run("for (const card of document.querySelectorAll('.deck-card')) card.querySelector('button[value=\"2\"]').click()")
    fox.until("return [...document.querySelectorAll('.families article')].filter((each) => each.checkVisibility()).length === 3")


@pytest.mark.parametrize("scheme", ["file", "http"])
def test_a_film_shows_its_captions_once(scheme: str, fox: Firefox, carried: Path, served: Callable[[Path], str]) -> None:
    """Over http the browser has tracks of its own besides, and may be set to show them."""
    fox.open((carried / LOCAL).as_uri() if scheme == "file" else served(carried) + LOCAL)
    fox.run("for (const { track } of document.querySelectorAll('track')) track.mode = 'showing'")
    fox.run("document.querySelector('ly-video').scrollIntoView()")
    fox.run("dispatchEvent(new Event('scroll'))")
    fox.until("return document.querySelector('ly-video .film-bar')?.checkVisibility()")
    fox.run("document.querySelector('ly-video [data-do=toggle]').click()")
    shown = fox.until(f"return ({STATE})(document.querySelector('ly-video')).cues[0]")
    assert shown in [spoken(place) for place in range(4)]
    assert fox.run("return [...document.querySelector('ly-video video').textTracks].filter(({ mode }) => mode === 'showing').length") == 1
    fox.run("document.querySelector('ly-video video').pause()")


def test_settings_of_the_dialog_follow_to_the_next_page(fox: Firefox, stick: Path) -> None:
    fox.run("document.querySelector('ly-settings button').click()")
    fox.until("return document.querySelector('#ly-innstillinger[open] input[value=lexend]')")
    fox.run("document.querySelector('#ly-innstillinger input[value=lexend]').click()")
    assert fox.run("return document.documentElement.dataset.font") == "lexend"
    fox.run("document.querySelector('#ly-innstillinger [value=close]').click()")
    fox.run("document.querySelector('main a[href*=lege]').click()")
    fox.until("return location.pathname.includes('/lege/') && document.documentElement.dataset.font === 'lexend'")
    fox.run("location.reload()")
    fox.until("return document.readyState === 'complete' && document.documentElement.dataset.font === 'lexend'")


def test_settings_are_kept_from_page_to_page(fox: Firefox, stick: Path) -> None:
    fox.run(CHOOSE, "1.5")
    assert fox.run("return document.querySelector('audio').playbackRate") == 1.5
    fox.open((stick / KOKK).as_uri())
    fox.until("return document.querySelector('audio').playbackRate === 1.5")


def test_the_page_for_no_network_does_not_promise_what_a_disk_cannot(fox: Firefox, stick: Path) -> None:
    fox.open((stick / "nettsted/uten-nett/index.html").as_uri())
    fox.until("return document.querySelector('ly-stored [data-when=none]:not([hidden]), ly-stored [data-when=disk]:not([hidden])')")
