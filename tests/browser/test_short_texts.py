"""Short texts said by one element: cards, another page's beginning, a text with a sound of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from plugins import document, speech
from tests.browser.axe import axe
from tests.browser.listening import Player
from tests.making import write_tree

OCCUPATION = "---\ntitle: {title}\nsummary:\n  - {title} er et yrke.\n  - Det er fint.\n---\n\n{body}\n"
FILES = {
    "content/index.md": "---\ntitle: Hjem\nslug: index\ntemplate: home\n---\n\nVelg et yrke.\n",
    "content/yrker/baker.md": OCCUPATION.format(title="Baker", body="Bakeren baker brød i en stor ovn hver natt."),
    "content/yrker/kokk.md": OCCUPATION.format(title="Kokk", body="Kokken lager mat."),
}
SHORT = "Lærling er en som lærer et yrke på jobb."
#: Put a text and its button into the page, as a room's script would.
ADD = """([text, key]) => {
    const shown = Object.assign(document.createElement("p"), { id: "forklart", textContent: text });
    const listen = document.createElement("ly-listen");
    Object.assign(listen.dataset, { key, shown: shown.id });
    listen.append(Object.assign(document.createElement("button"), { textContent: "Hør ordet", ariaPressed: "false" }));
    document.querySelector("main").append(shown, listen);
}"""
PRESS = """(names) => {
    const buttons = [...document.querySelectorAll("ly-listen button")];
    for (const name of names) buttons.find((each) => each.textContent.includes(name)).click();
}"""
HEARD = "() => { const { audio, end } = Lyttevei.short; return [audio.paused, audio.currentTime * 1000, end]; }"


@pytest.fixture(scope="module")
def built_home(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A front page with two cards."""
    return build(write_tree(tmp_path_factory.mktemp("innhold"), FILES))


@pytest.fixture(scope="module")
def home(built_home: Path, served: Callable[[Path], str]) -> str:
    """Its address."""
    return served(built_home)


def test_a_card_says_its_title_and_first_sentence(home: str, page: Page) -> None:
    player = Player(page, home + "index.html")
    button = page.get_by_role("button", name="Hør om Baker")
    button.click()
    stop = page.get_by_role("button", name="Stopp om Baker")
    expect(stop).to_be_visible()
    expect(button).to_be_visible(timeout=20000)
    paused, ms, end = page.evaluate(HEARD)
    assert paused and end <= ms < end + 600
    said = [each["text"] for each in Player(page, home + "yrker/baker/index.html").sentences() if each["to"] <= end + 1]
    assert said == ["Baker", "Baker er et yrke."]
    assert player.state()["word"] == ""


def test_one_thing_is_heard_at_a_time(home: str, page: Page) -> None:
    player = Player(page, home + "index.html")
    page.get_by_role("button", name="Hør om Baker").click()
    expect(page.get_by_role("button", name="Stopp om Baker")).to_be_visible()
    page.get_by_role("button", name="Hør om Kokk").click()
    expect(page.get_by_role("button", name="Stopp om Kokk")).to_be_visible()
    assert page.get_by_role("button", name="Stopp om Baker").count() == 0
    player.button("Spill").click()
    player.wait_playing()
    expect(page.get_by_role("button", name="Hør om Kokk")).to_be_visible()
    assert page.evaluate(HEARD)[0]
    page.get_by_role("button", name="Hør om Kokk").click()
    player.wait("audio.paused")
    page.get_by_role("button", name="Stopp om Kokk").click()
    expect(page.get_by_role("button", name="Hør om Kokk")).to_be_visible()
    assert axe(page) == []


