"""`lyttevei serve` in a browser: the open page comes anew when something is saved, and says what is wrong and what was remarked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from editor.preview import News, preview
from tests.browser.listening import PROVE, Player
from tests.conftest import TEST_CONTENT
from tests.making import page as markdown
from tests.making import write_tree
from tests.test_serve import serving

LATE = 120_000
ERROR = "innhold/sider/a.md:5: feil: «borte.md» finnes ikke. Rett lenken. [link-dead]"
REMARKS = (
    "innhold/sider/a.md:3: merknad: Nøkkelen «tittel» er ikke kjent. Mente du «title»? [unknown-key]",
    "innhold/sider/b.md:9: merknad: Bildet har ingen tekst. Skriv hva det viser. [alt-missing]",
)


def test_the_page_shows_what_is_wrong_and_then_comes_anew(tmp_path: Path, page: Page) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": markdown("Første tekst.", "A")})
    with serving(content, tmp_path / "sagt.txt") as site:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"http://127.0.0.1:{site.port}/sider/a/index.html")
        (content / "sider" / "a.md").write_text(markdown("Se [her](borte.md).", "A"), encoding="utf-8")
        alert = page.get_by_role("alert").filter(has_text="Byggingen stoppet")
        expect(alert).to_contain_text("a.md, linje 5: «borte.md» finnes ikke.", timeout=LATE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        expect(page.locator("main")).to_contain_text("Første tekst.")
        page.reload()
        expect(alert).to_be_visible()
        box(page).get_by_role("button", name="Lukk").click()
        expect(alert).to_have_count(0)
        (content / "sider" / "a.md").write_text(markdown("# Andre tekst.\n\nMer.", "A"), encoding="utf-8")
        expect(page.locator("main")).to_contain_text("Andre tekst.", timeout=LATE)
        expect(alert).to_have_count(0)
        told = box(page).get_by_role("group")
        told.locator("summary", has_text="merknad").click()
        expect(told.get_by_role("listitem").filter(has_text="a.md, linje 5: «Andre tekst.» har én #.")).to_be_visible()


def box(page: Page) -> Locator:
    """What is shown over the page."""
    return page.get_by_role("region", name="Fra lyttevei serve")


@pytest.fixture
def shown(build: Callable[[Path], Path], page: Page) -> tuple[News, Player]:
    """The test site with sound, as `serve` shows it, and the news that its open page listens to."""
    news = News()
    news.tell(built=True, remarks=REMARKS)
    with preview(build(TEST_CONTENT), 0, news) as address:
        yield news, Player(page, address + PROVE)


def test_remarks_are_a_folded_list_for_the_keyboard_that_stays_closed_until_others_come(shown: tuple[News, Player]) -> None:
    news, page = shown[0], shown[1].page
    items = box(page).get_by_role("listitem")
    expect(box(page).locator("summary")).to_have_text("2 merknader")
    expect(items).to_have_count(0)  # folded: in no tree that a screen reader has
    assert page.get_by_role("alert").filter(has_text="merknad").count() == 0
    page.keyboard.press("Shift+Tab")
    expect(box(page).locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(items).to_have_text(
        [
            "innhold/sider/a.md, linje 3: Nøkkelen «tittel» er ikke kjent. Mente du «title»?",
            "innhold/sider/b.md, linje 9: Bildet har ingen tekst. Skriv hva det viser.",
        ]
    )
    bar = page.locator("ly-player").bounding_box()
    place = box(page).bounding_box()
    assert place["y"] + place["height"] <= bar["y"] + 1, "the player can be reached"
    page.keyboard.press("Shift+Tab")
    expect(box(page).get_by_role("button", name="Lukk")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    page.reload()
    news.tell(built=False, errors=(ERROR,), remarks=REMARKS)  # what comes after it was opened again
    expect(page.get_by_role("alert")).to_contain_text("innhold/sider/a.md, linje 5: «borte.md» finnes ikke. Rett lenken.")
    expect(box(page).locator("summary")).to_have_text("2 merknader")
    news.tell(built=False, errors=(), remarks=REMARKS)
    expect(box(page)).to_have_count(0)
    news.tell(built=False, errors=(), remarks=REMARKS[:1])
    expect(box(page).locator("summary")).to_have_text("1 merknad")


def test_the_voice_reads_nothing_of_the_box(shown: tuple[News, Player]) -> None:
    (news, player), page = shown, shown[1].page
    news.tell(built=False, errors=(ERROR,), remarks=REMARKS)
    expect(page.get_by_role("alert")).to_be_visible()
    box(page).locator("summary").click()
    before = player.state()
    box(page).get_by_role("listitem").first.click()
    assert box(page).evaluate("(box) => box.parentElement === document.body && !box.querySelector('ly-listen, [data-key]')")
    assert [each for each in player.sentences() if "merknad" in each["text"] or "borte.md" in each["text"]] == []
    player.wait("audio.paused")
    assert player.state() == before
