"""Recordings: every kind of file, heard in its own voice with marked words; and every fault, told in words an editor can use."""

from __future__ import annotations

import dataclasses
import os
import time
import wave
from pathlib import Path

import numpy as np
import pytest
import soundfile
from scipy.signal import resample_poly

from plugins import document, speech
from plugins.document import Site
from plugins.speech.casting import cast
from plugins.speech.heard import hear
from plugins.speech.lexicon import Lexicon
from plugins.speech.saying import speak
from plugins.speech.voices import RATE, SoundFault, read_sound
from plugins.speech.voices.sound_file import WAVE_PART
from tests.making import lyttevei, write_tree
from tests.test_speech import page, settings_in
from tests.test_speech import site as plain_site
from tests.voicing import NORWEGIAN, OTHER, convert, errors, reading, write

#: Silence before and after, and pauses of somebody who reads unevenly, ms.
UNEVEN = (300, 1100, 200, 700, 250)


def voice(text: str = f"Prøve. {NORWEGIAN}") -> np.ndarray:
    """The title and the text of a page, read by another voice than the site's."""
    return reading(text, "nb+m3", 145, UNEVEN).samples


def recorded(folder: Path, name: str = "opptak.wav", text: str = NORWEGIAN) -> tuple[Site, Path]:
    """A site of one page, and where its recording is to lie."""
    site = plain_site(folder, page(text), recordings=folder / "recordings", workers=1)
    return site, folder / "recordings" / "sider" / Path(name).with_stem("prove")


def codes(site: Site) -> list[str]:
    speech.process(site)
    return [each.code for each in site.problems]


def words_of(site: Site) -> tuple[int, int]:
    """How many words of the page are marked, and how many there are."""
    value = site.data[site.pages[0].speech.key]
    return sum(value["sentences"][3::6]), len(f"Prøve {NORWEGIAN}".split())


