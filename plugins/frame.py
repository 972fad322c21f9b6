"""What the theme's templates get besides the page: other pages by kind, translations, the settings dialog."""

from __future__ import annotations

from typing import Any

from plugins import document, wording


def frame(site: document.Site, env: Any) -> dict[str, Any]:
    """Values for every template; what they need of the output goes to `site.data`."""
    langs = {page.document.data["lang"] for page in document.every_page(site)}
    return {
        "FIRST": {lang: first(site, lang) for lang in langs},
        "BY_KINDS": {lang: document.by_kind(site, lang) for lang in langs},
        "TRANSLATIONS": document.translations(site),
        "SETTINGS": {lang: _stored(site, env.get_template("settings.html").render(our_lang=lang)) for lang in wording.NAMES},
    }


def first(site: document.Site, lang: str) -> dict[str, list[Any]]:
    """The pages of each kind as a home page shows them: those that it features, then those that are searched for most."""
    pages = [page for pages in document.by_kind(site, lang).values() for page in pages]
    homes = [page.document for page in pages if page.document.slug == "index"]
    featured = [name for home in homes for name in home.data.get("featured") or []]
    wanted = site.search.of(lang).wanted if site.search else []
    places = {page.document.file: number for number, page in enumerate(wanted)}

    def place(page: Any) -> tuple[int, int]:
        names = {page.document.slug, document.place(page.document)} & set(featured)
        return min(map(featured.index, names), default=len(featured)), places.get(page.document.file, 0)

    return {kind: sorted(found, key=place) for kind, found in document.by_kind(site, lang).items()}


def _stored(site: document.Site, html: str) -> str:
    """The key of HTML that comes as a datum when somebody asks for it."""
    key = document.version(html.encode())
    site.data[key] = html
    return key
