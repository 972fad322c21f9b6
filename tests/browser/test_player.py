"""The player as a pupil uses it: play and pause, skips, speed, parts of a page, folds, the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.listening import PROVE, Player
from tests.making import write_tree


def test_nothing_heavy_comes_before_it_is_asked_for(trial: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    player = Player(page, trial + PROVE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/sound/" in url or "/data/" in url]
    assert page.evaluate("sessionStorage.length") == 0
    player.button("Spill").click()
    player.wait_playing()
    assert [url for url in asked if "/sound/" in url]
    assert [url for url in asked if "/data/" in url]


def test_play_and_pause(player: Player) -> None:
    player.button("Spill").click()
    player.wait_playing()
    player.wait("reading.ms > 1800")
    state = player.state()
    assert state["sentence"] == "Denne siden har litt av alt."
    assert state["word"] in state["sentence"]
    player.button("Pause").click()
    player.wait("audio.paused")
    here = player.state()["ms"]
    player.page.wait_for_timeout(200)
    assert player.state()["ms"] == here
    assert player.button("Spill").is_visible()


def test_pressing_twice_at_once_stops_and_a_third_press_plays(player: Player) -> None:
    player.page.evaluate("() => { const button = document.querySelector('[data-do=toggle]'); button.click(); button.click(); }")
    player.page.wait_for_timeout(300)
    assert not player.state()["playing"]
    player.button("Spill").click()
    player.wait_playing()


def test_two_hundred_quick_skips(player: Player) -> None:
    player.button("Spill").click()
    player.wait_playing()
    for name, times in (("Neste setning", 120), ("Setning tilbake", 80)):
        player.button(name).evaluate("(button, times) => { for (let i = 0; i < times; i++) button.click(); }", times)
    player.wait_playing()
    player.wait("reading.ms > 0")
    ms, sentences = player.state()["ms"], player.sentences()
    now = [each for each in sentences if each["from"] <= ms][-1]
    assert player.state()["sentence"] == now["text"] != ""


def test_skips_before_any_sound_has_come(player: Player) -> None:
    sentences = player.sentences()
    for _ in range(3):
        player.button("Neste setning").click()
    player.wait(f"reading.ms === {sentences[3]['from']}")
    assert player.state()["sentence"] == sentences[3]["text"]
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["ms"] >= sentences[3]["from"]


def test_back_begins_the_sentence_again_then_goes_to_the_one_before(player: Player) -> None:
    sentences = player.sentences()
    player.seek(sentences[5]["from"] + 2000)
    for wanted in (5, 4, 3):
        player.button("Setning tilbake").click()
        player.wait(f"reading.ms === {sentences[wanted]['from']}")


def test_speed_is_kept_while_paused_and_on_the_next_page(player: Player, trial: str) -> None:
    page = player.page
    page.get_by_label("Fart").select_option("1.5")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["rate"] == 1.5
    player.button("Pause").click()
    page.get_by_label("Fart").select_option("2")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["rate"] == 2
    assert page.evaluate("document.querySelector('audio').preservesPitch")
    assert Player(page, trial + "index.html").state()["rate"] == 2
    assert page.get_by_label("Fart").input_value() == "2"


def test_the_place_is_kept_while_the_tab_lives(player: Player, trial: str) -> None:
    player.seek(20000)
    player.page.goto(trial + "index.html")
    assert Player(player.page, trial + PROVE).state()["ms"] == 20000
    assert player.page.locator("ly-player .time").inner_text().startswith("0:20")


def test_listen_plays_its_blocks_and_stops(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    page.get_by_role("button", name="Hør kort sagt").click()
    player.wait_playing()
    assert sentences[1]["from"] <= player.state()["ms"] < sentences[1]["to"]
    assert page.get_by_role("button", name="Stopp kort sagt").is_visible()
    player.wait("audio.paused", 12)
    assert sentences[2]["to"] <= player.state()["ms"] < sentences[2]["to"] + 200
    assert page.get_by_role("button", name="Hør kort sagt").is_visible()
    player.button("Spill").click()
    player.wait(f"!audio.paused && reading.ms > {sentences[3]['from']}")


def test_listen_is_stopped_by_a_second_press_and_the_page_starts_at_its_start(player: Player) -> None:
    page = player.page
    page.get_by_role("button", name="Hør kort sagt").click()
    player.wait_playing()
    page.get_by_role("button", name="Stopp kort sagt").click()
    player.wait("audio.paused")
    page.get_by_role("button", name="Lytt til siden").click()
    player.wait_playing()
    assert player.state()["ms"] < 1500
    page.locator("ly-listen").get_by_role("button", name="Pause").click()
    here = player.state()["ms"]
    page.get_by_role("button", name="Lytt til siden").click()
    player.wait_playing()
    assert player.state()["ms"] >= here


@pytest.mark.parametrize("hidden", [False, True])
def test_what_is_folded_away_is_not_read(hidden: bool, trial: str, page: Page) -> None:
    """In a hidden tab too, where no frames come."""
    if hidden:
        page.add_init_script("globalThis.requestAnimationFrame = () => 0")
    player = Player(page, trial + PROVE)
    sentences = player.sentences()
    folded = [i for i, each in enumerate(sentences) if each["folded"]]
    player.seek(sentences[folded[0] - 1]["from"])
    player.button("Spill").click()
    player.wait(f"reading.ms >= {sentences[folded[-1] + 1]['from']}", 8)
    player.button("Pause").click()
    page.locator("summary").click()
    player.seek(sentences[folded[0] - 1]["to"])
    player.button("Spill").click()
    player.wait(f"reading.ms > {sentences[folded[0]]['from'] + 500}", 8)
    assert player.state()["sentence"] == sentences[folded[0]]["text"]
    page.locator("summary").click()
    player.wait(f"reading.ms >= {sentences[folded[-1] + 1]['from']}", 8)


def test_the_end_is_said_and_the_page_can_be_heard_again(player: Player) -> None:
    player.seek(player.sentences()[-1]["to"] - 300)
    player.button("Spill").click()
    player.wait("audio.paused && reading.over")
    state = player.state()
    assert (state["said"], state["ms"], state["word"], state["sentence"]) == ("Siden er lest ferdig.", 0, "", "")
    player.button("Spill").click()
    player.wait_playing()
    assert player.state()["ms"] < 2000


def test_the_system_is_told(trial: str, page: Page) -> None:
    page.add_init_script(
        """globalThis.acts = {};
        MediaSession.prototype.setActionHandler = (name, act) => { acts[name] = act; };
        MediaSession.prototype.setPositionState = (state) => { globalThis.position = state; };"""
    )
    player = Player(page, trial + PROVE)
    sentences = player.sentences()
    player.button("Spill").click()
    player.wait("navigator.mediaSession.playbackState === 'playing'")
    told = page.evaluate("() => { const { title, artist } = navigator.mediaSession.metadata; return [title, artist]; }")
    assert told == ["Prøvesiden", "Lyttevei"]
    page.evaluate("acts.pause()")
    player.wait("audio.paused && navigator.mediaSession.playbackState === 'paused'")
    player.seek(sentences[3]["from"])
    page.evaluate("acts.nexttrack()")
    player.wait(f"reading.ms === {sentences[4]['from']}")
    page.evaluate("acts.previoustrack()")
    player.wait(f"reading.ms === {sentences[3]['from']}")
    page.evaluate("acts.seekto({ seekTime: 9 })")
    player.wait("reading.ms === 9000")
    player.wait("Math.abs(position.position - 9) < 0.1 && position.duration > 60")


#: Every word that is marked from now on: a busy machine cannot be asked while so short a word lasts.
COLLECT = """() => {
    globalThis.marked = new Set();
    const frame = () => {
        for (const range of CSS.highlights.get("ly-word") ?? []) marked.add(String(range));
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}"""


def test_a_page_of_one_word(tmp_path: Path, build: Callable[[Path], Path], served: Callable[[Path], str], page: Page) -> None:
    content = write_tree(tmp_path, {"content/sider/hei.md": "---\ntitle: Hei\n---\n"})
    player = Player(page, served(build(content)) + "sider/hei/index.html")
    for _ in range(2):
        page.evaluate(COLLECT)
        player.button("Spill").click()
        player.wait("marked.has('Hei')")
        player.button("Neste setning").click()
        player.button("Setning tilbake").click()
        player.wait("reading.over")


def test_stored_sound_is_heard_at_once(player: Player) -> None:
    """Within 200 ms of the press, when the browser has the sound already."""
    player.button("Spill").click()
    player.wait_playing()
    player.button("Pause").click()
    player.seek(0)
    took = player.page.evaluate(
        """() => new Promise((done) => {
        const { audio } = document.querySelector("ly-player");
        const pressed = performance.now();
        audio.addEventListener("playing", () => done(performance.now() - pressed), { once: true });
        document.querySelector("[data-do=toggle]").click();
    })"""
    )
    assert took < 200
