"""The file that a new page starts as: every key that its kind may have, explained, with an example to take into use."""

from __future__ import annotations

from types import MappingProxyType

from .header import read_header
from .jsonschema import HELP
from .kinds import KINDS, keys_of

#: What a new page is given at once; all other keys stand there as comments.
FIRST = ("title", "lang", "slug", "status")
#: An example of each key, as the lines below it are written in YAML.
EXAMPLES = MappingProxyType(
    {
        "summary": "\n  - Du lager mat til mange.\n  - Du jobber på kjøkken.",
        "summaries": "\n  en:\n    - You cook for many people.",
        "tags": "[mat, yrkesfag]",
        "template": "search/page",
        "picture": "\n  file: bilder/kokk.svg\n  alt: En kokk ved en gryte\n  gender: kvinne\n  background: lys",
        "audio": "lyd/kokk.mp3",
        "video": "film/kokk.mp4",
        "captions": "film/kokk.nb.vtt",
        "owner": "Karrieresenteret",
        "sources": "\n  - title: utdanning.no\n    url: https://utdanning.no/",
        "sources_read": "2026-11-25",
        "checked": "Kari Nordmann, november 2026",
        "date": "2026-11-25",
        "expires": "2027-06-30",
        "audience": "[elev]",
        "related": "[kokk]",
        "featured": "[kokk]",
        "quality_area": "Karrierekompetanse",
        "career_competence": "Muligheter og begrensninger",
        "also_called": "[kjøkkensjef]",
        "styrk08": '"5120"',
        "interests": "[R, C]",
        "requirements": "\n  - Du må være frisk nok til å løfte tungt.",
        "roads": "\n  - name: Lærling\n    for: elev\n    steps:\n      - level: vgs\n        name: Restaurant- og matfag, Vg1\n"
        "        years: 1\n      - level: laerling\n        name: Lærling i kokkfaget\n    proof: fagbrev",
        "code": "RMRMF1----",
        "programme_kind": "yrkesfag",
        "vg2": "\n  - name: Kokk- og servitørfag\n    leads_to: [kokk]",
        "occupations": "[kokk]",
        "programme": "restaurant-og-matfag",
        "lesson": '\n  - "5 minutter: Hør på siden, og snakk sammen to og to."',
        "contacts": "[nav]",
    }
)
HEAD = """\
# Mellom strekene står opplysningene om siden. Skriv bak kolonet.
# Linjer med # foran er forklaringer og eksempler: ta bort # og mellomrommet etter for å bruke dem, eller la dem stå."""
BODY = """
## Hva vil leseren vite først?

Skriv korte setninger her, med vanlige ord.

- En liste har en bindestrek foran hver linje
- og en tom linje over seg.
"""


def start(kind: str, title: str, slug: str, lang: str, body: str = BODY) -> str:
    """The text of a new page of a kind; a draft, so that nothing half done is published. Raises KeyError for an unknown kind."""
    own = {"title": _quoted(title), "lang": lang, "slug": slug, "status": "draft"}
    lines = [HEAD]
    for key in FIRST:
        lines += ["", f"# {HELP[key]}", f"{key}: {own[key]}"]
    lines[-2] += " Ta bort linjen under når siden er ferdig."
    for key in keys_of(KINDS[kind]):
        if key not in FIRST:
            lines += ["", f"# {HELP[key]}", *_comment(f"{key}: {EXAMPLES[key]}")]
    return "\n".join(["---", *lines, "---", body])


def _comment(text: str) -> list[str]:
    return [f"# {line.rstrip()}" for line in text.split("\n")]


def _quoted(title: str) -> str:
    """The title as front matter has it: bare where that is read as the same text."""
    read = read_header(f"---\ntitle: {title}\n---\n")
    plain = read.values.get("title") == title and not read.repairs
    return title if plain else "'" + title.replace("'", "''") + "'"
