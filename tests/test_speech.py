"""The sound: times against what is heard in the decoded MP3, loudness, the store, and voices that die."""

from __future__ import annotations

import ast
import dataclasses
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.signal import resample_poly

from plugins import document, speech
from plugins.document import Block, Page, Site, Span
from plugins.document.utf16 import units
from plugins.speech.data import data
from plugins.speech.lexicon import Lexicon
from plugins.speech.loudness import measure
from plugins.speech.make import make, parts
from plugins.speech.script import script
from plugins.speech.settings import Pauses, SpeechSettings
from plugins.speech.voices import Espeak, Run, VoiceError
from plugins.speech.voices.espeak import WORKER, lay_out, marks

WORDS = "ti tre fire pris kokk takk skole hjelp jobb lønn peis fisk sjø åre øre klasse brev time poeng elev".split()
PROSE = (
    "Du kan bli f.eks. kokk, tømrer eller elektriker. Søk innen 1. mars! Lønna er 450 000 kroner i året. "
    "Vet du ikke hva du vil bli? Snakk med rådgiveren på skolen, helst i god tid før fristen."
)
EMPTIES = ["", "   ", "…", "—", "!?", "\u00a0", "\u200b", "***", "😀", "⸺"]


def blocks(*texts: str, kind: str = "p", lang: str = "nb") -> list[Block]:
    """Blocks b1, b2 ... of one kind."""
    return [Block(f"b{number}", kind, text, lang) for number, text in enumerate(texts, 1)]


def settings_in(folder: Path, **changes: object) -> SpeechSettings:
    return SpeechSettings(store=folder / "store", lexicon=folder / "uttale.yaml", **changes)


def spoken(found: list[Block], folder: Path, **changes: object) -> tuple[dict, Path]:
    """The data and the MP3 of Blocks."""
    chosen = settings_in(folder, **changes)
    sentences = script(found, chosen, Lexicon())
    made, _ = make(sentences, chosen, Espeak(chosen.rate))
    return data(sentences, made), made.path


def rows(value: dict) -> np.ndarray:
    return np.array(value["sentences"]).reshape(-1, 6)


def onset(sound: np.ndarray, rate: int, ms: float, reach: int = 150) -> float:
    """Where, in ms, sound first rises over silence near `ms`."""
    start = max(0, int((ms - reach) * rate / 1000))
    near = np.abs(sound[start : int((ms + reach) * rate / 1000)])
    return (start + int(np.flatnonzero(near > 0.02 * np.abs(sound).max())[0])) * 1000 / rate


def page(text: str, file: str = "sider/prove.md") -> Page:
    return Page(document.read_bytes(f"---\ntitle: Prøve\nlang: nb\n---\n\n{text}\n".encode(), file))


def site(folder: Path, *pages: Page, sound: bool = True, **changes: object) -> Site:
    chosen = document.Settings("Prøve", sound=sound, speech=settings_in(folder, **changes))
    return Site(folder, chosen, folder / "output", pages=list(pages))


def test_sentences_and_planted_words_start_when_their_times_say(tmp_path: Path) -> None:
    """p95 under 20 ms: sentence starts of prose, and every word of a list of one-word items."""
    found = [*blocks(PROSE, "Hva gjør du på jobb?"), *(Block(f"i{word}", "li", word, "nb") for word in WORDS)]
    value, mp3 = spoken(found, tmp_path)
    sound, rate = soundfile.read(mp3)
    errors = [abs(onset(sound, rate, row[4]) - row[4]) for row in rows(value)]
    assert len(errors) == 5 + 1 + len(WORDS)
    assert np.percentile(errors, 95) < 20, errors


def test_words_after_a_comma_start_with_their_sound(tmp_path: Path) -> None:
    value, mp3 = spoken(blocks("ti, pris, takk, kokk, tre, skole, peis, fisk, poeng, klasse."), tmp_path)
    sound, rate = soundfile.read(mp3)
    times = np.cumsum(value["words"][2::3])
    errors = [abs(onset(sound, rate, ms, reach=60) - ms) for ms in times]
    assert np.percentile(errors, 95) < 20, errors


