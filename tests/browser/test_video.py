"""Films in a real browser, over http and from the disk: they play, the right words show, the hand and the keyboard do it all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.axe import axe
from tests.browser.device_voices import stand_in
from tests.browser.films import ELSEWHERE, LEAD, LOCAL, NONE, Film, at, content, spoken
from tests.browser.test_pages import sticking_out

CARD = "ly-elsewhere"
SEEK = "(film, ms) => { film.video.currentTime = ms / 1000; }"
SOUND = "() => [...document.querySelectorAll('audio, video')].map((each) => !each.paused)"


@pytest.fixture(scope="module")
def films(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with films."""
    return build(content(tmp_path_factory.mktemp("filmer")))


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, films: Path, served: Callable[[Path], str]) -> str:
    """The site's address, over http and from the disk."""
    return served(films) if request.param == "http" else films.as_uri() + "/"


@pytest.fixture
def http(films: Path, served: Callable[[Path], str]) -> str:
    """The site's address over http."""
    return served(films)


@pytest.fixture
def film(base: str, page: Page) -> Film:
    """The first local film, our controls in place."""
    page.goto(base + LOCAL)
    return Film(page).ready()


def test_a_film_plays_and_the_right_words_show(film: Film) -> None:
    film.button("Spill filmen").click()
    state = film.wait("playing and ms > 200 and cues")
    assert state["cues"] in (at(state["ms"]), at(state["ms"] - 300)) and state["lang"] == "nb" and not state["controls"]
    film.button("Pause filmen").click()
    film.wait("not playing")
    for ms, cue in ((300, 0), (1600, 1), (3400, 2), (5200, 3)):
        film.box.evaluate(SEEK, ms)
        assert film.wait(f"cues == [{spoken(cue)!r}]")["ms"] == ms
    film.box.evaluate(SEEK, 9000)
    film.wait("not cues")


def test_a_line_of_the_transcript_starts_the_film_there(film: Film) -> None:
    film.section.locator("summary", has_text="Les det som blir sagt").click()
    line = film.section.locator("[data-at]").nth(1)
    assert line.text_content().startswith(spoken(1))
    line.click()
    assert film.wait("playing and cues and ms >= 1500")["ms"] < 10_000
    film.button("Pause filmen").click()
    assert film.section.locator("[aria-current=true]").count() == 1
    film.box.evaluate(SEEK, 1600)
    film.wait(f"cues == [{spoken(1)!r}]")
    assert film.section.locator("[aria-current=true]").text_content() == line.text_content()


def test_a_line_of_the_transcript_can_be_heard(film: Film) -> None:
    page = film.page
    film.section.locator("summary", has_text="Les det som blir sagt").click()
    line = film.section.locator("li").nth(1)
    line.get_by_role("button", name=f"Hør {spoken(1)[:20]}").click()
    line.get_by_role("button", name="Stopp").wait_for()
    reading = "document.querySelector('ly-player').reading"
    assert page.evaluate(f"{reading}.times.sentences[{reading}.index].block") == line.get_attribute("id")
    line.get_by_role("button", name="Hør").wait_for()
    heard = page.evaluate(f"[{reading}.ms, {reading}.times.sentences.findLast((each) => each.block === '{line.get_attribute('id')}').to]")
    assert 0 <= heard[0] - heard[1] < 600 and not film.state()["playing"]
    assert film.section.get_by_role("button", name="Hør").count() == film.section.locator("li").count()
    assert axe(page) == []


def test_the_keyboard_alone_does_it_all(film: Film) -> None:
    page, press = film.page, film.page.keyboard.press
    film.button("Spill filmen").focus()
    press("Enter")
    film.wait("playing")
    press("k")
    film.wait("not playing")
    press("Tab")
    before = film.state()["ms"]
    press("ArrowRight")
    assert film.state()["ms"] - before > 4000
    press("j")
    assert film.state()["ms"] == 0
    press("Tab")
    press("Enter")
    assert not film.wait("not captions")["captions"]
    press("c")
    film.wait("captions")
    press("Tab")
    press("Enter")
    film.page.wait_for_timeout(300)
    assert page.evaluate("document.fullscreenElement?.localName") == "ly-video"
    press("f")
    page.wait_for_timeout(300)
    assert page.evaluate("document.fullscreenElement") is None
    press("Tab")
    press("Enter")
    for name in ("Fart", "Språk på teksten", "Størrelse på teksten", "Plass for teksten", "Film"):
        press("Tab")
        assert page.evaluate("document.activeElement.closest('label').firstChild.textContent.trim()") == name
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
    press("Tab")
    press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Les det som blir sagt i filmen"
    press("Enter")
    press("Tab")
    press("Enter")
    film.wait("playing")


