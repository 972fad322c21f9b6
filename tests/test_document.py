"""Markdown to Blocks: one text for all readers, with its places in the page."""

from __future__ import annotations

import pytest

from plugins import document
from plugins.document.utf16 import units
from tests.fragments import fragment
from tests.making import checked, codes, page, read, write_tree


def texts(markdown: str) -> list[str]:
    return [block.text for block in read(page(markdown)).blocks]


def test_every_place_gets_a_block():
    document_ = read(
        page(
            "Hei\n\n- a\n    - b\n- c\n\n    d\n\n"
            "| X | Y |\n|---|---|\n| 1 | 2 |\n\n/// details | Mer\nInni\n///\n\n<div>løs <p>p</p> hale</div>"
        )
    )
    assert [(block.kind, block.text, block.inside) for block in document_.blocks] == [
        ("p", "Hei", ()),
        ("li", "a", ("list:1", "item:1")),
        ("li", "b", ("list:1", "item:1", "list:2", "item:1")),
        ("p", "c", ("list:1", "item:2")),
        ("p", "d", ("list:1", "item:2")),
        ("th", "X", ("table:1", "row:1", "col:1")),
        ("th", "Y", ("table:1", "row:1", "col:2")),
        ("td", "1", ("table:1", "row:2", "col:1")),
        ("td", "2", ("table:1", "row:2", "col:2")),
        ("summary", "Mer", ("details:1",)),
        ("p", "Inni", ("details:1",)),
        ("p", "løs ", ()),
        ("p", "p", ()),
        ("p", " hale", ()),
    ]


def test_spans_are_utf16_places():
    block = read(page('😀 Se [NAV](https://nav.no) og <span lang="en">career day</span>.[^1]\n\n[^1]: Note.')).blocks[0]
    assert block.text == "😀 Se NAV og career day.1"
    assert [(span.kind, span.start, span.end, span.value) for span in block.spans] == [
        ("link", 6, 9, "https://nav.no"),
        ("lang", 13, 23, "en"),
        ("note", 24, 25, ""),
    ]


def test_pictures_stand_in_the_text_without_length():
    block = read(page("Før ![En kokk](a.png) etter ![](b.png){.pynt}")).blocks[0]
    assert [(span.start, span.end, span.value) for span in block.spans] == [(4, 4, "En kokk"), (11, 11, "")]


def test_lines_of_blocks():
    blocks = read(page("# Noe\n\nFørste linje her.\n\n- Første punkt her\n- Første punkt der\n\nFørste linje her.")).blocks
    assert [block.line for block in blocks] == [5, 7, 9, 10, 12]


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("8. klasse velger.\n\n17. mai er fri.", ["8. klasse velger.", "17. mai er fri."]),
        ("1. mai er fri.", ["1. mai er fri."]),
        ("1. Søk\n2. Vent\n3. Svar", ["Søk", "Vent", "Svar"]),
        ("1) Søk\n2) Vent", ["Søk", "Vent"]),
        ("1. En\n2. To\n\n1. mai er fri.\n\n17. mai også.", ["En", "To", "1. mai er fri.", "17. mai også."]),
        ("Du må:\n- søke\n- vente", ["Du må:", "søke", "vente"]),
        ("• søke\n• vente", ["søke", "vente"]),
        ("– sa han.", ["– sa han."]),
        ("1. En\n\n   mer\n2. To", ["En", "mer", "To"]),
        ("```\n8. klasse\n- a\n  - b\n```", ["8. klasse\n- a\n  - b\n"]),
        ("2 + 2\n1986. Et stort år.", ["2 + 2\n1986. Et stort år."]),
    ],
)
def test_lists_and_ordinals(markdown, wanted):
    assert texts(markdown) == wanted


@pytest.mark.parametrize(("indent", "depth"), [("  ", 2), ("   ", 2), ("    ", 2), ("\t", 2)])
def test_nested_lists_by_any_indent(indent, depth):
    blocks = read(page(f"- Helse\n{indent}- Lege\n{indent}{indent}- Kirurg\n{indent}- Pleier\n- Bygg")).blocks
    assert [sum(part.startswith("list") for part in block.inside) for block in blocks] == [1, depth, depth + 1, depth, 1]


def test_headings_have_one_h1_and_no_jumps():
    found = read("---\ntitle: Kokk\n---\n\n# Kokk\n\n#### Arbeid\n\n# Lønn\n\n##\n\n**Utdanning**\n\nTekst.")
    assert [(block.kind, block.text) for block in found.blocks][:2] == [("h2", "Arbeid"), ("h2", "Lønn")]
    assert sorted(codes(found.problems)) == ["heading-bold", "heading-empty", "heading-h1", "heading-h1", "heading-jump"]


