"""The web app's manifest: what a telephone needs to put the site among its apps."""

from __future__ import annotations

import json

from plugins import document

from .shell import HOME, OFFLINE, SEARCH, THEME

PAPER, BRAND = "#fbf6ea", "#07504b"
ICONS = (
    ("offline-icon.svg", "any", "image/svg+xml", "any"),
    ("offline-icon-192.png", "192x192", "image/png", "any"),
    ("offline-icon-512.png", "512x512", "image/png", "any"),
    ("offline-icon-mask.png", "512x512", "image/png", "maskable"),
)
SHORTCUTS = ((SEARCH, "Søk"), (OFFLINE, "Sider uten nett"))


def manifest(site: document.Site) -> str:
    """`manifest.webmanifest`; all addresses are relative, so that the site may lie in any folder."""
    value = {
        "name": site.settings.name,
        "short_name": site.settings.name,
        "description": "Skole, yrker og hjelp til å velge. Hver side leser seg selv høyt.",
        "lang": site.settings.lang,
        "dir": "ltr",
        "start_url": f"./{HOME}",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": BRAND,
        "categories": ["education"],
        "icons": [{"src": f"{THEME}/{name}", "sizes": sizes, "type": kind, "purpose": purpose} for name, sizes, kind, purpose in ICONS],
        "shortcuts": [{"name": name, "url": f"./{address}"} for address, name in SHORTCUTS if address in site.addresses],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