def test_every_word_has_a_time_of_its_own_place(tmp_path: Path) -> None:
    found = blocks("He lives in the house, in the city.", lang="en") + blocks("Lønna er 1 250 000 kroner i IKT-bransjen.")
    value, _ = spoken(found, tmp_path)
    times = np.cumsum(value["words"][2::3])
    assert sum(value["sentences"][3::6]) == len(times) == 8 + 6
    assert (np.diff(times) > 0).all() and times[-1] < value["ms"]


@pytest.mark.parametrize("text", [PROSE, "Ti.", "Hei! " * 200])
def test_every_page_is_equally_loud_and_none_clips(tmp_path: Path, text: str) -> None:
    value, mp3 = spoken(blocks(text), tmp_path)
    sound, rate = soundfile.read(mp3)
    heard = np.tile(sound, max(1, int(rate / len(sound)) + 1)) if len(sound) < rate else sound
    assert pyloudnorm.Meter(rate).integrated_loudness(heard) == pytest.approx(-19, abs=0.5)
    assert 20 * np.log10(np.abs(resample_poly(sound, 4, 1)).max()) < -1
    assert value["ms"] == pytest.approx(len(sound) * 1000 / rate, abs=60)


def test_the_shipped_sites_sounds_are_equally_loud_and_none_clips(built_site: Path) -> None:
    """The longest and the shortest of all, and the shortest of each folder of pages, which are the kinds and the languages."""
    pages = {path: re.search(r'<audio[^>]* src="([^"]+\.mp3)"', path.read_text(encoding="utf-8")) for path in built_site.rglob("*.html")}
    sounds = {page.relative_to(built_site): (page.parent / found[1]).resolve() for page, found in pages.items() if found}
    by_size = sorted(sounds, key=lambda page: (sounds[page].stat().st_size, page))
    kinds = {page.parts[:-2]: page for page in reversed(by_size)}
    assert len(sounds) > 100 and len(kinds) >= 8 and any("nn" in kind for kind in kinds)
    for page in {by_size[0], by_size[-1], *kinds.values()}:
        sound, rate = soundfile.read(sounds[page], dtype="float32")
        assert pyloudnorm.Meter(rate).integrated_loudness(sound) == pytest.approx(-19, abs=0.5), page
        assert 20 * np.log10(np.abs(resample_poly(sound, 4, 1)).max()) < -1, page


def test_our_loudness_is_that_of_the_standard() -> None:
    noise = np.random.default_rng(1).normal(0, 0.05, 22050 * 7).astype(np.float32)
    noise[22050 * 3 : 22050 * 5] *= 0.001
    assert measure(noise, 22050) == pytest.approx(pyloudnorm.Meter(22050).integrated_loudness(noise.astype(float)), abs=0.05)


def test_the_same_text_gives_the_same_bytes_in_any_order_of_pages(tmp_path: Path) -> None:
    texts = [f"{PROSE} Side {number}." for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        first = list(pool.map(lambda text: spoken(blocks(text), tmp_path / "a"), texts))
    second = [spoken(blocks(text), tmp_path / "b") for text in reversed(texts)][::-1]
    assert [value for value, _ in first] == [value for value, _ in second]
    assert [path.read_bytes() for _, path in first] == [path.read_bytes() for _, path in second]


def test_what_was_said_once_is_not_said_again(tmp_path: Path) -> None:
    one, two = page(PROSE, "sider/a.md"), page(f"{PROSE} Mer.", "sider/b.md")
    first = site(tmp_path, one, two)
    speech.process(first)
    again = site(
        tmp_path, page(PROSE.replace("kokk", "**kokk**").replace("Søk", "S\u00adøk"), "sider/a.md"), page("Ny tekst.", "sider/b.md")
    )
    speech.process(again)
    assert speech.summary(first).made == 2 and speech.summary(again).made == 1
    assert again.pages[0].speech.sound == first.pages[0].speech.sound
    assert again.pages[0].speech.key != first.pages[0].speech.key, "a soft hyphen moves offsets, not sound"


@pytest.mark.parametrize("harm", ["cut", "swapped", "empty", "times", "times cut", "gone"])
def test_a_harmed_store_is_made_again(tmp_path: Path, harm: str) -> None:
    value, mp3 = spoken(blocks(PROSE), tmp_path)
    whole, times = mp3.read_bytes(), mp3.with_suffix(".json")
    if harm == "gone":
        mp3.unlink()
    elif harm.startswith("times"):
        times.write_text("[]" if harm == "times" else times.read_text()[:40])
    else:
        mp3.write_bytes({"cut": whole[:1000], "swapped": spoken(blocks("Noe annet."), tmp_path)[1].read_bytes(), "empty": b""}[harm])
    assert spoken(blocks(PROSE), tmp_path) == (value, mp3)
    assert mp3.read_bytes() == whole


@pytest.mark.parametrize("text", EMPTIES)
def test_nothing_to_say_needs_no_voice(tmp_path: Path, text: str) -> None:
    assert script(blocks(text), settings_in(tmp_path), Lexicon()) == []
    built = site(tmp_path, page(text))
    built.pages[0].document = dataclasses.replace(built.pages[0].document, data={**built.pages[0].document.data, "title": "—"})
    speech.process(built)
    assert built.pages[0].speech is None and not built.files and not built.data and not built.problems
    assert not (tmp_path / "store").exists()


def test_without_sound_nothing_is_made(tmp_path: Path) -> None:
    built = site(tmp_path, page(PROSE), sound=False)
    speech.process(built)
    assert built.pages[0].speech is None and not (tmp_path / "store").exists()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGABRT])
