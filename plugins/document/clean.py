"""What HTML an editor may use, and telling what was taken away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import nh3

TAGS = frozenset((
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 "
    "h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr "
).split())
#: Elements that go with all they hold; other unknown elements leave their text.
GONE = frozenset(
    "script style template noscript iframe object embed svg math textarea select title head".split()
)
#: Of these, those that hold nothing, and those whose text nobody was to read.
EMPTY, CODE = frozenset({"embed"}), frozenset({"script", "style"})
TAKEN = "kan ikke brukes og er tatt bort"
#: How much of a text that is taken away is told, characters.
SHOWN = 300
ATTRIBUTES = {
    "*": {"lang", "dir", "class", "id", "title"},
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "details": {"open"},
    "time": {"datetime"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
#: What browsers drop from an address, or do not show of it.
UNSEEN = re.compile("[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f]")
#: Attributes that are dropped on purpose without a word: nobody wrote them to be seen.
SILENT = frozenset({"markdown", "rel", "target", "role"})


class _Starts(HTMLParser):
    """Counts start tags and their attributes, to see what cleaning took."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter = Counter()
        self.attributes: Counter = Counter()
        self.addresses: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.within: list[str] = []
        self.held: dict[str, list[str]] = {}
        try:
            self.feed(html)
            self.close()
        except AssertionError:
            pass  # html.parser gives up at "<![x"; what it counted so far still tells the most

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags[tag] += 1
        if tag in GONE - EMPTY:
            self.within.append(tag)
        if tag in ("a", "img"):
            self.links.append((tag, dict(attrs).get("href" if tag == "a" else "src") or ""))
        for name, value in attrs:
            self.attributes[name] += 1
            if name in ("href", "src"):
                self.addresses.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.within:
            del self.within[self.within.index(tag) :]

    def handle_data(self, data: str) -> None:
        if self.within and not CODE & set(self.within):
            self.held.setdefault(self.within[0], []).append(data)

    def told(self, tag: str) -> str:
        """What goes with an element, as its message ends."""
        text = " ".join(" ".join(self.held.get(tag, ())).split())
        return f", med det som står i det: «{text[:SHOWN]}{' …' if text[SHOWN:] else ''}»." if text else "."


def scheme(address: str) -> str:
    """The scheme of an address after the browser's own cleaning ("" for a path)."""
    found = SCHEME.match(UNSEEN.sub("", unescape(address)))
    return found[1].lower() if found else ""


def is_unsafe(address: str) -> bool:
    """An address whose scheme no link may have, also one that only looks so after a second decoding."""
    return scheme(address) not in SCHEMES | {""}


def clean(html: str) -> tuple[str, list[tuple[str, str, str]]]:
    """HTML with only what is allowed, and for each thing taken (code, what to look for, text in bokmål)."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    safe = nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None, clean_content_tags=set(GONE))
    if safe == html and "&amp;#" not in html:
        return safe, []
    before, after = _Starts(html), _Starts(safe)
    found = [
        (
            "link-unsafe",
            address,
            f"Adressen «{_shown(address)}» kan ikke brukes. En lenke må begynne med https://, mailto: eller tel:, eller peke på en fil.",
        )
        for address in before.addresses
        if is_unsafe(address)
    ]
    found += _unreadable(before, after)
    found += [("html-removed", each, f"«{each} …» {TAKEN}, med det som står i det.") for each in _odd(html)]
    found += [("html-removed", f"<{tag}", f"«<{tag}>» {TAKEN}{before.told(tag)}") for tag in before.tags - after.tags]
    lost = before.attributes - after.attributes
    found += [
        ("html-removed", name, f"«{name}» {TAKEN}.")
        for name in lost
        if name not in SILENT | {"href", "src"} and _kept(name, before, after)
    ]
    return safe, found


def _unreadable(before: _Starts, after: _Starts) -> Iterator[tuple[str, str, str]]:
    """Addresses that cannot be read as addresses, which cleaning drops."""
    if [tag for tag, _address in before.links] != [tag for tag, _address in after.links]:
        return
    for (_tag, given), (_same, left) in zip(before.links, after.links, strict=True):
        if given.strip() and not left and not is_unsafe(given):
            yield "link-unsafe", given, f"Adressen «{_shown(given)}» er ikke skrevet slik en adresse skal være. Se over den."


def _odd(html: str) -> list[str]:
    """The beginnings of what is neither text, element nor comment: PHP and the like, and CDATA."""
    return re.findall(r"<\?\w*|<!\[CDATA\[", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL))


def _kept(name: str, before: _Starts, after: _Starts) -> bool:
    """The attribute was not just lost together with its element."""
    return name.startswith("on") or sum((before.tags - after.tags).values()) == 0


def _shown(address: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f]", "", address)[:60]
