"""A small site to pack, with all that a page may have, and what its package holds."""

from __future__ import annotations

from tests.conftest import TEST_CONTENT
from tests.making import page

ADDRESS = "https://eksempel.no/vei/"
PROVE = (TEST_CONTENT / "sider" / "prove.md").read_text(encoding="utf-8")
KOKK = """---
title: Kokk & "servitør"
summary: [Du lager mat <godt>., Du jobber på et kjøkken.]
tags: [mat, helse]
picture:
  file: bilder/lærer.svg
  alt: En kokk
roads:
  - name: Fagbrev
    steps:
      - {name: Vg1, level: vgs, years: 1}
      - {name: Læretid, level: laerling, years: 2, note: Du får lønn.}
sources:
  - {title: Utdanning.no, url: "https://utdanning.no/kokk?a=1&b=2"}
sources_read: 2026-11-25
---

## Hva gjør du?

**Du koker.** Så **steker du. Og** spiser 😀 maten. Les [om lege](lege.md) eller [om oss](../sider/om.md#tittel).

![Et bilde](../bilder/lærer.svg)

| Dag | Lønn |
|---|---|
| I dag | 10 kr |
| I morgen | 20 kr |
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M1 1h7v7z"/></svg>'
FILES = {
    "content/index.md": "---\ntitle: Finn veien\nslug: index\ntemplate: home\nsummary: [Velg.]\n---\n\nHei.",
    "content/yrker/kokk.md": KOKK,
    "content/yrker/lege.md": "---\ntitle: Lege\ntags: [helse]\nsummary: [Du hjelper syke.]\n---\n\n## Hva?\n\nDu hjelper. Hver dag.",
    "content/yrker/prove.md": PROVE.replace("slug: prove", "slug: alt"),
    "content/sider/om.md": page("Om oss.", "Om oss"),
    "content/sider/uten-nett.md": "---\ntitle: Sider uten nett\nslug: uten-nett\ntemplate: offline/page\n---\n\nHer er de.",
    "content/sider/sok.md": "---\ntitle: Søk\nslug: sok\ntemplate: search/page\n---\n\nSkriv.",
    "content/bilder/lærer.svg": SVG,
    **{f"content/bilder/{path.name}": path.read_bytes() for path in (TEST_CONTENT / "bilder").iterdir()},
}
