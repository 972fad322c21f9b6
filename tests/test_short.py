"""Short texts with a sound of their own: asked for by rooms above speech, made at once for those below."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jinja2

from plugins import document, speech
from plugins.speech.cleaning import used
from plugins.speech.short import TEXT
from tests.conftest import ROOT
from tests.test_speech import page, site

WORD = "En lærling lærer et yrke på jobb."


def test_a_room_above_asks_and_finds_the_key(tmp_path: Path) -> None:
    built = site(tmp_path, page("Du er lærling."))
    for _ in range(2):
        document.want_sound(built, WORD, "nb", "sider/prove.md")
    document.want_sound(built, "…", "nb", "sider/prove.md")
    document.want_sound(built, "Bures boahtin", "se", "sider/prove.md")
    speech.process(built)
    key = built.heard[WORD, "nb"]
    found = built.data[key]
    assert found["blocks"] == [TEXT] and found["sentences"][3] == 7 and built.files[found["sound"]].is_file()
    assert built.heard["…", "nb"] == built.heard["Bures boahtin", "se"] == ""
    assert len(built.files) == len(built.data) == 2 and speech.summary(built).pages == 1


def test_a_room_below_gets_the_key_at_once_and_the_same_text_is_said_once(tmp_path: Path) -> None:
    built = site(tmp_path, page("Du er lærling."))
    speech.process(built)
    key = speech.voice_text(built, WORD, "nb")
    stored = {path: path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*.mp3")}
    assert key == speech.voice_text(built, WORD, "nb") and len(stored) == 2
    again = site(tmp_path, page("Du er lærling."))
    speech.process(again)
    assert speech.voice_text(again, WORD, "nb") == key
    assert stored == {path: path.stat().st_mtime_ns for path in (tmp_path / "store").rglob("*.mp3")}
    assert {path.stem for path in stored} <= used(again), "what is used is not cleaned away"


def test_without_sound_there_is_no_key(tmp_path: Path) -> None:
    built = site(tmp_path, page("Du er lærling."), sound=False)
    document.want_sound(built, WORD, "nb", "sider/prove.md")
    speech.process(built)
    assert speech.voice_text(built, WORD, "nb") == "" and not built.data and not (tmp_path / "store").exists()


def test_a_store_that_fails_names_the_page_that_shows_the_text(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    built = site(tmp_path)
    document.want_sound(built, WORD, "nb", "yrker/kokk.md")
    speech.process(built)
    assert [(each.file, each.code) for each in built.problems] == [("yrker/kokk.md", "store")]
    assert WORD in built.problems[0].message and built.heard[WORD, "nb"] == ""


def test_every_explanation_of_a_word_on_the_shipped_site_can_be_heard(built_site: Path) -> None:
    """Each box names its two Blocks in the sound of the page of all words, by the button that the page's template holds."""
    boxes = 0
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        found = re.findall(r'<div class="word" id="([^"]+)" popover([^>]*)>', html)
        if found:
            (common,) = [each for each in re.findall(r"<template>.*?</template>", html, re.DOTALL) if "popovertarget" in each]
            value = read_data(built_site, re.search(r'<ly-listen data-key="(\w+)"', common)[1])
            said = {value["blocks"][place] for place in value["sentences"][::6]}
            assert (built_site / value["sound"]).is_file()
            for name, rest in found:
                at = re.search(r'data-at="([\w-]+)"', rest)
                assert at and {at[1], f"{at[1]}-f"} <= said, (path, name)
            boxes += len(found)
    assert boxes > 300


def read_data(site: Path, key: str) -> dict:
    """The value of a data script."""
    text = (site / "data" / f"{key}.js").read_text(encoding="utf-8")
    return json.loads(text[text.index("{") : text.rindex("}") + 1])


def test_the_macro_writes_the_element(tmp_path: Path) -> None:
    built = site(tmp_path)
    key = speech.voice_text(built, WORD, "nb")
    loader = jinja2.FileSystemLoader([ROOT / "plugins", ROOT / "theme" / "templates"])
    env = jinja2.Environment(loader=loader, autoescape=True)
    env.globals["_"] = str
    env.filters["link"] = lambda address, page: f"../{address}"
    source = '{% from "speech/listen.html" import listen with context %}{{ listen("Hør", key=SITE.heard[text, "nb"], shown="x") }}'
    html = env.from_string(source).render(SITE=built, page=None, text=WORD)
    sound = built.data[key]["sound"]
    assert f'<ly-listen data-key="{key}" data-shown="x" data-sound="../{sound}">' in html and "Stopp" in html
