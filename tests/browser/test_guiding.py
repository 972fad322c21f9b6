"""From the home page to somebody who helps: by keyboard alone, without script, from the disk; and what is kept on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe
from tests.browser.guiding import files
from tests.browser.listening import Player
from tests.making import write_tree

KEPT = """async () => ({
    local: Object.keys(localStorage), cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
})"""
NOTHING = {"local": [], "cookies": "", "databases": []}
FOCUSED = """() => {
    const { activeElement: found } = document;
    const label = found.labels?.[0]?.textContent ?? found.getAttribute("aria-label") ?? found.innerText ?? "";
    return `${found.localName} ${label.trim().replaceAll(/\\s+/g, " ")}`;
}"""
CARDS = 18


@pytest.fixture(scope="module")
def folder(build: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site of guidance, built with sound."""
    return build(write_tree(tmp_path_factory.mktemp("veiledning"), files()))


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, folder: Path, served: Callable[[Path], str]) -> str:
    """The site's address, over http and from the disk."""
    return served(folder) if request.param == "http" else f"{folder.as_uri()}/"


@pytest.fixture(scope="module")
def web(folder: Path, served: Callable[[Path], str]) -> str:
    """The site's address over http."""
    return served(folder)


def tab_to(page: Page, wanted: str, key: str = "Tab") -> None:
    """Press Tab until the focus is on an element whose name and label begin so."""
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED).startswith(wanted):
            return
    raise AssertionError(f"the keyboard never came to {wanted!r}")


def enter(page: Page, wanted: str, key: str = "Enter") -> None:
    tab_to(page, wanted)
    page.keyboard.press(key)


def answer_all(page: Page, family: str) -> None:
    """Yes to the cards of one family, no to all others, by keyboard."""
    for number in range(1, CARDS + 1):
        card = page.locator(".deck-card:visible")
        assert card.locator(".deck-count").inner_text() == f"Kort {number} av {CARDS}"
        assert page.evaluate("document.activeElement.className") == "deck-card"
        enter(page, "button Ja" if card.get_attribute("data-letter") == family else "button Nei")


def test_the_whole_way_by_keyboard_alone(base: str, page: Page) -> None:
    page.goto(f"{base}index.html")
    enter(page, "a Hva liker jeg?")
    page.wait_for_url("**/kort/index.html")
    enter(page, "button Start")
    answer_all(page, "S")
    families = page.locator(".families article:visible")
    assert families.locator("h3").all_inner_texts()[0] == "Hjelpe folk"
    assert families.count() == 3
    assert families.first.locator("li:visible").first.inner_text() == "Du liker å hjelpe noen som trenger det."
    assert families.locator(".family-why:visible").count() == 3
    enter(page, "a Sykepleier")
    page.wait_for_url("**/yrker/sykepleier/index.html")
    enter(page, "button Lytt til siden")
    listening = Player(page, page.url)
    enter(page, "button Lytt til siden")
    listening.wait_playing()
    page.keyboard.press("Enter")
    enter(page, "button Ta vare på siden")
    enter(page, "a Mine sider")
    page.wait_for_url("**/mine/index.html")
    page.wait_for_selector(".mine-page")
    assert page.locator(".mine-page a").all_inner_texts() == ["Sykepleier"]
    enter(page, "a Lag et ark til samtalen")
    page.wait_for_url("**/samtaleark/index.html")
    page.wait_for_selector(".sheet-pages .mine-page")
    enter(page, "input Hva skjer hvis jeg angrer?", "Space")
    enter(page, "a Finn noen å snakke med")
    page.wait_for_url("**/snakk/index.html")
    enter(page, "input Alene, på nett", "ArrowLeft")  # round to the last: a meeting
    tab_to(page, "input Elev")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    tab_to(page, "select Hvor bor du?")
    page.keyboard.type("Troms")
    assert page.locator("ly-talk > [role=status]").inner_text() == "Dette passer best: Karrieresenter i Troms."
    assert page.locator(".contact:visible h3").first.inner_text() == "Karrieresenter i Troms"
    assert page.evaluate(KEPT) == NOTHING


def test_pages_are_kept_on_the_machine_only_when_asked(web: str, page: Page) -> None:
    page.goto(f"{web}yrker/geolog/index.html")
    keep = page.locator("ly-keep button")
    keep.click()
    assert page.evaluate(KEPT) == NOTHING
    page.goto(f"{web}mine/index.html")
    switch = page.get_by_role("switch", name="Husk sidene på denne maskinen")
    assert not switch.is_checked()
    switch.check()
    assert page.evaluate("JSON.parse(localStorage['ly-mine'])") == ["yrker/geolog/index.html"]
    other = page.context.new_page()  # another tab, which shares the machine only
    other.goto(f"{web}mine/index.html")
    other.wait_for_selector(".mine-page")
    other.get_by_role("switch").uncheck()
    assert other.evaluate(KEPT) == NOTHING
    page.reload()
    page.get_by_role("button", name="Ta bort Geolog").click()
    page.wait_for_selector("text=Du har ikke tatt vare på noen sider ennå.")


