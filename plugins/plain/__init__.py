"""Room plain: is the page easy to read, has it a short version, and are its hard words explained?

Takes `page.document` and `ordliste.yaml`. Gives `page.plain`: "Kort sagt" from the page's own sentences where the
editor wrote none, LIX, a button on each hard word, and remarks on what would make the page plainer; `site.words`.
"""

from plugins import document

from .lix import Lix, lix
from .pages import Plain, WordPage, read_plain, word_page
from .remarks import Known
from .settings import PlainSettings
from .summary import made_summary
from .wordlist import make_words, read_words

__all__ = ["Lix", "Plain", "PlainSettings", "WordPage", "lix", "made_summary", "make_words", "process", "read_words", "write"]


def process(site: document.Site) -> None:
    """Give each page its `plain`, and tell the editor what would make it plainer."""
    words, problems = read_words(site.content, site.kept)
    site.problems += problems
    site.words = word_page(site, words)
    known = Known(site.settings.plain or PlainSettings(), words)
    pages, stamp = document.every_page(site), document.in_full([known.settings, words.terms])
    asked = [(page.document.file, document.digest(page.key, stamp)) for page in pages]
    found = site.kept.remember("plain", asked, lambda number: read_plain(pages[number], known))
    for page, (plain, problems) in zip(pages, found, strict=True):
        page.plain = plain
        site.problems += problems


def write(site: document.Site) -> None:
    """Nothing of this room is a file."""
