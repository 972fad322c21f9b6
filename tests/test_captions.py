"""Captions: files by programs that are not ours keep every cue and letter, and each way of losing one is told by line."""

from __future__ import annotations

import codecs
import datetime
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import srt
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from plugins.document import LEVELS
from plugins.video import read_captions, write_vtt
from plugins.video.transcript import transcript
from tests.caption_files import MAKERS, TALK

PLAIN = [text.replace("<i>", "").replace("</i>", "") for _, _, text in TALK]
REPAIRED, LOST, HARD = "captions-repaired", "captions-lost", "captions-hard"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of the same captions, written by each program."""
    folder = tmp_path_factory.mktemp("tekster")
    return {name: make(folder).read_bytes() for name, make in MAKERS.items()}


def name_of(maker: str) -> str:
    return f"film/prat.nb.{'srt' if 'srt' in maker and 'vtt' not in maker else 'vtt'}"


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "BOM": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "no blank lines": lambda text: text.replace("\n\n", "\n").replace("WEBVTT\n", "WEBVTT\n\n"),
}


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("way", ENCODINGS)
def test_every_cue_and_letter_of_another_programs_file_is_kept(maker: str, way: str, made: dict[str, bytes]) -> None:
    text = made[maker].decode("utf-8-sig").replace("\r\n", "\n")
    data = ENCODINGS[way](text)
    found = read_captions(data if isinstance(data, bytes) else data.encode(), name_of(maker), "nb")
    assert [cue.plain for cue in found.cues] == PLAIN
    assert [(cue.start, cue.end) for cue in found.cues if cue.start != 8000] == [each[:2] for each in TALK if each[0] != 8000]
    assert found.cues[3].text == "Dette er <i>viktig</i>."
    assert [fault for fault in found.faults if fault.code == LOST] == []


@pytest.mark.parametrize("maker", MAKERS)
def test_what_we_write_is_read_alike_by_another_reader_and_by_us(maker: str, made: dict[str, bytes]) -> None:
    cues = read_captions(made[maker], name_of(maker), "nb").cues
    text = write_vtt(cues)
    seen = webvtt.from_string(text)
    assert [(each.start_in_seconds, each.raw_text) for each in seen] == [(cue.start // 1000, cue.text) for cue in cues]
    again = read_captions(text.encode(), "a.nb.vtt", "nb")
    assert [(cue.start, cue.end, cue.text) for cue in again.cues] == [(cue.start, cue.end, cue.text) for cue in cues]
    assert [fault for fault in again.faults if fault.code != HARD] == []


LINES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=40).map(str.strip)
TEXTS = st.lists(LINES.filter(lambda text: text and not set(text) & set("<>&{}") and not text.isdecimal()), min_size=1, max_size=3)


@given(st.lists(TEXTS, min_size=1, max_size=12))
def test_any_text_that_srt_writes_comes_through(texts: list[list[str]]) -> None:
    subtitles = [
        srt.Subtitle(at, datetime.timedelta(seconds=2 * at), datetime.timedelta(seconds=2 * at + 1), "\n".join(lines))
        for at, lines in enumerate(texts, 1)
    ]
    written = srt.compose(subtitles)
    found = read_captions(written.encode(), "a.nb.srt", "nb")
    wanted = [[unicodedata.normalize("NFC", line).replace("\ufeff", "").strip() for line in lines] for lines in texts]
    assert [cue.plain.split("\n") for cue in found.cues] == [[line for line in lines if line] or [""] for lines in wanted]


#: A fault, put into what a program wrote: name, program, (old, new), where and what is told, and how many cues are left.
FAULTS = [
    ("comma under WEBVTT", "ffmpeg vtt", ("00:01.500 --> 00:03.250", "00:01,500 --> 00:03,250"), 6, REPAIRED,
     "Tidene er skrevet med komma. Nettlesere viser ikke teksten da, så de er gjort om til punktum.", 8),
    ("one digit of minutes", "ffmpeg vtt", ("00:01.500 --> 00:03.250", "0:01.500 --> 00:03.250"), 6, REPAIRED,
     "Tiden «0:01.500» er skrevet for kort. Nettlesere viser ikke teksten da, så den er gjort om til «00:01.500».", 8),
    ("an arrow in the text", "pysubs2 vtt", ("på jobb", "--> jobb"), 8, REPAIRED,
     "«-->» i teksten gjør at nettlesere mister den. Tegnene er skrevet om, så de vises.", 8),
    ("a blank line in a cue", "ffmpeg vtt", ("- Kommer du?\n", "- Kommer du?\n\n"), 18, REPAIRED,
     "En tom linje inni teksten gjør at nettlesere mister resten: «- Ja, kl. 08.30!». Teksten er satt sammen.", 8),
    ("less than", "webvtt-py", ("½ liter", "1 < 2 liter"), 20, REPAIRED,
     "«<» i teksten gjør at nettlesere mister det som står etter. Tegnet er skrevet om, så det vises.", 8),
    ("end before start", "ffmpeg vtt", ("00:01.500 --> 00:03.250", "00:04.500 --> 00:03.250"), 6, LOST,
     "Teksten slutter før den begynner (00:04.500 --> 00:03.250), og vises aldri. Rett en av tidene.", 7),
    ("past the film's end", "srt", ("Etter en time.", "Etter en time."), 31, LOST,
     "Teksten begynner 60:00 inn i filmen, men filmen er bare 59:00 lang. Rett tiden, ellers vises den aldri.", 8),
    ("out of order", "ffmpeg vtt", ("00:03.300 --> 00:05.000", "00:00.800 --> 00:01.200"), 9, REPAIRED,
     "Teksten begynner før den som står over i filen. De er satt i riktig rekkefølge.", 8),
    ("hours over 99", "ffmpeg vtt", ("01:00:00.000 --> 01:00:01.500", "100:00:00.000 --> 100:00:01.500"), 25, LOST,
     "Tiden «100:00:00.000» er over 99 timer. Rett timetallet, ellers vises ikke teksten.", 7),
    ("seconds over 59", "ffmpeg vtt", ("00:01.500 --> 00:03.250", "00:01.500 --> 00:73.250"), 6, LOST,
     "Tiden «00:73.250» har mer enn 59 minutter eller sekunder. Rett tallene, ellers vises ikke teksten.", 7),
    ("a letter in a time", "ffmpeg srt", ("00:00:01,500 -->", "00:00:0l,500 -->"), 6, LOST,
     "Tiden kan ikke leses: «00:00:0l,500 --> 00:00:03,250». Skriv den slik: 00:01:02.000 --> 00:01:04.500.", 7),
    ("a short arrow", "ffmpeg vtt", ("00:01.500 --> ", "00:01.500 -> "), 6, REPAIRED,
     "Pilen mellom tidene er skrevet «->». Den er gjort om til «-->».", 8),
    ("no head", "ffmpeg vtt", ("WEBVTT\n\n", ""), 1, REPAIRED,
     "Filen heter .vtt, men mangler WEBVTT øverst, og da viser ingen nettleser teksten. Det er satt inn.", 8),
    ("blank lines above the head", "ffmpeg vtt", ("WEBVTT", "\n\nWEBVTT"), 1, REPAIRED,
     "Filen må begynne med WEBVTT på aller første linje, ellers viser ingen nettleser teksten. Det er rettet.", 8),
    ("the head in small letters", "ffmpeg vtt", ("WEBVTT", "WebVTT"), 1, REPAIRED,
     "Øverste linje er skrevet «WebVTT». Den er rettet til WEBVTT, ellers viser ingen nettleser teksten.", 8),
    ("text without a time", "ffmpeg vtt", ("WEBVTT\n\n", "WEBVTT\n\nHei på deg\n\n"), 3, LOST,
     "Teksten «Hei på deg» har ingen tid og vises aldri. Skriv tiden på linjen over: 00:01:02.000 --> 00:01:04.500.", 8),
    ("broken letters", "ffmpeg vtt", ("Blåbærsyltetøy", "BlÃ¥bÃ¦rsyltetÃ¸y"), 4, LOST,
     "Teksten har «BlÃ¥bÃ¦rsylt», som ser ut som ødelagte bokstaver. Åpne filen, rett dem, og lagre den som UTF-8.", 8),
    ("too fast", "ffmpeg vtt", ("00:10.000 --> 00:12.000", "00:10.000 --> 00:10.100"), 22, HARD,
     "Teksten går fort: 40 tegn i sekundet. Høyst 20 er lett å rekke å lese. Del den, eller la den stå lenger.", 8),
    ("too wide", "ffmpeg vtt", ("2024", "En linje som er lengre enn det en telefon kan vise på en gang"), 22, HARD,
     "Tekstlinjen er lang: 61 tegn. Høyst 42 får plass på en telefon. Del den i to linjer.", 8),
    ("a style", "ffmpeg vtt", ("WEBVTT\n\n", "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n"), 3, REPAIRED,
     "STYLE og REGION brukes ikke her. Siden har sin egen stil for teksting, så den som ser, kan velge.", 8),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[0])
def test_what_would_be_lost_is_told_with_its_line(fault: tuple, made: dict[str, bytes]) -> None:
    _, maker, (old, new), line, code, message, count = fault
    text = made[maker].decode("utf-8-sig").replace("\r\n", "\n")
    assert old in text
    found = read_captions(text.replace(old, new, 1).encode(), name_of(maker), "nb", 3_540_000 if "end" in fault[0] else None)
    line = line if "webvtt" in maker or maker in ("ffmpeg vtt",) else _line(text.replace(old, new, 1), new)
    assert (code, message) in {(each.code, each.message) for each in found.faults}, found.faults
    told = next(each for each in found.faults if each.message == message)
    assert told.line == line
    assert len(found.cues) == count


def _line(text: str, part: str) -> int:
    """The line of a text, or of the times above it."""
    at = next(number for number, line in enumerate(text.split("\n"), 1) if part.split("\n")[0] in line)
    return at - 1 if part == "Etter en time." else at


def test_cp1252_is_read_and_told(made: dict[str, bytes]) -> None:
    text = made["ffmpeg srt"].decode().split("\n\n")[0]
    found = read_captions(text.encode("cp1252"), "a.nb.srt", "nb")
    assert [cue.plain for cue in found.cues] == PLAIN[:1]
    assert [(fault.line, fault.message) for fault in found.faults if fault.code != HARD] == [
        (1, "Filen var lagret med Windows-tegn (1252), og da blir æ, ø og å feil. Den er gjort om til UTF-8.")
    ]


@pytest.mark.parametrize("data", [b"", b"WEBVTT\n", b"\n\n", b"WEBVTT\n\nNOTE bare et notat\n"])
def test_a_file_without_captions_is_an_error(data: bytes) -> None:
    assert [(fault.line, fault.code) for fault in read_captions(data, "a.nb.vtt", "nb").faults] == [(1, LOST)]


@pytest.mark.parametrize("data", [b"[Script Info]\nTitle: x\n", b"<?xml version='1.0'?><tt/>", b"{1}{50}Hei", b"PK\x03\x04"])
def test_another_format_is_an_error(data: bytes) -> None:
    found = read_captions(data, "a.nb.vtt", "nb").faults
    assert [(each.code, each.message[:36]) for each in found] == [(LOST, "Filen er verken WebVTT eller SRT. La")]


def test_a_missing_blank_line_after_the_head_loses_nothing() -> None:
    found = read_captions(b"WEBVTT\n00:01.000 --> 00:02.000\nHei\n00:03.000 --> 00:04.000\nDu\n", "a.vtt", "nb")
    assert [cue.plain for cue in found.cues] == ["Hei", "Du"] and found.faults == ()


def test_tags_that_browsers_do_not_know_are_text_and_those_of_srt_go() -> None:
    text = '1\n00:00:01,000 --> 00:00:04,000\n<font color="red">Rød</font> {\\an8}og <navn@x.no>, hvis a <b og c> d\n'
    found = read_captions(text.encode(), "a.nb.srt", "nb")
    assert found.cues[0].plain == "Rød og <navn@x.no>, hvis a <b og c> d" and found.cues[0].settings == "line:0"


LANGUAGES = {
    "nb": "Jeg heter Åse, og jeg er sykepleier. Hver dag hjelper jeg folk som er syke. Jeg gir dem medisin, og jeg følger med på hvordan "
    "de har det. Hvis du liker å hjelpe folk, kan dette være en jobb for deg.",
    "nn": "Eg heiter Åse, og eg er sjukepleiar. Kvar dag hjelper eg folk som er sjuke. Eg gir dei medisin, og eg følgjer med på korleis "
    "dei har det. Viss du likar å hjelpe folk, kan dette vere ein jobb for deg. Ikkje ver redd for å spørje.",
    "en": "My name is Anna and I am a nurse. Every day I help people who are ill, and I make sure that they are doing well.",
    "uk": "Мене звати Анна, і я медсестра. Щодня я допомагаю людям, які хворіють, і стежу за тим, як вони почуваються.",
}


@pytest.mark.parametrize("said", LANGUAGES)
@pytest.mark.parametrize("given", LANGUAGES)
def test_the_language_of_the_text_is_that_of_the_name(said: str, given: str) -> None:
    subtitles = [srt.Subtitle(1, datetime.timedelta(0), datetime.timedelta(seconds=60), LANGUAGES[said])]
    found = read_captions(srt.compose(subtitles).encode(), f"film/a.{given}.srt", given).faults
    assert ([each.code for each in found if each.code != HARD] == ["captions-language"]) is (said != given)


def test_the_transcript_has_whole_sentences_and_what_a_machine_repeats_once(made: dict[str, bytes]) -> None:
    found = transcript(read_captions(made["ffmpeg vtt"], "a.nb.vtt", "nb"))
    assert [line.text for line in found][:3] == [PLAIN[0], f"{PLAIN[1]} {PLAIN[2]} {PLAIN[3]}", "- Kommer du?"]
    rolling = "WEBVTT\n\n00:00.000 --> 00:02.000\nhei<00:01.000><c> du</c>\n\n00:02.000 --> 00:04.000\nhei du\nder<00:03.000> borte\n"
    assert [line.text for line in transcript(read_captions(rolling.encode(), "a.nb.vtt", "nb"))] == ["hei du der borte"]


def test_who_speaks_is_named_in_the_transcript() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Åse>Hei.\n\n00:02.000 --> 00:04.000\n<v Ola>Hallo.\n"
    assert [line.text for line in transcript(read_captions(text.encode(), "a.nb.vtt", "nb"))] == ["Åse: Hei.", "Ola: Hallo."]


def test_every_code_of_captions_is_known() -> None:
    assert {fault[4] for fault in FAULTS} <= set(LEVELS)


def test_file_names_tell_the_language() -> None:
    from plugins.video.languages import language_of

    names = {"a.nb.vtt": "nb", "a.no.srt": "nb", "a_eng.vtt": "en", "en dag på jobb.vtt": "nb", "a.uk.vtt": "uk", "film.xx.vtt": "nb"}
    assert {name: language_of(str(Path("film") / name), "nb") for name in names} == names
