"""Room video without a browser: addresses, the films of a page, their files, and the day when captions must be there."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import document, plain, video
from plugins.video.length import Probe, probe
from plugins.video.services import frame_address, own_page
from tests.caption_files import by_srt
from tests.filming import WEBM_MS, film_bytes
from tests.making import PNG, lyttevei, write_tree

ID, UUID = "--AbCdEfGh1", "27c7c8ac-1111-2222-3333-444455556666"
#: Forms of addresses, and what they mean: (service, id, start, code).
UNDERSTOOD = {
    f"https://www.youtube.com/watch?v={ID}": ("youtube", ID, 0, ""),
    f"https://www.youtube.com/watch?app=desktop&v={ID}&list=PL1&index=2": ("youtube", ID, 0, ""),
    f"https://www.youtube.com/watch?v={ID}&amp;t=1m23s": ("youtube", ID, 83, ""),
    f"https://www.youtube.com/watch?v={ID}#t=1h2m3s": ("youtube", ID, 3723, ""),
    f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}": ("youtube", ID, 0, ""),
    f"https://m.youtube.com/watch?v={ID}&t=83s": ("youtube", ID, 83, ""),
    f"https://music.youtube.com/watch?v={ID}": ("youtube", ID, 0, ""),
    f"https://youtu.be/{ID}": ("youtube", ID, 0, ""),
    f"https://youtu.be/{ID}?si=xYz&t=83": ("youtube", ID, 83, ""),
    f"youtu.be/{ID}": ("youtube", ID, 0, ""),
    f"//youtu.be/{ID}": ("youtube", ID, 0, ""),
    f"  https://youtu.be/{ID}\u200b ": ("youtube", ID, 0, ""),
    f"https://youtube.com/shorts/{ID}?feature=share": ("youtube", ID, 0, ""),
    f"https://www.youtube.com/live/{ID}?si=x": ("youtube", ID, 0, ""),
    f"https://www.youtube.com/embed/{ID}?start=5": ("youtube", ID, 5, ""),
    f"https://www.youtube-nocookie.com/embed/{ID}": ("youtube", ID, 0, ""),
    f"https://www.youtube.com/v/{ID}": ("youtube", ID, 0, ""),
    f"https://www.youtube%2Ecom/watch?v={ID}": ("youtube", ID, 0, ""),
    f'<iframe width="560" src="https://www.youtube.com/embed/{ID}?si=x" allowfullscreen></iframe>': ("youtube", ID, 0, ""),
    "https://vimeo.com/123456789": ("vimeo", "123456789", 0, ""),
    "https://vimeo.com/123456789/abcdef12?share=copy": ("vimeo", "123456789", 0, "abcdef12"),
    "https://player.vimeo.com/video/123456789?h=abcdef12&dnt=1#t=1m2s": ("vimeo", "123456789", 62, "abcdef12"),
    "https://vimeo.com/channels/staffpicks/123456789": ("vimeo", "123456789", 0, ""),
    "https://vimeo.com/groups/skole/videos/123456789": ("vimeo", "123456789", 0, ""),
    "https://vimeo.com/showcase/1234567/video/123456789": ("vimeo", "123456789", 0, ""),
    "https://tv.nrk.no/program/KOID75007813": ("nrk", "KOID75007813", 0, ""),
    "https://tv.nrk.no/serie/jobb/2019/koid75007813/avspiller": ("nrk", "KOID75007813", 0, ""),
    "https://static.nrk.no/ludo/latest/video-embed.html#id=MSUI20000011": ("nrk", "MSUI20000011", 0, ""),
    "https://www.nrk.no/video/PS*150533": ("nrk", "PS*150533", 0, ""),
    f"https://www.nrk.no/video/en-dag_{UUID}": ("nrk", UUID, 0, ""),
}
#: Addresses that are none of the three, or of no single film, and how the refusal begins.
ELSE, UNSAFE, NO_ID = "er ikke YouTube, Vimeo eller NRK", "kan ikke brukes. Den må begynne med https://", "viser ikke til én film"
REFUSED = {
    f"https://youtube.com.eksempel.no/watch?v={ID}": ELSE,
    f"https://eksempel.no/https://youtu.be/{ID}": ELSE,
    f"https://youtube.com@eksempel.no/watch?v={ID}": ELSE,
    f"https://youtube.com%2eeksempel.no/watch?v={ID}": ELSE,
    f"https://eksempel.no%2F@youtube.com/watch?v={ID}": ELSE,
    f"https://yоutube.com/watch?v={ID}": ELSE,  # a Cyrillic o
    f"https://notyoutube.com/watch?v={ID}": ELSE,
    f"https://youtube.com:8080/watch?v={ID}": ELSE,
    f"https://youtube.com./watch?v={ID}": ELSE,
    f"https://youtube.com\\@eksempel.no/watch?v={ID}": UNSAFE,
    f"https:youtube.com/watch?v={ID}": UNSAFE,
    f"http://youtu.be/{ID}": "er ikke kryptert. Skriv https://",
    "javascript:alert(1)": UNSAFE,
    "JaVa\tScRiPt:alert(1)": UNSAFE,
    "java%73cript%3Aalert(1)": UNSAFE,
    "java%2573cript%253Aalert(1)": UNSAFE,
    "jav&#x61;script&colon;alert(1)": UNSAFE,
    "data:text/html,<script>alert(1)</script>": UNSAFE,
    "ftp://youtube.com/film.mp4": UNSAFE,
    "https://www.youtube.com/playlist?list=PL123": NO_ID,
    "https://www.youtube.com/@kanal": NO_ID,
    "https://www.youtube.com/watch?v=kort": NO_ID,
    "https://vimeo.com/kanal": NO_ID,
    "https://vimeo.com/ondemand/film": NO_ID,
    "https://tv.nrk.no/serie/jobb/sesong/1/episode/2": NO_ID,
}


@pytest.mark.parametrize("address", UNDERSTOOD)
def test_every_form_of_an_address_gives_the_film(address: str) -> None:
    assert video.read_address(address) == video.External(*UNDERSTOOD[address])


@pytest.mark.parametrize("address", REFUSED)
def test_any_other_address_is_refused_and_says_why(address: str) -> None:
    with pytest.raises(ValueError, match="«") as refused:
        video.read_address(address)
    assert REFUSED[address] in str(refused.value)


def test_an_id_alone_is_enough_where_the_service_is_named() -> None:
    found = [video.read_address(*each) for each in ((ID, "youtube"), ("123456789/abcdef12", "vimeo"), ("koid75007813", "nrk"))]
    assert [(each.id, each.code) for each in found] == [(ID, ""), ("123456789", "abcdef12"), ("KOID75007813", "")]
    with pytest.raises(ValueError, match="er ikke en adresse hos Vimeo"):
        video.read_address(f"https://youtu.be/{ID}", "vimeo")


def test_frames_are_asked_for_as_quietly_as_the_services_allow() -> None:
    shown = {each: frame_address(video.External(*UNDERSTOOD[each])) for each in UNDERSTOOD}
    hosts = ("https://www.youtube-nocookie.com/embed/", "https://player.vimeo.com/video/", "https://static.nrk.no/ludo/latest/video-embed")
    assert all(address.startswith(hosts) for address in shown.values())
    assert all("dnt=1" in address for address in shown.values() if "vimeo" in address)
    assert own_page(video.External("youtube", ID), 5) == f"https://www.youtube.com/watch?v={ID}&t=5s"
    assert own_page(video.External("vimeo", "123456789", 0, "abcdef12"), 5) == "https://vimeo.com/123456789/abcdef12#t=5s"


def site_of(tmp_path: Path, block: str, front: str = "", files: dict[str, str | bytes] | None = None) -> document.Site:
    """The Site of one page with that block, after the rooms document, plain and video."""
    text = f"---\ntitle: Film\n{front}---\n\n## Del\n\nTekst før.\n\n{block}\n\nTekst etter.\n"
    given = {"content/sider/a.md": text, "content/film/a.webm": film_bytes(), "content/film/a.nb.srt": by_srt_bytes(tmp_path)}
    content = write_tree(tmp_path, given | (files or {}))
    site = document.read_site(content, document.Settings("Prøve", sound=False))
    for room in (document, plain, video):
        room.process(site)
    return site


def by_srt_bytes(folder: Path) -> bytes:
    """The first cues of a file by the package srt: the film of the tests is short."""
    return "\n\n".join(by_srt(folder).read_text(encoding="utf-8").split("\n\n")[:2]).encode()


def block(*lines: str, title: str = "En dag") -> str:
    return "\n".join([f"/// video | {title}", *lines, "///"])


WHOLE = ("file: film/a.webm", "captions: film/a.nb.srt", "description: ingen")


def told(site: document.Site, level: str | None = None) -> list[tuple[str, int, str]]:
    """What is said of films; advice on plain language is another room's."""
    found = (each for each in sorted(site.problems) if not each.code.startswith("plain-"))
    return [(each.file, each.line, each.code) for each in found if level in (None, each.level)]


