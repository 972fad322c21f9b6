"""Short versions in other languages, and lists where each page stands once."""

from __future__ import annotations

from pathlib import Path

from plugins import document, search
from plugins.frame import first
from plugins.search.alphabet import alphabet
from plugins.search.pages import entries
from tests.making import checked, read, write_tree

NURSE = """---
title: Sykepleier
summaries:
  en:
    title: Nurse
    summary: [You help people., You give medicine.]
  uk: [Ти допомагаєш людям.]
  nn: {summary: Du hjelper folk., checked: Kari}
---

Tekst.
"""
FILES = {
    "content/index.md": "---\ntitle: Hjem\nslug: index\ntemplate: home\n---\n\nHei.",
    "content/sider/sok.md": "---\ntitle: Søk\nslug: sok\ntemplate: search/page\n---\n\nSøk.",
    "content/yrker/sykepleier.md": NURSE,
    "content/yrker/sykepleier.nn.md": "---\ntitle: Sjukepleiar\nslug: sykepleier\nlang: nn\n---\n\nTekst.",
    "content/yrker/lege.md": "---\ntitle: Lege\n---\n\nTekst.",
}


def test_versions_are_said_last_in_their_own_language_and_told_to_be_unchecked() -> None:
    page = document.Page(read(NURSE, "yrker/sykepleier.md"))
    assert [(block.id, block.lang, block.text) for block in document.spoken_blocks(page)[2:]] == [
        ("kort-en", "en", "English"),
        ("kort-en-merk-nb", "nb", "Ikke kontrollert ennå av noen som kan språket godt."),
        ("kort-en-merk-en", "en", "Not yet checked by anyone who knows the language well."),
        ("kort-en-tittel", "en", "Nurse"),
        ("kort-en-1", "en", "You help people."),
        ("kort-en-2", "en", "You give medicine."),
        ("kort-uk", "uk", "Українська"),
        ("kort-uk-merk-nb", "nb", "Ikke kontrollert ennå av noen som kan språket godt."),
        ("kort-uk-merk-uk", "uk", "Ще не перевірено людиною, яка добре знає мову."),
        ("kort-uk-1", "uk", "Ти допомагаєш людям."),
        ("kort-nn", "nn", "Nynorsk"),
        ("kort-nn-1", "nn", "Du hjelper folk."),
    ]


def made(tmp_path: Path) -> document.Site:
    site = checked(write_tree(tmp_path, FILES))
    search.process(site)
    return site


def test_a_list_has_each_page_once_in_the_language_of_the_page_it_stands_on(tmp_path: Path) -> None:
    site = made(tmp_path)
    listed = {lang: [line.text for _, lines in site.search.of(lang).letters for line in lines] for lang in ("nb", "nn", "en")}
    assert listed == {"nb": ["Lege", "Sykepleier"], "nn": ["Lege", "Sjukepleiar"], "en": ["Lege", "Sykepleier"]}
    assert [page.document.data["title"] for page in site.search.of("nn").wanted] == ["Sjukepleiar", "Lege"]


def test_a_page_is_found_by_what_it_is_called_in_other_languages(tmp_path: Path) -> None:
    site = made(tmp_path)
    names = {entry.title.text: set(entry.title.names) for entry in entries(site)}
    assert names == {"Sykepleier": {"Sjukepleiar", "Nurse"}, "Lege": set()}
    assert [line.text for _, lines in alphabet(entries(site, "nn")) for line in lines] == ["Lege", "Sjukepleiar"]


def test_a_home_page_shows_what_it_features_then_what_is_wanted_most(tmp_path: Path) -> None:
    site = made(tmp_path)
    assert [page.document.slug for page in first(site, "nb")["yrke"]] == ["sykepleier", "lege"]
    assert [page.document.data["title"] for page in first(site, "nn")["yrke"]] == ["Sjukepleiar", "Lege"]
    files = {**FILES, "content/index.md": "---\ntitle: Hjem\nslug: index\nfeatured: [yrker/lege]\n---\n\nHei."}
    other = checked(write_tree(tmp_path / "annet", files))
    search.process(other)
    assert [page.document.slug for page in first(other, "nb")["yrke"]] == ["lege", "sykepleier"]
