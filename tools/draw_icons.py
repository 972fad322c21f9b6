"""Draws the app's icons as PNG from plugins/offline/static/offline-icon.svg (for maintainers: needs a Chromium)."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import find_chromium

STATIC = Path(__file__).resolve().parent.parent / "plugins" / "offline" / "static"
#: Name, size, and how much of it the drawing fills: a mask may cut off all but the middle 80 per cent.
ICONS = (("offline-icon-192.png", 192, 1.0), ("offline-icon-512.png", 512, 1.0), ("offline-icon-mask.png", 512, 0.75))
#: What shops of podcasts ask for: at least 1,400 pixels, and no corner that is seen through.
COVER = ("../feed/cover.png", 1400, 0.75)
PAGE = """<style>
* {{ margin: 0 }}
body {{ display: grid; place-items: center; height: 100vh{ground} }}
svg {{ width: {width}px; height: {width}px }}
</style>{svg}"""


def main() -> None:
    """Write every icon."""
    svg = (STATIC / "offline-icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium.find(), args=find_chromium.flags())
        for name, size, share in (*ICONS, COVER):
            page = browser.new_page(viewport={"width": size, "height": size})
            ground = "" if share == 1 else "; background: #07504b"
            page.set_content(PAGE.format(ground=ground, width=round(size * share), svg=svg))
            page.screenshot(path=STATIC / name, omit_background=True)


if __name__ == "__main__":
    main()
