"""Two hundred hostile pages and more: no traceback, the right exit code, the old site untouched, each loss named."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import document
from tests import hostile
from tests.making import Ran, checked, lyttevei, page, tree_bytes, write_tree

#: What an editor does not write to be read: tags, comments, code of scripts and styles, PHP.
MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|</?[a-z][^>]*>", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?(?:b|i|em|strong|a|span|sup|sub|del|code|abbr|mark|small|wbr|ruby|rt)\b|<[!?]")
#: Beginnings of lines that show as a sign, not as words: numbers of lists, fences and what names them, blocks of films and folds.
SIGNS = re.compile(r"^[-+*>\s]*(?:\d+[.)](?=\s)|```\w*|/// \w+|(?:file|youtube):|\[\^\w+\]:|\*\[\w+\]:|title: .*)", re.MULTILINE)
#: A page that is not read, or only its body or its front matter is, says so by one of these.
UNREAD = {"front-matter", "front-matter-open", "file-unreadable"}
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Checked:
    """What `lyttevei check --json` said of the whole corpus, and its pages as they are read."""

    ran: Ran
    rows: list[dict]
    site: document.Site


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    content = folder(tmp_path_factory.mktemp("fiendtlig"))
    ran = lyttevei("check", "--content", content, "--json")
    return Checked(ran, ran.json(), checked(content))


def folder(place: Path, numbers: Iterable[int] = range(len(hostile.PAGES))) -> Path:
    """The corpus as content; pages have slugs of their own, since the same title would be the same address."""
    return write_tree(place, {f"content/sider/side-{number:03}.md": with_slug(number) for number in numbers})


def with_slug(number: int) -> bytes:
    """A page with its number as slug, if its front matter is such that a line can be put into it."""
    data = hostile.PAGES[number][0]
    start, found, rest = data.partition(b"title: ")
    plain = start in (b"---\n", b"---\r\n") and b"slug:" not in rest
    return start + f"slug: slug-{number:03}\n".encode() + found + rest if plain else data


class Tags(HTMLParser):
    """Every tag and every attribute of a page, as a browser has them."""

    def __init__(self, html: str) -> None:
        """Read it all."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def html_text(html: str) -> str:
    """All text of a page, its blocks apart."""
    return unescape(re.sub("<[^>]*>", " ", re.sub(f"(?:{INLINE.pattern})[^>]*>", "", html)))


def test_check_ends_as_it_should_and_names_every_loss_with_a_line_that_is_there(whole: Checked) -> None:
    assert len(hostile.PAGES) >= 200 and whole.ran.code == 1 and "Traceback" not in whole.ran.err
    lines = {Path(each.document.file).name: each.document.source.count("\n") + 1 for each in whole.site.pages}
    assert [row for row in whole.rows if not row["message"] or not 1 <= row["line"] <= lines[Path(row["file"]).name]] == []
    told = [(number, data[:80], set(codes) - found_in(whole, number)) for number, (data, codes) in enumerate(hostile.PAGES)]
    assert [each for each in told if each[2]] == []


def found_in(whole: Checked, number: int) -> set[str]:
    """The codes of what is said of a page."""
    return {row["code"] for row in whole.rows if row["file"].endswith(f"/side-{number:03}.md")}


def words(text: str) -> Counter[str]:
    """How often each word stands in a text, as people see it."""
    return Counter(re.findall(r"\w+", UNSEEN.sub("", unicodedata.normalize("NFC", text)).casefold()))


def written(page: document.Document) -> str:
    """The body of a page as its author wrote it, without what is no word; "" where it has no front matter to end."""
    body = "\n" + page.source.replace("\r\n", "\n").removeprefix("\ufeff")
    body = re.split(r"\n(?:---|\.\.\.|—|\+\+\+) *\n", body, maxsplit=2)[-1]
    return SIGNS.sub(" ", MARKUP.sub(lambda found: "" if INLINE.match(found[0]) else " ", body))


