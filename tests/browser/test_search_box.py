"""The search as a pupil uses it: the field, its results, the page of results, marks, sound, and the list without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe
from tests.test_cases import CASES

ELECTRICIAN, NURSE, RESULTS = "yrker/elektriker/index.html", "yrker/sykepleier/index.html", "sok/index.html"
FIELD = "#ly-sok"
ROWS = "ly-search [role=row]"
HOSTILE = [
    "", "   ", ":", "lærer:", "lege^", "-lege", "+", "~", "*", "\\", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "__proto__",
    "a" * 5000, "😀", "\u202eabc", "%E0%A4%A", "c++(",
]  # fmt: skip
READY = "() => document.querySelector('ly-search').finder?.words.length > 0"
MARKED = (
    "() => [...(CSS.highlights.get('ly-found') ?? [])].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))"
)


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, built_site: Path, served: Callable[[Path], str]) -> str:
    """The shipped site's address, once over http and once from the disk; ends in "/"."""
    return served(built_site) if request.param == "http" else built_site.as_uri() + "/"


@pytest.fixture
def typing(page: Page, base: str) -> Callable[[str], Page]:
    """Types in the search field of the electrician's page and waits till there is something to say about it."""
    page.goto(base + ELECTRICIAN)

    def write(text: str) -> Page:
        page.click(FIELD)
        page.keyboard.type(text)
        page.wait_for_function(READY)
        return page

    return write


def active(page: Page) -> str:
    """The text of the active cell; "" for none."""
    return page.evaluate(
        "(field) => document.getElementById(document.querySelector(field).getAttribute('aria-activedescendant'))?.innerText ?? ''", FIELD
    )


def test_nothing_of_the_search_is_fetched_before_it_is_wanted(page: Page, base: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(base + ELECTRICIAN)
    page.wait_for_load_state("networkidle")
    late = ("search-finding", "search-whole", "search-marking")
    data = page.evaluate("() => (({ parts, titles }) => [...parts.split(' '), titles])(document.querySelector('ly-search').dataset)")
    assert [url for url in fetched if any(name in url for name in (*late, *data))] == []
    page.focus(FIELD)
    page.wait_for_function(READY)
    assert all(any(name in url for url in fetched) for name in (*late[:2], *data))


def test_a_misspelt_word_gives_a_page_with_picture_kind_and_sentence(typing: Callable[[str], Page]) -> None:
    page = typing("sykeplier")
    row = page.locator(ROWS).first
    expect(row.locator("b")).to_have_text("Sykepleier")
    expect(row.locator("[data-show=kind]")).to_have_text("Yrke")
    expect(row.locator("[data-show=why]")).to_have_text("Du hjelper folk som er syke.")
    assert row.locator("img").evaluate("async (image) => (await image.decode(), image.naturalWidth > 0)")
    expect(page.locator("ly-search [role=status]")).to_have_text(re.compile(r"^\d+ treff\.$"))


def test_another_name_says_so(typing: Callable[[str], Page]) -> None:
    row = typing("sjukepleier").locator(ROWS).first
    expect(row).to_contain_text("Kalles også sjukepleier")
    expect(row.locator("b")).to_have_text("Sykepleier")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_open_results(scheme: str, base: str, new_page: Callable[..., Page]) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(base + ELECTRICIAN)
    for text in ("syk", "sykplieer", "zzzz"):
        page.fill(FIELD, text)
        page.wait_for_selector(".search-popup:visible")
        page.keyboard.press("ArrowDown")
        assert axe(page) == [], text
    page.goto(f"{base}{RESULTS}#q=syk")
    page.wait_for_selector(".hits .hit")
    assert axe(page) == []


def test_by_keyboard_alone(typing: Callable[[str], Page]) -> None:
    page = typing("syk")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    assert "Sykepleier" in active(page)
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) and "Sykepleier" not in active(page).split("\n")[1]
    page.keyboard.press("Escape")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    assert page.input_value(FIELD) == "syk"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{NURSE}*")
    page.go_back()
    page.wait_for_url(f"**/{ELECTRICIAN}")


