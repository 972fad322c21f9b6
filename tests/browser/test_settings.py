"""Reading settings: seen at once, kept only where asked for, there before anything is painted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.listening import PROVE
from tests.browser.reading import FONTS, choose, kept, open_settings, style

DARK = "rgb(20, 32, 31)"


@pytest.fixture
def prove(trial: str, page: Page) -> Page:
    """The page with all that a page may have, opened."""
    page.goto(trial + PROVE)
    return page


def test_nothing_of_the_dialog_comes_before_it_is_opened(trial: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(trial + PROVE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "settings" in url or "aids" in url or "dyslexic" in url or "lexend" in url]
    open_settings(page)
    assert len([url for url in asked if "theme-settings" in url]) == 2


def test_the_blocking_script_is_small(built_site: Path) -> None:
    assert (built_site / "theme" / "first.js").stat().st_size < 1024


@pytest.mark.parametrize(
    ("part", "label", "selector", "name", "expected"),
    [
        ("Skrift", "Lexend", "body", "fontFamily", "Lexend, system-ui, sans-serif"),
        ("Skrift", "OpenDyslexic", "body", "fontFamily", '"Lyttevei Zero", OpenDyslexic, system-ui, sans-serif'),
        ("Skrift", "Maskinens egen", "body", "fontFamily", "system-ui, system-ui, sans-serif"),
        ("Farger", "Hvit", "body", "backgroundColor", "rgb(255, 255, 255)"),
        ("Farger", "Mørk", "body", "backgroundColor", DARK),
        ("Farger", "Høy kontrast", "body", "backgroundColor", "rgb(0, 0, 0)"),
        ("Hjelp til å lese", "Skjul bilder", "main img", "display", "none"),
        ("Hjelp til å lese", "Mindre bevegelse", ".button", "transitionDuration", "0s"),
        ("Hjelp til å lese", "Linjal som følger deg", ".ly-aid", "display", "block"),
        ("Hjelp til å lese", "Bare noen linjer om gangen", ".ly-aid", "display", "block"),
    ],
)  # fmt: skip
def test_a_choice_is_seen_at_once(part: str, label: str, selector: str, name: str, expected: str, prove: Page) -> None:
    dialog = open_settings(prove)
    if part != "Skrift":
        dialog.locator("summary", has_text=part).click()
    dialog.get_by_label(label, exact=True).check()
    assert style(prove, selector, name) == expected


@pytest.mark.parametrize(
    ("part", "label", "presses", "selector", "name", "expected"),
    [
        ("Skrift", "Størrelse", ["End"], "body", "fontSize", "32px"),
        ("Skrift", "Størrelse", ["Home"], "body", "fontSize", "16px"),
        ("Avstand", "Mellom linjene", ["End"], "main p", "lineHeight", "50px"),
        ("Avstand", "Mellom ordene", ["End"], "main p", "wordSpacing", "10px"),
        ("Avstand", "Mellom bokstavene", ["End"], "main p", "letterSpacing", "4px"),
    ],
)  # fmt: skip
def test_a_slide_moves_by_the_keyboard(
    part: str, label: str, presses: list[str], selector: str, name: str, expected: str, prove: Page
) -> None:
    dialog = open_settings(prove)
    if part != "Skrift":
        dialog.locator("summary", has_text=part).click()
    dialog.get_by_label(label).focus()
    for key in presses:
        prove.keyboard.press(key)
    assert style(prove, selector, name) == expected


#: How many characters each full line of the page's running text holds, as it is drawn.
LINES = """() => [...document.querySelectorAll("main .body > p")].flatMap((element) => {
    const [range, text, found] = [document.createRange(), element.firstChild, []];
    for (let i = 0, top; i < text.length; i++) {
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const rect = range.getBoundingClientRect();
        if (Math.abs(rect.top - top) < 8) found[found.length - 1]++;
        else found.push(1);
        top = rect.top;
    }
    return found.slice(0, -1);
})"""

APPEND = "(text) => document.querySelector('main .body').append(Object.assign(document.createElement('p'), { textContent: text }))"


@pytest.mark.parametrize("font", FONTS)
def test_lines_are_as_long_as_is_chosen_and_never_past_80_characters(font: str, new_page: Callable[..., Page], trial: str) -> None:
    page = new_page(viewport={"width": 1600, "height": 900})
    page.goto(trial + PROVE)
    long = "Du møter folk som trenger hjelp, og du finner ut hva som er galt, og så gjør du noe med det sammen med de andre der. " * 8
    page.evaluate(APPEND, long)
    choose(page, font=font)
    slide = open_settings(page).get_by_label("Bredde")
    page.locator("#ly-innstillinger summary", has_text="Avstand").click()
    page.evaluate("document.fonts.ready.then(() => true)")
    means = []
    for key, least, most in (("", 55, 72), ("Home", 36, 46), ("End", 64, 82)):
        slide.focus()
        if key:
            page.keyboard.press(key)
        lines = page.evaluate(LINES)
        means.append(sum(lines) / len(lines))
        assert least <= means[-1] and max(lines) <= most, (key, lines)
    assert means[1] < means[0] < means[2]


def test_the_ruler_and_the_window_of_light_follow_the_pointer_and_the_focus(prove: Page) -> None:
    dialog = open_settings(prove)
    dialog.locator("summary", has_text="Hjelp til å lese").click()
    dialog.get_by_label("Linjal som følger deg", exact=True).check()
    prove.keyboard.press("Escape")
    top = "document.querySelector('.ly-aid').getBoundingClientRect().top"
    places = []
    for y in (200, 350):
        prove.mouse.move(300, y)
        places.append(prove.evaluate(top) - y)
    assert places[0] == places[1] and 0 <= places[0] < 60, "a line below the pointer"
    link = prove.locator("main a").first
    link.focus()
    box = link.bounding_box()
    assert abs(prove.evaluate(top) - (box["y"] + box["height"] / 2)) < 60
    assert style(prove, ".ly-aid", "pointerEvents") == "none"
    choose(prove, ruler="", focus="on")
    prove.mouse.move(300, 300)
    window = prove.locator(".ly-aid").bounding_box()
    assert window["height"] > 90 and abs(window["y"] + window["height"] / 2 - 300) < 2
    choose(prove, focus="")
    assert style(prove, ".ly-aid", "display") == "none"


def test_the_mark_takes_another_colour(prove: Page) -> None:
    dialog = open_settings(prove)
    dialog.locator("summary", has_text="Farger").click()
    dialog.get_by_label("Blå").check()
    assert prove.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--mark')") == "#8fd0ff"


def test_escape_closes_and_the_focus_comes_back(prove: Page) -> None:
    prove.locator("ly-settings button").focus()
    prove.keyboard.press("Enter")
    prove.locator("#ly-innstillinger").wait_for(state="visible")
    assert prove.evaluate("document.activeElement.closest('dialog') !== null")
    prove.keyboard.press("Escape")
    assert not prove.locator("#ly-innstillinger").is_visible()
    assert prove.evaluate("document.activeElement.closest('ly-settings') !== null")


def test_settings_stay_in_the_tab_until_they_are_to_be_remembered(prove: Page, trial: str) -> None:
    assert kept(prove) == {"session": None, "local": None}
    dialog = open_settings(prove)
    dialog.get_by_label("Lexend").check()
    assert kept(prove) == {"session": '{"font":"lexend"}', "local": None}
    dialog.get_by_label("Husk valgene mine").check()
    assert kept(prove)["local"] == '{"font":"lexend"}'
    dialog.get_by_label("Atkinson").check()
    assert kept(prove)["local"] == "{}"
    dialog.get_by_label("Husk valgene mine").uncheck()
    assert kept(prove)["local"] is None
    prove.goto(trial + "index.html")
    other = prove.context.new_page()
    other.goto(trial + PROVE)
    assert kept(other) == {"session": None, "local": None}


def test_delete_everything(trial: str, storing: Page) -> None:
    prove = storing
    prove.goto(trial + PROVE)
    prove.evaluate("navigator.serviceWorker.ready.then(() => true)")  # what is being stored is stored
    dialog = open_settings(prove)
    dialog.get_by_label("OpenDyslexic").check()
    dialog.get_by_label("Husk valgene mine").check()
    prove.keyboard.press("Escape")
    prove.locator("ly-depth").get_by_role("button", name="Alt").click()
    player = prove.locator("ly-player")
    player.locator("[data-set=speed]").select_option("1.5")
    player.evaluate("async (each) => { await each.reading.prepare(); each.reading.seek(3000); each.keepPlace(); }")
    open_settings(prove).get_by_role("button", name="Slett alt").click()
    dialog.get_by_text("Alt er slettet.").wait_for()
    names = "[localStorage, sessionStorage].flatMap((each) => Object.keys(each)).filter((name) => name !== 'ly-settings')"
    assert prove.evaluate(names) == []
    assert kept(prove) in ({"session": None, "local": None}, {"session": "{}", "local": None})
    assert prove.evaluate("caches.keys()") == []
    assert prove.locator("ly-depth [aria-pressed=true]").all_inner_texts() == ["Vanlig"]
    assert prove.locator(".deep details[open]").count() == 0
    assert player.evaluate("({ reading }) => [reading.audio.playbackRate, reading.ms]") == [1, 0]
    assert player.locator("[data-set=speed]").input_value() == "1"
    assert not style(prove, "body", "fontFamily").startswith("OpenDyslexic")
    assert dialog.get_by_label("Atkinson").is_checked() and not dialog.get_by_label("Husk valgene mine").is_checked()


@pytest.mark.parametrize("store", ["sessionStorage", "localStorage"])
def test_what_was_chosen_is_there_before_the_first_paint(store: str, trial: str, newcomer: BrowserContext) -> None:
    """No script but the blocking one is let through, and the page is already as chosen."""
    chosen = json.dumps({"theme": "dark", "font": "lexend", "--zoom": "1.3"})
    newcomer.add_init_script(f"{store}.setItem('ly-settings', {json.dumps(chosen)})")
    newcomer.route("**/page.js*", lambda route: route.abort())
    page = newcomer.new_page()
    page.goto(trial + PROVE)
    assert style(page, "body", "backgroundColor") == DARK
    assert style(page, "body", "fontSize") == "26px"
    assert page.evaluate("document.scripts[0].src.includes('first.js') && !document.scripts[0].defer")
    assert page.evaluate("document.querySelector('link[rel=stylesheet]').compareDocumentPosition(document.scripts[0])") == 2


@pytest.mark.parametrize("text", ["{", "5", '"abc"', "null", "[1]"])
def test_what_is_stored_wrongly_does_no_harm(text: str, trial: str, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.add_init_script(f"localStorage.setItem('ly-settings', {json.dumps(text)})")
    page.goto(trial + PROVE)
    open_settings(page).get_by_label("Lexend").check()
    assert style(page, "body", "fontFamily").startswith("Lexend")


@pytest.mark.parametrize("font", FONTS)
def test_zero_is_never_the_letter_o(font: str, prove: Page) -> None:
    """Atkinson's own zero is slashed like Ø: the glyphs of 0 and Ø must differ in every font, and 0 must have no slash."""
    alike = prove.evaluate(
        """async (font) => {
        Lyttevei.choose("font", font);
        const family = getComputedStyle(document.body).fontFamily;
        await Promise.allSettled(["0", "Ø"].map((sign) => document.fonts.load(`40px ${family}`, sign)));
        const draw = (sign) => {
            const context = new OffscreenCanvas(60, 60).getContext("2d");
            context.font = `40px ${family}`;
            context.fillText(sign, 10, 45);
            const { data } = context.getImageData(0, 0, 60, 60);
            const rows = Array.from({ length: 60 }, (_, y) => Array.from({ length: 60 }, (_, x) => data[(y * 60 + x) * 4 + 3]));
            const inked = rows.map((row) => row.some((each) => each > 128));
            const [top, bottom] = [inked.indexOf(true), inked.lastIndexOf(true)];
            const middle = rows[Math.round((top + bottom) / 2)];
            return middle.reduce((count, each, x) => count + (each > 128 && !(middle[x - 1] > 128)), 0); // strokes across the middle
        };
        return [draw("0"), draw("Ø")];
    }""",
        font,
    )
    assert alike[0] == 2 and alike[1] >= 3
