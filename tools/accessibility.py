"""Writes the draft of the accessibility statement, content/sider/tilgjengelighet.md, from the table in docs/wcag.md."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "wcag.md"
PAGE = ROOT / "content" / "sider" / "tilgjengelighet.md"
ROW = re.compile(r"^\| (\d\.\d\.\d+) \| (.+?) \| (A{1,3}) \| (machine|looked|none|na) \| (.+) \|$", re.MULTILINE)
TEXT = """---
title: Tilgjengelighet (utkast)
lang: nb
slug: tilgjengelighet
summary:
  - Dette er et utkast, ikke kontrollert av mennesker.
  - Her står det hva vi har prøvd, og hva vi ikke har prøvd.
  - Si fra hvis noe er vanskelig å bruke.
owner: Lyttevei
---

Utkast, ikke kontrollert av mennesker.
{{: .viktig}}

## Kan alle bruke sidene?

Det skal de kunne.
Målet vårt er reglene som heter WCAG 2.2, nivå A og AA.
Loven i Norge krever WCAG 2.1.

En maskin har prøvd {machine} av {all} krav uten å finne feil.
Vi har selv sett på {looked} krav.
{na} krav gjelder ikke, fordi sidene ikke har noe slikt.
{left}

Ingen som bruker skjermleser, har prøvd sidene ennå.
Da kan det være feil som vi ikke vet om.

## Hva er ikke prøvd?

{untried}

## Hvordan sier du fra?

Nettstedet har ikke fått en adresse for klager ennå.
Den som tar sidene i bruk, må sette den inn her.

Får du ikke svar, kan du si fra til [tilsynet for universell utforming](https://www.uutilsynet.no/).

/// details | Alle kravene, ett for ett

| Krav | Nivå | Hva vi har gjort |
|---|---|---|
{rows}

///
"""
#: What stands where a list of what is not tried would be empty: a machine and a maker still do not see what a user meets.
ALL_TRIED = """Hvert krav som gjelder, er prøvd av en maskin eller sett på av oss.
Ingen med skjermleser eller andre hjelpemidler har prøvd sidene."""
HOW = {"machine": "Prøvd av en maskin", "looked": "Sett på {day}", "none": "Ikke prøvd", "na": "Gjelder ikke"}


def read_table() -> list[tuple[str, str, str, str, str]]:
    """The rows of docs/wcag.md: number, name, level, how, proof."""
    return ROW.findall(TABLE.read_text(encoding="utf-8"))


def statement() -> str:
    """The page as the table makes it."""
    rows = read_table()
    count = {how: sum(row[3] == how for row in rows) for how in HOW}
    untried = "\n".join(f"- {number} {name}" for number, name, _, how, _ in rows if how == "none") or ALL_TRIED
    lines = "\n".join(f"| {number} {name} | {level} | {_how(how, proof)} |" for number, name, level, how, proof in rows)
    left = f"{count['none']} krav har vi ikke prøvd." if count["none"] else "Ingen krav står uprøvd."
    return TEXT.format(**count, all=len(rows), left=left, untried=untried, rows=lines)


def _how(how: str, proof: str) -> str:
    return HOW[how].format(day=".".join(reversed(proof[:10].split("-"))))


if __name__ == "__main__":
    PAGE.write_text(statement(), encoding="utf-8", newline="\n")