def test_a_film_with_all_it_needs_is_no_problem(tmp_path: Path) -> None:
    site = site_of(tmp_path, block(*WHOLE))
    (film,) = site.pages[0].video.all
    assert told(site, "error") == []
    assert [each.address for each in film.sources] == ["film/a.webm"] and abs(film.length - WEBM_MS) < 100
    assert site.static["film/a.webm"].name == "a.webm" and "film/a.nb.srt" not in site.static
    assert film.lines[0].block.text.startswith("Blåbærsyltetøy")
    assert site.data[film.tracks[0].key][:3] == [0, 1500, "Blåbærsyltetøy på Ærø, sier Åse."]


def test_the_transcript_is_said_where_the_film_stands(tmp_path: Path) -> None:
    page = site_of(tmp_path, block(*WHOLE)).pages[0]
    order = [each.text for each in document.spoken_blocks(page)]
    assert order.index("Tekst før.") < order.index("En dag") < order.index("Les det som blir sagt i filmen") < order.index("Tekst etter.")
    assert order.index("Les det som blir sagt i filmen") + 1 == next(at for at, text in enumerate(order) if text.startswith("Blåbær"))


def test_the_lead_film_of_the_front_matter(tmp_path: Path) -> None:
    site = site_of(tmp_path, "", "video: film/a.webm\ncaptions: film/a.nb.srt\n")
    assert told(site, "error") == [] and site.pages[0].video.lead.heading.text == "Film: Film"
    whole = "video:\n  file: film/a.webm\n  title: Se filmen\n  description: ingen\ncaptions: [film/a.nb.srt]\n"
    again = site_of(tmp_path, "", whole)
    assert [each for each in told(again) if each[2] != "captions-hard"] == [] and again.pages[0].video.lead.heading.text == "Se filmen"


