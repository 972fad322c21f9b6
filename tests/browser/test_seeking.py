"""Where the sound really goes on after a jump in a page of ten minutes, measured on the samples that Chromium puts out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from playwright.sync_api import BrowserContext
from scipy.signal import correlate

from plugins.speech.voices import RATE
from tests.browser.listening import Player
from tests.making import configure, copy_project, lyttevei

WORDS = "ti tre fire pris kokk takk skole hjelp jobb lønn peis fisk sjø åre øre klasse brev time poeng elev".split()
#: Five seconds of silence after each word make ten minutes of few words.
COUNT, PAUSE = 110, 5000
#: How many ms the sound may be from where it was sent, and how far away we look for it.
ALLOWED, REACH = 150, 2000
#: Jump to each place (ms) while the sound stands still, play, and keep what comes out: 16-bit samples from the first that is not silent.
HEAR = """async (places) => {
    const { reading } = document.querySelector("ly-player");
    const { audio } = reading;
    const context = new AudioContext({ sampleRate: RATE });
    const tap = context.createScriptProcessor(16384, 1, 1); // big: what a busy page is late for is lost
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    let kept;
    tap.onaudioprocess = ({ inputBuffer }) => kept?.push(...inputBuffer.getChannelData(0));
    context.createMediaElementSource(audio).connect(tap).connect(context.destination);
    await context.resume();
    const heard = [];
    for (const ms of [places[0], ...places]) { // the first once more: what has never run is slow
        reading.pause();
        await wait(150);
        const seeked = new Promise((done) => audio.addEventListener("seeked", done, { once: true }));
        reading.seek(ms);
        await Promise.race([seeked, wait(10000)]); // what was not sent is found where it was
        kept = [];
        await reading.play();
        let first = -1;
        for (let tries = 0; tries < 300 && (first < 0 || kept.length < first + RATE / 2); tries++) {
            await wait(30);
            first = kept.findIndex((sample) => sample !== 0);
        }
        heard.push(first < 0 ? [] : kept.slice(first, first + RATE / 2).map((sample) => Math.round(sample * 32767)));
        kept = undefined;
    }
    reading.pause();
    return heard.slice(1);
}""".replace("RATE", str(RATE))


@pytest.mark.alone  # real sound in real time
def test_a_jump_lands_where_it_should_on_a_page_of_ten_minutes(
    tmp_path: Path, served: Callable[[Path], str], newcomer: BrowserContext, record_testsuite_property: Callable
) -> None:
    player = Player(newcomer.new_page(), served(long_page(tmp_path)) + "index.html")
    (sound,) = (tmp_path / "output" / "sound").iterdir()
    known, rate = soundfile.read(sound)
    assert rate == RATE and 9.5 < len(known) / rate / 60 < 12
    starts = [each["from"] for each in player.sentences()]
    places = [starts[number] for number in (COUNT - 1, 1, COUNT // 2, COUNT - 5, 7, COUNT // 3)]
    player.button("Spill").click()
    player.wait_playing()
    heard = [np.array(each, float) for each in player.page.evaluate(HEAR, places)]
    assert all(map(len, heard)), f"no sound came after a jump: {[len(each) for each in heard]}"
    errors = [found(samples, known, ms) - ms for samples, ms in zip(heard, places, strict=True)]
    told = f"seek error on {len(known) / rate / 60:.1f} minutes: at most {max(map(abs, errors)):.0f} ms at {len(errors)} places"
    record_testsuite_property("seeking", told)
    print(told)
    assert max(map(abs, errors)) < ALLOWED, errors


def long_page(folder: Path) -> Path:
    """The output of a site with one page of ten minutes."""
    items = "\n".join(f"- {WORDS[number % len(WORDS)]}" for number in range(COUNT))
    project = copy_project(folder, {"content/index.md": f"---\ntitle: Ti minutter\nslug: index\n---\n\n{items}\n"})
    configure(project, pauses=f"speech.Pauses(item={PAUSE})")
    ran = lyttevei("build", cwd=project, env={"PYTHONPATH": str(project)})
    assert ran.code == 0, ran.err
    return project / "output"


def found(samples: NDArray[np.float64], known: NDArray[np.float64], near: float) -> float:
    """Where in the known sound the samples come from, in ms: the place of the best correlation around `near`."""
    begin = max(0, int((near - REACH) * RATE / 1000))
    part = known[begin : int((near + REACH) * RATE / 1000) + len(samples)]
    return (begin + int(np.argmax(correlate(part, samples, "valid", "fft")))) * 1000 / RATE