def test_headings_are_called_by_their_text_and_ids_are_unique():
    blocks = read(page("## Lønn\n\n## Lønn\n\n## b12\n\n## Kort-1\n\n## Tittel\n\ntekst")).blocks
    assert [block.id for block in blocks] == ["lonn", "lonn-2", "del-b12", "del-kort-1", "del-tittel", "b6"]


def test_what_is_taken_away_is_told_with_its_line():
    found = read(page("Ok.\n\n<script>x()</script>\n\n<p onclick='x()'>Hei</p>\n\n[a](javascript:x) og <iframe src='x'></iframe>"))
    assert "script" not in found.html and "onclick" not in found.html and "javascript" not in found.html
    assert {(each.line, each.code) for each in found.problems} == {
        (7, "html-removed"),
        (9, "html-removed"),
        (11, "link-unsafe"),
        (11, "html-removed"),
    }


def test_a_link_without_text_is_dropped_and_told():
    found = read(page("En.\n\nTo [](https://nav.no) tre."))
    assert [(each.line, each.code) for each in found.problems] == [(7, "link-empty")]
    assert "<a" not in found.html


def test_a_line_break_is_a_line_break_in_the_text():
    assert texts("En<br>to") == ["En\nto"]
    assert texts("En  \nto") == ["En\nto"]


def test_insertions_add_markup_and_no_text():
    found = read(page("Hei *du* & <b>der</b> 😀 slutt"))
    block = found.blocks[0]
    around = [document.Insertion("around", block.id, 4, 6, "x", {}), document.Insertion("around", block.id, 16, 21, "x", {})]
    after = document.Insertion("after", block.id, 0, 0, "etter", {})
    html = document.render(
        found, [*around, after], lambda link: "", lambda name, values: f"<u>{values['text']}</u>" if name == "x" else "<hr>"
    )
    assert html.strip() == '<p id="b1">Hei <em><u>du</u></em> &amp; <b>der</b> 😀 <u>slutt</u></p><hr>'


def test_insertions_that_overlap_or_cross_a_text_node_are_refused():
    found = read(page("Hei *du* der"))
    crossing = document.Insertion("around", "b1", 2, 6, "x", {})
    with pytest.raises(ValueError, match="one text node"):
        document.render(found, [crossing], lambda link: "", lambda name, values: values["text"])
    double = [document.Insertion("around", "b1", 0, 3, "x", {}), document.Insertion("around", "b1", 1, 2, "x", {})]
    with pytest.raises(ValueError, match="overlap"):
        document.render(found, double, lambda link: "", lambda name, values: values["text"])


@pytest.mark.parametrize("seeds", [range(start, start + 250) for start in range(0, 1000, 250)], ids=str)
def test_any_fragment_gives_blocks_whose_pieces_are_their_text(seeds):
    for seed in seeds:
        found = read(page(fragment(seed)))
        assert len({block.id for block in found.blocks}) == len(found.blocks)
        for block in found.blocks:
            assert "".join(piece.text for piece in block.pieces) == block.text
            assert [piece.start for piece in block.pieces] == [
                units("".join(p.text for p in block.pieces[:n])) for n in range(len(block.pieces))
            ]
            assert all(0 <= span.start <= span.end <= units(block.text) for span in block.spans)
            assert all(
                found.html[piece.html :].startswith(piece.text[:1].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                for piece in block.pieces
            )


def test_ten_thousand_levels_are_a_problem_not_a_crash():
    found = read(page("> " * 3000 + "dypt"))
    assert found.problems or found.blocks


def links(tmp_path, text, **files):
    content = write_tree(
        tmp_path,
        {
            "content/sider/a.md": page(text),
            "content/sider/om meg.md": page("## Lønn\n\nTekst.", "B"),
            "content/bilder/Kart.PNG": b"x",
            **files,
        },
    )
    return [each for each in checked(content).problems if each.code.startswith(("link", "path"))]


@pytest.mark.parametrize(
    "target",
    [
        "{filename}/sider/om meg.md",
        "{filename}/sider/om%20meg.md",
        "om%20meg.md",
        "<om meg.md>",
        "../sider/om%20meg.md",
        "{filename}om%20meg.md",
        "/sider/b/",
        "../sider/b/index.html",
        "/sider/om%20meg.md#lonn",
        "{static}/bilder/Kart.PNG",
        "..\\bilder\\Kart.PNG",
        "|filename|/sider/om%20meg.md",
        "https://nav.no/x",
        "mailto:a@b.no",
        "tel:55553333",
        "#tittel",
        "//nav.no",
        "{filename}/sider/om%20meg.md?x=1",
    ],
)
def test_links_that_lead_somewhere(tmp_path, target):
    assert links(tmp_path, f"[x]({target})") == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("borte.md", "link-dead"),
        ("{static}/bilder/kart.png", "link-case"),
        ("om%20meg.md#lunn", "link-dead"),
        ("../../../etc/passwd", "path-outside"),
        ("", "link-dead"),
        ("#borte", "link-dead"),
        ("/sider/c/", "link-dead"),
        ("utkast.md", "link-draft"),
    ],
)
def test_links_that_do_not(tmp_path, target, code):
    draft = "---\ntitle: U\nstatus: draft\n---\n\nTekst."
    found = links(tmp_path, f"En.\n\n[x]({target})", **{"content/sider/utkast.md": draft})
    assert [(each.code, each.line, each.file) for each in found] == [(code, 7, "sider/a.md")]