SRT = "captions: film/a.nb.srt"
#: What is wrong with a block, and the Problem: lines of the block, the line told, its code, how the message begins.
WRONG = [
    ([SRT], 9, "film", "Filmen mangler. Skriv file:"),
    (["file: film/a.webm", "youtube: --AbCdEfGh1", SRT], 9, "film", "Filmen har både file og youtube"),
    (["file: film/b.webm", SRT], 10, "link-dead", "file: «film/b.webm» finnes ikke. Mente du «film/a.webm»?"),
    (["file: ../../../etc/passwd", SRT], 10, "path-outside", "file: «../../../etc/passwd» peker ut"),
    (["file: film/%2e%2e/%2e%2e/%2e%2e/x.mp4", SRT], 10, "path-outside", "file: «film/%2e%2e"),
    (["file: C:\\film.mp4", SRT], 10, "path-outside", "file: «C:\\film.mp4» peker ut"),
    (["file: film/lur.mp4", SRT], 10, "path-outside", "file: «/film/lur.mp4» er en snarvei ut"),
    (["file: film/a.webm", "captions: ../../hemmelig.vtt"], 11, "path-outside", "captions: «../../hemmelig.vtt» peker ut"),
    (["file: film/a.webm", SRT, "poster: https://a.no/a.jpg"], 12, "film-address", "poster: «https://a.no"),
    (["file: javascript:alert(1)", SRT], 10, "film-address", "Adressen «javascript:alert(1)» kan ikke brukes"),
    (["youtube: https://eksempel.no/x", SRT], 10, "film-address", "«eksempel.no» er ikke YouTube"),
    (["file: film/a.mov", SRT], 10, "film-format", "file: «film/a.mov» kan ikke vises i nettlesere. Gjør den om til MP4"),
    (["file: film/tekst.mp4", SRT], 10, "film-format", "file: «film/tekst.mp4» er ikke en film"),
    (["file: film/a.webm", SRT, "poster: film/a.webm"], 12, "film-format", "poster: «film/a.webm» kan ikke vises"),
    (["file: film/a.webm", SRT, "description: a.wav"], 12, "film-format", "description: «a.wav» kan"),
    (["file: film/a.webm"], 9, "captions-missing", "Filmen mangler teksting. Skriv captions:"),
    (["file: film/a.webm", "captions: mangler"], 11, "captions-missing", "«mangler» sier ikke hvilken dag"),
    (["file: film/a.webm", "captions: mangler til 31. februar 2027"], 11, "captions-missing", "«mangler til 31. februar 2027» sier ikke"),
    (["file: film/a.webm", "captions: film/a.nb.srt, film/b.no.srt"], 11, "film", "To tekstinger har samme språk"),
    (["fil: film/a.webm", SRT, "hei på deg"], 12, "film", "«hei på deg» er ikke en innstilling"),
    (["file: film/a.webm", SRT, "description: ingen", "poster: a.png", "poster: b.png"], 14, "film", "«poster» står to"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong[3][:40])
def test_what_is_wrong_with_a_film_is_told_with_its_line(wrong: tuple, tmp_path: Path) -> None:
    lines, line, code, message = wrong
    (tmp_path / "hemmelig.mp4").write_bytes(film_bytes())
    (tmp_path / "content" / "film").mkdir(parents=True)
    (tmp_path / "content" / "film" / "lur.mp4").symlink_to(tmp_path / "hemmelig.mp4")
    files = {"content/film/a.mov": b"x", "content/film/tekst.mp4": b"hei", "content/film/b.no.srt": by_srt_bytes(tmp_path)}
    site = site_of(tmp_path, block(*lines), "", files)
    assert any((each.line, each.code) == (line, code) and each.message.startswith(message) for each in site.problems), site.problems
    assert all(path.resolve().is_relative_to(tmp_path / "content") for path in site.static.values())


def test_an_unclosed_block_and_one_without_a_title_are_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, "/// video | En dag\nfile: film/a.webm\ncaptions: film/a.nb.srt\ndescription: ingen")
    assert [(each.line, each.message) for each in site.problems if each.code == "film"] == [
        (9, "Film-blokken mangler slutt. Skriv /// på en egen linje etter den.")
    ]
    assert "Tekst etter." in [each.text for each in site.pages[0].document.blocks]
    other = site_of(tmp_path, block(*WHOLE, title="").replace(" | ", ""))
    assert [each.message[:21] for each in other.problems if each.code == "film"] == ["Filmen mangler tittel"]