def test_speed_and_the_systems_keys_are_for_what_is_heard(home: str, page: Page) -> None:
    page.add_init_script(
        """globalThis.acts = {};
        MediaSession.prototype.setActionHandler = (name, act) => { acts[name] = act; };
        MediaSession.prototype.setPositionState = (state) => { globalThis.position = state; };"""
    )
    player = Player(page, home + "index.html")
    page.get_by_label("Fart").select_option("0.5")
    page.get_by_role("button", name="Hør om Baker").click()
    player.wait("Lyttevei.media && acts.nexttrack === null && !Lyttevei.short.audio.paused")
    assert page.evaluate("Lyttevei.short.audio.playbackRate") == 0.5
    page.get_by_label("Fart").select_option("0.75")
    assert page.evaluate("[Lyttevei.short.audio.playbackRate, Lyttevei.short.audio.paused]") == [0.75, False]
    page.evaluate("acts.pause()")
    expect(page.get_by_role("button", name="Hør om Baker")).to_be_visible()
    page.evaluate("acts.play()")
    expect(page.get_by_role("button", name="Stopp om Baker")).to_be_visible()
    page.evaluate("acts.seekto({ seekTime: 1 })")
    start, end = page.evaluate("[Lyttevei.short.start, Lyttevei.short.end]")
    player.wait(f"Lyttevei.short.ms >= {start + 1000}")
    player.wait(f"Math.abs(position.duration - {(end - start) / 1000}) < 0.1 && position.position <= position.duration")
    player.button("Spill").click()
    player.wait("acts.nexttrack && !audio.paused && Lyttevei.short.audio.paused")
    page.evaluate("acts.pause()")
    player.wait("audio.paused && navigator.mediaSession.playbackState === 'paused'")


def test_two_quick_presses_stop_and_the_last_press_counts(home: str, page: Page) -> None:
    player = Player(page, home + "index.html")
    page.evaluate("Lyttevei.use('short')")
    player.wait("Lyttevei.Short")
    for names in (["om Baker", "om Baker"], ["om Kokk"]):
        page.evaluate(PRESS, names)
        page.wait_for_timeout(400)
        assert page.evaluate("Lyttevei.short?.audio.paused ?? true") == (len(names) == 2)
    page.evaluate(PRESS, ["om Kokk", "om Baker"])  # stops one, begins the other
    expect(page.get_by_role("button", name="Stopp om Baker")).to_be_visible()
    assert page.get_by_role("button", name="Stopp om").count() == 1


@pytest.fixture
def with_short(built_home: Path, served: Callable[[Path], str], tmp_path: Path) -> tuple[str, str]:
    """The address of the site with one short text more, and that text's key."""
    settings = speech.SpeechSettings(store=tmp_path / "store", lexicon=tmp_path / "uttale.yaml")
    site = document.Site(tmp_path, document.Settings("Prøve", speech=settings), Path(shutil.copytree(built_home, tmp_path / "nettsted")))
    key = speech.voice_text(site, SHORT, "nb")
    document.write(site)
    return served(site.output), key


def test_a_short_text_of_its_own_is_marked_where_it_is_shown(with_short: tuple[str, str], page: Page) -> None:
    address, key = with_short
    player = Player(page, address + "yrker/kokk/index.html")
    page.evaluate(ADD, [SHORT, key])
    button = page.get_by_role("button", name="Hør ordet")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    seen = set()
    while button.get_attribute("aria-pressed") == "true":
        seen.add(player.state()["word"])
    assert len(seen & set(SHORT.rstrip(".").split())) >= 4
    assert player.state()["word"] == player.state()["sentence"] == ""
    page.evaluate("document.querySelector('ly-listen[data-shown]').remove()")
    assert page.evaluate(HEARD)[0]


def test_a_sound_that_is_not_there_is_told(with_short: tuple[str, str], page: Page, newcomer: BrowserContext) -> None:
    other = newcomer.new_page()
    Player(other, with_short[0] + "yrker/kokk/index.html")
    other.evaluate(ADD, [SHORT, "0123456789abcdef"])
    other.get_by_role("button", name="Hør ordet").click()
    other.get_by_role("status").filter(has_text="Lydfilen kan ikke spilles.").wait_for()
