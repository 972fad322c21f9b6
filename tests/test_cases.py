"""Public bug reports as small inputs with the right answer: one test a case, named by its id.

The inputs are in cases/given.yaml; a case that needs a room not yet built is in NOT_YET.
"""

from __future__ import annotations

import itertools
import os
import re
from html import unescape
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from plugins import document, plain, speech, video
from plugins.speech.lexicon import Lexicon
from plugins.video.transcript import transcript
from tests.making import PNG, ROOT, checked, codes, copy_project, lyttevei, tree_bytes, write_tree
from tests.voicing import NORWEGIAN, convert, reading, write

CASES = {case["id"]: case for case in YAML(typ="safe").load(ROOT / "tests" / "cases" / "given.yaml")["cases"]}
NOT_YET: dict[str, str] = {}
#: Cases that need a browser, and the file that tries each by its name.
IN_BROWSER = {
    "sec-query-xss": "test_search_box.py",
    "search-colon": "test_search.py",
    "search-hyphen": "test_search.py",
    "search-prefix-stem": "test_search.py",
    "sw-range": "test_offline_cases.py",
    "sw-missing-file": "test_offline_cases.py",
    "sw-query": "test_offline_cases.py",
}
#: A process that Python starts with this writes down each name or address that it wants of the network, and gets none.
NO_NETWORK = """
import socket
def refuse(*about, **_more):
    with open({note!r}, "a") as file:
        print(about, file=file)
    raise OSError("no network here")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


def test_every_case_is_tested_or_listed_as_not_yet():
    tests = {name.removeprefix("test_").replace("_", "-") for name in globals() if name.startswith("test_")}
    assert {name for name in CASES if name not in NOT_YET | IN_BROWSER} <= tests
    assert not set(NOT_YET) & tests


@pytest.mark.parametrize("name", IN_BROWSER)
def test_a_case_for_the_browser_is_tried_there(name):
    source = (ROOT / "tests" / "browser" / IN_BROWSER[name]).read_text(encoding="utf-8")
    assert f'"{name}"' in source or f"def test_{name.replace('-', '_')}(" in source


def test_search_build_offline(tmp_path):
    note, home = tmp_path / "calls", tmp_path / "home"
    home.mkdir()
    (home / "sitecustomize.py").write_text(NO_NETWORK.format(note=str(note)), encoding="utf-8")
    text = "---\ntitle: Søk\ntemplate: search/page\n---\n"
    content = write_tree(tmp_path, {"content/sider/sok.md": text, "content/yrker/kokk.md": "---\ntitle: Kokk\n---\n\nMat."})
    env = {"HOME": str(home), "PYTHONPATH": f"{home}{os.pathsep}{ROOT}"}
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut", env=env)
    expected = CASES["search-build-offline"]["expect"]
    assert (ran.code, note.exists()) == (expected["exit_code"], expected["network_calls"] > 0), ran.err
    assert any("invertedIndex" in path.read_text(encoding="utf-8") for path in (tmp_path / "ut" / "data").iterdir())


def cues_of(name: str) -> tuple[video.Cue, ...]:
    """The cues of a case's captions file, as the site then has them."""
    return video.read_captions(CASES[name]["input"]["text"].encode(), "film/a.nb.vtt", "nb").cues


def test_vtt_comma():
    given = CASES["vtt-comma"]
    cues = [[cue.start / 1000, cue.end / 1000, cue.plain] for cue in cues_of("vtt-comma")]
    assert cues == given["expect"]["cues"]
    found = video.read_captions(given["input"]["text"].encode(), "film/a.nb.vtt", "nb")
    assert [fault.line for fault in found.faults] == [3] and "," not in video.write_vtt(found.cues)


def test_vtt_youtube_auto():
    cues = cues_of("vtt-youtube-auto")
    assert [cue.plain for cue in cues] == CASES["vtt-youtube-auto"]["expect"]["plain"]
    assert [cue.settings for cue in cues] == ["align:start position:0%"] * 2
    shown = transcript(video.Captions("film/a.nb.vtt", "nb", cues))
    assert [line.text for line in shown] == ["hva er dette"]


