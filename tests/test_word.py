"""`lyttevei import` with documents that LibreOffice, Pandoc and docx.js wrote: all is on the page or named."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from editor.word_losses import losses
from editor.word_markdown import Taken, take
from editor.word_reading import opened
from tests.making import PNG, ROOT, lyttevei, read

DOCUMENTS = ROOT / "tests" / "word"


def taken(name: str) -> tuple[Taken, str]:
    """What a document gives, and all that is said of it."""
    data = (DOCUMENTS / f"{name}.docx").read_bytes()
    found = take(opened(data), name, lambda _where, guess: guess)
    return found, "\n".join(each.said for each in [*losses(zipfile.ZipFile(io.BytesIO(data))), *found.lost])


def test_a_table_with_a_wide_cell() -> None:
    found, said = taken("tabell")
    assert found.title == "Tømrer på Ås"
    assert found.body == (
        "En **tømrer** bygger *hus* av tre. Se [utdanning.no](https://utdanning.no/yrker/beskrivelse/tomrer).\n\n"
        "## Hva tjener du?\n\n| År | Kroner |\n| --- | --- |\n| 2025 | 480 000 |\n| Tall fra SSB |  |\n"
    )
    assert "slått sammen av flere, ved «Tall fra SSB»" in said and "Stilen" not in said


def test_lists_in_lists_and_one_that_begins_at_three() -> None:
    found, said = taken("lister")
    page = read(f"---\ntitle: T\n---\n\n{found.body}")
    depths = {block.text: sum(part.startswith("list") for part in block.inside) for block in page.blocks}
    assert [depths[text] for text in ("skriv søknad", "kort", "ærlig", "ring først", "Les annonsen")] == [1, 2, 2, 1, 1]
    assert "Listen som begynner på 3, ved «Ring igjen», begynner på 1. Rett tallene." in said
    assert said.count("Rett tallene") == 1


def test_signs_stay_what_they_are() -> None:
    found, said = taken("tegn")
    page = read(f"---\ntitle: T\nlang: nn\n---\n\n{found.body}")
    assert found.title == "Lærar – «den gode»"
    assert [block.text for block in page.blocks] == [
        "Løna er 600\u00a0000 kroner, kl. 08:30–15:30, 4,5 i snitt. Yrkes\u00adfag og H2O.",
        "8. klasse vel valfag. *Ikkje* ei liste, 1 < 2 & _strek_ 😀.",
        "Eg trivst her.",
    ]
    assert page.blocks[2].inside and "<blockquote>" in page.html
    assert "hevet eller senket tekst, første gang ved «Løna er" in said


def test_notes_come_along_and_what_was_deleted_or_remarked_is_named() -> None:
    found, said = taken("noter")
    assert found.body == "Du lærer førstehjelp.[^2] Det er nyttig.\n\nSpør noen.\n\n[^2]: Læreplanen fra 2020.\n"
    assert "Slettet tekst (sporet endring) er ikke tatt med: «slettet setning»" in said
    assert "Kommentaren fra Kari er ikke tatt med: «Hvem skal de spørre?»" in said


def test_a_picture_brings_its_text(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    ran = lyttevei("import", DOCUMENTS / "bilde.docx", "--kind", "yrke", "--content", content)
    assert ran.code == 0 and "mangler" not in ran.out, ran.out + ran.err
    text = (content / "yrker" / "kokk.md").read_text(encoding="utf-8")
    assert "![En kokk ved en gryte](../bilder/kokk-1.png)\n\n## Hvor jobber du?" in text
    assert (content / "bilder" / "kokk-1.png").read_bytes().startswith(PNG[:8])


def test_pandoc_notes_formulas_quotes_and_tracked_changes() -> None:
    found, said = taken("pandoc")
    assert found.title == "Møbelsnekker på Voss"
    assert found.body == (
        "En møbelsnekker lager skap av tre.[^9]\n\n## Hva regner du ut?\n\nFlaten er i hver hylle. Se tegningen først.\n\n"
        "1. Mål\n2. Kapp\n\n> Mål to ganger.\n\n| Tre | Pris |\n| --- | --- |\n| Eik | 4,5 |\n\n"
        "Ordet *H<sub>2</sub>O* og ~~galt~~ og `kode`.\n\nLim\n\nHolder sammen.\n\n[^9]: Læreplanen sier mer.\n"
    )
    near = "ved «Flaten er i hver hylle. Se tegningen først.»"
    for named in (
        "Slettet tekst (sporet endring) er ikke tatt med: «stoler», ved «En møbelsnekker lager skap av tre.»",
        f"En formel er ikke tatt med: «a2+b», {near}", f"En formel er ikke tatt med: «V=l⋅b», {near}",
        f"Kommentaren fra Ola er ikke tatt med: «Er dette rett?», {near}",
        "Listen som begynner på 3, ved «Mål»", "justering, første gang ved «Pris»",
    ):  # fmt: skip
        assert named in said, said
    assert len(said.splitlines()) == 6, said


def test_docxjs_text_box_merged_cells_headers_and_tracked_changes() -> None:
    found, said = taken("docxjs")
    assert found.title == "Anleggsgartner"
    assert found.body == (
        "Du bygger parker.[^1]\n\n## Hvor mange timer?\n\nTallene er fra i fjor\n\n"
        "| Trinn | Timer |  |\n| --- | --- | --- |\n| Vg1 | Høst | Vår |\n|  | 140 | 112 |\n\n"
        "Husk vernesko.\n\nArealet er .\n\n- Spør en gartner.\n\n[^1]: Tall fra skolen.\n"
    )
    for named in (
        "Slettet tekst (sporet endring) er ikke tatt med: «veier», ved «Du bygger parker.»",
        "En formel er ikke tatt med: «l·b», ved «Arealet er .»", "justering, første gang ved «Husk vernesko.»",
        "Bunntekst er ikke tatt med: «Side til elever».", "Topptekst er ikke tatt med: «Fagerlia skole».",
        "Kommentaren fra Ola er ikke tatt med: «Stemmer tallet?», ved «Tallene er fra i fjor»",
        "slått sammen av flere, ved «Timer»", "slått sammen av flere, ved «Vg1»",
    ):  # fmt: skip
        assert named in said, said
    assert len(said.splitlines()) == 8, said


@pytest.mark.parametrize("name", ["bilde", "lister", "noter", "tabell", "tegn"])
def test_they_are_by_libreoffice(name: str) -> None:
    with zipfile.ZipFile(DOCUMENTS / f"{name}.docx") as archive:
        assert b"LibreOffice" in archive.read("docProps/app.xml")
