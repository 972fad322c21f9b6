"""What the player's menu holds: a time to stop, the next page, pictures' texts, the sound to keep, the device's own voices."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.device_voices import stand_in
from tests.browser.listening import PROVE, Player
from tests.making import write_tree

OCCUPATION = "---\ntitle: {title}\nsummary:\n  - {title} er et yrke.\n---\n\n{body}\n"
FILES = {
    "content/index.md": "---\ntitle: Hjem\nslug: index\ntemplate: home\n---\n\nVelg et yrke.\n",
    "content/yrker/baker.md": OCCUPATION.format(title="Baker", body="Bakeren baker brød."),
    "content/yrker/kokk.md": OCCUPATION.format(title="Kokk", body="Kokken lager mat."),
    "content/sider/samisk.md": '---\ntitle: Samisk\n---\n\nTeksten er på samisk.\n\n<p lang="se">Bures boahtin deike</p>\n',
}


@pytest.fixture(scope="module")
def listed(build: Callable[[Path], Path], served: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two occupations, a front page with their cards, and a page in a language that has no voice."""
    return served(build(write_tree(tmp_path_factory.mktemp("innhold"), FILES)))


def menu(player: Player) -> None:
    """Open the menu, and wait for what it needs."""
    player.button("Mer").click()
    player.wait("reading.view.more && Lyttevei.More")


def test_the_menu_costs_nothing_before_it_is_opened(trial: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].rpartition("/")[2]))
    player = Player(page, trial + PROVE)
    player.button("Spill").click()
    player.wait_playing()
    assert not {"speech-more.js", "speech-device.js", "speech-short.js"} & set(asked)
    menu(player)
    assert "speech-more.js" in asked and "speech-device.js" not in asked


def test_the_sound_stops_when_the_listener_has_fallen_asleep(player: Player, trial: str) -> None:
    menu(player)
    player.page.get_by_label("Stopp lyden").select_option("20")
    player.button("Spill").click()
    player.wait_playing()
    player.page.goto(trial + "index.html")
    again = Player(player.page, trial + PROVE)
    menu(again)
    expect(again.page.get_by_label("Stopp lyden")).to_have_value("20")
    again.page.keyboard.press("Escape")
    again.button("Spill").click()
    again.wait_playing()
    again.page.evaluate("() => { const { now } = Date; Date.now = () => now() + 19.5 * 60000; }")
    again.page.wait_for_timeout(600)
    assert again.state()["playing"]
    again.page.evaluate("() => { const { now } = Date; Date.now = () => now() + 60000; }")
    again.wait("audio.paused")
    assert again.state()["said"] == "Lyden stoppet, som du ba om."
    again.button("Spill").click()
    again.wait("!audio.paused && reading.ms > 1200")
    expect(again.page.locator("[data-more=sleep]")).to_have_value("")
    again.page.locator("[data-more=sleep]").evaluate("(list) => { list.value = '10'; list.dispatchEvent(new Event('change')); }")
    again.button("Pause").click()
    again.page.evaluate("() => { const { now } = Date; Date.now = () => now() + 11 * 60000; }")
    again.button("Spill").click()
    ms = again.state()["ms"]
    again.wait(f"!audio.paused && reading.ms > {ms + 800}")  # whoever presses play after that time is awake
    expect(again.page.locator("[data-more=sleep]")).to_have_value("")
    again.button("Pause").click()  # or it stops the sound of this page
    again.page.evaluate("Lyttevei.remember('sleep', 1); Lyttevei.remember('go-on', 'on')")
    again.page.reload()  # as the next page that comes by itself, when the time has run out on the way
    again.page.get_by_role("status").filter(has_text="Lyden stoppet, som du ba om.").wait_for()
    assert not again.state()["playing"]


def test_the_next_page_is_played_only_when_asked_for(listed: str, page: Page) -> None:
    player = Player(page, listed + "yrker/baker/index.html")
    end = "document.querySelector('ly-player').reading.times.sentences.at(-1).to"
    for wanted in (False, True):
        menu(player)
        switch = page.get_by_role("switch", name="Spill neste side etterpå: Kokk")
        assert not switch.is_checked()
        if wanted:
            switch.check()
        page.keyboard.press("Escape")
        player.sentences()
        player.seek(page.evaluate(end) - 300)
        player.button("Spill").click()
        if not wanted:
            player.wait("audio.paused && reading.over")
            page.wait_for_timeout(300)
            assert "baker" in page.url
    page.wait_for_url("**/yrker/kokk/index.html")
    player.wait_playing()
    page.reload()
    page.wait_for_timeout(300)
    assert not player.state()["playing"]
    menu(player)
    assert page.get_by_role("switch", name="Spill neste side").count() == 0


def test_pictures_texts_can_be_left_out(player: Player, trial: str) -> None:
    page = player.page
    texts = "Boolean(reading.times && reading.times.sentences.find(Lyttevei.isPicture))"
    menu(player)
    page.get_by_role("switch", name="Si hva bildene viser").uncheck()
    page.keyboard.press("Escape")
    page.goto(trial + "index.html")
    again = Player(page, trial + PROVE)
    sentences = again.sentences()
    again.wait(texts)
    at = page.evaluate("document.querySelector('ly-player').reading.times.sentences.findIndex(Lyttevei.isPicture)")
    again.seek(sentences[at - 1]["to"] - 200)
    again.button("Spill").click()
    again.wait(f"reading.ms >= {sentences[at + 1]['from']}", 3)
    assert page.locator("img.ly-spoken").count() == 0
    again.button("Setning tilbake").click()
    again.button("Setning tilbake").click()
    again.wait(f"reading.index <= {at - 1}")