def test_a_voice_that_dies_is_a_fault_of_its_page_alone(tmp_path: Path, how: signal.Signals) -> None:
    """The worker of the longest page is killed by its process id while it speaks."""
    long, short = page((PROSE + "\n\n") * 120, "sider/lang.md"), page(PROSE, "sider/kort.md")
    built = site(tmp_path, long, short, workers=1)
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(speech.process, built)
        killed = kill_worker(how)
        job.result(timeout=120)
    assert killed
    assert [(each.file, each.code, each.level) for each in built.problems] == [("sider/lang.md", "voice-died", "error")]
    assert long.speech is None and short.speech.sound in built.files
    assert not list((tmp_path / "store").rglob(".ny-*"))


def kill_worker(how: signal.Signals) -> bool:
    """Kill the first voice process that this process starts, once it has read its job and is at work."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for number in children():
            if ticks(number) > 30:
                os.kill(number, how)
                return True
        time.sleep(0.005)
    return False


def ticks(number: int) -> int:
    """Clock ticks that a process has used, none for one that ended since it was listed."""
    try:
        stat = Path(f"/proc/{number}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(map(int, stat.rsplit(b")", 1)[1].split()[11:13]))


def children() -> list[int]:
    """Process ids of voices that this process started."""
    listed = subprocess.run(["ps", "-ww", "-o", "pid=,ppid=,args=", "-A"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [int(pid) for pid, parent, command in rows if int(parent) == os.getpid() and "espeak_worker" in command]


def test_a_voice_that_is_not_there_never_speaks_in_anothers(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="nn"):
        Espeak(160).speak([Run("nn", (("hei", "."),))])
    built = site(tmp_path, page('Dette er bokmål.\n\n<p lang="se">Bures boahtin</p>'))
    speech.process(built)
    assert [each.code for each in built.problems] == ["voice-missing"]
    assert built.pages[0].speech.note == (("se", ""),)
    assert [
        part.run.voice
        for part in parts(script(document.spoken_blocks(built.pages[0]), settings_in(tmp_path), Lexicon()), settings_in(tmp_path))
    ] == ["nb", "nb"]


def test_a_borrowed_voice_is_told(tmp_path: Path) -> None:
    built = site(tmp_path, page('<p lang="nn">Eg er ein elev.</p>'))
    speech.process(built)
    assert built.pages[0].speech.note == (("nn", "nb"),) and not built.problems


def test_a_store_that_cannot_be_written_is_a_fault_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    built = site(tmp_path, page(PROSE))
    speech.process(built)
    assert [each.code for each in built.problems] == ["store"] and built.pages[0].speech is None


def test_a_sentence_in_two_languages_is_said_by_two_voices(tmp_path: Path) -> None:
    text = "Det heter the working life på engelsk."
    found = [Block("b1", "p", text, "nb", spans=(Span(10, 26, "lang", "en"),))]
    chosen = settings_in(tmp_path)
    sentences = script(found, chosen, Lexicon())
    assert [part.run.voice for part in parts(sentences, chosen)] == ["nb", "en", "nb"]
    value, _ = spoken(found, tmp_path)
    assert value["sentences"][3] == 7 and len(value["sentences"]) == 6


def test_pauses_are_as_long_as_the_settings_say(tmp_path: Path) -> None:
    def gap(kind: str) -> int:
        value, _ = spoken([Block("b1", kind, "Takk.", "nb"), Block("b2", "p", "Ti.", "nb")], tmp_path)
        return rows(value)[1][4] - rows(value)[0][5]

    assert (gap("h2"), gap("li"), gap("p")) == (700, 400, 500)
    value, _ = spoken(blocks("Takk.", "Ti."), tmp_path, pauses=Pauses(paragraph=50))
    assert rows(value)[1][4] - rows(value)[0][5] == 50


def test_a_word_without_an_event_gets_its_share_of_the_time() -> None:
    text, places = lay_out([("in", ""), ("the", ""), ("house", ".")])
    assert text == "in the house." and places == [(0, 2), (3, 6), (7, 12)]
    assert marks(np.array([[0, 0], [6, 700]]), places, 1300) == [0, 300, 700]
    assert marks(np.empty((0, 2), int), places, 1200) == [0, 300, 700]


def test_hostile_text_is_text(tmp_path: Path) -> None:
    """SSML, phonemes, NUL and lone surrogates do nothing; a word of 5,000 letters is said."""
    text = 'Hei <break time="99999s"/> du [[h@l]] \x00 etter \ud800 slutt ' + "a" * 5000
    value, _ = spoken(blocks(text), tmp_path)
    assert value["ms"] < 900_000 and value["sentences"][3] >= 8


def test_wrong_settings_say_where_and_what_to_do(tmp_path: Path) -> None:
    for change in (
        {"rate": 10},
        {"rate": "rask"},
        {"loudness": 0},
        {"voices": {"nb": ""}},
        {"voices": {"": "nb"}},
        {"pauses": Pauses(item=-1)},
    ):
        with pytest.raises(ValueError, match=r"pelicanconf\.py: .*Skriv"):
            settings_in(tmp_path, **change)


def test_the_worker_needs_nothing_but_python() -> None:
    """It starts without site packages, in a fifth of the time."""
    tree = ast.parse(WORKER.read_text("utf-8"))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert names and names <= sys.stdlib_module_names


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("aÅøb1290.,!?:;-–/%§°½&+=<>@#'\"«»()[]{}…  \n\t\u00a0\u00ad\u200b\u030a\u202f😀👩\u200d🔧\ud800\u202eאبΩж\x00"),
        st.characters(),
    ),
    max_size=80,
)
SPANS = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 20), st.sampled_from(["abbr", "code", "note", "image", "lang", "break"])), max_size=4
)


def odd_block(text: str, spans: list[tuple[int, int, str]], lang: str) -> Block:
    length = units(text)
    values = {"abbr": "det lange navnet", "image": "En kokk", "lang": "en"}
    placed = [(min(start, length), min(start + size, length), kind) for start, size, kind in spans]
    return Block("b1", "p", text, lang, spans=tuple(
        Span(start, start if kind in ("image", "break") else end, kind, values.get(kind, "")) for start, end, kind in sorted(placed)
    ))  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(ODD, SPANS, st.sampled_from(["nb", "nn", "en", "uk", "pl", "ar"]))
def test_any_text_gives_words_within_its_block(text: str, spans: list, lang: str) -> None:
    block = odd_block(text, spans, lang)
    for sentence in script([block], settings_in(Path("x")), Lexicon()):
        assert 0 <= sentence.start <= sentence.end <= units(text) and sentence.words
        for word in sentence.words:
            assert sentence.start <= word.start <= word.end <= sentence.end
            assert word.spoken.strip() and not any(sign in word.spoken for sign in "\x00\ud800\n")
        starts = [word.start for word in sentence.words]
        assert starts == sorted(starts)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ODD, min_size=1, max_size=4))
def test_any_text_can_be_said_with_rising_times(tmp_path: Path, texts: list[str]) -> None:
    chosen = settings_in(tmp_path)
    sentences = script(blocks(*texts), chosen, Lexicon())
    if sentences:
        made, _ = make(sentences, chosen, Espeak(chosen.rate))
        assert len(made.words) == sum(len(each.words) for each in sentences)
        assert list(made.words) == sorted(made.words) and list(made.sentences) == sorted(made.sentences)
        assert made.words[-1] <= made.length
