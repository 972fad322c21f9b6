"""The reading settings, the depths and the explained words as tests use them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

THEMES = ("cream", "white", "dark", "contrast")
FONTS = ("", "lexend", "opendyslexic", "system")


def open_settings(page: Page) -> Locator:
    """Open the dialog by its button; gives it when it is there."""
    page.locator("ly-settings button").click()
    dialog = page.locator("#ly-innstillinger")
    dialog.wait_for(state="visible")
    return dialog


def choose(page: Page, **settings: str) -> None:
    """Choose settings as the dialog does; a name like `__zoom` is the property "--zoom"."""
    for name, value in settings.items():
        page.evaluate("([name, value]) => Lyttevei.choose(name, value)", [name.replace("__", "--"), value])


def style(page: Page, selector: str, name: str) -> str:
    """A computed style."""
    return page.evaluate("([selector, name]) => getComputedStyle(document.querySelector(selector))[name]", [selector, name])


def kept(page: Page) -> dict[str, str | None]:
    """What this tab and this machine keep of the settings."""
    stores = "Object.entries({ session: sessionStorage, local: localStorage })"
    return page.evaluate(f"Object.fromEntries({stores}.map(([name, store]) => [name, store.getItem('ly-settings')]))")