def test_the_sound_is_a_file_to_keep(player: Player) -> None:
    player.button("Mer").click()
    with player.page.expect_download() as found:
        player.page.get_by_role("link", name="Last ned lyden").click()
    assert found.value.suggested_filename == "prove.mp3"
    name = player.page.evaluate("document.querySelector('ly-player audio').src").rpartition("/")[2]
    assert sha256(found.value.path().read_bytes()).hexdigest().startswith(name.removesuffix(".mp3"))


def test_a_language_without_a_voice_is_told_where_the_player_is(listed: str, page: Page) -> None:
    player = Player(page, listed + "sider/samisk/index.html")
    assert page.locator(".actions .note").inner_text() == "Vi har ingen samisk stemme ennå."
    assert "Bures boahtin deike" not in [each["text"] for each in player.sentences()]


@pytest.fixture
def spoken(trial: str, page: Page) -> Player:
    """The page with a stand-in of the device's voices, read by one of them."""
    page.add_init_script(stand_in())
    found = Player(page, trial + PROVE)
    menu(found)
    page.get_by_label("Stemme").select_option(label="Nora")
    page.keyboard.press("Escape")
    found.wait("reading.audio.voiceURI === 'Nora'")
    return found


def said(player: Player) -> list[list]:
    """What the stand-in was given: [text, name of the voice, rate]."""
    return player.page.evaluate("speechSynthesis.said")


def test_only_voices_of_this_machine_and_language_are_offered(spoken: Player) -> None:
    assert spoken.page.locator("[data-more=voice] option").all_inner_texts() == ["Nettstedets stemme", "Nora"]


def test_without_voices_of_its_own_nothing_is_offered(player: Player) -> None:
    menu(player)
    assert not player.page.get_by_label("Stemme").is_visible()


def test_the_devices_voice_marks_every_word_it_begins(spoken: Player) -> None:
    page = spoken.page
    spoken.sentences()
    page.evaluate(
        """() => {
        const { mark } = document.querySelector("ly-player");
        const show = mark.show.bind(mark);
        globalThis.marks = [];
        mark.show = (...all) => {
            const changed = show(...all);
            if (changed) marks.push(String([...CSS.highlights.get("ly-word")][0] ?? ""));
            return changed;
        };
    }"""
    )
    spoken.button("Spill").click()
    spoken.wait("reading.index >= 4")
    marks = [each for each in page.evaluate("marks") if each]
    wanted = " ".join(each["text"] for each in spoken.sentences()[:4]).replace(".", "").replace("?", "").split()
    assert marks[: len(wanted)] == wanted
    assert [text for text, _, _ in said(spoken)][:2] == ["Prøvesiden", "Denne siden har litt av alt."]


def test_skips_speed_folds_and_the_end_with_the_devices_voice(spoken: Player) -> None:
    page, sentences = spoken.page, spoken.sentences()
    spoken.button("Spill").click()
    spoken.wait("!audio.paused")
    page.get_by_label("Fart").select_option("2")
    for _ in range(5):
        spoken.button("Neste setning").click()
    spoken.button("Pause").click()
    spoken.wait("audio.paused")
    here = len(said(spoken))
    page.wait_for_timeout(200)
    assert len(said(spoken)) == here and said(spoken)[-1][2] == 2
    spoken.button("Spill").click()
    spoken.wait("reading.over && audio.paused", 60)
    texts = [text for text, _, _ in said(spoken)]
    assert spoken.state()["said"] == "Siden er lest ferdig."
    assert not {each["text"] for each in sentences if each["folded"]} & set(texts)
    assert "En rød skrutrekker" in texts
    assert any("yrkesfaglærer" in text for text in texts), "a soft hyphen is not said"
    assert {name for _, name, _ in said(spoken)} == {"Nora"}


def test_a_stretch_that_begins_in_another_language_has_a_voice_for_it(spoken: Player) -> None:
    page = spoken.page
    page.evaluate("document.getElementById('b2').lang = 'en'; document.getElementById('kort-1').lang = 'uk'")
    spoken.button("Spill").click()
    spoken.wait("reading.index > 6")
    by_text = {text: name for text, name, _ in said(spoken)}
    assert next(name for text, name in by_text.items() if text.startswith("Yrkesdagen er")) == "Emma"
    assert "Denne siden har litt av alt." not in by_text, "the Ukrainian voice is not on this machine"


def test_the_voice_is_kept_on_the_next_page_and_can_be_left(spoken: Player, trial: str) -> None:
    page = spoken.page
    spoken.seek(20000)
    page.goto(trial + "index.html")
    again = Player(page, trial + PROVE)
    again.wait("reading.audio.voiceURI === 'Nora'")
    assert abs(again.state()["ms"] - 20000) < 5
    again.button("Spill").click()
    again.wait("!audio.paused && reading.ms > 20500")
    menu(again)
    page.get_by_label("Stemme").select_option("")
    again.wait("audio === reading.view.file && !audio.paused")
    assert again.state()["ms"] > 20000


def test_a_voice_that_does_not_answer_is_told(spoken: Player) -> None:
    spoken.page.evaluate("globalThis.standInFails = true")
    spoken.button("Spill").click()
    spoken.wait("audio.paused")
    spoken.page.get_by_role("status").filter(has_text="Stemmen på maskinen svarte ikke.").wait_for()