def test_choices_of_captions_last_as_long_as_the_tab(film: Film) -> None:
    page = film.page
    film.box.locator("summary").click()
    film.box.get_by_label("Språk på teksten").select_option("uk")
    film.box.get_by_label("Størrelse på teksten").select_option("storst")
    film.box.get_by_label("Plass for teksten").select_option("oppe")
    film.box.get_by_label("Fart").select_option("1.5")
    assert film.wait("lang == 'uk' and line == 0")["rate"] == 1.5
    page.reload()
    again = Film(page).ready()
    assert again.wait("lang == 'uk' and line == 0")["rate"] == 1.5
    assert again.box.evaluate("(film) => film.dataset.size") == "storst"
    again.button("Tekst").click()
    page.reload()
    assert not Film(page).ready().state()["captions"]


def test_the_film_with_sign_language_goes_on_from_the_same_place(film: Film) -> None:
    film.box.evaluate("(film) => film.start().then((made) => made.seek(2000))")
    film.box.locator("summary").click()
    film.box.locator("[data-set=film-version]").select_option("tegn")
    film.button("Spill filmen").click()
    state = film.wait("playing and ms > 1900")
    assert state["source"] == "tegn.webm" and state["cues"] in (at(state["ms"]), at(state["ms"] - 300))


def test_the_film_with_what_is_seen_told(film: Film) -> None:
    """Audio description is a film of its own: chosen in the menu, it goes on from the same place with the same captions, and back again."""
    other = Film(film.page, 1).ready()
    other.box.evaluate("(film) => film.start().then((made) => made.seek(2000))")
    other.box.locator("summary").click()
    other.box.locator("[data-set=film-version]").select_option(label="Med synstolking")
    other.button("Spill filmen").click()
    state = other.wait("playing and ms > 1900")
    assert state["source"] == "syn.webm" and state["cues"] in (at(state["ms"]), at(state["ms"] - 300))
    other.box.locator("[data-set=film-version]").select_option(label="Vanlig")
    assert other.wait("playing and ms > 1900 and source == 'tegn.webm'")


def test_one_voice_at_a_time(film: Film) -> None:
    page = film.page
    other = Film(page, 1).ready()
    film.button("Spill filmen").click()
    film.wait("playing")
    page.locator("ly-player [data-do=toggle]").click()
    film.wait("not playing")
    other.button("Spill filmen").click()
    other.wait("playing")
    assert page.evaluate(SOUND).count(True) == 1
    film.button("Spill filmen").click()
    film.wait("playing")
    other.wait("not playing")
    assert page.evaluate(SOUND).count(True) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_no_remark_with_captions_on(scheme: str, base: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(base + LOCAL)
    film = Film(page).ready()
    film.box.locator("summary").click()
    film.section.locator("summary", has_text="Les det som blir sagt").click()
    film.button("Spill filmen").click()
    film.wait("captions and cues")
    assert axe(page) == [] and sticking_out(page) == []


def test_nothing_is_fetched_of_a_film_before_somebody_comes_near(http: str, new_page: Callable[..., Page]) -> None:
    page, asked = new_page(viewport={"width": 375, "height": 300}), []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1].split("?")[0]))
    page.goto(http + LOCAL)
    page.wait_for_load_state("networkidle")
    assert "video.js" in asked and not {"video-player.js", "video-captions.js", "video-player.css", "a.webm"} & set(asked)
    Film(page).ready()
    assert "video-player.js" in asked and "a.webm" not in asked and not any(name.endswith(".vtt") for name in asked)


def test_pages_without_film_have_none_of_its_scripts(http: str, page: Page) -> None:
    page.goto(http + NONE)
    assert page.locator("script[src*='video'], link[href*='video']").count() == 0


def test_captions_that_the_browser_shows_itself_are_not_shown_twice(http: str, page: Page) -> None:
    page.goto(http + LOCAL)
    page.evaluate("for (const { track } of document.querySelectorAll('track')) track.mode = 'showing'")
    film = Film(page).ready()
    film.button("Spill filmen").click()
    film.wait("playing and cues")
    assert film.box.evaluate("({ video }) => [...video.textTracks].filter(({ mode }) => mode === 'showing').length") == 1
    film.button("Tekst").click()
    assert film.box.evaluate("({ video }) => [...video.textTracks].filter(({ mode }) => mode === 'showing').length") == 0