def test_every_word_of_every_page_is_on_it_or_named(whole: Checked) -> None:
    messages = {number: " ".join(row["message"] for row in whole.rows if row["file"].endswith(f"/side-{number:03}.md"))
                for number in range(len(hostile.PAGES))}  # fmt: skip
    lost, tried = {}, 0
    for each in whole.site.pages:
        number = int(Path(each.document.file).stem.removeprefix("side-"))
        if UNREAD & found_in(whole, number):
            continue
        tried += 1
        tags = Tags(each.document.html)
        seen = " ".join([*(block.text for block in each.document.blocks), *(f"{name} {unquote(value)}" for name, value in tags.attributes)])
        films = " ".join(str(film) for film in each.document.films)
        missing = words(unescape(written(each.document))) - words(seen) - words(messages[number]) - words(films)
        if missing:
            lost[number] = hostile.PAGES[number][0][:90], missing
    assert lost == {} and tried > 200


def test_nothing_that_is_left_can_do_harm(whole: Checked) -> None:
    found = [Tags(each.document.html) for each in whole.site.pages]
    assert not set().union(*(each.tags for each in found)) & {*"script style iframe form base meta object embed svg link".split()}
    attributes = [pair for each in found for pair in each.attributes]
    assert [pair for pair in attributes if pair[0].startswith("on") or pair[0] == "style"] == []
    harm = re.compile(r"\W*(javascript|data|vbscript|file):", re.IGNORECASE)
    assert [value for name, value in attributes if name in ("href", "src") and harm.match(value)] == []


def test_a_build_with_errors_leaves_the_old_site_untouched(whole: Checked, tmp_path: Path) -> None:
    """Every page is in one build; each that has an error is named in it, so none was passed over."""
    content, output = folder(tmp_path), tmp_path / "ut"
    old = write_tree(tmp_path / "gammel", {"content/sider/a.md": page("Gammel.", "A")})
    assert lyttevei("build", "--no-sound", "--content", old, "--output", output).code == 0
    before = tree_bytes(output)
    ran = lyttevei("build", "--no-sound", "--content", content, "--output", output)
    assert ran.code == 1 and "Traceback" not in ran.err + ran.out, ran.err[-2000:]
    assert tree_bytes(output) == before and [path.name for path in tmp_path.iterdir() if path.name.startswith("ut")] == ["ut"]
    named = set(re.findall(r"(side-\d+\.md):\d+: feil:", ran.err))
    assert {Path(row["file"]).name for row in whole.rows if row["level"] == "error"} <= named


def test_the_pages_without_errors_build_and_no_other_is_lost(whole: Checked, tmp_path: Path) -> None:
    wrong = {Path(row["file"]).name for row in whole.rows if row["level"] == "error"}
    good = [number for number in range(len(hostile.PAGES)) if f"side-{number:03}.md" not in wrong]
    assert len(good) > 90
    ran = lyttevei("build", "--no-sound", "--content", folder(tmp_path, good), "--output", tmp_path / "ut")
    assert ran.code == 0 and "Traceback" not in ran.err, [line for line in ran.err.splitlines() if ": feil:" in line] or ran.err[-2000:]
    made = {path.parent.name for path in (tmp_path / "ut" / "sider").rglob("index.html")}
    site = {Path(each.document.file).name: each.document for each in checked(tmp_path / "content").pages}
    shown = {path.parent.name: html_text(path.read_text(encoding="utf-8")) for path in (tmp_path / "ut" / "sider").rglob("index.html")}
    assert [name for name, each in site.items() if words(" ".join(block.text for block in each.blocks)) - words(shown[each.slug])] == []
    assert {f"slug-{number:03}" for number in good if with_slug(number) != hostile.PAGES[number][0]} <= made and len(made) == len(good)


@settings(max_examples=120)
@given(st.one_of(hostile.MADE, st.text(max_size=200).map(lambda text: hostile.OK + text)))
def test_reading_never_raises_and_loses_no_word(text: str) -> None:
    found = document.read_bytes(text.encode("utf-8", "surrogatepass"), "sider/a.md")
    assert all(1 <= each.line <= text.count("\n") + 2 and each.message for each in found.problems)
    assert len({block.id for block in found.blocks}) == len(found.blocks)
    shown = "".join(piece.text for block in found.blocks for piece in block.pieces)
    assert "".join(block.text for block in found.blocks) == shown


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_reading_any_bytes_never_raises(data: bytes) -> None:
    found = document.read_bytes(data, "sider/a.md")
    assert found.slug and found.data["title"] is not None
