"""What an editor who means harm may try: no address or markup that runs, no file from outside, no text that takes the machine down."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from plugins import document
from plugins.document import limits
from plugins.document.drawing import unsafe
from tests import attacks
from tests.making import PNG, ROOT, checked, codes, lyttevei, page, read, write_tree

ALLOWED = {"", "http", "https", "mailto", "tel"}
BENIGN = {"content/index.md": "---\ntitle: Hjem\nslug: index\n---\n\nHei."}
SECRET = "dette er hemmelig"


def elements(html: str) -> list:
    """Every element as a browser reads the page."""
    return list(html5lib.parseFragment(html, namespaceHTMLElements=False).iter())


def browsers_scheme(address: str) -> str:
    """The scheme that a browser sees, after it has taken blanks from the ends, and tabs and line ends from anywhere (WHATWG URL)."""
    found = re.match(r"([a-z][a-z0-9+.-]*):", re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33))))), re.IGNORECASE)
    return found[1].lower() if found else ""


@pytest.mark.parametrize("form", attacks.FORMS)
def test_no_spelling_of_an_address_runs_in_any_place(form: str) -> None:
    for address in attacks.ADDRESSES:
        html = read(page(f"Først.\n\n{form.replace('{}', address)}\n\nSist.")).html
        for each in elements(html):
            assert not any(name.startswith("on") or name in ("style", "ping", "srcset") for name in each.attrib), html
            assert each.tag not in ("script", "iframe", "object", "embed", "link", "meta", "base", "form", "area", "video", "svg"), html
            assert all(browsers_scheme(each.get(name, "")) in ALLOWED for name in ("href", "src", "cite")), html


@pytest.mark.parametrize("address", [each for each in attacks.ADDRESSES if browsers_scheme(each) and "%" not in each])
def test_an_address_that_would_run_stops_the_build(address: str) -> None:
    found = read(page(f'<a href="{address}">x</a>'))
    assert "link-unsafe" in codes(found.problems) or ("\t" in address and "href" not in found.html)  # Markdown makes blanks of a tab


@pytest.mark.parametrize("markup", attacks.MARKUP)
def test_markup_is_taken_away_or_shown_as_text(markup: str) -> None:
    html = read(page(f"{markup}\n\nSist.")).html
    for each in elements(html):
        assert not each.tag.startswith("ly-") and each.tag not in (
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "template",
            "input",
            "audio",
        ), html
        assert not any(name.startswith(("on", "data-")) or name in ("style", "name", "target", "ping") for name in each.attrib), html
        assert each.get("id") != "ly-innhold"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "java\\tscript:alert(1)", " jAvascript:x.y", "nav", 'https://a.no/" onclick=x']
)
def test_a_source_is_on_the_web(url: str) -> None:
    found = read(f'---\ntitle: X\nsources:\n  - title: A\n    url: "{url}"\n---\n\nTekst.'.replace('/" on', '/\\" on'))
    assert "value" in codes(found.problems) and not found.data.get("sources")
    assert read("---\ntitle: X\nsources: [{title: A, url: www.nav.no/x}]\n---\n\nT.").data["sources"][0]["url"] == "https://www.nav.no/x"


@pytest.mark.parametrize(
    "drawing",
    [
        "<script>pwned=1</script>",
        "<g onclick='pwned=1'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<a href='javascript:pwned=1'><path d='M0 0'/></a>",
        "<animate attributeName='href' values='javascript:pwned=1'/>",
        "<use href='https://evil.example/x.svg#a'/>",
        "<image href='https://evil.example/x.png'/>",
        "<image xmlns:x='http://www.w3.org/1999/xlink' x:href='data:image/svg+xml,x'/>",
        "<style>@import 'https://evil.example/x'</style>",
        "<style>path{fill:url(https://evil.example/x)}</style>",
        "<style>path{fill:u\\72l(x)}</style>",
        "<path style='fill:url(//evil.example)'/>",
        "<SCRIPT/>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>",
        "<set attributeName='onload' to='pwned=1'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
    ],
)
def test_a_drawing_that_runs_or_fetches_is_not_published(tmp_path: Path, drawing: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'
    content = write_tree(tmp_path, {"content/sider/a.md": page("[x](../bilder/x.svg)"), "content/bilder/x.svg": svg})
    assert codes(checked(content).problems) == ["file-unsafe"]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
        '<?xml-stylesheet href="https://evil.example/x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "<html><script>pwned=1</script></html>",
        "",
        "<svg",
    ],
)
def test_a_drawing_with_entities_or_that_is_none_is_not_published(tmp_path: Path, head: str) -> None:
    (tmp_path / "x.svg").write_text(head, encoding="utf-8")
    assert unsafe(tmp_path / "x.svg", "x.svg")


def test_drawings_of_drawing_programs_are_published(tmp_path: Path) -> None:
    svg = """<?xml version="1.0"?><!-- Inkscape -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <metadata>
    <rdf:RDF><rdf:li rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata><defs><path id="a" d="M0 0"/></defs>
    <style>.a{fill:url(#a)}</style><use xlink:href="#a" style="fill:url(#b)"/>
    <image xlink:href="data:image/png;base64,AAAA"/></svg>"""
    (tmp_path / "x.svg").write_text(svg, encoding="utf-8")
    assert unsafe(tmp_path / "x.svg", "x.svg") == ""
    assert [path.name for path in (ROOT / "content").rglob("*.svg") if unsafe(path, path.name)] == []


@pytest.mark.parametrize(
    "name", ["x.html", "x.HTM", "x.xhtml", "x.xml", "x.js", "x.php", "x.svgz", "x.mhtml", "x.wasm", "x", "x.png.html", "x.css"]
)
def test_a_file_that_a_browser_or_server_might_run_is_not_published(tmp_path: Path, name: str) -> None:
    content = write_tree(tmp_path, {"content/sider/a.md": page(f"[x]({name})"), f"content/sider/{name}": "<script>pwned=1</script>"})
    site = checked(content)
    assert codes(site.problems) == ["file-unsafe"] and not site.static


def test_a_picture_on_another_site_is_not_asked_for(tmp_path: Path) -> None:
    body = "![x](https://evil.example/x.png)\n\n![y](//evil.example/y.png)\n\n[z](https://evil.example/)"
    assert [(each.line, each.code) for each in checked(write_tree(tmp_path, {"content/a.md": page(body)})).problems] == [
        (5, "link-unsafe"),
        (7, "link-unsafe"),
    ]


#: Files that lead out, by a symbolic link or by their path: (file, what it is, where it leads).
OUT = {
    "page": ("content/sider/x.md", None),
    "page of another folder": ("content/sider/mappe/x.md", None),
    "picture": ("content/sider/x.png", "![x](x.png)"),
    "drawing": ("content/sider/x.svg", "![x](x.svg)"),
    "front matter's picture": ("content/sider/x.png", "---\ntitle: A\npicture: x.png\n---\n\nT."),
    "recording": ("content/sider/x.mp3", "---\ntitle: A\naudio: x.mp3\n---\n\nT."),
    "captions": ("content/sider/x.nb.vtt", "/// video | F\nfile: f.webm\ncaptions: x.nb.vtt\n///"),
    "film": ("content/sider/x.webm", "/// video | F\nfile: x.webm\ncaptions: f.nb.vtt\n///"),
    "word list": ("content/ordliste.yaml", None),
    "contacts": ("content/kontakter.yaml", None),
    "cards": ("content/kort.yaml", None),
}


@pytest.mark.parametrize("way", OUT)
def test_no_symbolic_link_brings_in_a_file_from_outside(tmp_path: Path, way: str) -> None:
    place, text = OUT[way]
    write_tree(
        tmp_path,
        {
            **BENIGN,
            "ute": f"---\ntitle: {SECRET}\n---\n\n{SECRET}",
            "content/sider/f.nb.vtt": attacks.FILES["content/film/f.nb.vtt"],
            "content/sider/f.webm": attacks.FILES["content/film/f.webm"],
        },
    )
    if text:
        write_tree(tmp_path, {"content/sider/a.md": text if text.startswith("---") else page(text)})
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).symlink_to(tmp_path / "ute")
    ran = lyttevei("build", "--no-sound", "--content", tmp_path / "content", "--output", tmp_path / "ut")
    assert ran.code == 1 and "snarvei ut av innholdsmappen" in ran.err and SECRET not in ran.err + ran.out
    assert "Traceback" not in ran.err and not (tmp_path / "ut").exists()


def test_no_symbolic_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    write_tree(tmp_path, {**BENIGN, "ute/side.md": page(SECRET), "ute/x.png": PNG})
    (tmp_path / "content" / "sider").symlink_to(tmp_path / "ute")
    site = checked(tmp_path / "content")
    assert list(site.addresses.values()) == ["index.md"] and not site.static and not site.index.files


def test_a_page_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    write_tree(tmp_path, BENIGN)
    os.mkfifo(tmp_path / "content" / "x.md")
    (tmp_path / "content" / "y.md").symlink_to("/dev/zero")
    (tmp_path / "content" / "z.md").symlink_to("borte.md")
    assert codes(checked(tmp_path / "content").problems) == ["file-unreadable", "path-outside", "file-unreadable"]


@pytest.mark.parametrize(
    "template", ["video/film", "base", "icons", "../../pelicanconf", "{{7*7}}", "search/hit", "/etc/passwd", "document/versions"]
)
def test_only_a_whole_template_is_a_page(tmp_path: Path, template: str) -> None:
    content = write_tree(tmp_path, {**BENIGN, "content/sider/a.md": f"---\ntitle: A\ntemplate: '{template}'\n---\n\nT."})
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", tmp_path / "ut")
    assert ran.code == 1 and len(ran.err.splitlines()) == 1 and "template: malen" in ran.err


def test_what_is_told_cannot_move_the_terminal(tmp_path: Path) -> None:
    content = write_tree(tmp_path, {"content/\x1b[31mrød\nto\u202e.md": page("[x](borte\u202e.md) [y](\x9b2Jz.md)")})
    ran = lyttevei("check", "--content", content)
    assert len(ran.err.splitlines() + ran.out.splitlines()) <= 4 and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", ran.out + ran.err)


N = 10_000
BOMB = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)}\n  [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20))
HEAVY = {
    "quotations": page("> " * N + "x"),
    "quotations without blanks": page(">" * N),
    "a quotation a line": page("\n".join(">" * n + " x" for n in range(1, 2000))),
    "lists": page("\n".join("  " * n + "- x" for n in range(N // 4))),
    "lists by tabs": page("\n".join("\t" * n + "1. x" for n in range(N // 4))),
    "list in list": page("- " * N + "x"),
    "brackets": page("[" * N),
    "links": page("[a](" * N),
    "pictures": page("![" * N),
    "cdata": page("<![CDATA[" * N),
    "tags": page("<a " * N),
    "elements": page("<div>" * N),
    "inline elements": page("<b>" * N + "x"),
    "stars": page("**a*" * N),
    "comments": page("<!--" * N),
    "details": page("/// details | x\n" * 2000),
    "lines": page("x\n\n" * N),
    "words": page("ord " * 100_000),
    "a word": page("a" * 500_000),
    "yaml brackets": f"---\ntitle: X\ntags: {'[' * N}\n---\n\nT.",
    "yaml list": f"---\ntitle: X\ntags:\n  {'- ' * N}x\n---\n\nT.",
    "yaml maps": "---\ntitle: X\n" + "".join(f"{' ' * n}a:\n" for n in range(350)) + "---\n\nT.",
    "yaml bomb": f"---\ntitle: X\n{BOMB}---\n\nT.",
    "yaml that holds itself": "---\ntitle: X\ntags:\n  &a [*a]\n---\n\nT.",
    "yaml keys": "---\ntitle: X\n" + "".join(f"k{n}: v\n" for n in range(5000)) + "---\n\nT.",
    "long front matter": f"---\ntitle: {'x' * 90_000}\n---\n\nT.",
    "merge": "---\nb:\n  &b {a: b}\ntitle:\n  <<: *b\n---\n\nT.",
    "python": "---\ntitle: X\ntags:\n  !!python/object/apply:os.system [id]\n---\n\nT.",
}
#: Seconds of one processor and MB for any text, far above what is used: without the limits some need hours.
SECONDS, MEGABYTES = 60, 1500
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({megabytes} << 20, {megabytes} << 20))
from plugins.document import read_bytes
found = read_bytes(sys.stdin.buffer.read(), "x.md")
print(*sorted({{each.code for each in found.problems}}))
"""


def limited(text: str) -> subprocess.CompletedProcess[bytes]:
    """Read a page in a process that is killed when it takes too much."""
    code = LIMITED.format(seconds=SECONDS, megabytes=MEGABYTES)
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, input=text.encode(), capture_output=True, check=False)


@pytest.mark.parametrize("way", HEAVY)
def test_no_text_takes_the_machine_down(way: str) -> None:
    ran = limited(HEAVY[way])
    assert ran.returncode == 0, ran.stderr.decode()[-500:]


@pytest.mark.parametrize(
    "way", ["quotations", "lists", "lists by tabs", "list in list", "brackets", "links", "tags", "elements", "inline elements", "lines"]
)
def test_what_is_refused_is_told(way: str) -> None:
    assert codes(read(HEAVY[way]).problems) == ["file-unreadable"]


def test_what_people_write_is_not_refused() -> None:
    ordinary = (
        "\n".join("    " * n + "- x" for n in range(12))
        + "\n\n"
        + " " * 200
        + "kode\n\n"
        + "- " * 60
        + "\n\n"
        + "[a](https://a.no) < 3 " * 150
    )
    assert limits.absurd(ordinary) == ""


@pytest.mark.parametrize("file", ["sider/a.md", "ordliste.yaml", "kontakter.yaml"])
def test_a_hundred_megabytes_are_not_read(tmp_path: Path, file: str) -> None:
    """A file with a hole: its size is all that is looked at."""
    content = write_tree(tmp_path, BENIGN)
    (content / file).parent.mkdir(exist_ok=True)
    with (content / file).open("wb") as out:
        out.write(b"---\ntitle: X")
        out.truncate(100_000_000)
    ran = lyttevei("check", "--content", content)
    assert ran.code == 1 and f"{file}:1: feil: Filen er på 100,0 MB" in ran.out + ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize("file", ["ordliste.yaml", "kontakter.yaml", "kort.yaml"])
def test_a_bomb_in_a_file_beside_the_pages_is_told(tmp_path: Path, file: str) -> None:
    for text in (BOMB, "words: " + "[" * N, "contacts:\n  &a [*a]\n"):
        content = write_tree(tmp_path, {**BENIGN, f"content/{file}": text})
        ran = lyttevei("check", "--content", content)
        assert ran.code == 1 and f"{file}:" in ran.out + ran.err and "Traceback" not in ran.err


def test_no_escape_of_yaml_brings_in_what_no_text_has() -> None:
    found = read('---\ntitle: "a\\ud800b\\u0000c\\u001bd\\ufeff"\nsummary: ["\\udfff\\u2028x"]\n---\n\nT.')
    assert found.data["title"] == "abcd" and found.data["summary"] == ["x"]


def test_data_scripts_hold_what_ends_scripts_as_text(tmp_path: Path) -> None:
    site = document.Site(tmp_path, None, tmp_path / "ut", data={"k": {"t": "</script><!--\u2028\u2029"}})
    document.write(site)
    written = (tmp_path / "ut" / "data" / "k.js").read_text(encoding="utf-8")
    assert "\u2028" not in written and "\u2029" not in written and written.count("\n") == 1