def test_the_answers_are_nowhere_but_on_the_page(web: str, page: Page) -> None:
    page.goto(f"{web}kort/index.html")
    page.get_by_role("button", name="Start").click()
    for _ in range(CARDS):
        page.locator(".deck-card:visible").get_by_role("button", name="Ja", exact=True).click()
    assert page.evaluate("[...Object.keys(sessionStorage)].filter((each) => /kort|card|svar|mine/.test(each))") == []
    assert page.evaluate(KEPT) == NOTHING
    page.get_by_role("button", name="Ta vare på svaret").click()
    assert len(page.evaluate("JSON.parse(sessionStorage['ly-mine'])")) == 3
    assert page.evaluate(KEPT) == NOTHING
    page.get_by_role("button", name="Prøv en gang til").click()
    assert page.locator(".deck-count:visible").inner_text() == f"Kort 1 av {CARDS}"


def test_a_card_says_itself(web: str, page: Page) -> None:
    listening = Player(page, f"{web}kort/index.html")
    page.get_by_label("Les hvert kort høyt for meg").check()
    page.get_by_role("button", name="Start").click()
    listening.wait_playing()
    text = page.locator(".deck-card:visible .deck-text").inner_text()
    listening.wait("reading.audio.paused")
    page.locator(".deck-card:visible ly-listen button").click()
    listening.wait_playing()
    assert listening.state()["sentence"] in (text, "")
    page.locator(".deck-card:visible").get_by_role("button", name="Nei").click()
    listening.wait("!reading.audio.paused")


def test_a_theme_is_heard_page_by_page(web: str, page: Page) -> None:
    page.goto(f"{web}tema/orden-og-tall/index.html")
    links = [link.get_attribute("href") for link in page.locator("#tema-liste a").all()]
    page.locator("ly-playlist button").click()
    page.wait_for_url(f"**/{links[0].removeprefix('../../')}")
    page.wait_for_selector(".playlist")
    listening = Player.__new__(Player)
    listening.page = page
    listening.wait_playing()
    listening.seek(page.evaluate("document.querySelector('ly-player').reading.times.ms - 150"))
    page.wait_for_url(f"**/{links[1].removeprefix('../../')}")
    page.wait_for_selector(".playlist")
    assert f"side 2 av {len(links)}" in page.locator(".playlist p").inner_text()
    page.get_by_role("button", name="Avslutt listen").click()
    assert page.locator(".playlist").count() == 0


def test_a_surprise_is_any_page_of_the_list(web: str, page: Page) -> None:
    chosen = []
    for number in (0, 0.999):
        page.goto(f"{web}tema/orden-og-tall/index.html")
        links = [link.get_attribute("href") for link in page.locator("#tema-liste a").all()]
        page.evaluate("(number) => { Math.random = () => number; }", number)
        page.get_by_role("button", name="Overrask meg").click()
        page.wait_for_function("() => !location.pathname.includes('/tema/')")
        chosen.append(page.url.removeprefix(web))
    assert len(links) > 1
    assert chosen == [links[0].removeprefix("../../"), links[-1].removeprefix("../../")]


def test_an_employer_prints_a_day_to_fill_in(web: str, page: Page) -> None:
    page.goto(f"{web}arbeidsdag/index.html")
    page.emulate_media(media="print")
    rows = page.locator(".workday tbody tr")
    assert rows.count() == 6 and all(row.is_visible() for row in rows.all())
    assert min(row.bounding_box()["height"] for row in rows.all()) >= 40  # px: room to write by hand
    assert page.locator(".workday td").all_inner_texts() == [""] * 12
    lines = page.locator(".sheet-line:visible")
    assert [line.split(":")[0] for line in lines.all_inner_texts()][:2] == ["Bedrift og adresse", "Ring denne hvis noe skjer"]
    for unwanted in ("ly-search", "ly-player", "header nav"):
        assert not any(each.is_visible() for each in page.locator(unwanted).all()), unwanted


def test_an_audience_puts_its_road_and_rights_first(web: str, page: Page) -> None:
    page.goto(f"{web}yrker/mekaniker/index.html")
    page.locator("ly-audience").get_by_role("button", name="Voksen").click()
    assert page.locator(".roads h3").all_inner_texts() == ["Vei for voksen", "Vei for elev"]
    assert page.locator(".rights li").first.inner_text() == "Voksen"
    page.goto(f"{web}yrker/geolog/index.html")  # the tab remembers
    assert page.locator(".roads h3").first.inner_text() == "Vei for voksen"


