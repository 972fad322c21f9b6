"""The settings of the site, then the path that a page takes through the rooms."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # this checkout's `plugins`, whatever else has that name

from plugins import document, guidance, offline, pipeline, plain, report, search, speech, video  # noqa: E402

LYTTEVEI = document.Settings(
    name="Lyttevei",
    lang="nb",
    plain=plain.PlainSettings(),
    rights="Tekst: CC BY 4.0. Bilder: Mulberry Symbols, © Steve Lee, CC BY-SA 4.0.",
    speech=speech.SpeechSettings(
        store=ROOT / "audio" / "store",
        lexicon=ROOT / "audio" / "uttale.yaml",
        recordings=ROOT / "audio" / "recordings",
        piper=ROOT / "audio" / "voices",
    ),
)

# What Pelican itself needs to know.
SITENAME = LYTTEVEI.name
SITEURL = ""
DEFAULT_LANG = LYTTEVEI.lang
TIMEZONE = "Europe/Oslo"
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
THEME_TEMPLATES_OVERRIDES = [str(ROOT / "plugins")]
THEME_STATIC_PATHS = ["static", *sorted(str(folder) for folder in ROOT.glob("plugins/*/static"))]
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
READERS = {"rst": None, "html": None}

# Everything is a page of ours, and each of its files is written by the rooms: no articles, pages, feeds or lists of Pelican's own.
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
PAGE_TRANSLATION_ID = False
DELETE_OUTPUT_DIRECTORY = False  # the pipeline empties it, and not before every page is without fault

PIPELINE = [
    document,  # Markdown file        -> page.document   the only parse of a page
    plain,     # page.document        -> page.plain      summary, readability
    video,     # page.document        -> page.video      films with captions and transcript
    guidance,  # every page           -> page.guidance   roads, related pages, contacts, cards
    speech,    # title, summary, blocks of all rooms above -> page.speech   one sound file and its word times
    search,    # every page           -> site.search     titles, full text, the list from A to Å
    report,    # every page           -> site.report     what there is and what is missing, for those who lead
    offline,   # everything written   -> service worker, manifest
]
PLUGINS = [pipeline]