def test_video_url_forms():
    given, found = CASES["video-url-forms"], []
    for address in given["input"]["urls"]:
        try:
            found.append(video.read_address(address))
        except ValueError:
            found.append(None)
    assert [film and film.id for film in found] == given["expect"]["ids"]
    assert [film and film.start for film in found] == given["expect"]["start"]
    assert found[5].code == "abcdef12"


def document_of(name: str) -> document.Document:
    """The page of a case, read."""
    given = CASES[name]["input"]
    return document.read_bytes(given["text"].encode(), given["file"].removeprefix("content/"))


def content_of(name: str, tmp_path: Path) -> Path:
    """The files of a case, written."""
    given = CASES[name]["input"]
    files = given.get("files") or {given["file"]: given["text"]}
    return write_tree(tmp_path, {file: PNG if text == "(png)" else text for file, text in files.items()})


def script_of(name: str, tmp_path: Path) -> list[dict]:
    """What `lyttevei script --json` says of a case's page."""
    content = content_of(name, tmp_path)
    ran = lyttevei("script", content.parent / CASES[name]["input"]["file"], "--json")
    return ran.json()["sentences"]


def built(name: str, tmp_path: Path) -> tuple[Path, str]:
    """The site of a case, built without sound, and what the command said."""
    content = content_of(name, tmp_path)
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    return tmp_path / "ut", ran.err


def visible(found: document.Document) -> str:
    return "\n".join(block.text for block in found.blocks)


def test_fm_colon():
    found = document_of("fm-colon")
    assert {key: found.data[key] for key in ("title", "lang")} == CASES["fm-colon"]["expect"]


def test_fm_bom():
    found = document_of("fm-bom")
    assert found.data["title"] == "Elevråd"
    assert "\ufeff" not in found.slug + found.html + visible(found) + found.source


def test_fm_blank_first():
    found = document_of("fm-blank-first")
    assert found.data["title"] == "Jobbsøknad"
    assert "title" not in visible(found)


def test_fm_bracket_list():
    assert document_of("fm-bracket-list").data["tags"] == ["helse", "it"]


def test_fm_lang_no():
    found, expected = document_of("fm-lang-no"), CASES["fm-lang-no"]["expect"]
    assert found.data["lang"] == expected["html_lang"]
    assert {key: found.data[key] for key in ("svar", "kveld", "nummer")} == {key: expected[key] for key in ("svar", "kveld", "nummer")}


def test_fm_date_norsk():
    assert document_of("fm-date-norsk").data["date"].isoformat() == "2026-04-03"


def test_fm_nbsp():
    found = document_of("fm-nbsp")
    assert (found.data["title"], found.data["tags"]) == ("Helsefagarbeider", ["helse", "omsorg"])


def test_fm_appledouble(tmp_path):
    output, _ = built("fm-appledouble", tmp_path)
    names = [path.name for path in output.rglob("*")]
    assert [path.parent.name for path in output.rglob("index.html")] == ["a"]
    assert not {"._a.md", "Thumbs.db", ".DS_Store", "~$a.docx", "a.md~"} & set(names)


def test_slug_empty():
    assert document_of("slug-empty").slug == "hva-na"
    assert document.read_bytes("---\ntitle: 😀🎉\n---\nx".encode(), "sider/hva-na.md").slug == "hva-na"


def test_link_spaces(tmp_path):
    output, _ = built("link-spaces", tmp_path)
    html = (output / "sider" / "a" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"\{(filename|static)\}|%7B", html)
    assert 'src="../../bilder/mitt%20kart.png"' in html
    assert html.split("<main")[1].split("</main>")[0].count('href="../b/index.html"') == 2
    assert (output / "bilder" / "mitt kart.png").exists()


def test_link_backslash(tmp_path):
    content = content_of("link-backslash", tmp_path)
    write_tree(tmp_path, {"content/sider/b.md": "---\ntitle: B\n---\n\nB.", "content/bilder/b.png": PNG, "content/sider/lyd/a.mp3": b"x"})
    assert codes(checked(content).problems) == []
    lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    html = (tmp_path / "ut" / "sider" / "a" / "index.html").read_text(encoding="utf-8")
    assert 'href="../b/index.html"' in html
    assert not re.search(r'(href|src)="[^"]*(\\|%5C)', html)