def test_the_tracks_are_there_for_the_web_and_gone_on_a_disk(base: str, page: Page) -> None:
    page.goto(base + LOCAL)
    assert Film(page).box.locator("track").count() == (0 if base.startswith("file:") else 2)


def test_without_script_the_browsers_own_player_has_the_captions(http: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(http + LOCAL)
    shown = page.locator("ly-video").first
    assert shown.locator("video[controls]").count() == 1 and not shown.locator(".film-bar").is_visible()
    address = shown.locator("track").first.get_attribute("src")
    assert page.request.get(http + LOCAL.replace("index.html", address)).text().startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n")
    link = page.locator(".film-box [data-at]").nth(1).get_attribute("href")
    assert link.endswith("a.webm#t=1.5")


def test_the_lead_film_stands_below_what_is_said_in_short(base: str, page: Page) -> None:
    page.goto(base + LEAD)
    film = Film(page).ready()
    assert page.locator(".short + .film-lead h2").text_content() == "Film: Lede"
    film.button("Spill filmen").click()
    film.wait("playing and cues")


def test_a_film_elsewhere_is_asked_for_by_a_click_and_by_nothing_else(http: str, page: Page) -> None:
    """The watch of `page` fails for any request off the site; only after the click is one answered, here, for YouTube."""
    page.goto(http + ELSEWHERE)
    page.wait_for_load_state("networkidle")
    card = page.locator(CARD).first
    assert "YouTube (Google)" in card.text_content()
    assert card.get_by_role("link", name="Åpne hos YouTube").get_attribute("href") == "https://www.youtube.com/watch?v=--AbCdEfGh1&t=5s"
    assert axe(page) == [] and sticking_out(page) == []


def wait_for(page: Page, true: Callable[[], object], seconds: float = 10) -> None:
    """Wait until something has come to be."""
    until = monotonic() + seconds
    while not true():
        assert monotonic() < until, "it never came"
        page.wait_for_timeout(50)


def test_the_frame_of_a_film_elsewhere(http: str, newcomer, films: Path) -> None:
    page, asked = newcomer.new_page(), []

    def answer(route: Route) -> None:
        asked.append((route.request.url, route.request.headers.get("referer", "")))
        route.fulfill(body="<!doctype html><title>Film</title>", content_type="text/html")

    page.route("https://**/*", answer)
    page.goto(http + ELSEWHERE)
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.locator("ly-player [data-do=toggle]").click()
    page.locator(CARD).first.get_by_role("button", name="Vis filmen her").click()
    frame = page.locator("iframe")
    frame.wait_for()
    wait_for(page, lambda: asked)
    assert frame.get_attribute("title") == "Hos YouTube" and frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
    assert page.evaluate(SOUND).count(True) == 0
    origin = "/".join(http.split("/", 3)[:3]) + "/"
    wanted = "https://www.youtube-nocookie.com/embed/--AbCdEfGh1?autoplay=1&cc_load_policy=1&rel=0&enablejsapi=1&start=5"
    assert asked == [(wanted, origin)]
    page.locator(".film-box").first.locator("summary").click()
    page.locator(".film-box").first.locator("[data-at]").nth(1).click()
    wait_for(page, lambda: len(asked) > 1)
    assert [url.rsplit("=", 1)[-1] for url, _ in asked] == ["5", "1"]


#: A button for a text of another page, as a room's script would make it.
ADD = """(key) => {
    const listen = Object.assign(document.createElement("ly-listen"), { innerHTML: "<button aria-pressed=false>Hør noe kort</button>" });
    listen.dataset.key = key;
    document.querySelector("main").prepend(listen);
}"""
#: Keep which of them sound, every 20 ms: a busy machine cannot be asked while something short lasts.
KEEP = """() => {
    globalThis.heard = [];
    setInterval(() => heard.push([
        ["page", document.querySelector("ly-player").audio], ["short", Lyttevei.short?.audio], ["film", document.querySelector("video")],
    ].filter(([, each]) => each && !each.paused).map(([name]) => name).join("+")), 20);
}"""


def test_one_thing_sounds_at_a_time_whatever_was_started_last(http: str, page: Page) -> None:
    page.add_init_script(stand_in())
    page.goto(http + LEAD)
    key = page.locator("ly-player").get_attribute("data-key")
    page.goto(http + LOCAL)
    page.evaluate(ADD, key)
    page.evaluate(KEEP)
    film = Film(page).ready()
    start = {
        "short": page.get_by_role("button", name="Hør noe kort"), "film": film.button("Spill filmen"),
        "page": page.locator("ly-player [data-do=toggle]"),
    }  # fmt: skip
    for device in (False, True):
        if device:
            page.get_by_role("button", name="Mer", exact=True).click()
            page.get_by_label("Stemme").select_option(label="Nora")
            page.keyboard.press("Escape")
            wait_for(page, lambda: page.evaluate("document.querySelector('ly-player').audio.voiceURI") == "Nora")
        for name in ("short", "film", "short", "page", "film", "page", "short"):
            page.evaluate("heard.length = 0")
            start[name].click()
            wait_for(page, lambda name=name: name in page.evaluate("heard"))
            after = page.evaluate("(name) => heard.slice(heard.indexOf(name))", name)
            assert set(after) <= {name, ""}


#: A player that notes what it is asked, as YouTube's and Vimeo's are.
PLAYER = """<!doctype html><title>Film</title><script>
onmessage = ({ data }) => { document.title += " " + (JSON.parse(data).func || JSON.parse(data).method); };</script>"""


def test_of_two_films_elsewhere_the_second_stops_the_first(http: str, newcomer: BrowserContext) -> None:
    page = newcomer.new_page()
    page.route("https://**/*", lambda route: route.fulfill(body=PLAYER, content_type="text/html"))
    page.goto(http + ELSEWHERE)
    first, second = (page.locator(CARD).nth(number) for number in (0, 1))
    first.get_by_role("button", name="Vis filmen her").click()
    page.frame_locator("iframe").locator("html").wait_for()
    second.get_by_role("button", name="Vis filmen her").click()
    wait_for(page, lambda: page.frames[1].title() != "Film")
    assert "pauseVideo" in page.frames[1].title() and first.locator("iframe").count() == 1
    nrk = "(card) => { card.dataset.src = 'https://static.nrk.no/ludo/latest/video-embed.html#id=MUHH48000822'; }"
    second.evaluate(nrk)
    page.locator("ly-player [data-do=toggle]").click()
    expect(second.get_by_role("button", name="Vis filmen her")).to_be_visible()
    assert second.locator("iframe").count() == 0


#: Notes whether the page has taken a press for its own, and then takes it itself: nothing is opened.
LEFT = """globalThis.left = [];
for (const type of ["click", "auxclick"]) addEventListener(type, (event) => {
    left.push(!event.defaultPrevented);
    event.preventDefault();
});"""


def test_a_line_pressed_with_ctrl_or_the_middle_button_is_a_link_as_any(http: str, newcomer: BrowserContext) -> None:
    page = newcomer.new_page()
    page.route("https://**/*", lambda route: route.fulfill(body=PLAYER, content_type="text/html"))
    page.goto(http + ELSEWHERE)
    page.locator(CARD).first.get_by_role("button", name="Vis filmen her").click()
    frame, box = page.locator("iframe"), page.locator(".film-box").first
    box.locator("summary").click()
    box.locator(".film-text ly-listen").last.wait_for()  # nothing moves from here on
    page.evaluate(LEFT)
    before = frame.get_attribute("src")
    for how in ({"modifiers": ["Control"]}, {"button": "middle"}, {}):
        box.locator("[data-at]").nth(1).click(**how)
    assert page.evaluate("left") == [True, True, False]
    assert "start=1" in frame.get_attribute("src") != before


def test_on_a_disk_and_without_a_network_the_card_only_links(films: Path, http: str, page: Page) -> None:
    page.goto(films.as_uri() + "/" + ELSEWHERE)
    assert page.get_by_role("button", name="Vis filmen her").count() == 0
    assert page.get_by_role("link", name="Åpne hos Vimeo").get_attribute("href") == "https://vimeo.com/123456789"
    page.goto(http + ELSEWHERE)
    assert page.get_by_role("button", name="Vis filmen her").count() == 2
    page.context.set_offline(True)
    page.wait_for_timeout(200)
    assert page.get_by_role("button", name="Vis filmen her").count() == 0
    page.context.set_offline(False)


def test_a_film_without_captions_says_so(base: str, page: Page) -> None:
    page.goto(base + ELSEWHERE)
    assert page.get_by_text("Filmen mangler teksting.").count() == 1


def test_a_film_that_is_gone_is_told(films: Path, http: str, newcomer) -> None:
    page = newcomer.new_page()
    page.route("**/*.webm", lambda route: route.fulfill(status=404, body=""))
    page.goto(http + LOCAL)
    film = Film(page).ready()
    film.button("Spill filmen").click()
    assert "kan ikke spilles" in film.wait("said")["said"]
