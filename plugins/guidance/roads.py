"""Roads as a page's front matter has them, drawn as steps that end in a goal."""

from __future__ import annotations

from typing import Any

from plugins.document import Block, Document

from .blocks import Road, Roads, Step, block
from .words import Words
from .years import added, amount

HEADING = "vei"
#: Levels that begin where lower-secondary school ends, for those who come from there.
AFTER_SCHOOL = ("vgs", "laerling")
ADULT = ("voksen", "vaksen")
#: The kind of page that is about a road, and not about what is at its end.
ROAD_PAGE = "vei"


def roads(document: Document, words: Words) -> Roads | None:
    """The page's roads, side by side below one heading."""
    found = document.data.get("roads") or []
    if not found:
        return None
    heading = block(document, HEADING, "h2", words.roads, lang=words.lang)
    return Roads(heading, tuple(_road(document, number, each, words) for number, each in enumerate(found, 1)))


def _road(document: Document, number: int, road: dict[str, Any], words: Words) -> Road:
    id_, inside = f"{HEADING}-{number}", (f"road:{number}",)
    whom = road.get("audience") or ""

    def line(name: str, text: str, lang: str = words.lang) -> Block | None:
        return block(document, f"{id_}-{name}", "p", text, inside, lang) if text else None

    return Road(
        block(document, id_, "h3", road["name"], inside),
        line("for", audience(whom, words)),
        line("tid", total(road, words)),
        _steps(document, id_, road, inside, words),
        line("mer", road.get("note") or "", ""),
        whom,
    )


def audience(whom: str, words: Words) -> str:
    """For whom a road is, as text."""
    return words.audience.get(whom.lower(), words.any_audience.format(whom)) if whom else ""


def total(road: dict[str, Any], words: Words) -> str:
    """The road's length, its steps' added up or its own where not all are known, and from when it counts; else ""."""
    steps = road["steps"]
    years = added([step.get("years") for step in steps]) or road.get("years")
    if years is None:
        return ""
    from_school = steps[0].get("level") in AFTER_SCHOOL and (road.get("audience") or "").lower() not in ADULT
    return (words.after_school if from_school else words.in_all).format(amount(years, words))


def _steps(document: Document, id_: str, road: dict[str, Any], inside: tuple[str, ...], words: Words) -> tuple[Step, ...]:
    rows = [(step["name"], time(step, words), step.get("note") or "") for step in road["steps"]]
    last = goal(document, road, words)
    drawn = [*rows, *([last] if last else [])]
    return tuple(
        _step(document, f"{id_}-{number}", row, (*inside, "list:1", f"item:{number}"), words.lang, row is last)
        for number, row in enumerate(drawn, 1)
    )


def _step(document: Document, id_: str, row: tuple[str, str, str], inside: tuple[str, ...], lang: str, goal: bool) -> Step:
    name, spent, note = row
    return Step(
        block(document, id_, "p", name, inside),
        block(document, f"{id_}-tid", "p", spent, inside, lang) if spent else None,
        block(document, f"{id_}-mer", "p", note, inside) if note else None,
        goal,
    )


def time(step: dict[str, Any], words: Words) -> str:
    """How a step is spent and for how long: "3 år på videregående", "2 år med lønn", "Med lønn"."""
    level, years = step.get("level") or "", step.get("years")
    if not years:
        return words.untimed.get(level, "")
    text = words.level.get(level, "{}").format(amount(years, words))
    return text[0].upper() + text[1:]


def goal(document: Document, road: dict[str, Any], words: Words) -> tuple[str, str, str] | None:
    """Where the road ends: the page's occupation and what proves it; a page about a road has the proof alone."""
    written = road.get("proof") or ""
    proof = words.proof.get(written.lower(), words.any_proof.format(written)) if written else ""
    if document.data["kind"] != ROAD_PAGE:
        return document.data["title"], proof, ""
    return (proof, "", "") if proof else None
