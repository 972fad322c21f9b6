// Makes docxjs.docx: npm install docx@9.15.2, then node docxjs.mjs
import { writeFileSync } from "node:fs";
import * as d from "docx";

const p = (text, more = {}) => new d.Paragraph({ ...more, children: [new d.TextRun(text)] });
const cell = (text, more = {}) => new d.TableCell({ ...more, children: [p(text)] });
const rows = [
  new d.TableRow({ children: [cell("Trinn"), cell("Timer", { columnSpan: 2 })] }),
  new d.TableRow({ children: [cell("Vg1", { rowSpan: 2 }), cell("Høst"), cell("Vår")] }),
  new d.TableRow({ children: [cell("140"), cell("112")] }),
];
const document = new d.Document({
  comments: { children: [{ id: 0, author: "Ola", date: new Date(0), children: [p("Stemmer tallet?")] }] },
  footnotes: { 1: { children: [p("Tall fra skolen.")] } },
  sections: [{
    headers: { default: new d.Header({ children: [p("Fagerlia skole")] }) },
    footers: { default: new d.Footer({ children: [p("Side til elever")] }) },
    children: [
      p("Anleggsgartner", { heading: d.HeadingLevel.TITLE }),
      new d.Paragraph({ children: [
        new d.TextRun("Du bygger "), new d.InsertedTextRun({ text: "parker", id: 1, author: "Kari", date: "2026-03-01T10:00:00Z" }),
        new d.DeletedTextRun({ text: "veier", id: 2, author: "Kari", date: "2026-03-01T10:00:00Z" }), new d.TextRun("."),
        new d.FootnoteReferenceRun(1),
      ] }),
      p("Hvor mange timer?", { heading: d.HeadingLevel.HEADING_1 }),
      new d.Paragraph({ children: [
        new d.CommentRangeStart(0), new d.TextRun("Tallene er fra i fjor"), new d.CommentRangeEnd(0),
        new d.TextRun({ children: [new d.CommentReference(0)] }),
      ] }),
      new d.Table({ rows }),
      new d.Textbox({ alignment: "center", style: { width: "200pt", height: "auto" }, children: [p("Husk vernesko.")] }),
      new d.Paragraph({ children: [new d.TextRun("Arealet er "), new d.Math({ children: [new d.MathRun("l·b")] }), new d.TextRun(".")] }),
      p("Spør en gartner.", { bullet: { level: 0 } }),
    ],
  }],
});
writeFileSync("docxjs.docx", await d.Packer.toBuffer(document));
