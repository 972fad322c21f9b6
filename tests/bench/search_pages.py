"""A guidance site as large as one likes, made of what people search for: the same each time."""

from __future__ import annotations

from itertools import cycle, islice
from random import Random
from typing import Any

from plugins.search.tables import read_table
from plugins.search.titles import Title
from tests.conftest import ROOT

DEMAND = ROOT / "plugins" / "search" / "data" / "demand.tsv"
KINDS = ("yrke", "utdanningsbeskrivelse")
HEADINGS = ("Hva gjør du på jobb?", "Hvor jobber du?", "Passer det for deg?", "Hva må du kunne eller ha?", "Veien dit", "Hva tjener du?")


def wanted_titles() -> list[Title]:
    """The 739 titles of the figures: every term of the kinds `yrke` and `utdanningsbeskrivelse`, most wanted first.

    Terms that differ only in case, blanks or hyphens are one title, its searches their sum.
    """
    from plugins.search.letters import normalise

    found: dict[str, tuple[str, int]] = {}
    for row in read_table(DEMAND):
        if row["kind"] in KINDS:
            text, searches = found.get(normalise(row["term"]), (row["term"], 0))
            found[normalise(row["term"])] = text, searches + int(row["searches"])
    return sorted((Title(text, searches) for text, searches in found.values()), key=lambda title: -title.searches)


def many_titles(count: int) -> list[Title]:
    """That many titles: the 739, then other terms, then pairs of terms."""
    titles = [title.text for title in wanted_titles()]
    terms = [row["term"] for row in read_table(DEMAND) if row["kind"] not in KINDS and len(row["term"]) > 4]
    pairs = (f"{first} og {second}" for first, second in zip(cycle(titles), cycle(terms[::-1]), strict=False))
    named = dict.fromkeys([*titles, *terms])
    return [Title(text, max(1, 60000 // (place + 1))) for place, text in enumerate(islice((*named, *islice(pairs, count)), count))]


def many_pages(count: int) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    """For that many pages: their texts for the full-text index, and what results show of them."""
    random, titles = Random(7), [title.text for title in many_titles(count)]
    words = [word.lower() for title in titles[:2000] for word in title.split()]
    texts, shown = [], []
    for number, title in enumerate(titles):
        summary = [" ".join(random.choices(words, k=7)).capitalize() + "." for _ in range(4)]
        headings = [*HEADINGS, f"Mer om {random.choice(words)} og {random.choice(words)}"]
        tags = random.choices(words, k=2)
        texts.append({"title": title, "headings": "\n".join([*tags, *headings]), "summary": "\n".join(summary)})
        picture = f"bilder/{number}.svg"
        shown.append(
            {"address": f"yrker/{number}/index.html", "kind": "yrke", "lang": "nb", "lines": [*summary, *headings], "picture": picture}
        )
    return texts, shown
