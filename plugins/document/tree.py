"""Shapes the parsed HTML of a page so that every text lies in one Block, before Blocks are read.

The only parse of a page (BeautifulSoup on lxml) is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from .clean import is_unsafe
from .values import language

#: Elements that may hold Blocks (or be one, when they hold text alone).
BOXES = frozenset(
    "div section blockquote figure details li dd td th dl ol ul table thead tbody tfoot tr figcaption caption".split()
)
#: Elements that hold text and never another Block.
LEAVES = frozenset(
    "p h1 h2 h3 h4 h5 h6 pre summary dt".split()
)
BLOCKS = BOXES | LEAVES
#: What no run of inline text goes on across.
PARTING = BLOCKS | {"hr"}
PICTURE = frozenset({"img"})
#: Boxes that hold no text of their own, only other boxes.
BARE = frozenset(
    "dl ol ul table thead tbody tfoot tr".split()
)
HEADINGS = frozenset(
    "h1 h2 h3 h4 h5 h6".split()
)
CLASSES = re.compile(r"pynt|footnote|footnote-ref|footnote-backref|midt|hoyre|venstre|viktig|film(-\d+)?")
#: The id of a footnote or of what leads back from it.
NOTE = re.compile(r"fn(ref\d*)?:")
NO_TEXT = "Lenken til «{0}» mangler tekst og er tatt bort. Skriv hva den fører til mellom klammene: [Les om kokk]({0})."
ALIGN = {"center": "midt", "right": "hoyre", "left": "venstre"}


def parse(html: str) -> Tag:
    """The tree of cleaned HTML below one root `div`."""
    root = BeautifulSoup(f"<div>{html}</div>", "lxml", string_containers={}).find("div")  # what stands in <rt> is text, too
    for tag in root.find_all("wbr") if root is not None else ():  # lxml takes it for one that holds what follows
        for child in reversed(tag.contents[:]):
            tag.insert_after(child.extract())
    return root if root is not None else BeautifulSoup("<div></div>", "lxml").find("div")


def holds(tag: Tag, names: frozenset[str]) -> bool:
    """An element of one of these names lies somewhere in `tag`; bs4's own `find` makes a filter of rules at each call."""
    return any(isinstance(child, Tag) and (child.name in names or holds(child, names)) for child in tag.contents)


def is_block(node: object) -> bool:
    """An element of its own line, box or leaf."""
    return isinstance(node, Tag) and node.name in BLOCKS


def holds_blocks(node: object) -> bool:
    """A box or a rule across the page, or an inline element that has one inside."""
    return isinstance(node, Tag) and (node.name in PARTING or holds(node, PARTING))


def drop_empty_links(root: Tag) -> list[tuple[str, str, str]]:
    """Take out links that nobody can see or hear; gives (code, text to look for, message in bokmål) for each."""
    empty = [(tag, str(tag["href"])) for tag in root.find_all("a", href=True) if not _says(tag)]
    for tag, _target in empty:
        tag.decompose()
    return [("link-empty", f"[]({target}" if target else "[](", NO_TEXT.format(target)) for _tag, target in empty]


def shape(root: Tag) -> None:
    """Mend what browsers would read otherwise, then wrap every loose run of text."""
    for tag in list(root.find_all(True)):
        _attributes(tag)
        if tag.name in LEAVES and holds(tag, PARTING):
            _open(tag)
        elif tag.name == "a" and tag.find_parent("a") is not None:
            tag.unwrap()
        elif tag.name == "br":
            _line_break(tag)
        elif _is_no_ruby(tag):
            tag.unwrap()
        elif tag.name == "details" and not any(child.name == "summary" for child in tag.find_all(recursive=False)):
            _summary(tag, root)
    _wrap_runs(root)


def _attributes(tag: Tag) -> None:
    """Only footnotes keep their ids, only known classes stay, alignment becomes a class."""
    kept = [each for each in tag.get_attribute_list("class") if each and CLASSES.fullmatch(each)]
    if align := ALIGN.get(str(tag.attrs.pop("align", "")).lower()):
        kept.append(align)
    tag.attrs.pop("class", None)
    if kept:
        tag["class"] = " ".join(dict.fromkeys(kept))
    for name in ("href", "src"):
        if name in tag.attrs and is_unsafe(str(tag[name])):
            del tag[name]
    if not NOTE.match(str(tag.get("id", ""))):
        tag.attrs.pop("id", None)


def _is_no_ruby(tag: Tag) -> bool:
    """A ruby with boxes inside, or a part of one outside it: a browser ends the box before `<rt>`, and reads another tree."""
    return (tag.name == "ruby" and holds(tag, PARTING)) or (tag.name in ("rt", "rp") and tag.find_parent("ruby") is None)


def _open(tag: Tag) -> None:
    """A leaf with boxes inside: a fold's title loses them, any other becomes a box itself."""
    if tag.name == "summary":
        for inner in tag.find_all(list(PARTING)):
            inner.unwrap()
    else:
        tag.name = "div"


def _line_break(tag: Tag) -> None:
    """Text goes on on a new line for those who read the text alone, too."""
    after = tag.next_sibling
    if isinstance(after, NavigableString):
        if not after.startswith("\n"):
            after.replace_with(NavigableString("\n" + after))
    else:
        tag.insert_after(NavigableString("\n"))


def _summary(tag: Tag, root: Tag) -> None:
    title = Tag(name="summary")
    title.append("Mer")
    tag.insert(0, title)
    for extra in tag.find_all("summary", recursive=False)[1:]:
        extra.name = "div"


def _wrap(box: Tag) -> None:
    """Put each loose run of inline nodes in `box` into an element of its own; text alone makes the box a Block."""
    if box.name not in BOXES - BARE - {"details"} or any(map(holds_blocks, box.children)):
        _wrap_runs(box)


def _wrap_runs(box: Tag) -> None:
    run: list = []
    for child in [*box.children, None]:
        if child is None or holds_blocks(child):
            _enclose(box, run)
            run = []
            if isinstance(child, Tag) and child.name not in LEAVES:
                _wrap(child)
        else:
            run.append(child)


def _enclose(box: Tag, run: list) -> None:
    if not any(_says(node) for node in run):
        return
    while not _says(run[0]):
        run.pop(0)
    while not _says(run[-1]):
        run.pop()
    name = "li" if box.name in ("ol", "ul") else "dt" if box.name == "dl" else "div" if box.name in BOXES - {"div", "section"} else "p"
    wrapper = Tag(name=name)
    run[0].insert_before(wrapper)
    for node in run:
        wrapper.append(node.extract())


def _says(node: object) -> bool:
    if isinstance(node, Tag):
        return node.name == "img" or bool(node.get_text().strip()) or holds(node, PICTURE)
    return bool(str(node).strip())


def leaves(root: Tag) -> Iterator[Tag]:
    """The elements that are Blocks, in page order."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node is not root and not any(map(holds_blocks, node.children)) and (is_block(node)) and node.name not in BARE:
            if _says(node):
                yield node
            continue
        stack.extend(reversed([child for child in node.children if isinstance(child, Tag)]))


def strange_languages(root: Tag) -> list[tuple[str, str, str]]:
    """Texts marked with a language that is none, which are read in the page's own: (code, what to look for, text in bokmål)."""
    found = []
    for tag in root.find_all(lang=True):
        try:
            language(str(tag["lang"]))
        except ValueError as error:
            found.append(("html-removed", str(tag["lang"]), str(error)))
    return found
