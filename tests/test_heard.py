"""`lyttevei check` says of people's own recordings how well each sentence matches its page."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from plugins import document, speech
from tests.making import lyttevei, write_tree
from tests.test_recordings import UNEVEN, recorded, voice
from tests.voicing import NORWEGIAN, OTHER, reading, write

OLD, NEW = "Du gir medisin og følger med på hvordan de har det.", "Kveldsvaktene blir fordelt likt mellom alle ansatte."


def test_a_recording_of_the_page_matches_in_every_sentence_where_it_is_said(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    known = reading(f"Prøve. {NORWEGIAN}", "nb+m3", 145, UNEVEN)
    write(path, known.samples)
    [(file, recording, sentences, told)] = speech.hear_all(site)
    assert (file, recording, told) == ("sider/prove.md", path, [])
    assert [each.match for each in sentences].count("other") == 0 and any(each.match == "good" for each in sentences)
    starts = np.array([each.start for each in sentences]) - sentences[0].start
    wanted = (np.array(known.starts) - known.starts[0]) / 22050
    print("\nsentences off by", np.round(np.abs(starts - wanted), 2))
    assert len(starts) == len(wanted) and np.abs(starts - wanted).max() < 0.1


def test_a_sentence_that_was_changed_is_the_one_that_is_named(tmp_path: Path) -> None:
    site, path = recorded(tmp_path, text=NORWEGIAN.replace(OLD, NEW))
    write(path, voice())
    [(_file, _path, sentences, told)] = speech.hear_all(site)
    assert [each.text for each in sentences if each.match == "other"] == [NEW]
    assert [each.code for each in told] == ["recording-mismatch"] and NEW in told[0].message


def test_faults_of_files_are_told_and_files_not_asked_for_are_not_heard(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    assert [each.code for *_rest, told in speech.hear_all(site) for each in told] == ["recording-unreadable"]
    assert list(speech.hear_all(site, {"sider/andre.md"})) == []


def test_the_command_says_it_with_lines_and_json_stays_json(tmp_path: Path) -> None:
    changed = NORWEGIAN.replace(OLD, NEW).replace(". ", ".\n\n")
    text = f"---\ntitle: Prøve\nsummary: Kort.\naudio: lyd/a.wav\n---\n\n{changed}\n"
    content = write_tree(tmp_path, {"content/sider/a.md": text, "content/sider/b.md": "---\ntitle: B\naudio: lyd/b.wav\n---\n\n" + OTHER})
    write(content / "lyd" / "a.wav", reading(f"Prøve. Kort. {NORWEGIAN}", "nb+m3", 145, UNEVEN).samples)
    write(content / "lyd" / "b.wav", voice()[:20000])
    ran = lyttevei("check", content / "sider" / "a.md", "--content", content)
    assert ran.code == 0 and "opptaket a.wav stemmer i" in ran.out and "b.wav" not in ran.out, ran.out + ran.err
    said = [line for line in ran.out.splitlines() if line.endswith(NEW)]
    assert len(said) == 1 and "stemmer ikke:" in said[0] and " stemmer" in ran.out
    line = text.split("\n").index(NEW) + 1
    rows = [row for row in lyttevei("check", "--content", content, "--json").json() if row["code"].startswith("recording")]
    assert [(Path(row["file"]).name, row["line"], row["code"]) for row in rows] == [
        ("a.md", line, "recording-mismatch"), ("b.md", 1, "recording-length")
    ]  # fmt: skip


def test_the_site_is_not_changed_by_hearing(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    write(path, voice())
    list(speech.hear_all(site))
    assert not site.problems and not site.files and not list(tmp_path.rglob("*.mp3"))
    assert isinstance(site, document.Site)