def at_rate(samples: np.ndarray, rate: int) -> np.ndarray:
    return resample_poly(samples / 32768, rate // 50, RATE // 50)


def stereo(samples: np.ndarray) -> np.ndarray:
    """One voice, nearer to the left."""
    return np.stack([samples * 0.8, samples * 0.3], axis=1)


WAYS = {
    "mono 8 kHz wav": ("a.wav", 8000, False, {}), "stereo 96 kHz 24 bit wav": ("a.wav", 96000, True, {"subtype": "PCM_24"}),
    "float wav": ("a.wav", 48000, False, {"subtype": "FLOAT"}), "8 bit wav": ("a.wav", 16000, False, {"subtype": "PCM_U8"}),
    "extensible wav": ("a.wav", 44100, True, {"format": "WAVEX", "subtype": "FLOAT"}), "flac": ("a.flac", 44100, True, {}),
    "vorbis": ("a.ogg", 44100, False, {}), "opus": ("a.ogg", 48000, False, {"subtype": "OPUS"}), "mp3": ("a.mp3", 44100, True, {}),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_recordings_of_every_kind_are_heard_with_marked_words(tmp_path: Path, way: str) -> None:
    name, rate, two, more = WAYS[way]
    site, path = recorded(tmp_path, name)
    samples = at_rate(voice(), rate)
    write(path, stereo(samples) if two else samples, rate, **more)
    assert codes(site) == []
    marked, words = words_of(site)
    assert marked == words
    assert site.pages[0].speech.seconds == pytest.approx(len(voice()) / RATE, abs=1.5)


@pytest.mark.parametrize(("name", "options"), [
    ("a.m4a", ["-c:a", "aac", "-ar", "44100"]), ("a.m4a", ["-c:a", "alac"]), ("a.mp3", ["-c:a", "libmp3lame", "-q:a", "6", "-ac", "2"]),
    ("a.ogg", ["-c:a", "libvorbis"]), ("a.flac", ["-c:a", "flac", "-ar", "96000"]), ("a.wav", ["-c:a", "pcm_s32le", "-ar", "32000"]),
])  # fmt: skip
def test_recordings_that_other_programs_made(tmp_path: Path, name: str, options: list[str]) -> None:
    site, path = recorded(tmp_path, name)
    convert(write(tmp_path / "kilde.wav", voice()), path, *options)
    assert codes(site) == [] and words_of(site)[0] == words_of(site)[1]


def test_a_file_is_what_its_bytes_are_and_not_what_it_is_called(tmp_path: Path) -> None:
    site, path = recorded(tmp_path, "a.mp3")
    path.parent.mkdir(parents=True)
    convert(write(tmp_path / "kilde.wav", voice()), tmp_path / "a.m4a", "-c:a", "aac").rename(path)
    assert codes(site) == []


def test_words_are_marked_where_they_are_said(tmp_path: Path) -> None:
    text = f"Prøve. {NORWEGIAN}"
    known = reading(text, "nb+m3", 145, UNEVEN)
    site, path = recorded(tmp_path)
    write(path, known.samples)
    assert codes(site) == []
    times = np.cumsum(site.data[site.pages[0].speech.key]["words"][2::3]) * RATE / 1000 - 1105
    off = errors([times], known.words)
    print(f"\nrecording: {np.median(off):.0f} ms, p95 {np.percentile(off, 95):.0f} ms")
    assert np.percentile(off, 95) < 40


def test_silence_around_a_recording_is_left_out(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    write(path, np.concatenate([np.zeros(RATE * 20), voice() / 32768, np.zeros(RATE * 40)]))
    assert codes(site) == [] and site.pages[0].speech.seconds < len(voice()) / RATE + 1.5


FAULTS = {
    "empty": ("recording-unreadable", "tom", lambda path: path.write_bytes(b"")),
    "rubbish": ("recording-unreadable", "skadet", lambda path: path.write_bytes(bytes(range(256)) * 40)),
    "silence": ("recording-silent", "stille", lambda path: write(path, np.zeros(RATE * 60))),
    "too long": ("recording-length", "annen side", lambda path: write(path, np.tile(voice(), 5))),
    "too short": ("recording-length", "annen side", lambda path: write(path, voice()[: RATE * 6])),
    "header only": ("recording-unreadable", "ingen lyd", lambda path: write(path, np.zeros(0))),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_recording_that_cannot_be_used_is_told_and_a_voice_reads_the_page(tmp_path: Path, fault: str) -> None:
    code, word, make = FAULTS[fault]
    site, path = recorded(tmp_path)
    path.parent.mkdir(parents=True)
    make(path)
    assert codes(site) == [code]
    assert word in site.problems[0].message and site.problems[0].level == "remark" and site.problems[0].file == "sider/prove.md"
    assert words_of(site)[0] == words_of(site)[1]


@pytest.mark.parametrize("name", ["a.mp3", "a.m4a", "a.flac", "a.ogg"])
def test_a_broken_file_of_any_kind_is_told(tmp_path: Path, name: str) -> None:
    site, path = recorded(tmp_path, name)
    path.parent.mkdir(parents=True)
    path.write_bytes({"a.mp3": b"ID3", "a.m4a": b"\0\0\0 ftypM4A ", "a.flac": b"fLaC", "a.ogg": b"OggS"}[name] + b"x" * 5000)
    assert codes(site) == ["recording-unreadable"]


def test_a_recording_of_another_text_is_told_and_marks_whole_sentences(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    write(path, voice(f"Prøve. {OTHER}"))
    assert codes(site) == ["recording-mismatch"] and words_of(site)[0] == 0
    value = site.data[site.pages[0].speech.key]
    spans = np.array(value["sentences"]).reshape(-1, 6)
    assert len(spans) == 12 and (spans[:, 5] >= spans[:, 4]).all() and (np.diff(spans[:, 4]) >= 0).all()
    again, _ = recorded(tmp_path)
    assert codes(again) == ["recording-mismatch"] and not again.pages[0].speech.made


def test_a_sentence_that_was_changed_since_is_told_and_the_others_keep_their_words(tmp_path: Path) -> None:
    old, new = "Du gir medisin og følger med på hvordan de har det.", "Kveldsvaktene blir fordelt likt mellom alle ansatte."
    changed = NORWEGIAN.replace(old, new)
    site, path = recorded(tmp_path, text=changed)
    write(path, voice())
    assert codes(site) == ["recording-mismatch"]
    assert "Kveldsvaktene" in site.problems[0].message and "1 av 12" in site.problems[0].message
    value = site.data[site.pages[0].speech.key]
    assert value["sentences"][3::6].count(0) == 1


def test_a_recording_is_not_made_twice_and_a_changed_text_moves_its_marks(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    write(path, voice())
    speech.process(site)
    again, _ = recorded(tmp_path)
    speech.process(again)
    assert site.pages[0].speech.made and not again.pages[0].speech.made and again.pages[0].speech.sound == site.pages[0].speech.sound


def test_a_language_without_a_machine_voice_is_heard_from_its_recording(tmp_path: Path) -> None:
    text = '<p lang="se">Bures boahtin. Mun lean oahppi. Don sáhtát jearrat veahki oahpaheaddjis.</p>'
    site, path = recorded(tmp_path, text=text)
    said = reading("Bures boahtin. Mun lean oahppi. Don sáhtát jearrat veahki oahpaheaddjis.", "smj", 140, UNEVEN).samples
    write(path, np.concatenate([reading("Prøve.", "nb", 140, UNEVEN).samples, said]))
    assert codes(site) == [] and site.pages[0].speech.note == ()
    assert sum(site.data[site.pages[0].speech.key]["sentences"][3::6]) == 11
    path.unlink()
    silent, _ = recorded(tmp_path, text=text)
    assert codes(silent) == ["voice-missing"]


def test_files_that_no_page_is_heard_from_are_told(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    for name in ("prove.wma", "prov.mp3", "notater.txt", "PROVE.WAV"):
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / name).write_bytes(b"x")
    write(path.with_name("PROVE.WAV"), voice())
    speech.process(site)
    assert [Path(each.file).name for each in site.problems] == ["prov.mp3", "prove.wma"]
    assert {each.code for each in site.problems} == {"recording-unused"}
    assert "Mente du sider/prove.mp3?" in site.problems[0].message and "m4a, mp3 eller wav" in site.problems[1].message


def test_no_link_out_of_the_folder_is_followed_and_nothing_is_waited_for(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    path.parent.mkdir(parents=True)
    (tmp_path / "andres.wav").write_bytes(b"")
    path.symlink_to(tmp_path / "andres.wav")
    os.mkfifo(path.with_suffix(".mp3"))
    speech.process(site)
    told = [(each.code, Path(each.file).name) for each in site.problems]
    assert told == [("recording-unused", "prove.mp3"), ("recording-unused", "prove.wav")] and "snarvei" in site.problems[1].message
    assert site.pages[0].speech.seconds > 0  # the voice reads it


def test_a_recording_that_cannot_be_read_is_told_alike_by_the_build_and_the_check(tmp_path: Path) -> None:
    site, path = recorded(tmp_path)
    path.mkdir(parents=True)  # what is no file cannot be read by anybody
    blocks, settings = document.spoken_blocks(site.pages[0]), site.settings.speech
    found = speak(blocks, settings, Lexicon(), cast(settings), path)
    with pytest.raises(SoundFault) as fault:
        hear(site.pages[0], path, settings, Lexicon())
    assert found.made and [code for code, _ in found.told] == ["recording-unreadable"] == [fault.value.code]
    assert str(fault.value) in found.told[0][1]


def test_front_matter_names_a_recording(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": f"---\ntitle: Prøve\naudio: lyd/a.wav\n---\n\n{NORWEGIAN}\n"})
    write(content / "lyd" / "a.wav", voice())
    site = document.read_site(content, document.Settings("Prøve", speech=settings_in(tmp_path)), tmp_path / "ut")
    document.process(site)
    speech.process(site)
    assert not site.problems and site.pages[0].speech.seconds == pytest.approx(len(voice()) / RATE, abs=1.5)


def without_ffmpeg(folder: Path) -> dict[str, str]:
    return {"PATH": str(folder), "IMAGEIO_FFMPEG_EXE": str(folder / "ffmpeg")}


def test_without_ffmpeg_the_program_is_named_and_wav_is_heard(tmp_path: Path) -> None:
    text = "---\ntitle: Prøve\nslug: {0}\naudio: lyd/{0}.{1}\n---\n\n" + NORWEGIAN
    content = write_tree(tmp_path, {"content/sider/a.md": text.format("a", "m4a"), "content/sider/b.md": text.format("b", "wav")})
    new = f"comment={time.time_ns()}"  # no sound of it is stored from an earlier run
    convert(write(content / "lyd" / "b.wav", voice()), content / "lyd" / "a.m4a", "-c:a", "aac", "-metadata", new)
    done = lyttevei("build", "--content", content, "--output", tmp_path / "ut", env=without_ffmpeg(tmp_path))
    told = [line for line in done.err.splitlines() if "[plain-" not in line]  # what is said of the wording is another matter
    assert done.code == 0 and len(told) == 1 and "sider/a.md" in told[0] and "[ffmpeg-missing]" in told[0]
    assert all(word in told[0] for word in ("ffmpeg", "Windows", "winget install", "Mac", "brew install"))
    assert len(list((tmp_path / "ut" / "sound").glob("*.mp3"))) == 2
    done = lyttevei("build", "--content", content, "--output", tmp_path / "ut")  # ffmpeg is there now: no file of the site tells
    assert done.code == 0 and "Ferdig" in done.out and "ffmpeg-missing" not in done.err
    assert "Ingenting er endret" in lyttevei("build", "--content", content, "--output", tmp_path / "ut").out


def test_a_long_file_is_read_without_a_seam(tmp_path: Path) -> None:
    """Parts are resampled one by one: a tone goes on over their borders."""
    rate, seconds = 48000, WAVE_PART * 2 + 7
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(rate * seconds) / rate)
    heard = read_sound(write(tmp_path / "tone.wav", tone, rate)).samples / 32767
    wanted = 0.5 * np.sin(2 * np.pi * 440 * np.arange(len(heard)) / RATE)
    assert len(heard) == RATE * seconds and np.abs(heard - wanted)[100:-100].max() < 0.002


def test_pieces_of_a_decoded_file_are_as_long_as_the_file(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, 8000 * 1300)
    path = convert(write(tmp_path / "lang.wav", noise, 8000), tmp_path / "lang.flac")
    assert len(read_sound(path).samples) == pytest.approx(RATE * 1300, abs=5)


def test_a_wave_file_by_the_standard_library(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(voice().tobytes())
    assert np.abs(read_sound(tmp_path / "a.wav").samples - voice().astype(int)).max() <= 1


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoundFault, match="kan ikke leses"):
        read_sound(tmp_path / "borte.mp3")


def test_levels_are_those_of_every_page(tmp_path: Path) -> None:
    import pyloudnorm

    site, path = recorded(tmp_path)
    write(path, voice() / 32768 * 0.05)
    assert codes(site) == []
    sound, rate = soundfile.read(site.files[site.pages[0].speech.sound])
    assert pyloudnorm.Meter(rate).integrated_loudness(sound) == pytest.approx(-19, abs=0.5)
    assert dataclasses.asdict(site.pages[0].speech)["note"] == ()