def test_remarks_name_what_could_be_better(tmp_path: Path) -> None:
    site = site_of(tmp_path, block("file: film/a.webm", "captions: film/a.nb.srt", "bilete: x.png"))
    found = [each for each in told(site) if each[0].startswith("sider")]
    assert found == [("sider/a.md", 9, "film-description"), ("sider/a.md", 12, "unknown-key")]
    assert any("Mente du «bilde»?" in each.message for each in site.problems)


@pytest.mark.parametrize(("day", "code"), [(1801353600, "captions-awaited"), (1801526400, "captions-missing")])
def test_captions_may_be_missing_till_their_day(day: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The 31st of January 2027 is the last day; the clock of the build is SOURCE_DATE_EPOCH."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(day))
    site = site_of(tmp_path, block("file: film/a.webm", "captions: mangler til 31.01.2027", "description: ingen"))
    assert told(site) == [("sider/a.md", 11, code)]
    assert site.pages[0].video.all[0].missing is (code == "captions-awaited")


def test_without_captions_nothing_is_published_and_with_a_promise_the_page_says_so(tmp_path: Path) -> None:
    text = "---\ntitle: Film\n---\n\n" + block("file: film/a.webm", "description: ingen")
    content = write_tree(tmp_path, {"content/sider/a.md": text, "content/film/a.webm": film_bytes()})
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 1 and "captions-missing" in ran.err and not (tmp_path / "ut").exists()
    write_tree(tmp_path, {"content/sider/a.md": text.replace("description", "captions: mangler til 2027-01-31\ndescription")})
    env = {"SOURCE_DATE_EPOCH": "1790000000"}
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut", env=env)
    assert ran.code == 0 and "Filmen mangler teksting." in (tmp_path / "ut" / "sider" / "film" / "index.html").read_text(encoding="utf-8")


def test_a_text_of_what_is_seen_is_in_the_transcript(tmp_path: Path) -> None:
    seen = "WEBVTT\n\n00:01.500 --> 00:02.500\nEn kvinne i hvit frakk.\n"
    files = {"content/film/a.bilde.vtt": seen}
    site = site_of(tmp_path, block("file: film/a.webm", "captions: film/a.nb.srt", "description: film/a.bilde.vtt"), "", files)
    assert "Bildet viser: En kvinne i hvit frakk." in [line.block.text for line in site.pages[0].video.all[0].lines]


def test_a_film_says_how_long_it_is_and_how_it_is_coded(tmp_path: Path) -> None:
    films = {"a.webm": film_bytes(), "a.mp4": film_bytes(".mp4"), "b.mp4": film_bytes(".mp4", "mpeg4")}
    write_tree(tmp_path, {f"content/{name}": data for name, data in films.items()})
    found = [probe(tmp_path / "content" / name) for name in films]
    assert [each.shown for each in found] == [True, True, False] and found[1].codec == "avc1"
    assert all(abs(each.length - WEBM_MS) < 100 for each in found)
    (tmp_path / "kort.mp4").write_bytes(struct.pack(">I4s", 8, b"ftyp") + struct.pack(">I4s", 4, b"moov"))
    assert probe(tmp_path / "kort.mp4").length is None


def test_frames_are_allowed_only_on_pages_with_such_a_film_and_cue_text_is_never_html(tmp_path: Path) -> None:
    srt = "1\n00:00:00,000 --> 00:00:02,000\n<img src=x onerror=alert(1)> & <script>x</script>\n"
    files = {
        "content/sider/ute.md": "---\ntitle: Ute\n---\n\n" + block("youtube: --AbCdEfGh1", "captions: film/x.nb.srt", "description: ingen"),
        "content/sider/inne.md": "---\ntitle: Inne\n---\n\n" + block(*WHOLE),
        "content/sider/uten.md": "---\ntitle: Uten\n---\n\nIngen film.",
        "content/film/x.nb.srt": srt, "content/film/a.webm": film_bytes(), "content/film/a.nb.srt": by_srt_bytes(tmp_path),
        "content/bilder/a.png": PNG,
    }  # fmt: skip
    ran = lyttevei("build", "--no-sound", "--content", write_tree(tmp_path, files), "--output", tmp_path / "ut")
    assert ran.code == 0, ran.err
    pages = {name: (tmp_path / "ut" / "sider" / name / "index.html").read_text(encoding="utf-8") for name in ("ute", "inne", "uten")}
    assert ["frame-src https://www.youtube-nocookie.com;" in pages[name] for name in pages] == [True, False, False]
    assert ["theme/video.js" in pages[name] for name in pages] == [True, True, False]
    assert "<img src=x" not in pages["ute"] and "&lt;img src=x onerror=alert(1)&gt;" in pages["ute"]
    assert "<iframe" not in "".join(pages.values()) and " default" not in pages["inne"].split("<track")[1].split(">")[0]
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / "ut" / "data").glob("*.vtt")]
    assert len(written) == 2 and all(text.startswith("WEBVTT\n\n") for text in written)