def test_link_case(tmp_path):
    found = [each for each in checked(content_of("link-case", tmp_path)).problems if each.code == "link-case"]
    assert len(found) == 1
    assert all(name in found[0].message for name in CASES["link-case"]["expect"]["report_contains"])


def test_md_nest_two():
    found = document_of("md-nest-two")
    depths = [sum(part.startswith("list") for part in block.inside) for block in found.blocks]
    assert (depths.count(1), depths.count(2)) == (2, 2)


def test_md_ordinal_line(tmp_path):
    text, expected = visible(document_of("md-ordinal-line")), CASES["md-ordinal-line"]["expect"]
    assert all(each in text for each in expected["visible_text_contains"])
    assert not any(re.search(rf"(?<!\d){re.escape(each)}", text) for each in expected["never"])
    assert "2026. Det er året." in text
    said = " ".join(each["spoken"] for each in script_of("md-ordinal-line", tmp_path))
    assert "8. klasse" in said and "første" not in said


def test_sec_js_links(tmp_path):
    found = document_of("sec-js-links")
    addresses = [unescape(each) for each in re.findall(r'(?:href|src)="([^"]*)"', found.html)]
    assert all(re.match(r"https?:|mailto:|tel:|[^:]*$", each) for each in addresses)
    assert not re.search(r"<[^>]*\son\w+=", found.html)
    unsafe = [each for each in found.problems if each.code == "link-unsafe"]
    assert {each.line for each in unsafe} == {5} and len(unsafe) >= 5


def test_sec_media_path(tmp_path):
    content = content_of("sec-media-path", tmp_path)
    found = [each for each in checked(content).problems if each.level == "error"]
    assert {(each.line, each.message.split(":")[0]) for each in found if each.line < 7} == {(3, "audio"), (4, "video"), (5, "captions")}
    assert any(each.line == 8 and each.code == "path-outside" for each in found)
    output, _ = built("sec-media-path", tmp_path)
    assert not output.exists()


def test_tts_empty(tmp_path):
    settings = speech.SpeechSettings(store=tmp_path, lexicon=tmp_path / "x.yaml")
    for text in CASES["tts-empty"]["input"]["texts"]:
        blocks = document.read_bytes(f"---\ntitle: X\n---\n\n{text}\n".encode(), "sider/x.md").blocks
        assert speech.script(blocks, settings, Lexicon()) == [], text
    assert not list(tmp_path.iterdir())


def test_tts_decimal_time():
    block = document.Block("b1", "p", CASES["tts-decimal-time"]["input"]["texts"][0], "nb")
    assert [block.text[start:end] for start, end in document.sentences(block)] == CASES["tts-decimal-time"]["expect"]["sentences"]
    assert len(document.words(document.Block("b1", "p", "1 250 000,50 1\u00a0250 1\u2009250", "nb"))) == 3


def test_tts_url(tmp_path):
    said = script_of("tts-url", tmp_path)
    everything = " ".join(each["spoken"] for each in said)
    assert not any(each in everything for each in CASES["tts-url"]["expect"]["spoken_never_contains"])
    assert "eksempel.no" in everything or "eksempel punktum no" in everything
    assert any(word["text"].rstrip(".") == "post@eksempel.no" for each in said for word in each["words"])


def test_tts_joins():
    found = document.read_bytes(f"---\ntitle: X\n---\n\n{CASES['tts-joins']['input']['text']}\n".encode(), "sider/x.md")
    tokens = [word for block in found.blocks for word in block.text.split()]
    assert tokens == CASES["tts-joins"]["expect"]["text_tokens"]


def test_tts_soft_hyphen(tmp_path):
    assert document_of("tts-soft-hyphen").slug == "yrkesfag"
    words = [word["text"] for each in script_of("tts-soft-hyphen", tmp_path) for word in each["words"]]
    assert set(CASES["tts-soft-hyphen"]["expect"]["word_list_contains"]) <= set(words)
    assert "Yrkesfag" in words


