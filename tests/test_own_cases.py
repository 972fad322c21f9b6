"""Our own cases in cases/own.yaml: kinds of fault, each with six or more that ours must never be.

Keys of `expect`: `data`, values of front matter; `day`, its date; `slug`, of its address; `text` and `never`, parts of what is seen;
`words`, all words seen; `sentences` of the body; `html` and `html_never`, regular expressions; `spoken` and `spoken_never`, parts of what
is said; `told`, line and code of every Problem (`codes`: the codes alone, each once); `files_told`, files with an error; `walked`, file
and code of every error, once.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from editor import project
from plugins import document, speech
from plugins.speech.lexicon import Lexicon
from tests.making import PNG, ROOT, checked, write_tree

CASES = {case["id"]: case for case in YAML(typ="safe").load(ROOT / "tests" / "cases" / "own.yaml")["cases"]}
#: Advice that is no part of any case.
QUIET = ("plain-", "summary-made", "alt-missing")
HERE = [name for name, case in CASES.items() if case["input"].get("kind") != "query"]


def test_each_kind_of_fault_has_more_than_five_cases() -> None:
    kinds = Counter(case["kind_of_fault"] for case in CASES.values())
    assert len(kinds) == 9 and min(kinds.values()) > 5, kinds


@pytest.mark.parametrize("name", HERE)
def test_case(name: str, tmp_path: Path) -> None:
    given, expect = CASES[name]["input"], CASES[name]["expect"]
    files = given.get("files") or {given["file"]: given["text"]}
    content = write_tree(tmp_path, {file: PNG if text == "(png)" else text for file, text in files.items()})
    site = checked(content)
    page = next((each.document for each in site.pages), None)
    known = {"data", "day", "text", "never", "words", "sentences", "html", "html_never", "spoken", "spoken_never", "told", "codes"}
    assert set(expect) <= known | {"files_told", "walked", "slug"}
    _look_at_problems(site, expect, content)
    _look_at_page(page, expect, tmp_path)


def _look_at_problems(site: document.Site, expect: dict, content: Path) -> None:
    told = [each for each in site.problems if not each.code.startswith(QUIET)]
    if "told" in expect:
        assert sorted([each.line, each.code] for each in told) == sorted(expect["told"])
    if "codes" in expect:
        assert sorted({each.code for each in told}) == expect["codes"]
    if "files_told" in expect:
        assert sorted({each.file for each in document.errors(told)}) == expect["files_told"]
    if "walked" in expect:
        walked = project.walk(project.load(), content).problems
        assert sorted(map(list, {(each.file, each.code) for each in document.errors(walked)})) == expect["walked"]


def _look_at_page(page: document.Document, expect: dict, folder: Path) -> None:
    seen = "\n".join(block.text for block in page.blocks)
    assert {key: page.data.get(key) for key in expect.get("data", {})} == expect.get("data", {})
    assert page.slug == expect.get("slug", page.slug)
    assert str(page.data.get("date")) == expect.get("day", str(page.data.get("date")))
    assert [part for part in expect.get("text", ()) if part not in seen] == [], seen
    assert [part for part in expect.get("never", ()) if part in seen] == []
    assert expect.get("words") in (None, [word for block in page.blocks for word in block.text.split()])
    found = [block.text[start:end] for block in page.blocks for start, end in document.sentences(block)]
    assert expect.get("sentences") in (None, found)
    assert [part for part in expect.get("html", ()) if not re.search(part, page.html)] == [], page.html
    assert [part for part in expect.get("html_never", ()) if re.search(part, page.html)] == [], page.html
    if "spoken" in expect or "spoken_never" in expect:
        said = _said(page, folder)
        assert [part for part in expect.get("spoken", ()) if part not in said] == [], said
        assert [part for part in expect.get("spoken_never", ()) if part in said] == [], said


def _said(page: document.Document, folder: Path) -> str:
    """The words of the page's summary and body that the voice gets, and the texts of its sentences."""
    settings = speech.SpeechSettings(store=folder, lexicon=folder / "x.yaml")
    blocks = [*document.summary_blocks(document.Page(page)), *page.blocks]
    sentences = speech.script(blocks, settings, Lexicon())
    return "\n".join(f"{each.text}\n{' '.join(word.spoken for word in each.words)}" for each in sentences)
