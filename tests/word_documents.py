"""Word documents for tests: by python-docx, a tool that is not ours, and with XML that it does not write."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.making import PNG


def saved(made: Document) -> bytes:
    """The document's bytes."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def whole() -> Document:
    """A document with what editors use: title, headings, lists, table, picture, bold."""
    made = docx.Document()
    made.add_heading("Rørlegger på Ås", 0)
    made.add_heading("Hva gjør du?", 1)
    text = made.add_paragraph("Du legger ")
    text.add_run("rør").bold = True
    text.add_run(" til vann – og «varme» for 10\u00a0000 kroner.")
    for line in ("dusj", "vask"):
        made.add_paragraph(line, style="List Bullet")
    made.add_paragraph("krok", style="List Bullet 2")
    for line in ("måle", "kutte"):
        made.add_paragraph(line, style="List Number")
    made.add_heading("Lønn", 2)
    table = made.add_table(2, 2)
    for cell, value in zip((cell for row in table.rows for cell in row.cells), ("År", "Kroner", "2026", "500|000"), strict=True):
        cell.text = value
    made.add_picture(io.BytesIO(PNG))
    return made


def with_xml(made: Document, xml: str) -> Document:
    """The document with a paragraph whose inner XML is given, before the section's end."""
    made.element.body.insert(len(made.element.body) - 1, parse_xml(f"<w:p {nsdecls('w', 'm', 'r')}>{xml}</w:p>"))
    return made


def with_part(data: bytes, parts: dict[str, str]) -> bytes:
    """The document's bytes with parts put in or exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


#: A document as LibreOffice writes it in its barest form: no styles of Word's names but those it declares itself.
LIBRE = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.styles+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
    'Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
    'Target="https://utdanning.no/" TargetMode="External"/></Relationships>',
    "word/styles.xml": f'<?xml version="1.0"?><w:styles {nsdecls("w")}><w:style w:type="paragraph" w:styleId="Overskrift1">'
    '<w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Brodtekst"><w:name w:val="Body Text"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="INNH1"><w:name w:val="toc 1"/></w:style></w:styles>',
    "word/document.xml": f'<?xml version="1.0"?><w:document {nsdecls("w", "r")}><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Sjøfolk</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="INNH1"/></w:pPr><w:r><w:t>Innhold 1</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Brodtekst"/></w:pPr><w:r><w:t xml:space="preserve">Se </w:t></w:r><w:hyperlink r:id="rId2"><w:r>'
    '<w:t>utdanning.no</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p></w:body></w:document>',
}


def libre() -> bytes:
    """Bytes of that document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in LIBRE.items():
            archive.writestr(name, text)
    return out.getvalue()