def test_a_link_through_a_symbolic_link_out_of_content_is_refused(tmp_path):
    (tmp_path / "hemmelig.txt").write_text("x")
    content = write_tree(tmp_path, {"content/sider/a.md": page("[x](h.txt)")})
    (content / "sider" / "h.txt").symlink_to(tmp_path / "hemmelig.txt")
    assert codes(checked(content).problems) == ["path-outside"]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("En.\n\nTo [^2] her.\n", 7, "Merket [^2] har ingen fotnote"),
        ("En.\n\n`[^2]`, \\[^2] og to[^2] her.\n\n```\n[^2]\n```\n", 7, "Merket [^2] har ingen fotnote"),
        ("En.\n\nTo.\n\n[^2]: Uten merke.\n", 9, "Fotnoten [^2] har ikke noe sted"),
        ("En[^1].\n\n[^1]: Ja.\n\n- punkt\n- mer\n\n[^b]: Uten merke.\n", 12, "Fotnoten [^b] har ikke noe sted"),
    ],
)
def test_a_mark_without_its_note_and_a_note_without_its_mark_are_told_where_they_stand(tmp_path, body, line, said):
    (found,) = checked(write_tree(tmp_path, {"content/sider/a.md": page(body)})).problems
    assert (found.line, found.code, found.message.startswith(said)) == (line, "link-dead", True), found


@pytest.mark.parametrize("body", ["En[^1] og en[^1].\n\n[^1]: Ja.\n", "`[^2]` og \\[^3].\n", "```\n[^2]\n```\n", "[^_^] og a[^ b].\n"])
def test_notes_that_are_whole_and_signs_that_are_none_are_not_told(tmp_path, body):
    assert codes(checked(write_tree(tmp_path, {"content/sider/a.md": page(body)})).problems) == []


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("En lang e-post<wbr>adresse står **her** ennå.", ["En lang e-postadresse står her ennå."]),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", ["漢(kan)"]),
        ("- en<hr>to\n- tre", ["en", "to", "tre"]),
        ("| a |\n|---|\n| b | c | d |", ["a", "b", "c", "d"]),
        ("| a | b |\n|---|---|\n| c | d | |", ["a", "b", "c", "d"]),
    ],
)
def test_no_word_is_lost_or_runs_into_the_next(body, texts):
    assert [block.text for block in read(page(body)).blocks] == texts


@pytest.mark.parametrize(
    ("body", "code", "line", "named"),
    [
        ("| a |\n|---|\n| b |\n| c | d |", "repaired", 8, "«c | d»"),
        ("Hei.\n\n<svg><text>nord</text></svg> sør", "html-removed", 7, "med det som står i det: «nord»"),
        ("En[^1].\n\n[^1]: Først.\n\n[^1]: Sist.", "link-dead", 9, "linje 7 også: «Først.»"),
        ("En.\n\n[](b.md) to", "link-empty", 7, "«b.md»"),
    ],
)
def test_what_markdown_or_cleaning_would_drop_is_named(body, code, line, named):
    told = [each for each in read(page(body)).problems if each.code == code]
    assert [each.line for each in told][:1] == [line] and named in told[0].message, told


@pytest.mark.parametrize("target", ["b.md", "../filer/a.pdf", "#tittel"])
def test_a_picture_that_is_none_is_told(tmp_path, target):
    files = {"content/sider/a.md": page(f"Se:\n\n![x]({target})"), "content/sider/b.md": page("B.", "B"), "content/filer/a.pdf": b"%PDF"}
    (found,) = checked(write_tree(tmp_path, files)).problems
    assert (found.file, found.line, found.code) == ("sider/a.md", 7, "link-dead") and "ikke et bilde" in found.message


@pytest.mark.parametrize(
    ("target", "said"),
    [("www.nav.no", "Skriv https://www.nav.no"), ("nav.no/a", "Skriv https://nav.no/a"), ("kok.md", "Mente du «sider/kokk.md»?"),
     ("kokk.mp4", "Rett adressen")],
)  # fmt: skip
def test_a_dead_link_is_told_with_what_may_be_meant(tmp_path, target, said):
    files = {"content/sider/a.md": page(f"Se [x]({target})."), "content/sider/kokk.md": page("B.", "B")}
    (found,) = checked(write_tree(tmp_path, files)).problems
    assert found.code == "link-dead" and said in found.message, found
