"""`lyttevei serve` in a browser: the open page comes anew when something is saved, and says what stopped a build."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.making import page as markdown
from tests.making import write_tree
from tests.test_serve import serving


def test_the_page_shows_what_is_wrong_and_then_comes_anew(tmp_path: Path, page: Page) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": markdown("Første tekst.", "A")})
    with serving(content, tmp_path / "sagt.txt") as site:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"http://127.0.0.1:{site.port}/sider/a/index.html")
        (content / "sider" / "a.md").write_text(markdown("Se [her](borte.md).", "A"), encoding="utf-8")
        box = page.get_by_role("alert").filter(has_text="Byggingen stoppet")
        expect(box).to_contain_text("a.md:5: feil: «borte.md» finnes ikke.", timeout=120_000)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.screenshot(path=str(tmp_path / "feil.png"))
        expect(page.locator("main")).to_contain_text("Første tekst.")
        page.reload()
        expect(box).to_be_visible()
        box.get_by_role("button", name="Lukk").click()
        expect(box).to_have_count(0)
        (content / "sider" / "a.md").write_text(markdown("Andre tekst.", "A"), encoding="utf-8")
        expect(page.locator("main")).to_contain_text("Andre tekst.", timeout=120_000)
        expect(box).to_have_count(0)
