"""What the theme's templates get besides the page: other pages by kind, translations, the settings dialog."""

from __future__ import annotations

from typing import Any

from plugins import document, wording


def frame(site: document.Site, env: Any) -> dict[str, Any]:
    """Values for every template; what they need of the output goes to `site.data`."""
    langs = {page.document.data["lang"] for page in document.every_page(site)}
    return {
        "BY_KINDS": {lang: document.by_kind(site, lang) for lang in langs},
        "TRANSLATIONS": document.translations(site),
        "SETTINGS": {lang: _stored(site, env.get_template("settings.html").render(our_lang=lang)) for lang in wording.NAMES},
    }


def _stored(site: document.Site, html: str) -> str:
    """The key of HTML that comes as a datum when somebody asks for it."""
    key = document.version(html.encode())
    site.data[key] = html
    return key
