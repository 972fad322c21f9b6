"""The command `lyttevei film`: a real film, by the real voice, with its words as captions."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from plugins import video
from plugins.speech import find_ffmpeg
from plugins.video.length import probe
from plugins.video.making.draw import HEIGHT, PAPER, WIDTH, WORD
from plugins.video.making.frames import AFTER, BEFORE, length_of, said
from tests.conftest import ROOT
from tests.making import lyttevei, write_tree

PAGE = """---
title: Kokk
summary:
  - Du lager mat 😀 til mange.
picture: bilder/kokk.svg
---

Mat.
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#c00000"/></svg>'


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page, and the film that the command made of it."""
    folder = tmp_path_factory.mktemp("lag film")
    content = write_tree(folder, {"content/yrker/kokk.md": PAGE, "content/bilder/kokk.svg": SVG})
    ran = lyttevei("film", content / "yrker" / "kokk.md")
    assert ran.code == 0, ran.err
    (folder / "sagt.txt").write_text(ran.out, encoding="utf-8")
    return content


def about(path: Path) -> str:
    """What ffmpeg says of a file."""
    return subprocess.run([find_ffmpeg(), "-hide_banner", "-i", str(path)], capture_output=True, text=True, check=False).stderr


def frame(path: Path, ms: int) -> np.ndarray:
    """One frame as rows of pixels of three bytes."""
    raw = ("-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    command = [find_ffmpeg(), "-loglevel", "error", "-ss", str(ms / 1000), "-i", str(path), *raw]
    done = subprocess.run(command, capture_output=True, check=True)
    return np.frombuffer(done.stdout, np.uint8).reshape(HEIGHT, WIDTH, 3).astype(int)


def near(pixels: np.ndarray, colour: str) -> np.ndarray:
    """Which pixels have about that colour."""
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return np.abs(pixels - rgb).max(axis=-1) < 24


def test_the_film_is_h264_with_sound_and_captions_by_the_voice(content: Path) -> None:
    told = about(content / "film" / "kokk.mp4")
    assert "Video: h264 (High)" in told and "yuv420p" in told and "1280x720" in told and "Audio: aac" in told
    assert "Video: vp9" in about(content / "film" / "kokk.webm") and "Audio: opus" in about(content / "film" / "kokk.webm")
    found = video.read_captions((content / "film" / "kokk.nb.vtt").read_bytes(), "film/kokk.nb.vtt", "nb")
    assert [cue.plain for cue in found.cues] == ["Kokk", "Du lager mat 😀 til mange."] and found.faults == ()
    hours, minutes, seconds = re.search(r"Duration: (\d+):(\d+):([\d.]+)", told).groups()
    length = 1000 * (3600 * int(hours) + 60 * int(minutes) + float(seconds))
    assert found.cues[-1].end < length < found.cues[-1].end + AFTER + 100


def test_each_frame_shows_the_picture_and_the_word_that_is_said(content: Path) -> None:
    film = content / "film" / "kokk.mp4"
    cues = video.read_captions((content / "film" / "kokk.nb.vtt").read_bytes(), "a.nb.vtt", "nb").cues
    title, sentence = frame(film, (cues[0].start + cues[0].end - 300) // 2), frame(film, cues[1].start + 150)
    for each in (title, sentence):
        assert near(each[5:30], PAPER).mean() > 0.9 and near(each[620:], PAPER).mean() > 0.9
        assert near(each[96:596, 64:524], "#c00000").mean() > 0.3
        assert 0.001 < near(each[96:596, 560:], WORD).mean() < 0.2
    assert np.abs(title[96:596, 560:] - sentence[96:596, 560:]).max() > 100
    with Image.open(content / "film" / "kokk.jpg") as poster:
        assert poster.size == (WIDTH, HEIGHT)


def test_the_block_that_it_prints_shows_the_film(content: Path) -> None:
    block = (content.parent / "sagt.txt").read_text(encoding="utf-8").split("Sett dette inn på siden:")[1].strip()
    text = (content / "yrker" / "kokk.md").read_text(encoding="utf-8")
    (content / "yrker" / "ny.md").write_text(text.replace("Kokk", "Ny kokk").replace("Mat.", f"{block}\n"), encoding="utf-8")
    ran = lyttevei("check", content / "yrker" / "ny.md")
    assert ran.code == 0 and "Ingenting å merke" in ran.out, ran.out


def test_a_page_without_a_summary_and_a_machine_without_the_programs_are_told(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/yrker/a.md": "---\ntitle: A\n---\n\nB."})
    ran = lyttevei("film", content / "yrker" / "a.md")
    assert ran.code == 1 and "har ingen summary" in ran.err and "Traceback" not in ran.err
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['PIL'] = None\nimport importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'PIL' else find(name, *more)\n", encoding="utf-8")  # fmt: skip
    ran = lyttevei("film", content / "yrker" / "a.md", env={"PYTHONPATH": f"{tmp_path}:{ROOT}"})
    assert ran.code == 1 and "pip install 'lyttevei[film]'" in ran.err


def test_captions_of_a_long_sentence_are_cut_by_its_words() -> None:
    text = "Du jobber på sykehus, på sykehjem eller hjemme hos folk som er syke, og noen ganger på skole, legevakt eller helsestasjon."
    words, at = [], 0
    for number, word in enumerate(text.split()):
        at = text.index(word, at)
        words.append((at, at + len(word), 1000 + 400 * number))
    cues = video.cues_of([video.Scene(text, 1000, 9400, tuple(words))])
    assert " ".join(cue.plain.replace("\n", " ") for cue in cues) == text and len(cues) == 2
    assert all(len(line) <= 42 for cue in cues for line in cue.plain.split("\n"))
    assert cues[0].end == cues[1].start == next(ms for first, _, ms in words if text[first:].startswith(cues[1].plain.split()[0]))


def test_scenes_are_shown_before_they_are_said_and_mark_one_word_at_a_time() -> None:
    sentences, words = [0, 0, 4, 1, 50, 600, 1, 0, 8, 2, 1400, 2200], [0, 4, 60, 0, 2, 1350, 6, 2, 400]
    times = {"blocks": ["tittel", "kort-1"], "sentences": sentences, "words": words}
    scenes = video.scenes_of(times, {"tittel": "Kokk", "kort-1": "Du 😀 ja"}, "tittel")
    assert [(each.text, each.title) for each in scenes] == [("Kokk", True), ("Du 😀 ja", False)]
    assert scenes[1].words == ((0, 2, 1410), (5, 7, 1810)) and length_of(scenes) == 2200 + AFTER
    assert [said(scenes[1], ms) for ms in (1400 - BEFORE, 1410, 1900, 2200)] == [None, 0, 1, None]


def test_the_shipped_films_are_small_and_have_their_captions() -> None:
    films = sorted((ROOT / "content" / "film").glob("*.mp4"))
    assert len(films) >= 2
    for film in films:
        assert film.stat().st_size < 3_000_000 and film.with_suffix(".webm").stat().st_size < 3_000_000
        found = video.read_captions(film.with_suffix(".nb.vtt").read_bytes(), "a.nb.vtt", "nb", probe(film).length)
        assert found.cues and found.faults == () and "h264" in about(film)
        page = (ROOT / "content" / "yrker" / f"{film.stem}.md").read_text(encoding="utf-8")
        assert all(cue.plain.replace("\n", " ") in page for cue in found.cues), "make the film again: lyttevei film"


def test_the_room_can_be_used_without_the_extra_programs() -> None:
    code = "import sys; sys.modules['PIL'] = sys.modules['resvg_py'] = None; from plugins import video; print(video.read_captions)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_a_film_that_is_there_is_not_written_over(content: Path) -> None:
    film = content / "film" / "kokk.mp4"
    before = film.stat().st_mtime_ns
    ran = lyttevei("film", content / "yrker" / "kokk.md")
    assert ran.code == 1 and "--force" in ran.err and "kokk.mp4" in ran.err
    assert film.stat().st_mtime_ns == before