def test_time_trim():
    blocks = document_of("time-trim").blocks
    found = [block.text[start:end] for block in blocks for start, end in document.sentences(block)]
    assert [" ".join(each.split()) for each in found] == CASES["time-trim"]["expect"]["sentences"]


def test_lix_list():
    found = plain.lix(document_of("lix-list").blocks)
    assert {"words": found.words, "sentences": found.sentences, "long": found.long, "lix": found.value} == CASES["lix-list"]["expect"]


def test_lix_long_word():
    found = plain.lix([document.Block("b1", "p", CASES["lix-long-word"]["input"]["texts"][0], "nb")])
    assert {"words": found.words, "sentences": found.sentences, "long": found.long, "lix": found.value} == CASES["lix-long-word"]["expect"]


def test_a11y_headings(tmp_path):
    output, _ = built("a11y-headings", tmp_path)
    html = (output / "sider" / "kokk" / "index.html").read_text(encoding="utf-8")
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    said = [each["text"] for each in script_of("a11y-headings", tmp_path)]
    assert said.count("Kokk") == 1


def test_a11y_alt_speech(tmp_path):
    said = script_of("a11y-alt-speech", tmp_path)
    everything = " ".join(each["spoken"] for each in said)
    assert not any(each in everything for each in CASES["a11y-alt-speech"]["expect"]["spoken_never_contains"])
    assert "Bilde" in everything and "En kokk ved en gryte" in everything
    alt = [word for each in said for word in each["words"] if word["text"] in ("kokk", "gryte")]
    assert all(word["start"] == word["end"] for word in alt)
    assert [each.line for each in document_of("a11y-alt-speech").problems if each.code == "alt-missing"] == [5]


@pytest.mark.parametrize("name", ["name", "rate"])
def test_cache_settings(name, tmp_path):
    """A second build after a change of settings equals a clean one; sound is made anew only where the voice changed."""
    project = own_project(tmp_path)
    first = build_in(project)
    sounds = {file for file in first if file.startswith("sound/")}
    conf = project / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8")
    changed = (
        text.replace('name="Lyttevei"', 'name="Et annet navn"')
        if name == "name"
        else text.replace("SpeechSettings(", "SpeechSettings(rate=140, ")
    )
    assert changed != text
    conf.write_text(changed, encoding="utf-8")
    second = build_in(project)
    assert (sounds == {file for file in second if file.startswith("sound/")}) is (name == "name")
    for stored in (project / "audio" / "store").rglob("*"):
        if stored.is_file():
            stored.unlink()
    assert build_in(project) == second


def own_project(tmp_path: Path) -> Path:
    """A checkout of one's own with one page, to change settings in."""
    files = {"content/sider/a.md": "---\ntitle: En\nsummary: Kort.\n---\n\nHei du."}
    return copy_project(tmp_path / "prosjekt", files)


def build_in(project: Path) -> dict[str, bytes]:
    ran = lyttevei("build", cwd=project, env={"PYTHONPATH": str(project)})
    assert ran.code == 0, ran.err
    return tree_bytes(project / "output")


def test_audio_no_ffmpeg(tmp_path):
    """The file is a real m4a; a WAV beside it needs no ffmpeg (tests/test_recordings.py)."""
    given = CASES["audio-no-ffmpeg"]
    file = given["input"]["file"].removeprefix("content/")
    content = write_tree(tmp_path, {"content/sider/a.md": f"---\ntitle: Lyd\naudio: {file}\n---\n\n{NORWEGIAN}\n"})
    convert(write(tmp_path / "kilde.wav", reading(NORWEGIAN, "nb+m3").samples), content / file, "-c:a", "aac")
    env = {"PATH": str(tmp_path), "IMAGEIO_FFMPEG_EXE": str(tmp_path / "ffmpeg")}
    ran = lyttevei("build", "--content", content, "--output", tmp_path / "ut", env=env)
    told = [line for line in ran.err.splitlines() if file.rsplit("/", 1)[-1] in line]
    assert ran.code == 0 and len(told) == 1 and "Traceback" not in ran.err
    assert all(word in told[0] for word in (*given["expect"]["message_contains"], "Windows", "Mac")) and "finnes ikke" not in told[0]
    assert list((tmp_path / "ut" / "sound").glob("*.mp3"))