KINDS_OF_BOX = st.sampled_from([b"moov", b"trak", b"mvhd", b"stsd", b"free"])
BOXES = st.lists(st.tuples(st.integers(0, 40), KINDS_OF_BOX, st.binary(max_size=20)), max_size=12)


@settings(max_examples=150, deadline=None)
@given(BOXES, st.binary(max_size=60))
def test_a_damaged_film_is_no_film_and_never_a_crash(boxes: list[tuple[int, bytes, bytes]], tail: bytes) -> None:
    mp4 = struct.pack(">I4s", 8, b"ftyp") + b"".join(struct.pack(">I4s", size, kind) + data for size, kind, data in boxes) + tail
    with tempfile.TemporaryDirectory() as folder:
        for data in (mp4, b"\x1aE\xdf\xa3" + tail, b"\x1aE\xdf\xa3\x80" + b"\x18S\x80g\xff" * len(boxes) + tail):
            path = Path(folder) / "film"
            path.write_bytes(data)
            assert isinstance(probe(path), Probe | None)


def test_boxes_nested_without_end_are_left(tmp_path: Path) -> None:
    (tmp_path / "dyp.mp4").write_bytes(struct.pack(">I4s", 8, b"ftyp") + struct.pack(">I4s", 0, b"moov") * 5000)
    (tmp_path / "dyp.webm").write_bytes(b"\x1aE\xdf\xa3\x80" + b"\x18S\x80g\xff" * 5000)
    (tmp_path / "kutt.webm").write_bytes(b"\x1aE\xdf\xa3\x80\x44\x89\x83abc")
    assert [probe(tmp_path / name) for name in ("dyp.mp4", "dyp.webm", "kutt.webm")] == [Probe(), Probe(), None]
