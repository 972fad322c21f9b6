"""A generated site, and how many of its pages a build has to voice anew."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from editor.build import made_of, summary
from plugins import document, speech

PAGE = """---
title: Side {number}
owner: Skolen
tags: [prøve]
sources_read: 2026-01-01
---

Dette er side nummer {number}. Her står det litt om et yrke.
"""


@dataclass(frozen=True)
class Generated:
    """A content folder with pages of a few words each, and the store that their sound goes to."""

    content: Path
    store: Path

    def write(self, count: int) -> None:
        """Write the pages."""
        self.content.mkdir(parents=True)
        for number in range(count):
            self.path(number).write_text(PAGE.format(number=number), encoding="utf-8")

    def path(self, number: int) -> Path:
        return self.content / f"side-{number}.md"

    def change(self, old: str, new: str, *numbers: int) -> None:
        """Write something else in some of the pages."""
        for number in numbers:
            text = self.path(number).read_text(encoding="utf-8")
            if old not in text:
                raise ValueError(f"{old!r} is not in page {number}")
            self.path(number).write_text(text.replace(old, new), encoding="utf-8")

    def voiced(self) -> int:
        """Voice the site; how many pages the build says that it has voiced anew."""
        settings = document.Settings("Prøve", speech=speech.SpeechSettings(store=self.store, lexicon=self.store / "uttale.yaml"))
        site = document.read_site(self.content, settings)
        document.process(site)
        speech.process(site)
        if document.errors(site.problems) or speech.summary(site).pages != len(site.pages):
            raise ValueError(site.problems)
        told = re.search(r"\((\d+) ", summary(made_of(site), 0))
        return int(told[1]) if told else 0


def steps(site: Generated, count: int) -> list[tuple[str, int]]:
    """What is changed, one thing after another, and how many pages are then voiced anew."""
    site.write(count)
    found = [("every page is new", site.voiced()), ("nothing is changed", site.voiced())]
    site.change("litt om", "mye om", count // 2)
    found.append(("one word on one page", site.voiced()))
    site.change("owner: Skolen", "owner: Fylket, på nytt", *range(count))
    site.change("tags: [prøve]", "tags: [prøve, ny]", *range(count))
    site.change("sources_read: 2026-01-01", "sources_read: 2026-02-02", *range(count))
    found.append(("front matter that is not said, on every page", site.voiced()))
    site.change("et yrke", "et **yr\u00adke**", *range(count))
    found.append(("bold and a soft hyphen, on every page", site.voiced()))
    site.path(0).rename(site.path(count))
    found.append(("one page has another name", site.voiced()))
    return found