def test_the_road_that_stands_first_is_heard_first(web: str, page: Page) -> None:
    """Where one road ends, the sound goes on with the next one on the page, and after the last road with what stands below."""
    page.goto(f"{web}yrker/mekaniker/index.html")
    page.locator("ly-audience").get_by_role("button", name="Voksen").click()
    listening = Player(page, f"{web}yrker/mekaniker/index.html")  # the tab remembers
    ends = {each["block"]: each["to"] for each in listening.sentences()}
    first, second = (max((block for block in ends if block.startswith(f"vei-{road}")), key=ends.get) for road in (2, 1))
    after = list(ends)[list(ends).index(first) + 1]
    page.get_by_role("button", name="Lytt til siden").click()
    for before, follows in (("vei", "vei-2"), (first, "vei-1"), (second, after)):
        listening.seek(ends[before] - 60)
        listening.wait(f"!audio.paused && reading.index >= 0 && reading.times.sentences[reading.index].block === '{follows}'")
    listening.button("Pause").click()
    listening.seek(ends[first] - 60)
    for button, follows in (("Neste setning", "vei-1"), ("Setning tilbake", first)):
        listening.button(button).click()
        listening.wait(f"reading.times.sentences[reading.index].block === '{follows}'")


def test_three_pages_side_by_side(web: str, page: Page) -> None:
    page.goto(f"{web}sammenlign/index.html")
    for number, name in enumerate(("Geolog", "Mekaniker", "Revisor"), 1):
        page.select_option(f"#ly-valg-{number}", label=name)
    pages = page.locator(".compare-page")
    assert pages.locator("h2").all_inner_texts() == ["Geolog", "Mekaniker", "Revisor"]
    assert "Vei for elev: 3 år" in pages.first.inner_text()
    assert axe(page) == []


def test_the_sheet_is_heard_and_printed(web: str, page: Page) -> None:
    page.goto(f"{web}yrker/revisor/index.html")
    page.locator("ly-keep button").click()
    page.goto(f"{web}samtaleark/index.html")
    page.wait_for_selector(".sheet-pages .mine-page")
    boxes = page.locator(".sheet-questions input")
    for number in range(3):
        boxes.nth(number).check()
    boxes.nth(3).click()
    assert not boxes.nth(3).is_checked()
    page.get_by_label("Egne spørsmål").fill("Får jeg tolk?")
    assert axe(page) == []
    page.get_by_role("button", name="Hør arket").click()
    player = _player(page)
    player.wait_playing()
    player.button("Pause").click()  # whoever pauses does not want to hear the next line
    page.get_by_role("button", name="Hør arket").wait_for()
    page.wait_for_timeout(300)
    assert not player.state()["playing"]
    page.get_by_role("button", name="Hør arket").click()
    player.wait_playing()
    second = page.evaluate("document.querySelectorAll('.sheet-questions input:checked')[1].value")
    player.wait(f"reading.part.from === '{second}' && !audio.paused", 30)  # a line that was said to its end is followed by the next
    page.locator("ly-sheet [data-do=hear]").click()
    page.emulate_media(media="print")
    assert page.locator(".sheet-questions li:visible").count() == 3
    assert not page.locator(".about").is_visible() and page.locator("textarea").input_value() == "Får jeg tolk?"
    assert page.evaluate(KEPT) == NOTHING


def _player(page: Page) -> Player:
    found = Player.__new__(Player)
    found.page = page
    return found


def test_without_script_lists_and_links_are_there(web: str, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{web}index.html")
    page.get_by_role("link", name="Hva liker jeg?").first.click()
    assert page.locator(".deck-card:visible").count() == CARDS
    assert page.locator(".families article:visible").count() == 6
    page.get_by_role("link", name="Sykepleier").first.click()
    page.get_by_role("link", name="Møte", exact=True).click()
    assert page.locator(".contact:visible").count() == 38
    page.goto(f"{web}samtaleark/index.html")
    assert page.locator(".sheet-questions li:visible").count() == 9
    page.goto(f"{web}tema/hjelpe-folk/index.html")
    assert page.locator("#tema-liste a:visible").count() >= 1
    for hidden in ("ly-playlist", "ly-keep", "ly-audience", "ly-talk form"):
        assert not page.locator(hidden).first.is_visible() if page.locator(hidden).count() else True


@pytest.mark.parametrize("state", ["card", "result", "talk"])
def test_no_barrier_on_the_way(web: str, page: Page, state: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{web}{'snakk' if state == 'talk' else 'kort'}/index.html")
    if state == "talk":
        page.get_by_label("Møte noen").check()
    else:
        page.get_by_role("button", name="Start").click()
        for _ in range(CARDS if state == "result" else 1):
            page.locator(".deck-card:visible").get_by_role("button", name="Vet ikke").click()
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