def test_the_arrows_reach_the_button_that_says_it(typing: Callable[[str], Page]) -> None:
    page = typing("syk")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(f"document.querySelector('{FIELD}').selectionStart") == 2, (
        "left and right belong to the text until a row is active"
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert active(page) == "Hør om Sykepleier"
    page.keyboard.press("Enter")
    button = page.locator(f"{ROWS} button").first
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_have_attribute("aria-pressed", "false", timeout=20000)
    hear = page.evaluate("() => (({ audio, end }) => [audio.currentTime * 1000, end, audio.src])(Lyttevei.short)")
    assert hear[1] <= hear[0] <= hear[1] + 600 and hear[2].endswith(".mp3")


def test_the_list_goes_when_one_leaves_it(typing: Callable[[str], Page]) -> None:
    page = typing("syk")
    page.wait_for_selector(".search-popup:visible")
    page.mouse.click(2, 400)  # beside the text, where nothing lies
    expect(page.locator(".search-popup")).to_be_hidden()


def test_enter_leads_to_the_page_of_results_and_no_server_learns_the_words(typing: Callable[[str], Page]) -> None:
    page, asked = typing("sykeplier"), []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Enter")
    page.wait_for_selector(".hits .hit")
    assert page.locator(".hits b").first.inner_text() == "Sykepleier"
    assert page.input_value(FIELD) == "sykeplier"
    assert page.url.endswith(f"/{RESULTS}#q=sykeplier")
    assert [url for url in asked if "sykeplier" in url.split("#")[0]] == []
    assert page.evaluate("[localStorage.length, Object.values(sessionStorage).filter((kept) => kept.includes('syke')).length]") == [0, 0]
    page.fill(FIELD, "elektriker")
    page.keyboard.press("Enter")
    expect(page.locator(".hits b").first).to_have_text("Elektriker")


def test_what_arrives_late_neither_takes_the_chosen_row_nor_opens_a_closed_list(typing: Callable[[str], Page]) -> None:
    page = typing("syk")
    page.keyboard.press("ArrowDown")
    chosen = active(page)
    page.evaluate("document.querySelector('ly-search').combobox.renew()")
    assert chosen and active(page) == chosen
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('ly-search').combobox.renew()")
    expect(page.locator(".search-popup")).to_be_hidden()
    page.keyboard.type("e")
    expect(page.locator(".search-popup")).to_be_visible()


def test_many_results_come_fifty_at_a_time(page: Page, base: str) -> None:
    page.goto(f"{base}{RESULTS}#q=syk")
    page.wait_for_selector(".hits .hit")
    page.evaluate("""() => {
        const [hit] = document.querySelector("ly-search").finder.find("syk").hits;
        document.querySelector("ly-results").show({ sure: true, hits: Array(120).fill(hit) }, "syk");
    }""")
    rows, more = page.locator(".hits .hit"), page.get_by_role("button", name="Vis flere")
    for shown in (50, 100):
        expect(rows).to_have_count(shown)
        more.press("Enter")
        assert page.evaluate("[...document.querySelectorAll('.hits .hit')].indexOf(document.activeElement.closest('.hit'))") == shown
    expect(rows).to_have_count(120)
    expect(more).to_be_hidden()


@pytest.mark.parametrize("asked", ["?q=sykeplier", "#q=sykeplier"])
def test_the_page_of_results_answers_its_address(asked: str, page: Page, base: str) -> None:
    page.goto(base + RESULTS + asked)
    expect(page.locator("ly-results [role=status]")).to_have_text(re.compile(r"^\d+ treff på «sykeplier»\.$"))
    expect(page.locator(".hits b").first).to_have_text("Sykepleier")


def test_what_is_only_alike_is_asked_about(typing: Callable[[str], Page]) -> None:
    page = typing("sykxpqlei")
    expect(page.locator(".search-guess")).to_be_visible()
    expect(page.locator("ly-search [role=status]")).to_contain_text("Mente du noe av dette?")
    expect(page.locator(".search-popup .search-ask a").first).to_be_visible()


def test_no_page_leads_to_a_person(typing: Callable[[str], Page]) -> None:
    page = typing("zzzz")
    expect(page.locator(".search-none")).to_have_text("Vi fant ingen side om «zzzz».")
    expect(page.locator("ly-search [role=status]")).to_have_text("Ingen treff.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/snakk/**")


def test_letter_by_letter_the_page_stays(page: Page, base: str) -> None:
    page.goto(base + ELECTRICIAN)
    page.focus(FIELD)
    page.wait_for_function(READY)
    for letter in "sykepleier":
        page.keyboard.type(letter)
        assert "Sykepleier" in page.locator(f"{ROWS} b").all_inner_texts()


def test_hostile_text_is_shown_as_text(page: Page, base: str) -> None:
    page.goto(base + ELECTRICIAN)
    page.focus(FIELD)
    page.wait_for_function(READY)
    before = page.evaluate("document.querySelectorAll('svg, img, script').length")
    for text in HOSTILE:
        page.fill(FIELD, text)
        shown = page.locator(".search-typed").inner_text() if page.locator(".search-none").is_visible() else text.strip()
        assert text.strip().startswith(shown[:150]), text
    page.fill(FIELD, "")
    page.evaluate("document.querySelector('ly-search [role=grid]').replaceChildren()")
    assert page.evaluate("document.querySelectorAll('svg, img, script').length") == before


@pytest.mark.parametrize("address", [f"{RESULTS}?q=", f"{RESULTS}#q=", f"{NURSE}?marker=", f"{NURSE}#marker=", f"{NURSE}?highlight="])
def test_hostile_addresses_do_nothing(address: str, page: Page, base: str) -> None:
    for text in ("   ", "\\", '"><svg onload=alert(1)>', "<img src=x onerror=alert(1)>", "a" * 5000, "%E0%A4%A", "c++("):
        if "#" in address:
            page.goto("about:blank")  # so that the next is a new page, and not only another "#"
        page.goto(base + address + (quote(text) if base.startswith("http") else text), wait_until="domcontentloaded")
        page.wait_for_timeout(100)
        assert page.evaluate("() => document.querySelectorAll('main [onerror], main [onload], main script').length") == 0
        assert page.locator("h1").inner_text() in ("Søk", "Sykepleier")


def test_the_given_addresses_do_nothing(page: Page, base: str) -> None:
    """The case's page "a" is one of ours here."""
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    for url in CASES["sec-query-xss"]["input"]["urls"]:
        page.goto(base + url.lstrip("/").replace("sider/a/", "sider/om/index.html").replace("sok/?", f"{RESULTS}?"))
        page.wait_for_load_state("networkidle")
        assert page.evaluate("() => document.querySelectorAll('[onerror], [onload]').length") == 0
    assert len(alerts) == CASES["sec-query-xss"]["expect"]["alerts"]


def test_the_words_that_led_here_are_marked_and_the_page_is_as_it_was(page: Page, base: str) -> None:
    page.goto(base + NURSE)
    before = page.locator("main").inner_html()
    page.goto(f"{base}{NURSE}#marker=medisinen")
    page.wait_for_function("() => CSS.highlights.has('ly-found')")
    marked = page.evaluate(MARKED)
    assert marked and {word.lower() for word in marked} <= {"medisin", "medisiner", "medisinen"}
    assert page.locator("main").inner_html() == before


def test_slash_goes_to_the_field_when_keys_are_on(page: Page, base: str) -> None:
    page.goto(base + ELECTRICIAN)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "ly-sok"
    page.evaluate("Lyttevei.remember('keys', 'on')")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "ly-sok"
    page.keyboard.type("a/b")
    assert page.input_value(FIELD) == "a/b"


def test_without_script_there_is_the_list(base: str, built_site: Path, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(base + NURSE)
    page.fill(FIELD, "lege")
    page.press(FIELD, "Enter")
    page.wait_for_url(f"**/{RESULTS}*")
    assert "lege" not in page.url
    letters = page.locator(".search-all h3").all_inner_texts()
    assert letters == sorted(letters, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ".index)
    page.click(".search-all a:text-is('Sykepleier')")
    page.wait_for_url(f"**/{NURSE}")


@pytest.mark.parametrize("width", [320, 1280])
def test_results_stay_within_the_window(width: int, base: str, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": width, "height": 640})
    page.goto(base + ELECTRICIAN)
    page.fill(FIELD, "e")
    page.wait_for_selector(".search-popup:visible")
    box = page.locator(".search-popup").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
