"""`lyttevei import`: every element of a Word document is on the page or named."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.word_markdown import take
from editor.word_reading import opened
from tests.making import PNG, ROOT, Ran, lyttevei, read, tree_bytes
from tests.word_documents import LIBRE, libre, saved, whole, with_part, with_xml

W = nsdecls("w")


def brought(folder: Path, data: bytes, *words: str) -> tuple[Ran, str]:
    """What the command said of a document, and the body of the page that it made ("" for none)."""
    (folder / "a.docx").write_bytes(data)
    (folder / "content").mkdir(exist_ok=True)
    ran = lyttevei("import", folder / "a.docx", "--content", folder / "content", *words)
    assert "Traceback" not in ran.err
    made = next((folder / "content").rglob("*.md"), None)
    return ran, made.read_text(encoding="utf-8").split("\n---\n\n")[-1] if made else ""


def test_a_whole_document(tmp_path: Path) -> None:
    ran, body = brought(tmp_path, saved(whole()), "--kind", "yrke")
    assert ran.code == 0, ran.err
    assert body == (
        "## Hva gjør du?\n\nDu legger **rør** til vann – og «varme» for 10\u00a0000 kroner.\n\n"
        "- dusj\n- vask\n- krok\n\n1. måle\n2. kutte\n\n### Lønn\n\n"
        "| År | Kroner |\n| --- | --- |\n| 2026 | 500&#124;000 |\n\n![](../bilder/rorlegger-pa-as-1.png)\n"
    )
    assert "Bildet ved «500|000» mangler en tekst" in ran.out and "Ord som ikke ble med" not in ran.out
    assert tree_bytes(tmp_path / "content")["bilder/rorlegger-pa-as-1.png"] == PNG
    text = (tmp_path / "content" / "yrker" / "rorlegger-pa-as.md").read_text(encoding="utf-8")
    assert "\ntitle: Rørlegger på Ås\n" in text and "\nstatus: draft\n" in text
    assert [each.code for each in read(text, "yrker/a.md").problems] == ["alt-missing"]


def test_a_document_of_libreoffice(tmp_path: Path) -> None:
    ran, body = brought(tmp_path, libre())
    assert (ran.code, body) == (0, "Se [utdanning.no](https://utdanning.no/).\n")
    assert "Innholdsfortegnelsen er ikke tatt med" in ran.out and "Ord som ikke" not in ran.out
    assert (tmp_path / "content" / "sider" / "sjofolk.md").exists()


WORD = (  # the names that Word itself writes what is drawn or embedded with
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
BOXED = "<w:txbxContent><w:p><w:r><w:t>Husk vernesko</w:t></w:r></w:p></w:txbxContent>"
SHAPE = (
    f'<w:r><w:drawing><wp:anchor {WORD}><wp:docPr id="1" name="Pil" descr="En pil"/><a:graphic><a:graphicData uri="x"><wps:wsp/>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
FIELD = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
#: What a paragraph holds, as Word writes it, and how it comes along.
CARRIED = {
    "a text box, once": (
        f'<w:r><w:t>Ved boksen</w:t></w:r><w:r><mc:AlternateContent {WORD}><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f'<a:graphicData uri="x"><wps:wsp><wps:txbx>{BOXED}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOXED}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        "Ved boksen\n\nHusk vernesko",
    ),
    "inserted": ('<w:ins w:id="1" w:author="K"><w:r><w:t>satt inn</w:t></w:r></w:ins>', "satt inn"),
    "moved": (
        '<w:moveFrom w:id="1" w:author="K"><w:r><w:t>flyttet</w:t></w:r></w:moveFrom><w:r><w:t>midt </w:t></w:r>'
        '<w:moveTo w:id="2" w:author="K"><w:r><w:t>flyttet</w:t></w:r></w:moveTo>',
        "midt flyttet",
    ),
    "a field that Word fills in": ('<w:fldSimple w:instr=" DATE "><w:r><w:t>i mars</w:t></w:r></w:fldSimple>', "i mars"),
    "a field with a link": (
        FIELD % "begin" + '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://nav.no/" </w:instrText></w:r>' + FIELD % "separate"
        + "<w:r><w:t>NAV</w:t></w:r>" + FIELD % "end",
        "[NAV](https://nav.no/)",
    ),
    "a content control": ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>i et felt</w:t></w:r></w:sdtContent></w:sdt>", "i et felt"),
    "a direction": ('<w:bdo w:val="rtl"><w:r><w:t>retning</w:t></w:r></w:bdo>', "retning"),
    "how it is read": (
        "<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        "漢 (kan)",
    ),
    "line ends": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a  \nb  \nc"),
    "a hyphen that does not break": ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>", "e\u2011post"),
}  # fmt: skip


@pytest.mark.parametrize("name", CARRIED)
def test_what_word_writes_around_text_brings_its_text_and_nothing_is_told(name: str, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Først denne.")
    xml, body = CARRIED[name]
    ran, text = brought(tmp_path, saved(with_xml(made, xml)))
    assert (text, len(ran.out.splitlines())) == (f"Først denne.\n\n{body}\n", 1), ran.out


MATH = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
LOST = {
    "formula": (MATH, "En formel er ikke tatt med: «E=mc»"),
    "deleted": ('<w:del w:id="1" w:author="K"><w:r><w:delText>borte vekk</w:delText></w:r></w:del>', "«borte vekk»"),
    "colour": ('<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>viktig</w:t></w:r>', "tekstfarge, første gang ved «viktig»"),
    "underlined": ('<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>strek</w:t></w:r>', "understreking, første gang ved «strek»"),
    "object": (f'<w:object><o:OLEObject {WORD} Type="Embed"/></w:object>', "Et innebygd objekt er ikke tatt med, ved «Først denne.»"),
    "wordart": (
        f'<w:r><w:pict {WORD}><v:shape><v:textpath string="Velkommen"/></v:shape></w:pict></w:r>',
        "WordArt er ikke tatt med: «Velkommen»",
    ),
    "drawn": (SHAPE, "En tegnet figur er ikke tatt med: «En pil», ved «Først denne.»"),
    "ticked": (
        f'<w:sdt {WORD}><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>',
        "En avkryssing er ikke tatt med",
    ),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemmelig</w:t></w:r>", "teksten er skjult i Word, første gang ved «hemmelig»"),
    "capitals": ("<w:r><w:rPr><w:caps/></w:rPr><w:t>viktig</w:t></w:r>", "store bokstaver, første gang ved «viktig»"),
    "bookmark": ('<w:hyperlink w:anchor="x"><w:r><w:t>se under</w:t></w:r></w:hyperlink>', "Lenken «se under» til #x"),
}


@pytest.mark.parametrize("name", LOST)
def test_what_cannot_come_along_is_named_with_where(name: str, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Først denne.")
    xml, named = LOST[name]
    ran, body = brought(tmp_path, saved(with_xml(made, xml)))
    assert ran.code == 0 and named in ran.out and "Først denne." in body, ran.out + ran.err


def test_what_is_named_has_the_line_of_the_page_where_it_would_stand(tmp_path: Path) -> None:
    made = docx.Document()
    for text in ("Først denne.", "Så en formel her:"):
        made.add_paragraph(text)
    with_xml(made, f'{MATH}<w:del w:id="1" w:author="K"><w:r><w:delText>bort</w:delText></w:r></w:del>')
    made.add_comment(made.paragraphs[0].runs[0], "Sjekk", author="Kari")
    ran, _body = brought(tmp_path, saved(made))
    lines = next((tmp_path / "content").rglob("*.md")).read_text(encoding="utf-8").split("\n")
    where = {name: lines.index(name) + 1 for name in ("Først denne.", "Så en formel her:")}
    for said in ("En formel er ikke tatt med: «E=mc»", "Slettet tekst (sporet endring) er ikke tatt med: «bort»"):
        assert f"{said}, ved «Så en formel her:». På siden hører det til ved linje {where['Så en formel her:']}." in ran.out, ran.out
    assert f"«Sjekk», ved «Først denne.». På siden hører det til ved linje {where['Først denne.']}." in ran.out, ran.out


def test_a_document_inside_the_document_is_named(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Først denne.")
    made.element.body.insert(1, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="rId50"/>'))
    assert "Et dokument inni dokumentet er ikke tatt med, ved «Først denne.»" in brought(tmp_path, saved(made))[0].out


def test_comments_and_headers_are_named(tmp_path: Path) -> None:
    made = docx.Document()
    run = made.add_paragraph("Tekst.").runs[0]
    made.add_comment(run, "Sjekk dette", author="Kari")
    made.sections[0].header.paragraphs[0].text = "Skolen vår"
    out = brought(tmp_path, saved(made))[0].out
    assert "Kommentaren fra Kari er ikke tatt med: «Sjekk dette»" in out and "Topptekst er ikke tatt med: «Skolen vår»" in out


def test_merged_cells_keep_their_columns(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            cell.text = f"{'abc'[x]}{y}"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "høy"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "bred"
    ran, body = brought(tmp_path, saved(made))
    assert body == "| a0 | bred |  |\n| --- | --- | --- |\n| høy | b1 | c1 |\n|  | b2 | c2 |\n"
    assert "ved «høy»" in ran.out and "ved «bred»" in ran.out


def test_a_list_that_goes_on_is_named(tmp_path: Path) -> None:
    made = docx.Document()
    for text in ("en", "to", "Imellom.", "tre", "fire"):
        made.add_paragraph(text, style="Normal" if text == "Imellom." else "List Number")
    ran, body = brought(tmp_path, saved(made))
    assert "1. en\n2. to\n" in body and "fortsetter på 3, ved «tre»" in ran.out


def footnotes() -> bytes:
    """A document with a note, which python-docx does not write."""
    text = LIBRE["word/document.xml"].replace("<w:t>.</w:t>", '<w:footnoteReference w:id="2"/>')
    rels = LIBRE["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="footnotes.xml"/></Relationships>',
    )
    note = f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Hentet i mai.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return with_part(libre(), {"word/document.xml": text, "word/_rels/document.xml.rels": rels, "word/footnotes.xml": note})


def test_notes_come_along(tmp_path: Path) -> None:
    ran, body = brought(tmp_path, footnotes())
    assert body == "Se [utdanning.no](https://utdanning.no/)[^2]\n\n[^2]: Hentet i mai.\n" and "Ord som ikke" not in ran.out


def test_links_that_lead_to_a_disk_become_text(tmp_path: Path) -> None:
    made = docx.Document()
    key = made.part.relate_to("file:///C:/Dokumenter/a.docx", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    with_xml(made, f'<w:hyperlink r:id="{key}"><w:r><w:t>dokumentet</w:t></w:r></w:hyperlink>')
    ran, body = brought(tmp_path, saved(made))
    assert body == "dokumentet\n" and "Lenken «dokumentet» til file:///C:/Dokumenter/a.docx" in ran.out


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old Word", saved(docx.Document())[:900]])
def test_what_is_no_document_is_refused(data: bytes, tmp_path: Path) -> None:
    ran, body = brought(tmp_path, data)
    assert (ran.code, body, "kan ikke leses som et Word-dokument" in ran.err) == (1, "", True), ran.err


def test_entities_are_refused(tmp_path: Path) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + LIBRE["word/document.xml"].split("?>")[1]
    assert brought(tmp_path, with_part(libre(), {"word/document.xml": xml}))[0].code == 1


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    brought(tmp_path, saved(whole()))
    before = tree_bytes(tmp_path / "content")
    assert brought(tmp_path, saved(whole()))[0].code == 1 and tree_bytes(tmp_path / "content") == before


SIGNS = st.text(alphabet="ab å.:;#*_-+><&|`~^[](){}!/\\=1289\t«»–", max_size=14)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(["Normal", "List Bullet", "Quote", "Heading 2"]), SIGNS), max_size=5))
def test_signs_of_markdown_stay_text(parts: list[tuple[str, str]]) -> None:
    made: Document = docx.Document()
    made.add_paragraph("Først.")
    for style, text in parts:
        made.add_paragraph(f"x{text}x" if style == "Heading 2" else text, style=style)
    body = take(opened(saved(made)), "a", lambda _where, _guess: "").body
    page = read(f"---\ntitle: T\n---\n\n{body}")
    wanted = ["Først.", *(f"x{text}x" if style == "Heading 2" else text for style, text in parts)]
    assert "".join("".join(block.text.split()) for block in page.blocks) == "".join("".join(text.split()) for text in wanted), body


def test_who_stops_at_the_question_is_not_told_that_the_document_is_broken(tmp_path: Path) -> None:
    """Ctrl+C on a real terminal, where the text of a picture is asked for."""
    (tmp_path / "a.docx").write_bytes(saved(whole()))
    (tmp_path / "content").mkdir()
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "editor.cli", "import", tmp_path / "a.docx", "--content", tmp_path / "content"]
    asked = subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    try:
        os.close(theirs)
        said = read_until(ours, "500|000")
        assert interrupted(asked) == 1
        said += read_until(ours, "\x04")
    finally:
        asked.kill()  # a test that is stopped must not wait for it
        asked.wait()
    os.close(ours)
    assert "kan ikke leses" not in said and "Traceback" not in said
    assert list((tmp_path / "content").rglob("*")) == []


def interrupted(process: subprocess.Popen[bytes]) -> int:
    """The exit code after Ctrl+C; once more where it came between the question and the wait for the answer, as a person would."""
    for _ in range(100):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.wait(5)
    return process.wait(1)


def read_until(terminal: int, wanted: str) -> str:
    """What is said on a terminal until it says `wanted`, or ends."""
    said = ""
    while wanted not in said:
        assert select.select([terminal], [], [], 60)[0], said
        try:
            said += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:  # Linux' word for an end
            break
    return said
