"""A draft is nowhere: not in pages, index, sound, feed, manifest, ZIP or report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests import packing
from tests.making import ROOT, copy_project, lyttevei, write_tree
from tests.voicing import reading, write

#: In every text and every name of the drafts, and nowhere else.
WORD = "xyvrkl"
DRAFT = f"""---
title: {WORD}tittel
status: draft
lang: LANG
slug: {WORD}-slug
summary: [{WORD}kort er kort.]
tags: [{WORD}merke, mat]
also_called: [{WORD}navn]
picture: {{file: bilder/{WORD}.svg, alt: {WORD}alt}}
roads: [{{name: {WORD}vei, steps: [{{name: {WORD}steg, level: vgs, years: 1}}]}}]
sources: [{{title: {WORD}kilde, url: "https://{WORD}.no/"}}]
related: [kokk]
expires: 2020-01-01
---

## {WORD}overskrift

{WORD}tekst med [lenke](kokk.md) og ![{WORD}bilde](../bilder/{WORD}.svg). Ring 12345678.

/// video | {WORD}film
file: film/{WORD}.mp4
captions: film/{WORD}.nb.vtt
description: ingen
///
"""
VTT = f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n{WORD}teksting\n"
#: Pages that rooms fill with what they know of all others.
ROOMS = {"rapport": "report/page", "mine": "guidance/mine", "sammenlign": "guidance/compare", "ord": "plain/ordliste"}
FILES = {
    **packing.FILES,
    **{f"content/sider/{name}.md": f"---\ntitle: Om {name}\ntemplate: {template}\n---\n\nHer." for name, template in ROOMS.items()},
    f"content/yrker/{WORD}.md": DRAFT.replace("LANG", "nb"),
    f"content/yrker/{WORD}.nn.md": DRAFT.replace("LANG", "nn"),
    f"content/sider/{WORD}.md": f"---\ntitle: {WORD}liste\nstatus: utkast\ntemplate: plain/ordliste\n---\n\n{WORD}ord.",
    f"content/bilder/{WORD}.svg": packing.SVG,
    f"content/film/{WORD}.mp4": (ROOT / "content" / "film" / "sykepleier.mp4").read_bytes(),
    f"content/film/{WORD}.nb.vtt": VTT,
}


def held(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file by its name, and each file in it where it is packed."""
    yield name, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from held(f"{name}!{inner}", archive.read(inner))


def everything(*folders: Path) -> dict[str, bytes]:
    """Every file below the folders, what is packed in them too."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return dict(each for path in files for each in held(path.as_posix(), path.read_bytes()))


def test_a_draft_is_nowhere(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "prosjekt", FILES)
    write(project / "audio" / "recordings" / "yrker" / f"{WORD}.wav", reading("Hei du. Ha det.", "nb").samples)
    env, output, goal = {"PYTHONPATH": str(project)}, tmp_path / "ut", tmp_path / "pakke"
    for command in (("build", "--output", output), ("pack", "--output", goal, "--address", packing.ADDRESS)):
        ran = lyttevei(*command, cwd=project, env=env)
        assert ran.code == 0, ran.err
    found = everything(output, goal)
    kinds = {Path(name.rsplit("!", 1)[-1]).suffix for name in found}
    assert kinds >= {".html", ".js", ".mp3", ".zip", ".epub", ".xhtml", ".xml", ".csv", ".webmanifest", ".smil"}, kinds
    assert any("kokk" in name for name in found) and any(b"Kokk" in data for data in found.values())
    marks = [WORD.encode(encoding) for encoding in ("utf-8", "utf-16-le")]
    assert [name for name, data in found.items() if WORD in name.lower() or any(mark in data.lower() for mark in marks)] == []
    stored = len(list((project / "audio" / "store").rglob("*.mp3")))
    write(project / "audio" / "recordings" / "yrker" / f"{WORD}.wav", reading("Hei du.", "nb").samples)
    for name in [name for name in FILES if WORD in name and name.endswith(".md")]:
        (project / name).unlink()
    again = tmp_path / "uten"
    assert lyttevei("build", "--output", again, cwd=project, env=env).code == 0
    assert len(list((project / "audio" / "store").rglob("*.mp3"))) == stored
    assert {path.relative_to(again) for path in again.rglob("*")} == {path.relative_to(output) for path in output.rglob("*")}


def test_the_same_page_without_its_draft_line_is_found(tmp_path: Path) -> None:
    """What looks for the word above finds it where it is."""
    files = {name: data for name, data in FILES.items() if not name.endswith(f"sider/{WORD}.md")}
    content = write_tree(tmp_path, {name: _published(data) if WORD in name else data for name, data in files.items()})
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 0, ran.err
    found = {name for name, data in everything(tmp_path / "ut").items() if WORD.encode() in data.lower() or WORD in name}
    assert {Path(name).suffix for name in found} >= {".html", ".js", ".csv", ".svg", ".mp4"}, found


def _published(data: str | bytes) -> str | bytes:
    return data.replace("status: draft\n", "") if isinstance(data, str) else data
