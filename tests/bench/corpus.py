"""A large guidance site from a seeded generator: the shipped pages, then as many others as one likes; the same each time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from plugins import document
from tests.conftest import ROOT

WHO = "lærlingen|fagarbeideren|rådgiveren|sjefen|kunden|eleven|kollegaen|læreren|bedriften|fylket|en voksen|en ungdom".split("|")
DOES = "hjelper|spør|viser|ringer|møter|følger|lærer opp|skriver til|lytter til|jobber sammen med".split("|")
WHOM = "gjesten|pasienten|et barn|laget|naboen|verkstedet|skolen|en gruppe|deg|noen som er nye|alle på skiftet".split("|")
WHERE = "på byggeplassen|i butikken|på sykehuset|ved maskinen|på kontoret|ute i all slags vær|i barnehagen|på lageret|om bord".split("|")
WHEN = "hver morgen|etter pausen|når det haster|før jul|om natten|to ganger i uka|i skoletiden|kl. 08.30|hvert år".split("|")
THINGS = "verktøy|tegninger|arbeidsklær|papirer|mat|målinger|planer|nøkler|biler|kabler|bøker|planter|bestillinger".split("|")
ASKED = "Hva gjør du på jobb|Hvor jobber du|Hvem møter du|Passer det for deg|Hvordan kommer du dit|Hva må du kunne|Hvem hjelper".split("|")
JOBS = "montør|assistent|rådgiver|tekniker|leder|operatør|kontrollør|veileder|planlegger|selger|bygger|vokter".split("|")
FIELDS = "anleggs|bolig|data|energi|fiske|hage|is|kyst|land|luft|mat|mølle|natt|park|reise|salg|skole|snø|tog|vei|vind|vær|øy".split("|")


class Text:
    """Norwegian-like text of every kind of block, made of one source of chance; `pages` are what it may link to."""

    def __init__(self, random: Random, pages: list[str]) -> None:
        self.random, self.pages = random, pages

    def any(self, words: list[str]) -> str:
        return self.random.choice(words)

    def sentence(self) -> str:
        """A sentence of one of three shapes."""
        what, number = self.any(THINGS), self.random.randint(2, 900)
        shapes = (
            f"{self.any(WHO)} {self.any(DOES)} {self.any(WHOM)} {self.any(WHERE)}.",
            f"{self.any(WHEN)} {self.any(DOES)} {self.any(WHO)} {self.any(WHOM)}, og så rydder vi bort {what}.",
            f"du trenger {what} og {self.any(THINGS)} for {number} kroner {self.any(WHERE)}.",
        )
        text = self.any(list(shapes))
        return text[0].upper() + text[1:]

    def paragraph(self) -> str:
        return "\n".join(self.sentence() for _ in range(self.random.randint(1, 4)))

    def linked(self) -> str:
        return f"{self.sentence()} Les om [{self.any(THINGS)}]({{filename}}/{self.any(self.pages)}), eller se [nav.no](https://www.nav.no/)."

    def bullets(self) -> str:
        return "\n".join(f"- {self.any(THINGS)} {self.any(WHERE)}" for _ in range(self.random.randint(3, 6)))

    def nested(self) -> str:
        inner = "\n".join(f"    - {self.any(THINGS)}" for _ in range(3))
        return f"1. {self.sentence()}\n2. {self.sentence()}\n\n{inner}\n\n3. {self.sentence()}"

    def table(self) -> str:
        rows = "\n".join(f"| {self.any(THINGS)} | **{self.random.randint(1, 99)}** | {self.any(WHEN)} |" for _ in range(4))
        return f"| Hva | Antall | Når |\n|---|---:|---|\n{rows}"

    def quote(self) -> str:
        return f"> {self.sentence()}\n> *{self.sentence()}*"

    def details(self) -> str:
        return f"/// details | Mer om {self.any(THINGS)}\n{self.paragraph()}\n\n{self.bullets()}\n///"

    def terms(self) -> str:
        return f"{self.any(THINGS)}\n: {self.sentence()}"

    def english(self) -> str:
        return f'Stedet heter <span lang="en">Open House</span>. {self.sentence()} Skriv `{self.any(THINGS)}` på døra.'

    def body(self) -> Iterator[str]:
        """Five to seven parts, each a heading, paragraphs and two other blocks."""
        others: tuple[Callable[[], str], ...] = (
            self.linked, self.bullets, self.nested, self.table, self.quote, self.details, self.terms, self.english, self.paragraph,
        )  # fmt: skip
        for asked in self.random.sample(ASKED, self.random.randint(5, 7)):
            yield f"## {asked}?"
            yield self.paragraph()
            yield from (make() for make in self.random.sample(others, 2))


def title(number: int) -> str:
    """A title that no other page has."""
    job, rest = JOBS[number % len(JOBS)], number // len(JOBS)
    return f"{FIELDS[rest % len(FIELDS)]}{job}".capitalize() + (f" {rest // len(FIELDS) + 1}" if rest >= len(FIELDS) else "")


def page(number: int, pages: list[str], pictures: list[str]) -> str:
    """The Markdown of an occupation."""
    text = Text(Random(number), pages)
    summary = "".join(f"  - {text.sentence()}\n" for _ in range(4))
    requirements = "".join(f"  - {text.sentence()}\n" for _ in range(2))
    step = f"      - level: laerling\n        name: Lærling i {text.any(THINGS)}\n        years: 2\n"
    note = f"\n\nDet står i avtalen.[^1]\n\n[^1]: {text.sentence()}\n\n*[HMS]: helse, miljø og sikkerhet" if number % 5 == 0 else ""
    return (
        f"---\ntitle: {title(number)}\nlang: nb\nsummary:\n{summary}"
        f"tags: [{text.any(THINGS)}, {text.any(THINGS)}]\npicture:\n  file: {text.any(pictures)}\n  alt: Noen på jobb\n"
        f"sources_read: 2026-11-{1 + number % 28:02}\nsources:\n  - title: NAV\n    url: https://www.nav.no/\n"
        f"interests: [{text.any(['R', 'I', 'A'])}]\nrequirements:\n{requirements}"
        f"roads:\n  - name: Lærling\n    steps:\n{step}    proof: fagbrev\n"
        f"related: [{', '.join(Path(each).stem for each in text.random.sample(pages, 2))}]\n---\n\n"
        + "\n\n".join(text.body()) + note + "\n"
    )  # fmt: skip


def write_site(content: Path, count: int) -> int:
    """Fill the new folder `content` with that many pages, at least the shipped ones; gives their number."""
    shutil.copytree(ROOT / "content", content)
    shipped = sorted(path.relative_to(content).as_posix() for path in content.rglob("*") if document.is_page(path))
    pictures = sorted(path.relative_to(content).as_posix() for path in (content / "bilder").glob("*.svg"))
    new = [f"yrker/yrke-{number}.md" for number in range(count - len(shipped))]
    pages = [each for each in shipped if each.startswith("yrker/") and each.count(".") == 1] + new
    for number, name in enumerate(new):
        (content / name).write_text(page(number, pages, pictures), encoding="utf-8", newline="\n")
    return len(shipped) + len(new)
